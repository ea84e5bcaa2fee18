#pragma once

#include "models/core/clock.h"
#include "models/metrics/seriesstore.h"
#include "models/panels/panelqueries.h"

#include <QDialog>

namespace Watchfloor {

/// What a panel asks and what it was answered: each query as it was sent, its age, its error, its series with their last values.
class InspectDialog final : public QDialog
{
    Q_OBJECT

public:
    InspectDialog(const Panel &panel, const PanelQueries &queries, const SeriesStore &series, const Clock &clock, QWidget *parent = nullptr);
};

} // namespace Watchfloor
