#pragma once

#include "widgets/charts/timechart.h"
#include "widgets/panels/panelbody.h"

namespace Watchfloor {

/// Numbers over time as lines, bars and points.
class TimeSeriesBody final : public PanelBody
{
    Q_OBJECT

public:
    TimeSeriesBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);

    bool isEmpty() const override { return false; } // the chart says it between its axes
    void setSynchronous(bool synchronous) override;
    TimeChart *chart() override { return m_chart; }
    QByteArray svg() override { return m_chart->svg(); }
    void setLegendShown(bool shown) override;
    bool hasLegend() const override { return true; }
    std::pair<size_t, size_t> shownSeries() const override { return m_shown; }

protected:
    void showContent() override;
    void showMoment() override;

private:
    TimeChart::LegendOptions legendOptions() const;

    TimeChart *m_chart;
    std::pair<size_t, size_t> m_shown;
    bool m_legendShown = true;
};

} // namespace Watchfloor
