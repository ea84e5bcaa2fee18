#include "models/alerts/alertbook.h"

#include <QThreadPool>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Watchfloor {

namespace {

constexpr int costOfJudging = 10;
constexpr int costOfTelling = 200; ///< listeners write records and choose words

/// Origins write their fingerprints as numbers of 64 bits; what others write is hashed.
quint64 numberOf(const QString &fingerprint)
{
    bool ok = false;
    const quint64 number = fingerprint.toULongLong(&ok, 16);
    return ok ? number : quint64(qHash(fingerprint, 1));
}

bool hasFingerprint(const AlertRecord &record, const QString &fingerprint)
{
    return std::any_of(record.entries.begin(), record.entries.end(), [&fingerprint](const AlertEntry &entry) { return entry.fingerprint == fingerprint; });
}

} // namespace

AlertRecord *AlertStore::Private::findRecord(const QString &fingerprint) const
{
    bool ok = false;
    const quint64 key = fingerprint.toULongLong(&ok, 16);
    AlertRecord *record = ok ? byKey.value(key) : nullptr;
    // One that is still being worked through has no row yet, and is not known.
    return record && (record->counted || record->leader) ? record : nullptr;
}

std::vector<const AlertRecord *> AlertStore::Private::rowOf(const AlertRecord &record) const
{
    const AlertRecord *leader = record.leader ? record.leader : &record;
    std::vector<const AlertRecord *> tellers{leader};
    for (const AlertRecord *kin = families.value(leader->family); kin; kin = kin->kin)
        if (kin->leader == leader)
            tellers.push_back(kin);
    return tellers;
}

AlertRecord *AlertStore::Private::findByOrigin(const QString &originFingerprint) const
{
    AlertRecord *record = originFingerprint.isEmpty() ? nullptr : byOrigin.value(numberOf(originFingerprint));
    return record && (record->counted || record->leader) && hasFingerprint(*record, originFingerprint) ? record : nullptr;
}

void AlertStore::Private::index(const AlertEntry &entry, AlertRecord &record)
{
    if (!entry.fingerprint.isEmpty())
        byOrigin.insert(numberOf(entry.fingerprint), &record);
}

void AlertStore::Private::unindex(const AlertEntry &entry, const AlertRecord &record)
{
    if (entry.fingerprint.isEmpty())
        return;
    const auto isOther = [&entry](const AlertEntry &other) { return &other != &entry && other.fingerprint == entry.fingerprint; };
    if (std::any_of(record.entries.begin(), record.entries.end(), isOther))
        return;
    const auto found = byOrigin.constFind(numberOf(entry.fingerprint));
    if (found != byOrigin.constEnd() && *found == &record)
        byOrigin.erase(found);
}

void AlertStore::Private::touch(AlertRecord &record)
{
    if (!std::exchange(record.queued, true))
        toJudge.push_back(&record);
}

void AlertStore::Private::touchAll(bool dirty)
{
    for (const auto &record : records) {
        record->dirty = record->dirty || (dirty && !record->entries.empty());
        touch(*record);
    }
}

/// Time alone brings these to judgement again.
void AlertStore::Private::touchDue()
{
    std::erase_if(watched, [this](const auto &watch) {
        const auto &[due, record] = watch;
        if (due > now)
            return false;
        if (record->watchedAt == due)
            record->watchedAt = Instant::max();
        touch(*record);
        return true;
    });
}

/// False while there is more.
bool AlertStore::Private::judgeQueued(Slice &slice)
{
    while (!toJudge.empty()) {
        AlertRecord *record = toJudge.back();
        toJudge.pop_back();
        judge(*record);
        slice.spend(costOfJudging);
        if (slice.isOver())
            return false;
    }
    return true;
}

