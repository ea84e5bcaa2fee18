#include "models/workspace/sections.h"

#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr size_t shiftLimit = 50;

int minuteOf(QTime time)
{
    return time.isValid() ? time.msecsSinceStartOfDay() / 60'000 : 0;
}

Shift readShift(YamlReader &reader, const YamlNode &node)
{
    reader.expectKeys(node, keysAt(QStringLiteral("policy.shifts[]")));
    Shift shift;
    shift.name = readName(reader, node, QStringLiteral("name"));
    shift.fromMinute = minuteOf(readTimeOfDay(reader, reader.require(node, QStringLiteral("from"))));
    shift.toMinute = minuteOf(readTimeOfDay(reader, reader.require(node, QStringLiteral("to"))));
    const QList<int> days = readWeekdays(reader, node.at(QStringLiteral("days")));
    shift.days.assign(days.begin(), days.end());
    shift.timeZone = readTimeZone(reader, node.at(QStringLiteral("time_zone")));
    return shift;
}

} // namespace

/// Shifts of one name are one: a team's day is another on Saturday.
void readHistoryPolicy(Sections &sections, const YamlNode &policy)
{
    AlertPolicy &alerts = sections.workspace.alertPolicy;
    const auto kept = readDuration(sections.reader, policy.at(QStringLiteral("history")), std::chrono::days(alerts.historyDays), 24h, 3650 * 24h);
    alerts.historyDays = int(kept / 24h);
    for (const YamlNode &node : listItems(sections.reader, policy.at(QStringLiteral("shifts")), shiftLimit))
        alerts.shifts.push_back(readShift(sections.reader, node));
}

} // namespace Watchfloor
