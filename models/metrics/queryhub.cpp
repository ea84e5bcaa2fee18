#include "models/metrics/queryhub.h"

#include "models/core/timerange.h"
#include "models/metrics/prometheusclient.h"

#include <deque>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr int inFlightLimit = 6; // as many connections as the network layer opens to one host
constexpr std::chrono::milliseconds longestNap = 60s;

/// What one source was asked and what came back, for the counters of the last minute.
struct Counter
{
    struct Event
    {
        Instant at{};
        qint64 amount = 0;
    };

    void add(Instant now, qint64 amount)
    {
        while (!events.empty() && now - events.front().at >= 60s)
            events.pop_front();
        events.push_back({now, amount});
    }
    qint64 sum(Instant now) const
    {
        qint64 sum = 0;
        for (const Event &event : events)
            sum += now - event.at < 60s ? event.amount : 0;
        return sum;
    }

    std::deque<Event> events;
};

struct Source
{
    QPointer<PrometheusClient> client;
    std::chrono::milliseconds interval{};
    std::deque<QueryKey> queue;
    int inFlight = 0;
    quint64 generation = 0; ///< an answer to a source that was replaced meanwhile is not its answer
    qint64 bytesSeen = 0;
    Counter asked;
    Counter bytes;
    Counter skipped;
};

struct Watched
{
    struct Watcher
    {
        std::weak_ptr<const QueryKey> interest;
        std::chrono::milliseconds interval{};
    };

    std::vector<Watcher> watchers;
    Instant due{};
    Instant asked{};
    bool waiting = false;  ///< in its source's queue
    bool underWay = false;

    bool dropUnwanted()
    {
        std::erase_if(watchers, [](const Watcher &watcher) { return watcher.interest.expired(); });
        return watchers.empty();
    }
};

/// The newest sample of an answer against the moment asked for. A range ends on the grid, so that the way from the grid's last
/// point to now is no age.
std::chrono::milliseconds sampleAgeOf(const QueryAnswer &answer, WallTime at)
{
    double newest = -std::numeric_limits<double>::infinity();
    for (const Series &series : answer.series)
        if (!series.times->empty())
            newest = std::max(newest, series.times->back());
    if (!std::isfinite(newest))
        return 0ms;
    const double age = toEpochSeconds(at) - newest;
    return std::chrono::milliseconds(qint64(std::clamp(age, 0.0, 1e9) * 1000.0));
}

}

class QueryHub::Private
{
public:
    Private(QueryHub *hub, const Clock &time)
        : q(hub)
        , clock(time)
    {
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, q, [this] { askDue(); });
    }

    std::chrono::milliseconds intervalOf(const QueryKey &key, const Watched &watched) const;
    void askDue();
    void wake();
    void enqueue(const QueryKey &key, Watched &watched);
    void drain(const QString &name);
    void ask(const QString &name, Source &source, const QueryKey &key);
    void handle(const QueryKey &key, quint64 generation, WallTime at, Result<QueryAnswer> answer);
    void fail(const QueryKey &key, Error error);
    void countBytes(Source &source);

    QueryHub *q;
    const Clock &clock;
    QTimer timer;
    std::map<QString, Source> sources;
    std::map<QueryKey, Watched> watched;
    std::chrono::milliseconds refreshInterval{};
    quint64 generations = 0;
    bool paused = false;
};

std::chrono::milliseconds QueryHub::Private::intervalOf(const QueryKey &key, const Watched &entry) const
{
    if (refreshInterval.count() > 0)
        return refreshInterval;
    const auto source = sources.find(key.source);
    const auto usual = source != sources.end() && source->second.interval.count() > 0 ? source->second.interval : 15s;
    auto shortest = std::chrono::milliseconds::max();
    for (const Watched::Watcher &watcher : entry.watchers)
        shortest = std::min(shortest, watcher.interval.count() > 0 ? watcher.interval : usual);
    return entry.watchers.empty() ? usual : shortest;
}

/// Arms the timer for the next query that is due; new ones are due at once, which is the next turn of the event loop.
void QueryHub::Private::wake()
{
    if (paused || watched.empty())
        return timer.stop();
    auto next = Instant::max();
    for (const auto &[key, entry] : watched)
        next = std::min(next, entry.due);
    timer.start(std::clamp(next - clock.now(), std::chrono::milliseconds(0), longestNap));
}

void QueryHub::Private::askDue()
{
    const Instant now = clock.now();
    std::vector<QueryKey> due;
    for (auto at = watched.begin(); at != watched.end();) {
        const bool unwanted = at->second.dropUnwanted() && !at->second.underWay;
        at = unwanted ? watched.erase(at) : std::next(at);
    }
    for (auto &[key, entry] : watched) {
        if (entry.due > now)
            continue;
        entry.due = now + intervalOf(key, entry);
        if (!entry.watchers.empty())
            due.push_back(key);
    }
    for (const QueryKey &key : due)
        if (const auto entry = watched.find(key); entry != watched.end())
            enqueue(key, entry->second);
    wake();
}

void QueryHub::Private::enqueue(const QueryKey &key, Watched &entry)
{
    const auto source = sources.find(key.source);
    if (source == sources.end() || !source->second.client)
        return fail(key, {Error::Kind::NotFound, QStringLiteral("no such source"), key.source});
    if (entry.waiting || entry.underWay) {
        source->second.skipped.add(clock.now(), 1);
        return;
    }
    entry.waiting = true;
    source->second.queue.push_back(key);
    drain(key.source);
}

