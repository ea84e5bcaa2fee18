#include "models/alerts/alertstore.h"

#include "models/alerts/alertbook.h"

namespace Watchfloor {

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
    for (const auto &record : d->rows) {
        Alert &alert = d->alertOf(*record);
        alert.severity = policy.severities.of(alert.labels.value(u"severity"));
        // Who took on a warning did not take on a page.
        if (alert.acknowledgement && alert.severity < record->acknowledgedAs) {
            alert.acknowledgement.reset();
            record->dirty = true;
        }
        d->judge(*record);
    }
    d->changed = true;
    d->publish();
}

void AlertStore::setSliced(bool) { }

bool AlertStore::isBusy() const
{
    return false;
}

void AlertStore::apply(const QString &source, const std::shared_ptr<const AlertmanagerSnapshot> &snapshot, Instant now, WallTime at)
{
    apply(source, *snapshot, now, at);
}

void AlertStore::apply(const QString &source, const std::shared_ptr<const PrometheusAlertsSnapshot> &snapshot, Instant now, WallTime at)
{
    apply(source, *snapshot, now, at);
}

void AlertStore::apply(const QString &source, const AlertmanagerSnapshot &snapshot, Instant now, WallTime at)
{
    d->takeTime(now, at);
    const size_t id = d->originOf(source, AlertOrigin::Kind::Alertmanager);
    AlertOrigin &origin = d->origins[id];
    // One that restarted forgot its alerts until they are sent again: their leaving says nothing.
    const bool remembers = !origin.serverTime || !snapshot.startedAt || *snapshot.startedAt <= *origin.serverTime;
    origin.appliedAt = now;
    origin.serverTime = remembers ? snapshot.serverTime : std::nullopt;
    origin.configuration = snapshot.configuration;
    if (const SourceStatus *status = m_sources.find(source))
        origin.cluster = status->spec.cluster;
    if (origin.silences != snapshot.silences) {
        origin.silences = snapshot.silences;
        d->changed = true;
    }
    if (snapshot.totalAlerts > snapshot.alerts.size())
        m_cut[source] = snapshot.totalAlerts;
    else
        m_cut.erase(source);
    d->lookAround();
    d->absorb(id, snapshot.alerts);
    d->origins[id].serverTime = snapshot.serverTime;
    d->lookAround();
    d->judgeAll();
    d->publish();
}

void AlertStore::apply(const QString &source, const PrometheusAlertsSnapshot &snapshot, Instant now, WallTime at)
{
    d->takeTime(now, at);
    const size_t id = d->originOf(source, AlertOrigin::Kind::Prometheus);
    d->origins[id].appliedAt = now;
    if (snapshot.totalAlerts > snapshot.alerts.size())
        m_cut[source] = snapshot.totalAlerts;
    else
        m_cut.erase(source);
    d->takeRules(id, snapshot);
    d->lookAround();
    d->absorb(id, snapshot.alerts);
    d->judgeAll();
    d->publish();
}

void AlertStore::apply(const QString &source, const ConsoleAlertsSnapshot &snapshot, Instant now, WallTime at)
{
    d->takeTime(now, at);
    const size_t id = d->originOf(source, AlertOrigin::Kind::Console);
    d->origins[id].appliedAt = now;
    d->lookAround();
    d->absorb(id, snapshot.alerts);
    d->judgeAll();
    d->publish();
}

void AlertStore::apply(const SelectorPresence &presence, Instant now, WallTime at)
{
    d->takeTime(now, at);
    d->lookAround();
    AlertRecord *record = d->findRecord(presence.fingerprint);
    if (!record || !record->askedAt)
        return;
    record->presence = presence.present;
    d->judge(*record);
    d->publish();
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
    Alert &alert = d->alertOf(*record);
    if (!alert.isOpen())
        return;
    alert.acknowledgement = acknowledgement;
    record->acknowledgedAs = alert.severity;
    record->dirty = true;
    d->judge(*record);
    d->publish();
}

void AlertStore::unacknowledge(const QString &fingerprint)
{
    AlertRecord *record = d->findRecord(fingerprint);
    if (!record || !d->alertOf(*record).acknowledgement)
        return;
    d->alertOf(*record).acknowledgement.reset();
    record->dirty = true;
    d->judge(*record);
    d->publish();
}

void AlertStore::dismiss(const QString &fingerprint)
{
    AlertRecord *record = d->findRecord(fingerprint);
    if (!record)
        return;
    const AlertState state = d->alertOf(*record).state;
    if (state != AlertState::Recovered && state != AlertState::Vanished && state != AlertState::Unseen)
        return;
    record->removed = true;
    d->byKey.remove(record->key);
    d->changed = true;
    d->publish();
}

void AlertStore::tick(Instant now, WallTime at)
{
    d->takeTime(now, at);
    d->lookAround();
    d->judgeAll(true);
    d->publish();
}

const Alert *AlertStore::find(const QString &fingerprint) const
{
    const AlertRecord *record = d->findRecord(fingerprint);
    return record ? &d->alertOf(*record) : nullptr;
}

const Alert *AlertStore::findByOrigin(const QString &originFingerprint) const
{
    if (originFingerprint.isEmpty())
        return nullptr;
    for (const auto &record : d->rows)
        for (const AlertEntry &entry : record->entries)
            if (entry.fingerprint == originFingerprint)
                return &d->alertOf(*record);
    return nullptr;
}

std::vector<AlertTelling> AlertStore::tellings(const Alert &alert) const
{
    std::vector<AlertTelling> told;
    if (const AlertRecord *record = d->findRecord(alert.fingerprint))
        for (const AlertEntry &entry : record->entries)
            told.push_back({d->origins[entry.origin].name, true, entry.state, entry.startsAt});
    return told;
}

QString AlertStore::configuration(const QString &source) const
{
    const AlertOrigin *origin = d->findOrigin(source);
    return origin ? origin->configuration : QString();
}

std::map<QString, QStringList> AlertStore::clusters() const
{
    std::map<QString, QStringList> members;
    for (const AlertOrigin &origin : d->origins)
        if (origin.kind == AlertOrigin::Kind::Alertmanager)
            members[origin.cluster.isEmpty() ? origin.name : origin.cluster] << origin.name;
    return members;
}

const std::vector<Silence> &AlertStore::silences(const QString &source) const
{
    static const std::vector<Silence> none;
    const AlertOrigin *origin = d->findOrigin(source);
    return origin ? origin->silences : none;
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
