// What a wall of 24 panels over 24 hours costs a real Prometheus at each refresh: the whole asked again, a tail with an overlap of
// ten minutes, and the hub's own tails; and whether its answers are those of the whole queries.
// benchthrift [REFRESHES] (100)
#include "tests/bench/measurement.h"
#include "tests/engines/enginebench.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdlib>
#include <ctime>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

constexpr int services = 50;
constexpr int pods = 10;
constexpr std::chrono::milliseconds step = 15s;
constexpr std::chrono::milliseconds length = 24h;
constexpr std::chrono::milliseconds wideOverlap = 10min;
constexpr int refreshesAWhole = 10;

[[noreturn]] void end(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

QString text(const char *pattern, int number)
{
    return QString::fromLatin1(pattern).arg(number);
}

/// 500 counters and 500 gauges at one moment.
double valueAt(bool isCounter, int series, qint64 index)
{
    return isCounter ? double(index * (series % 17 + 1) * 11 + index % 7) : 1e8 + double((index * 7919 + series * 104'729) % 1'000'003) / 3;
}

std::vector<WrittenSeries> samples(WallTime start, int first, int count)
{
    std::vector<WrittenSeries> all;
    for (int series = 0; series < 2 * services * pods; ++series) {
        const bool isCounter = series < services * pods;
        const int number = series % (services * pods);
        WrittenSeries made{{{QStringLiteral("__name__"), isCounter ? QStringLiteral("http_requests_total") : QStringLiteral("memory_bytes")},
                            {QStringLiteral("service"), text("s%1", number / pods)},
                            {QStringLiteral("pod"), text("p%1", number % pods)},
                            {QStringLiteral("cluster"), QStringLiteral("prod-eu-1")},
                            {QStringLiteral("instance"), text("10.2.0.%1:9100", number)}},
                           {}};
        for (int index = first; index < first + count; ++index)
            made.samples.push_back({(start + index * step).time_since_epoch().count(), valueAt(isCounter, number, index)});
        all.push_back(std::move(made));
    }
    return all;
}

QStringList panelQueries()
{
    QStringList queries;
    for (int i = 0; i < 12; ++i)
        queries << text("rate(http_requests_total{service=\"s%1\"}[5m])", i);
    queries << QStringLiteral("sum(rate(http_requests_total[5m]))") << QStringLiteral("sum by (pod) (rate(http_requests_total[5m]))")
            << QStringLiteral("max by (pod) (memory_bytes)") << QStringLiteral("sum(memory_bytes)")
            << QStringLiteral("avg by (pod) (memory_bytes)") << QStringLiteral("topk(5, sum by (service) (rate(http_requests_total[5m])))");
    for (int i = 0; i < 6; ++i)
        queries << text("memory_bytes{service=\"s%1\"}", 20 + i);
    return queries;
}

/// Milliseconds of CPU that a process has used.
double cpuOf(qint64 processId)
{
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(pid_t(processId), &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        end(QStringLiteral("the server's time is not to be read"));
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Waits until the server does nothing, so that what it puts off falls to whom it belongs.
void settle(qint64 processId)
{
    for (int quiet = 0; quiet < 3;) {
        const double before = cpuOf(processId);
        QTest::qWait(50);
        quiet = cpuOf(processId) - before < 1 ? quiet + 1 : 0;
    }
}

struct Costs
{
    std::vector<double> cpu;   ///< ms of the server, a refresh
    std::vector<double> bytes; ///< MB, a refresh
    std::vector<double> wall;  ///< ms until all had answered

    template <typename Refresh>
    void measure(qint64 processId, const HttpClient &http, Refresh refresh)
    {
        const double cpuBefore = cpuOf(processId);
        const qint64 bytesBefore = http.bytesReceived();
        const auto start = std::chrono::steady_clock::now();
        refresh();
        wall.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        cpu.push_back(cpuOf(processId) - cpuBefore);
        bytes.push_back(double(http.bytesReceived() - bytesBefore) / 1e6);
    }
    static double mean(const std::vector<double> &values)
    {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return values.empty() ? 0 : sum / double(values.size());
    }
    void print(const std::string &name) const
    {
        Bench::print({"thrift " + name + ", CPU of Prometheus", "ms", {mean(cpu)}, {}});
        Bench::print({"thrift " + name + ", received", "KB", {mean(bytes) * 1e3}, {}});
        Bench::print({"thrift " + name + ", until all answered", "ms", wall, {}});
    }
};

/// All queries from `since` on, six at a time as anybody asks them.
std::vector<QueryAnswer> askAll(PrometheusClient &client, const QStringList &queries, TimeRange range)
{
    std::vector<QueryAnswer> answers(size_t(queries.size()));
    QTestEventLoop loop;
    qsizetype next = 0;
    qsizetype open = 0;
    std::function<void()> ask = [&] {
        while (open < 6 && next < queries.size()) {
            const qsizetype index = next++;
            ++open;
            client.queryRange(queries[index], range, step, &client, [&, index](Result<QueryAnswer> answer) {
                if (!answer)
                    end(answer.error().detail);
                answers[size_t(index)] = *std::move(answer);
                --open;
                ask();
                if (open == 0 && next == queries.size())
                    loop.exitLoop();
            });
        }
    };
    ask();
    loop.enterLoop(300);
    return answers;
}

struct Peer
{
    HttpClient http;
    PrometheusClient client;
    Peer(const Engine &engine, const Clock &clock)
        : http({.base = engine.url()}, clock, nullptr)
        , client(http)
    {
    }
};

void backfill(Engine &engine, WallTime start)
{
    constexpr int piece = 20;
    for (int index = 0; index <= int(length / step); index += piece)
        if (!engine.write(samples(start, index, std::min(piece, int(length / step) - index + 1))))
            end(engine.fault());
}

int differences(EngineBench &bench, const QStringList &queries, const std::vector<QueryAnswer> &wholes)
{
    int found = 0;
    for (qsizetype i = 0; i < queries.size(); ++i) {
        const QuerySnapshot &snapshot = bench.latest[{QStringLiteral("main"), queries[i], length, step}];
        const QString difference = snapshot.answer ? differenceOf(*snapshot.answer, wholes[size_t(i)]) : QStringLiteral("no answer");
        if (!difference.isEmpty())
            std::fprintf(stderr, "%s: %s\n", qPrintable(queries[i]), qPrintable(difference));
        found += difference.isEmpty() ? 0 : 1;
    }
    return found;
}

/// The hub's work on a wall of 24 x 20 x 1,440 when a step more has come.
void measureMerge()
{
    QueryAnswer held;
    held.type = QueryAnswer::Type::Matrix;
    const auto times = [](int first, int count) {
        std::vector<double> made;
        for (int i = first; i < first + count; ++i)
            made.push_back(1'795'230'000 + 15.0 * i);
        return std::make_shared<const std::vector<double>>(std::move(made));
    };
    QueryAnswer tail = held;
    const auto heldTimes = times(0, 1'440);
    const auto tailTimes = times(1'436, 5);
    for (int i = 0; i < 20; ++i) {
        const Labels labels{{QStringLiteral("pod"), text("p%1", 100 + i)}, {QStringLiteral("service"), QStringLiteral("api")}};
        held.series.push_back({labels, heldTimes, std::vector<double>(1'440, i), {}});
        tail.series.push_back({labels, tailTimes, std::vector<double>(5, i), {}});
    }
    const MergeSpan span{fromEpochSeconds(1'795'230'015), fromEpochSeconds(1'795'230'000 + 15.0 * 1'436), step};
    std::vector<QueryAnswer> wall(24, held);
    std::vector<double> rounds;
    for (int round = 0; round < 101; ++round) {
        const auto start = std::chrono::steady_clock::now();
        for (QueryAnswer &panel : wall)
            panel = mergedAnswer(held, tail, span).answer;
        rounds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    Bench::print({"merge 24 x 20 x 1440 (in a worker)", "ms", rounds, 2.0});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int refreshes = argc > 1 ? std::atoi(argv[1]) : 100;
    measureMerge();
    const WallTime now = SystemClock().wall();
    const WallTime last = alignedTo({now, now}, step).start - refreshes * step - 10min;
    const WallTime start = last - length;
    Engine engine(Engine::Kind::Prometheus);
    if (!engine.start())
        end(engine.fault());
    backfill(engine, start);
    EngineBench bench(engine, last);
    Peer whole(engine, bench.clock);
    Peer overlap(engine, bench.clock);
    const QStringList queries = panelQueries();
    for (const QString &query : queries)
        bench.watch(query, length, step);
    const qint64 processId = engine.processId();
    if (!bench.round())
        end(QStringLiteral("the hub did not answer"));

    Costs wholes, overlaps, ours;
    int different = 0;
    for (int refresh = 1; refresh <= refreshes; ++refresh) {
        bench.clock.advance(step);
        if (!engine.write(samples(start, int(length / step) + refresh, 1)))
            end(engine.fault());
        settle(processId);
        const TimeRange range = alignedTo(lastUntil(bench.clock.wall(), length), step);
        const auto askOverlap = [&] { overlaps.measure(processId, overlap.http, [&] { askAll(overlap.client, queries, {range.end - wideOverlap - step, range.end}); }); };
        const auto askOurs = [&] {
            ours.measure(processId, bench.client.http(), [&] {
                if (!bench.round())
                    end(QStringLiteral("the hub did not answer"));
            });
        };
        // Who comes second finds warm caches: in turn.
        refresh % 2 == 0 ? askOverlap() : askOurs();
        refresh % 2 == 0 ? askOurs() : askOverlap();
        if (refresh % refreshesAWhole != 0)
            continue;
        wholes.measure(processId, whole.http, [&] { different += differences(bench, queries, askAll(whole.client, queries, range)); });
    }
    wholes.print("whole");
    overlaps.print("10 min overlap");
    ours.print("ours");
    const auto ratio = [](const std::vector<double> &one, const std::vector<double> &other) { return 100 * Costs::mean(one) / Costs::mean(other); };
    Bench::print({"thrift ours / whole, CPU", "%", {ratio(ours.cpu, wholes.cpu)}, 2.0});
    Bench::print({"thrift ours / whole, bytes", "%", {ratio(ours.bytes, wholes.bytes)}, 0.5});
    Bench::print({"thrift ours / 10 min overlap, CPU", "%", {ratio(ours.cpu, overlaps.cpu)}, 70.0});
    Bench::print({"thrift ours / 10 min overlap, bytes", "%", {ratio(ours.bytes, overlaps.bytes)}, {}});
    Bench::print({"thrift answers unlike the whole", "answers", {double(different)}, 0.0});
    return 0;
}
