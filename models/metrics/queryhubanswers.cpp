#include "models/metrics/queryhubprivate.h"

#include "models/metrics/parallelparse.h"

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr int wholeEveryMinutes = 60;
constexpr int wholeSpreadMinutes = 15;

/// The newest sample of an answer against the moment asked for. A range ends on the grid, so that the way from the grid's last
/// point to now is no age.
std::chrono::milliseconds sampleAgeOf(const QueryAnswer &answer, WallTime at)
{
    const auto newest = newestSample(answer);
    return newest ? std::max(std::chrono::milliseconds(at - *newest), 0ms) : 0ms;
}

/// Too busy to answer: its samples are what they were, and asking for more of them would make it worse.
bool isBusy(const Error &error)
{
    return error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Throttled;
}

}

/// Between three quarters and five quarters of an hour from now, so that the wholes of a wall do not come together.
Instant QueryHub::Private::nextWhole()
{
    std::uniform_int_distribution<int> seconds((wholeEveryMinutes - wholeSpreadMinutes) * 60, (wholeEveryMinutes + wholeSpreadMinutes) * 60);
    return clock.now() + std::chrono::seconds(seconds(random));
}

WatchedQuery *QueryHub::Private::underWay(const QueryKey &key, quint64 number)
{
    const auto entry = watched.find(key);
    return entry != watched.end() && entry->second.isUnderWay(number) ? &entry->second : nullptr;
}

void QueryHub::Private::ask(const QueryKey &key, WatchedQuery &query, Source &source)
{
    ++source.inFlight;
    query.asked = clock.now();
    const WallTime now = key.end(clock.wall());
    if (!key.isInstant()) {
        const auto step = std::max(key.step, std::chrono::milliseconds(1));
        const TimeRange whole = alignedTo(lastUntil(now, key.length), step);
        const HeldAnswer::Ask all{whole, true};
        return askRange(key, query, source, whole, query.isPointwise ? query.held.next(whole, step, clock.now()) : all);
    }
    const quint64 number = ++asks;
    source.load.recordAsk(clock.now(), SourceLoad::Ask::Moment);
    query.flight = {number, {}, clock.now(), false};
    query.flight->call = source.client->query(
        key.expression, now, q, [this, key, number, now](Result<QueryAnswer> answer) { handleInstant(key, number, now, std::move(answer)); },
        optionsFor(key, number, false));
}

void QueryHub::Private::askRange(const QueryKey &key, WatchedQuery &query, Source &source, TimeRange whole, const HeldAnswer::Ask &part)
{
    const RangeAsk ask{key, ++asks, whole, part};
    source.load.recordAsk(clock.now(), part.isWhole ? SourceLoad::Ask::Whole : SourceLoad::Ask::Tail);
    query.flight = {ask.number, {}, clock.now(), false};
    query.flight->call = source.client->queryRange(
        key.expression, part.range, std::max(key.step, std::chrono::milliseconds(1)), q,
        [this, ask](Result<QueryAnswer> answer) { handleRange(ask, std::move(answer)); }, optionsFor(key, ask.number, part.isWhole));
}

QueryOptions QueryHub::Private::optionsFor(const QueryKey &key, quint64 number, bool isLarge)
{
    return {isLarge, [this, key, number](std::chrono::milliseconds latency) {
                WatchedQuery *query = underWay(key, number);
                Source *source = find(key.source);
                if (!query || !source)
                    return;
                query->flight->isTimed = true;
                source->load.recordAnswer(clock.now(), latency);
            }};
}

void QueryHub::Private::handleInstant(const QueryKey &key, quint64 number, WallTime at, Result<QueryAnswer> answer)
{
    WatchedQuery *query = underWay(key, number);
    if (!query)
        return;
    if (!answer)
        return finish(key, {key, nullptr, answer.error(), {}, intervalOf(key, *query)});
    QuerySnapshot snapshot{key, nullptr, answer->error, sampleAgeOf(*answer, at), intervalOf(key, *query)};
    snapshot.answer = std::make_shared<const QueryAnswer>(*std::move(answer));
    finish(key, snapshot);
}

void QueryHub::Private::handleRange(const RangeAsk &ask, Result<QueryAnswer> answer)
{
    WatchedQuery *query = underWay(ask.key, ask.number);
    Source *source = find(ask.key.source);
    if (!query || !source)
        return;
    if (!answer) {
        if (!isBusy(answer.error()))
            query->held.forget();
        return finish(ask.key, {ask.key, nullptr, answer.error(), {}, intervalOf(ask.key, *query)});
    }
    if (ask.part.isWhole) {
        QuerySnapshot snapshot{ask.key, nullptr, answer->error, sampleAgeOf(*answer, ask.whole.end), intervalOf(ask.key, *query)};
        snapshot.answer = std::make_shared<const QueryAnswer>(*std::move(answer));
        if (query->isPointwise)
            query->held.keepWhole(snapshot.answer, ask.whole, clock.now(), nextWhole());
        return finish(ask.key, snapshot);
    }
    if (mustAwaitStart(ask.key.source, *source))
        source->waiting.push_back({ask, *std::move(answer)});
    else
        handleTail(ask, *std::move(answer));
}

