#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class HistogramChart;

/// How often values are how great.
class HistogramBody final : public PanelBody
{
    Q_OBJECT

public:
    HistogramBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);

protected:
    void showContent() override;
    void showMoment() override;

private:
    HistogramChart *m_chart;
};

} // namespace Watchfloor
