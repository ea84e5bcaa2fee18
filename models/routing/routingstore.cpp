#include "models/routing/routingstore.h"

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr int mostLookedAt = 500; ///< other alerts that may be of the same group

/// An Alertmanager has it, so that it belongs to a group.
bool isSent(const Alert &alert)
{
    return alert.isOpen() && alert.state != AlertState::Pending;
}

WallTime beganOf(const Alert &alert)
{
    return alert.firingSince.value_or(alert.startsAt);
}

/// As these Alertmanagers label it; as anybody does where none of them lists it.
Labels labelsAt(const QStringList &members, const Alert &alert)
{
    const auto own = std::find_if(alert.told.begin(), alert.told.end(), [&members](const ToldLabels &telling) { return members.contains(telling.origin); });
    if (own == alert.told.end())
        return alert.allLabels();
    Labels labels = alert.labels;
    for (const auto &[name, value] : own->external)
        if (!labels.contains(name))
            labels.set(name, value);
    return labels;
}

QStringList membersOf(const NotificationTrace &trace)
{
    QStringList members;
    for (const MemberTrace &member : trace.members)
        members << member.name;
    return members;
}

} // namespace

class RoutingStore::Private
{
public:
    struct Told
    {
        QString text;
        QString version;
        std::shared_ptr<const RoutingConfig> config;
    };

    Private(const SourceStore &sourceStore, const AlertStore &alertStore)
        : sources(sourceStore)
        , alerts(alertStore)
    {
    }

    /// Alertmanagers by cluster, those included that have not answered yet.
    std::map<QString, QStringList> clusters() const;
    void readAll();
    NotificationTrace trace(const QString &cluster, const QStringList &members, const Alert &alert, Instant now, WallTime wall) const;
    void traceMembers(NotificationTrace &trace, const QStringList &members, const std::vector<AlertTelling> &tellings, Instant now) const;
    const RoutingConfig *configOf(NotificationTrace &trace) const;
    void traceRoutes(NotificationTrace &trace, const RoutingConfig &config, const Alert &alert, WallTime began, WallTime wall) const;
    void lookAtGroup(RouteTrace &route, const QStringList &members, const RoutingConfig &config, const RoutingConfig::Path &path, const Alert &alert, WallTime &groupBegan) const;
    void traceSilences(NotificationTrace &trace, const Alert &alert) const;
    void traceInhibitors(NotificationTrace &trace, const RoutingConfig *config, const Alert &alert) const;
    NotificationTrace::Verdict verdictOf(const NotificationTrace &trace, const Alert &alert, bool known) const;

    const SourceStore &sources;
    const AlertStore &alerts;
    std::map<QString, Told> told;
    quint64 revision = 0; ///< counts up with every configuration that came or changed
    quint64 announced = 0;
};

std::map<QString, QStringList> RoutingStore::Private::clusters() const
{
    std::map<QString, QStringList> all = alerts.clusters();
    QStringList known;
    for (const auto &[cluster, members] : all)
        known << members;
    for (const SourceStatus &source : sources.sources()) {
        const SourceSpec &spec = source.spec;
        if (spec.kind == SourceKind::Alertmanager && !known.contains(spec.name))
            all[spec.cluster.isEmpty() ? spec.name : spec.cluster] << spec.name;
    }
    return all;
}

/// Reads what is another text than before.
void RoutingStore::Private::readAll()
{
    for (const auto &[cluster, members] : alerts.clusters()) {
        for (const QString &member : members) {
            const QString text = alerts.configuration(member);
            const SourceStatus *source = sources.find(member);
            const QString version = source ? source->version : QString();
            Told &known = told[member];
            if (known.text == text && (known.version == version || !known.config))
                continue;
            known = {text, version, {}};
            ++revision;
            if (text.isEmpty())
                continue;
            const auto same = std::find_if(told.begin(), told.end(), [&](const auto &other) {
                return other.first != member && other.second.config && other.second.text == text && other.second.version == version;
            });
            known.config = same != told.end() ? same->second.config : std::make_shared<const RoutingConfig>(readRoutingConfig(text, version));
        }
    }
}

void RoutingStore::Private::traceMembers(NotificationTrace &trace, const QStringList &members, const std::vector<AlertTelling> &tellings, Instant now) const
{
    for (const QString &name : members) {
        MemberTrace member;
        member.name = name;
        member.visibility = sources.state(name, now);
        const auto telling = std::find_if(tellings.begin(), tellings.end(), [&name](const AlertTelling &each) { return each.origin == name && each.lists; });
        if (telling != tellings.end()) {
            member.lists = true;
            member.suppressed = telling->state == OriginAlert::State::Suppressed;
        }
        trace.members.push_back(std::move(member));
    }
}

/// Of the first member that lists the alert, else of the first that has told one.
const RoutingConfig *RoutingStore::Private::configOf(NotificationTrace &trace) const
{
    const RoutingConfig *chosen = nullptr;
    bool listing = false;
    QString text;
    for (const MemberTrace &member : trace.members) {
        const auto known = told.find(member.name);
        if (known == told.end() || !known->second.config || !known->second.config->valid)
            continue;
        trace.configurationsDiffer = trace.configurationsDiffer || (!text.isEmpty() && text != known->second.text);
        text = known->second.text;
        if (!chosen || (member.lists && !listing))
            chosen = known->second.config.get();
        listing = listing || member.lists;
    }
    return chosen;
}

