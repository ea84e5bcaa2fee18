#pragma once

#include "widgets/charts/timechart.h"

#include <vector>

namespace Watchfloor::Bench {

/// 24 charts in six columns and four rows on a screen of 1920 x 1080, without legends, as the peers draw theirs.
class ChartWall final
{
public:
    static constexpr int columns = 6;
    static constexpr int rows = 4;

    ChartWall();
    const std::vector<TimeChart *> &charts() const { return m_charts; }
    /// Since the last call every chart got a new picture and it was painted.
    bool allPainted() const;
    void notePaints();

private:
    QWidget m_window;
    std::vector<TimeChart *> m_charts;
    std::vector<int> m_paints;
    std::vector<int> m_rasters;
};

} // namespace Watchfloor::Bench
