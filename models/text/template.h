#pragma once

#include "models/core/labels.h"

#include <QString>

namespace Watchfloor {

/// Fills {{name}} and {{ $labels.name }} from labels; what is not a label stays as written. For legends.
QString filledLegend(const QString &text, const Labels &labels);

} // namespace Watchfloor
