#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class StatGrid;

/// Figures with the line of what they were.
class StatBody final : public PanelBody
{
    Q_OBJECT

public:
    StatBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    std::pair<size_t, size_t> shownSeries() const override { return m_shown; }

protected:
    void showContent() override;
    void showMoment() override;

private:
    StatGrid *m_grid;
    std::pair<size_t, size_t> m_shown;
};

} // namespace Watchfloor
