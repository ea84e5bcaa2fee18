#include "tests/bench/chartwall.h"

namespace Watchfloor::Bench {

namespace {
constexpr QSize panelSize(318, 268);
constexpr int gap = 2;
}

ChartWall::ChartWall()
{
    m_window.resize(columns * (panelSize.width() + gap), rows * (panelSize.height() + gap));
    for (int at = 0; at < columns * rows; ++at) {
        auto *chart = new TimeChart(&m_window);
        chart->setGeometry(QRect(QPoint(at % columns * (panelSize.width() + gap), at / columns * (panelSize.height() + gap)), panelSize));
        chart->setLegend(TimeChart::Legend::None);
        m_charts.push_back(chart);
    }
    m_window.show();
}

void ChartWall::notePaints()
{
    m_paints.clear();
    m_rasters.clear();
    for (const TimeChart *chart : m_charts) {
        m_paints.push_back(chart->paintCount());
        m_rasters.push_back(chart->rasterCount());
    }
}

bool ChartWall::allPainted() const
{
    for (size_t at = 0; at < m_charts.size(); ++at)
        if (m_charts[at]->rasterCount() == m_rasters[at] || m_charts[at]->paintCount() == m_paints[at])
            return false;
    return true;
}

} // namespace Watchfloor::Bench
