#include "models/rules/rulestore.h"

namespace Watchfloor {

void RuleStore::apply(const RuleReport &report)
{
    if (m_report == report)
        return;
    m_report = report;
    Q_EMIT changed();
}

} // namespace Watchfloor
