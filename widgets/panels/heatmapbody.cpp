#include "widgets/panels/heatmapbody.h"

#include "models/panels/intervaltext.h"
#include "widgets/charts/crosshairgroup.h"
#include "widgets/charts/heatmap.h"
#include "widgets/panels/fieldlook.h"

namespace Watchfloor {

namespace {

HeatMap::Look lookOf(const Watchfloor::Panel &panel)
{
    const HeatMapOptions &options = panel.options.heatMap;
    HeatMap::Look look;
    look.scheme = options.scheme;
    look.reversed = options.reversed;
    look.colorScale = options.colorScale == u"linear" ? HeatMap::ColorScale::Linear : options.colorScale == u"opacity" ? HeatMap::ColorScale::Opacity : HeatMap::ColorScale::Exponential;
    look.exponent = options.exponent;
    look.minimum = options.minimum;
    look.maximum = options.maximum;
    look.hideBelow = options.hideBelow;
    look.legend = options.showLegend;
    look.yReversed = options.yReversed;
    look.yScale = options.yLogBase > 0 ? HeatMap::YScale::Logarithmic : HeatMap::YScale::Buckets;
    look.unit = Unit{options.yUnit};
    look.decimals = options.yDecimals.value_or(-1);
    look.countUnit = panel.field.unit;
    look.countDecimals = panel.field.decimals.value_or(-1);
    return look;
}

/// Asked in this format the buckets of Prometheus are told one from the next, which are sums as they come.
bool isHeatMapFormat(const Watchfloor::Panel &panel)
{
    return std::any_of(panel.queries.begin(), panel.queries.end(), [](const PanelQuery &query) { return query.format == PanelQuery::Format::HeatMap; });
}

/// A size of buckets as it is written: "1m", "10"; 0 where it is to be found.
double sizeOf(const QString &text, bool time)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber || !time)
        return isNumber ? number : 0;
    const auto interval = IntervalText::parsed(text);
    return interval ? std::chrono::duration<double>(*interval).count() : 0;
}

} // namespace

HeatMapBody::HeatMapBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_map(new HeatMap)
{
    fill(m_map);
    m_map->setLook(lookOf(panel));
    connect(m_map, &HeatMap::zoomRequested, this, &PanelBody::zoomRequested);
    connect(m_map, &HeatMap::zoomResetRequested, this, &PanelBody::zoomResetRequested);
    if (CrosshairGroup *group = scene.crosshair) {
        connect(m_map, &HeatMap::cursorMoved, group, [this, group](std::optional<WallTime> time) { group->setTime(time, m_map); });
        connect(group, &CrosshairGroup::changed, m_map, [this, group] { m_map->setCursor(group->time()); });
    }
}

void HeatMapBody::showContent()
{
    const HeatMapOptions &options = panel().options.heatMap;
    const double step = std::chrono::duration<double>(moment().step).count();
    std::vector<Series> all;
    bool native = false;
    bool classic = false;
    for (const PanelAnswer &given : content().answers)
        for (const Series &series : given.answer->series) {
            native = native || !series.histograms.empty();
            classic = classic || series.labels.contains(u"le");
            all.push_back(series);
        }
    if (native)
        m_map->setGrid(nativeBuckets(all, step));
    else if (options.calculate)
        m_map->setGrid(countedBuckets(all, moment().range, sizeOf(options.xBuckets, true), sizeOf(options.yBuckets, false)));
    else if (classic && panel().transformations.empty())
        m_map->setGrid(classicBuckets(all, options.cumulative || !content().foreign || isHeatMapFormat(panel()), step));
    else
        m_map->setGrid(bucketsOf(content().frames, options.cumulative, step));
}

void HeatMapBody::showMoment()
{
    m_map->setRange(moment().range);
    m_map->setEmptyText(moment().emptyText);
    m_map->setState(moment().state, moment().reason);
}

} // namespace Watchfloor
