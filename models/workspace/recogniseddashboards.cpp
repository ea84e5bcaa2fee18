#include "models/workspace/discovery.h"

namespace Watchfloor {

namespace {

using Metadata = std::map<QString, MetricMetadata>;

constexpr int familyLimit = 6;
constexpr int panelHeight = 8;

struct PanelIdea
{
    const char *metric; ///< that must be there
    const char *title;
    const char *unit;
    const char *expression;
    const char *legend;
    PanelKind kind = PanelKind::TimeSeries;
};

constexpr PanelIdea nodeIdeas[] = {
    {"node_cpu_seconds_total", "Processor", "percentunit",
     "1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[$__rate_interval]))", "{{instance}}"},
    {"node_memory_MemAvailable_bytes", "Memory in use", "percentunit",
     "1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes", "{{instance}}"},
    {"node_load1", "Load, 1 minute", "short", "node_load1", "{{instance}}"},
    {"node_filesystem_avail_bytes", "File systems in use", "percentunit",
     "1 - node_filesystem_avail_bytes{fstype!~\"tmpfs|overlay|squashfs\"} / node_filesystem_size_bytes", "{{instance}} {{mountpoint}}"},
    {"node_network_receive_bytes_total", "Network, received", "Bps",
     "sum by (instance) (rate(node_network_receive_bytes_total{device!=\"lo\"}[$__rate_interval]))", "{{instance}}"},
    {"node_disk_io_time_seconds_total", "Disks busy", "percentunit", "rate(node_disk_io_time_seconds_total[$__rate_interval])",
     "{{instance}} {{device}}"},
};

constexpr PanelIdea redisIdeas[] = {
    {"redis_up", "Redis answers", "short", "redis_up", "{{instance}}", PanelKind::StateTimeline},
    {"redis_commands_processed_total", "Commands", "ops", "rate(redis_commands_processed_total[$__rate_interval])", "{{instance}}"},
    {"redis_keyspace_hits_total", "Cache hits", "percentunit",
     "rate(redis_keyspace_hits_total[$__rate_interval]) / (rate(redis_keyspace_hits_total[$__rate_interval]) + "
     "rate(redis_keyspace_misses_total[$__rate_interval]))",
     "{{instance}}"},
    {"redis_memory_used_bytes", "Memory", "bytes", "redis_memory_used_bytes", "{{instance}}"},
    {"redis_connected_clients", "Clients", "short", "redis_connected_clients", "{{instance}}"},
    {"redis_db_keys", "Keys", "short", "sum by (instance) (redis_db_keys)", "{{instance}}"},
};

constexpr PanelIdea prometheusIdeas[] = {
    {"prometheus_build_info", "Targets up", "percentunit", "avg by (job) (up)", "{{job}}"},
    {"prometheus_tsdb_head_series", "Series in memory", "short", "prometheus_tsdb_head_series", "{{instance}}"},
    {"prometheus_tsdb_head_samples_appended_total", "Samples taken in", "cps",
     "sum by (instance) (rate(prometheus_tsdb_head_samples_appended_total[$__rate_interval]))", "{{instance}}"},
    {"prometheus_rule_evaluation_failures_total", "Rules that failed", "short",
     "sum by (instance) (increase(prometheus_rule_evaluation_failures_total[$__range]))", "{{instance}}", PanelKind::Stat},
    {"prometheus_engine_query_duration_seconds", "Query duration, p90", "s",
     "max by (slice) (prometheus_engine_query_duration_seconds{quantile=\"0.9\"})", "{{slice}}"},
};

void add(Dashboard &dashboard, const QString &title, PanelKind kind, const QString &unit, const PanelQuery &query)
{
    Panel panel;
    panel.title = title;
    panel.kind = kind;
    const int position = int(dashboard.panels.size());
    panel.at = {(position % 2) * 12, (position / 2) * panelHeight, 12, panelHeight};
    panel.field.unit.id = unit;
    panel.queries = {query};
    dashboard.panels.push_back(std::move(panel));
}

Dashboard dashboardOf(const QString &name, const QString &title, const QString &source)
{
    Dashboard dashboard;
    dashboard.name = name;
    dashboard.title = title;
    dashboard.source = source;
    return dashboard;
}

template <size_t N>
Dashboard fromIdeas(Dashboard dashboard, const PanelIdea (&ideas)[N], const Metadata &metadata)
{
    for (const PanelIdea &idea : ideas)
        if (metadata.contains(QString::fromLatin1(idea.metric)))
            add(dashboard, QString::fromLatin1(idea.title), idea.kind, QString::fromLatin1(idea.unit),
                {QString::fromLatin1(idea.expression), QString::fromLatin1(idea.legend)});
    return dashboard;
}

bool isPlatform(const QString &metric)
{
    for (const QLatin1String prefix : {QLatin1String("prometheus_"), QLatin1String("alertmanager_"), QLatin1String("net_conntrack_"),
                                       QLatin1String("promhttp_"), QLatin1String("node_"), QLatin1String("redis_"), QLatin1String("go_")})
        if (metric.startsWith(prefix))
            return true;
    return false;
}

/// The name under which a series' service stands: its label `service`, else its job.
QString named(const QString &byJobAndService)
{
    return QStringLiteral("label_replace(label_replace(%1, \"name\", \"$1\", \"job\", \"(.+)\"), \"name\", \"$1\", \"service\", \"(.+)\")")
        .arg(byJobAndService);
}

constexpr QLatin1String legendOfName("{{name}}");

void addRequests(Dashboard &dashboard, const QString &counter)
{
    const QString rate = QStringLiteral("sum by (job, service) (rate(%1[$__rate_interval]))").arg(counter);
    add(dashboard, QStringLiteral("Requests: %1").arg(counter), PanelKind::TimeSeries, QStringLiteral("reqps"), {named(rate), legendOfName});
    // The label that carries the status differs by library; those that a counter does not have select nothing.
    QStringList errors;
    for (const QLatin1String label : {QLatin1String("code"), QLatin1String("status"), QLatin1String("status_code")})
        errors.append(QStringLiteral("rate(%1{%2=~\"5..\"}[$__rate_interval])").arg(counter, label));
    const QString ratio = QStringLiteral("sum by (job, service) (%1) / %2").arg(errors.join(QLatin1String(" or ")), rate);
    add(dashboard, QStringLiteral("Errors: %1").arg(counter), PanelKind::TimeSeries, QStringLiteral("percentunit"), {named(ratio), legendOfName});
    dashboard.panels.back().field.minimum = 0;
}

Dashboard httpDashboard(const Metadata &metadata, const QString &source)
{
    Dashboard dashboard = dashboardOf(QStringLiteral("http"), QStringLiteral("HTTP"), source);
    int families = 0;
    for (const auto &[name, about] : metadata) {
        if (isPlatform(name) || families >= familyLimit)
            continue;
        if (about.type == u"counter" && name.endsWith(u"_requests_total")) {
            addRequests(dashboard, name);
            ++families;
        } else if (about.type == u"histogram" && name.endsWith(u"_duration_seconds")) {
            const QString p95 = QStringLiteral("histogram_quantile(0.95, sum by (job, service, le) (rate(%1_bucket[$__rate_interval])))").arg(name);
            add(dashboard, QStringLiteral("p95: %1").arg(name), PanelKind::TimeSeries, QStringLiteral("s"), {named(p95), legendOfName});
            ++families;
        }
    }
    return dashboard;
}

} // namespace

std::vector<Dashboard> recognisedDashboards(const Metadata &metadata, const QString &source)
{
    std::vector<Dashboard> dashboards{
        httpDashboard(metadata, source),
        fromIdeas(dashboardOf(QStringLiteral("node"), QStringLiteral("Machines"), source), nodeIdeas, metadata),
        fromIdeas(dashboardOf(QStringLiteral("redis"), QStringLiteral("Redis"), source), redisIdeas, metadata),
        fromIdeas(dashboardOf(QStringLiteral("prometheus"), QStringLiteral("Prometheus"), source), prometheusIdeas, metadata),
    };
    std::erase_if(dashboards, [](const Dashboard &dashboard) { return dashboard.panels.empty(); });
    return dashboards;
}

} // namespace Watchfloor