/// Alerts of one group are sent together: the first of them decides when.
void RoutingStore::Private::lookAtGroup(RouteTrace &route, const QStringList &members, const RoutingConfig &config, const RoutingConfig::Path &path, const Alert &alert, WallTime &groupBegan) const
{
    if (route.groupByAll)
        return;
    const Labels group = path.back()->groupLabels(labelsAt(members, alert));
    int looked = 0;
    for (const Alert &other : alerts.alerts()) {
        if (!isSent(other) || other.fingerprint == alert.fingerprint)
            continue;
        if (std::none_of(other.origins.begin(), other.origins.end(), [&members](const QString &origin) { return members.contains(origin); }))
            continue;
        const Labels labels = labelsAt(members, other);
        if (!labels.containsAll(group) || path.back()->groupLabels(labels) != group)
            continue;
        if (++looked > mostLookedAt)
            return;
        const auto paths = config.match(labels);
        if (std::none_of(paths.begin(), paths.end(), [&path](const RoutingConfig::Path &taken) { return taken.back() == path.back(); }))
            continue;
        ++route.groupSize;
        groupBegan = std::min(groupBegan, beganOf(other));
    }
}

void RoutingStore::Private::traceRoutes(NotificationTrace &trace, const RoutingConfig &config, const Alert &alert, WallTime began, WallTime wall) const
{
    const QStringList members = membersOf(trace);
    const Labels labels = labelsAt(members, alert);
    trace.uncertain = config.passesUnread(labels);
    for (const RoutingConfig::Path &path : config.match(labels)) {
        RouteTrace group;
        group.groupByAll = path.back()->groupByAll;
        WallTime groupBegan = began;
        lookAtGroup(group, members, config, path, alert, groupBegan);
        RouteTrace route = traceRoute(config, path, labels, began, groupBegan, wall);
        route.groupSize = group.groupSize;
        for (const QStringList &names : {path.back()->muteIntervals, path.back()->activeIntervals})
            for (const QString &name : names)
                if (const auto interval = config.intervals.find(name); interval == config.intervals.end() || interval->second.unread)
                    trace.uncertain = true;
        trace.routes.push_back(std::move(route));
    }
}

void RoutingStore::Private::traceSilences(NotificationTrace &trace, const Alert &alert) const
{
    QStringList found;
    for (const MemberTrace &member : trace.members) {
        for (const Silence &silence : alerts.silences(member.name)) {
            if (!alert.silencedBy.contains(silence.id) || found.contains(silence.id))
                continue;
            found << silence.id;
            trace.silences.push_back({member.name, silence.id, silence.createdBy, silence.comment, silence.startsAt, silence.endsAt});
        }
    }
    const bool suppressed = std::any_of(trace.members.begin(), trace.members.end(), [](const MemberTrace &member) { return member.suppressed; });
    for (const QString &id : alert.silencedBy)
        if (suppressed && !found.contains(id))
            trace.silences.push_back({{}, id, {}, {}, {}, {}});
}

void RoutingStore::Private::traceInhibitors(NotificationTrace &trace, const RoutingConfig *config, const Alert &alert) const
{
    const QStringList members = membersOf(trace);
    const Labels labels = labelsAt(members, alert);
    const auto add = [&](const Alert &inhibitor) {
        InhibitorTrace made{inhibitor.fingerprint, inhibitor.name(), inhibitor.service(), inhibitor.firingSince, {}};
        if (config) {
            const auto &rules = config->inhibitRules;
            const auto rule = std::find_if(rules.begin(), rules.end(), [&](const InhibitRule &each) { return each.inhibits(labelsAt(members, inhibitor), labels); });
            if (rule != rules.end())
                made.rule = *rule;
        }
        trace.inhibitors.push_back(std::move(made));
    };
    for (const QString &id : alert.inhibitedBy) {
        if (const Alert *inhibitor = alerts.findByOrigin(id))
            add(*inhibitor);
        else
            trace.inhibitors.push_back({{}, {}, {}, {}, {}});
    }
    const bool named = std::any_of(trace.inhibitors.begin(), trace.inhibitors.end(), [](const InhibitorTrace &each) { return !each.fingerprint.isEmpty(); });
    if (named || alert.state != AlertState::Inhibited || !config)
        return;
    if (const auto found = InhibitionIndex(alerts.alerts(), *config).inhibitorOf(alert); found.alert) {
        trace.inhibitors.clear();
        add(*found.alert);
    }
}

