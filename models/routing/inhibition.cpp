#include "models/routing/inhibition.h"

namespace Watchfloor {

namespace {

/// It stands in an Alertmanager. A silenced alert still inhibits others.
bool mayInhibit(const Alert &alert)
{
    return alert.state == AlertState::Firing || alert.state == AlertState::Acknowledged || alert.state == AlertState::Silenced || alert.state == AlertState::Inhibited;
}

QString equalKey(const InhibitRule &rule, const Labels &labels)
{
    QString key;
    for (const QString &name : rule.equal) {
        const QString value = labels.value(name);
        key += QString::number(value.size()) + u':' + value;
    }
    return key;
}

} // namespace

InhibitionIndex::InhibitionIndex(const AlertRows &alerts, const RoutingConfig &config)
{
    for (const InhibitRule &rule : config.inhibitRules)
        if (!rule.unread)
            m_rules.push_back({&rule, {}});
    for (const Alert &alert : alerts) {
        if (!mayInhibit(alert) || m_rules.empty())
            continue;
        const Labels labels = alert.allLabels();
        for (RuleSources &sources : m_rules) {
            if (!sources.rule->isSource(labels))
                continue;
            Sources &found = sources.byEqual[equalKey(*sources.rule, labels)];
            if (!found.any)
                found.any = &alert;
            if (!found.oneSided && !sources.rule->isTarget(labels))
                found.oneSided = &alert;
        }
    }
}

InhibitionIndex::Inhibitor InhibitionIndex::inhibitorOf(const Alert &alert) const
{
    const Labels labels = alert.allLabels();
    for (const RuleSources &sources : m_rules) {
        if (!sources.rule->isTarget(labels))
            continue;
        const auto found = sources.byEqual.constFind(equalKey(*sources.rule, labels));
        if (found == sources.byEqual.constEnd())
            continue;
        if (const Alert *source = sources.rule->isSource(labels) ? found->oneSided : found->any)
            return {source, sources.rule};
    }
    return {};
}

} // namespace Watchfloor
