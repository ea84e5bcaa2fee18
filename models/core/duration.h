#pragma once

#include "models/core/result.h"

#include <QStringView>

#include <chrono>

namespace Watchfloor {

/// A duration as Prometheus writes it: a sequence of y w d h m s ms, each unit once, largest first ("1h30m", "15s").
/// Source: Prometheus documentation, querying basics, time durations.
Result<std::chrono::milliseconds> parseDuration(QStringView text);

/// The canonical Prometheus form: 14 days is "2w", 90 s is "1m30s", nothing is "0s".
QString durationText(std::chrono::milliseconds duration);

} // namespace Watchfloor
