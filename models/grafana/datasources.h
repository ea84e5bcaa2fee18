#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace Watchfloor {

/// What a dashboard says of where a panel or a query asks.
struct SourceReference
{
    enum class Kind {
        Default,          ///< none is said, or one that nobody can know: the default
        Named,            ///< a name, a uid or a variable
        Mixed,            ///< each query says
        DashboardResults, ///< another panel's results
        Grafana,          ///< Grafana's own made-up data
        Expression,       ///< computed by Grafana from other queries
    };
    Kind kind = Kind::Default;
    QString type;   ///< the plugin's id: "prometheus"; empty where nothing tells
    QString source; ///< of Named, as written
    bool operator==(const SourceReference &) const = default;
};

/// Reads references to data sources, variables of that kind looked up.
class DataSources
{
public:
    explicit DataSources(const QJsonObject &dashboard);
    SourceReference read(const QJsonValue &reference) const;

private:
    SourceReference named(const QString &name, QString type) const;

    std::map<QString, QString> m_variables; ///< variable -> plugin id
};

/// Prometheus itself, and what answers PromQL under a plugin of its own.
bool isPrometheusType(const QString &type);
/// What people call a source that is not asked here: its type, else its name.
QString shownName(const SourceReference &reference);
/// "logql" for loki, "sql" for mysql, …; a type without a language of its own is its own name.
QString queryLanguage(const QString &type);

/// The dashboard with ${DS_…} and ${VAR_…} of __inputs filled in: a Prometheus becomes the default, constants their value. `given` are
/// values of an import.
QJsonObject withInputs(const QJsonObject &dashboard, const QJsonArray &given);

} // namespace Watchfloor
