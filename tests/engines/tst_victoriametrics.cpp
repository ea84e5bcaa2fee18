#include "tests/engines/enginebench.h"
#include "tests/engines/writtenworld.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The start of what is written, three hours ago and on every grid in use.
WallTime worldStart()
{
    return alignedTo({SystemClock().wall() - 3h, SystemClock().wall() - 3h}, 10min).start;
}

}

/// The same questions to both engines, with the same samples in them.
class TestVictoriaMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void valuesAreTheSame_data();
    void valuesAreTheSame();
    void rangesAreTheSame_data();
    void rangesAreTheSame();
    void scalarsAndTextsAreTheSame();
    void refusalsAreRefusals_data();
    void refusalsAreRefusals();
    void listsAreTheSame();
    void whatItIsAndWhenItBegan();
    void tailsMergeToTheWhole();

private:
    [[nodiscard]] bool fill(Engine &engine, EngineBench &bench);

    std::unique_ptr<Engine> m_engines[2];
    std::unique_ptr<EngineBench> m_benches[2];
    WallTime m_start{};
};

void TestVictoriaMetrics::initTestCase()
{
    m_start = worldStart();
    const Engine::Kind kinds[] = {Engine::Kind::Prometheus, Engine::Kind::VictoriaMetrics};
    for (int i = 0; i < 2; ++i) {
        m_engines[i] = std::make_unique<Engine>(kinds[i]);
        QVERIFY2(m_engines[i]->start(), qPrintable(m_engines[i]->fault()));
        m_benches[i] = std::make_unique<EngineBench>(*m_engines[i], m_start + 90min);
        QVERIFY2(fill(*m_engines[i], *m_benches[i]), qPrintable(m_engines[i]->fault()));
    }
}

void TestVictoriaMetrics::cleanupTestCase()
{
    for (int i = 0; i < 2; ++i) {
        m_benches[i].reset();
        m_engines[i].reset();
    }
}

