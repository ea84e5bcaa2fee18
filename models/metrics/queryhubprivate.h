#pragma once

#include "models/metrics/answermerge.h"
#include "models/metrics/prometheusclient.h"
#include "models/metrics/queryhub.h"
#include "models/metrics/sourceload.h"
#include "models/metrics/watchedquery.h"

#include <QTimer>

#include <deque>
#include <random>

namespace Watchfloor {

class QueryHub::Private
{
public:
    /// A range query as it was sent.
    struct RangeAsk
    {
        QueryKey key;
        quint64 number = 0;
        TimeRange whole;
        HeldAnswer::Ask part;
    };
    struct Tail
    {
        RangeAsk ask;
        QueryAnswer answer;
    };
    struct Source
    {
        QPointer<PrometheusClient> client;
        std::chrono::milliseconds interval{};
        int concurrency = usualConcurrency;
        std::deque<QueryKey> queue;
        int inFlight = 0;
        qint64 bytesSeen = 0;
        SourceLoad load;
        // A server that was started anew may have lost what it had told: its start is asked for after each new connection, and
        // the tails that came meanwhile wait.
        int connectionsSeen = 0;
        std::optional<WallTime> startedAt;
        bool tellsStart = true;
        bool isAskedForStart = false;
        std::vector<Tail> waiting;
    };

    Private(QueryHub *hub, const Clock &time);

    // When what is asked (queryhub.cpp).
    std::chrono::milliseconds wishedInterval(const QString &source) const;
    std::chrono::milliseconds intervalOf(const QueryKey &key, const WatchedQuery &query) const;
    void wake();
    void wakeAt(Instant due);
    void askDue();
    void enqueue(const QueryKey &key, WatchedQuery &query);
    void drain(const QString &name);
    void unqueue(const QueryKey &key, WatchedQuery &query);
    void handleDropped();
    void giveUp(WatchedQuery &query);

    // From a question to its snapshot (queryhubanswers.cpp).
    void ask(const QueryKey &key, WatchedQuery &query, Source &source);
    void askRange(const QueryKey &key, WatchedQuery &query, Source &source, TimeRange whole, const HeldAnswer::Ask &part);
    QueryOptions optionsFor(const QueryKey &key, quint64 number, bool isLarge);
    void handleInstant(const QueryKey &key, quint64 number, WallTime at, Result<QueryAnswer> answer);
    void handleRange(const RangeAsk &ask, Result<QueryAnswer> answer);
    void handleTail(const RangeAsk &ask, QueryAnswer tail);
    void handleMerge(const RangeAsk &ask, Result<AnswerMerge> merge);
    void askWholeInstead(const RangeAsk &ask);
    void fail(const QueryKey &key, Error error);
    void finish(const QueryKey &key, const QuerySnapshot &snapshot);
    bool mustAwaitStart(const QString &name, Source &source);
    void handleStart(const QString &name, Result<WallTime> start);

    WatchedQuery *underWay(const QueryKey &key, quint64 number);
    Source *find(const QString &name);
    Instant nextWhole();

    QueryHub *q;
    const Clock &clock;
    QTimer timer;
    QTimer dropped; ///< interests were dropped; what is under way for nobody is given up in the next turn of the loop
    std::map<QString, Source> sources;
    std::map<QueryKey, WatchedQuery> watched;
    std::chrono::milliseconds refreshInterval{};
    quint64 asks = 0;
    std::mt19937 random;
    bool isPaused = false;
};

} // namespace Watchfloor
