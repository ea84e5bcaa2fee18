#include "models/alerts/alertbook.h"

#include <QUrl>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

using Rank = std::tuple<int, Severity, bool, WallTime, quint64, size_t>;

/// A round moves a few of very many: those out of place are sorted by themselves and merged with the rest.
std::vector<Rank> sortedAgain(const std::vector<Rank> &order)
{
    std::vector<Rank> kept;
    std::vector<Rank> displaced;
    kept.reserve(order.size());
    for (const Rank &rank : order) {
        if (!kept.empty() && rank < kept.back()) {
            // The one before is what stands out of line where this one follows its neighbour.
            const bool follows = kept.size() < 2 || !(rank < kept[kept.size() - 2]);
            displaced.push_back(follows ? std::exchange(kept.back(), rank) : rank);
            continue;
        }
        kept.push_back(rank);
    }
    std::sort(displaced.begin(), displaced.end());
    std::vector<Rank> merged;
    merged.reserve(order.size());
    std::merge(kept.begin(), kept.end(), displaced.begin(), displaced.end(), std::back_inserter(merged));
    return merged;
}

/// What is before the path: enough to tell servers apart, without parsing 10,000 URLs.
QStringView addressPart(QStringView url)
{
    const qsizetype scheme = url.indexOf(u"://");
    if (scheme < 0)
        return {};
    const qsizetype path = url.indexOf(u'/', scheme + 3);
    return path < 0 ? url : url.first(path);
}

qsizetype sharedPairs(const Labels &labels, const Labels &external)
{
    return std::count_if(external.begin(), external.end(), [&labels](const auto &pair) { return labels.value(pair.first) == pair.second; });
}

} // namespace

QString addressOf(const QString &url)
{
    const QUrl parsed(url);
    const QString scheme = parsed.scheme().toLower();
    if (scheme.isEmpty() || parsed.host().isEmpty())
        return {};
    const int usual = scheme == u"https" ? 443 : 80;
    return QStringLiteral("%1://%2:%3").arg(scheme, parsed.host().toLower()).arg(parsed.port(usual));
}

size_t AlertStore::Private::originOf(const QString &name, AlertOrigin::Kind kind)
{
    const auto found = std::find_if(origins.begin(), origins.end(), [&name](const AlertOrigin &origin) { return origin.name == name; });
    const SourceStatus *status = sources.find(name);
    const size_t index = size_t(found - origins.begin());
    if (found == origins.end()) {
        origins.emplace_back().name = name;
        raiserByAddress.clear();
    }
    AlertOrigin &origin = origins[index];
    origin.kind = kind;
    if (status) {
        origin.address = addressOf(status->spec.target.base.toString());
        if (origin.external.isEmpty())
            origin.external = status->spec.externalLabels;
    }
    return index;
}

const AlertOrigin *AlertStore::Private::findOrigin(const QString &name) const
{
    const auto found = std::find_if(origins.begin(), origins.end(), [&name](const AlertOrigin &origin) { return origin.name == name; });
    return found == origins.end() ? nullptr : &*found;
}

AlertRecord *AlertStore::Private::findRecord(const QString &fingerprint) const
{
    bool ok = false;
    const quint64 key = fingerprint.toULongLong(&ok, 16);
    return ok ? byKey.value(key) : nullptr;
}

void AlertStore::Private::takeTime(Instant instant, WallTime wall)
{
    now = instant;
    at = wall;
}

void AlertStore::Private::lookAround()
{
    for (AlertOrigin &origin : origins) {
        const bool answersNow = origin.appliedAt && *origin.appliedAt == now;
        const bool visible = origin.kind == AlertOrigin::Kind::Console || answersNow || sources.state(origin.name, now) == State::Healthy;
        viewChanged = viewChanged || visible != origin.visible;
        origin.visible = visible;
    }
}

std::optional<size_t> AlertStore::Private::raiserAt(const QString &generatorUrl)
{
    const QStringView prefix = addressPart(generatorUrl);
    if (prefix.isEmpty() || prefix == lastRaiser.first)
        return prefix.isEmpty() ? std::nullopt : lastRaiser.second;
    const QString part = prefix.toString();
    if (const auto known = raiserByAddress.constFind(part); known != raiserByAddress.constEnd())
        return (lastRaiser = {part, *known}).second;
    const QString address = addressOf(part);
    std::optional<size_t> raiser;
    for (const SourceStatus &status : sources.sources())
        if (status.spec.kind == SourceKind::Prometheus && addressOf(status.spec.target.base.toString()) == address)
            raiser = originOf(status.spec.name, AlertOrigin::Kind::Prometheus);
    constexpr qsizetype addressLimit = 10'000;
    if (raiserByAddress.size() < addressLimit)
        raiserByAddress.insert(part, raiser);
    lastRaiser = {part, raiser};
    return raiser;
}