/// Two hours of whole seconds without a gap; then waits until all of it is seen: samples become visible late.
bool TestVictoriaMetrics::fill(Engine &engine, EngineBench &bench)
{
    // Off the grid: a window of one engine begins with the sample at its start, of the other after it.
    const qint64 start = m_start.time_since_epoch().count() + 7'000;
    std::vector<WrittenSeries> all;
    for (int i = 0; i < 6; ++i) {
        const QString pod = u"p%1"_s.arg(i);
        WrittenSeries counter{{{u"__name__"_s, u"requests_total"_s}, {u"pod"_s, pod}, {u"zone"_s, i < 3 ? u"a"_s : u"b"_s}}, {}};
        WrittenSeries gauge{{{u"__name__"_s, u"temperature"_s}, {u"pod"_s, pod}}, {}};
        for (int k = 0; k <= 480; ++k) {
            counter.samples.push_back({start + k * 15'000, double(k * (i + 1) * 3)});
            gauge.samples.push_back({start + k * 15'000, 20.0 + (k * (i + 3)) % 7 / 4.0 + i / 100.0});
        }
        all.push_back(std::move(counter));
        all.push_back(std::move(gauge));
    }
    if (!engine.write(all))
        return false;
    return QTest::qWaitFor(
        [&] {
            const auto seen = EngineBench::wait<QueryAnswer>([&](auto handler) {
                bench.client.query(u"sum(count_over_time({__name__=~\"requests_total|temperature\"}[2h]))"_s, m_start + 2h, &bench.client, handler);
            });
            return seen.ok() && seen->series.size() == 1 && seen->series[0].last() >= 12 * 480;
        },
        30'000);
}

void TestVictoriaMetrics::valuesAreTheSame_data()
{
    QTest::addColumn<QString>("expression");
    for (const char *expression : {"temperature", "sum(temperature)", "sum by (zone) (requests_total)", "count(temperature)", "max(requests_total) > 3",
                                   "temperature{pod=\"p1\"}", "temperature{pod=\"nobody\"}", "topk(2, requests_total)",
                                   "temperature * on(pod) group_left(zone) requests_total", "sum(temperature) / count(temperature)"})
        QTest::newRow(expression) << QString::fromLatin1(expression);
}

void TestVictoriaMetrics::valuesAreTheSame()
{
    QFETCH(QString, expression);
    std::map<Labels, double> values[2];
    for (int i = 0; i < 2; ++i) {
        const auto answer = EngineBench::wait<QueryAnswer>(
            [&](auto handler) { m_benches[i]->client.query(expression, m_start + 1h, &m_benches[i]->client, handler); });
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().detail));
        QCOMPARE(answer->type, QueryAnswer::Type::Vector);
        for (const Series &series : answer->series)
            values[i][series.labels] = series.last();
    }
    QCOMPARE(values[1].size(), values[0].size());
    for (const auto &[labels, value] : values[0]) {
        QVERIFY2(values[1].contains(labels), qPrintable(labels.toString()));
        QVERIFY(std::abs(values[1][labels] - value) <= 1e-9 * std::abs(value));
    }
}

void TestVictoriaMetrics::rangesAreTheSame_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("gauges") << u"temperature"_s << true;
    QTest::newRow("a sum") << u"sum(temperature)"_s << true;
    QTest::newRow("aggregates over time") << u"avg_over_time(temperature[1m])"_s << true;
    QTest::newRow("nothing") << u"temperature{pod=\"nobody\"}"_s << true;
    QTest::newRow("NaN is left out") << u"0 / (temperature - temperature)"_s << false;
}

void TestVictoriaMetrics::rangesAreTheSame()
{
    QFETCH(QString, expression);
    QFETCH(bool, isSame);
    std::map<Labels, Series> lines[2];
    for (int i = 0; i < 2; ++i) {
        const auto answer = EngineBench::wait<QueryAnswer>([&](auto handler) {
            m_benches[i]->client.queryRange(expression, {m_start + 30min, m_start + 90min}, 15s, &m_benches[i]->client, handler);
        });
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().detail));
        QCOMPARE(answer->type, QueryAnswer::Type::Matrix);
        // VictoriaMetrics keeps the metric's name through avg_over_time() and its like.
        for (const Series &series : answer->series)
            lines[i][series.labels.without({{u"__name__"_s, u"temperature"_s}})] = series;
    }
    if (!isSame) {
        QCOMPARE(lines[0].size(), size_t(6)); // numbers that are NaN
        QCOMPARE(lines[1].size(), size_t(0)); // no series at all: neither draws anything
        for (const auto &[labels, line] : lines[0])
            QVERIFY(std::isnan(line.last()));
        return;
    }
    QCOMPARE(lines[1].size(), lines[0].size());
    for (const auto &[labels, line] : lines[0]) {
        QVERIFY2(lines[1].contains(labels), qPrintable(labels.toString()));
        const Series &other = lines[1][labels];
        QVERIFY2(*line.times == *other.times, qPrintable(labels.toString()));
        for (size_t k = 0; k < line.size(); ++k)
            QVERIFY(std::abs(line.values[k] - other.values[k]) <= 1e-9 * std::abs(line.values[k]));
    }
}

void TestVictoriaMetrics::scalarsAndTextsAreTheSame()
{
    const auto ask = [this](int engine, const QString &expression) {
        return EngineBench::wait<QueryAnswer>(
            [&](auto handler) { m_benches[engine]->client.query(expression, m_start + 1h, &m_benches[engine]->client, handler); });
    };
    for (int i = 0; i < 2; ++i) {
        const auto one = ask(i, u"1"_s); // the second says a vector
        QVERIFY(one.ok());
        QCOMPARE(one->series.size(), size_t(1));
        QCOMPARE(one->series[0].last(), 1.0);
        QCOMPARE(one->type, QueryAnswer::Type::Scalar);
        QVERIFY(one->series[0].labels.isEmpty());
        const auto text = ask(i, u"\"x\""_s);
        QVERIFY(text.ok());
        QCOMPARE(text->type, QueryAnswer::Type::String); // the second says nothing
        QCOMPARE(text->text, u"x"_s);
        const auto matrix = ask(i, u"temperature{pod=\"p0\"}[1m]"_s); // told as a stream of JSON there
        QVERIFY2(matrix.ok(), qPrintable(matrix.ok() ? QString() : matrix.error().detail));
        QCOMPARE(matrix->type, QueryAnswer::Type::Matrix);
        QVERIFY(matrix->series.size() == 1 && matrix->series[0].size() >= 4);
    }
}

