#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class StatusHistory;

/// Every sample as a cell, a row a series.
class StatusHistoryBody final : public PanelBody
{
    Q_OBJECT

public:
    StatusHistoryBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    std::pair<size_t, size_t> shownSeries() const override { return m_shown; }

protected:
    void showContent() override;
    void showMoment() override;

private:
    StatusHistory *m_history;
    std::pair<size_t, size_t> m_shown;
};

} // namespace Watchfloor
