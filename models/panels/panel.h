#pragma once

#include "models/frames/fieldconfig.h"
#include "models/frames/transformation.h"
#include "models/panels/paneloptions.h"

#include <QMetaType>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace Watchfloor {

enum class PanelKind {
    TimeSeries,
    Stat,
    Gauge,
    BarGauge,
    BarChart,
    Table,
    Text,
    HeatMap,
    Histogram,
    Pie,
    StateTimeline,
    StatusHistory,
    AlertList,
    DashboardList,
    Logs,
    Placeholder, ///< of a kind that is not drawn here: its name and its queries are shown
};
QString panelKindName(PanelKind kind);
/// The kind that the short form names; "bar" is a bar gauge.
std::optional<PanelKind> panelKindNamed(const QString &name);

struct PanelQuery
{
    enum class Format { TimeSeries, Table, HeatMap };
    QString expression{};         ///< as written, variables not filled in
    QString legend{};             ///< "{{service}}"; empty: the labels
    QString refId{};              ///< "A"
    QString source{};             ///< name, uid or variable; empty: the panel's
    QString language = QStringLiteral("promql"); ///< anything else is kept and shown, never asked
    Format format = Format::TimeSeries;
    bool instant = false;         ///< the value now
    bool range = true;            ///< over time; both may be asked
    QString minimumStep{};        ///< "15s", "$__interval"; empty: the panel's
    int intervalFactor = 1;
    bool exemplars = false;
    bool hidden = false;          ///< not asked and not shown
    /// "same time last week": the same expression so long ago, drawn dashed. 0: none.
    std::chrono::milliseconds compare{};
    bool operator==(const PanelQuery &) const = default;
};

/// Place in a grid of 24 columns.
struct PanelPlace
{
    int x = 0, y = 0, width = 12, height = 8;
    bool operator==(const PanelPlace &) const = default;
};

/// How much of what a dashboard asks of a panel is done here.
enum class PanelSupport { Full, Partial, Placeholder };

struct Panel
{
    int id = 0;                   ///< unique within its dashboard; made where the file has none or repeats one
    QString title;
    QString description;
    PanelKind kind = PanelKind::TimeSeries;
    QString type;                 ///< as the file names it: "grafana-worldmap-panel"
    PanelPlace at;
    int row = -1;                 ///< place among the dashboard's rows; -1: above all of them
    QString source;               ///< empty: the dashboard's
    std::vector<PanelQuery> queries;
    FieldConfig field;
    std::vector<FieldOverride> overrides;
    std::vector<Transformation> transformations;
    PanelOptions options;
    std::vector<DataLink> links;
    QString minimumStep;          ///< "interval" of a Grafana panel
    int maximumPoints = 0;        ///< 0: what its width shows
    QString timeFrom;             ///< "6h": a range of its own
    QString timeShift;            ///< "1d"
    QString repeat;               ///< a variable: one panel a value
    bool repeatDown = false;
    int repeatPerRow = 4;
    bool transparent = false;
    PanelSupport support = PanelSupport::Full;
    QStringList missing;          ///< what of it is not done here, by name
    bool operator==(const Panel &) const = default;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::PanelKind)
