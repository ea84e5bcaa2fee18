#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <QString>

#include <map>

namespace Watchfloor {

/// Since when things fail or fire, by key, as the console saw them last: a restart does not begin them anew.
struct KeptStarts
{
    std::map<QString, WallTime> since;
    WallTime seenAt{}; ///< when this was so

    bool operator==(const KeptStarts &) const = default;
};

/// Of what was seen longer ago nobody knows whether what fails or fires now is the same.
constexpr bool goesOn(WallTime seenAt, WallTime now)
{
    return now - seenAt <= std::chrono::minutes(15);
}

constexpr size_t mostKeptStarts = 10'000;

/// An absent file has none; an unreadable one is an error. An entry that cannot be read is left out.
Result<KeptStarts> loadKeptStarts(const QString &path);
Result<void> saveKeptStarts(const QString &path, const KeptStarts &starts);

} // namespace Watchfloor
