#pragma once

#include "models/grafana/datasources.h"
#include "models/panels/panel.h"

namespace Watchfloor {

/// What a panel asks, and what of it is not done here.
struct PanelTargets
{
    QString source;                 ///< the panel's; empty: the default
    std::vector<PanelQuery> queries;
    std::optional<int> resultsOf;   ///< the panel whose results are shown instead
    bool withTransformations = false;
    QStringList missing;
};
PanelTargets readTargets(const QJsonObject &panel, const DataSources &sources);

} // namespace Watchfloor
