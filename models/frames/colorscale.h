#pragma once

#include <QString>

#include <array>
#include <optional>

namespace Watchfloor {

/// The colour at `share` (0 to 1) of one of Grafana's continuous colour modes, as "#rrggbb"; empty for a mode that is not known.
QString continuousColor(const QString &mode, double share);

/// The number (0xRRGGBB) of one of Grafana's named hues: "green", "semi-dark-red".
std::optional<unsigned> hueNumber(const QString &name);

/// Hue in degrees, saturation and lightness from 0 to 1 of a colour by name, "#rgb", "#rrggbb", "rgb(…)" or "rgba(…)".
std::optional<std::array<double, 3>> hueOf(const QString &color);

/// The n-th of the shades of a colour that is given by name or number, as "#rrggbb"; empty for a colour that is not known.
QString shadeOf(const QString &color, int place);

/// Where a series' name stands in the palette of so many colours, for "palette-classic-by-name".
int palettePlace(const QString &name, int colors);

} // namespace Watchfloor
