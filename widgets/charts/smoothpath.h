#pragma once

#include <QPainterPath>
#include <QPolygonF>

namespace Watchfloor {

/// A curve through all points, x ascending, that never swings beyond them: monotone cubic interpolation.
/// Source: F. N. Fritsch and R. E. Carlson, Monotone Piecewise Cubic Interpolation, SIAM J. Numer. Anal. 17 (1980).
QPainterPath smoothPath(const QPolygonF &points);

} // namespace Watchfloor
