#pragma once

#include "models/metrics/prometheusjson.h"

#include <QByteArrayView>

#include <optional>

namespace Watchfloor {

/// Reads a vector or matrix answer laid out exactly as Prometheus writes it, without white space, escapes or extra keys.
/// Nothing at the first byte it does not expect: the general parser then reads the whole body.
std::optional<QueryAnswer> scanQueryAnswer(QByteArrayView body, size_t limit = seriesLimit);

} // namespace Watchfloor
