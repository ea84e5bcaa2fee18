#include "models/alerts/alertbook.h"

#include <tuple>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

bool isOver(AlertState state)
{
    return state == AlertState::Recovered || state == AlertState::Vanished;
}

void takeEarlier(std::optional<WallTime> &known, WallTime time)
{
    if (time != WallTime{} && (!known || time < *known))
        known = time;
}

void addTo(QStringList &all, const QStringList &more)
{
    for (const QString &text : more)
        if (!all.contains(text))
            all << text;
}

/// The larger set says more; of two as large any one is as good, as long as it is always the same.
bool isLess(const Labels &a, const Labels &b)
{
    return a.size() != b.size() ? a.size() < b.size() : b < a;
}

/// One row, and the labels of each of those who carry it: what one of them calls it is never mixed with what another does.
void takeTold(Alert &alert, std::vector<ToldLabels> told, const Labels &added, bool keepAll)
{
    if (told.empty()) {
        alert.externalLabels = added;
        alert.told.clear();
        return;
    }
    std::sort(told.begin(), told.end(), [](const ToldLabels &a, const ToldLabels &b) { return std::tie(a.origin, a.external) < std::tie(b.origin, b.external); });
    const auto isSame = [&told](const ToldLabels &telling) { return telling.external == told.front().external; };
    const auto shown = std::max_element(told.begin(), told.end(), [](const ToldLabels &a, const ToldLabels &b) { return isLess(a.external, b.external); });
    alert.externalLabels = shown->external;
    keepAll = keepAll || !std::all_of(told.begin(), told.end(), isSame);
    alert.told = keepAll ? std::move(told) : std::vector<ToldLabels>();
}

} // namespace

/// Nobody is asked to answer what was taken on or is muted: that time does not count. What was muted when we came has been so
/// since it fired, as far as anybody here knows.
void AlertStore::Private::holdClock(AlertRecord &record)
{
    Alert &alert = record.alert;
    const bool muted = alert.state == AlertState::Silenced || alert.state == AlertState::Inhibited;
    const bool stands = alert.isOpen() && (alert.acknowledgement || muted);
    if (stands && !record.stoodSince)
        record.stoodSince = alert.acknowledgement ? alert.acknowledgement->at : record.everRan ? at : alert.firingSince.value_or(at);
    else if (!stands && record.stoodSince)
        alert.heldFor += std::max(at - *std::exchange(record.stoodSince, std::nullopt), 0ms);
    record.everRan = record.everRan || !stands;
}

void AlertStore::Private::mergeTimes(AlertRecord &record)
{
    Alert &alert = record.alert;
    std::optional<WallTime> starts;
    std::optional<WallTime> notified;
    std::optional<WallTime> raised;
    for (const AlertEntry &entry : record.entries) {
        const AlertOrigin &origin = origins[entry.origin];
        takeEarlier(starts, entry.startsAt);
        if (origin.kind != AlertOrigin::Kind::Prometheus) {
            takeEarlier(notified, entry.startsAt);
        } else if (entry.state != OriginAlert::State::Pending) {
            const AlertRule *rule = origin.ruleFor(alert.labels);
            takeEarlier(raised, std::min(entry.startsAt + (rule ? rule->duration : 0ms), at));
        }
    }
    const WallTime before = alert.startsAt;
    if (starts)
        alert.startsAt = *starts;
    else if (alert.startsAt == WallTime{})
        alert.startsAt = at;
    const bool fires = notified || raised;
    record.everPending = record.everPending || alert.state == AlertState::Pending;
    record.everFired = record.everFired || fires;
    if (fires && !alert.firingSince)
        alert.firingSince = notified ? std::min(*notified, at) : record.everPending ? at : raised.value_or(at);
    // One that came back with its old start never went; its origin was away.
    const bool begins = fires && (!record.fires || (record.left && alert.startsAt > before));
    record.fires = fires || (record.fires && alert.state == AlertState::Unseen);
    record.left = false;
    if (begins) {
        record.begins.push_back(now);
        record.movedAt = now;
    }
}

