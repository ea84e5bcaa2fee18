#pragma once

#include "models/frames/display.h"
#include "models/panels/paneloptions.h"

namespace Watchfloor {

/// One value that a stat, gauge, bar gauge or pie shows.
struct ShownValue
{
    QString name;
    DisplayValue value;
    const Field *field = nullptr;  ///< what it was taken of
    std::vector<double> line{};    ///< the field's numbers, where it has several
    std::optional<double> change{}; ///< since the first of them, as a share
};

/// The values by the panel's choice of fields and calculations: one for each calculation of each field, or one a row. At most `limit` of them.
/// `frames` have to outlive the result.
std::vector<ShownValue> shownValues(const std::vector<Frame> &frames, const ReduceOptions &options, size_t limit = 500);

} // namespace Watchfloor
