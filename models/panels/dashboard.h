#pragma once

#include "models/core/state.h"
#include "models/core/unit.h"
#include "models/metrics/querykey.h"
#include "models/text/fault.h"
#include "models/text/yaml.h"

#include <QMetaType>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace Watchfloor {

enum class PanelKind { TimeSeries, Stat, Gauge, Bar, Table, StateTimeline };
QString panelKindName(PanelKind kind);

struct PanelQuery
{
    QString expression;
    QString legend; ///< "{{service}}"; empty: the labels
    bool operator==(const PanelQuery &) const = default;
};

/// A limit: values above (or below) it are in this state.
struct Threshold
{
    double value = 0;
    bool above = true;
    State state = State::Critical;
    bool operator==(const Threshold &) const = default;
};

/// Place in a grid of 24 columns.
struct PanelPlace
{
    int x = 0, y = 0, width = 12, height = 8;
    bool operator==(const PanelPlace &) const = default;
};

struct Panel
{
    QString title;
    PanelKind kind = PanelKind::TimeSeries;
    PanelPlace at;
    Unit unit;
    int decimals = -1;
    QString source; ///< empty: the dashboard's
    std::vector<PanelQuery> queries;
    std::vector<Threshold> thresholds;
    std::optional<double> minimum;
    std::optional<double> maximum;
    bool operator==(const Panel &) const = default;
};

/// A list of values to choose from: label_values(metric, label), or given ones.
struct Variable
{
    QString name;
    QString query;
    QStringList values;
    bool multi = false;
    bool operator==(const Variable &) const = default;
};

struct Dashboard
{
    QString name;   ///< of the file, for links
    QString title;
    QString source; ///< empty: the only Prometheus
    std::vector<Variable> variables;
    std::vector<Panel> panels;
    QString file;
    bool operator==(const Dashboard &) const = default;
};

struct DashboardDocument
{
    std::optional<Dashboard> dashboard;
    std::vector<Fault> faults;
};
/// The short YAML form of decisions 22.
DashboardDocument readDashboard(const QByteArray &text, const QString &file);

/// The expression with $name, ${name} and $__range, $__rate_interval, $__interval filled in. Several values of a variable become
/// a regular expression of escaped alternatives.
QString interpolated(const QString &expression, const std::map<QString, QStringList> &variables, std::chrono::milliseconds range,
                     std::chrono::milliseconds step);

/// The state of a value under thresholds: the worst that it crosses; Healthy when it crosses none, Blind for NaN.
State stateUnder(const std::vector<Threshold> &thresholds, double value);

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::PanelKind)
