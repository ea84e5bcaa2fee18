#pragma once

#include "models/frames/buckets.h"
#include "tests/widgets_charts/chartdata.h"
#include "tests/widgets_charts/chartlooks.h"
#include "widgets/charts/bargauge.h"
#include "widgets/charts/columnchart.h"
#include "widgets/charts/gauge.h"
#include "widgets/charts/heatmap.h"
#include "widgets/charts/histogramchart.h"
#include "widgets/charts/piechart.h"
#include "widgets/charts/statetimeline.h"
#include "widgets/charts/statgrid.h"
#include "widgets/charts/statushistory.h"

namespace Watchfloor::Testing {

using namespace std::chrono_literals;

inline const QStringList services{u"payment"_qs, u"api-gateway"_qs, u"auth"_qs, u"ecommerce"_qs, u"hotel"_qs, u"taxi"_qs, u"redis"_qs, u"postgres"_qs};

/// Latencies that rise after a deploy, as `le` buckets.
inline BucketGrid latencies(int samples = 120)
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

inline std::unique_ptr<ChartWidget> heatMap(HeatMap::YScale scale = HeatMap::YScale::Buckets)
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

inline std::unique_ptr<ChartWidget> nativeHeatMap()
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

inline std::unique_ptr<ChartWidget> histogram(int count)
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

inline std::unique_ptr<ChartWidget> pie(bool donut)
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

inline std::unique_ptr<ChartWidget> barGauge(BarGauge::Style style, Qt::Orientation orientation = Qt::Horizontal)
{
    auto chart = std::make_unique<BarGauge>();
    chart->setLook(percentLook(style, orientation));
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

inline std::unique_ptr<ChartWidget> columns(ColumnChart::Stacking stacking, Qt::Orientation orientation, int categories)
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

inline std::unique_ptr<ChartWidget> gauges(int count)
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

inline std::unique_ptr<ChartWidget> stats(int count, StatGrid::ColorMode mode, bool graph)
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

inline std::unique_ptr<ChartWidget> timeline()
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

inline std::unique_ptr<ChartWidget> history()
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

/// A chart of each kind, filled as a panel fills it.
struct Piece
{
    const char *name;
    std::unique_ptr<ChartWidget> (*make)();
    bool several = true; ///< items
};
inline const std::vector<Piece> pieces{
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

} // namespace Watchfloor::Testing
