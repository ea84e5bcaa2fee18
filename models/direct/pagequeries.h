#pragma once

#include "models/direct/pagehistory.h"
#include "models/metrics/metricssource.h"
#include "models/metrics/prometheusclient.h"
#include "models/metrics/queryhub.h"

#include <QTimer>

namespace Watchfloor {

/// Answers panels from raw /metrics pages, for when there is no Prometheus between: remembers what each page said and evaluates what is
/// watched over it, every time a page comes. Answers leave in the same form as those of the hub.
class PageQueries final : public QObject
{
    Q_OBJECT

public:
    explicit PageQueries(const Clock &clock, QObject *parent = nullptr);
    ~PageQueries() override;

    void addSource(const QString &name, std::chrono::milliseconds interval);
    void removeSource(const QString &name);
    bool hasSource(const QString &name) const;

    /// A page came, or none did and why.
    void append(const QString &source, const ExpositionPage &page);
    void fail(const QString &source, const Error &error);

    /// Answers from what is remembered at once, and with every page until the handle is dropped.
    QueryInterest watch(const QueryKey &key);
    Result<QueryAnswer> evaluate(const QString &source, const QString &expression) const;
    /// At most 1,000 moments; of what is remembered, nothing before.
    Result<QueryAnswer> evaluateRange(const QString &source, const QString &expression, TimeRange range, std::chrono::milliseconds step) const;
    /// What the last page tells of: metrics with type and help, labels and values of the series that a selector matches (empty: of all).
    Result<std::map<QString, MetricMetadata>> metrics(const QString &source) const;
    Result<QStringList> labels(const QString &source, const QString &match) const;
    Result<QStringList> labelValues(const QString &source, const QString &label, const QString &match) const;

Q_SIGNALS:
    void answered(const Watchfloor::QuerySnapshot &snapshot);

private:
    struct Source;
    struct Watched;
    Result<std::vector<const PageHistory::PageSeries *>> matched(const QString &source, const QString &match) const;
    void forget(const QueryKey &key);
    void advanceAll();
    /// False while there are moments left that had no room in this turn of the loop.
    bool advance(Watched &watched, Source &source);
    void tell(const Watched &watched, const Source &source, std::shared_ptr<const QueryAnswer> answer, std::optional<Error> error);

    const Clock &m_clock;
    std::map<QString, std::unique_ptr<Source>> m_sources;
    std::map<QueryKey, std::unique_ptr<Watched>> m_watched;
    QTimer m_turn;
};

} // namespace Watchfloor
