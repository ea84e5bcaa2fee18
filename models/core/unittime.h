#pragma once

#include "models/core/unitscaling.h"

#include <QDateTime>

/// Times and dates of Grafana's formatters. Source: packages/grafana-data/src/valueFormats/dateTimeFormatters.ts.
namespace Watchfloor::UnitTime {

using UnitScaling::Decimals;

/// A length of time that comes in the rule's unit, from nanoseconds to days and ticks: "1.5 hours".
Quantity length(UnitRule::Kind kind, double value, Decimals decimals);

/// "1 hour, 2 minutes": the largest unit and `decimals` more of a value that comes in seconds or milliseconds.
Quantity span(double value, Decimals decimals, bool milliseconds);

/// "27:46:40", with days "1 d 03:46:40".
Quantity hoursMinutesSeconds(double seconds, bool days);

/// "16m:40s:000ms"; decimals cut units away.
QString clock(double milliseconds, Decimals decimals);

/// Milliseconds since 1970 by a pattern of Moment.js; one after a line feed is for a time of today.
QString date(double milliseconds, const QString &patterns, const UnitContext &context);
QString fromNow(double milliseconds, const UnitContext &context);

} // namespace Watchfloor::UnitTime
