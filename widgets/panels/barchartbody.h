#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class ColumnChart;

/// Categories of a frame by its numbers, as columns.
class BarChartBody final : public PanelBody
{
    Q_OBJECT

public:
    BarChartBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);

protected:
    void showContent() override;
    void showMoment() override;

private:
    ColumnChart *m_chart;
};

} // namespace Watchfloor
