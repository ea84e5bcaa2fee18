#pragma once

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace Watchfloor {

/// The parts of a line inside of `box`. Paint devices for vectors do not clip. Source: Liang and Barsky, A New Concept and Method
/// for Line Clipping, ACM Trans. Graph. 3 (1984).
std::vector<QPolygonF> clippedLine(const QPolygonF &line, const QRectF &box);
/// The part of an area inside of `box`. Source: Sutherland and Hodgman, Reentrant Polygon Clipping, CACM 17 (1974).
QPolygonF clippedArea(const QPolygonF &area, const QRectF &box);

} // namespace Watchfloor
