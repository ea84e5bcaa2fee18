#include "widgets/panels/piebody.h"

#include "models/core/format.h"
#include "models/panels/shownvalues.h"
#include "widgets/charts/piechart.h"
#include "widgets/panels/fieldlook.h"

namespace Watchfloor {

namespace {
constexpr size_t shownSlices = 200;
}

PieBody::PieBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_pie(new PieChart)
{
    fill(m_pie);
    const PieOptions &options = panel.options.pie;
    PieChart::Look look;
    look.donut = options.donut;
    look.names = options.labels.contains(QStringLiteral("name"));
    look.values = options.labels.contains(QStringLiteral("value"));
    look.percents = options.labels.contains(QStringLiteral("percent"));
    look.legend = legendPlace(panel.options.legend);
    look.legendValues = options.legendValues.contains(QStringLiteral("value"));
    look.legendPercents = options.legendValues.contains(QStringLiteral("percent"));
    look.sorted = options.sorted;
    look.descending = options.descending;
    look.unit = panel.field.unit;
    look.decimals = panel.field.decimals.value_or(-1);
    m_pie->setLook(look);
}

void PieBody::showContent()
{
    const Theme &theme = themeOf(this);
    const std::vector<ShownValue> values = shownValues(content().frames, panel().options.reduce);
    std::vector<PieChart::Slice> slices;
    for (const ShownValue &value : values) {
        if (slices.size() == shownSlices)
            break;
        const QColor color = value.field ? seriesColorOf(*value.field, theme) : QColor();
        slices.push_back({shownName(value.name), value.value.number, color, Format::safeText(value.value.text, 80)});
    }
    m_shown = {slices.size(), values.size()};
    m_pie->setSlices(std::move(slices));
}

void PieBody::showMoment()
{
    m_pie->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
