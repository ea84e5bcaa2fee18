#include "tests/support/testregistry.h"
#include "widgets/charts/axisscale.h"

#include <QDateTime>
#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

class TestAxisScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalesAreRound_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("minimum");
        QTest::addColumn<double>("maximum");
        QTest::addColumn<double>("step");
        QTest::newRow("error ratio") << 0.0 << 0.0471 << 0.0 << 0.06 << 0.015;
        QTest::newRow("latency") << 0.08 << 1.82 << 0.0 << 2.0 << 0.5;
        QTest::newRow("near one") << 0.991 << 0.9996 << 0.99 << 1.0 << 0.0025;
        QTest::newRow("constant") << 5.0 << 5.0 << 4.5 << 5.5 << 0.25;
        QTest::newRow("all zero") << 0.0 << 0.0 << 0.0 << 1.0 << 0.25;
        QTest::newRow("negative") << -3.0 << -0.5 << -3.0 << 0.0 << 1.0;
        QTest::newRow("both signs") << -10.0 << 30.0 << -10.0 << 30.0 << 10.0;
    }
    void scalesAreRound()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const ValueScale scale = niceScale(low, high, 4, false);
        QTEST(scale.minimum, "minimum");
        QTEST(scale.maximum, "maximum");
        QTEST(scale.step, "step");
        QVERIFY(scale.minimum <= low && scale.maximum >= high);
    }

    void logarithmicScalesAreWholePowersOfTen_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("minimum");
        QTest::addColumn<double>("maximum");
        QTest::newRow("error ratio") << 0.00002 << 0.0471 << -5.0 << -1.0;
        QTest::newRow("exact powers") << 0.001 << 0.1 << -3.0 << -1.0;
        QTest::newRow("constant") << 0.02 << 0.02 << -2.0 << -1.0;
        QTest::newRow("nothing positive") << 0.0 << 0.0 << -3.0 << 0.0;
        QTest::newRow("too many decades") << 1e-30 << 1.0 << -6.0 << 0.0;
    }
    void logarithmicScalesAreWholePowersOfTen()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const ValueScale scale = logarithmicScale(low, high);
        QTEST(scale.minimum, "minimum");
        QTEST(scale.maximum, "maximum");
        QVERIFY(scale.position(0) == scale.minimum);
        QVERIFY(std::fabs(scale.position(0.01) + 2) < 1e-12);
        QVERIFY(std::fabs(scale.valueAt(scale.tickCount() - 1) / std::pow(10.0, scale.maximum) - 1) < 1e-12);
    }

    void impossibleDataGivesTheDefault()
    {
        QCOMPARE(niceScale(std::nan(""), 1, 4, false), ValueScale());
        QCOMPARE(niceScale(2, 1, 4, false), ValueScale());
    }

    void theScaleStaysWhileItServes()
    {
        const ValueScale first = niceScale(0, 4.7, 4, false);
        QCOMPARE(steadyScale(first, 0, 4.2, 4, false), first);
        QVERIFY(steadyScale(first, 0, 9, 4, false).maximum >= 9);
        QVERIFY(steadyScale(first, 0, 0.5, 4, false).maximum < 1);
    }

    void labelsHaveNoSpareDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        const QString narrow(QChar(0x202F));
        QTest::newRow("zero per cent") << 0.0 << u"own:percentunit"_qs << u"0"_qs + narrow + u'%';
        QTest::newRow("4.5 per cent") << 0.045 << u"own:percentunit"_qs << u"4.5"_qs + narrow + u'%';
        QTest::newRow("500 ms") << 0.5 << u"own:s"_qs << u"500"_qs + narrow + u"ms"_qs;
        QTest::newRow("count") << 1500.0 << QString() << u"1,500"_qs;
        QTest::newRow("a dashboard's per cent") << 0.045 << u"percentunit"_qs << u"4.5%"_qs;
        QTest::newRow("a dashboard's seconds") << 0.5 << u"s"_qs << u"500 ms"_qs;
        QTest::newRow("zero as its neighbours") << 0.0 << u"s"_qs << u"0 ms"_qs;
        QTest::newRow("bytes") << 1572864.0 << u"bytes"_qs << u"1.5 MiB"_qs;
        QTest::newRow("a span has no decimals") << 5400.0 << u"dtdurations"_qs << u"1 hour"_qs;
        QTest::newRow("sum of fractions") << 0.1 + 0.2 << u"none"_qs << u"0.3"_qs;
    }
    void labelsHaveNoSpareDigits()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QLocale::setDefault(QLocale(QLocale::English));
        QTEST(scaleLabel(value, ValueScale{0, 1, 0.01}, Unit{unit}), "text");
    }

    void ticksAreRoundMoments()
    {
        const WallTime end(std::chrono::milliseconds(1'795'230'764'000LL));
        const std::vector<WallTime> ticks = timeTicks(lastUntil(end, 1h), 5);
        QCOMPARE(ticks.size(), size_t(4));
        for (const WallTime tick : ticks)
            QCOMPARE(tick.time_since_epoch() % 15min, 0ms);
    }

    void tickCountIsKept_data()
    {
        QTest::addColumn<qint64>("minutes");
        for (const qint64 minutes : {1, 5, 15, 60, 180, 720, 1440, 10'080, 43'200, 525'600})
            QTest::newRow(qPrintable(QString::number(minutes))) << minutes;
    }
    void tickCountIsKept()
    {
        QFETCH(qint64, minutes);
        const WallTime end(std::chrono::milliseconds(1'795'230'764'000LL));
        const auto ticks = timeTicks(lastUntil(end, std::chrono::minutes(minutes)), 6);
        QVERIFY(!ticks.empty());
        QVERIFY(ticks.size() <= 7);
    }

    void anAbsurdRangeEnds()
    {
        const WallTime start{};
        QVERIFY(timeTicks({start, start + std::chrono::hours(24 * 365 * 5000)}, 3).size() <= 100);
        QVERIFY(timeTicks({start, start}, 3).empty());
    }

    void theRangeMovesInSteps()
    {
        const WallTime end(std::chrono::milliseconds(1'795'230'764'000LL));
        const TimeRange first = snapped(lastUntil(end, 1h));
        QVERIFY(first.end >= end);
        QCOMPARE(first.length(), std::chrono::milliseconds(1h));
        int moves = 0;
        TimeRange before = first;
        for (int refresh = 1; refresh <= 24; ++refresh) {
            const TimeRange now = snapped(lastUntil(end + refresh * 15s, 1h));
            moves += now != before;
            before = now;
        }
        QVERIFY2(moves <= 4, qPrintable(QString::number(moves)));
    }
};

WATCHFLOOR_TEST(TestAxisScale)
#include "tst_axisscale.moc"
