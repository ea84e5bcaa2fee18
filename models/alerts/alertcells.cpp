#include "models/alerts/alertcells.h"

#include "models/core/format.h"

#include <array>

namespace Watchfloor {

namespace {
constexpr std::array<const char16_t *, 10> columnIds{u"state", u"severity", u"alert", u"service", u"summary", u"active", u"respond", u"owner", u"origin", u"silenced"};
const QString labelPrefix = QStringLiteral("label:");
}

QString AlertColumn::id() const
{
    return kind == Label ? labelPrefix + label : QString::fromUtf16(columnIds[size_t(kind)]);
}

std::optional<AlertColumn> AlertColumn::fromId(const QString &id)
{
    if (id.startsWith(labelPrefix) && id.size() > labelPrefix.size())
        return AlertColumn{Label, id.mid(labelPrefix.size())};
    for (size_t kind = 0; kind < columnIds.size(); ++kind)
        if (QStringView(columnIds[kind]) == id)
            return AlertColumn{Kind(kind)};
    return std::nullopt;
}

QString AlertCells::stateWord(AlertState state)
{
    switch (state) {
    case AlertState::Firing:
        return tr("Firing");
    case AlertState::Pending:
        return tr("Pending");
    case AlertState::Acknowledged:
        return tr("Acknowledged");
    case AlertState::Silenced:
        return tr("Silenced");
    case AlertState::Inhibited:
        return tr("Inhibited");
    case AlertState::Unseen:
        return tr("Unseen");
    case AlertState::Vanished:
        return tr("Vanished");
    case AlertState::Recovered:
        return tr("Recovered");
    }
    return {};
}

QString AlertCells::heading(const AlertColumn &column)
{
    switch (column.kind) {
    case AlertColumn::State:
        return tr("State");
    case AlertColumn::Severity:
        return tr("Severity");
    case AlertColumn::Name:
        return tr("Alert");
    case AlertColumn::Service:
        return tr("Service");
    case AlertColumn::Summary:
        return tr("Summary");
    case AlertColumn::Active:
        return tr("Active for");
    case AlertColumn::Respond:
        return tr("Respond within");
    case AlertColumn::Owner:
        return tr("Owner");
    case AlertColumn::Origin:
        return tr("Origin");
    case AlertColumn::Silenced:
        return tr("Silenced by");
    case AlertColumn::Label:
        return Format::safeText(column.label, 64);
    }
    return {};
}

QString AlertCells::groupingWord(const QString &by)
{
    if (by == u"@state")
        return tr("state");
    if (by == u"@severity")
        return tr("severity");
    if (by == u"@origin")
        return tr("origin");
    if (by == u"@cluster")
        return tr("cluster of Alertmanagers");
    return Format::safeText(by, 64);
}

QString AlertCells::respondText(const Alert &alert, const AlertStore &store, WallTime now)
{
    if (alert.state == AlertState::Acknowledged && alert.acknowledgement)
        return tr("taken at %1").arg(Format::shortTime(alert.acknowledgement->at));
    if (alert.state == AlertState::Unseen)
        return tr("not known");
    if (alert.state == AlertState::Vanished)
        return tr("not recovered");
    if (alert.state == AlertState::Recovered)
        return alert.flapping ? tr("now below") : alert.endedAt ? tr("at %1").arg(Format::shortTime(*alert.endedAt)) : QString();
    if (alert.state == AlertState::Pending) {
        const auto rule = store.ruleOf(alert);
        if (!rule)
            return {};
        const auto rest = rule->second.duration - (now - alert.beganBy(now));
        return rest.count() > 0 ? tr("fires in %1").arg(Format::countdown(rest)) : tr("fires any moment");
    }
    const auto rest = store.respondWithin(alert, now);
    if (!rest)
        return {};
    return rest->count() < 0 ? tr("%1 over").arg(restText(-*rest)) : tr("%1 left").arg(restText(*rest));
}

QString AlertCells::restText(std::chrono::milliseconds rest)
{
    return rest < std::chrono::hours(1) ? Format::countdown(rest) : Format::shortSpan(rest);
}

QString AlertCells::silencedText(const Alert &alert, const AlertStore &store, WallTime now)
{
    if (alert.silencedBy.isEmpty()) {
        if (alert.inhibitedBy.isEmpty())
            return alert.mutedBy.isEmpty() ? QString() : tr("by the time %1").arg(Format::safeText(alert.mutedBy.first(), 40));
        const Alert *inhibitor = store.findByOrigin(alert.inhibitedBy.first());
        const QString more = alert.inhibitedBy.size() > 1 ? QStringLiteral(" +%1").arg(alert.inhibitedBy.size() - 1) : QString();
        return (inhibitor && !inhibitor->name().isEmpty() ? tr("by %1", "inhibited by an alert").arg(Format::safeText(inhibitor->name(), 60)) : tr("by another alert")) + more;
    }
    for (const QString &origin : alert.origins) {
        for (const Silence &silence : store.silences(origin)) {
            if (!alert.silencedBy.contains(silence.id))
                continue;
            const QString until = tr("until %1").arg(Format::moment(silence.endsAt, now));
            return silence.createdBy.isEmpty() ? until : QStringLiteral("%1 \u00B7 %2").arg(Format::safeText(silence.createdBy, 40), until);
        }
    }
    return tr("%n silence(s)", nullptr, int(alert.silencedBy.size()));
}

bool AlertCells::showsFlapping(const Alert &alert)
{
    const bool comesAndGoes = alert.state == AlertState::Firing || alert.state == AlertState::Pending || alert.state == AlertState::Recovered;
    return alert.flapping && comesAndGoes;
}

QString AlertCells::text(const Alert &alert, const AlertColumn &column, const AlertStore &store, WallTime now)
{
    switch (column.kind) {
    case AlertColumn::State:
        return showsFlapping(alert) ? tr("Flapping \u00D7%1").arg(std::max(alert.starts, 2)) : stateWord(alert.state);
    case AlertColumn::Severity:
        return Format::severity(alert.severity);
    case AlertColumn::Name:
        return alert.name().isEmpty() ? tr("(no name)") : Format::safeText(alert.name());
    case AlertColumn::Service:
        return Format::safeText(alert.service());
    case AlertColumn::Summary:
        return Format::safeText(alert.summary());
    case AlertColumn::Active: {
        const WallTime end = alert.isOpen() ? now : alert.endedAt.value_or(alert.startsAt);
        return Format::span(end - alert.beganBy(end));
    }
    case AlertColumn::Respond:
        return respondText(alert, store, now);
    case AlertColumn::Owner:
        if (alert.acknowledgement)
            return Format::safeText(alert.acknowledgement->owner, 64);
        return alert.state == AlertState::Firing ? tr("unclaimed") : QString();
    case AlertColumn::Origin:
        return Format::safeText(alert.origins.join(QStringLiteral(" \u00B7 ")));
    case AlertColumn::Silenced:
        return silencedText(alert, store, now);
    case AlertColumn::Label:
        return Format::safeText(alert.labels.contains(column.label) ? alert.labels.value(column.label) : alert.externalLabels.value(column.label));
    }
    return {};
}

} // namespace Watchfloor
