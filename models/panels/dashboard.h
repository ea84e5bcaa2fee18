#pragma once

#include "models/metrics/querykey.h"
#include "models/panels/panel.h"
#include "models/panels/variable.h"
#include "models/text/fault.h"

namespace Watchfloor {

/// A titled line that folds the panels below it. Which panels are its own, `Panel::row` says.
struct DashboardRow
{
    QString title;
    bool collapsed = false;
    QString repeat;               ///< a variable: one row a value
    int y = 0;                    ///< of its line, as the file has it
    bool operator==(const DashboardRow &) const = default;
};

/// Marks over all charts, from a query.
struct AnnotationQuery
{
    QString name;
    QString source;
    QString expression;
    QString color;
    QString titleFormat;          ///< "{{alertname}}"
    QString textFormat;
    QString tagLabels;            ///< "severity,team"
    QString step;
    bool enabled = true;
    bool hidden = false;          ///< its switch is not offered
    bool valueIsTime = false;     ///< the sample's value is the moment in ms
    bool operator==(const AnnotationQuery &) const = default;
};

struct DashboardLink
{
    QString title;
    QString url;
    QStringList tags;             ///< links to all dashboards with these
    bool keepTime = false;
    bool keepVariables = false;
    bool operator==(const DashboardLink &) const = default;
};

struct Dashboard
{
    QString name;                 ///< of the file, for links
    QString uid;
    QString title;
    QString description;
    QStringList tags;
    QString source;               ///< empty: the only Prometheus
    QString timeFrom, timeTo;     ///< "now-6h", "now"; empty: the window's
    QString refresh;              ///< "30s"; empty: the sources'
    QString timeZone;
    std::vector<Variable> variables;
    std::vector<AnnotationQuery> annotations;
    std::vector<DashboardLink> links;
    std::vector<DashboardRow> rows;
    std::vector<Panel> panels;
    QString file;
    bool foreign = false;         ///< Grafana's: shown as it is, never written
    QStringList notes;            ///< what of the dashboard itself, beyond its panels, is partial and why
    bool operator==(const Dashboard &) const = default;
};

struct DashboardDocument
{
    std::optional<Dashboard> dashboard;
    std::vector<Fault> faults;
};
/// The short YAML form of decisions 22.
DashboardDocument readDashboard(const QByteArray &text, const QString &file);

} // namespace Watchfloor
