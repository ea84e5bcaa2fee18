#include "models/core/format.h"
#include "models/frames/buckets.h"
#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/bargauge.h"
#include "widgets/charts/columnchart.h"
#include "widgets/charts/gauge.h"
#include "widgets/charts/heatmap.h"
#include "widgets/charts/histogramchart.h"
#include "widgets/charts/piechart.h"
#include "widgets/charts/statetimeline.h"
#include "widgets/charts/statgrid.h"
#include "widgets/charts/statushistory.h"
#include "widgets/theme/applytheme.h"
#include "widgets/theme/namedcolors.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

const QStringList services{u"payment"_qs, u"api-gateway"_qs, u"auth"_qs, u"ecommerce"_qs, u"hotel"_qs, u"taxi"_qs, u"redis"_qs, u"postgres"_qs};

QColor named(const char *name)
{
    return namedColor(QString::fromUtf8(name), themeOf(nullptr));
}

ValueSteps steps()
{
    return {{-std::numeric_limits<double>::infinity(), named("green")}, {70, named("yellow")}, {90, named("red")}};
}

/// Latencies that rise after a deploy, as `le` buckets.
BucketGrid latencies(int samples = 120)
{
    const std::vector<double> bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, std::numeric_limits<double>::infinity()};
    std::vector<Series> all;
    for (const double bound : bounds) {
        Series series = seriesOf(u"payment"_qs, [bound](double share) {
            const double middle = share > 0.85 ? -0.6 : -2.2 + 0.3 * std::sin(share * 9);
            const double spread = share > 0.85 ? 0.9 : 0.5 + 0.2 * noise(share, 3);
            const double at = std::isinf(bound) ? 9 : (std::log(bound) / 2.3 - middle / 2.3 * 2.0) / spread;
            return (900 + 300 * noise(share, 2)) / (1 + std::exp(-2.2 * at));
        }, samples);
        series.labels = Labels{{u"le"_qs, std::isinf(bound) ? u"+Inf"_qs : QString::number(bound)}};
        all.push_back(std::move(series));
    }
    return classicBuckets(all);
}

std::unique_ptr<ChartWidget> heatMap(HeatMap::YScale scale = HeatMap::YScale::Buckets)
{
    auto map = std::make_unique<HeatMap>();
    HeatMap::Look look;
    look.unit = Unit{u"s"_qs};
    look.countUnit = Unit{u"reqps"_qs};
    look.yScale = scale;
    look.scheme = scale == HeatMap::YScale::Buckets ? u"Spectral"_qs : u"Oranges"_qs;
    map->setLook(look);
    map->setGrid(latencies());
    return map;
}

std::unique_ptr<ChartWidget> nativeHeatMap()
{
    Series series;
    series.times = std::make_shared<std::vector<double>>();
    for (int at = 0; at < 240; ++at) {
        HistogramPoint point;
        point.time = toEpochSeconds(lastHour().start) + at * 15;
        for (int bucket = -32; bucket < 8; ++bucket) {
            const double middle = -14 + 6 * std::sin(at * 0.03) + (at > 200 ? 9 : 0);
            const double count = std::floor(60 * std::exp(-std::pow((bucket - middle) / 5, 2)) * (0.6 + 0.8 * noise(at / 240.0, bucket + 50)));
            if (count > 0)
                point.histogram.buckets.push_back({HistogramBucket::Boundaries::OpenLeft, std::pow(2, bucket / 4.0), std::pow(2, (bucket + 1) / 4.0), count});
        }
        series.histograms.push_back(std::move(point));
    }
    auto map = std::make_unique<HeatMap>();
    HeatMap::Look look;
    look.unit = Unit{u"s"_qs};
    look.yScale = HeatMap::YScale::Logarithmic;
    look.scheme = u"Viridis"_qs;
    map->setLook(look);
    map->setGrid(nativeBuckets(std::span(&series, 1)));
    return map;
}

