#include "models/frames/buckets.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/heatmap.h"
#include "widgets/charts/statetimeline.h"
#include "widgets/charts/statushistory.h"
#include "widgets/theme/applytheme.h"
#include "widgets/theme/namedcolors.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

const Theme &tokens()
{
    return theme(ThemeMode::Dark);
}

void hover(QWidget &widget, QPointF at, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, buttons, {});
    QCoreApplication::sendEvent(&widget, &move);
}

int count(const QImage &image, const QColor &color)
{
    int result = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            result += image.pixelColor(x, y).rgb() == color.rgb();
    return result;
}

/// Six columns of ten minutes by three buckets, the middle one rising, the highest unknown in the third column.
BucketGrid grid()
{
    BucketGrid made;
    made.step = 600;
    made.buckets = {{0, 0.1, {}}, {0.1, 1, {}}, {1, 10, {}}};
    for (int column = 0; column < 6; ++column) {
        made.times.push_back(toEpochSeconds(lastHour().start) + 600 * (column + 1));
        made.counts.insert(made.counts.end(), {0, 10.0 * (column + 1), column == 2 ? noSample : 5});
    }
    return made;
}

HeatMap::Look secondsLook()
{
    HeatMap::Look look;
    look.unit = Unit{u"s"_qs};
    look.legend = false;
    look.colorScale = HeatMap::ColorScale::Linear;
    look.scheme = u"Blues"_qs;
    return look;
}

QPointF cellCentre(const HeatMap &map, int column, int bucket)
{
    const QRectF plot = map.plotArea();
    return {plot.left() + (column + 0.5) * plot.width() / 6, plot.bottom() - (bucket + 0.5) * plot.height() / 3};
}

StateTimeline::Span span(int from, int to, const QString &text, const QColor &color)
{
    return {lastHour().start + std::chrono::minutes(from), lastHour().start + std::chrono::minutes(to), State::Healthy, StateTimeline::Fill::Solid, text, color};
}

} // namespace

