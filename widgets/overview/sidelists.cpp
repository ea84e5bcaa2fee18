#include "widgets/overview/sidelists.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QMouseEvent>
#include <QPainter>

namespace Watchfloor {

namespace {
constexpr int firingRowHeight = 52;
constexpr int changeRowHeight = 28;
constexpr size_t mostFiring = 6;
constexpr size_t mostChanges = 7;
constexpr int emptyHeight = 56;
constexpr int side = 12;

QString iconOf(Mark::Kind kind)
{
    switch (kind) {
    case Mark::Kind::Deploy:
        return QStringLiteral("deploy");
    case Mark::Kind::Restart:
        return QStringLiteral("restart");
    case Mark::Kind::Run:
        return QStringLiteral("runbooks");
    case Mark::Kind::Alert:
        return QStringLiteral("alerts");
    case Mark::Kind::Recovered:
        return QStringLiteral("check-circle");
    case Mark::Kind::Incident:
        return QStringLiteral("incidents");
    case Mark::Kind::Source:
        return QStringLiteral("sources");
    case Mark::Kind::Silence:
        return QStringLiteral("bell-off");
    case Mark::Kind::Note:
        return QStringLiteral("pencil");
    }
    return {};
}

void paintEmpty(QPainter &painter, const QRect &area, const QString &text, const Theme &colours)
{
    painter.setFont(textFont());
    painter.setPen(colours.text2);
    painter.drawText(area.adjusted(side, 0, -side, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, text);
}
}

FiringList::FiringList(const Stores &stores, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_stores(stores)
    , m_clock(clock)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Firing alerts"));
}

void FiringList::refresh()
{
    m_rows.clear();
    m_total = m_stores.alerts.count(AlertState::Firing) + m_stores.alerts.count(AlertState::Acknowledged) + m_stores.alerts.count(AlertState::Unseen);
    const WallTime wall = m_clock.wall();
    for (const Alert &alert : m_stores.alerts.alerts()) {
        if (m_rows.size() == mostFiring)
            break;
        if (alert.state != AlertState::Firing && alert.state != AlertState::Acknowledged && alert.state != AlertState::Unseen)
            continue;
        Row row{alert.fingerprint, lookOf(alert.state, alert.severity), Format::safeText(alert.name(), 80),
                Format::safeText(alert.service(), 60), Format::safeText(alert.summary(), 200), {}, Tone::Secondary};
        row.summary += QStringLiteral(" \u00B7 ") + Format::shortSpan(wall - alert.beganBy(wall));
        if (alert.state == AlertState::Unseen) {
            row.right = tr("not seen any more");
            row.rightTone = Tone::Blind;
        } else if (alert.acknowledgement) {
            row.right = tr("%1: acknowledged %2").arg(Format::safeText(alert.acknowledgement->owner, 24), Format::shortTime(alert.acknowledgement->at));
        } else if (const auto rest = m_stores.alerts.respondWithin(alert, wall)) {
            row.right = rest->count() >= 0 ? tr("respond in %1").arg(Format::countdown(*rest)) : tr("overdue %1").arg(Format::countdown(-*rest));
            row.rightTone = rest->count() < 0 || stateOf(alert.severity) == State::Critical ? Tone::Critical : Tone::Warning;
        }
        m_rows.push_back(std::move(row));
    }
    updateGeometry();
    update();
}

QSize FiringList::sizeHint() const
{
    return {300, m_rows.empty() ? emptyHeight : firingRowHeight * int(m_rows.size())};
}

void FiringList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    if (m_rows.empty()) {
        const bool blind = m_stores.services.counts(m_clock.now()).of(State::Blind) > 0 || m_stores.alerts.isBusy();
        paintEmpty(painter, rect(), blind ? tr("Nothing that can be seen fires; see what is blind.") : tr("Nothing fires."), colours);
        return;
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const QRect area(0, int(i) * firingRowHeight, width(), firingRowHeight);
        painter.fillRect(QRect(0, area.top(), width(), 1), colours.line);
        paintRow(painter, area.adjusted(side, 8, -side, -6), m_rows[i]);
    }
}

void FiringList::paintRow(QPainter &painter, const QRect &area, const Row &row) const
{
    const Theme &colours = themeOf(this);
    paintAlertLook(painter, QRectF(area.left(), area.top() + 3, 12, 12), row.look, colours);
    const int left = area.left() + 22;
    const QFont small = textFont(TextSize::Small);
    const QFont rightFont = textFont(TextSize::Small, row.rightTone == Tone::Critical ? QFont::DemiBold : QFont::Normal);
    const int rightWidth = std::min(int(tabularWidth(rightFont, row.right)) + 4, area.width() / 2);
    painter.setFont(rightFont);
    painter.setPen(colours.of(row.rightTone));
    drawTabular(painter, QRect(area.right() - rightWidth, area.top(), rightWidth, 18), Qt::AlignVCenter | Qt::AlignRight, row.right);
    const QFont bold = textFont(TextSize::Body, QFont::DemiBold);
    const int room = area.right() - rightWidth - 8 - left;
    painter.setFont(bold);
    painter.setPen(colours.text);
    drawLine(painter, QRect(left, area.top(), room, 18), Qt::AlignVCenter | Qt::AlignLeft, row.name);
    const int used = std::min(qCeil(lineWidth(bold, row.name)), room) + 6;
    painter.setFont(textFont());
    painter.setPen(colours.text2);
    drawLine(painter, QRect(left + used, area.top(), std::max(0, room - used), 18), Qt::AlignVCenter | Qt::AlignLeft, row.service);
    painter.setFont(small);
    drawLine(painter, QRect(left, area.top() + 20, area.right() - left, 16), Qt::AlignVCenter | Qt::AlignLeft, row.summary);
}

void FiringList::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / firingRowHeight;
    if (row >= 0 && row < int(m_rows.size()))
        Q_EMIT alertActivated(m_rows[size_t(row)].fingerprint);
}