std::unique_ptr<ChartWidget> histogram(int count)
{
    std::vector<std::vector<double>> values(static_cast<size_t>(count));
    std::vector<HistogramChart::Series> series;
    for (int at = 0; at < count; ++at) {
        for (int sample = 0; sample < 600; ++sample)
            values[size_t(at)].push_back(0.2 + 0.12 * at + 0.08 * (noise(sample / 600.0, at) + noise(sample / 600.0, at + 7) + noise(sample / 600.0, at + 19)));
        series.push_back({services[at], {}, {}});
    }
    const Histogram made = histogramOf(values);
    for (size_t at = 0; at < series.size(); ++at)
        series[at].counts = made.counts[at];
    auto chart = std::make_unique<HistogramChart>();
    HistogramChart::Look look;
    look.unit = Unit{u"s"_qs};
    chart->setLook(look);
    chart->setBuckets(made.edges, series);
    return chart;
}

std::unique_ptr<ChartWidget> pie(bool donut)
{
    auto chart = std::make_unique<PieChart>();
    PieChart::Look look;
    look.donut = donut;
    look.names = !donut;
    look.legend = donut ? LegendPlace::Below : LegendPlace::Right;
    look.unit = Unit{u"reqps"_qs};
    chart->setLook(look);
    std::vector<PieChart::Slice> slices;
    const std::vector<double> values{4080, 2350, 1910, 1240, 212, 11, 7, 9};
    for (size_t at = 0; at < values.size(); ++at)
        slices.push_back({services[qsizetype(at)], values[at], {}, {}});
    if (donut)
        slices.push_back({u"mail"_qs, noSample, {}, {}});
    chart->setSlices(slices);
    return chart;
}

std::unique_ptr<ChartWidget> barGauge(BarGauge::Style style, Qt::Orientation orientation = Qt::Horizontal)
{
    auto chart = std::make_unique<BarGauge>();
    BarGauge::Look look;
    look.style = style;
    look.orientation = orientation;
    look.unit = Unit{u"percent"_qs};
    look.minimum = 0;
    look.maximum = 100;
    chart->setLook(look);
    std::vector<BarGauge::Bar> bars;
    const std::vector<double> values{42.3, 97.1, 81, 12.5, 66, noSample};
    for (size_t at = 0; at < values.size(); ++at) {
        BarGauge::Bar bar;
        bar.name = services[qsizetype(at)];
        bar.value = values[at];
        bar.steps = steps();
        bar.state = std::isnan(values[at]) ? State::Blind : State::Healthy;
        bars.push_back(bar);
    }
    chart->setBars(bars);
    return chart;
}

std::unique_ptr<ChartWidget> columns(ColumnChart::Stacking stacking, Qt::Orientation orientation, int categories)
{
    auto chart = std::make_unique<ColumnChart>();
    ColumnChart::Look look;
    look.orientation = orientation;
    look.stacking = stacking;
    look.unit = Unit{u"reqps"_qs};
    if (stacking == ColumnChart::Stacking::None)
        look.thresholds.push_back({.value = 1000, .state = State::Warning, .label = u"limit 1 k"_qs});
    chart->setLook(look);
    QStringList names;
    std::vector<ColumnChart::Series> series{{u"2xx"_qs, {}, named("green"), {}}, {u"4xx"_qs, {}, named("yellow"), {}}, {u"5xx"_qs, {}, named("red"), {}}};
    for (int at = 0; at < categories; ++at) {
        names << (at < services.size() ? services[at] : u"worker-%1"_qs.arg(at));
        series[0].values.push_back(900 + 400 * noise(at / 10.0, 1));
        series[1].values.push_back(300 * noise(at / 10.0, 2));
        series[2].values.push_back(at == 2 ? noSample : 200 * noise(at / 10.0, 3));
    }
    chart->setData(names, series);
    return chart;
}