const Labels &AlertStore::Private::externalsOf(const OriginAlert &alert, const AlertOrigin &origin, std::optional<size_t> raiser) const
{
    if (origin.kind != AlertOrigin::Kind::Alertmanager)
        return origin.external;
    if (raiser)
        return origins[*raiser].external;
    // Its generator URL names an address that is not ours: the Prometheus whose labels it carries most of.
    const Labels *best = &origin.external;
    qsizetype most = sharedPairs(alert.labels, *best);
    for (const AlertOrigin &other : origins) {
        if (other.kind != AlertOrigin::Kind::Prometheus || other.external.isEmpty())
            continue;
        const qsizetype shared = sharedPairs(alert.labels, other.external);
        if (shared > most) {
            most = shared;
            best = &other.external;
        }
    }
    return *best;
}

/// The record of these labels, made where there is none. `expected` is looked at first: rounds are alike.
AlertRecord &AlertStore::Private::enter(const OriginAlert &alert, const Labels &external, AlertRecord *expected)
{
    if (expected && isSameWithout(alert.labels, external, alertOf(*expected).labels))
        return *expected;
    quint64 key = alertKey(alert.labels, external);
    for (AlertRecord *known = byKey.value(key); known; known = byKey.value(++key))
        if (isSameWithout(alert.labels, external, alertOf(*known).labels))
            return *known;
    auto record = std::make_unique<AlertRecord>();
    record->key = key;
    record->row = rows.size();
    Alert row;
    row.fingerprint = fingerprintText(key);
    row.labels = strippedOf(alert.labels, external, row.externalLabels);
    row.severity = store.m_policy.severities.of(row.labels.value(u"severity"));
    row.state = AlertState::Recovered;
    if (const auto taken = early.constFind(key); taken != early.constEnd()) {
        // Of this episode only: an older one has nothing to say about it.
        if (taken->at >= alert.startsAt) {
            row.acknowledgement = *taken;
            record->acknowledgedAs = row.severity;
        }
        early.erase(taken);
    }
    store.m_alerts.push_back(std::move(row));
    byKey.insert(key, record.get());
    rows.push_back(std::move(record));
    return *rows.back();
}

void AlertStore::Private::absorb(size_t id, const std::vector<OriginAlert> &alerts)
{
    ++round;
    raiserByAddress.clear();
    lastRaiser = {};
    const std::vector<quint64> order = std::exchange(origins[id].order, {});
    std::vector<quint64> keys;
    keys.reserve(alerts.size());
    size_t next = 0;
    for (const OriginAlert &alert : alerts) {
        const bool fromAlertmanager = origins[id].kind == AlertOrigin::Kind::Alertmanager;
        const auto raiser = fromAlertmanager ? raiserAt(alert.generatorUrl) : std::nullopt;
        const Labels &external = externalsOf(alert, origins[id], raiser);
        AlertRecord &record = enter(alert, external, next < order.size() ? byKey.value(order[next]) : nullptr);
        if (const AlertEntry *entry = record.entryOf(id); entry && entry->round != round)
            next = entry->place + 1;
        if (raiser)
            record.generator = raiser;
        list(record, id, alert, external, keys.size());
        keys.push_back(record.key);
    }
    origins[id].order = std::move(keys);
    for (const auto &record : rows)
        leave(*record, id);
}

/// Notes that an origin lists it in this round.
void AlertStore::Private::list(AlertRecord &record, size_t id, const OriginAlert &alert, const Labels &external, size_t place)
{
    AlertEntry *entry = record.entryOf(id);
    if (!entry) {
        Alert &row = alertOf(record);
        if (record.entries.empty() && !row.isOpen() && record.everListed) {
            record.beginEpisode();
            row.acknowledgement.reset();
            row.firingSince.reset();
            row.heldFor = {};
        }
        entry = &record.entries.emplace_back();
        entry->origin = id;
        record.dirty = true;
        record.everListed = true;
        strippedOf(alert.labels, external, entry->external);
        const AlertOrigin::Kind kind = origins[id].kind;
        auto &listers = kind == AlertOrigin::Kind::Alertmanager ? record.carriers : record.raisers;
        if (kind != AlertOrigin::Kind::Console && std::find(listers.begin(), listers.end(), id) == listers.end())
            listers.push_back(id);
    }
    entry->round = round;
    entry->place = place;
    if (entry->update(alert))
        record.dirty = true;
}

/// Takes the entry away that this round no longer has.
void AlertStore::Private::leave(AlertRecord &record, size_t id)
{
    const AlertEntry *entry = record.entryOf(id);
    if (!entry || entry->round == round)
        return;
    const auto &time = origins[id].serverTime;
    record.endTold = entry->endsAt && time && *time + 10s < *entry->endsAt;
    std::erase_if(record.entries, [id](const AlertEntry &gone) { return gone.origin == id; });
    record.dirty = true;
}

void AlertStore::Private::takeRules(size_t id, const PrometheusAlertsSnapshot &snapshot)
{
    AlertOrigin &origin = origins[id];
    const SourceStatus *status = sources.find(origin.name);
    const Labels external = !snapshot.externalLabels.isEmpty() || !status ? snapshot.externalLabels : status->spec.externalLabels;
    if (origin.rules != snapshot.rules) {
        origin.rules = snapshot.rules;
        origin.rulesByName.clear();
        for (size_t i = 0; i < origin.rules.size(); ++i)
            origin.rulesByName[origin.rules[i].name].push_back(i);
        changed = true;
    }
    if (origin.external == external)
        return;
    origin.external = external;
    rekey();
}

