#include "widgets/alerts/alertdelegate.h"

#include "models/alerts/alertcells.h"
#include "models/core/format.h"
#include "widgets/controls/alertlook.h"

namespace Watchfloor {

namespace {
constexpr int indentStep = 12;

/// The least that a child is indented by, so that it is seen to stand under its parent.
int depthIndent(int depth)
{
    return indentStep * depth;
}
}

AlertDelegate::AlertDelegate(const AlertRowsModel &rows, QObject *parent)
    : CellDelegate(parent)
    , m_rows(rows)
    , m_store(rows.source().store())
    , m_clock(rows.source().clock())
{
}

int AlertDelegate::nameIndent(const AlertRowsModel &rows, int row)
{
    return depthIndent(rows.depthAt(row));
}

std::optional<State> AlertDelegate::rowState(const QModelIndex &index) const
{
    const Alert *alert = m_rows.alertAt(index.row());
    return alert ? rowStateOf(alert->state) : std::nullopt;
}

Cell AlertDelegate::cell(const QModelIndex &index) const
{
    const Alert *alert = m_rows.alertAt(index.row());
    if (!alert)
        return groupCell(index);
    Cell cell = CellDelegate::cell(index);
    cell.tone = Tone::Secondary;
    switch (AlertTableModel::Column(index.column())) {
    case AlertTableModel::StateColumn:
        fillState(cell, *alert, index.row());
        break;
    case AlertTableModel::SeverityColumn:
        if (alert->state == AlertState::Firing || alert->state == AlertState::Acknowledged)
            cell.tone = toneOf(alert->severity);
        break;
    case AlertTableModel::NameColumn:
        fillName(cell, *alert, index.row());
        break;
    case AlertTableModel::ActiveColumn: {
        const WallTime end = alert->endedAt.value_or(m_clock.wall());
        const auto active = end - alert->beganBy(end);
        cell.text = active < std::chrono::hours(1) ? Format::shortSpan(active) : Format::span(active);
        cell.tabular = true;
        break;
    }
    case AlertTableModel::RespondColumn:
        fillRespond(cell, *alert);
        break;
    case AlertTableModel::OwnerColumn:
        fillOwner(cell, *alert);
        break;
    case AlertTableModel::OriginColumn:
        fillOrigin(cell, *alert);
        break;
    default:
        break;
    }
    return cell;
}

Cell AlertDelegate::groupCell(const QModelIndex &index) const
{
    Cell cell = CellDelegate::cell(index);
    const AlertRowsModel::Group *group = m_rows.groupAt(index.row());
    if (!group)
        return cell;
    if (index.column() == AlertTableModel::StateColumn) {
        const AlertLook look = lookOf(group->worst, group->severity);
        cell.iconName = m_rows.isFolded(index.row()) ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down");
        cell.text = AlertCells::stateWord(group->worst);
        cell.tone = look.tone;
    } else if (index.column() == AlertTableModel::NameColumn) {
        cell.weight = QFont::DemiBold;
    } else {
        cell.tone = Tone::Secondary;
    }
    return cell;
}

void AlertDelegate::fillState(Cell &cell, const Alert &alert, int row) const
{
    AlertLook look = lookOf(alert.state, alert.severity);
    const bool flaps = AlertCells::showsFlapping(alert);
    if (flaps)
        look = {{}, {}, QStringLiteral("flapping"), toneOf(alert.severity), alert.state == AlertState::Firing};
    cell.glyph = look.glyph;
    cell.glyphStyle = look.style;
    cell.iconName = look.iconName;
    cell.iconTone = look.tone;
    const bool muted = alert.state == AlertState::Silenced || alert.state == AlertState::Inhibited;
    cell.tone = muted || (flaps && alert.state != AlertState::Firing) ? Tone::Primary : look.tone;
    const int depth = m_rows.depthAt(row);
    cell.indent = depth > 0 ? depthIndent(depth) : m_rows.isGrouped() ? indentStep : 0;
    if (look.strong)
        cell.weight = QFont::DemiBold;
}

void AlertDelegate::fillName(Cell &cell, const Alert &alert, int row) const
{
    cell.tone = Tone::Primary;
    cell.indent = nameIndent(m_rows, row);
    if (m_rows.canFold(row)) {
        cell.iconName = m_rows.isFolded(row) ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down");
        if (m_rows.isFolded(row))
            cell.detail = QStringLiteral("+%1").arg(m_rows.underneath(row));
    }
    if (alert.state == AlertState::Firing || alert.state == AlertState::Acknowledged)
        cell.weight = QFont::DemiBold;
}

void AlertDelegate::fillRespond(Cell &cell, const Alert &alert) const
{
    cell.tabular = true;
    const WallTime now = m_clock.wall();
    if (alert.state == AlertState::Unseen) {
        cell.tone = Tone::Blind;
        return;
    }
    if (const auto rest = m_store.respondWithin(alert, now)) {
        const auto policy = m_store.policy().escalation.find(alert.severity);
        if (policy != m_store.policy().escalation.end() && policy->second.respond.count() > 0)
            cell.bar = 1 - double(rest->count()) / double(policy->second.respond.count());
        const bool late = rest->count() < 0;
        cell.tone = late ? Tone::Critical : toneOf(alert.severity);
        cell.barTone = cell.tone;
        cell.weight = QFont::DemiBold;
        if (m_narrow)
            cell.text = late ? QChar(0x2212) + AlertCells::restText(-*rest) : AlertCells::restText(*rest);
        return;
    }
    if (alert.state == AlertState::Acknowledged && alert.acknowledgement) {
        cell.iconName = QStringLiteral("check");
        cell.iconTone = Tone::Healthy;
        cell.text = tr("at %1").arg(Format::shortTime(alert.acknowledgement->at));
        if (alert.acknowledgement->until && !m_narrow)
            cell.text += tr(", until %1").arg(Format::shortTime(*alert.acknowledgement->until));
    } else if (alert.state == AlertState::Vanished && m_narrow) {
        cell.text = tr("gone");
    }
}

void AlertDelegate::fillOwner(Cell &cell, const Alert &alert) const
{
    if (alert.acknowledgement) {
        cell.iconName = QStringLiteral("user");
        cell.tone = Tone::Primary;
    } else if (alert.state == AlertState::Firing && stateOf(alert.severity) != State::Healthy) {
        cell.tone = Tone::Warning;
    }
}

/// Who cannot be seen, and who disagrees about it.
void AlertDelegate::fillOrigin(Cell &cell, const Alert &alert) const
{
    if (alert.state == AlertState::Unseen) {
        cell.glyph = State::Blind;
        cell.tone = Tone::Blind;
    } else if (alert.disputed) {
        cell.glyph = State::Warning;
        cell.glyphStyle = GlyphStyle::Outline;
        cell.detail = tr("disputed");
    }
}

} // namespace Watchfloor
