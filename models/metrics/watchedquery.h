#pragma once

#include "models/http/httpclient.h"
#include "models/metrics/heldanswer.h"
#include "models/metrics/querykey.h"

#include <memory>
#include <vector>

namespace Watchfloor {

/// One query that somebody wants or wanted a moment ago: who, how often, what is held of its answer, what is under way.
struct WatchedQuery
{
    struct Watcher
    {
        std::weak_ptr<const QueryKey> interest;
        std::chrono::milliseconds interval{}; ///< 0: the source's
        bool isPaused = false;
    };
    /// A question under way. Its number tells its answer from those of questions that were given up.
    struct Flight
    {
        quint64 number = 0;
        QPointer<HttpCall> call;
        Instant since{};
        bool isTimed = false; ///< the server's time for it is recorded
    };

    std::vector<Watcher> watchers;
    Instant due{};
    Instant asked{};
    bool isWaiting = false; ///< in its source's queue
    bool isPointwise = true;
    std::optional<Flight> flight;
    HeldAnswer held;

    /// Somebody holds an interest and looks.
    bool isWanted();
    /// Nobody holds an interest, looking or not.
    bool isAbandoned();
    /// The shortest of those who look, of all when nobody does.
    std::chrono::milliseconds interval(std::chrono::milliseconds usual) const;
    bool isUnderWay(quint64 number) const { return flight && flight->number == number; }
    Watcher *find(const std::shared_ptr<const QueryKey> &interest);
};

} // namespace Watchfloor
