#include "models/frames/colorscale.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace Watchfloor {

namespace {

using Rgb = std::array<double, 3>;

Rgb rgb(unsigned number)
{
    return {double(number >> 16 & 0xff), double(number >> 8 & 0xff), double(number & 0xff)};
}

QString hex(const Rgb &color)
{
    QString text(u'#');
    for (const double part : color)
        text += QStringLiteral("%1").arg(int(std::lround(std::clamp(part, 0.0, 255.0))), 2, 16, QLatin1Char('0'));
    return text;
}

/// Five shades of each hue, darkest first. Source: Grafana, visualization colours.
const QHash<QString, unsigned> &namedColors()
{
    static const QHash<QString, unsigned> colors = [] {
        const std::pair<const char16_t *, std::array<unsigned, 5>> hues[] = {{u"red", {0xC4162A, 0xE02F44, 0xF2495C, 0xFF7383, 0xFFA6B0}},
                                                                            {u"orange", {0xFA6400, 0xFF780A, 0xFF9830, 0xFFB357, 0xFFCB7D}},
                                                                            {u"yellow", {0xE0B400, 0xF2CC0C, 0xFADE2A, 0xFFEE52, 0xFFF899}},
                                                                            {u"green", {0x37872D, 0x56A64B, 0x73BF69, 0x96D98D, 0xC8F2C2}},
                                                                            {u"blue", {0x1F60C4, 0x3274D9, 0x5794F2, 0x8AB8FF, 0xC0D8FF}},
                                                                            {u"purple", {0x8F3BB8, 0xA352CC, 0xB877D9, 0xCA95E5, 0xDEB6F2}}};
        const char16_t *shades[] = {u"dark-", u"semi-dark-", u"", u"light-", u"super-light-"};
        QHash<QString, unsigned> made;
        for (const auto &[hue, numbers] : hues)
            for (size_t i = 0; i < numbers.size(); ++i)
                made.insert(QString::fromUtf16(shades[i]) + QString::fromUtf16(hue), numbers[i]);
        made.insert(QStringLiteral("panel-bg"), 0x181B1F);
        made.insert(QStringLiteral("text"), 0xCCCCDC);
        made.insert(QStringLiteral("gray"), 0x808080);
        made.insert(QStringLiteral("white"), 0xFFFFFF);
        made.insert(QStringLiteral("black"), 0x000000);
        return made;
    }();
    return colors;
}

std::optional<Rgb> hexadecimal(QStringView digits)
{
    QString full;
    for (const QChar digit : digits)
        full += digits.size() == 3 ? QString(2, digit) : QString(digit);
    bool read = false;
    const unsigned number = full.left(6).toUInt(&read, 16);
    return read && (full.size() == 6 || full.size() == 8) ? std::optional(rgb(number)) : std::nullopt;
}

/// "rgb(245, 54, 54)", "rgba(245, 54, 54, 0.9)"
std::optional<Rgb> colorOfFunction(QStringView text)
{
    const qsizetype open = text.indexOf(u'(');
    if (open < 0 || !text.endsWith(u')'))
        return std::nullopt;
    const auto parts = text.sliced(open + 1, text.size() - open - 2).split(u',');
    if (parts.size() < 3)
        return std::nullopt;
    Rgb color{};
    for (qsizetype i = 0; i < 3; ++i) {
        bool read = false;
        color[size_t(i)] = std::clamp(parts[i].trimmed().toDouble(&read), 0.0, 255.0);
        if (!read)
            return std::nullopt;
    }
    return color;
}

std::optional<Rgb> colorNamed(const QString &color)
{
    if (color.startsWith(u'#'))
        return hexadecimal(QStringView(color).sliced(1));
    if (color.startsWith(u"rgb"))
        return colorOfFunction(color);
    const auto found = namedColors().constFind(color);
    return found == namedColors().constEnd() ? std::nullopt : std::optional(rgb(*found));
}

std::vector<Rgb> colorsOf(const QString &mode)
{
    static const QHash<QString, std::vector<const char16_t *>> schemes{
        {QStringLiteral("continuous-GrYlRd"), {u"green", u"yellow", u"red"}},
        {QStringLiteral("continuous-RdYlGr"), {u"red", u"yellow", u"green"}},
        {QStringLiteral("continuous-BlYlRd"), {u"dark-blue", u"super-light-yellow", u"dark-red"}},
        {QStringLiteral("continuous-YlRd"), {u"super-light-yellow", u"dark-red"}},
        {QStringLiteral("continuous-BlPu"), {u"blue", u"purple"}},
        {QStringLiteral("continuous-YlBl"), {u"super-light-yellow", u"dark-blue"}},
        {QStringLiteral("continuous-blues"), {u"panel-bg", u"dark-blue"}},
        {QStringLiteral("continuous-reds"), {u"panel-bg", u"dark-red"}},
        {QStringLiteral("continuous-greens"), {u"panel-bg", u"dark-green"}},
        {QStringLiteral("continuous-purples"), {u"panel-bg", u"dark-purple"}}};
    std::vector<Rgb> colors;
    for (const char16_t *name : schemes.value(mode))
        colors.push_back(rgb(namedColors().value(QString::fromUtf16(name))));
    return colors;
}

/// Nine samples of the perceptual maps of matplotlib, evenly spaced.
std::vector<Rgb> samplesOf(const QString &mode)
{
    static const QHash<QString, std::array<unsigned, 9>> maps{
        {QStringLiteral("continuous-viridis"), {0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725}},
        {QStringLiteral("continuous-magma"), {0x000004, 0x1D1147, 0x51127C, 0x832681, 0xB73779, 0xE75263, 0xFC8961, 0xFEC488, 0xFCFDBF}},
        {QStringLiteral("continuous-plasma"), {0x0D0887, 0x4C02A1, 0x7E03A8, 0xAA2395, 0xCC4778, 0xE66C5C, 0xF89540, 0xFDC527, 0xF0F921}},
        {QStringLiteral("continuous-inferno"), {0x000004, 0x210C4A, 0x57106E, 0x8A226A, 0xBC3754, 0xE45A31, 0xF98E09, 0xF9CB35, 0xFCFFA4}},
        {QStringLiteral("continuous-cividis"), {0x00224E, 0x1D3867, 0x434E6C, 0x61656F, 0x7D7C78, 0x9B9476, 0xBCAE6C, 0xDEC958, 0xFEE838}}};
    const auto found = maps.constFind(mode);
    if (found == maps.constEnd())
        return {};
    std::vector<Rgb> colors;
    for (const unsigned number : *found)
        colors.push_back(rgb(number));
    return colors;
}

/// A cubic B-spline through the ends. Source: d3-interpolate, interpolateRgbBasis.
double splineAt(double t, double before, double from, double to, double after)
{
    const double t2 = t * t;
    const double t3 = t2 * t;
    return ((1 - 3 * t + 3 * t2 - t3) * before + (4 - 6 * t2 + 3 * t3) * from + (1 + 3 * t + 3 * t2 - 3 * t3) * to + t3 * after) / 6;
}

Rgb splined(const std::vector<Rgb> &colors, double share)
{
    const size_t last = colors.size() - 1;
    const size_t part = std::min(size_t(share * double(last)), last - 1);
    const double t = share * double(last) - double(part);
    Rgb result{};
    for (size_t i = 0; i < 3; ++i) {
        const double from = colors[part][i];
        const double to = colors[part + 1][i];
        const double before = part > 0 ? colors[part - 1][i] : 2 * from - to;
        const double after = part + 2 <= last ? colors[part + 2][i] : 2 * to - from;
        result[i] = splineAt(t, before, from, to, after);
    }
    return result;
}

Rgb mixed(const std::vector<Rgb> &colors, double share)
{
    const double at = share * double(colors.size() - 1);
    const size_t part = std::min(size_t(at), colors.size() - 2);
    Rgb result{};
    for (size_t i = 0; i < 3; ++i)
        result[i] = colors[part][i] + (colors[part + 1][i] - colors[part][i]) * (at - double(part));
    return result;
}

/// Hue in degrees, saturation and lightness from 0 to 1.
std::array<double, 3> hslOf(const Rgb &color)
{
    const double red = color[0] / 255, green = color[1] / 255, blue = color[2] / 255;
    const double high = std::max({red, green, blue});
    const double low = std::min({red, green, blue});
    const double spread = high - low;
    const double lightness = (high + low) / 2;
    if (spread == 0)
        return {0, 0, lightness};
    double hue = high == red ? (green - blue) / spread : high == green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
    hue = std::fmod(hue * 60 + 360, 360);
    return {hue, spread / (lightness > 0.5 ? 2 - high - low : high + low), lightness};
}

Rgb rgbOf(const std::array<double, 3> &hsl)
{
    const auto [hue, saturation, lightness] = hsl;
    const double reach = saturation * std::min(lightness, 1 - lightness);
    Rgb color{};
    const double offsets[] = {0, 8, 4};
    for (size_t i = 0; i < 3; ++i) {
        const double k = std::fmod(offsets[i] + hue / 30, 12);
        color[i] = 255 * (lightness - reach * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})));
    }
    return color;
}

