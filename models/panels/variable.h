#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace Watchfloor {

/// A choice that fills in queries. Source: Grafana, dashboard variables.
struct Variable
{
    enum class Kind { Query, Custom, Interval, TextBox, Constant, DataSource, AdHoc };
    enum class Refresh { Never, OnLoad, OnTimeRange };
    struct Option
    {
        QString text;             ///< as offered
        QString value;            ///< as filled in
        bool operator==(const Option &) const = default;
    };

    /// A condition on a label that every query of the dashboard gets. Source: Grafana, ad hoc filters.
    struct Filter
    {
        QString label;
        QString op = QStringLiteral("="); ///< = != =~ !~, or =| and !=| for one of several
        QStringList values;
        bool operator==(const Filter &) const = default;
    };

    QString name;
    QString label;                ///< as offered; empty: the name
    Kind kind = Kind::Query;
    QString query;                ///< of its kind: label_values(…), "a,b : c", "prometheus"
    QString source;               ///< of a query; empty: the dashboard's
    QString pattern;              ///< "/…/": which values, and what of them
    int sort = 0;                 ///< Grafana's 0 to 8
    Refresh refresh = Refresh::OnLoad;
    std::vector<Option> values;   ///< given ones, or the last known
    QStringList current;          ///< chosen in the file; "$__all" is all
    bool multi = false;
    bool includeAll = false;
    QString allValue;             ///< what all means; empty: all values
    bool automatic = false;       ///< of an interval: "auto"
    int automaticCount = 30;
    QString automaticMinimum = QStringLiteral("10s");
    std::vector<Filter> filters;  ///< of an ad hoc one
    bool hidden = false;          ///< no control for it
    bool labelHidden = false;
    bool operator==(const Variable &) const = default;
};

/// What stands for all in a choice and in files.
inline const QString allChoice = QStringLiteral("$__all");
/// What stands for an interval's "auto".
inline const QString automaticChoice = QStringLiteral("$__auto");

/// What is chosen of a variable, with what its way into a query depends on.
struct VariableValue
{
    QStringList values;
    QStringList texts;
    bool all = false;             ///< all of them were chosen
    QString allValue;
    bool several = false;         ///< the variable takes several values or offers all
    bool list = false;            ///< the variable takes several values: even one of them is a list
    bool operator==(const VariableValue &) const = default;

    /// One value that is no list.
    static VariableValue single(const QString &value, const QString &text = {}) { return {{value}, {text.isEmpty() ? value : text}, false, {}, false, false}; }
};
using VariableValues = std::map<QString, VariableValue>;

} // namespace Watchfloor
