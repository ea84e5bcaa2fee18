#pragma once

#include "widgets/theme/theme.h"

#include <QString>

#include <vector>

namespace Watchfloor {

/// A colour as dashboards write it: "green", "semi-dark-red", "super-light-blue", "#RGB", "#RRGGBB", "#RRGGBBAA", "rgb(…)", "rgba(…)", "hsl(…)",
/// "text", "transparent", a CSS name, or a place among our series colours, "palette:3". What is none of these, or empty, is invalid.
QColor namedColor(const QString &text, const Theme &theme);

/// `color`, made lighter or darker until text in it can be read on `ground`.
QColor legible(const QColor &color, const QColor &ground, double ratio = 4.5);
/// The darker or lighter of the two text colours, whichever can be read better on `ground`.
QColor textOn(const QColor &ground);
/// The colour with this share of its own opacity.
QColor translucent(QColor color, double share);

/// A run of colours from the least to the greatest.
struct ColorScheme
{
    std::vector<QColor> stops;
    QColor at(double share) const; ///< between the stops; outside 0 to 1 the ends
    ColorScheme reversed() const;
    bool isEmpty() const { return stops.empty(); }
};

/// A scheme by the name that dashboards give it: "Spectral", "interpolateOranges", "continuous-GrYlRd". Schemes of heat maps are turned for the ground, so that
/// little looks like nothing; `reversed` has its end first that ColorBrewer names last, whatever the ground. Empty for a name that nobody knows.
/// Source: ColorBrewer (C. Brewer), d3-scale-chromatic, matplotlib's perceptual maps; turning as Grafana's heat map does.
ColorScheme colorScheme(const QString &name, const Theme &theme, bool reversed = false);
/// One colour from nothing to full.
ColorScheme opacityScheme(const QColor &color);

} // namespace Watchfloor
