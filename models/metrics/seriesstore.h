#pragma once

#include "models/core/fresh.h"
#include "models/metrics/querykey.h"
#include "models/metrics/series.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Watchfloor {

/// The answer of one query as it entered, or why there is none.
struct QuerySnapshot
{
    QueryKey key;
    std::shared_ptr<const QueryAnswer> answer; ///< null on failure
    std::optional<Error> error;
    std::chrono::milliseconds sampleAge{}; ///< how old the newest sample already was
    std::chrono::milliseconds interval{15'000};
};

/// What is known of every query that somebody looks at: the last good answer, its age, the last failure.
class SeriesStore final : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        std::shared_ptr<const QueryAnswer> answer; ///< last good one, may be null
        WallTime at{};                             ///< wall time of the last good answer
        Freshness freshness;
    };

    using QObject::QObject;
    void apply(const QuerySnapshot &snapshot, Instant now, WallTime at);
    /// Null when the query was never asked.
    const Entry *find(const QueryKey &key) const;
    void forget(const QueryKey &key);
    /// Entries with their state now, for roll-up: Blind where nothing was ever answered.
    State state(const QueryKey &key, Instant now) const;

Q_SIGNALS:
    void changed(const Watchfloor::QueryKey &key);

private:
    QHash<QueryKey, Entry> m_entries;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::QueryKey)
Q_DECLARE_METATYPE(Watchfloor::QuerySnapshot)
