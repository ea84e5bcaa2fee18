#pragma once

#include "models/text/fault.h"

#include <QStringList>

#include <vector>

namespace Watchfloor {

/// A group that somebody else evaluates already.
struct SkippedGroup
{
    QString group;
    QString file;
    QString source; ///< which lists it
    bool operator==(const SkippedGroup &) const = default;
};

/// What is done with the workspace's rule files, beside the alerts that come of them.
struct RuleReport
{
    std::vector<Fault> faults;         ///< files that are wrong; none of their rules is evaluated
    std::vector<SkippedGroup> skipped; ///< evaluated elsewhere
    QStringList unreadable;            ///< sources that offer no remote read: rules do not see their series
    bool operator==(const RuleReport &) const = default;
};

} // namespace Watchfloor
