#pragma once

#include "models/core/clock.h"
#include "models/panels/variable.h"

#include <QTimeZone>

#include <functional>
#include <optional>

namespace Watchfloor {

/// What a name stands for, absent where it stands for nothing; `path` is what follows it in ${name.path} and may be empty.
using VariableLookup = std::function<std::optional<VariableValue>(const QString &name, const QString &path)>;

/// What $__from, $__to, $__timezone, $__dashboard, $__user and $__org stand for.
struct BuiltInValues
{
    WallTime from{};
    WallTime to{};
    std::optional<QTimeZone> zone = {}; ///< absent: the local one
    QString dashboard;
    QString dashboardUid;
    QString user;                       ///< its log-in name
    QString organisation;
};

/// Finds names among `values`, then among the built-in ones. Values that hold only within a repeated panel go into `values` over
/// those of the dashboard.
VariableLookup lookupIn(VariableValues values, BuiltInValues builtIns = {});

/// `text` with $name, ${name}, ${name:format}, ${name.path}, [[name]] and [[name:format]] filled in; what nobody knows stays as written.
/// `format` is that of a reference without one. Source: Grafana, scenes, sceneInterpolator.ts.
QString filled(const QString &text, const VariableLookup &lookup, const QString &format = QStringLiteral("glob"), const std::optional<QTimeZone> &zone = {});

/// How values are written into PromQL.
enum class QueryRules {
    Grafana, ///< a variable that takes several values, or offers all, is a pattern wherever it stands; any other is a literal
    Own      ///< a value is a pattern after =~ and !~, else a literal; several always are
};

/// An expression with its variables filled in. A reference without a format is escaped so that its value cannot leave its quotes.
/// Macros of intervals stay: `withIntervals` fills them in. Source: Grafana, packages/grafana-prometheus/src/escaping.ts.
QString filledQuery(const QString &expression, const VariableLookup &lookup, QueryRules rules = QueryRules::Grafana, const std::optional<QTimeZone> &zone = {});

/// The names that `text` refers to, in their order, each once.
QStringList referencedNames(const QString &text);

/// The choices as a URL has them: "var-service=payment&var-zone=$__all".
QString urlParameters(const VariableValues &values);

/// The expression by our own rules, with $__range, $__rate_interval and $__interval too: the short form of dashboards.
QString interpolated(const QString &expression, const std::map<QString, QStringList> &variables, std::chrono::milliseconds range,
                     std::chrono::milliseconds step);

} // namespace Watchfloor
