#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace Watchfloor {

/// Hours of the week during which somebody answers for alerts: "day", 08:00 to 20:00 of Europe/Berlin, Monday to Friday.
struct Shift
{
    QString name;
    int fromMinute = 0; ///< of the day, included
    int toMinute = 0;   ///< of the day, excluded; not after fromMinute: it ends on the next day
    QByteArray timeZone{};   ///< IANA name; empty: the zone of this machine
    std::vector<int> days{}; ///< on which it begins, 1 is Monday; empty: all
    bool operator==(const Shift &) const = default;
};

} // namespace Watchfloor