void AlertStore::Private::judge(AlertRecord &record)
{
    record.queued = false;
    if (record.removed)
        return;
    record.dueAt = Instant::max();
    const Verdict verdict = verdictOf(record);
    if (!verdict)
        return remove(record);
    if (*verdict != record.alert.state || record.dirty) {
        merge(record, *verdict);
        record.dirty = false;
        note(record);
    } else if (record.contested || record.alert.flapping || record.alert.starts > 1) {
        // Nobody said anything new; what is counted over time may be otherwise all the same.
        const Alert before = record.alert;
        merge(record, *verdict);
        if (!(record.alert == before))
            note(record);
    }
    if (record.dueAt < record.watchedAt) {
        record.watchedAt = record.dueAt;
        watched.emplace_back(record.dueAt, &record);
    }
}

void AlertStore::Private::settle(AlertRecord &record)
{
    record.dirty = true;
    judge(record);
    publish();
    Slice slice(false);
    tell(slice);
}

/// Its row is not what it was.
void AlertStore::Private::note(AlertRecord &record)
{
    changed = true;
    if (!std::exchange(record.moved, true))
        moved.push_back(&record);
}

void AlertStore::Private::remove(AlertRecord &record)
{
    if (std::exchange(record.removed, true))
        return;
    byKey.remove(record.key);
    for (const AlertEntry &entry : record.entries) {
        unindex(entry, record);
        for (AlertPlace &place : origins[entry.origin].places)
            place.record = place.record == &record ? nullptr : place.record;
    }
    if (jobBegun)
        for (AlertPlace &place : jobs.front().places)
            place.record = place.record == &record ? nullptr : place.record;
    leaveFamily(record);
    note(record);
}

void AlertStore::Private::joinFamily(AlertRecord &record)
{
    record.kin = std::exchange(families[record.family], &record);
}

void AlertStore::Private::leaveFamily(AlertRecord &record)
{
    AlertRecord **kin = &families[record.family];
    while (*kin && *kin != &record)
        kin = &(*kin)->kin;
    if (*kin)
        *kin = record.kin;
    if (AlertRecord *first = families.value(record.family))
        note(*first);
    else
        families.remove(record.family);
    record.kin = nullptr;
    record.leader = nullptr;
}

/// Alerts whose labels differ in their severity alone, told by different origins and in the same state, are one row: that of the
/// worst. Where one origin tells two of them, it means two.
void AlertStore::Private::refold(AlertRecord &record)
{
    AlertRecord *const first = families.value(record.family);
    if (!first || (!first->kin && !first->leader))
        return;
    std::vector<AlertRecord *> listed;
    for (AlertRecord *kin = first; kin; kin = kin->kin)
        if (!kin->entries.empty() && kin->alert.isOpen())
            listed.push_back(kin);
    AlertRecord *leader = nullptr;
    bool isOne = listed.size() > 1;
    std::vector<size_t> tellers;
    for (AlertRecord *kin : listed) {
        isOne = isOne && alertStateRank(kin->alert.state) == alertStateRank(listed.front()->alert.state)
                && std::none_of(tellers.begin(), tellers.end(), [kin](size_t teller) { return kin->isListedBy(teller); });
        for (const AlertEntry &entry : kin->entries)
            tellers.push_back(entry.origin);
        if (!leader || std::tie(kin->alert.severity, kin->key) < std::tie(leader->alert.severity, leader->key))
            leader = kin;
    }
    for (AlertRecord *kin = first; kin; kin = kin->kin) {
        const bool isFolded = isOne && kin != leader && std::find(listed.begin(), listed.end(), kin) != listed.end();
        AlertRecord *const wanted = isFolded ? leader : nullptr;
        if (std::exchange(kin->leader, wanted) != wanted)
            note(*kin);
    }
    for (AlertRecord *kin : listed)
        if (!kin->leader) {
            mergeEntries(*kin);
            note(*kin);
        }
}

/// Takes the records that were removed out of every list; they live until the next publishing, as somebody may still look.
void AlertStore::Private::bury(const std::vector<AlertRecord *> &removed)
{
    const auto isRemoved = [](const AlertRecord *record) { return record->removed; };
    std::erase_if(watched, [&](const auto &watch) { return isRemoved(watch.second); });
    std::erase_if(toJudge, isRemoved);
    for (AlertRecord *record : removed) {
        records.back()->slot = record->slot;
        gone.push_back(std::exchange(records[record->slot], nullptr));
        if (record->slot + 1 != records.size())
            records[record->slot] = std::move(records.back());
        records.pop_back();
    }
}