std::unique_ptr<ChartWidget> gauges(int count)
{
    auto chart = std::make_unique<GaugeWidget>();
    GaugeWidget::Look look;
    look.labels = count == 1;
    look.unit = Unit{u"percent"_qs};
    look.decimals = 1;
    chart->setLook(look);
    std::vector<GaugeWidget::Gauge> all;
    const std::vector<double> values{78.4, 42, 97, 12.5, 66, 5};
    for (int at = 0; at < count; ++at) {
        GaugeWidget::Gauge gauge;
        gauge.name = services[at];
        gauge.value = values[size_t(at)];
        gauge.maximum = 100;
        gauge.steps = steps();
        all.push_back(gauge);
    }
    chart->setGauges(all);
    return chart;
}

std::unique_ptr<ChartWidget> stats(int count, StatGrid::ColorMode mode, bool graph)
{
    auto chart = std::make_unique<StatGrid>();
    StatGrid::Look look;
    look.colorMode = mode;
    look.graph = graph;
    chart->setLook(look);
    std::vector<StatGrid::Stat> all;
    const std::vector<std::pair<double, const char *>> values{{9840, "reqps"}, {0.0074, "percentunit"}, {0.486, "s"}, {312, "short"}, {0.912, "percentunit"}, {1204, "short"}};
    for (int at = 0; at < count; ++at) {
        StatGrid::Stat stat;
        stat.name = services[at];
        stat.shown = quantity(values[size_t(at)].first, Unit{QString::fromLatin1(values[size_t(at)].second)});
        stat.color = named(at == 1 ? "semi-dark-orange" : at == 3 ? "dark-red" : "green");
        stat.state = at == 4 ? State::Stale : State::Healthy;
        for (int sample = 0; sample < 60; ++sample)
            stat.line.push_back(10 + 4 * noise(sample / 60.0, at));
        stat.change = at == 0 ? std::optional(0.12) : std::nullopt;
        all.push_back(stat);
    }
    chart->setStats(all);
    return chart;
}

std::unique_ptr<ChartWidget> timeline()
{
    auto chart = std::make_unique<StateTimeline>();
    StateTimeline::Look look;
    look.values = RowValues::Auto;
    look.rowHeight = 0.9;
    look.mergeEqual = true;
    look.legend = LegendPlace::Below;
    look.entries = {{named("green"), u"up"_qs, {}}, {named("orange"), u"degraded"_qs, {}}, {named("red"), u"down"_qs, {}}};
    chart->setLook(look);
    chart->setRange(lastHour());
    std::vector<StateTimeline::Row> rows;
    for (int at = 0; at < 6; ++at) {
        StateTimeline::Row row{services[at], {}, {}};
        for (int minute = 0; minute < 60; ++minute) {
            const double dice = noise(minute / 13 / 5.0, at + 3);
            const int entry = dice > 0.86 ? 2 : dice > 0.66 ? 1 : 0;
            if (at == 4 && minute > 20 && minute < 30)
                continue;
            row.spans.push_back({lastHour().start + std::chrono::minutes(minute), lastHour().start + std::chrono::minutes(minute + 1), State::Healthy,
                                 StateTimeline::Fill::Solid, look.entries[size_t(entry)].name, look.entries[size_t(entry)].color});
        }
        rows.push_back(row);
    }
    chart->setRows(rows);
    return chart;
}

std::unique_ptr<ChartWidget> history()
{
    auto chart = std::make_unique<StatusHistory>();
    StatusHistory::Look look;
    look.entries = {{named("green"), u"200"_qs, {}}, {named("orange"), u"429"_qs, {}}, {named("red"), u"503"_qs, {}}};
    chart->setLook(look);
    std::vector<double> times;
    std::vector<StatusHistory::Row> rows;
    for (int at = 0; at < 24; ++at)
        times.push_back(toEpochSeconds(lastHour().start) + at * 150);
    for (int row = 0; row < 5; ++row) {
        StatusHistory::Row one{services[row], {}};
        for (int at = 0; at < 24; ++at) {
            const double dice = noise(at / 24.0, row + 11);
            const size_t entry = dice > 0.93 ? 2 : dice > 0.85 ? 1 : 0;
            one.cells.push_back(row == 3 && at > 14 && at < 18 ? StatusHistory::Cell{} : StatusHistory::Cell{look.entries[entry].color, look.entries[entry].name});
        }
        rows.push_back(one);
    }
    chart->setRows(times, rows);
    return chart;
}

