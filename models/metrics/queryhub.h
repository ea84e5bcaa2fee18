#pragma once

#include "models/metrics/querykey.h"
#include "models/metrics/seriesstore.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace Watchfloor {

class PrometheusClient;

/// Somebody's interest in a query. While one lives the hub asks at the source's interval; when the last is gone it stops.
using QueryInterest = std::shared_ptr<const QueryKey>;

/// Who asks what: equal queries of any panel or page are one request, concurrency per source is capped, a query still under
/// way is not asked again. Answers leave as snapshots; the hub keeps none.
class QueryHub final : public QObject
{
    Q_OBJECT

public:
    explicit QueryHub(const Clock &clock, QObject *parent = nullptr);
    ~QueryHub() override;

    /// Makes a source known under its name; the client must outlive the hub or be removed.
    void addSource(const QString &name, PrometheusClient *client, std::chrono::milliseconds interval);
    void removeSource(const QString &name);

    /// Asks at once and then at `interval` (0: the source's) until the returned handle is dropped.
    QueryInterest watch(const QueryKey &key, std::chrono::milliseconds interval = {});
    /// Asks again now: whatever is watched, or one key.
    void refresh();
    void refresh(const QueryKey &key);
    /// Panels that nobody sees are not asked; this stops and resumes all of them.
    void setPaused(bool paused);
    /// Overrides the sources' intervals for panels; 0 gives them back.
    void setRefreshInterval(std::chrono::milliseconds interval);

    int queriesPerMinute(const QString &source) const;
    qint64 bytesPerMinute(const QString &source) const;
    /// Asks that were left out because the one before had not come back.
    int skippedPerMinute(const QString &source) const;

Q_SIGNALS:
    void answered(const Watchfloor::QuerySnapshot &snapshot);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
