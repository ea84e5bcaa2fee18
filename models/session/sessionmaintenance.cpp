#include "models/session/sessionprivate.h"

#include "models/silences/clustersilence.h"

#include <QFileInfo>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr auto keptEvery = 10s;
constexpr auto triedAgainAfter = 30s;
const QString keeper = QStringLiteral("console");

QString keyOf(const MaintenanceReport &report)
{
    return QStringLiteral("%1/%2/%3").arg(report.window, report.source).arg(report.startsAt.time_since_epoch().count());
}

WallTime writtenAt(const QString &file)
{
    const QDateTime time = file.isEmpty() ? QDateTime() : QFileInfo(file).lastModified();
    return WallTime(std::chrono::milliseconds(time.isValid() ? time.toMSecsSinceEpoch() : 0));
}

QString detailOf(const MaintenanceAction &action)
{
    return QStringLiteral("{\"window\":%1,\"matchers\":%2,\"comment\":%3,\"at\":%4%5}")
        .arg(quoted(action.report.window), quoted(matchersText(action.silence.matchers)), quoted(action.silence.comment), quoted(action.report.source),
             action.silence.id.isEmpty() ? QString() : QStringLiteral(",\"id\":%1").arg(quoted(action.silence.id)));
}

/// Another console may have made it since the last round.
const Silence *madeMeanwhile(const std::vector<Silence> &silences, const Silence &wanted)
{
    const auto mark = maintenanceMark(wanted.comment);
    for (const Silence &silence : silences)
        if (silence.id != wanted.id && silence.state != Silence::State::Expired && maintenanceMark(silence.comment) == mark)
            return &silence;
    return nullptr;
}

} // namespace

void Session::Private::keepMaintenance()
{
    const Instant now = session.m_clock.now();
    if (!started || (maintenanceKept && now - *maintenanceKept < keptEvery))
        return;
    maintenanceKept = now;
    std::map<QString, MaintenanceCluster> clusters;
    for (const auto &each : connections) {
        if (!each->alertmanager())
            continue;
        const QString name = clusterOf(session.m_stores.alerts, each->spec().name);
        const QString cluster = name == each->spec().name && !each->spec().cluster.isEmpty() ? each->spec().cluster : name;
        MaintenanceCluster &seen = clusters[cluster];
        seen.name = cluster;
        seen.members << each->spec().name;
        seen.visible = seen.visible || session.m_stores.sources.state(each->spec().name, now) == State::Healthy;
    }
    for (const ClusterSilence &row : clusterSilences(session.m_stores.alerts, session.m_stores.sources, now, session.m_clock.wall()))
        if (const auto found = clusters.find(row.cluster); found != clusters.end())
            found->second.silences.push_back(row.silence);
    std::vector<MaintenanceCluster> list;
    for (auto &[name, cluster] : clusters)
        list.push_back(std::move(cluster));
    const Workspace &workspace = session.m_stores.workspace();
    const MaintenancePlan plan = planMaintenance(workspace.name, workspace.maintenance, list, session.m_clock.wall(), writtenAt(workspace.file));
    std::set<QString> acting;
    for (const MaintenanceAction &action : plan.actions)
        acting.insert(keyOf(action.report));
    for (const MaintenanceReport &report : plan.reports)
        if (!acting.contains(keyOf(report)))
            reportMaintenance(report);
    for (const MaintenanceAction &action : plan.actions)
        carryOut(action);
}

void Session::Private::reportMaintenance(const MaintenanceReport &report)
{
    MaintenanceReport &told = maintenanceTold[keyOf(report)];
    if (told == report)
        return;
    told = report;
    observe(report.source, report);
    std::erase_if(maintenanceTold, [now = session.m_clock.wall()](const auto &each) { return each.second.endsAt <= now; });
}

/// One at a time for each occurrence; what failed waits before it is tried again. Nothing is done that cannot be recorded.
void Session::Private::carryOut(const MaintenanceAction &action)
{
    const QString key = keyOf(action.report) + (action.kind == MaintenanceAction::Kind::End ? action.silence.id : QString());
    const Instant now = session.m_clock.now();
    const auto held = maintenanceHeld.find(key);
    if (maintenanceUnderWay.contains(key) || (held != maintenanceHeld.end() && now < held->second))
        return;
    maintenanceHeld[key] = now + triedAgainAfter;
    const QStringList members = alertmanagers(action.report.source);
    if (action.kind == MaintenanceAction::Kind::Make)
        return makeMaintenance(action, members);
    const AuditLog::Entry intent{keeper, {}, QStringLiteral("maintenance-end"), QStringLiteral("intent"), detailOf(action)};
    if (!record(intent))
        return;
    maintenanceUnderWay.insert(key);
    SilencePost::expire(silenceTargets(members), action.silence.id, &session, [this, key, intent, members](const Result<PostedSilence> &ended) {
        maintenanceUnderWay.erase(key);
        (void)record({intent.actor, {}, intent.event, ended ? QStringLiteral("ok") : QStringLiteral("failed"), intent.detail});
        followSilence(members);
    });
}

void Session::Private::makeMaintenance(const MaintenanceAction &action, const QStringList &members)
{
    std::vector<SilenceTarget> targets = silenceTargets(members);
    if (targets.empty())
        return;
    const QString key = keyOf(action.report);
    maintenanceUnderWay.insert(key);
    const auto settle = [this, key, report = action.report](const Result<PostedSilence> &made) {
        maintenanceUnderWay.erase(key);
        MaintenanceReport told = report;
        if (made)
            told.silence = made->id;
        else
            told.error = made.error();
        reportMaintenance(told);
    };
    const auto post = [this, action, members, targets, settle](const std::vector<Silence> &silences) {
        if (const Silence *made = madeMeanwhile(silences, action.silence))
            return settle(PostedSilence{{}, made->id});
        const AuditLog::Entry intent{keeper, {}, QStringLiteral("maintenance"), QStringLiteral("intent"), detailOf(action)};
        if (const auto recorded = record(intent); !recorded)
            return settle(recorded.error());
        SilencePost::start(targets, action.silence, &session, [this, action, members, intent, settle](const Result<PostedSilence> &made) {
            (void)record({intent.actor, {}, intent.event, made ? QStringLiteral("ok") : QStringLiteral("failed"), intent.detail});
            if (made)
                noteSilence(action.silence, *made, keeper);
            settle(made);
            followSilence(members);
        });
    };
    targets.front().list(&session, [post, settle](const Result<std::vector<Silence>> &silences) {
        if (silences)
            post(*silences);
        else
            settle(silences.error());
    });
}

} // namespace Watchfloor