void AlertStore::Private::forgetGone()
{
    constexpr size_t few = 100;
    if (gone.size() < few)
        return gone.clear();
    // The texts of 10,000 alerts take milliseconds to free.
    const auto all = std::make_shared<std::vector<std::unique_ptr<AlertRecord>>>(std::exchange(gone, {}));
    QThreadPool::globalInstance()->start([all] { all->clear(); });
}

void AlertStore::Private::publish()
{
    arrange();
    present();
}

void AlertStore::Private::present()
{
    if (arranged)
        store.m_rows = *std::exchange(arranged, std::nullopt);
    if (std::exchange(toPresent, false))
        Q_EMIT store.changed();
}

/// The rows that moved leave their places and go to their new ones; the others are not looked at.
void AlertStore::Private::arrange()
{
    // What left with the change before is still in the list that is shown, until then.
    present();
    forgetGone();
    for (size_t i = 0; i < moved.size(); ++i)
        if (!moved[i]->removed)
            refold(*moved[i]);
    std::vector<AlertPosition> leaving;
    std::vector<AlertPosition> entering;
    std::vector<AlertRecord *> removed;
    for (AlertRecord *record : std::exchange(moved, {})) {
        record->moved = false;
        const bool hasRow = !record->removed && !record->leader;
        const AlertPosition position = record->positionNow();
        if (!hasRow || !record->position || !(*record->position == position)) {
            if (record->position)
                leaving.push_back(*record->position);
            if (hasRow)
                entering.push_back(position);
            record->position = hasRow ? std::optional(position) : std::nullopt;
        }
        if (record->counted)
            --counts[size_t(*record->counted)];
        record->counted = hasRow ? std::optional(record->alert.state) : std::nullopt;
        if (record->counted)
            ++counts[size_t(*record->counted)];
        if (!record->removed && record->alert.state != record->told)
            toTell.push_back(record->key);
        if (record->removed)
            removed.push_back(record);
    }
    if (!removed.empty())
        bury(removed);
    if (!leaving.empty() || !entering.empty())
        reorder(std::move(leaving), std::move(entering));
    toPresent = std::exchange(changed, false) || toPresent;
}

void AlertStore::Private::reorder(std::vector<AlertPosition> leaving, std::vector<AlertPosition> entering)
{
    std::sort(leaving.begin(), leaving.end());
    std::sort(entering.begin(), entering.end());
    std::vector<AlertPosition> staying;
    staying.reserve(order.size());
    std::set_difference(order.begin(), order.end(), leaving.begin(), leaving.end(), std::back_inserter(staying));
    order.clear();
    order.reserve(staying.size() + entering.size());
    std::merge(staying.begin(), staying.end(), entering.begin(), entering.end(), std::back_inserter(order));
    std::vector<const Alert *> rows;
    rows.reserve(order.size());
    for (const AlertPosition &position : order)
        rows.push_back(&position.record->alert);
    arranged = AlertRows(std::move(rows));
}

/// False while there is more.
bool AlertStore::Private::tell(Slice &slice)
{
    // Whoever hears of one may cause the next: it waits for its turn.
    if (std::exchange(telling, true))
        return true;
    while (!toTell.empty()) {
        AlertRecord *record = byKey.value(toTell.front());
        toTell.pop_front();
        if (!record || record->alert.state == record->told || (record->leader && record->alert.isOpen()))
            continue;
        const AlertState before = std::exchange(record->told, record->alert.state);
        const Alert alert = record->alert;
        Q_EMIT store.transitioned(alert, before);
        slice.spend(costOfTelling);
        if (slice.isOver() && !toTell.empty()) {
            telling = false;
            return false;
        }
    }
    telling = false;
    for (const Question &question : std::exchange(questions, {}))
        Q_EMIT store.presenceWanted(question.source, question.fingerprint, question.expression);
    return true;
}

} // namespace Watchfloor
