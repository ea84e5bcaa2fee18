#include "app/picture.h"

#include "models/core/durablefile.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/theme/applytheme.h"
#include "widgets/wall/wallwindow.h"

#include <QApplication>
#include <QBuffer>

namespace Watchfloor {

Picture::Picture(Session &session, Request request, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_request(std::move(request))
{
    m_check.setInterval(50);
    connect(&m_check, &QTimer::timeout, this, &Picture::check);
}

Picture::~Picture() = default;

void Picture::start(std::chrono::milliseconds patience)
{
    applyTheme(*qApp, m_request.theme);
    m_until = m_session.clock().now() + patience;
    if (m_request.page == u"wall") {
        const PageContext context{m_session.stores(), m_session, m_session.clock(), m_session};
        m_wall = std::make_unique<WallWindow>(context, [context](const QString &path) { return makePage(path, context); });
        m_wall->setSynchronous(true);
    } else {
        m_window = std::make_unique<MainWindow>(m_session, m_request.theme);
        m_window->setSynchronous(true);
        m_window->setTimeRange(m_request.range);
    }
    widget()->setAttribute(Qt::WA_DontShowOnScreen);
    widget()->resize((QSizeF(m_request.size) / qApp->devicePixelRatio()).toSize());
    widget()->show();
    if (m_window && !m_window->openPage(m_request.page)) {
        Q_EMIT failed(m_request.page);
        return;
    }
    m_check.start();
}

void Picture::check()
{
    // Two quiet looks in a row: an answer may have brought new questions.
    m_quietChecks = settled() ? m_quietChecks + 1 : 0;
    if (m_quietChecks < 3 && m_session.clock().now() < m_until)
        return;
    m_check.stop();
    // Pages gather changes before they show them; after this look everything known is shown, and one turn later laid out.
    if (m_wall)
        m_wall->tick();
    else
        m_window->currentPage()->tick();
    constexpr std::chrono::milliseconds layout{120};
    QTimer::singleShot(layout, this, &Picture::grab);
}

void Picture::grab()
{
    QImage image(m_request.size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(qApp->devicePixelRatio());
    image.fill(theme(m_request.theme).window);
    widget()->render(&image);
    Q_EMIT drawn(image);
}

bool Picture::settled() const
{
    return m_wall ? m_wall->isSettled() : m_window->isSettled();
}

QWidget *Picture::widget() const
{
    if (m_wall)
        return m_wall.get();
    return m_window.get();
}

Result<void> writePng(const QImage &image, const QString &path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return Error{Error::Kind::Io, {}, path};
    return replaceDurably(path, bytes);
}

} // namespace Watchfloor