NotificationTrace::Verdict RoutingStore::Private::verdictOf(const NotificationTrace &trace, const Alert &alert, bool known) const
{
    using Verdict = NotificationTrace::Verdict;
    // What a member said before it went out of sight counts where no other is in sight.
    const auto isSeen = [](const MemberTrace &member) { return member.visibility == State::Healthy; };
    const bool anySeen = std::any_of(trace.members.begin(), trace.members.end(), isSeen);
    const auto listing = [&](auto &&holds) {
        return std::any_of(trace.members.begin(), trace.members.end(), [&](const MemberTrace &member) { return member.lists && (isSeen(member) || !anySeen) && holds(member); });
    };
    if (!alert.isOpen())
        return Verdict::Over;
    const bool listed = listing([](const MemberTrace &) { return true; });
    const bool seen = std::any_of(trace.members.begin(), trace.members.end(), [](const MemberTrace &member) { return member.visibility != State::Blind; });
    if (!listed && alert.state == AlertState::Pending)
        return Verdict::Pending;
    if (!listed)
        return seen ? Verdict::NotListed : Verdict::Unknown;
    // One member that sends is enough for somebody to be told.
    const bool active = listing([](const MemberTrace &member) { return !member.suppressed; });
    if (!active && !trace.silences.empty())
        return Verdict::Silenced;
    if (!active && !trace.inhibitors.empty())
        return Verdict::Inhibited;
    if (!known || trace.routes.empty())
        return Verdict::Unknown;
    const auto &routes = trace.routes;
    if (std::all_of(routes.begin(), routes.end(), [](const RouteTrace &route) { return route.isMuted(); }))
        return Verdict::Muted;
    return trace.sentAt() ? Verdict::Notified : Verdict::Waiting;
}

/// What began before it would have been sent kept it from being sent.
static void holdBack(NotificationTrace &trace)
{
    std::optional<WallTime> since;
    const auto earlier = [&since](std::optional<WallTime> time) { since = std::min(since.value_or(WallTime::max()), time.value_or(WallTime{})); };
    if (trace.verdict == NotificationTrace::Verdict::Silenced)
        for (const SilenceTrace &silence : trace.silences)
            earlier(silence.startsAt);
    if (trace.verdict == NotificationTrace::Verdict::Inhibited)
        for (const InhibitorTrace &inhibitor : trace.inhibitors)
            earlier(inhibitor.firingSince);
    for (RouteTrace &route : trace.routes) {
        const bool held = (since && route.sentAt && *route.sentAt >= *since) || trace.verdict == NotificationTrace::Verdict::Pending
                          || trace.verdict == NotificationTrace::Verdict::NotListed || trace.verdict == NotificationTrace::Verdict::Unknown;
        if (held)
            route.sentAt.reset();
        if (held || trace.verdict != NotificationTrace::Verdict::Notified)
            route.nextAt.reset();
    }
}

NotificationTrace RoutingStore::Private::trace(const QString &cluster, const QStringList &members, const Alert &alert, Instant now, WallTime wall) const
{
    NotificationTrace trace;
    trace.alertmanager = cluster;
    const std::vector<AlertTelling> tellings = alerts.tellings(alert);
    traceMembers(trace, members, tellings, now);
    WallTime began = beganOf(alert);
    for (const AlertTelling &telling : tellings)
        if (telling.lists && members.contains(telling.origin) && telling.startsAt != WallTime{})
            began = std::min(std::max(began, telling.startsAt), wall);
    if (alert.state == AlertState::Pending) {
        const auto rule = alerts.ruleOf(alert);
        if (rule)
            trace.firesAt = alert.startsAt + rule->second.duration;
        began = trace.firesAt.value_or(wall);
    }
    const RoutingConfig *config = configOf(trace);
    if (config)
        traceRoutes(trace, *config, alert, began, wall);
    traceSilences(trace, alert);
    traceInhibitors(trace, config, alert);
    trace.verdict = verdictOf(trace, alert, config != nullptr);
    holdBack(trace);
    return trace;
}

RoutingStore::RoutingStore(const SourceStore &sources, const AlertStore &alerts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(sources, alerts))
{
    connect(&alerts, &AlertStore::changed, this, [this] {
        d->readAll();
        if (std::exchange(d->announced, d->revision) != d->revision)
            Q_EMIT changed();
    });
}

RoutingStore::~RoutingStore() = default;

std::shared_ptr<const RoutingConfig> RoutingStore::config(const QString &source) const
{
    d->readAll();
    const auto known = d->told.find(source);
    return known == d->told.end() ? nullptr : known->second.config;
}

std::vector<std::shared_ptr<const RoutingConfig>> RoutingStore::configs() const
{
    d->readAll();
    std::vector<std::shared_ptr<const RoutingConfig>> all;
    for (const auto &[source, known] : d->told)
        if (known.config && std::find(all.begin(), all.end(), known.config) == all.end())
            all.push_back(known.config);
    return all;
}

std::vector<NotificationTrace> RoutingStore::traces(const Alert &alert, Instant now, WallTime wall) const
{
    const bool foreign = std::any_of(alert.origins.begin(), alert.origins.end(), [this](const QString &origin) { return d->sources.find(origin); });
    std::vector<NotificationTrace> traces;
    if (!foreign && !alert.origins.isEmpty())
        return traces;
    d->readAll();
    for (const auto &[cluster, members] : d->clusters())
        traces.push_back(d->trace(cluster, members, alert, now, wall));
    return traces;
}

} // namespace Watchfloor
