#pragma once

#include <QDateTime>

/// Dates in the patterns that Grafana's dashboards are written with, in English. Source: Moment.js 2, format and fromNow.
namespace Watchfloor::Moment {

/// "YYYY-MM-DD HH:mm:ss", "[at] h:mm a", "X", "LLL"; an empty pattern gives ISO 8601. The zone is the time's own.
/// An invalid time gives "Invalid date".
QString text(const QDateTime &time, QStringView pattern);

/// "a few seconds ago", "in 2 hours".
QString fromNow(const QDateTime &time, const QDateTime &now);

} // namespace Watchfloor::Moment
