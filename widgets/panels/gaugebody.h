#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class GaugeWidget;

/// Values on arcs.
class GaugeBody final : public PanelBody
{
    Q_OBJECT

public:
    GaugeBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    std::pair<size_t, size_t> shownSeries() const override { return m_shown; }

protected:
    void showContent() override;
    void showMoment() override;

private:
    GaugeWidget *m_gauges;
    std::pair<size_t, size_t> m_shown;
};

} // namespace Watchfloor