ChangeList::ChangeList(const Stores &stores, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_stores(stores)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("changes"));
    setAccessibleName(tr("What changed"));
}

void ChangeList::refresh()
{
    m_marks = m_stores.marks.within(lastUntil(m_clock.wall(), std::chrono::hours(1)));
    std::reverse(m_marks.begin(), m_marks.end());
    if (m_marks.size() > mostChanges)
        m_marks.resize(mostChanges);
    QStringList lines;
    for (const Mark &mark : m_marks)
        lines << QStringLiteral("%1 %2 %3").arg(Format::shortTime(mark.at), Format::safeText(mark.service, 32), textOf(mark));
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

QString ChangeList::textOf(const Mark &mark)
{
    const QString text = Format::safeText(mark.text, 120);
    if (mark.kind == Mark::Kind::Alert)
        return tr("%1 fires").arg(text);
    if (mark.kind == Mark::Kind::Recovered)
        return tr("%1 recovered").arg(text);
    return mark.actor.isEmpty() ? text : tr("%1 by %2").arg(text, Format::safeText(mark.actor, 32));
}

QSize ChangeList::sizeHint() const
{
    return {300, m_marks.empty() ? emptyHeight : changeRowHeight * int(m_marks.size()) + 4};
}

void ChangeList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    if (m_marks.empty()) {
        paintEmpty(painter, rect(), tr("No deploy, restart, run or alert since this window opened."), colours);
        return;
    }
    for (size_t i = 0; i < m_marks.size(); ++i) {
        const Mark &mark = m_marks[i];
        const QRect area(side, int(i) * changeRowHeight, width() - 2 * side, changeRowHeight);
        painter.setFont(textFont());
        painter.setPen(colours.text2);
        drawTabular(painter, QRect(area.left(), area.top(), 44, area.height()), Qt::AlignVCenter | Qt::AlignLeft, Format::shortTime(mark.at));
        paintIcon(painter, QRectF(area.left() + 52, area.center().y() - 7, 14, 14), iconOf(mark.kind), colours.text2);
        int x = area.left() + 76;
        if (!mark.service.isEmpty()) {
            const QFont bold = textFont(TextSize::Body, QFont::DemiBold);
            painter.setFont(bold);
            painter.setPen(colours.text);
            const QString service = Format::safeText(mark.service, 32);
            drawLine(painter, QRect(x, area.top(), area.right() - x, area.height()), Qt::AlignVCenter | Qt::AlignLeft, service);
            x += qCeil(lineWidth(bold, service)) + 6;
        }
        const QString text = textOf(mark);
        painter.setFont(textFont());
        painter.setPen(colours.text2);
        drawLine(painter, QRect(x, area.top(), area.right() - x, area.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
    }
}

} // namespace Watchfloor
