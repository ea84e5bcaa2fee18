#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/axisscale.h"
#include "widgets/charts/chartlegend.h"
#include "widgets/charts/crosshairgroup.h"
#include "widgets/charts/timechart.h"
#include "widgets/charts/zoomhistory.h"
#include "widgets/theme/applytheme.h"

#include <QGraphicsView>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

/// A chart on the screen, drawn, with one line.
struct Shown
{
    Shown()
    {
        chart.resize(500, 260);
        chart.setSynchronous(true);
        chart.setRange(snapped(lastHour()));
        ChartSeries line;
        line.series = seriesOf(u"payment"_qs, [](double share) { return share; });
        line.name = u"payment"_qs;
        ChartSeries other = line;
        other.name = u"auth"_qs;
        chart.setSeries({line, other});
        chart.show();
        plot = chart.plotArea().toRect();
        surface = chart.findChild<QGraphicsView *>()->viewport();
    }
    QPoint at(double share) const { return {plot.left() + int(share * plot.width()), plot.center().y()}; }
    void move(double share)
    {
        QMouseEvent event(QEvent::MouseMove, at(share), surface->mapToGlobal(at(share)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(surface, &event);
    }
    void leave()
    {
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(surface, &event);
    }
    bool wheel(int delta, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at(0.5), surface->mapToGlobal(at(0.5)), {}, QPoint(0, delta), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(surface, &event);
        return event.isAccepted();
    }

    TimeChart chart;
    QRect plot;
    QWidget *surface = nullptr;
};

TimeRange rangeOf(const QSignalSpy &spy)
{
    return spy.isEmpty() ? TimeRange() : spy.last().first().value<TimeRange>();
}

} // namespace

class TestTimeChartPointer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void shiftDragPans()
    {
        Shown shown;
        QSignalSpy zoomed(&shown.chart, &TimeChart::zoomRequested);
        QSignalSpy panned(&shown.chart, &TimeChart::panRequested);
        QTest::mousePress(shown.surface, Qt::LeftButton, Qt::ShiftModifier, shown.at(0.75));
        QTest::mouseMove(shown.surface, shown.at(0.25));
        QTest::mouseRelease(shown.surface, Qt::LeftButton, Qt::ShiftModifier, shown.at(0.25));
        QCOMPARE(zoomed.size(), 0);
        QCOMPARE(panned.size(), 1);
        const TimeRange before = snapped(lastHour());
        QCOMPARE(rangeOf(panned).length(), before.length());
        QVERIFY(std::chrono::abs(rangeOf(panned).start - before.start - 30min) < 30s);
    }

