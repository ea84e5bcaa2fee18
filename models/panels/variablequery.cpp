#include "models/panels/variablequery.h"

#include "models/core/jsnumber.h"
#include "models/panels/adhocfilters.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace Watchfloor {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostTexts = 100'000;

QString captured(const char *pattern, const QString &text, int group = 1)
{
    const QRegularExpression expression(QString::fromLatin1(pattern), QRegularExpression::DotMatchesEverythingOption);
    return expression.match(text).captured(group).trimmed();
}

/// A metric's name, or a selector without anything in it, which selects nothing.
QString selectorOf(QString text)
{
    text = text.trimmed();
    return QString(text).remove(u' ') == u"{}" ? QString() : text;
}

bool isLabelName(const QString &name)
{
    static const QRegularExpression pattern(u"^[a-zA-Z_][a-zA-Z0-9_]*$"_s);
    return pattern.match(name).hasMatch();
}

/// Newer servers take any name in quotes.
QString groupingLabel(const QString &label)
{
    return isLabelName(label) ? label : quoted(label);
}

QString seriesText(const Labels &labels)
{
    QStringList parts;
    for (const auto &[name, value] : labels)
        if (name != u"__name__")
            parts.append(u"%1=\"%2\""_s.arg(name, value));
    return labels.value(u"__name__") + u'{' + parts.join(u',') + u'}';
}

/// As Prometheus writes samples: never with an exponent.
QString sampleText(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"+Inf"_s : u"-Inf"_s;
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

QString resultText(const Series &series)
{
    const QString head = seriesText(series.labels);
    return series.values.empty() ? head : head + u' ' + sampleText(series.values.back()) + u' ' + JsNumber::text(series.times->back() * 1000);
}

QString label(const VariableQuery &query)
{
    return query.kind == VariableQuery::Kind::Metrics ? u"__name__"_s : query.label;
}

QString textOf(const nlohmann::json &entry)
{
    if (entry.is_string())
        return QString::fromStdString(entry.get_ref<const std::string &>());
    if (!entry.is_object())
        return {};
    std::vector<Labels::Pair> pairs;
    for (const auto &[name, value] : entry.items())
        if (value.is_string())
            pairs.emplace_back(QString::fromStdString(name), QString::fromStdString(value.get_ref<const std::string &>()));
    return seriesText(Labels(std::move(pairs)));
}

} // namespace

VariableQuery VariableQuery::read(const QString &given)
{
    const QString text = given.trimmed();
    const auto is = [&text](QLatin1String function) { return text.startsWith(function) && text.endsWith(u')'); };
    VariableQuery query;
    if (is("label_names("_L1)) {
        query.kind = Kind::LabelNames;
        if (const QString metric = captured("^label_names\\((.+)\\)$", text); !metric.isEmpty())
            query.selector = u"{__name__=~\".*%1.*\"}"_s.arg(metric);
    } else if (is("label_values("_L1)) {
        static const char pattern[] = "^label_values\\((?:(.+),\\s*)?(.+)\\)$";
        query.label = captured(pattern, text, 2);
        query.selector = selectorOf(captured(pattern, text, 1));
        query.kind = query.label.isEmpty() ? Kind::Nothing : Kind::LabelValues;
    } else if (is("metrics("_L1)) {
        if (const QString pattern = captured("^metrics\\((.+)\\)$", text); !pattern.isEmpty())
            query = {Kind::Metrics, u"{__name__=~\"%1\"}"_s.arg(pattern), {}, {}};
    } else if (is("query_result("_L1)) {
        query.expression = captured("^query_result\\((.+)\\)$", text);
        query.kind = query.expression.isEmpty() ? Kind::Nothing : Kind::Result;
    } else if (!text.isEmpty()) {
        query = {Kind::Series, text, {}, {}};
    }
    return query;
}

QString VariableQuery::promql() const
{
    switch (kind) {
    case Kind::LabelValues:
    case Kind::Metrics: {
        const QString name = groupingLabel(Watchfloor::label(*this));
        return u"count by (%1) (%2)"_s.arg(name, selector.isEmpty() ? u"{%1!=\"\"}"_s.arg(name) : selector);
    }
    case Kind::Result:
        return expression;
    case Kind::Series:
        return selector;
    case Kind::Nothing:
    case Kind::LabelNames:
        break;
    }
    return {};
}

QString VariableQuery::apiPath(TimeRange range) const
{
    QString path;
    switch (kind) {
    case Kind::LabelNames:
        path = u"/api/v1/labels"_s;
        break;
    case Kind::LabelValues:
    case Kind::Metrics:
        path = u"/api/v1/label/%1/values"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(Watchfloor::label(*this))));
        break;
    case Kind::Series:
        path = u"/api/v1/series"_s;
        break;
    case Kind::Nothing:
    case Kind::Result:
        return {};
    }
    // Whole seconds, outwards: the same question stays the same while the clock runs.
    path += u"?start=%1&end=%2"_s.arg(qint64(std::floor(toEpochSeconds(range.start)))).arg(qint64(std::ceil(toEpochSeconds(range.end))));
    return selector.isEmpty() ? path : path + u"&match[]="_s + QString::fromLatin1(QUrl::toPercentEncoding(selector));
}

QStringList offeredTexts(const VariableQuery &query, const QueryAnswer &answer)
{
    QStringList texts;
    if (answer.type == QueryAnswer::Type::String)
        return {answer.text};
    for (const Series &series : answer.series) {
        if (texts.size() >= mostTexts)
            break;
        if (answer.type == QueryAnswer::Type::Scalar)
            texts.append(sampleText(series.last()));
        else if (query.kind == VariableQuery::Kind::Result)
            texts.append(resultText(series));
        else if (query.kind == VariableQuery::Kind::Series)
            texts.append(seriesText(series.labels));
        else if (const QString value = series.labels.value(label(query)); !value.isEmpty())
            texts.append(value);
    }
    if (query.kind == VariableQuery::Kind::LabelValues || query.kind == VariableQuery::Kind::Metrics)
        texts.sort();
    return texts;
}

Result<QStringList> offeredTexts(const VariableQuery &query, const QByteArray &body)
{
    const nlohmann::json answer = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
    const auto *data = answer.is_object() && answer.contains("data") ? &answer["data"] : nullptr;
    if (!data || !data->is_array())
        return Error{Error::Kind::Malformed, u"no list of names or series"_s, {}};
    QStringList texts;
    for (const nlohmann::json &entry : *data) {
        const QString text = textOf(entry);
        const bool hidden = query.kind == VariableQuery::Kind::LabelNames && !query.selector.isEmpty() && text == u"__name__";
        if (!text.isEmpty() && !hidden && texts.size() < mostTexts)
            texts.append(text);
    }
    return texts;
}

QString variableQueryText(const VariableQueryFields &fields)
{
    switch (fields.type) {
    case 0:
        return u"label_names(%1)"_s.arg(fields.match);
    case 1: {
        const QString selector = fields.metric.isEmpty() && fields.filters.empty() ? QString() : fields.metric + filtersText(fields.filters);
        return selector.isEmpty() ? u"label_values(%1)"_s.arg(fields.label) : u"label_values(%1,%2)"_s.arg(selector, fields.label);
    }
    case 2:
        return u"metrics(%1)"_s.arg(fields.metric);
    case 3: {
        QString expression = fields.expression;
        return u"query_result(%1)"_s.arg(expression.remove(u'\n').remove(u'\r'));
    }
    case 4:
        return fields.series;
    default:
        return fields.text;
    }
}

} // namespace Watchfloor