/// How often it began within the policy's time. It flaps from the policy's count on, until nothing moved for as long.
void AlertStore::Private::countStarts(AlertRecord &record)
{
    constexpr size_t most = 1'000;
    const FlapPolicy &policy = store.m_policy.flapping;
    std::vector<Instant> &begins = record.begins;
    const auto recent = std::find_if(begins.begin(), begins.end(), [&](Instant begin) { return now - begin < policy.within; });
    // The last is kept, so that one that fires has begun once at least.
    const auto over = std::min<std::ptrdiff_t>(recent - begins.begin(), std::max<std::ptrdiff_t>(std::ptrdiff_t(begins.size()) - 1, 0));
    begins.erase(begins.begin(), begins.begin() + over);
    if (begins.size() > most)
        begins.erase(begins.begin());
    Alert &alert = record.alert;
    alert.starts = int(begins.size());
    const bool isCalm = !record.movedAt || now - *record.movedAt >= policy.within;
    alert.flapping = policy.starts > 0 && (alert.starts >= policy.starts || (alert.flapping && !isCalm));
    if (begins.size() > 1 || alert.flapping)
        record.dueAt = std::min(record.dueAt, std::min(begins.front(), record.movedAt.value_or(begins.front())) + policy.within);
}

/// Whether members of one cluster say different things of it, all of them in sight. It is confirmed when each has answered since
/// any of them changed its word: before that they may only have been asked at different times.
bool AlertStore::Private::membersDiffer(const AlertRecord &record, bool &isConfirmed) const
{
    isConfirmed = true;
    bool differ = false;
    for (const AlertEntry &entry : record.entries) {
        const AlertOrigin &origin = origins[entry.origin];
        if (origin.members.size() < 2 || !origin.visible)
            continue;
        for (const size_t member : origin.members) {
            if (!isVisible(member))
                continue;
            const auto agrees = [&](const AlertEntry &other) { return other.origin == member && other.state == entry.state; };
            differ = differ || std::none_of(record.entries.begin(), record.entries.end(), agrees);
            isConfirmed = isConfirmed && origins[member].answeredIn > record.stirredIn;
        }
    }
    return differ;
}

void AlertStore::Private::merge(AlertRecord &record, AlertState state)
{
    Alert &alert = record.alert;
    if (state != AlertState::Unseen && !isOver(state))
        alert.endedAt.reset();
    else if (alert.state != state)
        alert.endedAt = at;
    if (alert.state != state) {
        record.recoveredAt = state == AlertState::Recovered ? std::optional(now) : std::nullopt;
        alert.state = state;
    }
    if (isOver(state) && std::exchange(record.fires, false))
        record.movedAt = now;
    if (!record.entries.empty())
        mergeTimes(record);
    countStarts(record);
    holdClock(record);
    alert.disputed = false;
    record.contested = false;
    if (!record.entries.empty())
        mergeEntries(record);
}

/// What its origins say together, and those of the lesser severities that stand in its row.
void AlertStore::Private::mergeEntries(AlertRecord &record)
{
    Alert &alert = record.alert;
    alert.origins.clear();
    alert.silencedBy.clear();
    alert.inhibitedBy.clear();
    alert.mutedBy.clear();
    alert.receivers.clear();
    alert.generatorUrl.clear();
    alert.value.clear();
    std::vector<ToldLabels> told;
    bool annotated = false;
    Labels added;
    bool hasOthers = false;
    const auto take = [&](const AlertRecord &teller) {
        for (const AlertEntry &entry : teller.entries) {
            const AlertOrigin &origin = origins[entry.origin];
            hasOthers = hasOthers || origin.hasOthers;
            if ((alert.state == AlertState::Unseen || origin.visible) && !alert.origins.contains(origin.name))
                alert.origins << origin.name;
            if (!annotated && !entry.annotations.isEmpty()) {
                alert.annotations = entry.annotations;
                annotated = true;
            }
            if (origin.kind == AlertOrigin::Kind::Alertmanager)
                told.push_back({origin.name, entry.external});
            else
                added = std::max(added, entry.external, isLess);
            addTo(alert.silencedBy, entry.silencedBy);
            addTo(alert.inhibitedBy, entry.inhibitedBy);
            addTo(alert.mutedBy, entry.mutedBy);
            addTo(alert.receivers, entry.receivers);
            if (alert.generatorUrl.isEmpty())
                alert.generatorUrl = entry.generatorUrl;
            if (alert.value.isEmpty())
                alert.value = entry.value;
        }
    };
    take(record);
    // Without a second severity, nearly always, there is nothing to look for.
    if (record.kin || families.value(record.family) != &record)
        for (const AlertRecord *teller : rowOf(record))
            if (teller->leader == &record) {
                take(*teller);
                alert.startsAt = std::min(alert.startsAt, teller->alert.startsAt);
            }
    takeTold(alert, std::move(told), added, hasOthers);
    alert.origins.sort();
    bool isConfirmed = true;
    const bool differ = membersDiffer(record, isConfirmed);
    alert.disputed = differ && isConfirmed;
    record.contested = differ && !isConfirmed;
    if (record.contested)
        record.dueAt = now;
}

} // namespace Watchfloor
