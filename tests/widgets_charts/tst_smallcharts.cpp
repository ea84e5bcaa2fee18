#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/gauge.h"
#include "widgets/charts/burndownchart.h"
#include "widgets/charts/statetimeline.h"
#include "widgets/theme/applytheme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

int count(const QImage &image, const QColor &color, const QRect &box)
{
    int result = 0;
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            result += image.pixelColor(x, y) == color;
    return result;
}

const Theme &tokens()
{
    return theme(ThemeMode::Dark);
}

} // namespace

class TestSmallCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void theGaugesArcGrowsWithItsValue()
    {
        GaugeWidget gauge;
        gauge.resize(200, 160);
        gauge.setBounds(0, 100);
        int before = -1;
        for (const double value : {10.0, 40.0, 70.0, 100.0}) {
            gauge.setValue(value, State::Critical);
            const QImage image = gauge.grab().toImage();
            const int now = count(image, tokens().critical, image.rect().adjusted(0, 0, -1, -1));
            QVERIFY(now > before);
            before = now;
        }
    }

    void anUnknownGaugeHasNoArc()
    {
        GaugeWidget gauge;
        gauge.resize(200, 160);
        gauge.setValue(noSample, State::Healthy);
        const QImage image = gauge.grab().toImage();
        QCOMPARE(count(image, tokens().accent, image.rect().adjusted(0, 0, -1, -1)), 0);
    }

    void spansLieOnTheirTimes()
    {
        StateTimeline timeline;
        const TimeRange range = lastHour();
        timeline.setRange(range);
        timeline.setRows({{u"payment"_qs, State::Critical, {{range.start + 30min, range.end, State::Critical, StateTimeline::Fill::Solid, {}}}}});
        timeline.resize(600, 60);
        const QImage image = timeline.grab().toImage();
        QCOMPARE(count(image, tokens().critical, QRect(120, 0, 180, 22)), 0);
        QVERIFY(count(image, tokens().critical, QRect(400, 0, 180, 22)) > 1500);
    }

    void aMomentIsStillSeenInAMonth()
    {
        StateTimeline timeline;
        const TimeRange range = lastUntil(lastHour().end, 720h);
        timeline.setRange(range);
        timeline.setRows({{u"a"_qs, {}, {{range.start + 360h, range.start + 360h + 1s, State::Warning, StateTimeline::Fill::Solid, {}}}}});
        timeline.resize(600, 60);
        const QImage image = timeline.grab().toImage();
        QVERIFY(count(image, tokens().warning, image.rect().adjusted(0, 0, -1, -1)) >= 12);
    }

    void aRowIsActivated()
    {
        StateTimeline timeline;
        timeline.setRange(lastHour());
        timeline.setRows({{u"a"_qs, {}, {}}, {u"b"_qs, {}, {}}});
        timeline.resize(600, 80);
        QSignalSpy spy(&timeline, &StateTimeline::rowActivated);
        QTest::mouseClick(&timeline, Qt::LeftButton, {}, QPoint(30, 30));
        QCOMPARE(spy.first().first().toInt(), 1);
    }

    void ticksShareTheWidth()
    {
        TickStrip strip;
        std::vector<TickStrip::Tick> ticks(30, {State::Healthy, {}, true});
        ticks.back() = {State::Critical, u"now"_qs, false};
        strip.setTicks(ticks);
        strip.resize(300, 12);
        const QImage image = strip.grab().toImage();
        QCOMPARE(image.pixelColor(294, 6), tokens().critical);
        QCOMPARE(image.pixelColor(4, 6), tokens().track);
    }

    void theBurnDownFallsAndItsConeIsRed()
    {
        BurnDownChart chart;
        BurnDown burn;
        burn.window = lastUntil(lastHour().end + 240h, 720h);
        burn.now = lastHour().end;
        burn.left = {{toEpochSeconds(burn.window.start), 1.0}, {toEpochSeconds(burn.now), 0.4}};
        burn.emptyFast = burn.now + 60h;
        burn.emptySlow = burn.now + 120h;
        burn.freeze = 0.1;
        chart.resize(500, 260);
        chart.setBurnDown(burn);
        const QImage with = chart.grabImage();
        burn.emptyFast.reset();
        chart.setBurnDown(burn);
        const QImage without = chart.grabImage();
        QVERIFY(with != without);
        chart.setBurnDown({});
        QVERIFY(chart.grabImage() != without);
    }
};

WATCHFLOOR_TEST(TestSmallCharts)
#include "tst_smallcharts.moc"
