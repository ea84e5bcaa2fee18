#include "widgets/theme/namedcolors.h"

#include "models/frames/colorscale.h"

#include <QRegularExpression>

#include <array>
#include <cmath>
#include <string_view>

namespace Watchfloor {

namespace {

/// When a scheme's low end comes last: so that little looks like the ground it lies on.
enum class Turned { Always, Dark, Light };
struct SchemeRow
{
    std::u16string_view name;
    Turned turned;
    std::u16string_view stops;
};
constexpr std::array schemes{
    SchemeRow{u"BrBG", Turned::Always, u"543005 8c510a bf812d dfc27d f6e8c3 f5f5f5 c7eae5 80cdc1 35978f 01665e 003c30"},
    SchemeRow{u"PRGn", Turned::Always, u"40004b 762a83 9970ab c2a5cf e7d4e8 f7f7f7 d9f0d3 a6dba0 5aae61 1b7837 00441b"},
    SchemeRow{u"PiYG", Turned::Always, u"8e0152 c51b7d de77ae f1b6da fde0ef f7f7f7 e6f5d0 b8e186 7fbc41 4d9221 276419"},
    SchemeRow{u"PuOr", Turned::Always, u"2d004b 542788 8073ac b2abd2 d8daeb f7f7f7 fee0b6 fdb863 e08214 b35806 7f3b08"},
    SchemeRow{u"RdBu", Turned::Always, u"67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061"},
    SchemeRow{u"RdGy", Turned::Always, u"67001f b2182b d6604d f4a582 fddbc7 ffffff e0e0e0 bababa 878787 4d4d4d 1a1a1a"},
    SchemeRow{u"RdYlBu", Turned::Always, u"a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695"},
    SchemeRow{u"RdYlGn", Turned::Always, u"a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837"},
    SchemeRow{u"Spectral", Turned::Always, u"9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2"},
    SchemeRow{u"Blues", Turned::Dark, u"f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b"},
    SchemeRow{u"Greens", Turned::Dark, u"f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b"},
    SchemeRow{u"Greys", Turned::Dark, u"ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000"},
    SchemeRow{u"Oranges", Turned::Dark, u"fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704"},
    SchemeRow{u"Purples", Turned::Dark, u"fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d"},
    SchemeRow{u"Reds", Turned::Dark, u"fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d"},
    SchemeRow{u"BuGn", Turned::Dark, u"f7fcfd e5f5f9 ccece6 99d8c9 66c2a4 41ae76 238b45 006d2c 00441b"},
    SchemeRow{u"BuPu", Turned::Dark, u"f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 810f7c 4d004b"},
    SchemeRow{u"GnBu", Turned::Dark, u"f7fcf0 e0f3db ccebc5 a8ddb5 7bccc4 4eb3d3 2b8cbe 0868ac 084081"},
    SchemeRow{u"OrRd", Turned::Dark, u"fff7ec fee8c8 fdd49e fdbb84 fc8d59 ef6548 d7301f b30000 7f0000"},
    SchemeRow{u"PuBu", Turned::Dark, u"fff7fb ece7f2 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 045a8d 023858"},
    SchemeRow{u"PuBuGn", Turned::Dark, u"fff7fb ece2f0 d0d1e6 a6bddb 67a9cf 3690c0 02818a 016c59 014636"},
    SchemeRow{u"PuRd", Turned::Dark, u"f7f4f9 e7e1ef d4b9da c994c7 df65b0 e7298a ce1256 980043 67001f"},
    SchemeRow{u"RdPu", Turned::Dark, u"fff7f3 fde0dd fcc5c0 fa9fb5 f768a1 dd3497 ae017e 7a0177 49006a"},
    SchemeRow{u"YlGn", Turned::Dark, u"ffffe5 f7fcb9 d9f0a3 addd8e 78c679 41ab5d 238443 006837 004529"},
    SchemeRow{u"YlGnBu", Turned::Dark, u"ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58"},
    SchemeRow{u"YlOrBr", Turned::Dark, u"ffffe5 fff7bc fee391 fec44f fe9929 ec7014 cc4c02 993404 662506"},
    SchemeRow{u"YlOrRd", Turned::Dark, u"ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026"},
    SchemeRow{u"Viridis", Turned::Light, u"440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c 1f9f88 27ad81 3dbc74 5cc863 81d34d aadc32 d5e21a fde725"},
    SchemeRow{u"Magma", Turned::Light, u"000004 0a0822 1d1147 36106b 51127c 6a1c81 832681 9c2e7f b73779 cf4070 e55064 f4695c fb8761 fea571 fec287 fde0a1 fcfdbf"},
    SchemeRow{u"Inferno", Turned::Light, u"000004 0b0724 210c4a 3d0965 57106e 71196e 8a226a a32c61 bc3754 d04545 e35933 f1711f f98c0a fcaa0f f9c932 f2e865 fcffa4"},
    SchemeRow{u"Plasma", Turned::Light, u"0d0887 310597 4c02a1 6600a7 7e03a8 9511a1 aa2395 bc3587 cc4778 d9586a e56b5d f07f4f f89441 fdab33 fdc328 f9dd25 f0f921"},
    SchemeRow{u"Turbo", Turned::Light, u"23171b 493eae 4569ee 3295f7 26bce1 29dcbc 3ff393 65fd6e 95fb51 c5ec3c ecd12e ffad24 ff821d f05616 cb2f0d a31302 900c00"},
    SchemeRow{u"Cividis", Turned::Light, u"002051 012b65 11366c 26426e 3c4d6e 51586e 62646f 727071 7f7c75 8c8877 9a9478 a9a177 bbaf71 cebd68 e2cb5c f3da4f fdea45"},
    SchemeRow{u"Warm", Turned::Light, u"6e40aa 873eb1 a03db3 ba3cb0 d23ea7 e8429b f9488a ff5177 ff5e63 ff6d51 ff7f41 fd9235 efa72f dfbb2f cdcf37 bde146 aff05b"},
    SchemeRow{u"Cool", Turned::Light, u"6e40aa 664cbe 5c5ace 4f6bda 417de0 3390e1 27a3dc 1eb6d1 1ac7c2 1ad7af 21e39b 2ded86 40f373 57f664 73f65a 91f457 aff05b"},
    SchemeRow{u"Cubehelix", Turned::Light, u"000000 150b1d 1b1d3b 17374d 16534c 236a3e 437731 717b32 a07949 c47a74 d483a7 d197d3 c7b3ed c1cff3 cae7f0 e2f6f0 ffffff"},
    SchemeRow{u"Rainbow", Turned::Always, u"6e40aa a03db3 d23ea7 f9488a ff5e63 ff7f41 efa72f cdcf37 aff05b 73f65a 40f373 21e39b 1ac7c2 27a3dc 417de0 5c5ace 6e40aa"},
    SchemeRow{u"Sinebow", Turned::Always, u"ff4040 f56f1a daa004 b0cd01 7fee11 4ffe32 25fb5f 0ae590 00bfbf 0a90e5 255ffb 4f32fe 7f11ee b001cd da04a0 f51a6f ff4040"},
};

/// Schemes of fields, made of named colours; the empty name is the surface.
struct FieldScheme
{
    std::u16string_view name;
    std::array<std::u16string_view, 3> colors;
    size_t count;
};
constexpr std::array fieldSchemes{
    FieldScheme{u"continuous-GrYlRd", {u"green", u"yellow", u"red"}, 3},
    FieldScheme{u"continuous-RdYlGr", {u"red", u"yellow", u"green"}, 3},
    FieldScheme{u"continuous-BlYlRd", {u"dark-blue", u"super-light-yellow", u"dark-red"}, 3},
    FieldScheme{u"continuous-YlRd", {u"super-light-yellow", u"dark-red", u""}, 2},
    FieldScheme{u"continuous-BlPu", {u"blue", u"purple", u""}, 2},
    FieldScheme{u"continuous-YlBl", {u"super-light-yellow", u"dark-blue", u""}, 2},
    FieldScheme{u"continuous-blues", {u"panel-bg", u"dark-blue", u""}, 2},
    FieldScheme{u"continuous-reds", {u"panel-bg", u"dark-red", u""}, 2},
    FieldScheme{u"continuous-greens", {u"panel-bg", u"dark-green", u""}, 2},
    FieldScheme{u"continuous-purples", {u"panel-bg", u"dark-purple", u""}, 2},
};

QString textOf(std::u16string_view view)
{
    return QString::fromUtf16(view.data(), qsizetype(view.size()));
}

QColor hexColor(const QString &text)
{
    // Dashboards put the opacity last, Qt first.
    QString turned = text;
    if (text.size() == 9)
        turned = u'#' + text.mid(7, 2) + text.mid(1, 6);
    else if (text.size() == 5)
        turned = u'#' + QString(2, text[4]) + QString(2, text[1]) + QString(2, text[2]) + QString(2, text[3]);
    return QColor::isValidColor(turned) ? QColor(turned) : QColor();
}

QColor functionColor(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(rgb|hsl)a?\\(\\s*([\\d.]+)(%?|deg)[\\s,]+([\\d.]+)(%?)[\\s,]+([\\d.]+)(%?)(?:[\\s,/]+([\\d.]+)(%?))?\\s*\\)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const auto share = [&match](int number, double whole) {
        const double value = match.capturedView(number).toDouble() / (match.capturedView(number + 1) == u"%" ? 100 : whole);
        return float(std::clamp(value, 0.0, 1.0));
    };
    const float alpha = match.capturedView(8).isEmpty() ? 1 : share(8, 1);
    if (match.capturedView(1) == u"rgb")
        return QColor::fromRgbF(share(2, 255), share(4, 255), share(6, 255), alpha);
    return QColor::fromHslF(float(std::fmod(match.capturedView(2).toDouble(), 360) / 360), share(4, 100), share(6, 100), alpha);
}

float blend(float a, float b, double share)
{
    return float(a + (b - a) * share);
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(blend(a.redF(), b.redF(), share), blend(a.greenF(), b.greenF(), share), blend(a.blueF(), b.blueF(), share),
                            blend(a.alphaF(), b.alphaF(), share));
}

} // namespace

QColor namedColor(const QString &text, const Theme &theme)
{
    const QString name = text.trimmed().toLower();
    if (name.isEmpty() || name.size() > 64)
        return {};
    if (name.startsWith(u'#'))
        return hexColor(name);
    if (name.startsWith(u"palette:")) {
        bool ok = false;
        const int place = name.mid(8).toInt(&ok);
        return ok && place >= 0 ? theme.series[size_t(place) % theme.series.size()] : QColor();
    }
    if (name == u"text")
        return theme.text;
    if (name == u"panel-bg")
        return theme.surface;
    if (name == u"transparent")
        return translucent(theme.surface, 0);
    if (const auto hue = hueNumber(name))
        return QColor(QRgb(*hue));
    if (name.endsWith(u')'))
        return functionColor(name);
    return QColor::isValidColor(name) ? QColor(name) : QColor();
}

QColor legible(const QColor &color, const QColor &ground, double ratio)
{
    if (contrastRatio(color, ground) >= ratio)
        return color;
    const QColor white(0xFFFFFFU);
    const QColor black(0x000000U);
    const QColor end = contrastRatio(white, ground) > contrastRatio(black, ground) ? white : black;
    for (double share = 0.1; share < 1; share += 0.1)
        if (const QColor moved = mixed(color, end, share); contrastRatio(moved, ground) >= ratio)
            return moved;
    return end;
}

QColor textOn(const QColor &ground)
{
    const QColor dark = theme(ThemeMode::Light).text;
    const QColor light = theme(ThemeMode::Light).onAccent;
    return contrastRatio(dark, ground) >= contrastRatio(light, ground) ? dark : light;
}

QColor translucent(QColor color, double share)
{
    color.setAlphaF(float(color.alphaF() * share));
    return color;
}

QColor ColorScheme::at(double share) const
{
    if (stops.empty())
        return {};
    if (stops.size() == 1 || !(share > 0))
        return stops.front();
    if (share >= 1)
        return stops.back();
    // A uniform cubic basis spline, as the schemes are meant to be run through. Source: d3-interpolate, interpolateRgbBasis.
    const double place = share * double(stops.size() - 1);
    const size_t first = size_t(place);
    const double t = place - double(first);
    const auto channel = [&](auto part) {
        const double b = part(stops[first]);
        const double c = part(stops[first + 1]);
        const double a = first > 0 ? double(part(stops[first - 1])) : 2 * b - c;
        const double d = first + 2 < stops.size() ? double(part(stops[first + 2])) : 2 * c - b;
        const double t2 = t * t;
        const double t3 = t2 * t;
        const double value = ((1 - 3 * t + 3 * t2 - t3) * a + (4 - 6 * t2 + 3 * t3) * b + (1 + 3 * t + 3 * t2 - 3 * t3) * c + t3 * d) / 6;
        return float(std::clamp(value, 0.0, 1.0));
    };
    return QColor::fromRgbF(channel([](const QColor &color) { return color.redF(); }), channel([](const QColor &color) { return color.greenF(); }),
                            channel([](const QColor &color) { return color.blueF(); }), channel([](const QColor &color) { return color.alphaF(); }));
}

ColorScheme ColorScheme::reversed() const
{
    return {{stops.rbegin(), stops.rend()}};
}

ColorScheme colorScheme(const QString &name, const Theme &theme, bool reversed)
{
    for (const FieldScheme &row : fieldSchemes) {
        if (name != textOf(row.name))
            continue;
        ColorScheme scheme;
        for (size_t at = 0; at < row.count; ++at)
            scheme.stops.push_back(namedColor(textOf(row.colors[at]), theme));
        return reversed ? scheme.reversed() : scheme;
    }
    const bool ofField = name.startsWith(u"continuous-");
    const QString plain = ofField ? name.mid(11) : name.startsWith(u"interpolate") ? name.mid(11) : name;
    for (const SchemeRow &row : schemes) {
        if (plain.compare(textOf(row.name), Qt::CaseInsensitive) != 0)
            continue;
        ColorScheme scheme;
        for (const QString &stop : textOf(row.stops).split(u' '))
            scheme.stops.push_back(QColor(u'#' + stop));
        const bool turned = row.turned == Turned::Always || (row.turned == Turned::Dark) == theme.isDark();
        return reversed || (turned && !ofField) ? scheme.reversed() : scheme;
    }
    return {};
}

ColorScheme opacityScheme(const QColor &color)
{
    return {{translucent(color, 0), color}};
}

} // namespace Watchfloor
