#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class StateTimeline;

/// What was in which state when, a row a series.
class StateTimelineBody final : public PanelBody
{
    Q_OBJECT

public:
    StateTimelineBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    std::pair<size_t, size_t> shownSeries() const override { return m_shown; }

protected:
    void showContent() override;
    void showMoment() override;

private:
    StateTimeline *m_timeline;
    std::pair<size_t, size_t> m_shown;
};

} // namespace Watchfloor
