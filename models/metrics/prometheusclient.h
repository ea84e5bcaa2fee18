#pragma once

#include "models/http/httpclient.h"
#include "models/core/timerange.h"
#include "models/metrics/series.h"

#include <QObject>

#include <functional>

namespace Watchfloor {

/// An active target as /api/v1/targets lists it.
struct ScrapeTarget
{
    Labels labels;
    QString pool;
    QString url;
    QString lastError;
    WallTime lastScrape{};
    std::chrono::milliseconds scrapeInterval{};
    enum class Health { Unknown, Up, Down } health = Health::Unknown;
    bool operator==(const ScrapeTarget &) const = default;
};

/// Type, help and unit of a metric as /api/v1/metadata lists it.
struct MetricMetadata
{
    QString type;
    QString help;
    QString unit;
    bool operator==(const MetricMetadata &) const = default;
};

/// The typed HTTP API of one Prometheus (also Thanos, Mimir, VictoriaMetrics). Large bodies are parsed off the main thread.
/// Alerts and rules are read by room alerts through get().
class PrometheusClient final : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Handler = std::function<void(Result<T>)>;

    explicit PrometheusClient(HttpClient &http, QObject *parent = nullptr);

    void query(const QString &expression, WallTime at, QObject *context, Handler<QueryAnswer> handler);
    void queryRange(const QString &expression, TimeRange range, std::chrono::milliseconds step, QObject *context,
                    Handler<QueryAnswer> handler);
    void targets(QObject *context, Handler<std::vector<ScrapeTarget>> handler);
    void metadata(QObject *context, Handler<std::map<QString, MetricMetadata>> handler);
    /// The version, or an empty text where the server has none (VictoriaMetrics).
    void buildInfo(QObject *context, Handler<QString> handler);
    void labelValues(const QString &label, const QString &match, QObject *context, Handler<QStringList> handler);
    /// The raw body of any GET of the API, envelope included, urgent lane, JSON content type already checked.
    void get(const QString &path, QObject *context, Handler<QByteArray> handler);

    HttpClient &http() { return m_http; }

private:
    HttpClient &m_http;
};

} // namespace Watchfloor
