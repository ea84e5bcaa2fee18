#include "models/alerts/alertstore.h"

#include "models/alerts/alertbook.h"

namespace Watchfloor {

namespace {

/// Whoever was told of another round and says this does not wait until its turn comes. Null: the caller waits.
template<typename Snapshot>
std::shared_ptr<const Snapshot> copyIf(bool isNeeded, const Snapshot &snapshot)
{
    return isNeeded ? std::make_shared<const Snapshot>(snapshot) : nullptr;
}

} // namespace

AlertStore::AlertStore(const SourceStore &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , d(std::make_unique<Private>(*this, sources))
{
}

AlertStore::~AlertStore() = default;

void AlertStore::setPolicy(const AlertPolicy &policy)
{
    if (policy == m_policy)
        return;
    m_policy = policy;
    for (const auto &record : d->records)
        record->alert.severity = policy.severities.of(record->alert.labels.value(u"severity"));
    d->touchAll(true);
    d->changed = true;
    d->pump(true);
}

void AlertStore::setSliced(bool sliced)
{
    d->sliced = sliced;
}

bool AlertStore::isBusy() const
{
    return d->later.isActive();
}

void AlertStore::apply(const QString &source, const std::shared_ptr<const AlertmanagerSnapshot> &snapshot, Instant now, WallTime at)
{
    take(source, *snapshot, snapshot, now, at);
}

void AlertStore::apply(const QString &source, const AlertmanagerSnapshot &snapshot, Instant now, WallTime at)
{
    const auto keep = copyIf(d->pumping, snapshot);
    take(source, keep ? *keep : snapshot, keep, now, at);
}

void AlertStore::take(const QString &source, const AlertmanagerSnapshot &snapshot, std::shared_ptr<const void> keep, Instant now, WallTime at)
{
    d->takeTime(now, at);
    const size_t id = d->originOf(source, AlertOrigin::Kind::Alertmanager);
    const auto begin = [this, id, now, source, &snapshot] {
        AlertOrigin &origin = d->origins[id];
        // One that restarted forgot its alerts until they are sent again: their leaving says nothing.
        // Its answers tell the time in whole seconds: in the first one it would seem to have begun after them.
        const bool isSame = snapshot.startedAt == origin.startedAt;
        const bool remembers = isSame || !origin.serverTime || !snapshot.startedAt || *snapshot.startedAt <= *origin.serverTime;
        origin.startedAt = snapshot.startedAt;
        origin.appliedAt = now;
        origin.serverTime = remembers ? snapshot.serverTime : std::nullopt;
        origin.configuration = snapshot.configuration;
        const SourceStatus *status = m_sources.find(source);
        d->takeCluster(id, status ? status->spec.cluster : QString(), snapshot.clusterPeers);
        if (origin.silences != snapshot.silences || origin.unreadSilences != snapshot.unreadSilences) {
            origin.silences = snapshot.silences;
            origin.unreadSilences = snapshot.unreadSilences;
            d->changed = true;
        }
        noteCut(source, snapshot.alerts.size(), snapshot.totalAlerts);
    };
    const auto end = [this, id, &snapshot] { d->origins[id].serverTime = snapshot.serverTime; };
    d->submit({.origin = id, .keep = std::move(keep), .alerts = &snapshot.alerts, .begin = begin, .end = end});
}

void AlertStore::apply(const QString &source, const std::shared_ptr<const PrometheusAlertsSnapshot> &snapshot, Instant now, WallTime at)
{
    take(source, *snapshot, snapshot, now, at);
}

void AlertStore::apply(const QString &source, const PrometheusAlertsSnapshot &snapshot, Instant now, WallTime at)
{
    const auto keep = copyIf(d->pumping, snapshot);
    take(source, keep ? *keep : snapshot, keep, now, at);
}

void AlertStore::take(const QString &source, const PrometheusAlertsSnapshot &snapshot, std::shared_ptr<const void> keep, Instant now, WallTime at)
{
    d->takeTime(now, at);
    const size_t id = d->originOf(source, AlertOrigin::Kind::Prometheus);
    const auto begin = [this, id, now, source, &snapshot] {
        d->origins[id].appliedAt = now;
        noteCut(source, snapshot.alerts.size(), snapshot.totalAlerts);
        d->takeRules(id, snapshot);
    };
    d->submit({.origin = id, .keep = std::move(keep), .alerts = &snapshot.alerts, .begin = begin, .end = [] {}});
}

void AlertStore::apply(const QString &source, const ConsoleAlertsSnapshot &snapshot, Instant now, WallTime at)
{
    d->takeTime(now, at);
    const size_t id = d->originOf(source, AlertOrigin::Kind::Console);
    const auto keep = copyIf(d->pumping, snapshot);
    const auto begin = [this, id, now] { d->origins[id].appliedAt = now; };
    d->submit({.origin = id, .keep = keep, .alerts = keep ? &keep->alerts : &snapshot.alerts, .begin = begin, .end = [] {}});
}

void AlertStore::noteCut(const QString &source, size_t kept, size_t total)
{
    if (total > kept)
        m_cut[source] = total;
    else
        m_cut.erase(source);
}

void AlertStore::apply(const SelectorPresence &presence, Instant now, WallTime at)
{
    d->takeTime(now, at);
    d->lookAround();
    AlertRecord *record = d->findRecord(presence.fingerprint);
    if (!record || !record->askedAt)
        return;
    record->presence = presence.present;
    d->touch(*record);
    d->pump(false);
}

void AlertStore::acknowledge(const QString &fingerprint, const Acknowledgement &acknowledgement)
{
    constexpr qsizetype earlyLimit = 10'000;
    AlertRecord *record = d->findRecord(fingerprint);
    if (!record) {
        bool ok = false;
        const quint64 key = fingerprint.toULongLong(&ok, 16);
        if (ok && d->early.size() < earlyLimit)
            d->early.insert(key, acknowledgement);
        return;
    }
    Alert &alert = record->alert;
    const bool isWorse = acknowledgement.severity != Severity::None && alert.severity < acknowledgement.severity;
    if (!alert.isOpen() || isWorse || (acknowledgement.until && *acknowledgement.until <= d->at))
        return;
    alert.acknowledgement = acknowledgement;
    record->acknowledgedAs = alert.severity;
    d->settle(*record);
}

void AlertStore::unacknowledge(const QString &fingerprint)
{
    AlertRecord *record = d->findRecord(fingerprint);
    if (!record || !record->alert.acknowledgement)
        return;
    record->alert.acknowledgement.reset();
    d->settle(*record);
}

void AlertStore::dismiss(const QString &fingerprint)
{
    AlertRecord *record = d->findRecord(fingerprint);
    if (!record)
        return;
    const AlertState state = record->alert.state;
    if (state != AlertState::Recovered && state != AlertState::Vanished && state != AlertState::Unseen)
        return;
    d->remove(*record);
    d->publish();
}

void AlertStore::tick(Instant now, WallTime at)
{
    d->takeTime(now, at);
    d->lookAround();
    d->touchDue();
    d->pump(false);
}

const Alert *AlertStore::find(const QString &fingerprint) const
{
    const AlertRecord *record = d->findRecord(fingerprint);
    return !record ? nullptr : record->leader ? &record->leader->alert : &record->alert;
}

const Alert *AlertStore::findByOrigin(const QString &originFingerprint) const
{
    const AlertRecord *record = d->findByOrigin(originFingerprint);
    return !record ? nullptr : record->leader ? &record->leader->alert : &record->alert;
}

std::vector<AlertTelling> AlertStore::tellings(const Alert &alert) const
{
    std::vector<AlertTelling> told;
    const AlertRecord *record = d->findRecord(alert.fingerprint);
    if (!record)
        return told;
    std::vector<size_t> silent = record->carriers;
    silent.insert(silent.end(), record->raisers.begin(), record->raisers.end());
    if (record->generator)
        silent.push_back(*record->generator);
    for (const AlertRecord *teller : d->rowOf(*record))
        for (const AlertEntry &entry : teller->entries) {
            const AlertOrigin &origin = d->origins[entry.origin];
            told.push_back({origin.name, true, entry.state, entry.startsAt});
            silent.insert(silent.end(), origin.members.begin(), origin.members.end());
        }
    for (const size_t id : silent) {
        const QString &name = d->origins[id].name;
        const bool isTold = std::any_of(told.begin(), told.end(), [&name](const AlertTelling &telling) { return telling.origin == name; });
        if (alert.isOpen() && !isTold && d->isVisible(id) && d->origins[id].appliedAt)
            told.push_back({name, false, OriginAlert::State::Firing, {}});
    }
    std::stable_sort(told.begin(), told.end(), [](const AlertTelling &a, const AlertTelling &b) { return a.origin < b.origin; });
    return told;
}

std::vector<Labels> AlertStore::labelsAt(const Alert &alert, const QString &source) const
{
    std::vector<Labels> found;
    const AlertRecord *record = d->findRecord(alert.fingerprint);
    if (!record)
        return found;
    for (const AlertRecord *teller : d->rowOf(*record))
        for (const AlertEntry &entry : teller->entries)
            if (d->origins[entry.origin].name == source) {
                Labels labels = teller->alert.labels;
                for (const auto &[name, value] : entry.external)
                    labels.set(name, value);
                found.push_back(std::move(labels));
            }
    return found;
}

QString AlertStore::configuration(const QString &source) const
{
    const AlertOrigin *origin = d->findOrigin(source);
    return origin ? origin->configuration : QString();
}

std::map<QString, QStringList> AlertStore::clusters() const
{
    std::map<QString, QStringList> clusters;
    for (const AlertOrigin &origin : d->origins) {
        if (origin.members.empty())
            continue;
        QString name;
        QStringList members;
        for (const size_t member : origin.members) {
            members << d->origins[member].name;
            name = name.isEmpty() ? d->origins[member].cluster : name;
        }
        members.sort();
        // Two of one name would hide each other's silences. The name of a source is nobody else's.
        const AlertOrigin *namesake = d->findOrigin(name);
        const bool isAnothers = namesake && !namesake->members.empty() && !members.contains(name);
        clusters[name.isEmpty() || isAnothers ? members.front() : name] = members;
    }
    return clusters;
}

const std::vector<Silence> &AlertStore::silences(const QString &source) const
{
    static const std::vector<Silence> none;
    const AlertOrigin *origin = d->findOrigin(source);
    return origin ? origin->silences : none;
}

std::map<QString, size_t> AlertStore::unreadSilences() const
{
    std::map<QString, size_t> unread;
    for (const AlertOrigin &origin : d->origins)
        if (origin.unreadSilences > 0)
            unread[origin.name] = origin.unreadSilences;
    return unread;
}

std::vector<std::pair<QString, Silence>> AlertStore::allSilences() const
{
    std::vector<std::pair<QString, Silence>> all;
    for (const AlertOrigin &origin : d->origins)
        for (const Silence &silence : origin.silences)
            all.emplace_back(origin.name, silence);
    return all;
}

std::optional<std::pair<QString, AlertRule>> AlertStore::ruleOf(const Alert &alert) const
{
    const AlertRecord *record = d->findRecord(alert.fingerprint);
    const auto ruleIn = [&alert](const AlertOrigin &origin) { return origin.ruleFor(alert.labels); };
    if (record)
        for (const size_t raiser : d->raisersOf(*record))
            if (const AlertRule *rule = ruleIn(d->origins[raiser]))
                return {{d->origins[raiser].name, *rule}};
    for (const AlertOrigin &origin : d->origins)
        if (const AlertRule *rule = ruleIn(origin))
            return {{origin.name, *rule}};
    return std::nullopt;
}

std::vector<KnownRule> AlertStore::rules() const
{
    std::vector<KnownRule> all;
    for (const AlertOrigin &origin : d->origins)
        for (const AlertRule &rule : origin.rules)
            all.push_back({origin.name, rule, origin.external});
    return all;
}

int AlertStore::count(AlertState state) const
{
    return d->counts[size_t(state)];
}

std::optional<std::chrono::milliseconds> AlertStore::respondWithin(const Alert &alert, WallTime now) const
{
    const bool isOwed = alert.state == AlertState::Firing
                        || (alert.state == AlertState::Unseen && alert.firingSince && !alert.acknowledgement);
    const auto step = m_policy.escalation.find(alert.severity);
    if (!isOwed || step == m_policy.escalation.end() || step->second.respond.count() <= 0)
        return std::nullopt;
    return step->second.respond - (now - alert.firingSince.value_or(alert.startsAt) - alert.heldFor);
}

} // namespace Watchfloor