    void theWheelZoomsWithCtrlOnly_data()
    {
        QTest::addColumn<int>("modifier");
        QTest::addColumn<int>("delta");
        QTest::addColumn<double>("length"); // minutes; 0: nothing is asked for
        QTest::addColumn<bool>("pans");
        QTest::newRow("plain") << int(Qt::NoModifier) << 120 << 0.0 << false;
        QTest::newRow("in") << int(Qt::ControlModifier) << 120 << 48.0 << false;
        QTest::newRow("out") << int(Qt::ControlModifier) << -120 << 75.0 << false;
        QTest::newRow("along") << int(Qt::ShiftModifier) << -120 << 60.0 << true;
    }
    void theWheelZoomsWithCtrlOnly()
    {
        QFETCH(int, modifier);
        QFETCH(int, delta);
        QFETCH(double, length);
        QFETCH(bool, pans);
        Shown shown;
        QSignalSpy zoomed(&shown.chart, &TimeChart::zoomRequested);
        QSignalSpy panned(&shown.chart, &TimeChart::panRequested);
        QCOMPARE(shown.wheel(delta, Qt::KeyboardModifiers(modifier)), length > 0);
        QCOMPARE(int(panned.size()), pans ? 1 : 0);
        QCOMPARE(int(zoomed.size()), length > 0 && !pans ? 1 : 0);
        if (length > 0)
            QVERIFY(std::fabs(double(rangeOf(pans ? panned : zoomed).length().count()) / 60'000 - length) < 0.1);
    }

    void everythingIsReachedByKeyboard()
    {
        Shown shown;
        QSignalSpy zoomed(&shown.chart, &TimeChart::zoomRequested);
        QSignalSpy panned(&shown.chart, &TimeChart::panRequested);
        QSignalSpy back(&shown.chart, &TimeChart::zoomResetRequested);
        QSignalSpy moved(&shown.chart, &TimeChart::cursorMoved);
        const TimeRange range = snapped(lastHour());
        QTest::keyClick(&shown.chart, Qt::Key_Right);
        QCOMPARE(*moved.last().first().value<std::optional<WallTime>>(), range.start + range.length() / 100);
        QTest::keyClick(&shown.chart, Qt::Key_End);
        QCOMPARE(*moved.last().first().value<std::optional<WallTime>>(), range.end);
        QTest::keyClick(&shown.chart, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(*moved.last().first().value<std::optional<WallTime>>(), range.end - range.length() / 10);
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        QVERIFY(rangeOf(zoomed).contains(range.end - range.length() / 10));
        QCOMPARE(rangeOf(zoomed).length(), range.length() / 2);
        QTest::keyClick(&shown.chart, Qt::Key_Minus);
        QCOMPARE(rangeOf(zoomed).length(), range.length() * 2);
        QTest::keyClick(&shown.chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(rangeOf(panned).start, range.start - range.length() / 4);
        QTest::keyClick(&shown.chart, Qt::Key_Backspace);
        QCOMPARE(back.size(), 1);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QVERIFY(!moved.last().first().value<std::optional<WallTime>>());
    }

    void noZoomIsShorterThanASecond()
    {
        Shown shown;
        shown.chart.setRange({lastHour().start, lastHour().start + 1500ms});
        QSignalSpy zoomed(&shown.chart, &TimeChart::zoomRequested);
        QTest::qWait(0);
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        QCOMPARE(zoomed.size(), 0);
    }

    void chartsOfAGroupPointTogether()
    {
        CrosshairGroup group;
        Shown here;
        Shown there;
        here.chart.setCrosshairGroup(&group);
        there.chart.setCrosshairGroup(&group);
        const QImage plain = there.chart.grabImage();
        here.move(0.5);
        QVERIFY(group.time());
        const QImage pointed = there.chart.grabImage();
        QVERIFY(pointed != plain);
        group.setValuesShown(true);
        QVERIFY(there.chart.grabImage() != pointed);
        here.leave();
        QVERIFY(!group.time());
        QCOMPARE(there.chart.grabImage(), plain);
    }

    void theLateLeaveOfANeighbourDoesNotCount()
    {
        CrosshairGroup group;
        Shown here;
        Shown there;
        here.chart.setCrosshairGroup(&group);
        there.chart.setCrosshairGroup(&group);
        here.move(0.5);
        there.move(0.25);
        const auto time = group.time();
        here.leave();
        QCOMPARE(group.time(), time);
    }

    void aChartOutlivesItsGroup()
    {
        Shown shown;
        auto group = std::make_unique<CrosshairGroup>();
        shown.chart.setCrosshairGroup(group.get());
        shown.move(0.5);
        group.reset();
        shown.move(0.6);
        shown.leave();
        QVERIFY(!shown.chart.grabImage().isNull());
    }

    void theTooltipCanBeLeftOut()
    {
        Shown shown;
        shown.move(0.5);
        const QImage all = shown.chart.grabImage();
        shown.chart.setTooltip(TimeChart::Tooltip::Single);
        const QImage single = shown.chart.grabImage();
        shown.chart.setTooltip(TimeChart::Tooltip::None);
        const QImage none = shown.chart.grabImage();
        QVERIFY(all != single && single != none && none != all);
    }

    void hiddenSeriesLeaveThePlotAndItsAxis()
    {
        Shown shown;
        ChartSeries low;
        low.series = seriesOf(u"low"_qs, [](double share) { return share; });
        low.name = u"low"_qs;
        low.color = Qt::red;
        ChartSeries high = low;
        high.name = u"high"_qs;
        high.color = Qt::green;
        for (double &value : high.series.values)
            value += 1'000;
        shown.chart.setSeries({low, high});
        QSignalSpy changed(&shown.chart, &TimeChart::hiddenChanged);
        auto *legend = shown.chart.findChild<ChartLegend *>();
        Q_EMIT legend->entryToggled(1);
        QCOMPARE(shown.chart.hidden(), QSet<QString>{u"high"_qs});
        QCOMPARE(changed.size(), 1);
        const QImage image = shown.chart.grabImage();
        QCOMPARE(count(image, shown.plot, Qt::green), 0);
        QVERIFY(count(image, shown.plot, Qt::red) > 200); // and the low one has the whole height now
        Q_EMIT legend->entryToggled(1);
        QVERIFY(shown.chart.hidden().isEmpty());
        QVERIFY(count(shown.chart.grabImage(), shown.plot, Qt::green) > 100);
    }

    void exemplarClicksAreTold()
    {
        Shown shown;
        const TimeRange range = snapped(lastHour());
        shown.chart.setAxis(AxisSide::Left, [] {
            ChartAxis axis;
            axis.minimum = 0;
            axis.maximum = 1;
            return axis;
        }());
        const double middle = toEpochSeconds(range.start + range.length() / 2);
        shown.chart.setExemplars({{middle, 0.25, Labels{{u"trace_id"_qs, u"abc"_qs}}, {}, AxisSide::Left}});
        shown.chart.grabImage();
        QSignalSpy spy(&shown.chart, &TimeChart::exemplarActivated);
        const QRectF plot = shown.chart.plotArea();
        const QPoint diamond(int(plot.center().x()), int(plot.bottom() - plot.height() / 4));
        QTest::mouseClick(shown.surface, Qt::LeftButton, {}, diamond + QPoint(20, 0));
        QCOMPARE(spy.size(), 0);
        QTest::mouseClick(shown.surface, Qt::LeftButton, {}, diamond);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().value<ChartExemplar>().labels.value(u"trace_id"_qs), u"abc"_qs);
    }

    void zoomsAreTakenBackOneByOne()
    {
        ZoomHistory history;
        QVERIFY(history.isEmpty());
        const TimeRange hour = lastHour();
        const TimeRange half{hour.start, hour.start + 30min};
        history.push({});
        history.push(hour);
        history.push(half);
        QCOMPARE(*history.pop(), half);
        QCOMPARE(*history.pop(), hour);
        QVERIFY(!history.pop());
        QVERIFY(history.isEmpty());
        QVERIFY(!history.pop());
        for (int at = 0; at < 500; ++at)
            history.push(hour);
        int steps = 0;
        for (; !history.isEmpty(); ++steps)
            history.pop();
        QCOMPARE(steps, 50);
    }

    void whatChangesNoColumnIsNotPaintedAgain()
    {
        Shown shown;
        shown.chart.setSynchronous(false);
        ChartSeries line;
        line.series = seriesOf(u"payment"_qs, [](double share) { return 2 + std::sin(share * 40); }, 20'000);
        line.name = u"payment"_qs;
        line.fill = true;
        shown.chart.setSeries({line});
        QSignalSpy rendered(&shown.chart, &TimeChart::rendered);
        QTRY_VERIFY(rendered.size() >= 1);
        QTest::qWait(0);
        const int paints = shown.chart.paintCount();
        // Between its column's extremes a sample may be anything.
        line.series.values[10'000] = (line.series.values[9'998] + line.series.values[10'002]) / 2;
        const auto before = rendered.size();
        shown.chart.setSeries({line});
        QTRY_VERIFY(rendered.size() > before);
        QTest::qWait(0);
        QCOMPARE(shown.chart.paintCount(), paints);
        line.series.values[10'000] = 9;
        shown.chart.setSeries({line});
        QTRY_VERIFY(shown.chart.paintCount() > paints);
    }

private:
    static int count(const QImage &image, const QRect &box, const QColor &color)
    {
        int result = 0;
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x) {
                const QColor at = image.pixelColor(x, y);
                result += std::abs(at.red() - color.red()) < 120 && std::abs(at.green() - color.green()) < 120 && std::abs(at.blue() - color.blue()) < 120;
            }
        }
        return result;
    }
};

WATCHFLOOR_TEST(TestTimeChartPointer)
#include "tst_timechartpointer.moc"
