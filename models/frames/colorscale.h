#pragma once

#include <QString>

namespace Watchfloor {

/// The colour at `share` (0 to 1) of one of Grafana's continuous colour modes, as "#rrggbb"; empty for a mode that is not known.
QString continuousColor(const QString &mode, double share);

/// The n-th of the shades of a colour that is given by name or number, as "#rrggbb"; empty for a colour that is not known.
QString shadeOf(const QString &color, int place);

/// Where a series' name stands in the palette of so many colours, for "palette-classic-by-name".
int palettePlace(const QString &name, int colors);

} // namespace Watchfloor
