#include "models/grafana/variables.h"

#include "models/grafana/datasources.h"
#include "models/grafana/jsonvalues.h"
#include "models/panels/variableoptions.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace Watchfloor {

namespace {

constexpr size_t variableLimit = 200;
constexpr size_t optionLimit = 10'000;
/// Since this version a visible constant is a text box, and queries are asked anew.
constexpr int constantsSplit = 27;
constexpr int queriesRefresh = 29;

std::optional<Variable::Kind> kindNamed(const QString &type)
{
    using Kind = Variable::Kind;
    static const std::map<QString, Kind> kinds{
        {QStringLiteral("query"), Kind::Query},       {QStringLiteral("filter"), Kind::Query},     {QStringLiteral("custom"), Kind::Custom},
        {QStringLiteral("interval"), Kind::Interval}, {QStringLiteral("textbox"), Kind::TextBox},  {QStringLiteral("constant"), Kind::Constant},
        {QStringLiteral("snapshot"), Kind::Custom},   {QStringLiteral("datasource"), Kind::DataSource}, {QStringLiteral("adhoc"), Kind::AdHoc},
        {QString(), Kind::Query},
    };
    const auto known = kinds.find(type);
    return known == kinds.end() ? std::nullopt : std::optional(known->second);
}

std::vector<Variable::Option> savedOptions(const QJsonObject &json)
{
    std::vector<Variable::Option> options;
    for (const QJsonObject &option : jsonObjects(json.value(u"options"))) {
        const QString value = jsonText(option.value(u"value"));
        if (value == allChoice || value.startsWith(automaticChoice) || options.size() >= optionLimit)
            continue;
        const QString text = jsonText(option.value(u"text"));
        options.push_back({text.isEmpty() ? value : text, value});
    }
    return options;
}

QStringList currentOf(const QJsonObject &json)
{
    const QJsonValue current = json.value(u"current");
    if (!current.isObject())
        return jsonTexts(current);
    QStringList values = jsonTexts(current.toObject().value(u"value"));
    const QJsonValue text = current.toObject().value(u"text");
    if (values.isEmpty() && text.toString() == u"All")
        values.append(allChoice);
    return values;
}

/// The query of a variable: a text, or an object with one in it, or a builder's choices as JSON.
QString queryOf(const QJsonObject &json)
{
    const QJsonValue query = json.value(u"query");
    if (!query.isObject()) {
        const QString text = jsonText(query);
        return text.isEmpty() ? jsonText(json.value(u"definition")) : text;
    }
    const QJsonObject object = query.toObject();
    for (const QLatin1String key : {QLatin1String("query"), QLatin1String("rawSql"), QLatin1String("expr"), QLatin1String("target")})
        if (const QString text = object.value(key).toString(); !text.isEmpty())
            return text;
    if (const QString label = object.value(u"label").toString(); !label.isEmpty() && object.contains(u"stream"))
        return object.value(u"stream").toString().isEmpty() ? QStringLiteral("label_values(%1)").arg(label)
                                                            : QStringLiteral("label_values(%1, %2)").arg(object.value(u"stream").toString(), label);
    const QString definition = jsonText(json.value(u"definition"));
    return !definition.isEmpty() || object.isEmpty() ? definition : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::vector<Variable::Filter> adHocFilters(const QJsonObject &json)
{
    std::vector<Variable::Filter> filters;
    for (const QLatin1String key : {QLatin1String("baseFilters"), QLatin1String("filters")}) {
        for (const QJsonObject &filter : jsonObjects(json.value(key))) {
            QStringList values = jsonTexts(filter.value(u"values"));
            if (values.isEmpty())
                values.append(jsonText(filter.value(u"value")));
            if (const QString label = jsonText(filter.value(u"key")); !label.isEmpty())
                filters.push_back({label, jsonText(filter.value(u"operator")), values});
        }
    }
    return filters;
}

class VariableReader
{
public:
    VariableReader(int schema, const DataSources &sources, QStringList &notes)
        : m_schema(schema)
        , m_sources(sources)
        , m_notes(notes)
    {
    }

    Variable run(const QJsonObject &json)
    {
        m_json = json;
        m_variable = {};
        m_variable.name = jsonText(json.value(u"name"));
        const QString type = jsonText(json.value(u"type"));
        const auto kind = kindNamed(type);
        m_variable.kind = kind.value_or(Variable::Kind::Custom);
        readCommon();
        if (kind)
            readOwn();
        else if (type == u"switch")
            readSwitch();
        else
            m_notes.append(QStringLiteral("variable %1: the kind %2").arg(m_variable.name.left(128), type.left(64)));
        return std::move(m_variable);
    }

private:
    void readCommon()
    {
        const QJsonObject &json = m_json;
        m_variable.label = jsonText(json.value(u"label"));
        m_variable.query = queryOf(json);
        m_variable.pattern = jsonText(json.value(u"regex"));
        m_variable.sort = std::clamp(jsonInteger(json.value(u"sort"), 0), 0, 8);
        m_variable.values = savedOptions(json);
        m_variable.current = currentOf(json);
        m_variable.multi = jsonFlag(json.value(u"multi"));
        m_variable.includeAll = jsonFlag(json.value(u"includeAll"));
        m_variable.allValue = jsonText(json.value(u"allValue"));
        const int hide = jsonInteger(json.value(u"hide"), jsonFlag(json.value(u"hideVariable")) ? 2 : jsonFlag(json.value(u"hideLabel")) ? 1 : 0);
        m_variable.hidden = hide == 2;
        m_variable.labelHidden = hide == 1;
        m_variable.refresh = refresh();
        if (json.value(u"regexApplyTo").toString() == u"text")
            m_notes.append(QStringLiteral("variable %1: its pattern is for the text, not the value").arg(m_variable.name.left(128)));
    }

    Variable::Refresh refresh() const
    {
        const int refresh = jsonInteger(m_json.value(u"refresh"), jsonFlag(m_json.value(u"refresh")) ? 1 : 0);
        if (refresh == 2)
            return Variable::Refresh::OnTimeRange;
        // Without options there is nothing else to show, whatever the file says.
        return refresh == 1 || m_schema < queriesRefresh || m_variable.values.empty() ? Variable::Refresh::OnLoad : Variable::Refresh::Never;
    }

    void readOwn()
    {
        using Kind = Variable::Kind;
        switch (m_variable.kind) {
        case Kind::Query:
            readSource();
            break;
        case Kind::Custom:
            if (!m_variable.query.isEmpty())
                m_variable.values = customOptions(m_variable.query);
            break;
        case Kind::Interval:
            readInterval();
            break;
        case Kind::TextBox:
            readText();
            break;
        case Kind::Constant:
            if (m_schema < constantsSplit && !m_variable.hidden)
                m_variable.kind = Kind::TextBox;
            readText();
            break;
        case Kind::DataSource:
            if (isPrometheusType(m_variable.query))
                m_variable.query = QStringLiteral("prometheus");
            break;
        case Kind::AdHoc:
            readSource();
            m_variable.query.clear();
            m_variable.filters = adHocFilters(m_json);
            break;
        }
    }

    void readSource()
    {
        const SourceReference source = m_sources.read(m_json.value(u"datasource"));
        m_variable.source = source.source;
        if (!source.type.isEmpty() && !isPrometheusType(source.type))
            m_notes.append(QStringLiteral("variable %1: data source: %2").arg(m_variable.name.left(128), source.type.left(128)));
    }

    void readInterval()
    {
        m_variable.automatic = jsonFlag(m_json.value(u"auto"));
        m_variable.automaticCount = std::clamp(jsonInteger(m_json.value(u"auto_count"), 30), 1, 10'000);
        if (const QString least = jsonText(m_json.value(u"auto_min")); !least.isEmpty())
            m_variable.automaticMinimum = least;
        if (!m_variable.query.isEmpty())
            m_variable.values = intervalOptions(m_variable.query);
        for (QString &chosen : m_variable.current)
            if (chosen.startsWith(automaticChoice) || chosen == u"auto")
                chosen = automaticChoice;
    }

    void readText()
    {
        if (m_variable.current.isEmpty() || m_variable.kind == Variable::Kind::Constant)
            m_variable.current = QStringList{m_variable.query};
        m_variable.values = {{m_variable.current.front(), m_variable.current.front()}};
    }

    void readSwitch()
    {
        const auto word = [this](QLatin1String key, const QString &fallback) {
            const QString text = jsonText(m_json.value(key));
            return text.isEmpty() ? fallback : text;
        };
        const QString on = word(QLatin1String("enabledValue"), QStringLiteral("true"));
        const QString off = word(QLatin1String("disabledValue"), QStringLiteral("false"));
        m_variable.values = {{on, on}, {off, off}};
        if (m_json.value(u"current").isString())
            m_variable.current = QStringList{m_json.value(u"current").toString()};
    }

    int m_schema;
    const DataSources &m_sources;
    QStringList &m_notes;
    QJsonObject m_json;
    Variable m_variable;
};

/// Names of variables in a text: $name, ${name:format}, [[name]].
QStringList namesIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\$(\\w+)|\\[\\[(\\w+)(?::\\w+)?\\]\\]|\\$\\{(\\w+)(?:[.:][^}]*)?\\}"));
    QStringList names;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        names.append(match.captured(1) + match.captured(2) + match.captured(3));
    }
    return names;
}

