#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

/// What somebody wants to see over all charts of a board.
struct BoardMarks
{
    std::set<Mark::Kind> kinds{Mark::Kind::Deploy, Mark::Kind::Incident, Mark::Kind::Run};
    std::vector<Mark> marks;     ///< of the dashboard's own queries
    std::vector<ChartSpan> spans;
    bool operator==(const BoardMarks &) const = default;
};

/// The answers that stand in the store now, made into frames: of each query by its format, through the panel's transformations and its fields'
/// configuration.
std::shared_ptr<PanelContent> makePanelContent(const PanelScene &scene, const Dashboard &dashboard, const Watchfloor::Panel &panel, const PanelQueries &queries,
                                               const VariableValues &variables);

} // namespace Watchfloor
