#pragma once

#include "models/core/clock.h"
#include "models/metrics/seriesstore.h"
#include "models/panels/panelqueries.h"

#include <QDialog>

namespace Watchfloor {

class OutputView;

/// What a panel asks and what it was answered: each query as it was sent with its step and its age, errors with their places, warnings and remarks, and
/// its series with their last values and how many samples they have.
class InspectDialog final : public QDialog
{
    Q_OBJECT

public:
    InspectDialog(const Panel &panel, const PanelQueries &queries, const SeriesStore &series, const Clock &clock, QWidget *parent = nullptr);

private:
    void addAsk(const Panel &panel, const PanelAsk &ask, const SeriesStore &series, const Clock &clock);
    void addAnswer(const QueryAnswer &answer);

    OutputView *m_view;
};

} // namespace Watchfloor
