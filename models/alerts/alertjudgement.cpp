#include "models/alerts/alertbook.h"
#include "models/alerts/ruleselector.h"

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr auto recoveredKept = 1h;
constexpr auto questionPatience = 30s;
constexpr size_t questionsAtOnce = 20;

bool isOver(AlertState state)
{
    return state == AlertState::Recovered || state == AlertState::Vanished;
}

void addUnique(std::vector<size_t> &list, size_t value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

} // namespace

AlertStore::Private::Verdict AlertStore::Private::verdictOf(AlertRecord &record)
{
    if (record.entries.empty())
        return leftVerdict(record);
    record.presence.reset();
    record.askedAt.reset();
    const Verdict verdict = listedVerdict(record);
    return verdict == AlertState::Firing && alertOf(record).acknowledgement ? AlertState::Acknowledged : verdict;
}

/// Of the origins that can be seen an Alertmanager knows more than a Prometheus, which has no silences; one that notifies
/// beats one that mutes.
AlertStore::Private::Verdict AlertStore::Private::listedVerdict(const AlertRecord &record) const
{
    bool pending = false;
    bool raised = false;
    bool notified = false;
    bool silenced = false;
    bool inhibited = false;
    for (const AlertEntry &entry : record.entries) {
        const AlertOrigin &origin = origins[entry.origin];
        if (!origin.visible)
            continue;
        const bool suppressed = entry.state == OriginAlert::State::Suppressed;
        if (origin.kind == AlertOrigin::Kind::Prometheus)
            (entry.state == OriginAlert::State::Pending ? pending : raised) = true;
        else if (!suppressed)
            notified = true;
        else
            (entry.silencedBy.isEmpty() && !entry.inhibitedBy.isEmpty() ? inhibited : silenced) = true;
    }
    if (notified)
        return AlertState::Firing;
    if (silenced || inhibited)
        return silenced ? AlertState::Silenced : AlertState::Inhibited;
    if (raised)
        return AlertState::Firing;
    return pending ? AlertState::Pending : AlertState::Unseen;
}

AlertStore::Private::Verdict AlertStore::Private::leftVerdict(AlertRecord &record)
{
    const AlertState state = alertOf(record).state;
    if (isOver(state)) {
        const bool kept = state == AlertState::Vanished || !record.recoveredAt || now - *record.recoveredAt < recoveredKept;
        return kept ? Verdict(state) : std::nullopt;
    }
    if (record.raisers.empty() && record.carriers.empty())
        return AlertState::Recovered;
    const std::vector<size_t> raisers = raisersOf(record);
    const auto hidden = [this](size_t origin) { return !isVisible(origin); };
    const bool isHidden = std::any_of(raisers.begin(), raisers.end(), hidden)
                          || std::any_of(record.carriers.begin(), record.carriers.end(), hidden);
    if (!isHidden && !record.everFired)
        return std::nullopt;
    if (!isHidden && !raisers.empty())
        return askPresence(record, raisers);
    record.presence.reset();
    record.askedAt.reset();
    if (isHidden)
        return AlertState::Unseen;
    // Nobody here knows the Prometheus behind it. One that we cannot see may be it; else an Alertmanager that dropped the
    // alert before its time was told so, and one that waited for the time to pass was left without a word (decisions 4).
    const auto& all = sources.sources();
    const bool mayBeHidden = std::any_of(all.begin(), all.end(), [this](const SourceStatus &status) {
        return status.spec.kind == SourceKind::Prometheus && status.state(now) != State::Healthy;
    });
    return record.endTold && !mayBeHidden ? AlertState::Recovered : AlertState::Unseen;
}

std::vector<size_t> AlertStore::Private::raisersOf(const AlertRecord &record)
{
    std::vector<size_t> raisers = record.raisers;
    if (record.generator)
        addUnique(raisers, *record.generator);
    if (!raisers.empty())
        return raisers;
    const QString name = alertOf(record).name();
    for (size_t i = 0; i < origins.size(); ++i)
        if (origins[i].kind == AlertOrigin::Kind::Prometheus && origins[i].rulesByName.contains(name))
            raisers.push_back(i);
    return raisers;
}

