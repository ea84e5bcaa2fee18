#pragma once

#include "models/grafana/targets.h"

#include <QJsonObject>

namespace Watchfloor {

/// A panel as read, with what only the whole dashboard can settle.
struct ReadPanel
{
    Panel panel;
    qint64 id = 0;                  ///< as the file has it; 0: none
    bool placed = false;            ///< the file says where it stands
    std::optional<int> resultsOf;   ///< another panel, by its id, whose results it shows
    bool withTransformations = false;
};

/// One panel of any version; never fails: what is not a kind of ours is a Placeholder with its queries.
ReadPanel readGrafanaPanel(const QJsonObject &json, int schema, const DataSources &sources);

/// The file says where the panel stands.
bool hasPlace(const QJsonObject &panel);

/// The panel's support, as its kind and what is missing make it.
PanelSupport supportOf(const Panel &panel);

} // namespace Watchfloor
