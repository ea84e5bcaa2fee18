#include "widgets/panels/gaugebody.h"

#include "models/core/format.h"
#include "models/panels/shownvalues.h"
#include "widgets/charts/gauge.h"
#include "widgets/panels/fieldlook.h"

#include <cmath>

namespace Watchfloor {

namespace {
constexpr size_t shownGauges = 100;
}

GaugeBody::GaugeBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_gauges(new GaugeWidget)
{
    fill(m_gauges);
    GaugeWidget::Look look;
    look.marks = panel.options.stat.thresholdMarkers;
    look.labels = panel.options.stat.thresholdLabels;
    look.unit = panel.field.unit;
    look.decimals = panel.field.decimals.value_or(-1);
    m_gauges->setLook(look);
}

void GaugeBody::showContent()
{
    const Theme &theme = themeOf(this);
    const std::vector<ShownValue> values = shownValues(content().frames, panel().options.reduce);
    std::vector<GaugeWidget::Gauge> gauges;
    for (const ShownValue &value : values) {
        if (gauges.size() == shownGauges)
            break;
        GaugeWidget::Gauge gauge;
        gauge.name = values.size() > 1 ? shownName(value.name) : QString();
        if (!std::isnan(value.value.number))
            gauge.value = value.value.number;
        gauge.state = claimed(stateOf(value.value));
        if (gauge.state == stateOf(value.value))
            gauge.color = valueColor(value.field, value.value, content().foreign, theme);
        gauge.shown = value.value.mapped ? Quantity{Format::safeText(value.value.text, 80)} : value.value.quantity;
        if (value.field) {
            std::tie(gauge.minimum, gauge.maximum) = boundsOf(*value.field);
            gauge.steps = stepsOf(value.field->config.thresholds, theme);
            gauge.stepsInPercent = value.field->config.thresholds.mode == Thresholds::Mode::Percentage;
        }
        gauges.push_back(std::move(gauge));
    }
    m_shown = {gauges.size(), values.size()};
    m_gauges->setGauges(std::move(gauges));
}

void GaugeBody::showMoment()
{
    m_gauges->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
