#pragma once

#include "widgets/charts/chartseries.h"

#include <memory>
#include <vector>

namespace Watchfloor {

/// The samples of one line as it is drawn: gaps drawn over where that is wished, mirrored, lying on the lines beneath it. Most
/// lines have none of this and own nothing.
class LineSamples
{
public:
    explicit LineSamples(std::shared_ptr<const ChartSeries> series);

    const ChartSeries &series() const { return *m_series; }
    const std::vector<double> &times() const { return m_times ? *m_times : *m_series->data().times; }
    const std::vector<double> &values() const { return m_values ? *m_values : m_series->data().values; }
    /// What each value stands on; empty: zero.
    const std::vector<double> &feet() const { return m_feet; }
    bool isStacked() const { return !m_feet.empty(); }
    /// The samples are those of the series, untouched.
    bool isPlain() const { return !m_times && !m_values; }
    /// The line of the same pile right beneath; -1: none.
    int beneath() const { return m_beneath; }

private:
    friend void pileUp(std::vector<LineSamples> &lines);
    void connectGaps(double seconds);
    void mirror();

    std::shared_ptr<const ChartSeries> m_series;
    std::shared_ptr<const std::vector<double>> m_times;
    std::shared_ptr<std::vector<double>> m_values;
    std::vector<double> m_feet;
    int m_beneath = -1;
};

/// Puts the lines of each stacking group on each other, in their order; those that run below zero pile downwards. Percentages are
/// shares of 1.
void pileUp(std::vector<LineSamples> &lines);

} // namespace Watchfloor
