#pragma once

#include <QJsonArray>

namespace Watchfloor {

/// The panels of the rows of before version 16, with places on the grid of 24 columns; rows with a title, folded or repeated, become
/// panels of the type "row". They begin at the line `y`. Source: Grafana, dashboard migration 16.
QJsonArray panelsOfRows(const QJsonArray &rows, int y = 0);

} // namespace Watchfloor
