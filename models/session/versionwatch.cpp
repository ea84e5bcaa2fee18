#include "models/session/versionwatch.h"

#include <QCoreApplication>

namespace Watchfloor {

QString startTimeExpression(const QString &versionExpression)
{
    const qsizetype brace = versionExpression.indexOf(u'{');
    return QStringLiteral("max(process_start_time_seconds%1)").arg(brace < 0 ? QString() : versionExpression.sliced(brace));
}

VersionWatch::VersionWatch(QueryHub &hub, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
{
}

void VersionWatch::setServices(const std::vector<Service> &services, const QString &source)
{
    m_source = source;
    std::vector<Watched> next;
    for (const Service &service : services) {
        if (service.version.isEmpty() || source.isEmpty())
            continue;
        Watched watched{service, m_hub.watch({source, service.version, {}, {}}), m_hub.watch({source, startTimeExpression(service.version), {}, {}}), {}, 0};
        for (const Watched &known : m_watched) {
            if (known.service.name == service.name) {
                watched.commit = known.commit;
                watched.startedAt = known.startedAt;
            }
        }
        next.push_back(std::move(watched));
    }
    m_watched = std::move(next);
}

void VersionWatch::handle(const QuerySnapshot &snapshot, WallTime wall)
{
    if (!snapshot.answer || snapshot.answer->series.empty())
        return;
    for (Watched &watched : m_watched) {
        if (snapshot.key == *watched.version)
            handleCommit(watched, snapshot.answer->series.front(), wall);
        else if (snapshot.key == *watched.startTime)
            handleStart(watched, snapshot.answer->series.front().last());
    }
}

void VersionWatch::handleCommit(Watched &watched, const Series &series, WallTime wall)
{
    const QString commit = series.labels.value(u"commit");
    if (commit.isEmpty() || commit == watched.commit)
        return;
    const bool known = !watched.commit.isEmpty();
    watched.commit = commit;
    Q_EMIT observed(m_source, ServiceVersion{watched.service.name, commit});
    if (!known)
        return;
    Mark mark{Mark::Kind::Deploy, wall, watched.service.name, QCoreApplication::translate("VersionWatch", "%1 deployed").arg(commit.left(12)), {}, {}};
    mark.key = QStringLiteral("deploy/%1/%2/%3").arg(watched.service.name, commit).arg(wall.time_since_epoch().count());
    Q_EMIT observed(m_source, mark);
}

void VersionWatch::handleStart(Watched &watched, double startedAt)
{
    constexpr double sameStart = 1.5; // seconds: the same process seen through rounding
    const double before = std::exchange(watched.startedAt, startedAt);
    if (before == 0 || std::isnan(startedAt) || std::abs(startedAt - before) < sameStart)
        return;
    Mark mark{Mark::Kind::Restart, fromEpochSeconds(startedAt), watched.service.name, QCoreApplication::translate("VersionWatch", "restarted"), {}, {}};
    mark.key = QStringLiteral("restart/%1/%2").arg(watched.service.name).arg(qint64(startedAt));
    Q_EMIT observed(m_source, mark);
}

} // namespace Watchfloor
