#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class BarGauge;

/// Values as bars on a track each.
class BarGaugeBody final : public PanelBody
{
    Q_OBJECT

public:
    BarGaugeBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    std::pair<size_t, size_t> shownSeries() const override { return m_shown; }

protected:
    void showContent() override;
    void showMoment() override;

private:
    BarGauge *m_bars;
    std::pair<size_t, size_t> m_shown;
};

} // namespace Watchfloor