void AlertStore::Private::rekey()
{
    for (const auto &record : rows) {
        OriginAlert whole;
        whole.labels = alertOf(*record).allLabels();
        const size_t origin = !record->raisers.empty() ? record->raisers.front() : !record->carriers.empty() ? record->carriers.front() : origins.size();
        if (record->removed || origin == origins.size())
            continue;
        const Labels &external = externalsOf(whole, origins[origin], record->generator);
        Labels taken;
        Labels labels = strippedOf(whole.labels, external, taken);
        const quint64 key = alertKey(labels, {});
        if (labels != alertOf(*record).labels)
            rename(*record, key, std::move(labels), taken);
    }
}

/// Moves a record to another key; where one stands there already, both are one from now on.
void AlertStore::Private::rename(AlertRecord &record, quint64 key, Labels labels, const Labels &taken)
{
    changed = true;
    byKey.remove(record.key);
    for (AlertEntry &entry : record.entries)
        if (origins[entry.origin].kind == AlertOrigin::Kind::Alertmanager)
            entry.external = taken;
    AlertRecord *known = byKey.value(key);
    while (known && alertOf(*known).labels != labels)
        known = byKey.value(++key);
    Alert &alert = alertOf(record);
    if (!known) {
        record.key = key;
        record.dirty = true;
        alert.fingerprint = fingerprintText(key);
        alert.labels = std::move(labels);
        alert.externalLabels = taken;
        byKey.insert(key, &record);
        return;
    }
    for (AlertEntry &entry : record.entries)
        if (!known->entryOf(entry.origin))
            known->entries.push_back(std::move(entry));
    for (const size_t carrier : record.carriers)
        if (std::find(known->carriers.begin(), known->carriers.end(), carrier) == known->carriers.end())
            known->carriers.push_back(carrier);
    if (alert.acknowledgement && !alertOf(*known).acknowledgement) {
        alertOf(*known).acknowledgement = alert.acknowledgement;
        known->acknowledgedAs = record.acknowledgedAs;
    }
    known->everFired = known->everFired || record.everFired;
    known->dirty = true;
    record.entries.clear();
    record.removed = true;
}

void AlertStore::Private::judge(AlertRecord &record)
{
    if (record.removed)
        return;
    const Verdict verdict = verdictOf(record);
    if (!verdict) {
        record.removed = true;
        byKey.remove(record.key);
        changed = true;
        return;
    }
    if (*verdict == alertOf(record).state && !record.dirty)
        return;
    merge(record, *verdict);
    record.dirty = false;
    changed = true;
}

void AlertStore::Private::judgeAll(bool onlyLeft)
{
    const bool isOther = std::exchange(viewChanged, false);
    for (const auto &record : rows) {
        record->dirty = record->dirty || (isOther && !record->entries.empty());
        if (!onlyLeft || isOther || record->entries.empty())
            judge(*record);
    }
}

/// Sorts the rows worst first and lets the removed ones go.
void AlertStore::Private::reorder()
{
    std::vector<Rank> order;
    order.reserve(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        const Alert &alert = store.m_alerts[i];
        if (!rows[i]->removed)
            order.emplace_back(alertStateRank(alert.state), alert.severity, alert.state == AlertState::Acknowledged, alert.startsAt,
                               rows[i]->key, i);
    }
    if (order.size() == rows.size() && std::is_sorted(order.begin(), order.end()))
        return;
    order = sortedAgain(order);
    std::vector<Alert> alerts;
    std::vector<std::unique_ptr<AlertRecord>> records;
    alerts.reserve(order.size());
    records.reserve(order.size());
    for (const Rank &rank : order) {
        const size_t from = std::get<size_t>(rank);
        rows[from]->row = records.size();
        alerts.push_back(std::move(store.m_alerts[from]));
        records.push_back(std::move(rows[from]));
    }
    store.m_alerts = std::move(alerts);
    rows = std::move(records);
}

void AlertStore::Private::publish()
{
    const bool isOther = std::exchange(changed, false);
    if (!isOther && questions.empty())
        return;
    reorder();
    store.m_rows = AlertRows(store.m_alerts);
    counts.fill(0);
    for (const Alert &alert : store.m_alerts)
        ++counts[size_t(alert.state)];
    const std::vector<Transition> moved = std::exchange(transitions, {});
    const std::vector<Question> asked = std::exchange(questions, {});
    if (isOther)
        Q_EMIT store.changed();
    for (const auto &[key, before] : moved) {
        const AlertRecord *record = byKey.value(key);
        if (!record)
            continue;
        const Alert alert = alertOf(*record);
        if (alert.state != before)
            Q_EMIT store.transitioned(alert, before);
    }
    for (const Question &question : asked)
        Q_EMIT store.presenceWanted(question.source, question.fingerprint, question.expression);
}

} // namespace Watchfloor
