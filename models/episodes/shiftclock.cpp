#include "models/episodes/shiftclock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace Watchfloor {

namespace {

class ShiftWords
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::ShiftWords)

public:
    static QString day() { return tr("Day"); }
    static QString night() { return tr("Night"); }
};

bool beginsOn(const Shift &shift, int dayOfWeek)
{
    return shift.days.empty() || std::find(shift.days.begin(), shift.days.end(), dayOfWeek) != shift.days.end();
}

bool covers(const Shift &shift, WallTime time)
{
    const QTimeZone zone = shift.timeZone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(shift.timeZone);
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), zone.isValid() ? zone : QTimeZone::utc());
    const int minute = there.time().msecsSinceStartOfDay() / 60'000;
    const int today = there.date().dayOfWeek();
    if (shift.fromMinute < shift.toMinute)
        return minute >= shift.fromMinute && minute < shift.toMinute && beginsOn(shift, today);
    // Past midnight it belongs to the day on which it began.
    const int yesterday = there.date().addDays(-1).dayOfWeek();
    return (minute >= shift.fromMinute && beginsOn(shift, today)) || (minute < shift.toMinute && beginsOn(shift, yesterday));
}

} // namespace

std::vector<Shift> usualShifts()
{
    constexpr int morning = 8 * 60;
    constexpr int evening = 20 * 60;
    return {{ShiftWords::day(), morning, evening}, {ShiftWords::night(), evening, morning}};
}

const Shift *shiftAt(const std::vector<Shift> &shifts, WallTime time)
{
    const auto found = std::find_if(shifts.begin(), shifts.end(), [time](const Shift &shift) { return covers(shift, time); });
    return found == shifts.end() ? nullptr : &*found;
}

} // namespace Watchfloor
