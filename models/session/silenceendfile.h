#pragma once

#include "models/alerts/backing.h"
#include "models/core/result.h"

namespace Watchfloor {

/// A silence behind an acknowledgement that is over: it mutes until somebody ends it, or `end` comes.
struct SilenceEnd
{
    BackingSilence silence;
    WallTime end{};
    bool operator==(const SilenceEnd &) const = default;
};

/// Those that are still to be ended, kept over the console's end: silenceends.json in the data folder.
constexpr size_t mostSilenceEnds = 10'000;

/// An absent file has none; an unreadable one is an error. An entry that cannot be read is left out.
Result<std::vector<SilenceEnd>> loadSilenceEnds(const QString &folder);
/// Renames an unreadable file to a free name beside it, so that the next save does not write over it; its new name.
Result<QString> setAsideSilenceEnds(const QString &folder);
Result<void> saveSilenceEnds(const QString &folder, const std::vector<SilenceEnd> &ends);

} // namespace Watchfloor
