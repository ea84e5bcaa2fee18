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

/// Whether what an Alertmanager lists can be what this Prometheus sent: no external label says otherwise. One that is missing may
/// have been dropped on the way, as that which tells a pair of them apart; one that this Prometheus does not add came from another.
bool mayCarry(const AlertEntry &entry, const AlertOrigin &raiser)
{
    const auto isLost = [&entry](const Labels::Pair &pair) { return entry.external.contains(pair.first) && entry.external.value(pair.first) != pair.second; };
    const auto isForeign = [&raiser](const Labels::Pair &pair) { return !raiser.external.contains(pair.first); };
    return std::none_of(raiser.external.begin(), raiser.external.end(), isLost) && std::none_of(entry.external.begin(), entry.external.end(), isForeign);
}

/// Some member of its cluster can be seen.
bool isInSight(const AlertOrigin &alertmanager, const std::vector<AlertOrigin> &origins)
{
    const auto &members = alertmanager.members;
    return alertmanager.visible || std::any_of(members.begin(), members.end(), [&origins](size_t member) { return origins[member].visible; });
}

/// Every cluster that carries what this Prometheus raises mutes it, and none of them is out of sight.
bool isMuted(const AlertRecord &record, const AlertOrigin &raiser, const std::vector<AlertOrigin> &origins)
{
    bool muted = false;
    for (const AlertEntry &entry : record.entries) {
        const AlertOrigin &origin = origins[entry.origin];
        if (origin.kind != AlertOrigin::Kind::Alertmanager || !mayCarry(entry, raiser))
            continue;
        if (!isInSight(origin, origins) || (origin.visible && entry.state != OriginAlert::State::Suppressed))
            return false;
        muted = muted || origin.visible;
    }
    return muted;
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
    record.lostAt.reset();
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

/// Judged cluster by cluster: one that notifies beats one that mutes, and a mute is for those alone whose alert that cluster carries.
/// What fired at an origin that is hidden now may fire still.
AlertStore::Private::Verdict AlertStore::Private::listedVerdict(const AlertRecord &record) const
{
    bool pending = false;
    bool raised = false;
    bool hidden = false;
    bool silenced = false;
    bool inhibited = false;
    for (const AlertEntry &entry : record.entries) {
        const AlertOrigin &origin = origins[entry.origin];
        if (origin.kind == AlertOrigin::Kind::Prometheus) {
            if (isMuted(record, origin, origins))
                continue;
            if (entry.state == OriginAlert::State::Pending)
                pending = pending || origin.visible;
            else
                (origin.visible ? raised : hidden) = true;
        } else if (!origin.visible) {
            hidden = hidden || !isInSight(origin, origins);
        } else if (entry.state != OriginAlert::State::Suppressed) {
            return AlertState::Firing;
        } else {
            (entry.silencedBy.isEmpty() && !entry.inhibitedBy.isEmpty() ? inhibited : silenced) = true;
        }
    }
    if (raised)
        return AlertState::Firing;
    if (hidden)
        return AlertState::Unseen;
    if (pending)
        return AlertState::Pending;
    return silenced ? AlertState::Silenced : inhibited ? AlertState::Inhibited : AlertState::Unseen;
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

/// The series that rules read may be those of a raw page: that they went says nothing while one cannot be read. True when each was read
/// since then, and for so long that whoever evaluates the rules read it, too.
bool AlertStore::Private::arePagesRead(size_t raiser, Instant since) const
{
    const SourceStatus *evaluates = sources.find(origins[raiser].name);
    if (!evaluates || evaluates->spec.kind != SourceKind::Rules)
        return true;
    const auto &all = sources.sources();
    return now >= pagesAwayUntil && std::all_of(all.begin(), all.end(), [&](const SourceStatus &status) {
        const auto read = status.freshness.lastValid();
        return status.spec.kind != SourceKind::Metrics || (read && *read > since);
    });
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
    if (record.presence) {
        if (!*record.presence && !record.lostAt)
            record.lostAt = now;
        if (!record.lostAt || arePagesRead(asked, *record.lostAt))
            return *record.presence ? AlertState::Recovered : AlertState::Vanished;
        record.presence.reset();
    }
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
