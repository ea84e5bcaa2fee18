#pragma once

#include "models/core/result.h"
#include "models/rules/rulefile.h"
#include "models/rules/rulereport.h"

#include <QSet>

#include <map>

namespace Watchfloor {

/// The names of the rules in each group that a source evaluates itself, alerts and recorded series alike.
using ListedGroups = std::map<QString, QSet<QString>>;

/// GET /api/v1/rules, read for the groups alone.
/// Source: Prometheus documentation, HTTP API, rules.
Result<ListedGroups> parseListedGroups(const QByteArray &body);

/// Which groups are evaluated here, and which are not, because a source lists them already: one of that name with every rule of
/// ours in it. A group of the same name with other rules is not ours.
struct RulePlan
{
    std::vector<RuleFile> files; ///< without the groups that were skipped, and without files in which none is left
    std::vector<SkippedGroup> skipped;
    bool operator==(const RulePlan &) const = default;
};
RulePlan planRules(const std::vector<RuleFile> &files, const std::map<QString, ListedGroups> &listed);

} // namespace Watchfloor
