#pragma once

#include "models/metrics/seriesstore.h"
#include "models/services/serviceindex.h"

#include <limits>

namespace Watchfloor {

/// What one query's answer says of one service.
struct FigurePoint
{
    double value = noSample; ///< the newest number of the service's series together; NaN: none
    double time = -std::numeric_limits<double>::infinity(); ///< of it, epoch seconds
    int series = 0;          ///< that are the service's own and have any number
    int zeros = 0;           ///< of those, whose newest number is 0: targets that are down
};

/// One query that holds a figure of every service, split by service once an answer. It remembers who was ever in it, so that a
/// series that vanishes is missed.
class FigureIndex
{
public:
    enum class Together { Sum, Largest };

    explicit FigureIndex(Together together)
        : m_together(together)
    {
    }

    void reset(const QueryKey &key, size_t services);
    void update(const SeriesStore &series, const ServiceIndex &index);

    const QueryKey &key() const { return m_key; }
    /// Null while nobody asks.
    const SeriesStore::Entry *entry(const SeriesStore &series) const { return series.find(m_key); }
    const FigurePoint &of(size_t service) const { return m_points[service]; }
    bool everHad(size_t service) const { return m_everHad[service]; }
    void remember(size_t service) { m_everHad[service] = true; }
    /// How long before the answer the service's newest number was; absent when the answer has none of it.
    std::optional<std::chrono::milliseconds> lag(size_t service, const SeriesStore::Entry &entry) const;
    /// The answer has nothing of the service any more, or only from before `lag()` reached three steps.
    bool isGone(size_t service, const SeriesStore::Entry &entry) const;

private:
    void add(FigurePoint &point, double value, double time) const;

    Together m_together;
    QueryKey m_key;
    std::shared_ptr<const QueryAnswer> m_answer; ///< the one that is split
    std::vector<FigurePoint> m_points;
    std::vector<bool> m_everHad;
};

} // namespace Watchfloor
