#pragma once

#include "models/panels/panel.h"

#include <QJsonObject>

namespace Watchfloor {

/// The options of today's kinds, by the panel's kind; what has a meaning and is not done here is added to the panel's `missing`.
void readPanelOptions(Panel &panel, const QJsonObject &options);

} // namespace Watchfloor
