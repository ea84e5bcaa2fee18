#pragma once

#include "models/rules/rulereport.h"

#include <QObject>

namespace Watchfloor {

/// What is done with the rule files now.
class RuleStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void apply(const RuleReport &report);
    const RuleReport &report() const { return m_report; }

Q_SIGNALS:
    void changed();

private:
    RuleReport m_report;
};

} // namespace Watchfloor
