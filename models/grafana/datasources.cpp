#include "models/grafana/datasources.h"

#include "models/grafana/jsonvalues.h"

#include <QSet>

namespace Watchfloor {

namespace {

struct Input
{
    QString type;  ///< the plugin's id; empty: a constant
    QString value;
};
constexpr qsizetype inputLength = 4'096;
constexpr qsizetype filledLength = 1'000'000; ///< what may be added to one text
constexpr size_t inputLimit = 200;

using Inputs = std::map<QString, Input>; ///< by "${NAME}"

/// The name in $name, ${name}, ${name:format} or [[name]]; empty for anything else.
QString variableName(const QString &text)
{
    QString name;
    if (text.startsWith(u"${") && text.endsWith(u'}'))
        name = text.mid(2, text.size() - 3);
    else if (text.startsWith(u"[[") && text.endsWith(u"]]"))
        name = text.mid(2, text.size() - 4);
    else if (text.startsWith(u'$'))
        name = text.mid(1);
    return name.section(u':', 0, 0);
}

QJsonValue filledIn(const QString &key, const QJsonValue &value, const Inputs &inputs)
{
    if (value.isString()) {
        QString text = value.toString();
        if (!text.contains(u"${"))
            return value;
        if (const auto whole = inputs.find(text); whole != inputs.end() && key == u"datasource" && !whole->second.type.isEmpty())
            return QJsonObject{{QStringLiteral("type"), whole->second.type}, {QStringLiteral("uid"), whole->second.value}};
        for (const auto &[name, input] : inputs)
            if (text.count(name) * input.value.size() <= filledLength)
                text.replace(name, input.value);
        return text;
    }
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            list[i] = filledIn({}, list.at(i), inputs);
        return list;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            entry.value() = filledIn(entry.key(), entry.value(), inputs);
        return object;
    }
    return value;
}

void readInputs(Inputs &inputs, const QJsonValue &list)
{
    for (const QJsonObject &input : jsonObjects(list)) {
        const QString name = jsonText(input.value(u"name"));
        if (name.isEmpty() || inputs.size() >= inputLimit)
            continue;
        Input &known = inputs[QStringLiteral("${%1}").arg(name)];
        const QString plugin = jsonText(input.value(u"pluginId"));
        if (input.value(u"type").toString() == u"datasource" && known.type.isEmpty())
            known.type = plugin.isEmpty() ? QStringLiteral("prometheus") : plugin;
        if (const QString value = jsonText(input.value(u"value")); !value.isEmpty())
            known.value = value.left(inputLength);
        else if (!known.type.isEmpty() && !isPrometheusType(known.type))
            known.value = jsonText(input.value(u"label")).left(inputLength);
    }
}

} // namespace

bool isPrometheusType(const QString &type)
{
    static const QSet<QString> types{QStringLiteral("prometheus"),
                                     QStringLiteral("grafana-amazonprometheus-datasource"),
                                     QStringLiteral("grafana-azureprometheus-datasource"),
                                     QStringLiteral("victoriametrics-datasource"),
                                     QStringLiteral("victoriametrics-metrics-datasource")};
    return types.contains(type);
}

QString shownName(const SourceReference &reference)
{
    if (!reference.type.isEmpty())
        return reference.type;
    return reference.source.isEmpty() ? QStringLiteral("unknown") : reference.source;
}

QString queryLanguage(const QString &type)
{
    static const std::map<QString, QString> languages{
        {QStringLiteral("loki"), QStringLiteral("logql")},
        {QStringLiteral("victoriametrics-logs-datasource"), QStringLiteral("logsql")},
        {QStringLiteral("mysql"), QStringLiteral("sql")},
        {QStringLiteral("postgres"), QStringLiteral("sql")},
        {QStringLiteral("grafana-postgresql-datasource"), QStringLiteral("sql")},
        {QStringLiteral("mssql"), QStringLiteral("sql")},
        {QStringLiteral("vertamedia-clickhouse-datasource"), QStringLiteral("sql")},
        {QStringLiteral("grafana-clickhouse-datasource"), QStringLiteral("sql")},
        {QStringLiteral("frser-sqlite-datasource"), QStringLiteral("sql")},
        {QStringLiteral("influxdb"), QStringLiteral("influxql")},
        {QStringLiteral("elasticsearch"), QStringLiteral("lucene")},
        {QStringLiteral("grafana-opensearch-datasource"), QStringLiteral("lucene")},
        {QStringLiteral("tempo"), QStringLiteral("traceql")},
        {QStringLiteral("__expr__"), QStringLiteral("expression")},
    };
    if (isPrometheusType(type))
        return QStringLiteral("promql");
    const auto known = languages.find(type);
    return known != languages.end() ? known->second : type.isEmpty() ? QStringLiteral("unknown") : type;
}

DataSources::DataSources(const QJsonObject &dashboard)
{
    for (const QJsonObject &variable : jsonObjects(jsonAt(dashboard, QStringLiteral("templating.list"))))
        if (variable.value(u"type").toString() == u"datasource")
            m_variables.emplace(jsonText(variable.value(u"name")), jsonText(variable.value(u"query")));
}

SourceReference DataSources::named(const QString &name, QString type) const
{
    using Kind = SourceReference::Kind;
    if (name == u"-- Mixed --" || type == u"mixed")
        return {Kind::Mixed, {}, {}};
    if (name == u"-- Dashboard --" || type == u"dashboard")
        return {Kind::DashboardResults, {}, {}};
    if (name == u"__expr__" || name == u"Expression" || type == u"__expr__")
        return {Kind::Expression, QStringLiteral("__expr__"), {}};
    if (name == u"-- Grafana --" || type == u"grafana" || (type == u"datasource" && name == u"grafana"))
        return {Kind::Grafana, QStringLiteral("grafana"), {}};
    if (name.isEmpty() || name == u"default")
        return {Kind::Default, type, {}};
    if (const QString variable = variableName(name); !variable.isEmpty()) {
        const auto known = m_variables.find(variable);
        if (known == m_variables.end())
            return {Kind::Default, type, {}};
        return {Kind::Named, known->second.isEmpty() ? type : known->second, QStringLiteral("${%1}").arg(variable)};
    }
    return {Kind::Named, type, name};
}

SourceReference DataSources::read(const QJsonValue &reference) const
{
    if (!reference.isObject())
        return named(reference.toString(), {});
    const QJsonObject object = reference.toObject();
    const QString uid = jsonText(object.value(u"uid"));
    return named(uid.isEmpty() ? jsonText(object.value(u"name")) : uid, jsonText(object.value(u"type")));
}

QJsonObject withInputs(const QJsonObject &dashboard, const QJsonArray &given)
{
    Inputs inputs;
    readInputs(inputs, dashboard.value(u"__inputs"));
    readInputs(inputs, given);
    return inputs.empty() ? dashboard : filledIn({}, dashboard, inputs).toObject();
}

} // namespace Watchfloor
