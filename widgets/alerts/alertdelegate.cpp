#include "widgets/alerts/alertdelegate.h"

#include "models/core/format.h"
#include "widgets/alerts/alertlook.h"
#include "widgets/alerts/alertrowsmodel.h"

namespace Watchfloor {

namespace {
constexpr int inhibitedIndent = 12;
constexpr int groupedIndent = 12;
}

AlertDelegate::AlertDelegate(const AlertRowsModel &rows, const AlertStore &store, const Clock &clock, QObject *parent)
    : CellDelegate(parent)
    , m_rows(rows)
    , m_store(store)
    , m_clock(clock)
{
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
    const bool inhibited = alert->state == AlertState::Inhibited;
    switch (AlertTableModel::Column(index.column())) {
    case AlertTableModel::StateColumn:
        fillState(cell, *alert);
        break;
    case AlertTableModel::SeverityColumn:
        if (alert->state == AlertState::Firing || alert->state == AlertState::Acknowledged)
            cell.tone = toneOf(alert->severity);
        break;
    case AlertTableModel::NameColumn:
        cell.tone = Tone::Primary;
        cell.indent = inhibited ? inhibitedIndent : 0;
        if (alert->state == AlertState::Firing || alert->state == AlertState::Acknowledged)
            cell.weight = QFont::DemiBold;
        break;
    case AlertTableModel::ActiveColumn: {
        const auto active = alert->endedAt.value_or(m_clock.wall()) - alert->startsAt;
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
    case AlertTableModel::SilencedColumn:
        cell.text = silencedText(*alert);
        break;
    case AlertTableModel::OriginColumn:
        if (alert->state == AlertState::Unseen) {
            cell.glyph = State::Blind;
            cell.tone = Tone::Blind;
        }
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
        cell.iconName = m_rows.isFolded(index.row()) ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down");
        const AlertLook look = lookOf(group->worst, group->severity);
        cell.text = AlertWords::of(group->worst);
        cell.tone = look.tone;
    } else if (index.column() == AlertTableModel::NameColumn) {
        cell.weight = QFont::DemiBold;
    } else {
        cell.tone = Tone::Secondary;
    }
    return cell;
}

void AlertDelegate::fillState(Cell &cell, const Alert &alert) const
{
    const AlertLook look = lookOf(alert.state, alert.severity);
    cell.glyph = look.glyph;
    cell.glyphStyle = look.style;
    cell.iconName = look.iconName;
    cell.iconTone = look.tone;
    cell.tone = alert.state == AlertState::Silenced || alert.state == AlertState::Inhibited ? Tone::Primary : look.tone;
    cell.indent = alert.state == AlertState::Inhibited ? inhibitedIndent : m_rows.isGrouped() ? groupedIndent : 0;
    if (look.strong)
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
            cell.text = late ? QChar(0x2212) + Format::countdown(-*rest) : Format::countdown(*rest);
        return;
    }
    if (alert.state == AlertState::Acknowledged) {
        cell.iconName = QStringLiteral("check");
        cell.iconTone = Tone::Healthy;
        if (alert.acknowledgement)
            cell.text = tr("at %1").arg(Format::shortTime(alert.acknowledgement->at));
    } else if (alert.state == AlertState::Vanished && m_narrow) {
        cell.text = tr("gone");
    } else if (alert.state == AlertState::Recovered && alert.endedAt) {
        cell.text = tr("at %1").arg(Format::shortTime(*alert.endedAt));
    } else if (alert.state == AlertState::Pending) {
        const auto rule = m_store.ruleOf(alert);
        const auto rest = rule ? rule->second.duration - (now - alert.startsAt) : std::chrono::milliseconds(0);
        if (rest.count() > 0)
            cell.text = m_narrow ? tr("in %1").arg(Format::countdown(rest)) : tr("fires in %1").arg(Format::countdown(rest));
        else if (rule)
            cell.text = tr("fires any moment");
    }
}

/// Who muted it and until when, where the silence itself can be seen.
QString AlertDelegate::silencedText(const Alert &alert) const
{
    if (alert.silencedBy.isEmpty())
        return alert.inhibitedBy.isEmpty() ? QString() : tr("by another alert");
    for (const QString &origin : alert.origins) {
        for (const Silence &silence : m_store.silences(origin)) {
            if (!alert.silencedBy.contains(silence.id))
                continue;
            const QString until = tr("until %1").arg(Format::moment(silence.endsAt, m_clock.wall()));
            return silence.createdBy.isEmpty() ? until : QStringLiteral("%1 \u00B7 %2").arg(Format::safeText(silence.createdBy, 40), until);
        }
    }
    return tr("by a silence");
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

} // namespace Watchfloor
