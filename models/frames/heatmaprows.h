#pragma once

#include "models/frames/frame.h"

namespace Watchfloor {

/// Cumulative bucket series ("le") of one query as one frame of a time and a count a bucket, ascending, each without those below it. Series that
/// differ in other labels make a frame each; what has no "le" and no number for a name comes out unchanged. Source: Grafana, Prometheus' format "heatmap".
std::vector<Frame> heatMapRows(std::vector<Frame> frames);

} // namespace Watchfloor
