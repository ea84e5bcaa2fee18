#include "models/core/unitown.h"

#include <QSet>

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

QString number(double scaled, int decimals, const QLocale &locale)
{
    const int digits = decimals >= 0 ? decimals : decimalsFor(scaled);
    // -0.00 would read as a sign of something
    const double rounded = std::fabs(scaled) < 0.5 * std::pow(10.0, -digits) ? 0.0 : scaled;
    return locale.toString(rounded, 'f', digits);
}

/// A narrow space wherever the suffix is a word or a sign that wants one.
Quantity spaced(const QString &number, const QString &suffix)
{
    const bool joined = suffix.isEmpty() || suffix.startsWith(u'/');
    return {number, suffix, {}, joined ? QString() : QString(QChar(0x202F))};
}

template <size_t N>
Quantity scaled(double value, const std::array<Scale, N> &scales, int decimals, const QLocale &locale)
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
    return spaced(number(value / chosen->factor, decimals, locale), QString::fromUtf16(chosen->suffix));
}

Quantity perTime(double value, const QString &per, int decimals, const QLocale &locale)
{
    const Quantity result = scaled(value, shortScales, decimals, locale);
    return spaced(result.text(), per);
}

Quantity share(double percent, int decimals, const QLocale &locale)
{
    const int automatic = std::max(decimalsFor(percent), std::fabs(percent) >= 10 ? 1 : 2);
    return spaced(number(percent, decimals >= 0 ? decimals : automatic, locale), QStringLiteral("%"));
}

Quantity counted(double value, int decimals, const QLocale &locale)
{
    // Counts below ten thousand stay whole: 1,204 says more than 1.2 k.
    if (std::fabs(value) < 10'000 && value == std::floor(value))
        return {number(value, std::max(decimals, 0), locale)};
    return scaled(value, shortScales, decimals, locale);
}

const QSet<QString> &perSecond()
{
    static const QSet<QString> ids{QStringLiteral("reqps"), QStringLiteral("ops"), QStringLiteral("cps"), QStringLiteral("rps")};
    return ids;
}

const QSet<QString> &perMinute()
{
    static const QSet<QString> ids{QStringLiteral("reqpm"), QStringLiteral("opm"), QStringLiteral("cpm")};
    return ids;
}

} // namespace

bool isOwnStyle(const QString &id)
{
    static const QSet<QString> others{QString(),
                                      QStringLiteral("short"),
                                      QStringLiteral("none"),
                                      QStringLiteral("percentunit"),
                                      QStringLiteral("percent"),
                                      QStringLiteral("s"),
                                      QStringLiteral("ms"),
                                      QStringLiteral("bytes"),
                                      QStringLiteral("decbytes"),
                                      QStringLiteral("Bps"),
                                      QStringLiteral("binBps"),
                                      QStringLiteral("bool")};
    return others.contains(id) || perSecond().contains(id) || perMinute().contains(id);
}

Quantity ownQuantity(double value, const QString &id, int decimals, const QLocale &locale)
{
    if (std::isnan(value))
        return {QStringLiteral("NaN")};
    if (std::isinf(value))
        return {value > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf")};
    if (id == u"percentunit")
        return share(value * 100, decimals, locale);
    if (id == u"percent")
        return spaced(number(value, decimals, locale), QStringLiteral("%"));
    if (id == u"s")
        return scaled(value, secondScales, decimals, locale);
    if (id == u"ms")
        return scaled(value / 1000, secondScales, decimals, locale);
    if (id == u"bytes" || id == u"decbytes")
        return scaled(value, byteScales, decimals, locale);
    if (id == u"Bps" || id == u"binBps") {
        Quantity bytes = scaled(value, byteScales, decimals, locale);
        bytes.suffix += QStringLiteral("/s");
        return bytes;
    }
    if (perSecond().contains(id))
        return perTime(value, QStringLiteral("/s"), decimals, locale);
    if (perMinute().contains(id))
        return perTime(value, QStringLiteral("/min"), decimals, locale);
    if (id == u"bool")
        return {value != 0 ? QStringLiteral("true") : QStringLiteral("false")};
    return counted(value, decimals, locale);
}

} // namespace Watchfloor
