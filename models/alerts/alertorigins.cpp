#include "models/alerts/alertbook.h"

#include <QUrl>

#include <algorithm>
#include <numeric>

namespace Watchfloor {

namespace {

/// What is before the query: the page of the expression, under the path of its server. No parsing: there are 10,000 of them.
QStringView pagePart(QStringView url)
{
    if (!url.contains(u"://"))
        return {};
    const qsizetype query = url.indexOf(u'?');
    return query < 0 ? url : url.first(query);
}

/// The path of a URL's server ends where a page of it begins: /tenant/graph is a page of /tenant, not of /ten.
bool isUnder(const QString &path, QString base)
{
    while (base.endsWith(u'/'))
        base.chop(1);
    return path.startsWith(base) && (path.size() == base.size() || path[base.size()] == u'/');
}

qsizetype sharedPairs(const Labels &labels, const Labels &external)
{
    return std::count_if(external.begin(), external.end(), [&labels](const auto &pair) { return labels.value(pair.first) == pair.second; });
}

/// The workspace's word tells clusters apart; where it says nothing, members that see the same peers are one cluster.
bool areOneCluster(const AlertOrigin &a, const AlertOrigin &b)
{
    if (!a.cluster.isEmpty() && !b.cluster.isEmpty())
        return a.cluster == b.cluster;
    return std::any_of(a.peers.begin(), a.peers.end(), [&b](const QString &peer) { return b.peers.contains(peer); });
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

AlertStore::Private::Private(AlertStore &owner, const SourceStore &sourceStore)
    : store(owner)
    , sources(sourceStore)
{
    later.setSingleShot(true);
    QObject::connect(&later, &QTimer::timeout, &store, [this] { pump(false); });
    // Other sources may be behind the same alerts.
    QObject::connect(&sources, &SourceStore::changed, &store, [this](const QString &name) {
        if (!name.isEmpty())
            return;
        ++epoch;
        for (AlertOrigin &origin : origins)
            origin.regroups = true;
    });
}

size_t AlertStore::Private::originOf(const QString &name, AlertOrigin::Kind kind)
{
    const auto found = std::find_if(origins.begin(), origins.end(), [&name](const AlertOrigin &origin) { return origin.name == name; });
    const SourceStatus *status = sources.find(name);
    const size_t index = size_t(found - origins.begin());
    if (found == origins.end()) {
        origins.emplace_back().name = name;
        raiserByAddress.clear();
        ++epoch;
    }
    AlertOrigin &origin = origins[index];
    origin.kind = kind;
    if (status) {
        origin.address = addressOf(status->spec.target.base.toString());
        if (origin.external.isEmpty() && !status->spec.externalLabels.isEmpty()) {
            origin.external = status->spec.externalLabels;
            ++epoch;
        }
    }
    return index;
}

const AlertOrigin *AlertStore::Private::findOrigin(const QString &name) const
{
    const auto found = std::find_if(origins.begin(), origins.end(), [&name](const AlertOrigin &origin) { return origin.name == name; });
    return found == origins.end() ? nullptr : &*found;
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
    bool isAway = false;
    std::chrono::milliseconds longest{};
    for (const SourceStatus &status : sources.sources()) {
        const bool isPage = status.spec.kind == SourceKind::Metrics;
        if (isPage || status.spec.kind == SourceKind::Rules)
            longest = std::max(longest, status.spec.interval);
        isAway = isAway || (isPage && (status.freshness.error() || status.state(now) != State::Healthy));
    }
    // One that is back is scraped, and its rules are evaluated, within that time.
    if (isAway)
        pagesAwayUntil = now + 2 * longest;
}

std::optional<size_t> AlertStore::Private::raiserAt(const QString &generatorUrl)
{
    const QStringView page = pagePart(generatorUrl);
    if (page.isEmpty() || page == lastRaiser.first)
        return page.isEmpty() ? std::nullopt : lastRaiser.second;
    const QString part = page.toString();
    if (const auto known = raiserByAddress.constFind(part); known != raiserByAddress.constEnd())
        return (lastRaiser = {part, *known}).second;
    const QString address = addressOf(part);
    const QString path = QUrl(part).path();
    const SourceStatus *best = nullptr;
    bool isOne = true;
    for (const SourceStatus &status : sources.sources()) {
        const QUrl &base = status.spec.target.base;
        if (status.spec.kind != SourceKind::Prometheus || address.isEmpty() || addressOf(base.toString()) != address || !isUnder(path, base.path()))
            continue;
        const qsizetype more = best ? base.path().size() - best->spec.target.base.path().size() : 1;
        isOne = more > 0 || (isOne && more < 0);
        best = more > 0 ? &status : best;
    }
    // Two tenants at one URL, told apart by a header: which of them it was the URL does not say.
    std::optional<size_t> raiser;
    if (best && isOne)
        raiser = originOf(best->spec.name, AlertOrigin::Kind::Prometheus);
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
    ++epoch;
    rekey();
}

void AlertStore::Private::takeCluster(size_t id, const QString &cluster, const QStringList &peers)
{
    AlertOrigin &origin = origins[id];
    const bool isSame = !origin.members.empty() && !origin.regroups && origin.cluster == cluster && origin.peers == peers;
    origin.cluster = cluster;
    origin.peers = peers;
    if (isSame)
        return;
    if (std::exchange(origin.regroups, false))
        origin.members.clear();
    regroup();
}

/// Who is in a cluster with whom, over others too: a sees b and b sees c. Members that saw one another once stay together: when
/// they lose sight of each other, what they say against each other must show.
void AlertStore::Private::regroup()
{
    std::vector<size_t> first(origins.size());
    std::iota(first.begin(), first.end(), size_t(0));
    const auto isMember = [this](size_t i) { return origins[i].kind == AlertOrigin::Kind::Alertmanager; };
    const auto wereTogether = [this](size_t i, size_t j) {
        const AlertOrigin &a = origins[i];
        const AlertOrigin &b = origins[j];
        const bool isNamed = !a.cluster.isEmpty() && !b.cluster.isEmpty();
        return !isNamed && std::find(a.members.begin(), a.members.end(), j) != a.members.end() && std::find(b.members.begin(), b.members.end(), i) != b.members.end();
    };
    for (size_t i = 0; i < origins.size(); ++i)
        for (size_t j = 0; j < i; ++j)
            if (isMember(i) && isMember(j) && first[i] != first[j] && (areOneCluster(origins[i], origins[j]) || wereTogether(i, j)))
                std::replace(first.begin(), first.end(), std::max(first[i], first[j]), std::min(first[i], first[j]));
    for (size_t i = 0; i < origins.size(); ++i) {
        origins[i].members.clear();
        origins[i].hasOthers = false;
        for (size_t j = 0; isMember(i) && j < origins.size(); ++j) {
            if (isMember(j) && first[j] == first[i])
                origins[i].members.push_back(j);
            origins[i].hasOthers = origins[i].hasOthers || (isMember(j) && first[j] != first[i]);
        }
    }
    viewChanged = true;
    changed = true;
}

void AlertStore::Private::rekey()
{
    for (const auto &record : records) {
        OriginAlert whole;
        whole.labels = record->alert.allLabels();
        const size_t origin = !record->raisers.empty() ? record->raisers.front() : !record->carriers.empty() ? record->carriers.front() : origins.size();
        if (record->removed || origin == origins.size())
            continue;
        const Labels &external = externalsOf(whole, origins[origin], record->generator);
        Labels taken;
        Labels labels = strippedOf(whole.labels, external, taken);
        if (labels != record->alert.labels)
            rename(*record, std::move(labels), taken);
    }
}

/// Moves a record to another key; where one stands there already, both are one from now on.
void AlertStore::Private::rename(AlertRecord &record, Labels labels, const Labels &taken)
{
    quint64 key = alertKey(labels);
    for (AlertEntry &entry : record.entries) {
        if (origins[entry.origin].kind != AlertOrigin::Kind::Alertmanager)
            continue;
        Labels whole = record.alert.labels;
        for (const auto &[name, value] : entry.external)
            whole.set(name, value);
        entry.external = whole.without(labels);
    }
    AlertRecord *known = byKey.value(key);
    while (known && known->alert.labels != labels)
        known = byKey.value(++key);
    Alert &alert = record.alert;
    if (!known) {
        byKey.remove(record.key);
        leaveFamily(record);
        record.family = familyKey(key, labels);
        joinFamily(record);
        record.key = key;
        record.dirty = true;
        alert.fingerprint = fingerprintText(key);
        alert.labels = std::move(labels);
        alert.externalLabels = taken;
        byKey.insert(key, &record);
        touch(record);
        note(record);
        return;
    }
    if (!record.entries.empty() && known->isLeftBehind(alert.startsAt))
        known->beginEpisode();
    known->isRestored = known->isRestored && record.isRestored;
    for (AlertEntry &entry : record.entries) {
        unindex(entry, record);
        if (!known->entryOf(entry.origin, entry.mark.key)) {
            known->entries.push_back(std::move(entry));
            index(known->entries.back(), *known);
        }
    }
    const auto addAll = [](std::vector<size_t> &all, const std::vector<size_t> &more) {
        for (const size_t origin : more)
            if (std::find(all.begin(), all.end(), origin) == all.end())
                all.push_back(origin);
    };
    addAll(known->carriers, record.carriers);
    addAll(known->raisers, record.raisers);
    if (alert.acknowledgement && !known->alert.acknowledgement) {
        known->alert.acknowledgement = alert.acknowledgement;
        known->acknowledgedAs = record.acknowledgedAs;
    }
    known->everFired = known->everFired || record.everFired;
    known->dirty = true;
    record.entries.clear();
    touch(*known);
    remove(record);
}

} // namespace Watchfloor
