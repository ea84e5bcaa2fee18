#include "app/firstpaint.h"

#include <QEvent>
#include <QGuiApplication>
#include <QTimer>
#include <QWidget>
#include <QWindow>

#include <cstdio>
#include <ctime>

namespace Watchfloor {

void FirstPaint::reportIfAsked(QObject &application)
{
    if (qEnvironmentVariableIsSet("WATCHFLOOR_REPORT_FIRST_PAINT"))
        new FirstPaint(application);
}

FirstPaint::FirstPaint(QObject &application)
    : QObject(&application)
{
    application.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint || m_painted)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    const QWindow *window = widget ? widget->window()->windowHandle() : nullptr;
    if (window && window->isExposed()) {
        m_painted = true;
        // All widgets are painted and the picture is sent before the loop comes round.
        QTimer::singleShot(0, this, &FirstPaint::report);
    }
    return false;
}

void FirstPaint::report()
{
    QGuiApplication::sync(); // the display server has drawn it, too
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    std::fprintf(stderr, "first paint %.3f\n", double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6);
    deleteLater();
}

} // namespace Watchfloor