/// Every Prometheus behind the alert can be seen and lists it no more. Only its series can tell recovery from silence.
AlertStore::Private::Verdict AlertStore::Private::askPresence(AlertRecord &record, const std::vector<size_t> &raisers)
{
    const Alert &alert = alertOf(record);
    const AlertRule *rule = nullptr;
    size_t asked = 0;
    for (const size_t raiser : raisers) {
        const AlertRule *own = origins[raiser].ruleFor(alert.labels);
        // After a restart a rule that was not evaluated yet lists nothing; one that fails knows nothing.
        if ((own && own->health != u"ok" && !own->health.isEmpty()) || !origins[raiser].appliedAt)
            return AlertState::Unseen;
        if (own && !rule) {
            rule = own;
            asked = raiser;
        }
    }
    if (!rule)
        return AlertState::Vanished;
    if (record.presence)
        return *record.presence ? AlertState::Recovered : AlertState::Vanished;
    const QString expression = presenceExpression(*rule, alert.labels, !record.raisers.empty());
    if (expression.isEmpty())
        return AlertState::Recovered;
    const bool isDue = !record.askedAt || now - *record.askedAt >= questionPatience;
    if (isDue && questions.size() < questionsAtOnce) {
        record.askedAt = now;
        questions.push_back({origins[asked].name, alert.fingerprint, expression});
    }
    return AlertState::Unseen;
}

/// Nobody is asked to answer what was taken on or is muted: that time does not count. What was muted when we came has been so
/// since it fired, as far as anybody here knows.
void AlertStore::Private::holdClock(AlertRecord &record, Alert &alert, WallTime at)
{
    const bool muted = alert.state == AlertState::Silenced || alert.state == AlertState::Inhibited;
    const bool stands = alert.isOpen() && (alert.acknowledgement || muted);
    if (stands && !record.stoodSince)
        record.stoodSince = alert.acknowledgement ? alert.acknowledgement->at : record.everRan ? at : alert.firingSince.value_or(at);
    else if (!stands && record.stoodSince)
        alert.heldFor += std::max(at - *std::exchange(record.stoodSince, std::nullopt), 0ms);
    record.everRan = record.everRan || !stands;
}

void AlertStore::Private::mergeTimes(AlertRecord &record, Alert &alert, AlertState state)
{
    std::optional<WallTime> starts;
    std::optional<WallTime> notified;
    std::optional<WallTime> raised;
    const auto earlier = [](std::optional<WallTime> &known, WallTime time) {
        if (time != WallTime{} && (!known || time < *known))
            known = time;
    };
    for (const AlertEntry &entry : record.entries) {
        const AlertOrigin &origin = origins[entry.origin];
        earlier(starts, entry.startsAt);
        if (origin.kind != AlertOrigin::Kind::Prometheus) {
            earlier(notified, entry.startsAt);
        } else if (entry.state != OriginAlert::State::Pending) {
            const AlertRule *rule = origin.ruleFor(alert.labels);
            earlier(raised, std::min(entry.startsAt + (rule ? rule->duration : 0ms), at));
        }
    }
    if (starts)
        alert.startsAt = *starts;
    else if (alert.startsAt == WallTime{})
        alert.startsAt = at;
    const bool fires = notified || raised;
    record.everPending = record.everPending || state == AlertState::Pending;
    record.everFired = record.everFired || fires;
    if (fires && !alert.firingSince)
        alert.firingSince = notified ? *notified : record.everPending ? at : raised.value_or(at);
}

void AlertStore::Private::merge(AlertRecord &record, AlertState state)
{
    Alert &alert = alertOf(record);
    if (state != AlertState::Unseen && !isOver(state))
        alert.endedAt.reset();
    else if (alert.state != state)
        alert.endedAt = at;
    if (alert.state != state) {
        transitions.push_back({record.key, alert.state});
        record.recoveredAt = state == AlertState::Recovered ? std::optional(now) : std::nullopt;
        alert.state = state;
    }
    if (record.entries.empty()) {
        holdClock(record, alert, at);
        return;
    }
    mergeTimes(record, alert, state);
    holdClock(record, alert, at);
    alert.origins.clear();
    alert.silencedBy.clear();
    alert.inhibitedBy.clear();
    alert.generatorUrl.clear();
    alert.value.clear();
    Labels external;
    bool annotated = false;
    for (const AlertEntry &entry : record.entries) {
        const AlertOrigin &origin = origins[entry.origin];
        if (state == AlertState::Unseen || origin.visible)
            alert.origins << origin.name;
        if (!annotated && !entry.annotations.isEmpty()) {
            alert.annotations = entry.annotations;
            annotated = true;
        }
        for (const auto &[name, value] : entry.external)
            external.set(name, value);
        alert.silencedBy += entry.silencedBy;
        alert.inhibitedBy += entry.inhibitedBy;
        if (alert.generatorUrl.isEmpty())
            alert.generatorUrl = entry.generatorUrl;
        if (alert.value.isEmpty())
            alert.value = entry.value;
    }
    alert.externalLabels = std::move(external);
    alert.origins.sort();
    if (record.entries.size() > 1) {
        alert.silencedBy.removeDuplicates();
        alert.inhibitedBy.removeDuplicates();
    }
}

} // namespace Watchfloor
