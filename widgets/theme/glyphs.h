#pragma once

#include "widgets/theme/sizes.h"
#include "widgets/theme/theme.h"

#include <QBrush>
#include <QIcon>
#include <QPainterPath>
#include <QRectF>
#include <QVector>

class QPainter;

namespace Watchfloor {

/// Filled: as it is. Outline: pending. Checked: acknowledged, an outline with a tick.
enum class GlyphStyle { Filled, Outline, Checked };

/// Draws the shape of a state (disc, triangle, diamond, dashed ring, barred ring) in its colour, centred in `rect`.
void paintStateGlyph(QPainter &painter, const QRectF &rect, State state, const Theme &theme,
                     GlyphStyle style = GlyphStyle::Filled);
/// The same in any colour, for a glyph on a coloured ground.
void paintStateGlyph(QPainter &painter, const QRectF &rect, State state, const QColor &color,
                     GlyphStyle style = GlyphStyle::Filled);
QIcon stateIcon(State state, const Theme &theme);

/// Diagonal lines over what is stale or blind; transparent for the other states.
QBrush hatchBrush(State state, const Theme &theme);
/// Rising diagonals inside a rectangle, `step` apart.
QVector<QLineF> hatchLines(const QRectF &rect, double step = Size::hatchStep);
/// The hatch of a state over a rectangle, as lines where brushes have no pictures: on SVG too what is not now must look so.
void paintHatch(QPainter &painter, const QRectF &rect, State state, const Theme &theme);
/// The hatch is needed: what is shown here is not now.
constexpr bool isHatched(State state)
{
    return state == State::Stale || state == State::Blind;
}

/// A card's ground: fill, 1 px outline, the state's stripe at the left, tint of a critical one, hatch of a stale or blind one.
/// Without a state fill and outline only.
struct PanelLook
{
    const State *state = nullptr;
    bool stripe = true;
    bool hovered = false;
};
void paintPanel(QPainter &painter, const QRectF &rect, const Theme &theme, const PanelLook &panel = {});

} // namespace Watchfloor
