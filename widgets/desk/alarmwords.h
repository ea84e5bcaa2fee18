#pragma once

#include "widgets/desk/alarmwatch.h"

/// The words in which the desk tells. Plain text; whoever shows them makes it safe.
namespace Watchfloor::AlarmWords {

/// "payment: HighErrorRate"
QString nameOf(const Alert &alert);
/// What stands in the first line of a message.
QString title(const Alarm &alarm, const QString &escalatedTo);
/// "200 alerts began to fire", with the service or the name where all have the same.
QString titleOfMany(const std::vector<const Alarm *> &alarms, bool sources, bool late);
QString bodyOfMany(const std::vector<const Alarm *> &alarms);

QString cannotBeSeen(const QString &source);
QString seenAgain(const QString &source);
/// "Recovered after 12 min", of one that is over.
QString howItEnded(const Alert &alert);
QString allOver();
QString reopened();
QString flaps(int starts);
QString keptBack(WallTime since, WallTime now);

} // namespace Watchfloor::AlarmWords
