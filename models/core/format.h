#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/mark.h"
#include "models/core/severity.h"
#include "models/core/state.h"
#include "models/core/unit.h"

#include <QCoreApplication>

#include <optional>

/// The one place where a value becomes localised text for a person.
namespace Watchfloor::Format {

/// "Critical", "Blind", "Stale", "Warning", "Healthy".
QString state(State state);
QString severity(Severity severity);
/// What kind of thing happened: "deployed", "restarted", "ran".
QString markKind(Mark::Kind kind);

/// An age or a span, one or two units, short: "2 s", "1 min 12 s", "6 h 12 min", "3 d 4 h". Below a second "0 s".
QString span(std::chrono::milliseconds span);
/// The same with one unit only: "6 min".
QString shortSpan(std::chrono::milliseconds span);
/// A count-down: "3:12", "1:02:09"; negative with a minus.
QString countdown(std::chrono::milliseconds rest);

/// Time of day "03:12:44" in the local zone, or in UTC.
QString clockTime(WallTime time, bool utc = false);
/// "03:12"
QString shortTime(WallTime time);
/// Today the time of day, else with the day: "12 Nov 14:20". `now` says what today is.
QString moment(WallTime time, WallTime now);
/// "2026-11-21 03:12:44 UTC"
QString isoTime(WallTime time);
/// "24 Oct"
QString day(WallTime time);

/// A ratio as per cent with as many decimals as its distance to 100 % asks for: 0.9998836 is "99.9884 %".
QString ratio(double ratio, int decimals = -1);
QString count(qint64 count);
QString bytes(qint64 bytes);

/// One clear sentence for the person, with what can be done about it.
QString sentence(const Error &error);
/// The same as a few words, for a bar or a cell: "connection refused".
QString words(const Error &error);

/// Text from outside made safe for one line: control and bidirectional characters visible, at most `limit` characters.
QString safeText(QStringView text, int limit = 256);

} // namespace Watchfloor::Format
