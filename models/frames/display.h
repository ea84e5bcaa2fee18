#pragma once

#include "models/frames/frame.h"

namespace Watchfloor {

/// A value as it is shown: text by mapping, unit and decimals; colour and state by mapping, thresholds or colour mode.
struct DisplayValue
{
    Quantity quantity;
    QString text;                 ///< the whole of it
    QString color;                ///< as the dashboard writes colours, a palette place is "palette:3"; empty: none of its own
    State state = State::Healthy;
    double number = noSample;
    double percent = 0;           ///< of the way from minimum to maximum, 0 to 1
    bool mapped = false;
};
DisplayValue displayed(const Field &field, size_t row);
DisplayValue displayed(const Field &field, double value);

/// Defaults, then overrides in their order, then display names; frames as they come from queries and transformations. `text` fills in variables.
void applyFieldConfig(std::vector<Frame> &frames, const FieldConfig &defaults, const std::vector<FieldOverride> &overrides);

/// An answer as frames: a frame a series, or with `table` one frame with a column a label (Grafana's format "table").
struct FrameOptions
{
    QString refId;
    QString legend;               ///< "{{instance}}", filled from labels into the name
    bool table = false;
    bool instant = false;
};
std::vector<Frame> framesOf(const QueryAnswer &answer, const FrameOptions &options);

} // namespace Watchfloor
