#pragma once

#include "models/frames/fieldconfig.h"

namespace Watchfloor {

/// One property of "custom", by its path without that: of time series, bar chart, table, state timeline, status history, histogram, heat map.
/// False when the path, or its value, is not known here.
bool applyCustomProperty(FieldConfig &config, const QString &path, const QJsonValue &value);

} // namespace Watchfloor