struct Piece
{
    const char *name;
    std::unique_ptr<ChartWidget> (*make)();
    bool several = true; ///< items
};
const std::vector<Piece> pieces{
    {"heatmap", [] { return heatMap(); }},
    {"heatmap-log", [] { return heatMap(HeatMap::YScale::Logarithmic); }},
    {"heatmap-native", nativeHeatMap},
    {"histogram", [] { return histogram(1); }},
    {"histogram-three", [] { return histogram(3); }},
    {"pie", [] { return pie(false); }},
    {"donut", [] { return pie(true); }},
    {"bargauge", [] { return barGauge(BarGauge::Style::Gradient); }},
    {"bargauge-basic", [] { return barGauge(BarGauge::Style::Basic); }},
    {"bargauge-lcd", [] { return barGauge(BarGauge::Style::Segments); }},
    {"bargauge-plain", [] { return barGauge(BarGauge::Style::Plain); }},
    {"bargauge-upright", [] { return barGauge(BarGauge::Style::Gradient, Qt::Vertical); }},
    {"bargauge-lcd-upright", [] { return barGauge(BarGauge::Style::Segments, Qt::Vertical); }},
    {"columns", [] { return columns(ColumnChart::Stacking::None, Qt::Vertical, 6); }},
    {"columns-stacked", [] { return columns(ColumnChart::Stacking::Normal, Qt::Vertical, 24); }},
    {"columns-percent", [] { return columns(ColumnChart::Stacking::Percent, Qt::Horizontal, 6); }},
    {"gauge", [] { return gauges(1); }, false},
    {"gauges", [] { return gauges(6); }},
    {"stat", [] { return stats(1, StatGrid::ColorMode::Value, true); }, false},
    {"stat-plain", [] { return stats(1, StatGrid::ColorMode::Value, false); }, false},
    {"stats", [] { return stats(6, StatGrid::ColorMode::Value, true); }},
    {"stats-background", [] { return stats(6, StatGrid::ColorMode::Background, true); }},
    {"timeline", timeline},
    {"history", history},
};

} // namespace

