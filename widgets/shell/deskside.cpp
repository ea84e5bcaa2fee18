#include "widgets/shell/deskside.h"

#include "widgets/desk/alarmbar.h"
#include "widgets/desk/notificationsdialog.h"

#include <QApplication>
#include <QBoxLayout>
#include <QShortcut>

namespace Watchfloor {

DeskSide::DeskSide(Desk &desk, QWidget &window, QVBoxLayout &column, int place)
    : QObject(&window)
    , m_desk(desk)
    , m_window(window)
    , m_bar(new AlarmBar(desk))
{
    column.insertWidget(place, m_bar);
    connect(&desk, &Desk::announced, this, [this] { QApplication::alert(&m_window); });
    connect(new QShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+S")), &window), &QShortcut::activated, this, [this] { m_desk.markAllSeen(); });
}

void DeskSide::tick(const QString &path)
{
    m_bar->refresh();
    if (!m_window.isActiveWindow() || m_window.isMinimized())
        return;
    const QString item = path.section(u'/', 1);
    if (item.isEmpty())
        return;
    if (path.startsWith(u"alerts/"))
        m_desk.markSeen(item);
    else if (path.startsWith(u"sources/"))
        m_desk.markSeen(QStringLiteral("source/") + item);
}

void DeskSide::showSettings()
{
    if (!m_dialog)
        m_dialog = new NotificationsDialog(m_desk, &m_window);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace Watchfloor
