#include "models/core/unitscaling.h"

#include "models/core/jsnumber.h"

#include <array>
#include <cmath>
#include <numbers>

namespace Watchfloor::UnitScaling {

namespace {

constexpr std::array<const char16_t *, 9> binaryPrefixes{u"", u"Ki", u"Mi", u"Gi", u"Ti", u"Pi", u"Ei", u"Zi", u"Yi"};
constexpr std::array<const char16_t *, 9> shortWords{u"", u"K", u"Mil", u"Bil", u"Tri", u"Quadr", u"Quint", u"Sext", u"Sept"};
constexpr std::array<const char16_t *, 5> countLetters{u"", u"K", u"M", u"B", u"T"};
constexpr std::array<const char16_t *, 3> pressureUnits{u"psi", u"ksi", u"Mpsi"};

const QString &space()
{
    static const QString text = QStringLiteral(" ");
    return text;
}

QString infinite(double value)
{
    return value > 0 ? QStringLiteral("\u221E") : QStringLiteral("-\u221E");
}

int automaticDecimals(double value)
{
    if (std::fmod(value, 1) == 0)
        return 0;
    const double magnitude = std::fabs(value);
    const double power = std::floor(std::log(magnitude) / std::numbers::ln10);
    const double leading = magnitude / std::pow(10.0, power - 1);
    return std::max(0, int(1 - power) + (leading > 2.25 ? 1 : 0));
}

} // namespace

QString fixed(double value, Decimals wanted)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return infinite(value);
    const int decimals = wanted ? *wanted : automaticDecimals(value);
    const double factor = decimals > 0 ? std::pow(10.0, decimals) : 1;
    // Too small to be rounded at all: written as it is.
    const QString text = JsNumber::text(std::isfinite(factor) ? JsNumber::round(value * factor) / factor : value);
    if (text.contains(u'e') || decimals <= 0)
        return text;
    const qsizetype point = text.indexOf(u'.');
    const qsizetype precision = point < 0 ? 0 : text.size() - point - 1;
    if (precision >= decimals)
        return text;
    return (precision > 0 ? text : text + u'.') + QString(decimals - precision, u'0');
}

Quantity fixed(double value, Decimals decimals, const QString &suffix)
{
    return {fixed(value, decimals), suffix, {}, suffix.isEmpty() ? QString() : space()};
}

Quantity scaled(double value, Decimals decimals, double factor, std::span<const char16_t *const> suffixes, int offset)
{
    if (!std::isfinite(value))
        return {fixed(value, decimals), {}, {}, {}};
    const int last = int(suffixes.size()) - 1;
    // The same quotient of logarithms decides at the borders as in Grafana.
    const double exact = value == 0 ? 0 : std::floor(std::log10(std::fabs(value)) / std::log10(factor));
    const int power = std::clamp(int(exact), -offset, last - offset);
    return {fixed(value / std::pow(factor, power), decimals), QString::fromUtf16(suffixes[size_t(offset + power)]), {}, {}};
}

Quantity metric(double value, Decimals decimals, const QString &symbol, int offset)
{
    Quantity result = scaled(value, decimals, 1000, metricPrefixes, std::clamp(metricBase + offset, 0, int(metricPrefixes.size()) - 1));
    if (std::isfinite(value))
        result.gap = space();
    result.suffix += std::isfinite(value) ? symbol : QString();
    return result;
}

Quantity binary(double value, Decimals decimals, const QString &symbol, int offset)
{
    Quantity result = scaled(value, decimals, 1024, binaryPrefixes, offset);
    if (std::isfinite(value))
        result.gap = space();
    result.suffix += std::isfinite(value) ? symbol : QString();
    return result;
}

Quantity shortened(double value, Decimals decimals)
{
    Quantity result = scaled(value, decimals, 1000, shortWords, 0);
    if (!result.suffix.isEmpty())
        result.gap = space();
    return result;
}

Quantity pressure(double value, Decimals decimals)
{
    return scaled(value, decimals, 1000, pressureUnits, 0);
}

Quantity count(double value, Decimals decimals, const QString &symbol)
{
    Quantity result = scaled(value, decimals, 1000, countLetters, 0);
    if (result.suffix.isEmpty())
        result.gap = space();
    else
        result.suffix += u' ';
    result.suffix += symbol;
    return result;
}

Quantity currency(double value, Decimals decimals, const QString &symbol, bool after)
{
    Quantity result = scaled(std::fabs(value), decimals, 1000, countLetters, 0);
    if (after)
        result.suffix += std::isfinite(value) ? symbol : QString();
    else
        result.prefix = symbol;
    if (value < 0)
        result.prefix.prepend(u'-');
    return result;
}

Quantity financial(double value, Decimals decimals, const QString &symbol, bool after)
{
    Quantity result;
    result.number = JsNumber::localised(value, decimals.value_or(0), decimals.value_or(1));
    (after ? result.suffix : result.prefix) = symbol;
    return result;
}

QString hexadecimal(double value, Decimals decimals)
{
    // Grafana reads back its own rounded text; what is no number there stays none.
    bool ok = false;
    const double rounded = fixed(value, decimals).toDouble(&ok);
    return ok ? JsNumber::hexadecimal(rounded).toUpper() : QStringLiteral("NAN");
}

} // namespace Watchfloor::UnitScaling
