#include "models/core/unit.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace Watchfloor {

namespace {

struct Scale
{
    double factor;
    const char16_t *suffix;
};

constexpr std::array<Scale, 6> shortScales{{{1e15, u"P"}, {1e12, u"T"}, {1e9, u"G"}, {1e6, u"M"}, {1e3, u"k"}, {1, u""}}};
constexpr std::array<Scale, 6> byteScales{{{1125899906842624.0, u"PiB"},
                                           {1099511627776.0, u"TiB"},
                                           {1073741824.0, u"GiB"},
                                           {1048576.0, u"MiB"},
                                           {1024.0, u"KiB"},
                                           {1, u"B"}}};
constexpr std::array<Scale, 7> secondScales{
    {{86400, u"d"}, {3600, u"h"}, {60, u"min"}, {1, u"s"}, {1e-3, u"ms"}, {1e-6, u"µs"}, {1e-9, u"ns"}}};

int decimalsFor(double scaled)
{
    const double magnitude = std::fabs(scaled);
    if (magnitude == 0 || magnitude >= 100)
        return 0;
    if (magnitude >= 10)
        return 1;
    return 2;
}

QString number(double scaled, int decimals)
{
    const int digits = decimals >= 0 ? decimals : decimalsFor(scaled);
    // -0.00 would read as a sign of something
    const double rounded = std::fabs(scaled) < 0.5 * std::pow(10.0, -digits) ? 0.0 : scaled;
    return QLocale().toString(rounded, 'f', digits);
}

template <size_t N>
Quantity scaled(double value, const std::array<Scale, N> &scales, int decimals)
{
    const double magnitude = std::fabs(value);
    const Scale *chosen = &scales.back();
    for (const Scale &scale : scales) {
        if (magnitude >= scale.factor) {
            chosen = &scale;
            break;
        }
    }
    if (value == 0)
        for (const Scale &scale : scales)
            if (scale.factor == 1)
                chosen = &scale;
    return {number(value / chosen->factor, decimals), QString::fromUtf16(chosen->suffix)};
}

Quantity perTime(double value, const QString &per, int decimals)
{
    Quantity result = scaled(value, shortScales, decimals);
    return {result.suffix.isEmpty() ? result.number : result.number + QChar(0x202F) + result.suffix, per};
}

} // namespace

QString Quantity::text() const
{
    if (suffix.isEmpty())
        return number;
    return suffix.startsWith(u'/') ? number + suffix : number + QChar(0x202F) + suffix;
}

Quantity quantity(double value, const Unit &unit, int decimals)
{
    if (std::isnan(value))
        return {QStringLiteral("NaN"), {}};
    if (std::isinf(value))
        return {value > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf"), {}};
    const QString &id = unit.id;
    if (id == u"percentunit")
        return {number(value * 100, decimals >= 0 ? decimals : std::max(decimalsFor(value * 100), std::fabs(value) >= 0.1 ? 1 : 2)), QStringLiteral("%")};
    if (id == u"percent")
        return {number(value, decimals), QStringLiteral("%")};
    if (id == u"s")
        return scaled(value, secondScales, decimals);
    if (id == u"ms")
        return scaled(value / 1000, secondScales, decimals);
    if (id == u"bytes" || id == u"decbytes")
        return scaled(value, byteScales, decimals);
    if (id == u"Bps" || id == u"binBps") {
        const Quantity bytes = scaled(value, byteScales, decimals);
        return {bytes.number, bytes.suffix + QStringLiteral("/s")};
    }
    if (id == u"reqps" || id == u"ops" || id == u"cps" || id == u"rps")
        return perTime(value, QStringLiteral("/s"), decimals);
    if (id == u"reqpm" || id == u"opm" || id == u"cpm")
        return perTime(value, QStringLiteral("/min"), decimals);
    if (id == u"bool")
        return {value != 0 ? QStringLiteral("true") : QStringLiteral("false"), {}};
    if (id.isEmpty() || id == u"short" || id == u"none") {
        // Counts below ten thousand stay whole: 1,204 says more than 1.2 k.
        if (std::fabs(value) < 10'000 && value == std::floor(value))
            return {number(value, std::max(decimals, 0)), {}};
        const Quantity result = scaled(value, shortScales, decimals);
        return result;
    }
    return {number(value, decimals), id};
}

} // namespace Watchfloor
