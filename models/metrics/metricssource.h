#pragma once

#include "models/http/httpclient.h"
#include "models/metrics/exposition.h"

#include <QObject>

#include <memory>

namespace Watchfloor {

/// One poll of a raw /metrics page, with the counters' rates since the poll before.
struct MetricsSnapshot
{
    std::shared_ptr<const ExpositionPage> page;
    std::shared_ptr<const ExpositionPage> previous; ///< of the poll before; null at first
    std::chrono::milliseconds elapsed{};            ///< between the two
    /// Sum over all samples of a family whose labels contain `match`; NaN when there is none.
    double sum(QStringView sampleName, const Labels &match = {}) const;
    /// How fast that sum grew, per second; after a reset of the counter from zero. NaN before the second poll.
    double rate(QStringView sampleName, const Labels &match = {}) const;
};

/// Polls one page; the caller decides when.
class MetricsSource final : public QObject
{
    Q_OBJECT

public:
    explicit MetricsSource(HttpClient &http, QObject *parent = nullptr);
    void poll();

Q_SIGNALS:
    void finished(const Watchfloor::MetricsSnapshot &snapshot);
    void failed(const Watchfloor::Error &error);

private:
    void handlePage(Result<ExpositionPage> page);

    HttpClient &m_http;
    std::shared_ptr<const ExpositionPage> m_previous;
    Instant m_previousAt{};
    bool m_underWay = false;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::MetricsSnapshot)