void TestVictoriaMetrics::refusalsAreRefusals_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("not PromQL") << u"sum(("_s;
    QTest::newRow("unknown function") << u"nosuch(temperature)"_s;
    QTest::newRow("nothing") << QString();
}

void TestVictoriaMetrics::refusalsAreRefusals()
{
    QFETCH(QString, expression);
    for (int i = 0; i < 2; ++i) {
        const auto answer = EngineBench::wait<QueryAnswer>(
            [&](auto handler) { m_benches[i]->client.query(expression, m_start + 1h, &m_benches[i]->client, handler); });
        QVERIFY(!answer.ok());
        QCOMPARE(errorKindName(answer.error().kind), errorKindName(Error::Kind::Rejected));
        QVERIFY(!answer.error().detail.isEmpty());
    }
}

void TestVictoriaMetrics::listsAreTheSame()
{
    QStringList lists[2];
    for (int i = 0; i < 2; ++i) {
        PrometheusClient &client = m_benches[i]->client;
        const auto pods = EngineBench::wait<QStringList>([&](auto handler) { client.labelValues(u"pod"_s, u"temperature"_s, &client, handler); });
        QVERIFY(pods.ok());
        const auto names = EngineBench::wait<QStringList>([&](auto handler) { client.labelValues(u"__name__"_s, {}, &client, handler); });
        QVERIFY(names.ok());
        lists[i] = *pods + *names;
        const auto targets = EngineBench::wait<std::vector<ScrapeTarget>>([&](auto handler) { client.targets(&client, handler); });
        QVERIFY2(targets.ok(), qPrintable(targets.ok() ? QString() : targets.error().detail));
        QVERIFY(targets->empty());
        const auto metadata = EngineBench::wait<std::map<QString, MetricMetadata>>([&](auto handler) { client.metadata(&client, handler); });
        QVERIFY2(metadata.ok(), qPrintable(metadata.ok() ? QString() : metadata.error().detail));
    }
    QCOMPARE(lists[1], lists[0]);
    QCOMPARE(lists[0].size(), 8);
}

void TestVictoriaMetrics::whatItIsAndWhenItBegan()
{
    const auto version = [this](int engine) {
        return EngineBench::wait<QString>([&](auto handler) { m_benches[engine]->client.buildInfo(&m_benches[engine]->client, handler); });
    };
    const auto start = [this](int engine) {
        return EngineBench::wait<WallTime>([&](auto handler) { m_benches[engine]->client.startTime(&m_benches[engine]->client, handler); });
    };
    QVERIFY(version(0).ok() && !version(0)->isEmpty());
    QVERIFY(version(1).ok() && version(1)->isEmpty());
    QVERIFY(start(0).ok() && std::chrono::abs(*start(0) - SystemClock().wall()) < 10min);
    QVERIFY(!start(1).ok());
}

void TestVictoriaMetrics::tailsMergeToTheWhole()
{
    for (int i = 0; i < 2; ++i) {
        EngineBench &bench = *m_benches[i];
        for (const QString &expression : {u"temperature"_s, u"sum(temperature)"_s, u"rate(requests_total[1m])"_s, u"sum by (zone) (increase(requests_total[5m]))"_s,
                                          u"0 / (temperature - temperature)"_s, u"topk(2, temperature)"_s})
            bench.watch(expression, 30min, 15s);
        for (int round = 0; round < 20; ++round) {
            QVERIFY(bench.round());
            for (const QueryInterest &interest : bench.interests) {
                const QString difference = bench.difference(*interest, i == 1);
                QVERIFY2(difference.isEmpty(), qPrintable(u"engine %1, round %2, %3: %4"_s.arg(i).arg(round).arg(interest->expression, difference)));
            }
            bench.clock.advance(std::chrono::seconds(5 + 7 * (round % 4)));
        }
        const SourceFigures figures = bench.hub.figures(u"main"_s);
        QVERIFY2(figures.tails > figures.wholes, qPrintable(u"%1 tails, %2 wholes"_s.arg(figures.tails).arg(figures.wholes)));
        QVERIFY(std::none_of(bench.latest.begin(), bench.latest.end(), [](const auto &entry) { return entry.second.error.has_value(); }));
    }
}

WATCHFLOOR_TEST(TestVictoriaMetrics)
#include "tst_victoriametrics.moc"
