#include "models/panels/interval.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr WallTime start{std::chrono::milliseconds(1'795'230'764'000)};
using Seconds = std::chrono::duration<double>;

struct Case
{
    const char *name;
    std::chrono::milliseconds range;
    QString minimumStep;
    QString scrape;
    qint64 intervalMs = 0;
    qint64 factor = 1;
    qint64 points = 0;
    double step = 0; ///< in seconds
    QString rate = {};
};

} // namespace

Q_DECLARE_METATYPE(Case)

class TestInterval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<Case>("given");
        const std::vector<Case> cases{
            {"the source's interval", 1h, {}, u"15s"_s, 0, 1, 0, 15, u"1m0s"_s},
            {"no source's interval is 15 s", 1h, {}, {}, 0, 1, 0, 15, u"1m0s"_s},
            {"a slow source", 2h, {}, u"2m"_s, 0, 1, 0, 120, u"8m0s"_s},
            {"a source's bare number is seconds", 1h, {}, u"20"_s, 0, 1, 0, 20, u"1m20s"_s},
            {"longer than so many points", 24h, {}, u"15s"_s, 0, 1, 0, 60, u"1m0s"_s},
            {"a month", 720h, {}, u"15s"_s, 0, 1, 0, 1800, u"1m0s"_s},
            {"few points", 1h, {}, u"15s"_s, 0, 1, 20, 120, u"1m0s"_s},
            {"the panel's interval is the least", 1h, {}, u"15s"_s, 60'000, 1, 1'000, 60, u"1m15s"_s},
            {"an interval of no panel is no least", 1h, {}, u"15s"_s, 60'000, 1, 0, 15, u"1m15s"_s},
            {"factor", 24h, {}, u"15s"_s, 0, 5, 0, 300, u"1m0s"_s},
            {"factor 0 is none", 24h, {}, u"15s"_s, 0, 0, 0, 60, u"1m0s"_s},
            {"a minimum above", 1h, u"5m"_s, u"15s"_s, 15'000, 1, 1'000, 300, u"20m0s"_s},
            {"a minimum below", 48h, u"30s"_s, u"15s"_s, 120'000, 1, 1'000, 120, u"2m30s"_s},
            {"a minimum goes before the panel's interval", 1h, u"10s"_s, u"15s"_s, 60'000, 1, 1'000, 10, u"1m10s"_s},
            {"a minimum of days", 720h, u"1d"_s, u"15s"_s, 0, 1, 0, 86'400, u"96h0m0s"_s},
            {"with a sign of old dashboards", 1h, u">40s"_s, u"15s"_s, 0, 1, 0, 40, u"2m40s"_s},
            {"nothing is no minimum", 1h, u"0s"_s, u"15s"_s, 0, 1, 0, 15, u"0s"_s},
            {"interval macro", 24h, u"$__interval"_s, u"15s"_s, 60'000, 1, 0, 60, u"4m0s"_s},
            {"interval macro in braces", 24h, u"${__interval}"_s, u"15s"_s, 60'000, 1, 0, 60, u"4m0s"_s},
            {"interval macro in milliseconds", 24h, u"$__interval_ms"_s, u"15s"_s, 60'000, 1, 0, 60, u"0s"_s},
            {"rate macro", 24h, u"$__rate_interval"_s, u"15s"_s, 60'000, 1, 0, 75, u"1m15s"_s},
            {"rate macro holds four samples", 10min, u"${__rate_interval}"_s, u"30s"_s, 30'000, 1, 2'000, 120, u"2m0s"_s},
            {"rate macro knows no factor", 24h, u"$__rate_interval"_s, u"15s"_s, 60'000, 10, 0, 75, u"1m15s"_s},
            {"never more points than are answered", 24h, {}, u"1s"_s, 0, 1, 20'000, 10, u"4s"_s},
            {"the limit counts for a minimum too", 720h, u"1s"_s, u"15s"_s, 0, 1, 100'000, 300, u"4s"_s},
            {"a moment", 20ms, {}, u"15s"_s, 0, 1, 0, 15, u"1m0s"_s},
        };
        for (const Case &one : cases)
            QTest::newRow(one.name) << one;
    }
    void steps()
    {
        QFETCH(Case, given);
        IntervalRequest request;
        request.from = start;
        request.to = start + given.range;
        request.minimumStep = given.minimumStep;
        request.scrapeInterval = given.scrape;
        request.interval = std::chrono::milliseconds(given.intervalMs);
        request.intervalFactor = given.factor;
        request.maximumPoints = given.points;
        const auto interval = queryInterval(request);
        QVERIFY(interval.ok());
        QCOMPARE(Seconds(interval->step).count(), given.step);
        QCOMPARE(withIntervals(u"[$__rate_interval]"_s, *interval), u'[' + given.rate + u']');
    }

    void whatIsNoIntervalIsRefused_data()
    {
        QTest::addColumn<QString>("minimumStep");
        QTest::addColumn<QString>("scrape");
        QTest::newRow("word") << u"soon"_s << u"15s"_s;
        QTest::newRow("unit alone") << u"s"_s << u"15s"_s;
        QTest::newRow("unknown unit") << u"5x"_s << u"15s"_s;
        QTest::newRow("days among others") << u"1d2h"_s << u"15s"_s;
        QTest::newRow("too long") << u"99999999999h"_s << u"15s"_s;
        QTest::newRow("variable that nobody filled in") << u"$step"_s << u"15s"_s;
        QTest::newRow("of the source") << QString() << u"often"_s;
    }
    void whatIsNoIntervalIsRefused()
    {
        QFETCH(QString, minimumStep);
        QFETCH(QString, scrape);
        IntervalRequest request;
        request.from = start;
        request.to = start + 1h;
        request.minimumStep = minimumStep;
        request.scrapeInterval = scrape;
        QVERIFY(!queryInterval(request).ok());
    }

    void absurdRangesAreRefused()
    {
        IntervalRequest request;
        request.to = WallTime(std::chrono::milliseconds::max());
        QVERIFY(!queryInterval(request).ok());
        request.to = start;
        request.intervalFactor = std::numeric_limits<qint64>::max();
        QVERIFY(!queryInterval(request).ok());
    }

    void anInvertedRangeHasAStep()
    {
        IntervalRequest request;
        request.from = start;
        request.to = start - 1h;
        const auto interval = queryInterval(request);
        QVERIFY(interval.ok());
        QCOMPARE(interval->step, std::chrono::nanoseconds(15s));
    }

    void rangesLieOnTheGrid_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<QString>("minimumStep");
        QTest::addColumn<double>("expected");
        QTest::newRow("seconds") << qint64(1'700'000'007'000) << u"10s"_s << 1'700'000'000.0;
        QTest::newRow("on it already") << qint64(1'700'000'010'000) << u"10s"_s << 1'700'000'010.0;
        QTest::newRow("milliseconds") << qint64(1'700'000'007'009) << u"1m"_s << 1'699'999'980.0;
        QTest::newRow("weeks begin on Thursday") << qint64(1'700'438'400'000) << u"1w"_s << 1'700'092'800.0;
        QTest::newRow("before 1970") << qint64(-5'000) << u"10s"_s << -10.0;
    }
    void rangesLieOnTheGrid()
    {
        QFETCH(qint64, from);
        QFETCH(QString, minimumStep);
        IntervalRequest request;
        request.from = WallTime(std::chrono::milliseconds(from));
        request.to = request.from + 1h;
        request.minimumStep = minimumStep;
        const auto interval = queryInterval(request);
        QVERIFY(interval.ok());
        QTEST(Seconds(interval->from).count(), "expected");
    }

    void macros_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("expected");
        QTest::newRow("interval") << u"rate(x[$__interval]) + rate(x[${__interval}])"_s << u"rate(x[2m]) + rate(x[2m])"_s;
        QTest::newRow("interval in milliseconds") << u"$__interval_ms ${__interval_ms}"_s << u"120000 120000"_s;
        QTest::newRow("interval in seconds") << u"$__interval_s ${__interval_s}"_s << u"120 120"_s;
        QTest::newRow("range") << u"$__range ${__range}"_s << u"172800s 172800s"_s;
        QTest::newRow("range in seconds") << u"$__range_s ${__range_s}"_s << u"172800 172800"_s;
        QTest::newRow("range in milliseconds") << u"$__range_ms ${__range_ms}"_s << u"172800400 172800400"_s;
        QTest::newRow("rate interval") << u"$__rate_interval ${__rate_interval}"_s << u"2m15s 2m15s"_s;
        QTest::newRow("rate interval in milliseconds") << u"$__rate_interval_ms ${__rate_interval_ms}"_s << u"135000 135000"_s;
        QTest::newRow("rate interval in seconds") << u"$__rate_interval_s"_s << u"135"_s;
        QTest::newRow("others stay") << u"$__from $interval ${__field.name}"_s << u"$__from $interval ${__field.name}"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void macros()
    {
        QFETCH(QString, expression);
        IntervalRequest request;
        request.from = start;
        request.to = start + 48h + 400ms;
        request.scrapeInterval = u"15s"_s;
        request.interval = 2min;
        const auto interval = queryInterval(request);
        QVERIFY(interval.ok());
        QTEST(withIntervals(expression, *interval), "expected");
    }

    void panelIntervals_data()
    {
        QTest::addColumn<qint64>("range");
        QTest::addColumn<qint64>("points");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("an hour on a wide panel") << qint64(3'600'000) << qint64(1'000) << qint64(15'000) << qint64(15'000);
        QTest::newRow("six hours") << qint64(21'600'000) << qint64(1'000) << qint64(15'000) << qint64(20'000);
        QTest::newRow("two days") << qint64(172'800'000) << qint64(1'000) << qint64(15'000) << qint64(120'000);
        QTest::newRow("at a limit it goes up") << qint64(45'000'000) << qint64(1'000) << qint64(15'000) << qint64(60'000);
        QTest::newRow("no points") << qint64(3'600'000) << qint64(0) << qint64(0) << qint64(3'600'000);
    }
    void panelIntervals()
    {
        QFETCH(qint64, range);
        QFETCH(qint64, points);
        QFETCH(qint64, least);
        QTEST(qint64(panelInterval(std::chrono::milliseconds(range), points, std::chrono::milliseconds(least)).count()), "expected");
    }
};

WATCHFLOOR_TEST(TestInterval)
#include "tst_interval.moc"
