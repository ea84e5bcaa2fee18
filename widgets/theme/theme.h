#pragma once

#include "models/core/severity.h"
#include "models/core/state.h"

#include <QColor>

#include <array>

class QWidget;

namespace Watchfloor {

enum class ThemeMode { Dark, Light };

/// What a piece of interface says by its colour.
enum class Tone { Primary, Secondary, Hint, Accent, Healthy, Warning, Critical, Stale, Blind, Past };

/// The tokens of one mode: every colour of the interface stands here and nowhere else.
struct Theme
{
    ThemeMode mode = ThemeMode::Dark;

    QColor window;    ///< behind everything
    QColor chrome;    ///< navigation rail and status bar
    QColor surface;   ///< cards, tables
    QColor raised;    ///< dialogs, buttons, hovered rows
    QColor sunken;    ///< code, output, input fields
    QColor selection; ///< selected rows
    QColor line;      ///< 1 px separators, grids, outlines
    QColor track;     ///< the empty part of a bar
    QColor hover;     ///< rows under the pointer
    QColor handle;    ///< scroll bars, borders under the pointer

    QColor text;
    QColor text2;
    QColor text3;
    QColor accent;   ///< focus, selection, links
    QColor onAccent; ///< text on a fill of accent or of a state's colour

    QColor healthy;
    QColor warning;
    QColor critical;
    QColor stale;
    QColor blind;
    QColor past; ///< the frame around everything that is not now

    std::array<QColor, 10> series; ///< told apart with any kind of colour vision

    bool isDark() const { return mode == ThemeMode::Dark; }
    QColor of(State state) const;
    QColor of(Severity severity) const;
    QColor of(Tone tone) const;
    /// A state's colour laid thinly over `surface`: the ground of a critical card, of a banner.
    QColor tint(const QColor &color, double share = 0.10) const;

    bool operator==(const Theme &) const = default;
};

/// The table of a mode.
const Theme &theme(ThemeMode mode);

/// The theme `widget` is shown in; null asks for the application's. It is read from the widget's palette, so a dark wall can
/// stand beside a light window, and QEvent::PaletteChange tells of a change.
const Theme &themeOf(const QWidget *widget);

Tone toneOf(State state);

/// Contrast of two opaque colours, 1 to 21. Source: WCAG 2.1, contrast ratio and relative luminance.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace Watchfloor
