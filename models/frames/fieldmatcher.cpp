#include "models/frames/fieldmatcher.h"

#include "models/core/jsnumber.h"
#include "models/frames/cell.h"
#include "models/frames/reducer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int deepestMatcher = 8;
constexpr qsizetype mostParts = 100;

using Kind = FieldMatcher::Kind;

bool isFirstTime(const Field &field, const Frame &frame)
{
    return frame.time() == &field;
}

} // namespace

FieldMatcher fieldMatcher(const QString &id, const QJsonValue &options)
{
    static const QHash<QString, Kind> kinds{{QStringLiteral("byName"), Kind::Name},
                                            {QStringLiteral("byNames"), Kind::Names},
                                            {QStringLiteral("byRegexp"), Kind::Pattern},
                                            {QStringLiteral("byRegexpOrNames"), Kind::Names},
                                            {QStringLiteral("byFrameRefID"), Kind::Query},
                                            {QStringLiteral("byType"), Kind::Type},
                                            {QStringLiteral("byTypes"), Kind::Type},
                                            {QStringLiteral("byValue"), Kind::Value},
                                            {QStringLiteral("first"), Kind::First},
                                            {QStringLiteral("firstTimeField"), Kind::FirstTime},
                                            {QStringLiteral("numeric"), Kind::Numeric},
                                            {QStringLiteral("time"), Kind::Time},
                                            {QStringLiteral("alwaysMatch"), Kind::Everything},
                                            {QStringLiteral("anyMatch"), Kind::Compound},
                                            {QStringLiteral("allMatch"), Kind::Compound},
                                            {QStringLiteral("invertMatch"), Kind::Compound}};
    return {kinds.value(id, Kind::Unknown), id, options};
}

FieldSelection::FieldSelection(const QStringList &names)
    : m_matcher{Kind::Names, QStringLiteral("byNames"), {}}
    , m_names(names.begin(), names.end())
{
}

FieldSelection::FieldSelection(const FieldMatcher &matcher, int depth)
    : m_matcher(matcher)
{
    if (matcher.kind == Kind::Name)
        m_names = {matcher.options.toString()};
    else if (matcher.kind == Kind::Names)
        readNames(matcher.options);
    else if (matcher.kind == Kind::Pattern && !matcher.options.toString().isEmpty())
        m_pattern = Pattern(matcher.options.toString());
    else if (matcher.kind == Kind::Type)
        for (const QJsonValue &type : matcher.options.isArray() ? matcher.options.toArray() : QJsonArray{matcher.options})
            m_names.insert(type.toString());
    else if (matcher.kind == Kind::Compound)
        readParts(matcher, depth);
}

void FieldSelection::readNames(const QJsonValue &options)
{
    for (const QJsonValue &name : options[QLatin1String("names")].toArray())
        m_names.insert(name.toString());
    m_excludes = options[QLatin1String("mode")].toString() == u"exclude";
    if (const QString pattern = options[QLatin1String("pattern")].toString(); m_matcher.id == u"byRegexpOrNames" && !pattern.isEmpty())
        m_pattern = Pattern(pattern);
}

void FieldSelection::readParts(const FieldMatcher &matcher, int depth)
{
    const QJsonArray parts = matcher.options.isArray() ? matcher.options.toArray() : QJsonArray{matcher.options};
    if (depth >= deepestMatcher || parts.size() > mostParts)
        return;
    for (const QJsonValue &part : parts) {
        const FieldMatcher inner = fieldMatcher(part[QLatin1String("id")].toString(), part[QLatin1String("options")]);
        m_parts.push_back(FieldSelection(inner, depth + 1));
    }
}

bool FieldSelection::matches(const Field &field, const Frame &frame, const QString &name) const
{
    switch (m_matcher.kind) {
    case Kind::Name:
    case Kind::Names:
        return matchesName(field, name) != m_excludes;
    case Kind::Pattern:
        return m_pattern.matches(name);
    case Kind::Query:
        return frame.refId == m_matcher.options.toString();
    case Kind::Type:
        return m_names.contains(fieldTypeName(field.type));
    case Kind::Value:
        return matchesValue(field);
    case Kind::First:
        return !frame.fields.empty() && &frame.fields.front() == &field;
    case Kind::FirstTime:
        return isFirstTime(field, frame);
    case Kind::Numeric:
        return field.type == FieldType::Number;
    case Kind::Time:
        return field.type == FieldType::Time;
    case Kind::Everything:
        return true;
    case Kind::Compound:
        return matchesParts(field, frame, name);
    case Kind::Unknown:
        break;
    }
    return false;
}

