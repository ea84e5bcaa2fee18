#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <QString>

#include <map>

namespace Watchfloor {

/// Endpoints that failed when the console was last seen alive, by key, and since when: a restart does not begin their failures anew.
struct FailingEndpoints
{
    std::map<QString, WallTime> since;
    WallTime seenAt{}; ///< when this was so

    bool operator==(const FailingEndpoints &) const = default;
};

/// Of `endpoints.json` in the data folder; none where there is no such file.
Result<FailingEndpoints> loadFailingEndpoints(const QString &folder);
Result<void> saveFailingEndpoints(const QString &folder, const FailingEndpoints &failing);

} // namespace Watchfloor
