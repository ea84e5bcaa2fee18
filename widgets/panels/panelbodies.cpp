#include "widgets/panels/barchartbody.h"
#include "widgets/panels/bargaugebody.h"
#include "widgets/panels/gaugebody.h"
#include "widgets/panels/heatmapbody.h"
#include "widgets/panels/histogrambody.h"
#include "widgets/panels/listbodies.h"
#include "widgets/panels/piebody.h"
#include "widgets/panels/statbody.h"
#include "widgets/panels/statetimelinebody.h"
#include "widgets/panels/statushistorybody.h"
#include "widgets/panels/tablebody.h"
#include "widgets/panels/textbody.h"
#include "widgets/panels/timeseriesbody.h"

namespace Watchfloor {

std::unique_ptr<PanelBody> makePanelBody(const PanelScene &scene, const Watchfloor::Panel &panel)
{
    switch (panel.kind) {
    case PanelKind::TimeSeries:
        return std::make_unique<TimeSeriesBody>(scene, panel);
    case PanelKind::Stat:
        return std::make_unique<StatBody>(scene, panel);
    case PanelKind::Gauge:
        return std::make_unique<GaugeBody>(scene, panel);
    case PanelKind::BarGauge:
        return std::make_unique<BarGaugeBody>(scene, panel);
    case PanelKind::BarChart:
        return std::make_unique<BarChartBody>(scene, panel);
    case PanelKind::Table:
        return std::make_unique<TableBody>(scene, panel);
    case PanelKind::Text:
        return std::make_unique<TextBody>(scene, panel);
    case PanelKind::HeatMap:
        return std::make_unique<HeatMapBody>(scene, panel);
    case PanelKind::Histogram:
        return std::make_unique<HistogramBody>(scene, panel);
    case PanelKind::Pie:
        return std::make_unique<PieBody>(scene, panel);
    case PanelKind::StateTimeline:
        return std::make_unique<StateTimelineBody>(scene, panel);
    case PanelKind::StatusHistory:
        return std::make_unique<StatusHistoryBody>(scene, panel);
    case PanelKind::AlertList:
        return std::make_unique<AlertListBody>(scene, panel);
    case PanelKind::DashboardList:
        return std::make_unique<DashboardListBody>(scene, panel);
    case PanelKind::Logs:
    case PanelKind::Placeholder:
        break;
    }
    return std::make_unique<QueriesBody>(scene, panel);
}

} // namespace Watchfloor
