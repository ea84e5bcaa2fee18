#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/timechart.h"
#include "widgets/theme/applytheme.h"

#include <QGraphicsView>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

ChartSeries line(const QString &name, double level, int seed, int samples = 240)
{
    ChartSeries result;
    result.series = seriesOf(
        name, [=](double share) { return level * (1 + 0.25 * std::sin(share * 9 + seed) + 0.12 * noise(share, seed)); }, samples);
    result.name = name;
    return result;
}

std::vector<ChartSeries> three(int samples = 240)
{
    return {line(u"payment"_qs, 420, 1, samples), line(u"auth"_qs, 260, 2, samples), line(u"api-gateway"_qs, 140, 3, samples)};
}

template <typename Change>
std::vector<ChartSeries> with(std::vector<ChartSeries> lines, Change change)
{
    for (ChartSeries &one : lines)
        change(one);
    return lines;
}

struct Look
{
    const char *name;
    std::function<void(TimeChart &)> apply;
};

WallTime before(std::chrono::milliseconds ago)
{
    return lastHour().end - ago;
}

std::vector<Look> styleLooks()
{
    const auto style = [](auto change, int samples = 240) {
        return [=](TimeChart &chart) { chart.setSeries(with(three(samples), [&](ChartSeries &one) { change(one.style); })); };
    };
    return {
        {"thick", style([](SeriesStyle &s) { s.lineWidth = 4; })},
        {"area", style([](SeriesStyle &s) { s.fillOpacity = 0.2; })},
        {"opacity gradient", style([](SeriesStyle &s) { s.fillOpacity = 0.6; s.gradient = GradientMode::Opacity; })},
        {"hue gradient", style([](SeriesStyle &s) { s.fillOpacity = 0.5; s.gradient = GradientMode::Hue; })},
        {"scheme", [](TimeChart &chart) {
             chart.setSeries(with(three(), [](ChartSeries &one) {
                 const Theme &tokens = themeOf(nullptr);
                 one.style.gradient = GradientMode::Scheme;
                 one.style.fillOpacity = 0.15;
                 one.scheme = {{-std::numeric_limits<double>::infinity(), tokens.healthy}, {300, tokens.warning}, {450, tokens.critical}};
             }));
         }},
        {"blended scheme, dense", [](TimeChart &chart) {
             chart.setSeries(with(three(6'000), [](ChartSeries &one) {
                 const Theme &tokens = themeOf(nullptr);
                 one.style.gradient = GradientMode::Scheme;
                 one.scheme = {{100, tokens.healthy}, {300, tokens.warning}, {500, tokens.critical}};
                 one.blended = true;
             }));
         }},
        {"smooth", style([](SeriesStyle &s) { s.interpolation = LineInterpolation::Smooth; s.points = PointsShown::Always; }, 14)},
        {"step before", style([](SeriesStyle &s) { s.interpolation = LineInterpolation::StepBefore; }, 24)},
        {"step after", style([](SeriesStyle &s) { s.interpolation = LineInterpolation::StepAfter; s.fillOpacity = 0.15; }, 24)},
        {"dashes", style([](SeriesStyle &s) { s.dashes = {8, 4}; })},
        {"dots", style([](SeriesStyle &s) { s.dashes = {0, 6}; s.lineWidth = 3; }, 40)},
        {"points", style([](SeriesStyle &s) { s.draw = DrawStyle::Points; s.pointSize = 4; }, 60)},
        {"points, auto", style([](SeriesStyle &s) { s.points = PointsShown::Auto; }, 20)},
        {"dense points", style([](SeriesStyle &s) { s.draw = DrawStyle::Points; s.pointSize = 2; }, 4'000)},
        {"bars", style([](SeriesStyle &s) { s.draw = DrawStyle::Bars; s.fillOpacity = 0.6; s.stack = StackMode::Normal; }, 24)},
        {"dense bars", style([](SeriesStyle &s) { s.draw = DrawStyle::Bars; s.fillOpacity = 0.6; }, 3'000)},
        {"stacked", style([](SeriesStyle &s) { s.stack = StackMode::Normal; s.fillOpacity = 0.35; })},
        {"stacked to 100 %", style([](SeriesStyle &s) { s.stack = StackMode::Percent; s.fillOpacity = 0.35; })},
        {"stacked, dense", style([](SeriesStyle &s) { s.stack = StackMode::Normal; s.fillOpacity = 0.35; }, 8'000)},
        {"dense", style([](SeriesStyle &s) { s.fillOpacity = 0.15; s.gradient = GradientMode::Opacity; }, 11'000)},
        {"mirrored", [](TimeChart &chart) {
             auto lines = three();
             lines[1].style.negativeY = true;
             for (ChartSeries &one : lines)
                 one.style.fillOpacity = 0.2;
             chart.setSeries(lines);
         }},
        {"filled between", [](TimeChart &chart) {
             auto lines = three();
             lines[0].style.fillBelowTo = u"auth"_qs;
             lines[0].style.fillOpacity = 0.25;
             chart.setSeries(lines);
         }},
        {"last week", [](TimeChart &chart) {
             auto lines = three();
             lines.resize(1);
             ChartSeries week = line(u"payment"_qs, 380, 5);
             week.back = 7 * 24h;
             lines.push_back(week);
             chart.setSeries(lines);
         }},
        {"gaps", [](TimeChart &chart) {
             auto lines = three();
             for (ChartSeries &one : lines)
                 for (size_t at = 90; at < 120; ++at)
                     one.series.values[at] = at == 105 ? one.series.values[at] : noSample;
             lines[2].style.spanGapsBelow = std::numeric_limits<double>::infinity();
             chart.setSeries(lines);
         }},
    };
}

std::vector<Look> frameLooks()
{
    return {
        {"two axes", [](TimeChart &chart) {
             auto lines = three();
             for (double &value : lines[2].series.values)
                 value *= 40'000;
             lines[2].axis = AxisSide::Right;
             ChartAxis left;
             left.unit = Unit{u"reqps"_qs};
             left.label = u"requests"_qs;
             ChartAxis right;
             right.unit = Unit{u"bytes"_qs};
             right.label = u"memory"_qs;
             right.softMinimum = 0;
             chart.setAxis(AxisSide::Left, left);
             chart.setAxis(AxisSide::Right, right);
             chart.setSeries(lines);
         }},
        {"log 2", [](TimeChart &chart) {
             ChartAxis axis;
             axis.kind = AxisKind::Logarithmic;
             axis.base = 2;
             chart.setAxis(AxisSide::Left, axis);
         }},
        {"symlog", [](TimeChart &chart) {
             auto lines = three();
             for (size_t at = 0; at < lines.size(); ++at)
                 for (double &value : lines[at].series.values)
                     value = (value - 300) * std::pow(10.0, double(at));
             ChartAxis axis;
             axis.kind = AxisKind::Symlog;
             axis.linearThreshold = 10;
             chart.setAxis(AxisSide::Left, axis);
             chart.setSeries(lines);
         }},
        {"no axis", [](TimeChart &chart) {
             ChartAxis axis;
             axis.visible = false;
             axis.gridShown = false;
             chart.setAxis(AxisSide::Left, axis);
         }},
        {"thresholds", [](TimeChart &chart) {
             chart.setThresholds({{300, State::Warning, u"warn"_qs, true, true, true, false, false, 450.0, {}, AxisSide::Left},
                                  {450, State::Critical, u"limit"_qs, true, true, true, true, false, {}, {}, AxisSide::Left}});
         }},
        {"thresholds in per cent", [](TimeChart &chart) {
             chart.setThresholds({{80, State::Warning, u"80 %"_qs, true, true, true, true, true, {}, {}, AxisSide::Left}});
         }},
        {"exemplars", [](TimeChart &chart) {
             std::vector<ChartExemplar> exemplars;
             for (int at = 0; at < 18; ++at)
                 exemplars.push_back({toEpochSeconds(before(std::chrono::minutes(3 * at + 1))), 150 + 400 * noise(at / 18.0, 4), {}, {}, AxisSide::Left});
             chart.setExemplars(exemplars);
         }},
        {"regions", [](TimeChart &chart) {
             chart.setSpans({{before(40min), before(28min), State::Warning, u"maintenance"_qs, u"database moved to the other rack"_qs, {}},
                             {before(12min), before(4min), State::Critical, u"incident"_qs, {}, {}}});
             Mark mark;
             mark.kind = Mark::Kind::Deploy;
             mark.at = before(20min);
             mark.text = u"deploy 4f1c9ae"_qs;
             chart.setMarks({mark});
         }},
        {"legend at the right", [](TimeChart &chart) {
             chart.setLegendOptions({TimeChart::Legend::Table, TimeChart::Placement::Right, {{TimeChart::Figure::Mean, {}}, {TimeChart::Figure::Maximum, {}}}, 1, true, 0});
         }},
        {"legend table", [](TimeChart &chart) {
             std::vector<ChartSeries> lines;
             for (int at = 0; at < 12; ++at)
                 lines.push_back(line(QStringLiteral("instance-%1:9100").arg(at), 100 + 40 * at, at));
             for (ChartSeries &one : lines)
                 one.figures = {{double(one.series.size()), QString::number(one.series.size())}};
             chart.setLegendOptions({TimeChart::Legend::Table, TimeChart::Placement::Bottom,
                                     {{TimeChart::Figure::Last, {}}, {TimeChart::Figure::Minimum, {}}, {TimeChart::Figure::Maximum, {}}, {TimeChart::Figure::Mean, {}},
                                      {TimeChart::Figure::Sum, {}}, {TimeChart::Figure::Given, u"count"_qs}},
                                     3, true, 0});
             chart.setSeries(lines);
         }},
        {"legend list", [](TimeChart &chart) {
             std::vector<ChartSeries> lines;
             for (int at = 0; at < 40; ++at)
                 lines.push_back(line(QStringLiteral("pod-%1").arg(at), 100 + 10 * at, at));
             chart.setSeries(lines);
         }},
        {"right axis only", [](TimeChart &chart) {
             chart.setSeries(with(three(), [](ChartSeries &one) { one.axis = AxisSide::Right; }));
         }},
        {"fixed ends", [](TimeChart &chart) {
             ChartAxis axis;
             axis.minimum = 130;
             axis.maximum = 520;
             chart.setAxis(AxisSide::Left, axis);
         }},
        {"centred zero", [](TimeChart &chart) {
             ChartAxis axis;
             axis.centeredZero = true;
             chart.setAxis(AxisSide::Left, axis);
         }},
        {"hidden", [](TimeChart &chart) { chart.setHidden({u"payment"_qs}); }},
        {"isolated", [](TimeChart &chart) { chart.setIsolated(1); }},
    };
}

} // namespace

/// Each look of the time chart changes the picture, dark and light. With WATCHFLOOR_GALLERY set to a folder the pictures are kept.
class TestTimeChartLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void everyLookIsSeen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("styles");
        QTest::newRow("styles, dark") << true << true;
        QTest::newRow("styles, light") << false << true;
        QTest::newRow("frames, dark") << true << false;
        QTest::newRow("frames, light") << false << false;
    }
    void everyLookIsSeen()
    {
        QFETCH(bool, dark);
        QFETCH(bool, styles);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
        constexpr QSize size(420, 240);
        constexpr int perRow = 4;
        const std::vector<Look> looks = styles ? styleLooks() : frameLooks();
        const int rows = (int(looks.size()) + perRow - 1) / perRow;
        QImage sheet(QSize(perRow * (size.width() + 16), rows * (size.height() + 34)), QImage::Format_ARGB32_Premultiplied);
        sheet.fill(themeOf(nullptr).surface);
        QPainter painter(&sheet);
        painter.setPen(themeOf(nullptr).text);
        const QImage plain = picture(size, {});
        int at = 0;
        for (const Look &look : looks) {
            const QImage image = picture(size, look.apply);
            QVERIFY2(image != plain, look.name);
            const QPoint corner(at % perRow * (size.width() + 16) + 8, at / perRow * (size.height() + 34) + 26);
            painter.drawText(corner - QPoint(0, 8), QString::fromLatin1(look.name));
            painter.drawImage(corner, image);
            ++at;
        }
        painter.end();
        QVERIFY(keepPicture(sheet, (styles ? u"chart-styles-"_qs : u"chart-frames-"_qs) + (dark ? u"dark"_qs : u"light"_qs)));
    }

    void theSvgHasEverythingAsVectors_data()
    {
        QTest::addColumn<int>("samples");
        QTest::newRow("few samples") << 60;
        QTest::newRow("many samples") << 12'000;
    }
    void theSvgHasEverythingAsVectors()
    {
        QFETCH(int, samples);
        applyTheme(*qApp, ThemeMode::Dark);
        TimeChart chart;
        chart.resize(420, 240);
        chart.setRange(lastHour());
        auto lines = three(samples);
        lines[0].style.fillOpacity = 0.3;
        chart.setSeries(lines);
        chart.setThresholds({{300, State::Warning, u"warn & more"_qs}});
        const QByteArray svg = chart.svg();
        QVERIFY(svg.startsWith("<?xml"));
        QVERIFY(!svg.contains("<image"));
        QVERIFY(svg.count("<poly") + svg.count("<path") > 6);
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QImage drawn(chart.size(), QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        const double difference = meanDifference(drawn, chart.grabImage());
        QVERIFY2(difference < 5, qPrintable(QString::number(difference)));
        const QString folder = qEnvironmentVariable("WATCHFLOOR_GALLERY");
        if (!folder.isEmpty()) {
            QFile file(folder + QStringLiteral("/chart-%1.svg").arg(samples));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(svg);
        }
        // The picture on the screen stays what it was.
        const QImage before = chart.grabImage();
        chart.svg();
        QCOMPARE(chart.grabImage(), before);
    }

    /// On fine pixels everything is where it was, only sharper.
    void finePixelsShowTheSame()
    {
        applyTheme(*qApp, ThemeMode::Dark);
        TimeChart chart;
        chart.resize(420, 240);
        chart.setRange(lastHour());
        auto lines = three();
        lines[0].style.fillOpacity = 0.4;
        chart.setSeries(lines);
        chart.setThresholds({{300, State::Warning, u"warn"_qs}});
        const QImage plain = chart.grabImage();
        QImage fine = chart.grabImage(2);
        fine.setDevicePixelRatio(1);
        const double difference = meanDifference(fine.scaled(plain.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation), plain);
        QVERIFY2(difference < 4, qPrintable(QString::number(difference)));
        QVERIFY(keepPicture(fine, u"chart-fine"_qs));
    }

    void theHoverBoxIsDrawn()
    {
        applyTheme(*qApp, ThemeMode::Dark);
        QImage sheet(QSize(3 * 440, 260), QImage::Format_ARGB32_Premultiplied);
        sheet.fill(themeOf(nullptr).surface);
        QPainter painter(&sheet);
        for (int at = 0; at < 3; ++at) {
            TimeChart chart;
            chart.resize(420, 240);
            chart.setRange(lastHour());
            chart.setSeries(three());
            chart.setSynchronous(true);
            chart.setTooltip(at == 1 ? TimeChart::Tooltip::Single : TimeChart::Tooltip::All, TimeChart::TooltipOrder::Descending);
            Mark mark;
            mark.kind = Mark::Kind::Deploy;
            mark.at = before(30min);
            mark.text = u"4f1c9ae deployed"_qs;
            mark.service = u"payment"_qs;
            mark.actor = u"ci"_qs;
            chart.setMarks({mark});
            chart.setSpans({{before(40min), before(20min), State::Warning, u"maintenance"_qs, u"rack 12 moved"_qs, {}}});
            chart.setExemplars({{toEpochSeconds(before(10min)), 350, Labels{{u"trace_id"_qs, u"4bf92f3577b34da6a3ce929d0e0e4736"_qs}, {u"span_id"_qs, u"00f067aa0ba902b7"_qs}}, {}, AxisSide::Left}});
            chart.show();
            const QImage plain = chart.grabImage();
            const QRectF plot = chart.plotArea();
            QPointF place(plot.left() + plot.width() * 0.5 - 2, plot.center().y());
            if (at == 2)
                place = exemplarPlace(chart);
            QMouseEvent move(QEvent::MouseMove, place, place, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(chart.findChild<QGraphicsView *>()->viewport(), &move);
            const QImage hovered = chart.grabImage();
            QVERIFY(hovered != plain);
            painter.drawImage(at * 440 + 10, 10, hovered);
        }
        painter.end();
        QVERIFY(keepPicture(sheet, u"chart-hover"_qs));
    }

private:
    /// Of a channel of 255.
    static double meanDifference(const QImage &a, const QImage &b)
    {
        double sum = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                const QRgb first = a.pixel(x, y);
                const QRgb second = b.pixel(x, y);
                sum += std::abs(qRed(first) - qRed(second)) + std::abs(qGreen(first) - qGreen(second)) + std::abs(qBlue(first) - qBlue(second));
            }
        }
        return sum / 3 / a.width() / a.height();
    }

    /// Where a diamond is: the accent's colour nowhere else in the plot.
    static QPointF exemplarPlace(TimeChart &chart)
    {
        const QImage image = chart.grabImage();
        const QRect plot = chart.plotArea().toRect();
        for (int y = plot.top(); y < plot.bottom(); ++y)
            for (int x = plot.left(); x < plot.right(); ++x)
                if (image.pixel(x, y) == themeOf(nullptr).accent.rgb() && image.pixel(x, y + 1) == themeOf(nullptr).accent.rgb() && image.pixel(x, y + 2) == themeOf(nullptr).accent.rgb())
                    return {double(x), double(y) + 2};
        return {};
    }

    static QImage picture(QSize size, const std::function<void(TimeChart &)> &look)
    {
        TimeChart chart;
        chart.resize(size);
        chart.setRange(lastHour());
        chart.setUnit(Unit{u"ms"_qs});
        chart.setSeries(three());
        if (look)
            look(chart);
        return chart.grabImage();
    }
};

WATCHFLOOR_TEST(TestTimeChartLooks)
#include "tst_timechartlooks.moc"