/// Every chart of a panel in three sizes and both modes. With WATCHFLOOR_GALLERY set to a folder the pictures are kept for the eye.
class TestPanelGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void everyChartDrawsInAllSizes_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::addColumn<QSize>("size");
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light})
            for (const QSize size : {QSize(200, 120), QSize(480, 270), QSize(960, 480)})
                QTest::addRow("%s %d", mode == ThemeMode::Dark ? "dark" : "light", size.width()) << mode << size;
    }
    void everyChartDrawsInAllSizes()
    {
        QFETCH(ThemeMode, mode);
        QFETCH(QSize, size);
        applyTheme(*qApp, mode);
        const Theme &colors = theme(mode);
        constexpr int across = 4;
        const int rows = (int(pieces.size()) + across - 1) / across;
        constexpr int gap = 16;
        QImage sheet(across * (size.width() + gap) + gap, rows * (size.height() + gap) + gap, QImage::Format_RGB32);
        sheet.fill(colors.window);
        QPainter painter(&sheet);
        for (size_t at = 0; at < pieces.size(); ++at) {
            const auto chart = pieces[at].make();
            chart->resize(size);
            const QImage image = chart->grabImage();
            int drawn = 0;
            for (int y = 0; y < image.height(); y += 2)
                for (int x = 0; x < image.width(); x += 2)
                    drawn += image.pixelColor(x, y) != colors.surface;
            QVERIFY2(drawn > image.width() * image.height() / 800, pieces[at].name);
            const QPoint place(gap + int(at) % across * (size.width() + gap), gap + int(at) / across * (size.height() + gap));
            painter.fillRect(QRect(place, size).adjusted(-6, -6, 6, 6), colors.surface);
            painter.drawImage(place, image);
        }
        painter.end();
        QVERIFY(keepPicture(sheet, u"panels-%1-%2"_qs.arg(mode == ThemeMode::Dark ? u"dark"_qs : u"light"_qs).arg(size.width())));
    }

    void everyChartReadsOutWhatIsCurrent_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("dark") << ThemeMode::Dark;
        QTest::newRow("light") << ThemeMode::Light;
    }
    void everyChartReadsOutWhatIsCurrent()
    {
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        const QSize size(360, 200);
        QImage sheet(4 * (size.width() + 16) + 16, int(pieces.size() + 3) / 4 * (size.height() + 16) + 16, QImage::Format_RGB32);
        sheet.fill(theme(mode).window);
        QPainter painter(&sheet);
        for (size_t at = 0; at < pieces.size(); ++at) {
            const auto chart = pieces[at].make();
            chart->resize(size);
            const QImage before = chart->grab().toImage();
            chart->setCurrentItem(0);
            chart->setCurrentItem(pieces[at].several ? 1 : 0);
            QVERIFY2(!chart->readOutText().isEmpty(), pieces[at].name);
            const QImage after = chart->grab().toImage();
            QVERIFY2(before != after, pieces[at].name);
            painter.drawImage(QPoint(16 + int(at) % 4 * (size.width() + 16), 16 + int(at) / 4 * (size.height() + 16)), after);
        }
        painter.end();
        QVERIFY(keepPicture(sheet, u"readouts-%1"_qs.arg(mode == ThemeMode::Dark ? u"dark"_qs : u"light"_qs)));
    }

    void everyChartBecomesAnSvgOfTheSameLook_data()
    {
        QTest::addColumn<int>("piece");
        for (size_t at = 0; at < pieces.size(); ++at)
            QTest::newRow(pieces[at].name) << int(at);
    }
    void everyChartBecomesAnSvgOfTheSameLook()
    {
        QFETCH(int, piece);
        applyTheme(*qApp, ThemeMode::Light);
        const auto chart = pieces[size_t(piece)].make();
        chart->resize(480, 270);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(chart->size());
        generator.setViewBox(chart->rect());
        QPainter painter(&generator);
        chart->paint(painter, chart->rect());
        painter.end();
        QSvgRenderer renderer(buffer.data());
        QVERIFY(renderer.isValid());
        QImage fromSvg(chart->size(), QImage::Format_ARGB32_Premultiplied);
        fromSvg.fill(theme(ThemeMode::Light).surface);
        QPainter again(&fromSvg);
        renderer.render(&again, QRectF(chart->rect()));
        again.end();
        const QImage direct = chart->grabImage();
        int far = 0;
        for (int y = 0; y < direct.height(); ++y)
            for (int x = 0; x < direct.width(); ++x)
                far += std::abs(qGray(direct.pixel(x, y)) - qGray(fromSvg.pixel(x, y))) > 90;
        QVERIFY2(far < direct.width() * direct.height() / 25, qPrintable(QString::number(far)));
        QVERIFY(keepPicture(fromSvg, u"svg-%1"_qs.arg(QString::fromLatin1(pieces[size_t(piece)].name))));
    }

    void noSizeIsTooSmall_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(12, 400), QSize(400, 12), QSize(60, 30), QSize(120, 80)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    void noSizeIsTooSmall()
    {
        QFETCH(QSize, size);
        for (const Piece &piece : pieces) {
            const auto chart = piece.make();
            chart->resize(size);
            chart->setCurrentItem(0);
            chart->setState(State::Stale, u"38 s old"_qs);
            QCOMPARE(chart->grab().size(), size);
            for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_End, Qt::Key_Up, Qt::Key_Left})
                QTest::keyClick(chart.get(), key);
            QTest::mouseMove(chart.get(), chart->rect().center());
            QTest::mouseClick(chart.get(), Qt::LeftButton, {}, chart->rect().center());
            QVERIFY2(chart->minimumSizeHint().width() <= chart->sizeHint().width(), piece.name);
        }
    }

    void numbersBeyondAllBoundsStillDraw_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("NaN") << noSample;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("minus infinity") << -std::numeric_limits<double>::infinity();
        QTest::newRow("greatest") << std::numeric_limits<double>::max();
        QTest::newRow("least") << -std::numeric_limits<double>::max();
        QTest::newRow("smallest") << std::numeric_limits<double>::denorm_min();
        QTest::newRow("zero") << 0.0;
    }
    void numbersBeyondAllBoundsStillDraw()
    {
        QFETCH(double, value);
        std::vector<std::unique_ptr<ChartWidget>> all;
        auto bars = std::make_unique<BarGauge>();
        bars->setBars({{u"a"_qs, value}, {u"b"_qs, 1}});
        all.push_back(std::move(bars));
        auto pie = std::make_unique<PieChart>();
        pie->setSlices({{u"a"_qs, value, {}, {}}, {u"b"_qs, 1, {}, {}}});
        all.push_back(std::move(pie));
        for (const ColumnChart::Stacking stacking : {ColumnChart::Stacking::None, ColumnChart::Stacking::Normal, ColumnChart::Stacking::Percent}) {
            auto chart = std::make_unique<ColumnChart>();
            ColumnChart::Look look;
            look.stacking = stacking;
            chart->setLook(look);
            chart->setData({u"a"_qs, u"b"_qs}, {{u"x"_qs, {value, 1}}, {u"y"_qs, {1, value}}});
            all.push_back(std::move(chart));
        }
        auto gauge = std::make_unique<GaugeWidget>();
        GaugeWidget::Gauge one;
        one.value = value;
        one.minimum = value;
        one.maximum = value;
        gauge->setGauges({one});
        all.push_back(std::move(gauge));
        auto counts = std::make_unique<HistogramChart>();
        counts->setBuckets({0, 1, 2}, {{u"x"_qs, {}, {value, 1}}});
        all.push_back(std::move(counts));
        for (const HeatMap::YScale scale : {HeatMap::YScale::Buckets, HeatMap::YScale::Linear, HeatMap::YScale::Logarithmic}) {
            auto map = std::make_unique<HeatMap>();
            HeatMap::Look look;
            look.yScale = scale;
            map->setLook(look);
            BucketGrid grid;
            grid.step = 60;
            grid.times = {60, 120};
            grid.buckets = {{-std::numeric_limits<double>::infinity(), 1, {}}, {1, std::numeric_limits<double>::infinity(), {}}};
            grid.counts = {value, 1, 2, value};
            map->setGrid(grid);
            all.push_back(std::move(map));
        }
        auto figures = std::make_unique<StatGrid>();
        StatGrid::Stat stat;
        stat.shown = quantity(value, {});
        stat.line = {value, 1, value, 2, 3};
        stat.change = value;
        figures->setStats({stat, stat});
        all.push_back(std::move(figures));
        for (const auto &chart : all) {
            chart->resize(300, 180);
            chart->setCurrentItem(0);
            QVERIFY(!chart->grab().isNull());
        }
    }

    void whatIsNotNowIsHatchedOnSvgToo()
    {
        const auto svgOf = [](ChartWidget &chart) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            QSvgGenerator generator;
            generator.setOutputDevice(&buffer);
            generator.setSize(chart.size());
            QPainter painter(&generator);
            chart.paint(painter, chart.rect());
            painter.end();
            return buffer.data().size();
        };
        const auto chart = histogram(1);
        chart->resize(480, 270);
        const qsizetype now = svgOf(*chart);
        chart->setState(State::Blind);
        QVERIFY(svgOf(*chart) > now + 4000);
    }
};

WATCHFLOOR_TEST(TestPanelGallery)
#include "tst_panelgallery.moc"
