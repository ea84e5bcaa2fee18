#pragma once

#include "models/metrics/prometheusclient.h"
#include "models/workspace/workspace.h"

#include <QObject>

#include <functional>

namespace Watchfloor {

/// Makes a workspace out of a Prometheus' address alone: its jobs become services, its Alertmanagers sources, and dashboards are
/// built for what it recognises (HTTP request counters and histograms, node, redis, Prometheus itself). Even when nothing
/// answers the workspace stands, with its one source, and the page says so.
class Discovery final : public QObject
{
    Q_OBJECT

public:
    Discovery(QUrl url, PrometheusClient &client, QObject *parent = nullptr);
    void start();

    /// What can be said before anything answered.
    static Workspace initial(const QUrl &url);

Q_SIGNALS:
    void finished(const Watchfloor::Workspace &workspace);

private:
    class Private;
    std::unique_ptr<Private> d;

public:
    ~Discovery() override;
};

/// Dashboards for the metrics that are recognised among `metadata`.
std::vector<Dashboard> recognisedDashboards(const std::map<QString, MetricMetadata> &metadata, const QString &source);

} // namespace Watchfloor