class Circles
{
public:
    explicit Circles(const std::vector<Variable> &variables)
    {
        for (const Variable &variable : variables)
            if (variable.kind == Variable::Kind::Query)
                m_needs[variable.name] = namesIn(variable.query + u' ' + variable.pattern + u' ' + variable.source);
    }

    QStringList run()
    {
        for (const auto &[name, needs] : m_needs)
            visit(name);
        return m_found;
    }

private:
    void visit(const QString &name)
    {
        if (const qsizetype at = m_path.indexOf(name); at >= 0) {
            m_found.append((m_path.mid(at) + QStringList{name}).join(QStringLiteral(" → ")));
            return;
        }
        const auto needs = m_needs.find(name);
        if (needs == m_needs.end() || m_done.contains(name))
            return;
        m_path.append(name);
        for (const QString &needed : needs->second)
            visit(needed);
        m_path.removeLast();
        m_done.insert(name);
    }

    std::map<QString, QStringList> m_needs;
    QStringList m_path;
    QSet<QString> m_done;
    QStringList m_found;
};

} // namespace

std::vector<Variable> readVariables(const QJsonObject &dashboard, int schema, const DataSources &sources, QStringList &notes)
{
    std::vector<Variable> variables;
    VariableReader reader(schema, sources, notes);
    QSet<QString> names;
    for (const QJsonObject &json : jsonObjects(jsonAt(dashboard, QStringLiteral("templating.list")))) {
        if (variables.size() >= variableLimit) {
            notes.append(QStringLiteral("more than %1 variables").arg(variableLimit));
            break;
        }
        Variable variable = reader.run(json);
        if (variable.name.isEmpty() || names.contains(variable.name)) {
            notes.append(QStringLiteral("a variable without a name of its own: \"%1\"").arg(variable.name.left(128)));
            continue;
        }
        names.insert(variable.name);
        variables.push_back(std::move(variable));
    }
    return variables;
}

QStringList variableCircles(const std::vector<Variable> &variables)
{
    return Circles(variables).run();
}

} // namespace Watchfloor
