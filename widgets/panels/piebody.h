#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class PieChart;

/// Values as shares of a whole.
class PieBody final : public PanelBody
{
    Q_OBJECT

public:
    PieBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    std::pair<size_t, size_t> shownSeries() const override { return m_shown; }

protected:
    void showContent() override;
    void showMoment() override;

private:
    PieChart *m_pie;
    std::pair<size_t, size_t> m_shown;
};

} // namespace Watchfloor
