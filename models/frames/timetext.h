#pragma once

#include <QString>

#include <optional>

namespace Watchfloor {

/// A time in milliseconds in a format of moment.js ("YYYY-MM-DD HH:mm"); without a format as ISO 8601. `zone`: "utc", an IANA name; empty: the
/// local one.
QString timeText(double milliseconds, const QString &format, const QString &zone);

/// A text as a time in milliseconds: in a format of moment.js, as ISO 8601, or as most databases write it. Without an offset it is local.
std::optional<double> readTime(const QString &text, const QString &format);

} // namespace Watchfloor
