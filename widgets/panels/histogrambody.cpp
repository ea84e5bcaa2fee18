#include "widgets/panels/histogrambody.h"

#include "models/frames/buckets.h"
#include "widgets/charts/histogramchart.h"
#include "widgets/panels/fieldlook.h"

#include <cmath>

namespace Watchfloor {

namespace {
constexpr size_t shownLists = 50;
}

HistogramBody::HistogramBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_chart(new HistogramChart)
{
    fill(m_chart);
    HistogramChart::Look look;
    look.unit = panel.field.unit;
    look.decimals = panel.field.decimals.value_or(-1);
    look.legend = legendPlace(panel.options.legend);
    if (panel.field.style.fillOpacity > 0)
        look.fillOpacity = panel.field.style.fillOpacity;
    m_chart->setLook(look);
}

void HistogramBody::showContent()
{
    const Theme &theme = themeOf(this);
    const HistogramOptions &options = panel().options.histogram;
    std::vector<std::vector<double>> values;
    std::vector<HistogramChart::Series> series;
    for (const Frame &frame : content().frames) {
        for (const Field &field : frame.fields) {
            if (!field.isNumeric() || !field.numbers)
                continue;
            const bool joins = options.combine && !values.empty();
            if (!joins) {
                if (values.size() == shownLists)
                    break;
                values.emplace_back();
                series.push_back({options.combine ? QString() : shownName(field.displayName), placeColorOf(field, theme), {}});
            }
            std::copy_if(field.numbers->begin(), field.numbers->end(), std::back_inserter(values.back()), [](double value) { return std::isfinite(value); });
        }
    }
    Histogram counted = histogramOf(values, options.bucketSize, options.bucketOffset, options.bucketCount);
    for (size_t index = 0; index < std::min(series.size(), counted.counts.size()); ++index)
        series[index].counts = std::move(counted.counts[index]);
    m_chart->setBuckets(std::move(counted.edges), std::move(series));
}

void HistogramBody::showMoment()
{
    m_chart->setEmptyText(moment().emptyText);
    m_chart->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
