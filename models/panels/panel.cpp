#include "models/panels/panel.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Watchfloor {

namespace {

using Name = std::pair<PanelKind, const char *>;
constexpr std::array names{Name{PanelKind::TimeSeries, "timeseries"},
                           Name{PanelKind::Stat, "stat"},
                           Name{PanelKind::Gauge, "gauge"},
                           Name{PanelKind::BarGauge, "bargauge"},
                           Name{PanelKind::BarChart, "barchart"},
                           Name{PanelKind::Table, "table"},
                           Name{PanelKind::Text, "text"},
                           Name{PanelKind::HeatMap, "heatmap"},
                           Name{PanelKind::Histogram, "histogram"},
                           Name{PanelKind::Pie, "pie"},
                           Name{PanelKind::StateTimeline, "statetimeline"},
                           Name{PanelKind::StatusHistory, "statushistory"},
                           Name{PanelKind::AlertList, "alertlist"},
                           Name{PanelKind::DashboardList, "dashboardlist"},
                           Name{PanelKind::Logs, "logs"},
                           Name{PanelKind::Placeholder, "placeholder"}};

} // namespace

QString panelKindName(PanelKind kind)
{
    const auto *found = std::find_if(names.begin(), names.end(), [kind](const Name &name) { return name.first == kind; });
    return QString::fromLatin1(found->second);
}

std::optional<PanelKind> panelKindNamed(const QString &name)
{
    if (name == u"bar")
        return PanelKind::BarGauge;
    const auto *found = std::find_if(names.begin(), names.end(), [&name](const Name &known) { return name == QLatin1String(known.second); });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

} // namespace Watchfloor
