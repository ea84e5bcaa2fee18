#pragma once

#include "models/alerts/alert.h"
#include "widgets/theme/glyphs.h"

#include <optional>

namespace Watchfloor {

/// How a state of an alert is drawn: a glyph by severity, or an icon where no state's shape fits.
struct AlertLook
{
    std::optional<State> glyph;
    GlyphStyle style = GlyphStyle::Filled;
    QString iconName; ///< instead of a glyph
    Tone tone = Tone::Secondary;
    bool strong = false; ///< somebody must do something
};

AlertLook lookOf(AlertState state, Severity severity);
void paintAlertLook(QPainter &painter, const QRectF &rect, const AlertLook &look, const Theme &theme);
/// The colour of a severity among the tones: an information is plain, never green.
Tone toneOf(Severity severity);
/// The shape of a severity; none where nothing is wrong.
std::optional<State> glyphOf(Severity severity);
/// What hatches a row: nobody sees this alert now.
std::optional<State> rowStateOf(AlertState state);

} // namespace Watchfloor
