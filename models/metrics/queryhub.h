#pragma once

#include "models/metrics/querykey.h"
#include "models/metrics/seriesstore.h"
#include "models/sources/sourcefigures.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace Watchfloor {

class PrometheusClient;

/// Somebody's interest in a query. While one lives the hub asks at the source's interval; when the last is gone it stops.
using QueryInterest = std::shared_ptr<const QueryKey>;

/// Who asks what: equal queries of any panel or page are one request, concurrency per source is capped, a query still under
/// way is not asked again, one that nobody wants any more is given up. Of a watched range the answer is held and only its tail
/// asked for, with a few steps of overlap; the whole at first, after a failure, after a restart of the source, where the
/// overlap disagrees, and about once an hour. A slow server is asked less often. Answers leave as snapshots.
class QueryHub final : public QObject
{
    Q_OBJECT

public:
    static constexpr int usualConcurrency = 6;

    explicit QueryHub(const Clock &clock, QObject *parent = nullptr);
    ~QueryHub() override;

    /// Makes a source known under its name; the client must outlive the hub or be removed. At most `concurrency` queries to it
    /// are under way.
    void addSource(const QString &name, PrometheusClient *client, std::chrono::milliseconds interval, int concurrency = usualConcurrency);
    void removeSource(const QString &name);

    /// Asks at once and then at `interval` (0: the source's) until the returned handle is dropped.
    QueryInterest watch(const QueryKey &key, std::chrono::milliseconds interval = {});
    /// Asks again now: whatever is watched, or one key.
    void refresh();
    void refresh(const QueryKey &key);
    /// Panels that nobody sees are not asked; this stops and resumes all of them.
    void setPaused(bool paused);
    /// The same for one: scrolled out of sight, on a page behind. It goes on with what is new since.
    void setPaused(const QueryInterest &interest, bool paused);
    /// Overrides the sources' intervals for panels; 0 gives them back.
    void setRefreshInterval(std::chrono::milliseconds interval);
    /// The whole of a range is asked at random moments; from here on at those of this seed.
    void setSeed(quint32 seed);

    /// What the source was asked in the last minute; all zero for a name that is not known.
    SourceFigures figures(const QString &source) const;
    int queriesPerMinute(const QString &source) const { return figures(source).queries; }
    qint64 bytesPerMinute(const QString &source) const { return figures(source).bytes; }
    /// Asks that were left out because the one before had not come back.
    int skippedPerMinute(const QString &source) const { return figures(source).skipped; }

Q_SIGNALS:
    void answered(const Watchfloor::QuerySnapshot &snapshot);
    /// Nobody has wanted it for minutes: its answer need not be kept.
    void lapsed(const Watchfloor::QueryKey &key);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