Rgb spun(const Rgb &color, double degrees, double darker)
{
    auto hsl = hslOf(color);
    hsl[0] = std::fmod(hsl[0] + degrees + 360, 360);
    hsl[2] = std::clamp(hsl[2] - darker / 100, 0.0, 1.0);
    return rgbOf(hsl);
}

} // namespace

std::optional<unsigned> hueNumber(const QString &name)
{
    const auto found = namedColors().constFind(name);
    const bool isHue = found != namedColors().constEnd() && name != u"panel-bg" && name != u"text";
    return isHue ? std::optional(*found) : std::nullopt;
}

std::optional<std::array<double, 3>> hueOf(const QString &color)
{
    const std::optional<Rgb> read = colorNamed(color.trimmed().toLower());
    return read ? std::optional(hslOf(*read)) : std::nullopt;
}

QString continuousColor(const QString &mode, double share)
{
    share = std::isnan(share) ? 0 : std::clamp(share, 0.0, 1.0);
    if (const std::vector<Rgb> colors = colorsOf(mode); !colors.empty())
        return hex(splined(colors, share));
    const std::vector<Rgb> samples = samplesOf(mode);
    return samples.empty() ? QString() : hex(mixed(samples, share));
}

QString shadeOf(const QString &color, int place)
{
    constexpr int steps = 6; // the colour itself, then brighter and darker ones in turn
    constexpr double mostSpin = 10;
    constexpr double mostChange = 35;
    const std::optional<Rgb> base = colorNamed(color);
    if (!base)
        return {};
    const int shade = place % (2 * steps - 1);
    if (shade == 0)
        return hex(*base);
    const double share = double((shade + 1) / 2) / steps;
    if (shade % 2 == 0)
        return hex(spun(*base, -share * mostSpin, share * mostChange));
    Rgb bright = spun(*base, share * mostSpin, 0);
    for (double &part : bright)
        part = std::clamp(part + std::round(255 * share * mostChange / 100), 0.0, 255.0);
    return hex(bright);
}

int palettePlace(const QString &name, int colors)
{
    quint32 hash = 5381;
    for (qsizetype i = name.size(); i > 0; --i)
        hash = (hash * 33) ^ name[i - 1].unicode();
    return colors > 0 ? int(hash % quint32(colors)) : 0;
}

} // namespace Watchfloor
