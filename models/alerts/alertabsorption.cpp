#include "models/alerts/alertbook.h"

#include <QThreadPool>

#include <utility>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr int costOfNew = 20;
constexpr size_t leastAhead = 8;
constexpr size_t mostAhead = 512;
constexpr int mostMisses = 16; ///< an origin that tells in another order each time is not searched for long

void addUnique(std::vector<size_t> &list, size_t value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

} // namespace

/// A round that was not begun when the next of its origin came is never needed.
void AlertStore::Private::submit(Job job)
{
    const bool wait = !sliced || !job.keep;
    const auto first = jobs.begin() + (jobBegun ? 1 : 0);
    const auto older = std::find_if(first, jobs.end(), [&job](const Job &other) { return other.origin == job.origin; });
    if (older != jobs.end())
        *older = std::move(job);
    else
        jobs.push_back(std::move(job));
    pump(wait);
}

/// Does what there is to do, all of it where somebody waits, else until the slice is over; the rest follows on the event loop.
void AlertStore::Private::pump(bool wait)
{
    if (std::exchange(pumping, true))
        return;
    Slice slice(sliced && !wait);
    // What cannot be divided gets a turn of its own where much was done before it.
    bool done = true;
    if (toPresent || arranged) {
        present();
        slice.spend(int(store.m_rows.size()));
        done = !slice.isHalfOver();
    }
    done = done && absorb(slice) && judgeQueued(slice) && !slice.isHalfOver();
    if (done) {
        slice.spend(costOfNew * int(moved.size()));
        arrange();
        done = !slice.isHalfOver();
    }
    if (done) {
        present();
        done = (!slice.isHalfOver() || toTell.empty()) && tell(slice);
    }
    pumping = false;
    if (!done) {
        unsettled = true;
        // Not at once: what the last slice made others do, paint above all, comes in between and is no part of the next.
        later.start(1);
        return;
    }
    if (!jobs.empty())
        return pump(wait);
    if (std::exchange(unsettled, false))
        Q_EMIT store.settled();
}

/// False while there is more.
bool AlertStore::Private::absorb(Slice &slice)
{
    while (!jobs.empty()) {
        if (!std::exchange(jobBegun, true))
            beginJob();
        Job &job = jobs.front();
        while (job.next < job.alerts->size()) {
            absorbNext(slice);
            if (job.keep && slice.isOver())
                return false;
        }
        while (leaveNext(slice))
            if (job.keep && slice.isOver())
                return false;
        origins[job.origin].places = std::move(job.places);
        origins[job.origin].epoch = job.epoch;
        job.end();
        // The texts of 10,000 alerts take milliseconds to free; nobody need wait for that.
        if (job.keep)
            QThreadPool::globalInstance()->start([last = std::move(job.keep)]() mutable { last.reset(); });
        jobs.pop_front();
        jobBegun = false;
        lookAround();
        touchDue();
        if (slice.isOver())
            return false;
    }
    if (std::exchange(viewChanged, false))
        touchAll(true);
    return true;
}

void AlertStore::Private::beginJob()
{
    ++round;
    raiserByAddress.clear();
    lastRaiser = {};
    Job &job = jobs.front();
    job.begin();
    origins[job.origin].answeredIn = round;
    lookAround();
    job.epoch = epoch;
    job.isAlike = origins[job.origin].epoch == epoch;
    job.places.reserve(job.alerts->size());
}

/// Finds the alert in the round before, from where the last one was found on; true: it says the same again.
bool AlertStore::Private::isToldAgain(const OriginAlert &alert)
{
    Job &job = jobs.front();
    std::vector<AlertPlace> &before = origins[job.origin].places;
    if (!job.isAlike || alert.mark.digest == 0)
        return false;
    const size_t end = std::min(job.expected + job.ahead, before.size());
    for (size_t i = job.expected; i < end; ++i) {
        if (!before[i].record || before[i].taken || before[i].mark.digest != alert.mark.digest)
            continue;
        before[i].taken = true;
        job.expected = i + 1;
        job.ahead = leastAhead;
        job.misses = 0;
        job.places.push_back({before[i].record, alert.mark, alert.endsAt, false});
        return true;
    }
    return false;
}

void AlertStore::Private::absorbNext(Slice &slice)
{
    Job &job = jobs.front();
    const OriginAlert &alert = (*job.alerts)[job.next++];
    if (isToldAgain(alert))
        return slice.spend(1);
    slice.spend(costOfNew);
    const AlertMark mark = alert.mark.digest != 0 ? alert.mark : markOf(alert);
    const bool fromAlertmanager = origins[job.origin].kind == AlertOrigin::Kind::Alertmanager;
    const auto raiser = fromAlertmanager ? raiserAt(alert.generatorUrl) : std::nullopt;
    const Labels external = externalsOf(alert, origins[job.origin], raiser);
    const std::vector<AlertPlace> &before = origins[job.origin].places;
    const AlertPlace *expected = job.expected < before.size() ? &before[job.expected] : nullptr;
    const bool isExpected = expected && expected->record && expected->mark.key == mark.key;
    AlertRecord &record = enter(alert, mark, external, isExpected ? expected->record : nullptr);
    if (raiser)
        record.generator = raiser;
    const AlertEntry *known = record.entryOf(job.origin, mark.key);
    const bool isTwice = known && known->round == round;
    if (isExpected)
        ++job.expected;
    else if (known && known->mark.digest == mark.digest)
        job.ahead = ++job.misses > mostMisses ? 1 : std::min(2 * job.ahead, mostAhead);
    list(record, job.origin, alert, mark, external);
    if (!isTwice)
        job.places.push_back({&record, {mark.key, alert.mark.digest}, alert.endsAt, false});
}

