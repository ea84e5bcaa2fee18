#pragma once

#include "models/core/mark.h"
#include "models/core/timerange.h"

#include <QObject>

#include <vector>

namespace Watchfloor {

/// What happened, newest last: deploys, restarts, runs, alerts. A key that is known already is not added again.
class MarkStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// At most 5,000 are kept, the oldest go first.
    void apply(const Mark &mark);
    const std::vector<Mark> &marks() const { return m_marks; }
    /// Those of the range that concern `service` (empty: all of them).
    std::vector<Mark> within(TimeRange range, const QString &service = {}) const;

Q_SIGNALS:
    void changed();

private:
    std::vector<Mark> m_marks;
};

} // namespace Watchfloor