bool FieldSelection::matchesName(const Field &field, const QString &name) const
{
    if (m_names.contains(name) || m_names.contains(field.name) || m_pattern.matches(name))
        return true;
    // Values that are called by their metric are meant by "Value" too, times of any name by "Time".
    if (m_names.contains(QStringLiteral("Value")))
        return !field.name.isEmpty() && field.labels.value(u"__name__") == field.name;
    return field.type == FieldType::Time && (m_names.contains(QStringLiteral("Time")) || m_names.contains(QStringLiteral("time")));
}

bool FieldSelection::matchesValue(const Field &field) const
{
    const QJsonValue &options = m_matcher.options;
    const QString reducer = options[QLatin1String("reducer")].toString();
    if (!isKnownReducer(reducer))
        return false;
    const double value = reduced(field, reducer);
    if (reducer == u"allIsZero" || reducer == u"allIsNull")
        return value != 0;
    const QString operation = options[QLatin1String("op")].toString();
    return comparesAs(std::isnan(value) ? std::nullopt : std::optional(value), operation.isEmpty() ? QStringLiteral("eq") : operation,
                      options[QLatin1String("value")]);
}

bool FieldSelection::matchesParts(const Field &field, const Frame &frame, const QString &name) const
{
    const auto fits = [&](const FieldSelection &part) { return part.matches(field, frame, name); };
    if (m_matcher.id == u"invertMatch")
        return !m_parts.empty() && !fits(m_parts.front());
    if (m_matcher.id == u"allMatch")
        return std::all_of(m_parts.begin(), m_parts.end(), fits);
    return std::any_of(m_parts.begin(), m_parts.end(), fits);
}

QuerySelection::QuerySelection(const QString &pattern)
    : m_refId(pattern)
{
    if (pattern.startsWith(u'/')) {
        m_pattern = Pattern(pattern);
    } else if (pattern.contains(u'|')) {
        QStringList names;
        for (const QString &name : pattern.split(u'|'))
            names << QRegularExpression::escape(name);
        m_pattern = Pattern::bare(QStringLiteral("^(?:%1)$").arg(names.join(u'|')));
    }
}

bool comparesAs(std::optional<double> left, const QString &operation, const QJsonValue &right)
{
    static const QHash<QString, QString> signs{{QStringLiteral("=="), QStringLiteral("eq")}, {QStringLiteral("="), QStringLiteral("eq")},
                                               {QStringLiteral("!="), QStringLiteral("neq")}, {QStringLiteral(">"), QStringLiteral("gt")},
                                               {QStringLiteral(">="), QStringLiteral("gte")}, {QStringLiteral("<"), QStringLiteral("lt")},
                                               {QStringLiteral("<="), QStringLiteral("lte")}};
    QString name = signs.value(operation, operation);
    const bool rightIsNothing = right.isNull() || right.isUndefined();
    if ((!left || rightIsNothing) && (name == u"gte" || name == u"lte"))
        name = QStringLiteral("eq");
    const QString leftText = left ? JsNumber::text(*left) : QStringLiteral("null");
    const QString rightText = rightIsNothing ? QStringLiteral("null") : right.isDouble() ? JsNumber::text(right.toDouble()) : right.toString();
    if (name == u"eq" || name == u"neq")
        return (leftText == rightText) == (name == u"eq");
    const std::optional<double> number = right.isDouble() ? std::optional(right.toDouble()) : numberOf(rightText);
    if (!left || !number)
        return false;
    if (name == u"gt" || name == u"gte")
        return *left > *number || (name == u"gte" && *left == *number);
    return (name == u"lt" || name == u"lte") && (*left < *number || (name == u"lte" && *left == *number));
}

} // namespace Watchfloor