void QueryHub::Private::handleTail(const RangeAsk &ask, QueryAnswer tail)
{
    WatchedQuery *query = underWay(ask.key, ask.number);
    if (!query)
        return;
    const std::shared_ptr<const QueryAnswer> held = query->held.answer();
    const bool isSound = tail.type == QueryAnswer::Type::Matrix && tail.warnings.isEmpty() && !tail.error;
    if (!isSound || !held)
        return askWholeInstead(ask);
    const MergeSpan span{ask.whole.start, ask.part.range.start, std::max(ask.key.step, std::chrono::milliseconds(1))};
    parseSomewhere<AnswerMerge>(
        q, qsizetype(byteSize(*held)), [held, span, tail = std::move(tail)]() -> Result<AnswerMerge> { return mergedAnswer(*held, tail, span); },
        [this, ask](Result<AnswerMerge> merge) { handleMerge(ask, std::move(merge)); });
}

void QueryHub::Private::handleMerge(const RangeAsk &ask, Result<AnswerMerge> merge)
{
    WatchedQuery *query = underWay(ask.key, ask.number);
    Source *source = find(ask.key.source);
    if (!query || !source)
        return;
    if (!merge->agrees)
        query->held.disagree();
    const size_t limit = source->client ? source->client->seriesLimit() : 0;
    if (!merge->agrees || !query->held.answer() || merge->answer.series.size() > limit)
        return askWholeInstead(ask);
    std::shared_ptr<const QueryAnswer> answer = query->held.answer();
    if (!merge->isUnchanged || ask.whole != query->held.range())
        answer = std::make_shared<const QueryAnswer>(std::move(merge->answer));
    query->held.keep(answer, ask.whole);
    finish(ask.key, {ask.key, answer, std::nullopt, sampleAgeOf(*answer, ask.whole.end), intervalOf(ask.key, *query)});
}

/// Its turn goes on with another question.
void QueryHub::Private::askWholeInstead(const RangeAsk &ask)
{
    WatchedQuery *query = underWay(ask.key, ask.number);
    Source *source = find(ask.key.source);
    if (!query || !source)
        return;
    query->held.forget();
    if (!source->client)
        return finish(ask.key, {ask.key, nullptr, Error{Error::Kind::NotFound, QStringLiteral("no such source"), ask.key.source}, {},
                                intervalOf(ask.key, *query)});
    askRange(ask.key, *query, *source, ask.whole, {ask.whole, true});
}

void QueryHub::Private::fail(const QueryKey &key, Error error)
{
    const auto entry = watched.find(key);
    const auto interval = entry == watched.end() ? wishedInterval(key.source) : intervalOf(key, entry->second);
    Q_EMIT q->answered({key, nullptr, std::move(error), {}, interval});
}

/// The last of a question: who listens may watch, drop and remove whatever he likes.
void QueryHub::Private::finish(const QueryKey &key, const QuerySnapshot &snapshot)
{
    const auto entry = watched.find(key);
    if (Source *source = find(key.source)) {
        --source->inFlight;
        if (entry != watched.end() && !entry->second.flight->isTimed && snapshot.error && isBusy(*snapshot.error))
            source->load.recordAnswer(clock.now(), clock.now() - entry->second.flight->since);
        if (source->client) {
            const qint64 total = source->client->http().bytesReceived();
            source->load.recordBytes(clock.now(), total - source->bytesSeen);
            source->bytesSeen = total;
        }
    }
    const QString name = key.source;
    if (entry != watched.end()) {
        entry->second.flight.reset();
        if (!entry->second.isAbandoned())
            Q_EMIT q->answered(snapshot);
    }
    drain(name);
}

bool QueryHub::Private::mustAwaitStart(const QString &name, Source &source)
{
    if (!source.tellsStart || !source.client)
        return false;
    const int connections = source.client->http().connectionsOpened();
    if (source.isAskedForStart || connections == source.connectionsSeen)
        return source.isAskedForStart;
    source.connectionsSeen = connections;
    source.isAskedForStart = true;
    source.client->startTime(q, [this, name](Result<WallTime> start) { handleStart(name, std::move(start)); });
    return true;
}

void QueryHub::Private::handleStart(const QString &name, Result<WallTime> start)
{
    Source *source = find(name);
    if (!source || !std::exchange(source->isAskedForStart, false))
        return;
    const bool isUntold = !start
                          && (start.error().kind == Error::Kind::NotFound || start.error().kind == Error::Kind::Rejected
                              || start.error().kind == Error::Kind::NotExpected);
    source->tellsStart = !isUntold;
    const bool isKnown = isUntold || (start && (!source->startedAt || *source->startedAt == *start));
    if (start)
        source->startedAt = *start;
    else if (!isUntold)
        source->connectionsSeen = 0; // to be asked again
    if (!isKnown)
        for (auto &[key, query] : watched)
            if (key.source == name)
                query.held.forget();
    for (Tail &tail : std::exchange(source->waiting, {}))
        handleTail(tail.ask, std::move(tail.answer));
}

} // namespace Watchfloor
