#pragma once

#include "models/panels/dashboard.h"

#include <set>

namespace Watchfloor {

/// A panel where it stands, with the values of variables that are its own because it or its row is repeated.
struct PlacedPanel
{
    size_t panel = 0;          ///< among the dashboard's
    PanelPlace at;             ///< in units of the grid, from the board's top
    VariableValues own;        ///< over those of the dashboard
    QString key;               ///< the same panel of the same values, from one layout to the next
    bool operator==(const PlacedPanel &) const = default;
};

/// The line of a row, one unit high.
struct PlacedRow
{
    size_t row = 0;            ///< among the dashboard's
    int y = 0;
    VariableValues own;
    QString key;
    bool collapsed = false;
    int panels = 0;            ///< that it has, folded away or not
    bool operator==(const PlacedRow &) const = default;
};

struct BoardLayout
{
    std::vector<PlacedRow> rows;
    std::vector<PlacedPanel> panels; ///< in reading order; those of collapsed rows are absent
    int height = 0;                  ///< in units of the grid
    size_t leftOut = 0;              ///< repeats beyond what is drawn
    bool operator==(const BoardLayout &) const = default;
};

/// Where everything of a dashboard stands: rows with their panels below them, repeated once a value of their variable, panels repeated to the right
/// or down, and everything moved up to what stands above it, as Grafana does. A board that has none of that stands exactly as it is written.
/// `toggled` are keys of rows that are not as the file says, folded or open.
BoardLayout laidOut(const Dashboard &dashboard, const VariableValues &values, const std::set<QString> &toggled = {});

} // namespace Watchfloor