/// Heat map, state timeline and status history: what has time along the bottom and rows.
class TestTimeRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void cleanupTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void moreObservationsAreFurtherAlongTheColours_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("dark") << ThemeMode::Dark;
        QTest::newRow("light") << ThemeMode::Light;
    }
    void moreObservationsAreFurtherAlongTheColours()
    {
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        HeatMap map;
        map.resize(480, 270);
        map.setLook(secondsLook());
        map.setGrid(grid());
        const QImage image = map.grabImage();
        const ColorScheme scheme = colorScheme(u"Blues"_qs, theme(mode));
        const auto at = [&](int column, int bucket) { return image.pixelColor(cellCentre(map, column, bucket).toPoint()); };
        QCOMPARE(at(5, 1).rgb(), scheme.at(1).rgb());
        QCOMPARE(at(0, 2).rgb(), scheme.at(0).rgb());
        QCOMPARE(at(3, 0), theme(mode).surface); // zero is hidden
        QCOMPARE(at(2, 2), theme(mode).surface); // unknown
        // The low end looks like the ground.
        QVERIFY(contrastRatio(scheme.at(0), theme(mode).surface) < contrastRatio(scheme.at(1), theme(mode).surface));
        applyTheme(*qApp, ThemeMode::Dark);
    }

    void aCellIsReadOutWithItsTimeBucketAndShare()
    {
        HeatMap map;
        map.resize(480, 270);
        map.setLook(secondsLook());
        map.setGrid(grid());
        hover(map, cellCentre(map, 3, 1));
        const QStringList lines = map.readOutText().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].contains(QChar(0x2013)));
        QCOMPARE(lines[1], u"bucket: 100 ms to 1 s"_qs);
        QCOMPARE(lines[2], u"count: 40"_qs);
        QVERIFY(lines[3].startsWith(u"share: 88.9"));
        hover(map, cellCentre(map, 2, 2));
        QCOMPARE(map.currentItem(), -1); // unknown
        hover(map, {1, 1});
        QCOMPARE(map.currentItem(), -1);
    }

    void theArrowKeysWalkOverCells()
    {
        HeatMap map;
        map.resize(480, 270);
        map.setGrid(grid());
        map.setCurrentItem(0);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.currentItem(), 3);
        QTest::keyClick(&map, Qt::Key_Up);
        QCOMPARE(map.currentItem(), 4);
        QTest::keyClick(&map, Qt::Key_Up);
        QTest::keyClick(&map, Qt::Key_Up);
        QCOMPARE(map.currentItem(), 5);
        QTest::keyClick(&map, Qt::Key_Left);
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.currentItem(), 2);
    }

    void thePointersMomentIsTold()
    {
        HeatMap map;
        map.resize(480, 270);
        map.setGrid(grid());
        std::vector<std::optional<WallTime>> told;
        connect(&map, &HeatMap::cursorMoved, this, [&told](std::optional<WallTime> time) { told.push_back(time); });
        const QRectF plot = map.plotArea();
        hover(map, plot.center());
        QVERIFY(told.back().has_value());
        QVERIFY(std::abs((*told.back() - (lastHour().start + 30min)).count()) < 30'000);
        hover(map, {plot.left() - 5, plot.center().y()});
        QVERIFY(!told.back().has_value());
        hover(map, plot.center());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&map, &leave);
        QVERIFY(!told.back().has_value());
    }

    void aMomentOfAnotherChartIsALine()
    {
        HeatMap map;
        map.resize(480, 270);
        map.setGrid(grid());
        const QImage before = map.grabImage();
        map.setCursor(lastHour().start + 30min);
        const QImage with = map.grabImage();
        QVERIFY(before != with);
        map.setCursor(lastHour().start - 30min); // not on this axis
        QCOMPARE(map.grabImage(), before);
        map.setCursor({});
        QCOMPARE(map.grabImage(), before);
    }

    void aDragAsksForItsSpanAndAClickDoesNot()
    {
        HeatMap map;
        map.resize(480, 270);
        map.setGrid(grid());
        std::vector<TimeRange> asked;
        connect(&map, &HeatMap::zoomRequested, this, [&asked](const TimeRange &range) { asked.push_back(range); });
        QSignalSpy activated(&map, &ChartWidget::itemActivated);
        QSignalSpy reset(&map, &HeatMap::zoomResetRequested);
        const QRectF plot = map.plotArea();
        const QPoint from(int(plot.left() + plot.width() * 0.75), int(plot.center().y()));
        const QPoint to(int(plot.left() + plot.width() * 0.25), int(plot.center().y()));
        QTest::mousePress(&map, Qt::LeftButton, {}, from);
        hover(map, QPointF(to), Qt::LeftButton);
        QTest::mouseRelease(&map, Qt::LeftButton, {}, to);
        QCOMPARE(asked.size(), size_t(1));
        QVERIFY(std::abs((asked[0].start - (lastHour().start + 15min)).count()) < 30'000);
        QVERIFY(std::abs((asked[0].end - (lastHour().start + 45min)).count()) < 30'000);
        QCOMPARE(activated.size(), 0);
        QTest::mouseClick(&map, Qt::LeftButton, {}, cellCentre(map, 3, 1).toPoint());
        QCOMPARE(asked.size(), size_t(1));
        QCOMPARE(activated.size(), 1);
        QTest::mouseDClick(&map, Qt::LeftButton, {}, from);
        QCOMPARE(reset.size(), 1);
    }

    void cellsAreMadeIntoAnImageOnce()
    {
        HeatMap map;
        map.resize(480, 270);
        map.setGrid(grid());
        map.grab();
        const int made = map.rasterCount();
        hover(map, cellCentre(map, 3, 1));
        map.grab();
        map.setCursor(lastHour().start + 5min);
        map.grab();
        QCOMPARE(map.rasterCount(), made);
        map.setGrid(grid());
        map.grab();
        QCOMPARE(map.rasterCount(), made + 1);
        map.resize(400, 270);
        map.grab();
        QCOMPARE(map.rasterCount(), made + 2);
        map.grabImage(2);
        QCOMPARE(map.rasterCount(), made + 3);
    }

    void manyMoreCellsThanPixelsKeepTheirPeak()
    {
        BucketGrid made;
        made.step = 1;
        made.buckets = {{0, 1, {}}, {1, 2, {}}};
        for (int column = 0; column < 8000; ++column) {
            made.times.push_back(toEpochSeconds(lastHour().start) + column);
            made.counts.insert(made.counts.end(), {1, column == 4321 ? 900.0 : 1.0});
        }
        HeatMap map;
        map.resize(300, 200);
        map.setLook(secondsLook());
        map.setGrid(made);
        const QColor peak = colorScheme(u"Blues"_qs, tokens()).at(1);
        QVERIFY(count(map.grabImage(), peak) > 20);
    }

    void aLogarithmicAxisSpacesByPowers()
    {
        HeatMap map;
        map.resize(480, 270);
        HeatMap::Look look = secondsLook();
        look.yScale = HeatMap::YScale::Logarithmic;
        map.setLook(look);
        BucketGrid made = grid();
        made.buckets = {{0.001, 0.01, {}}, {0.01, 0.1, {}}, {0.1, 1, {}}};
        for (double &value : made.counts)
            value = 5;
        map.setGrid(made);
        const QRectF plot = map.plotArea();
        for (int bucket = 0; bucket < 3; ++bucket) {
            hover(map, {plot.center().x(), plot.bottom() - (bucket + 0.5) * plot.height() / 3});
            QCOMPARE(map.currentItem() % 3, bucket);
        }
        look.yReversed = true;
        map.setLook(look);
        hover(map, {plot.center().x(), plot.top() + plot.height() / 6});
        QCOMPARE(map.currentItem() % 3, 0);
    }

    void namedBucketsAreReadOutByName()
    {
        BucketGrid made = grid();
        made.bounded = false;
        made.buckets = {{0, 1, u"fast"_qs}, {1, 2, u"slow"_qs}, {2, 3, u"dead"_qs}};
        HeatMap map;
        map.resize(480, 270);
        map.setGrid(made);
        hover(map, cellCentre(map, 4, 1));
        QVERIFY(map.readOutText().contains(u"bucket: slow"));
    }

    void spansHaveTheirOwnColours()
    {
        StateTimeline timeline;
        timeline.resize(600, 100);
        StateTimeline::Look look;
        look.rowHeight = 0.9;
        timeline.setLook(look);
        timeline.setRange(lastHour());
        const QColor green = namedColor(u"green"_qs, tokens());
        timeline.setRows({{u"a"_qs, {}, {span(0, 30, u"up"_qs, green)}}});
        const QImage image = timeline.grabImage();
        QVERIFY(count(image, green) > 10'000);
        QCOMPARE(count(image, tokens().healthy), 0);
    }

    void spansThatSayTheSameAreOne_data()
    {
        QTest::addColumn<bool>("merge");
        QTest::addColumn<int>("spans");
        QTest::newRow("merged") << true << 3;
        QTest::newRow("as they are") << false << 5;
    }
    void spansThatSayTheSameAreOne()
    {
        QFETCH(bool, merge);
        QFETCH(int, spans);
        StateTimeline timeline;
        timeline.resize(600, 100);
        StateTimeline::Look look;
        look.mergeEqual = merge;
        timeline.setLook(look);
        timeline.setRange(lastHour());
        const QColor green = namedColor(u"green"_qs, tokens());
        // The last one says the same, but not at once.
        timeline.setRows({{u"a"_qs, {}, {span(0, 10, u"up"_qs, green), span(10, 20, u"up"_qs, green), span(20, 30, u"down"_qs, tokens().critical), span(30, 40, u"down"_qs, tokens().critical), span(50, 60, u"down"_qs, tokens().critical)}}});
        timeline.setCurrentItem(0);
        QTest::keyClick(&timeline, Qt::Key_End);
        QCOMPARE(timeline.currentItem(), spans - 1);
        timeline.setCurrentItem(0);
        QVERIFY(timeline.readOutText().contains(merge ? u"20 min"_qs : u"10 min"_qs));
    }

    void aSpansValueStandsInItWhereItHasRoom_data()
    {
        QTest::addColumn<RowValues>("values");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("seen");
        QTest::newRow("room") << RowValues::Auto << 30 << true;
        QTest::newRow("no room") << RowValues::Auto << 1 << false;
        QTest::newRow("always") << RowValues::Always << 4 << true;
        QTest::newRow("never") << RowValues::Never << 30 << false;
    }
    void aSpansValueStandsInItWhereItHasRoom()
    {
        QFETCH(RowValues, values);
        QFETCH(int, minutes);
        QFETCH(bool, seen);
        StateTimeline timeline;
        timeline.resize(600, 60);
        StateTimeline::Look look;
        look.rowHeight = 0.9;
        look.values = values;
        timeline.setLook(look);
        timeline.setRange(lastHour());
        const QColor green = namedColor(u"green"_qs, tokens());
        timeline.setRows({{u"a"_qs, {}, {span(10, 10 + minutes, u"degraded"_qs, green)}}});
        QCOMPARE(count(timeline.grabImage(), textOn(green)) > 4, seen);
    }

    void theSpanUnderThePointerIsReadOut()
    {
        StateTimeline timeline;
        timeline.resize(600, 100);
        StateTimeline::Look look;
        look.rowHeight = 0.9;
        timeline.setLook(look);
        timeline.setRange(lastHour());
        timeline.setRows({{u"payment"_qs, {}, {span(0, 60, u"up"_qs, tokens().healthy)}}, {u"auth"_qs, {}, {span(0, 5, u"up"_qs, tokens().healthy), span(30, 60, u"down"_qs, tokens().critical)}}});
        hover(timeline, {500, 20});
        QVERIFY(timeline.readOutText().startsWith(u"payment\nup: 1 h"));
        hover(timeline, {500, 60});
        QVERIFY(timeline.readOutText().startsWith(u"auth\ndown: 30 min"));
        hover(timeline, {240, 60});
        QCOMPARE(timeline.currentItem(), -1);
        timeline.setCurrentItem(0);
        QTest::keyClick(&timeline, Qt::Key_Down);
        QCOMPARE(timeline.currentItem(), 2); // of the row below the span that is nearest in time
        QTest::keyClick(&timeline, Qt::Key_Up);
        QCOMPARE(timeline.currentItem(), 0);
    }

    void aLegendTellsWhatColoursMean()
    {
        StateTimeline timeline;
        timeline.resize(600, 120);
        timeline.setRange(lastHour());
        timeline.setRows({{u"a"_qs, {}, {}}});
        QCOMPARE(count(timeline.grabImage(), tokens().critical), 0);
        StateTimeline::Look look;
        look.legend = LegendPlace::Below;
        look.entries = {{tokens().critical, u"down"_qs, {}}};
        timeline.setLook(look);
        QVERIFY(count(timeline.grabImage(), tokens().critical) > 30);
    }

    void everySampleHasItsCellAndAGapHasNone()
    {
        StatusHistory history;
        history.resize(600, 80);
        std::vector<double> times;
        StatusHistory::Row row{u"a"_qs, {}};
        for (int at = 0; at < 10; ++at) {
            times.push_back(toEpochSeconds(lastHour().start) + 60 * at);
            row.cells.push_back(at == 5 ? StatusHistory::Cell{} : StatusHistory::Cell{tokens().critical, u"503"_qs});
        }
        history.setRows(times, {row});
        const int nine = count(history.grabImage(), tokens().critical);
        row.cells[5] = {tokens().critical, u"503"_qs};
        history.setRows(times, {row});
        const int ten = count(history.grabImage(), tokens().critical);
        QVERIFY(nine > 5000);
        QVERIFY(std::abs(nine * 10 - ten * 9) < ten / 2);
    }

    void aCellIsReadOutWithItsMoment()
    {
        StatusHistory history;
        history.resize(600, 80);
        const double start = toEpochSeconds(lastHour().start);
        history.setRows({start, start + 60, start + 120}, {{u"a"_qs, {{tokens().healthy, u"200"_qs}, {}, {tokens().critical, u"503"_qs}}}});
        QSignalSpy rows(&history, &StatusHistory::rowActivated);
        hover(history, {580, 20});
        QCOMPARE(history.currentItem(), 2);
        QVERIFY(history.readOutText().endsWith(u"a: 503"));
        hover(history, {310, 20});
        QCOMPARE(history.currentItem(), -1);
        history.setCurrentItem(0);
        QTest::keyClick(&history, Qt::Key_Right);
        QVERIFY(history.readOutText().endsWith(u"no sample"));
        QTest::mouseClick(&history, Qt::LeftButton, {}, QPoint(580, 20));
        QCOMPARE(rows.first().first().toInt(), 0);
    }

    void moreSamplesThanAreKeptLoseTheOldest()
    {
        StatusHistory history;
        history.resize(300, 60);
        std::vector<double> times;
        StatusHistory::Row row{u"a"_qs, {}};
        for (int at = 0; at < 6000; ++at) {
            times.push_back(at);
            row.cells.push_back({tokens().healthy, QString::number(at)});
        }
        history.setRows(times, {row});
        history.setCurrentItem(0);
        QVERIFY(history.readOutText().endsWith(u"a: 1000"));
        QVERIFY(count(history.grabImage(), tokens().healthy) > 1000);
    }
};

WATCHFLOOR_TEST(TestTimeRows)
#include "tst_timerows.moc"
