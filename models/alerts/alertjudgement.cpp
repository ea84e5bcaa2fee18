#include "models/alerts/alertbook.h"
#include "models/alerts/backing.h"
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

/// Its time is over, or the alert became worse than what was taken on: who took on a warning did not take on a page.
bool AlertStore::Private::endsAcknowledgement(const AlertRecord &record) const
{
    const auto &taken = record.alert.acknowledgement;
    return taken && record.alert.isOpen() && ((taken->until && *taken->until <= at) || record.alert.severity < record.acknowledgedAs);
}

AlertStore::Private::Verdict AlertStore::Private::verdictOf(AlertRecord &record)
{
    if (endsAcknowledgement(record)) {
        record.alert.acknowledgement.reset();
        record.dirty = true;
    }
    if (record.entries.empty())
        return leftVerdict(record);
    record.presence.reset();
    record.askedAt.reset();
    const Verdict verdict = listedVerdict(record);
    const auto &taken = record.alert.acknowledgement;
    if (!taken)
        return verdict;
    if (taken->until)
        record.dueAt = now;
    if (verdict == AlertState::Firing)
        return AlertState::Acknowledged;
    // Muted by the silence that stands behind the acknowledgement: the team sees the one, we the other.
    const bool isBacked = verdict == AlertState::Silenced && std::any_of(record.entries.begin(), record.entries.end(), [&taken](const AlertEntry &entry) {
        return std::any_of(entry.silencedBy.begin(), entry.silencedBy.end(), [&taken](const QString &id) { return isBackedBy(*taken, id); });
    });
    return isBacked ? AlertState::Acknowledged : verdict;
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
    const AlertState state = record.alert.state;
    if (isOver(state)) {
        const Instant end = record.recoveredAt ? *record.recoveredAt + recoveredKept : Instant::max();
        const bool kept = state == AlertState::Vanished || now < end || record.alert.flapping;
        record.dueAt = state == AlertState::Vanished ? Instant::max() : end;
        return kept ? Verdict(state) : std::nullopt;
    }
    if (record.raisers.empty() && record.carriers.empty())
        return record.isRestored ? AlertState::Unseen : AlertState::Recovered;
    const std::vector<size_t> raisers = raisersOf(record);
    const auto hidden = [this](size_t origin) { return !isVisible(origin); };
    const bool isHidden = std::any_of(raisers.begin(), raisers.end(), hidden)
                          || std::any_of(record.carriers.begin(), record.carriers.end(), hidden);
    // What can be seen again tells itself; all else is asked about at every turn.
    record.dueAt = isHidden ? Instant::max() : now;
    if (!isHidden && !record.everFired)
        return record.begins.empty() ? std::nullopt : Verdict(AlertState::Recovered);
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
    const QString name = record.alert.name();
    for (size_t i = 0; i < origins.size(); ++i)
        if (origins[i].kind == AlertOrigin::Kind::Prometheus && origins[i].rulesByName.contains(name))
            raisers.push_back(i);
    return raisers;
}

/// Every Prometheus behind the alert can be seen and lists it no more. Only its series can tell recovery from silence.
AlertStore::Private::Verdict AlertStore::Private::askPresence(AlertRecord &record, const std::vector<size_t> &raisers)
{
    const Alert &alert = record.alert;
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

} // namespace Watchfloor
