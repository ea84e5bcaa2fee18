#include "models/metrics/queryhubprivate.h"

#include <QRandomGenerator>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longestNap = 60s;
constexpr std::chrono::milliseconds usualInterval = 15s;
/// What ended in the past changes only where samples come late.
constexpr std::chrono::milliseconds pastInterval = 10min;
/// So long an answer is held for which nobody asks any more: a page that comes back asks for what is new since.
constexpr std::chrono::milliseconds heldFor = 5min;
/// A span that ended so long ago changes by samples that are very late alone.
constexpr std::chrono::milliseconds settledAfter = 5min;

}

QueryHub::Private::Private(QueryHub *hub, const Clock &time)
    : q(hub)
    , clock(time)
    , random(QRandomGenerator::global()->generate())
{
    timer.setSingleShot(true);
    dropped.setSingleShot(true);
    dropped.setInterval(0);
    QObject::connect(&timer, &QTimer::timeout, q, [this] { askDue(); });
    QObject::connect(&dropped, &QTimer::timeout, q, [this] { handleDropped(); });
}

QueryHub::Private::Source *QueryHub::Private::find(const QString &name)
{
    const auto found = sources.find(name);
    return found == sources.end() ? nullptr : &found->second;
}

std::chrono::milliseconds QueryHub::Private::wishedInterval(const QString &name) const
{
    const auto source = sources.find(name);
    if (refreshInterval.count() > 0)
        return refreshInterval;
    return source != sources.end() && source->second.interval.count() > 0 ? source->second.interval : usualInterval;
}

std::chrono::milliseconds QueryHub::Private::intervalOf(const QueryKey &key, const WatchedQuery &query) const
{
    const auto usual = wishedInterval(key.source);
    auto wished = refreshInterval.count() > 0 ? refreshInterval : query.interval(usual);
    if (!key.followsNow() && key.until < clock.wall() - settledAfter)
        wished = std::max(wished, settledAfter);
    const auto source = sources.find(key.source);
    const auto settled = clock.wall() - key.end(clock.wall()) > pastInterval && !key.followsNow();
    const auto least = settled ? std::max(wished, pastInterval) : wished;
    return source == sources.end() ? least : source->second.load.stretched(least);
}

/// Arms the timer for the next query that is due; new ones are due at once, which is the next turn of the event loop.
void QueryHub::Private::wake()
{
    if (isPaused || watched.empty())
        return timer.stop();
    auto next = Instant::max();
    for (auto &[key, query] : watched)
        next = std::min(next, query.isWanted() ? query.due : query.isAbandoned() ? query.asked + heldFor : Instant::max());
    const Instant now = clock.now();
    timer.start(next > now + longestNap ? longestNap : std::max(next - now, std::chrono::milliseconds(0)));
}

/// The same when one query alone has changed, without a look at the others.
void QueryHub::Private::wakeAt(Instant due)
{
    const auto rest = std::max(due - clock.now(), std::chrono::milliseconds(0));
    if (!isPaused && (!timer.isActive() || timer.remainingTimeAsDuration() > rest))
        timer.start(std::min(rest, longestNap));
}

void QueryHub::Private::askDue()
{
    const Instant now = clock.now();
    std::vector<QueryKey> due;
    std::vector<QueryKey> lapsed;
    for (auto at = watched.begin(); at != watched.end();) {
        WatchedQuery &query = at->second;
        if (query.isAbandoned() && !query.flight && now - query.asked >= heldFor) {
            lapsed.push_back(at->first);
            at = watched.erase(at);
            continue;
        }
        if (query.isWanted() && query.due <= now) {
            query.due = now + intervalOf(at->first, query);
            due.push_back(at->first);
        }
        ++at;
    }
    for (const QueryKey &key : lapsed)
        Q_EMIT q->lapsed(key);
    for (const QueryKey &key : due)
        if (const auto entry = watched.find(key); entry != watched.end())
            enqueue(key, entry->second);
    wake();
}

void QueryHub::Private::enqueue(const QueryKey &key, WatchedQuery &query)
{
    Source *source = find(key.source);
    if (!source || !source->client)
        return fail(key, {Error::Kind::NotFound, QStringLiteral("no such source"), key.source});
    if (query.isWaiting || query.flight)
        return source->load.recordSkip(clock.now());
    query.isWaiting = true;
    source->queue.push_back(key);
    drain(key.source);
}

