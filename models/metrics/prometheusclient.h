#pragma once

#include "models/http/httpclient.h"
#include "models/core/timerange.h"
#include "models/metrics/exemplar.h"
#include "models/metrics/series.h"

#include <QObject>

#include <functional>
#include <map>

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

/// How a query is sent.
struct QueryOptions
{
    bool isLarge = false; ///< its answer may come compressed, where the line is slow
    std::function<void(std::chrono::milliseconds)> timed{}; ///< told how long the server took, before its answer is read
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

    /// At most so many series of one answer are kept.
    void setSeriesLimit(size_t limit) { m_seriesLimit = limit; }
    size_t seriesLimit() const { return m_seriesLimit; }
    /// The call that is returned may be cancelled: the server is told, and nothing answers any more.
    QPointer<HttpCall> query(const QString &expression, WallTime at, QObject *context, Handler<QueryAnswer> handler, QueryOptions options = {});
    QPointer<HttpCall> queryRange(const QString &expression, TimeRange range, std::chrono::milliseconds step, QObject *context,
                                  Handler<QueryAnswer> handler, QueryOptions options = {});
    void queryExemplars(const QString &expression, TimeRange range, QObject *context, Handler<std::vector<ExemplarSeries>> handler);
    void targets(QObject *context, Handler<std::vector<ScrapeTarget>> handler);
    void metadata(QObject *context, Handler<std::map<QString, MetricMetadata>> handler);
    /// The version, or an empty text where the server has none (VictoriaMetrics).
    void buildInfo(QObject *context, Handler<QString> handler);
    /// When it was started, by its own clock; a refusal where a server does not tell (VictoriaMetrics).
    void startTime(QObject *context, Handler<WallTime> handler);
    /// Names of the labels that the series of a selector have; an empty one: all series.
    void labelNames(const QString &match, QObject *context, Handler<QStringList> handler);
    void labelValues(const QString &label, const QString &match, QObject *context, Handler<QStringList> handler);
    /// The raw body of any GET of the API, envelope included, urgent lane, JSON content type already checked.
    void get(const QString &path, QObject *context, Handler<QByteArray> handler, const QList<std::pair<QString, QString>> &parameters = {});

    HttpClient &http() { return m_http; }

private:
    HttpClient &m_http;
    size_t m_seriesLimit = 10'000;
};

} // namespace Watchfloor
