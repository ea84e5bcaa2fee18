#pragma once

#include "models/frames/display.h"
#include "models/panels/panel.h"

namespace Watchfloor {

/// What one query of a panel came back with; a query that asks for both has one for its range and one for its moment.
struct AnsweredQuery
{
    size_t query = 0; ///< among the panel's
    std::shared_ptr<const QueryAnswer> answer;
};

/// The frames of a panel as they are drawn.
struct PanelData
{
    std::vector<Frame> frames;
    bool cut = false; ///< rows or columns beyond what is held were left out
};

/// An answer as its query's format asks: series, a table, or the buckets of a heat map. Values are shared with the answer.
std::vector<Frame> queryFrames(const Panel &panel, const AnsweredQuery &answered, const FillText &fill = {});

/// Frames through the panel's transformations, then configured: defaults, overrides, names.
PanelData finishedData(const Panel &panel, std::vector<Frame> frames, const FillText &fill = {});

/// The same for all answers of a panel, in their order; hidden queries and those without an answer have none.
PanelData panelData(const Panel &panel, const std::vector<AnsweredQuery> &answers, const FillText &fill = {});

} // namespace Watchfloor