/// The record of these labels, made where there is none. `expected` is looked at first: rounds are alike.
AlertRecord &AlertStore::Private::enter(const OriginAlert &alert, const AlertMark &mark, const Labels &external, AlertRecord *expected)
{
    const size_t id = jobs.front().origin;
    const auto isIt = [&](AlertRecord &record) {
        const AlertEntry *entry = record.entryOf(id, mark.key);
        return (entry && entry->mark.digest == mark.digest) || isSameWithout(alert.labels, external, record.alert.labels);
    };
    if (expected && isIt(*expected))
        return *expected;
    quint64 key = external.isEmpty() ? mark.key : alertKey(alert.labels, external);
    const quint64 family = familyKey(key, alert.labels);
    for (AlertRecord *known = byKey.value(key); known; known = byKey.value(++key))
        if (isIt(*known))
            return *known;
    auto record = std::make_unique<AlertRecord>();
    record->key = key;
    record->family = family;
    record->slot = records.size();
    joinFamily(*record);
    Alert &row = record->alert;
    row.fingerprint = fingerprintText(key);
    row.labels = strippedOf(alert.labels, external, row.externalLabels);
    row.severity = store.m_policy.severities.of(row.labels.value(u"severity"));
    row.state = AlertState::Recovered;
    if (const auto taken = early.constFind(key); taken != early.constEnd()) {
        const bool isWorse = taken->severity != Severity::None && row.severity < taken->severity;
        // Of this episode only: an older one has nothing to say about it.
        if (taken->at >= alert.startsAt && !isWorse && (!taken->until || *taken->until > at)) {
            row.acknowledgement = *taken;
            record->acknowledgedAs = row.severity;
        }
        early.erase(taken);
    }
    byKey.insert(key, record.get());
    records.push_back(std::move(record));
    return *records.back();
}

/// Notes that an origin lists it in this round.
void AlertStore::Private::list(AlertRecord &record, size_t id, const OriginAlert &alert, const AlertMark &mark, const Labels &external)
{
    AlertEntry *entry = record.entryOf(id, mark.key);
    const AlertOrigin::Kind kind = origins[id].kind;
    const bool isNew = !entry;
    if (isNew) {
        if (record.isLeftBehind(alert.startsAt))
            record.beginEpisode();
        entry = &record.entries.emplace_back();
        entry->origin = id;
        record.everListed = true;
        record.isRestored = false;
        if (kind != AlertOrigin::Kind::Console)
            addUnique(kind == AlertOrigin::Kind::Alertmanager ? record.carriers : record.raisers, id);
    }
    const bool isTwice = entry->round == round;
    entry->round = round;
    Labels taken;
    strippedOf(alert.labels, external, taken);
    if (!isNew && entry->mark.digest == mark.digest && entry->external == taken)
        return;
    // Of two that one origin tells with the same labels, the one that fires counts.
    if (isTwice && entry->state == OriginAlert::State::Firing)
        return;
    if (kind == AlertOrigin::Kind::Alertmanager && (isNew || entry->state != alert.state))
        record.stirredIn = round;
    if (!isNew)
        unindex(*entry, record);
    entry->take(alert, mark);
    entry->external = std::move(taken);
    index(*entry, record);
    record.dirty = true;
    touch(record);
}

/// Takes the next entry away that this round no longer has; false at the end of the round before.
bool AlertStore::Private::leaveNext(Slice &slice)
{
    Job &job = jobs.front();
    const std::vector<AlertPlace> &before = origins[job.origin].places;
    if (job.leaving >= before.size())
        return false;
    const AlertPlace &place = before[job.leaving++];
    const AlertEntry *entry = place.taken || !place.record ? nullptr : place.record->entryOf(job.origin, place.mark.key);
    const bool isGone = entry && entry->round != round;
    slice.spend(isGone ? costOfNew : 1);
    if (isGone)
        leave(*place.record, job.origin, place);
    return true;
}

void AlertStore::Private::leave(AlertRecord &record, size_t id, const AlertPlace &place)
{
    const auto &time = origins[id].serverTime;
    record.endTold = place.endsAt && time && *time + 10s < *place.endsAt;
    AlertEntry *entry = record.entryOf(id, place.mark.key);
    unindex(*entry, record);
    record.entries.erase(record.entries.begin() + (entry - record.entries.data()));
    if (origins[id].kind == AlertOrigin::Kind::Alertmanager)
        record.stirredIn = round;
    record.left = record.left || record.entries.empty();
    record.dirty = true;
    touch(record);
}

} // namespace Watchfloor
