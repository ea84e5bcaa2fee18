#pragma once

#include "widgets/panels/panelbody.h"

namespace Watchfloor {

class HeatMap;

/// Counts over time by bucket: of classic and native histograms, of frames that are buckets, or counted here from values.
class HeatMapBody final : public PanelBody
{
    Q_OBJECT

public:
    HeatMapBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);

protected:
    void showContent() override;
    void showMoment() override;

private:
    HeatMap *m_map;
};

} // namespace Watchfloor
