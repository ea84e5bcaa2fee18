#include "widgets/shell/statusline.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QFile>
#include <QMouseEvent>
#include <QPainter>
#include <QTimeZone>

#include <unistd.h>

namespace Watchfloor {

namespace {

constexpr int lineHeight = 26;

/// Resident memory of this process in bytes; 0 where it cannot be read. Source: proc(5), /proc/self/statm.
qint64 residentBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = statm.readAll().split(' ');
    return fields.size() > 1 ? fields[1].toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

QString localZoneName()
{
    const QByteArray id = QTimeZone::systemTimeZoneId();
    return QString::fromLatin1(id.mid(id.lastIndexOf('/') + 1)).replace(u'_', u' ');
}

} // namespace

StatusLine::StatusLine(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setFixedHeight(lineHeight);
    refresh();
}

void StatusLine::refresh()
{
    const WallTime now = m_session.clock().wall();
    m_parts = {QStringLiteral("%1 UTC").arg(Format::clockTime(now, true))};
    if (QDateTime::currentDateTime().offsetFromUtc() != 0)
        m_parts << QStringLiteral("%1 %2").arg(Format::shortTime(now), localZoneName());
    m_parts << tr("frame %1 ms").arg(std::max<qint64>(1, m_session.loop().worstRecently().count() / 1'000))
            << tr("%1 queries/min, %2/min").arg(m_session.queriesPerMinute()).arg(Format::bytes(m_session.bytesPerMinute()));
    if (!m_session.reloadFaults().empty())
        m_parts << tr("workspace file has %n fault(s), the last good one is shown", nullptr, int(m_session.reloadFaults().size()));
    m_alarming = m_session.storageError().has_value();
    m_storage = m_alarming ? tr("cannot record: actions are locked") : m_session.options().dataFolder.isEmpty() ? tr("not recording") : tr("recording");
    if (const qint64 resident = residentBytes())
        m_storage += QStringLiteral("  \u00B7  ") + Format::bytes(resident);
    if (!m_message.isEmpty() && m_session.clock().now() > m_messageUntil)
        m_message.clear();
    update();
}

void StatusLine::showMessage(const QString &sentence)
{
    m_message = sentence;
    m_messageUntil = m_session.clock().now() + std::chrono::seconds(20);
    update();
}

QString StatusLine::text() const
{
    return (m_message.isEmpty() ? m_parts.join(QStringLiteral("   ")) : m_message) + QStringLiteral("   ") + m_storage;
}

QSize StatusLine::sizeHint() const
{
    return {640, lineHeight};
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &colours = themeOf(this);
    painter.fillRect(rect(), colours.chrome);
    painter.fillRect(QRect(0, 0, width(), 1), colours.line);
    const QFont font = textFont(TextSize::Small);
    painter.setFont(font);
    const QString keys = tr("? keys");
    const int keysWidth = int(tabularWidth(font, keys)) + 8;
    const int storageWidth = int(tabularWidth(font, m_storage)) + 8;
    m_keysRect = QRect(width() - 12 - keysWidth, 0, keysWidth, height());
    painter.setPen(colours.text2);
    drawTabular(painter, m_keysRect, Qt::AlignVCenter | Qt::AlignLeft, keys);
    painter.setPen(m_alarming ? colours.critical : colours.text2);
    drawTabular(painter, QRect(m_keysRect.left() - 12 - storageWidth, 0, storageWidth, height()), Qt::AlignVCenter | Qt::AlignLeft, m_storage);
    double x = 16;
    const double room = m_keysRect.left() - storageWidth - 32;
    if (!m_message.isEmpty()) {
        painter.setPen(colours.warning);
        painter.drawText(QRectF(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(m_message, Qt::ElideRight, int(room)));
        return;
    }
    painter.setPen(colours.text2);
    for (const QString &part : m_parts) {
        const double partWidth = tabularWidth(font, part);
        if (x + partWidth > room)
            break;
        drawTabular(painter, QRectF(x, 0, partWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, part);
        x += partWidth + 20;
    }
}

void StatusLine::mousePressEvent(QMouseEvent *event)
{
    if (m_keysRect.contains(event->position().toPoint()))
        Q_EMIT keysRequested();
}

} // namespace Watchfloor