void QueryHub::Private::drain(const QString &name)
{
    while (true) {
        const auto source = sources.find(name);
        if (source == sources.end() || source->second.queue.empty() || source->second.inFlight >= inFlightLimit)
            return;
        const QueryKey key = source->second.queue.front();
        source->second.queue.pop_front();
        const auto entry = watched.find(key);
        if (entry == watched.end())
            continue;
        entry->second.waiting = false;
        if (entry->second.dropUnwanted())
            continue;
        entry->second.underWay = true;
        entry->second.asked = clock.now();
        ask(name, source->second, key);
    }
}

void QueryHub::Private::ask(const QString &name, Source &source, const QueryKey &key)
{
    ++source.inFlight;
    source.asked.add(clock.now(), 1);
    const quint64 generation = source.generation;
    const WallTime now = clock.wall();
    if (!source.client)
        return handle(key, generation, now, Error{Error::Kind::NotFound, QStringLiteral("no such source"), name});
    if (key.isInstant()) {
        source.client->query(key.expression, now, q,
                             [this, key, generation, now](Result<QueryAnswer> answer) { handle(key, generation, now, std::move(answer)); });
        return;
    }
    const auto step = std::max(key.step, std::chrono::milliseconds(1));
    const TimeRange range = alignedTo(lastUntil(now, key.length), step);
    source.client->queryRange(key.expression, range, step, q, [this, key, generation, range](Result<QueryAnswer> answer) {
        handle(key, generation, range.end, std::move(answer));
    });
}

void QueryHub::Private::handle(const QueryKey &key, quint64 generation, WallTime at, Result<QueryAnswer> answer)
{
    const auto source = sources.find(key.source);
    if (source == sources.end() || source->second.generation != generation)
        return;
    --source->second.inFlight;
    countBytes(source->second);
    const auto entry = watched.find(key);
    if (entry != watched.end()) {
        entry->second.underWay = false;
        if (!entry->second.dropUnwanted()) {
            if (answer) {
                QuerySnapshot snapshot{key, nullptr, answer->error, sampleAgeOf(*answer, at), intervalOf(key, entry->second)};
                snapshot.answer = std::make_shared<const QueryAnswer>(*std::move(answer));
                Q_EMIT q->answered(snapshot);
            } else {
                fail(key, answer.error());
            }
        }
    }
    drain(key.source);
}

void QueryHub::Private::fail(const QueryKey &key, Error error)
{
    const auto entry = watched.find(key);
    QuerySnapshot snapshot{key, nullptr, std::move(error), {}, entry == watched.end() ? 15s : intervalOf(key, entry->second)};
    Q_EMIT q->answered(snapshot);
}

void QueryHub::Private::countBytes(Source &source)
{
    if (!source.client)
        return;
    const qint64 total = source.client->http().bytesReceived();
    source.bytes.add(clock.now(), total - source.bytesSeen);
    source.bytesSeen = total;
}

QueryHub::QueryHub(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock))
{
}

QueryHub::~QueryHub() = default;

void QueryHub::addSource(const QString &name, PrometheusClient *client, std::chrono::milliseconds interval)
{
    removeSource(name);
    Source &source = d->sources[name];
    source.client = client;
    source.interval = interval;
    source.generation = ++d->generations;
    source.bytesSeen = client ? client->http().bytesReceived() : 0;
    for (auto &[key, entry] : d->watched)
        if (key.source == name)
            entry.due = d->clock.now();
    d->wake();
}

void QueryHub::removeSource(const QString &name)
{
    if (d->sources.erase(name) == 0)
        return;
    for (auto &[key, entry] : d->watched)
        if (key.source == name)
            entry.waiting = entry.underWay = false;
}

QueryInterest QueryHub::watch(const QueryKey &key, std::chrono::milliseconds interval)
{
    auto interest = std::make_shared<const QueryKey>(key);
    Watched &entry = d->watched[key];
    const bool unwanted = entry.dropUnwanted();
    entry.watchers.push_back({interest, interval});
    const Instant now = d->clock.now();
    entry.due = unwanted ? now : std::min(entry.due, std::max(now, entry.asked + d->intervalOf(key, entry)));
    d->wake();
    return interest;
}

void QueryHub::refresh()
{
    for (auto &[key, entry] : d->watched)
        entry.due = d->clock.now();
    d->wake();
}

void QueryHub::refresh(const QueryKey &key)
{
    if (const auto entry = d->watched.find(key); entry != d->watched.end())
        entry->second.due = d->clock.now();
    d->wake();
}

void QueryHub::setPaused(bool paused)
{
    d->paused = paused;
    for (auto &[name, source] : d->sources) {
        for (const QueryKey &key : source.queue)
            if (const auto entry = d->watched.find(key); entry != d->watched.end()) {
                entry->second.waiting = false;
                entry->second.due = d->clock.now();
            }
        source.queue.clear();
    }
    d->wake();
}

void QueryHub::setRefreshInterval(std::chrono::milliseconds interval)
{
    d->refreshInterval = interval;
    const Instant now = d->clock.now();
    for (auto &[key, entry] : d->watched)
        entry.due = std::min(entry.due, std::max(now, entry.asked + d->intervalOf(key, entry)));
    d->wake();
}

int QueryHub::queriesPerMinute(const QString &source) const
{
    const auto found = d->sources.find(source);
    return found == d->sources.end() ? 0 : int(found->second.asked.sum(d->clock.now()));
}

qint64 QueryHub::bytesPerMinute(const QString &source) const
{
    const auto found = d->sources.find(source);
    return found == d->sources.end() ? 0 : found->second.bytes.sum(d->clock.now());
}

int QueryHub::skippedPerMinute(const QString &source) const
{
    const auto found = d->sources.find(source);
    return found == d->sources.end() ? 0 : int(found->second.skipped.sum(d->clock.now()));
}

} // namespace Watchfloor
