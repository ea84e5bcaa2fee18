#include "tests/engines/enginebench.h"
#include "tests/engines/writtenworld.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The proof of tail fetches: whatever a real Prometheus goes through, the hub's merged answer is that of the whole query.
class TestTailsEqualWholes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergedIsWhole_data();
    void mergedIsWhole();
};

void TestTailsEqualWholes::mergedIsWhole_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("latest");
    QTest::addColumn<int>("outage");
    QTest::addColumn<int>("restartEvery");
    QTest::addColumn<QStringList>("expressions");
    const QStringList any{u"requests_total"_s,
                          u"rate(requests_total[1m])"_s,
                          u"sum(rate(requests_total[5m]))"_s,
                          u"sum by (pod) (increase(requests_total[2m]))"_s,
                          u"temperature"_s,
                          u"count(temperature)"_s,
                          u"topk(2, temperature)"_s,
                          u"max_over_time(temperature[3m]) - min_over_time(temperature[3m])"_s,
                          u"temperature > 20"_s,
                          u"absent(temperature{room=\"r5\"})"_s,
                          u"0 / (temperature - temperature)"_s,
                          u"{__name__=~\"temperature|requests_total\"}"_s,
                          u"resets(requests_total[10m])"_s,
                          u"quantile_over_time(0.9, temperature[2m:30s])"_s,
                          u"label_replace(temperature, \"of\", \"$1\", \"room\", \"r(.*)\")"_s,
                          u"rate(requests_total[1m] offset 3m)"_s};
    // After an outage longer than the overlap a number of the overlap must change, which an aggregate need not.
    const QStringList everyChange{u"requests_total"_s, u"rate(requests_total[1m])"_s, u"sum(rate(requests_total[1m]))"_s, u"temperature"_s, u"sum(temperature)"_s};
    QTest::newRow("series die and counters reset") << 1 << 0 << 0 << 0 << any;
    QTest::newRow("samples come late") << 2 << 40 << 0 << 0 << any;
    QTest::newRow("the server is killed") << 3 << 40 << 0 << 20 << any;
    QTest::newRow("minutes are held back") << 4 << 40 << 240 << 30 << everyChange;
}

void TestTailsEqualWholes::mergedIsWhole()
{
    QFETCH(int, seed);
    QFETCH(int, latest);
    QFETCH(int, outage);
    QFETCH(int, restartEvery);
    QFETCH(QStringList, expressions);
    Engine engine(Engine::Kind::Prometheus);
    QVERIFY2(engine.start(), qPrintable(engine.fault()));
    const WallTime start = SystemClock().wall() - 3h;
    EngineBench bench(engine, start);
    WrittenWorld world(quint32(seed), {latest, outage, true}, start.time_since_epoch().count() - 40 * 60'000);
    for (const QString &expression : expressions)
        bench.watch(expression, 30min, 15s);
    int wholes = 0;
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round) {
        const std::vector<WrittenSeries> arrived = world.until(bench.clock.wall().time_since_epoch().count());
        QVERIFY2(arrived.empty() || engine.write(arrived), qPrintable(engine.fault()));
        if (restartEvery > 0 && round % restartEvery == restartEvery - 1)
            QVERIFY2(engine.restart(), qPrintable(engine.fault()));
        const int before = bench.hub.figures(u"main"_s).wholes;
        QVERIFY(bench.round());
        wholes += bench.hub.figures(u"main"_s).wholes - before;
        for (const QueryInterest &interest : bench.interests) {
            const QString difference = bench.difference(*interest);
            QVERIFY2(difference.isEmpty(), qPrintable(u"round %1, %2: %3"_s.arg(round).arg(interest->expression, difference)));
        }
        bench.clock.advance(std::chrono::milliseconds(2'000 + world.below(30'000)));
    }
    // A rare whole query is the price of what came too late; were it the rule, nothing would be proved.
    QVERIFY2(wholes < int(rounds * bench.interests.size() / 3), qPrintable(QString::number(wholes)));
}

WATCHFLOOR_TEST(TestTailsEqualWholes)
#include "tst_tailsequalwholes.moc"
