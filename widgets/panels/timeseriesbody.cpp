#include "widgets/panels/timeseriesbody.h"

#include "models/core/format.h"
#include "models/frames/reducer.h"
#include "widgets/charts/crosshairgroup.h"
#include "widgets/panels/fieldlook.h"

#include <unordered_map>

namespace Watchfloor {

namespace {

constexpr size_t drawnSeries = 1'000;

std::optional<TimeChart::Figure> figureOf(const QString &calculation)
{
    static const std::map<QString, TimeChart::Figure> known{{QStringLiteral("lastNotNull"), TimeChart::Figure::Last},
                                                            {QStringLiteral("min"), TimeChart::Figure::Minimum},
                                                            {QStringLiteral("max"), TimeChart::Figure::Maximum},
                                                            {QStringLiteral("mean"), TimeChart::Figure::Mean},
                                                            {QStringLiteral("sum"), TimeChart::Figure::Sum}};
    const auto found = known.find(calculation);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

/// The axes of a chart: the first unit is read at the left, any other at the right, unless a field says where.
class Axes
{
public:
    AxisSide sideOf(const Field &field)
    {
        AxisSide side = AxisSide::Left;
        switch (field.config.style.axis) {
        case AxisPlacement::Left:
            break;
        case AxisPlacement::Right:
            side = AxisSide::Right;
            break;
        case AxisPlacement::Hidden:
            side = AxisSide::Hidden;
            break;
        case AxisPlacement::Auto:
            if (!m_unit)
                m_unit = field.config.unit.id;
            side = *m_unit == field.config.unit.id ? AxisSide::Left : AxisSide::Right;
            break;
        }
        m_axes.try_emplace(side, axisOf(field));
        return side;
    }
    void applyTo(TimeChart &chart) const
    {
        for (const AxisSide side : {AxisSide::Left, AxisSide::Right, AxisSide::Hidden})
            if (const auto found = m_axes.find(side); found != m_axes.end())
                chart.setAxis(side, found->second);
    }

private:
    std::optional<QString> m_unit;
    std::map<AxisSide, ChartAxis> m_axes;
};

/// Series of frames for the chart: those that an answer still holds are shown from where they lie, without a copy.
class Lines
{
public:
    explicit Lines(const PanelContent &content)
    {
        for (const PanelAnswer &given : content.answers)
            for (const Series &series : given.answer->series)
                m_held.emplace(&series.values, std::shared_ptr<const Series>(given.answer, &series));
    }

    void set(ChartSeries &line, const Frame &frame, const Field &field, std::chrono::milliseconds moved)
    {
        const auto held = m_held.find(field.numbers.get());
        if (held != m_held.end() && moved.count() == 0) {
            line.source = held->second;
            return;
        }
        line.series.labels = field.labels;
        line.series.times = timesOf(*frame.time(), moved);
        line.series.values = *field.numbers;
        line.series.values.resize(line.series.times->size(), noSample);
    }

private:
    /// A frame's times are milliseconds, a chart's are seconds; frames of one answer share them.
    std::shared_ptr<const std::vector<double>> timesOf(const Field &time, std::chrono::milliseconds moved)
    {
        auto &known = m_times[{time.numbers.get(), moved.count()}];
        if (!known) {
            auto seconds = std::make_shared<std::vector<double>>(*time.numbers);
            for (double &at : *seconds)
                at = (at + double(moved.count())) / 1000;
            known = std::move(seconds);
        }
        return known;
    }

    std::unordered_map<const std::vector<double> *, std::shared_ptr<const Series>> m_held;
    std::map<std::pair<const std::vector<double> *, qint64>, std::shared_ptr<const std::vector<double>>> m_times;
};

bool isLine(const Frame &frame, const Field &field)
{
    return field.isNumeric() && field.numbers && frame.time() && frame.time()->numbers;
}

} // namespace

TimeSeriesBody::TimeSeriesBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_chart(new TimeChart)
{
    m_legendShown = panel.options.legend.mode != LegendOptions::Mode::Hidden;
    fill(m_chart);
    m_chart->setCrosshairGroup(scene.crosshair);
    connect(m_chart, &TimeChart::zoomRequested, this, &PanelBody::zoomRequested);
    connect(m_chart, &TimeChart::panRequested, this, &PanelBody::zoomRequested);
    connect(m_chart, &TimeChart::zoomResetRequested, this, &PanelBody::zoomResetRequested);
}

void TimeSeriesBody::setSynchronous(bool synchronous)
{
    m_chart->setSynchronous(synchronous);
}

void TimeSeriesBody::setLegendShown(bool shown)
{
    m_legendShown = shown;
    m_chart->setLegendOptions(legendOptions());
}

TimeChart::LegendOptions TimeSeriesBody::legendOptions() const
{
    const LegendOptions &wanted = panel().options.legend;
    TimeChart::LegendOptions options;
    options.mode = !m_legendShown ? TimeChart::Legend::None : wanted.mode == LegendOptions::Mode::Table ? TimeChart::Legend::Table : TimeChart::Legend::Names;
    options.placement = wanted.atRight ? TimeChart::Placement::Right : TimeChart::Placement::Bottom;
    options.descending = wanted.descending;
    options.width = wanted.width;
    if (!content().foreign && wanted.calculations.isEmpty()) {
        options.columns = {{TimeChart::Figure::Last, {}}};
        return options;
    }
    for (const QString &calculation : wanted.calculations) {
        const QString title = reducerName(calculation);
        if (!wanted.sortBy.isEmpty() && (wanted.sortBy == title || wanted.sortBy == calculation))
            options.sortedBy = int(options.columns.size());
        options.columns.push_back({figureOf(calculation).value_or(TimeChart::Figure::Given), title});
    }
    return options;
}

void TimeSeriesBody::showContent()
{
    const Theme &theme = themeOf(this);
    const bool foreign = content().foreign;
    Axes axes;
    Lines source(content());
    std::vector<ChartSeries> lines;
    std::vector<ChartThreshold> thresholds;
    m_shown = {0, 0};
    const auto add = [&](const Frame &frame, const Field &field, std::chrono::milliseconds moved) {
        if (!isLine(frame, field))
            return;
        ++m_shown.second;
        if (lines.size() == drawnSeries)
            return;
        ++m_shown.first;
        ChartSeries line;
        source.set(line, frame, field, moved);
        line.name = shownName(field.displayName);
        line.color = seriesColorOf(field, theme);
        if (foreign || field.config.style != SeriesStyle())
            line.style = field.config.style;
        line.axis = axes.sideOf(field);
        line.drawn = !field.config.style.hiddenInChart;
        line.inLegend = !field.config.style.hiddenInLegend;
        line.inTooltip = !field.config.style.hiddenInTooltip;
        line.back = moved;
        for (const QString &calculation : panel().options.legend.calculations)
            if (!figureOf(calculation)) {
                const double value = reduced(field, calculation);
                line.figures.push_back({value, Format::safeText(displayed(field, value).text, 60)});
            }
        const ThresholdStyle style = field.config.style.thresholdStyle;
        if (style != ThresholdStyle::Off && thresholds.empty())
            thresholds = chartThresholds(field, style, line.axis, theme);
        lines.push_back(std::move(line));
    };
    for (const Frame &frame : content().frames)
        for (const Field &field : frame.fields)
            add(frame, field, {});
    if (!foreign && lines.size() == 1)
        lines.front().fill = true;
    for (const PanelComparison &then : content().comparisons)
        for (const Frame &frame : then.frames)
            for (const Field &field : frame.fields)
                add(frame, field, then.back);
    if (!foreign && thresholds.empty())
        thresholds = ownThresholds(panel().field.thresholds, panel().field.unit);
    axes.applyTo(*m_chart);
    if (lines.empty()) {
        Field own;
        own.config = panel().field;
        m_chart->setAxis(AxisSide::Left, axisOf(own));
    }
    m_chart->setThresholds(std::move(thresholds));
    m_chart->setMarks(content().marks);
    m_chart->setSpans(content().spans);
    m_chart->setExemplars(content().exemplars);
    m_chart->setLegendOptions(legendOptions());
    const TooltipOptions &tooltip = panel().options.tooltip;
    const auto mode = tooltip.mode == TooltipOptions::Mode::None ? TimeChart::Tooltip::None : tooltip.mode == TooltipOptions::Mode::Single ? TimeChart::Tooltip::Single : TimeChart::Tooltip::All;
    const auto order = !foreign                                              ? TimeChart::TooltipOrder::Nearest
                       : tooltip.sort == TooltipOptions::Sort::Ascending  ? TimeChart::TooltipOrder::Ascending
                       : tooltip.sort == TooltipOptions::Sort::Descending ? TimeChart::TooltipOrder::Descending
                                                                          : TimeChart::TooltipOrder::AsIs;
    m_chart->setTooltip(mode, order);
    m_chart->setSeries(std::move(lines));
}

void TimeSeriesBody::showMoment()
{
    m_chart->setRange(moment().range);
    m_chart->setEmptyText(moment().emptyText);
    m_chart->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
