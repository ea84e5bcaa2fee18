#include "widgets/panels/fieldlook.h"

#include "models/core/format.h"
#include "widgets/theme/namedcolors.h"

#include <QCoreApplication>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int nameLimit = 120;
constexpr double leastContrast = 2;

bool isPalette(const QString &color)
{
    return color.isEmpty() || color.startsWith(QLatin1String("palette"));
}

QColor stepColorOf(const ThresholdStep &step, const Theme &theme)
{
    if (!step.color.isEmpty())
        return namedColor(step.color, theme);
    return step.state == State::Healthy ? theme.accent : theme.of(step.state);
}

} // namespace

QColor seriesColorOf(const Field &field, const Theme &theme)
{
    if (field.config.color.mode.isEmpty())
        return {};
    const QString color = seriesColor(field);
    if (isPalette(color))
        return {};
    // A colour that was chosen for another ground is moved until the line can be seen on ours.
    const QColor named = namedColor(color, theme);
    return named.isValid() ? legible(named, theme.surface, leastContrast) : named;
}

QColor placeColorOf(const Field &field, const Theme &theme)
{
    const QColor color = seriesColorOf(field, theme);
    return color.isValid() ? color : theme.series[size_t(std::max(0, field.place)) % theme.series.size()];
}

QColor valueColor(const DisplayValue &value, const Theme &theme)
{
    return value.color.isEmpty() ? QColor() : namedColor(value.color, theme);
}

QColor valueColor(const Field *field, const DisplayValue &value, bool foreign, const Theme &theme)
{
    const bool plain = !foreign && !value.mapped && (!field || field->config.color.mode.isEmpty());
    return plain ? QColor() : valueColor(value, theme);
}

State stateOf(const DisplayValue &value)
{
    return value.mapped && value.state == State::Blind ? State::Healthy : value.state;
}

ValueSteps stepsOf(const Thresholds &thresholds, const Theme &theme)
{
    ValueSteps steps;
    for (const ThresholdStep &step : thresholds.steps)
        steps.push_back({step.from, stepColorOf(step, theme)});
    if (!steps.empty())
        steps.front().from = -std::numeric_limits<double>::infinity();
    return steps;
}

std::vector<ChartThreshold> chartThresholds(const Field &field, ThresholdStyle style, AxisSide side, const Theme &theme)
{
    if (style == ThresholdStyle::Off || style == ThresholdStyle::Series)
        return {};
    const auto &steps = field.config.thresholds.steps;
    const bool area = style == ThresholdStyle::Area || style == ThresholdStyle::LineAndArea || style == ThresholdStyle::DashedAndArea;
    std::vector<ChartThreshold> list;
    for (size_t index = 1; index < steps.size(); ++index) {
        ChartThreshold limit;
        limit.value = steps[index].from;
        limit.state = steps[index].state;
        limit.color = stepColorOf(steps[index], theme);
        limit.band = area && limit.color.alpha() > 0;
        limit.line = style != ThresholdStyle::Area;
        limit.dashed = style == ThresholdStyle::Dashed || style == ThresholdStyle::DashedAndArea;
        limit.percent = field.config.thresholds.mode == Thresholds::Mode::Percentage;
        if (index + 1 < steps.size())
            limit.until = steps[index + 1].from;
        limit.axis = side;
        list.push_back(limit);
    }
    // What lies below the first limit has a ground of its own where the dashboard gives it a colour.
    if (area && !list.empty() && !steps.front().color.isEmpty()) {
        ChartThreshold base = list.front();
        base.color = namedColor(steps.front().color, theme);
        base.state = steps.front().state;
        base.above = false;
        base.line = false;
        base.band = base.color.isValid() && base.color.alpha() > 0;
        base.until.reset();
        if (base.band)
            list.insert(list.begin(), base);
    }
    return list;
}

std::vector<ChartThreshold> ownThresholds(const Thresholds &thresholds, const Unit &unit)
{
    std::vector<ChartThreshold> list;
    for (const Limit &limit : limitsOf(thresholds)) {
        ChartThreshold shown;
        shown.value = limit.value;
        shown.state = limit.state;
        shown.label = QCoreApplication::translate("PanelCard", "limit %1").arg(quantity(limit.value, unit).text());
        shown.above = limit.above;
        list.push_back(shown);
    }
    return list;
}

ChartAxis axisOf(const Field &field)
{
    const SeriesStyle &style = field.config.style;
    ChartAxis axis;
    axis.unit = field.config.unit;
    axis.decimals = field.config.decimals.value_or(-1);
    axis.minimum = field.config.minimum;
    axis.maximum = field.config.maximum;
    axis.softMinimum = style.softMinimum;
    axis.softMaximum = style.softMaximum;
    axis.label = Format::safeText(style.axisLabel, nameLimit);
    if (style.logBase > 0) {
        axis.kind = style.linearThreshold ? AxisKind::Symlog : AxisKind::Logarithmic;
        axis.base = style.logBase;
        axis.linearThreshold = style.linearThreshold.value_or(1);
    }
    axis.centeredZero = style.centeredZero;
    return axis;
}

LegendPlace legendPlace(const LegendOptions &options)
{
    if (options.mode == LegendOptions::Mode::Hidden)
        return LegendPlace::None;
    return options.atRight ? LegendPlace::Right : LegendPlace::Below;
}

std::vector<ItemLegend::Entry> meaningsOf(const Field &field, const Theme &theme)
{
    std::vector<ItemLegend::Entry> entries;
    for (const ValueMapping &mapping : field.config.mappings)
        if (!mapping.color.isEmpty())
            entries.push_back({namedColor(mapping.color, theme), shownName(mapping.text.isEmpty() ? mapping.match : mapping.text), {}});
    if (!entries.empty())
        return entries;
    const auto &steps = field.config.thresholds.steps;
    for (size_t index = 0; index < steps.size(); ++index) {
        const auto text = [&field](double value) { return quantity(value, field.config.unit, field.config.decimals.value_or(-1)).text(); };
        const QString name = index == 0 ? (steps.size() > 1 ? QStringLiteral("< %1").arg(text(steps[1].from)) : QString())
                                        : QStringLiteral("≥ %1").arg(text(steps[index].from));
        if (!name.isEmpty())
            entries.push_back({stepColorOf(steps[index], theme), name, {}});
    }
    return entries;
}

std::pair<double, double> boundsOf(const Field &field)
{
    const auto known = [](double value, double fallback) { return std::isfinite(value) ? value : fallback; };
    const bool percent = field.config.unit.id == u"percent";
    double least = field.config.minimum.value_or(known(field.rangeFrom, 0));
    double most = field.config.maximum.value_or(known(field.rangeTo, percent ? 100 : 1));
    if (!(most > least))
        most = least + 1;
    return {least, most};
}

QString shownName(const QString &name)
{
    return Format::safeText(name, nameLimit);
}

} // namespace Watchfloor
