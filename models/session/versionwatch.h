#pragma once

#include "models/metrics/queryhub.h"
#include "models/services/service.h"
#include "models/session/observation.h"

#include <QObject>

#include <map>
#include <vector>

namespace Watchfloor {

/// Watches what runs of each service: a new `commit` is a deploy, a new start time alone a restart (decisions 19). What is seen
/// first is where we came in, not an event.
class VersionWatch final : public QObject
{
    Q_OBJECT

public:
    VersionWatch(QueryHub &hub, QObject *parent = nullptr);
    void setServices(const std::vector<Service> &services, const QString &source);
    /// An answer of the hub; those that are not ours are left alone.
    void handle(const QuerySnapshot &snapshot, WallTime wall);

Q_SIGNALS:
    void observed(const QString &source, const Watchfloor::Observation::Body &body);

private:
    struct Watched
    {
        Service service;
        QueryInterest version;
        QueryInterest startTime;
        QString commit;
        double startedAt = 0;
    };
    void handleCommit(Watched &watched, const Series &series, WallTime wall);
    void handleStart(Watched &watched, double startedAt);

    QueryHub &m_hub;
    QString m_source;
    std::vector<Watched> m_watched;
};

/// The process start time's query that belongs to a version query: the metric's name exchanged, its selector kept.
QString startTimeExpression(const QString &versionExpression);

} // namespace Watchfloor
