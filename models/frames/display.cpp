#include "models/frames/display.h"

#include "models/frames/cell.h"
#include "models/frames/colorscale.h"
#include "models/frames/reducer.h"
#include "models/frames/valuemapping.h"

#include <QLocale>

#include <cmath>

namespace Watchfloor {

namespace {

// Grafana's classic palette has so many colours.
constexpr int paletteSize = 56;

bool isContinuous(const ColorMode &color)
{
    return color.mode.startsWith(u"continuous-");
}

bool isByThreshold(const FieldConfig &config)
{
    return config.color.mode == u"thresholds" || (config.color.mode.isEmpty() && !config.thresholds.isEmpty());
}

std::optional<double> end(std::optional<double> configured, double found)
{
    if (configured)
        return configured;
    return std::isnan(found) ? std::nullopt : std::optional(found);
}

double percentOf(const Field &field, double value)
{
    const double low = end(field.config.minimum, field.rangeFrom).value_or(0);
    const double high = end(field.config.maximum, field.rangeTo).value_or(100);
    const double share = (value - low) / (high - low);
    return std::isnan(share) ? 0 : std::clamp(share, 0.0, 1.0);
}

const ThresholdStep *stepOf(const Field &field, double value)
{
    return stepFor(field.config.thresholds, value, end(field.config.minimum, field.rangeFrom), end(field.config.maximum, field.rangeTo));
}

QString paletteColor(const Field &field)
{
    const bool byName = field.config.color.mode == u"palette-classic-by-name";
    const int place = byName ? palettePlace(field.displayName.isEmpty() ? field.name : field.displayName, paletteSize) : field.place;
    return QStringLiteral("palette:") + QString::number(place);
}

/// What does not depend on a value.
QString ownColor(const Field &field)
{
    const ColorMode &color = field.config.color;
    if (color.mode == u"fixed")
        return color.fixed;
    if (color.mode == u"shades")
        return shadeOf(color.fixed, field.place);
    return paletteColor(field);
}

QString colorOf(const Field &field, double value)
{
    // What has no value has the colour of the lowest one.
    if (isContinuous(field.config.color))
        return continuousColor(field.config.color.mode, std::isnan(value) ? 0 : percentOf(field, value));
    if (!isByThreshold(field.config))
        return ownColor(field);
    const ThresholdStep *step = stepOf(field, std::isnan(value) ? -std::numeric_limits<double>::infinity() : value);
    return step ? step->color : QString();
}

/// A mapping that names a colour says what the value means; without a value nothing is known unless it says that this is bad.
State stateOf(const Field &field, double value, const std::optional<MappedValue> &mapping)
{
    const bool missing = std::isnan(value);
    if (mapping && !mapping->color.isEmpty()) {
        const State state = stateOfColor(mapping->color);
        return missing && state == State::Healthy ? State::Blind : state;
    }
    const ThresholdStep *step = missing ? nullptr : stepOf(field, value);
    return missing ? State::Blind : step ? step->state : State::Healthy;
}

Unit unitOf(const Field &field)
{
    const QString &id = field.config.unit.id;
    if (field.type == FieldType::Time && !id.startsWith(u"dateTime") && !id.startsWith(u"time:"))
        return {QStringLiteral("dateTimeAsSystem")};
    if (field.type == FieldType::Boolean && !id.startsWith(u"bool"))
        return {QStringLiteral("bool")};
    return field.config.unit;
}

/// Digits that only a step of an axis asked for: "60.00" is 60. Source: Grafana's display processor, without decimals of the panel.
void stripZeros(Quantity &quantity)
{
    QString &number = quantity.number;
    const QString point(QLocale().decimalPoint());
    const qsizetype sign = number.indexOf(point);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (sign < 0 || point.isEmpty() || !std::all_of(number.cbegin() + sign + point.size(), number.cend(), isDigit))
        return;
    while (number.endsWith(u'0'))
        number.chop(1);
    if (number.endsWith(point))
        number.chop(point.size());
}

void fillNumber(DisplayValue &shown, const Field &field, double value)
{
    const Unit unit = unitOf(field);
    shown.quantity = quantity(value, unit, field.config.decimals.value_or(-1));
    if (field.isNumeric() && field.type != FieldType::Boolean && !field.config.decimals && takesDecimals(unit))
        stripZeros(shown.quantity);
    shown.text = shown.quantity.text();
}

DisplayValue finished(DisplayValue shown, const Field &field, double value, const std::optional<MappedValue> &mapping)
{
    shown.mapped = mapping.has_value();
    shown.number = value;
    shown.percent = std::isnan(value) ? 0 : percentOf(field, value);
    shown.state = stateOf(field, value, mapping);
    shown.color = mapping && !mapping->color.isEmpty() ? mapping->color : colorOf(field, value);
    if (mapping && !mapping->text.isEmpty()) {
        shown.text = mapping->text;
        shown.quantity = {shown.text};
    }
    return shown;
}

DisplayValue displayedText(const Field &field, const QString &text)
{
    const auto mapping = mapped(field.config.mappings, text);
    const QString &unit = field.config.unit.id;
    const bool plain = unit.isEmpty() || unit == u"string" || unit == u"none";
    const std::optional<double> number = plain || text.isEmpty() ? std::nullopt : numberOf(text);
    DisplayValue shown;
    if (number)
        fillNumber(shown, field, *number);
    else
        shown.text = text.isEmpty() ? field.config.noValue : text;
    if (!number)
        shown.quantity = {shown.text};
    shown = finished(shown, field, number.value_or(noSample), mapping);
    // A text is no number that is missing.
    if (!number && (!mapping || mapping->color.isEmpty()))
        shown.state = State::Healthy;
    return shown;
}

} // namespace

DisplayValue displayed(const Field &field, double value)
{
    const auto mapping = field.type == FieldType::Time ? std::nullopt : mapped(field.config.mappings, value, field.type == FieldType::Boolean);
    DisplayValue shown;
    if (isNone(value)) {
        shown.text = field.config.noValue;
        shown.quantity = {shown.text};
    } else if (std::isnan(value)) {
        shown.text = QStringLiteral("NaN");
        shown.quantity = {shown.text};
    } else {
        fillNumber(shown, field, value);
    }
    return finished(std::move(shown), field, value, mapping);
}

DisplayValue displayed(const Field &field, size_t row)
{
    if (field.isText() && !field.numbers)
        return displayedText(field, field.text(row));
    return displayed(field, field.number(row));
}

QString seriesColor(const Field &field)
{
    if (!isContinuous(field.config.color) && !isByThreshold(field.config))
        return ownColor(field);
    const double value = reduced(field, field.config.color.by.isEmpty() ? QStringLiteral("last") : field.config.color.by);
    return colorOf(field, std::isnan(value) ? 0 : value);
}

} // namespace Watchfloor
