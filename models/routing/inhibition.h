#pragma once

#include "models/alerts/alertrows.h"
#include "models/routing/routingconfig.h"

#include <QHash>

#include <memory>
#include <vector>

namespace Watchfloor {

/// Finds what inhibits an alert by the rules of a configuration. Sources are gone through once; each question is then a look-up a rule.
class InhibitionIndex
{
public:
    struct Inhibitor
    {
        const Alert *alert = nullptr;
        const InhibitRule *rule = nullptr;
    };

    /// The alerts themselves and the configuration must outlive the index.
    InhibitionIndex(const AlertRows &alerts, const RoutingConfig &config);

    /// By the first rule that fits, the worst alert that fits it; nulls when nothing does.
    Inhibitor inhibitorOf(const Alert &alert) const;

private:
    /// Per rule and values of its equal labels: the first source, and the first that is not on the target side too.
    struct Sources
    {
        const Alert *any = nullptr;
        const Alert *oneSided = nullptr;
    };
    struct RuleSources
    {
        const InhibitRule *rule;
        QHash<QString, Sources> byEqual;
    };
    std::vector<RuleSources> m_rules;
};

} // namespace Watchfloor
