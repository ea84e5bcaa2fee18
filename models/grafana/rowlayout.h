#pragma once

#include <QJsonArray>

namespace Watchfloor {

/// The panels of the rows of before version 16, with places on the grid of 24 columns; rows with a title, folded or repeated, become
/// panels of the type "row". Source: Grafana, dashboard migration 16.
QJsonArray panelsOfRows(const QJsonArray &rows);

} // namespace Watchfloor
