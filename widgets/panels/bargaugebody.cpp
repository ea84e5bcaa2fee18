#include "widgets/panels/bargaugebody.h"

#include "models/core/format.h"
#include "models/panels/shownvalues.h"
#include "widgets/charts/bargauge.h"
#include "widgets/panels/fieldlook.h"

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t shownBars = 60;

BarGauge::Style styleOf(const QString &style)
{
    if (style == u"basic")
        return BarGauge::Style::Basic;
    return style == u"lcd" ? BarGauge::Style::Segments : BarGauge::Style::Gradient;
}

} // namespace

BarGaugeBody::BarGaugeBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_bars(new BarGauge)
{
    fill(m_bars);
}

void BarGaugeBody::showContent()
{
    const Theme &theme = themeOf(this);
    const bool foreign = content().foreign;
    const StatOptions &options = panel().options.stat;
    BarGauge::Look look;
    look.style = foreign ? styleOf(options.barStyle) : BarGauge::Style::Plain;
    look.orientation = options.orientation == Orientation::Vertical ? Qt::Vertical : Qt::Horizontal;
    look.unfilled = options.unfilled;
    look.unit = panel().field.unit;
    look.decimals = panel().field.decimals.value_or(-1);
    if (!foreign) {
        look.minimum = panel().field.minimum;
        look.maximum = panel().field.maximum;
        const std::vector<Limit> limits = limitsOf(panel().field.thresholds);
        if (!limits.empty())
            look.limit = limits.front().value;
    }
    std::vector<ShownValue> values = shownValues(content().frames, panel().options.reduce);
    // Ours are in the order of their values; a dashboard that is not ours says its own order.
    if (!foreign)
        std::stable_sort(values.begin(), values.end(), [](const ShownValue &a, const ShownValue &b) {
            return std::isnan(b.value.number) ? !std::isnan(a.value.number) : a.value.number > b.value.number;
        });
    std::vector<BarGauge::Bar> bars;
    for (const ShownValue &value : values) {
        if (bars.size() == shownBars)
            break;
        BarGauge::Bar bar;
        bar.name = shownName(value.name);
        bar.value = value.value.number;
        bar.state = claimed(stateOf(value.value));
        if (bar.state == stateOf(value.value))
            bar.color = valueColor(value.field, value.value, content().foreign, theme);
        bar.text = Format::safeText(value.value.text, 80);
        if (foreign && value.field) {
            const auto [least, most] = boundsOf(*value.field);
            bar.minimum = least;
            bar.maximum = most;
            bar.steps = stepsOf(value.field->config.thresholds, theme);
        }
        bars.push_back(std::move(bar));
    }
    m_shown = {bars.size(), values.size()};
    m_bars->setLook(look);
    m_bars->setBars(std::move(bars));
}

void BarGaugeBody::showMoment()
{
    m_bars->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
