#include "models/frames/valuemapping.h"

#include "models/core/jsnumber.h"
#include "models/frames/cell.h"
#include "models/frames/pattern.h"

#include <QJsonObject>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t mostMappings = 2'000;

std::optional<double> numberIn(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    return value.isString() ? numberOf(value.toString()) : std::nullopt;
}

QString textIn(const QJsonValue &value)
{
    return value.isDouble() ? JsNumber::text(value.toDouble()) : value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.toString();
}

ValueMapping withResult(ValueMapping mapping, const QJsonValue &result)
{
    mapping.text = textIn(result[QLatin1String("text")]);
    mapping.color = result[QLatin1String("color")].toString();
    return mapping;
}

std::optional<ValueMapping::Special> specialNamed(const QString &name)
{
    using Special = ValueMapping::Special;
    static const std::pair<const char16_t *, Special> names[] = {{u"null", Special::Null},
                                                                 {u"nan", Special::NaN},
                                                                 {u"null+nan", Special::NullOrNaN},
                                                                 {u"true", Special::True},
                                                                 {u"false", Special::False},
                                                                 {u"empty", Special::Empty}};
    for (const auto &[known, special] : names)
        if (name == QStringView(known))
            return special;
    return std::nullopt;
}

bool readTyped(std::vector<ValueMapping> &mappings, const QString &type, const QJsonObject &options)
{
    const QJsonValue result = options[QLatin1String("result")];
    ValueMapping mapping;
    if (type == u"value") {
        for (auto entry = options.begin(); entry != options.end(); ++entry) {
            mapping.match = entry.key();
            mappings.push_back(withResult(mapping, entry.value()));
        }
        return true;
    }
    if (type == u"range") {
        mapping.kind = ValueMapping::Kind::Range;
        mapping.from = numberIn(options[QLatin1String("from")]);
        mapping.to = numberIn(options[QLatin1String("to")]);
    } else if (type == u"regex") {
        mapping.kind = ValueMapping::Kind::Pattern;
        mapping.match = options[QLatin1String("pattern")].toString();
    } else if (type == u"special") {
        const auto special = specialNamed(options[QLatin1String("match")].toString());
        if (!special)
            return false;
        mapping.kind = ValueMapping::Kind::Special;
        mapping.special = *special;
    } else {
        return false;
    }
    mappings.push_back(withResult(mapping, result));
    return true;
}

/// Of panels before Grafana 8: everything in one object, "null" being a value among others.
bool readOld(std::vector<ValueMapping> &mappings, const QJsonObject &old)
{
    const bool isRange = old[QLatin1String("type")].toInt() == 2 || (!old.contains(QLatin1String("type")) && old.contains(QLatin1String("from")));
    ValueMapping mapping = withResult({}, old);
    const QString from = textIn(old[QLatin1String("from")]);
    const QString to = textIn(old[QLatin1String("to")]);
    const QString value = textIn(old[QLatin1String("value")]);
    if (isRange ? from == u"null" || to == u"null" : value == u"null") {
        mapping.kind = ValueMapping::Kind::Special;
    } else if (isRange) {
        mapping.kind = ValueMapping::Kind::Range;
        mapping.from = numberIn(old[QLatin1String("from")]);
        mapping.to = numberIn(old[QLatin1String("to")]);
    } else if (old.contains(QLatin1String("value"))) {
        mapping.match = value;
    } else {
        return false;
    }
    mappings.push_back(mapping);
    return true;
}

/// What is asked of a value: as a text, a number, and which special values it is.
struct Asked
{
    QString text;
    std::optional<double> number;
    bool isText = false;
    bool isNull = false;
    bool isNaN = false;
    bool isFlag = false;
};

bool isSpecial(ValueMapping::Special special, const Asked &asked)
{
    switch (special) {
    case ValueMapping::Special::Null:
        return asked.isNull;
    case ValueMapping::Special::NaN:
        return asked.isNaN;
    case ValueMapping::Special::NullOrNaN:
        return asked.isNull || asked.isNaN;
    case ValueMapping::Special::True:
        return (asked.isText || asked.isFlag) && asked.text == u"true";
    case ValueMapping::Special::False:
        return (asked.isText || asked.isFlag) && asked.text == u"false";
    case ValueMapping::Special::Empty:
        return asked.isText && !asked.isNull && asked.text.isEmpty();
    }
    return false;
}

bool isWithin(const ValueMapping &mapping, const std::optional<double> &number)
{
    return number && !(mapping.from && *number < *mapping.from) && !(mapping.to && *number > *mapping.to);
}

std::optional<MappedValue> fits(const ValueMapping &mapping, const Asked &asked)
{
    const MappedValue value{mapping.text, mapping.color};
    switch (mapping.kind) {
    case ValueMapping::Kind::Value:
        return !asked.isNull && mapping.match == asked.text ? std::optional(value) : std::nullopt;
    case ValueMapping::Kind::Range:
        return !asked.isNull && isWithin(mapping, asked.number) ? std::optional(value) : std::nullopt;
    case ValueMapping::Kind::Special:
        return isSpecial(mapping.special, asked) ? std::optional(value) : std::nullopt;
    case ValueMapping::Kind::Pattern:
        break;
    }
    const Pattern pattern = asked.isText && !asked.isNull ? Pattern(mapping.match) : Pattern();
    if (!pattern.matches(asked.text))
        return std::nullopt;
    return MappedValue{mapping.text.isEmpty() ? QString() : pattern.replaced(asked.text, mapping.text), mapping.color};
}

std::optional<MappedValue> firstFit(const std::vector<ValueMapping> &mappings, const Asked &asked)
{
    for (const ValueMapping &mapping : mappings)
        if (auto found = fits(mapping, asked))
            return found;
    return std::nullopt;
}

} // namespace

std::optional<std::vector<ValueMapping>> valueMappings(const QJsonValue &value)
{
    std::vector<ValueMapping> mappings;
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        return std::nullopt;
    for (const QJsonValue &entry : value.toArray()) {
        const QJsonObject object = entry.toObject();
        const QJsonValue type = object[QLatin1String("type")];
        const bool read = type.isString() && !object.contains(QLatin1String("text"))
                              ? readTyped(mappings, type.toString(), object[QLatin1String("options")].toObject())
                              : readOld(mappings, object);
        if (!read || mappings.size() > mostMappings)
            return std::nullopt;
    }
    return mappings;
}

std::optional<MappedValue> mapped(const std::vector<ValueMapping> &mappings, double value, bool flag)
{
    if (mappings.empty())
        return std::nullopt;
    Asked asked;
    asked.isFlag = flag;
    asked.isNull = isNone(value);
    asked.isNaN = std::isnan(value);
    if (!asked.isNull)
        asked.text = flag ? (value != 0 ? QStringLiteral("true") : QStringLiteral("false")) : JsNumber::text(value);
    if (!asked.isNaN && !flag)
        asked.number = value;
    return firstFit(mappings, asked);
}

std::optional<MappedValue> mapped(const std::vector<ValueMapping> &mappings, const QString &text)
{
    if (mappings.empty())
        return std::nullopt;
    Asked asked{text, leadingNumber(text), true, text.isNull(), !text.isNull() && !numberOf(text), false};
    return firstFit(mappings, asked);
}

} // namespace Watchfloor