void QueryHub::Private::drain(const QString &name)
{
    while (true) {
        Source *source = find(name);
        if (!source || source->queue.empty() || source->inFlight >= source->concurrency)
            return;
        const QueryKey key = source->queue.front();
        source->queue.pop_front();
        const auto entry = watched.find(key);
        if (entry == watched.end())
            continue;
        entry->second.isWaiting = false;
        if (!entry->second.isWanted())
            continue;
        if (!source->client)
            fail(key, {Error::Kind::NotFound, QStringLiteral("no such source"), name});
        else
            ask(key, entry->second, *source);
    }
}

void QueryHub::Private::unqueue(const QueryKey &key, WatchedQuery &query)
{
    if (!std::exchange(query.isWaiting, false))
        return;
    if (Source *source = find(key.source))
        std::erase(source->queue, key);
}

/// A question that nobody waits for is taken back: the server stops working on it when its connection closes.
void QueryHub::Private::handleDropped()
{
    QStringList freed;
    for (auto &[key, query] : watched) {
        if (!query.isAbandoned())
            continue;
        unqueue(key, query);
        if (!query.flight)
            continue;
        giveUp(query);
        if (Source *source = find(key.source))
            --source->inFlight;
        if (!freed.contains(key.source))
            freed.append(key.source);
    }
    for (const QString &name : freed)
        drain(name);
    wake();
}

void QueryHub::Private::giveUp(WatchedQuery &query)
{
    if (query.flight && query.flight->call)
        query.flight->call->cancel();
    query.flight.reset();
}

QueryHub::QueryHub(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock))
{
}

QueryHub::~QueryHub() = default;

void QueryHub::addSource(const QString &name, PrometheusClient *client, std::chrono::milliseconds interval, int concurrency)
{
    removeSource(name);
    Private::Source &source = d->sources[name];
    source.client = client;
    source.interval = interval;
    source.concurrency = std::max(concurrency, 1);
    source.bytesSeen = client ? client->http().bytesReceived() : 0;
    for (auto &[key, query] : d->watched)
        if (key.source == name)
            query.due = d->clock.now();
    d->wake();
}

void QueryHub::removeSource(const QString &name)
{
    if (d->sources.erase(name) == 0)
        return;
    for (auto &[key, query] : d->watched) {
        if (key.source != name)
            continue;
        query.isWaiting = false;
        query.held.forget();
        d->giveUp(query);
    }
}

QueryInterest QueryHub::watch(const QueryKey &key, std::chrono::milliseconds interval)
{
    const QueryInterest interest(new QueryKey(key), [hub = QPointer<QueryHub>(this)](const QueryKey *last) {
        delete last;
        if (hub)
            hub->d->dropped.start();
    });
    const auto [entry, isNew] = d->watched.try_emplace(key);
    WatchedQuery &query = entry->second;
    if (isNew)
        query.isPointwise = isPointwise(key.expression);
    const bool wasWanted = query.isWanted();
    query.watchers.push_back({interest, interval});
    const Instant now = d->clock.now();
    query.due = wasWanted ? std::min(query.due, std::max(now, query.asked + d->intervalOf(key, query))) : now;
    d->wakeAt(query.due);
    return interest;
}

void QueryHub::refresh()
{
    for (auto &[key, query] : d->watched)
        query.due = d->clock.now();
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
    d->isPaused = paused;
    for (auto &[key, query] : d->watched) {
        if (query.isWaiting)
            query.due = d->clock.now();
        d->unqueue(key, query);
    }
    d->wake();
}

void QueryHub::setPaused(const QueryInterest &interest, bool paused)
{
    const auto entry = interest ? d->watched.find(*interest) : d->watched.end();
    WatchedQuery::Watcher *watcher = entry == d->watched.end() ? nullptr : entry->second.find(interest);
    if (!watcher || watcher->isPaused == paused)
        return;
    watcher->isPaused = paused;
    WatchedQuery &query = entry->second;
    const Instant now = d->clock.now();
    if (!query.isWanted() && query.isWaiting)
        query.due = now;
    if (!query.isWanted())
        d->unqueue(*interest, query);
    else if (!paused)
        query.due = std::min(query.due, std::max(now, query.asked + d->intervalOf(*interest, query)));
    if (!paused)
        d->wakeAt(query.due);
}

void QueryHub::setRefreshInterval(std::chrono::milliseconds interval)
{
    d->refreshInterval = interval;
    const Instant now = d->clock.now();
    for (auto &[key, query] : d->watched)
        query.due = std::min(query.due, std::max(now, query.asked + d->intervalOf(key, query)));
    d->wake();
}

void QueryHub::setSeed(quint32 seed)
{
    d->random.seed(seed);
}

SourceFigures QueryHub::figures(const QString &source) const
{
    const Private::Source *found = d->find(source);
    return found ? found->load.figures(d->clock.now(), d->wishedInterval(source)) : SourceFigures();
}

} // namespace Watchfloor
