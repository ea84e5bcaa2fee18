#pragma once

#include "models/core/fresh.h"
#include "models/slo/budget.h"

#include <QObject>

#include <vector>

namespace Watchfloor {

/// One objective with what is known of it.
struct SloStatus
{
    Objective objective;
    Budget budget;
    std::vector<BurnRate> burn; ///< in the order of burnWindows
    std::vector<BurnDownPoint> burnDown;
    std::vector<std::pair<WallTime, double>> errorRatio;
    Freshness freshness;
    bool known = false; ///< a valid answer ever came

    std::optional<double> burnOver(std::chrono::milliseconds window) const;
    SloPolicyState policyState(const BurnPolicy &policy, Instant now) const;
    /// Critical on page or exhausted, Warning on ticket, freeze or no traffic; Stale and Blind by age.
    State state(const BurnPolicy &policy, Instant now) const;
    /// By the 1 h rate, or the 5 min rate where that is asked for.
    std::optional<WallTime> emptyAt(WallTime now, std::chrono::milliseconds byWindow = std::chrono::hours(1)) const;
};

class SloStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void setObjectives(const std::vector<Objective> &objectives);
    void setPolicy(const BurnPolicy &policy);
    const BurnPolicy &policy() const { return m_policy; }
    void apply(const SloSnapshot &snapshot, Instant now);

    const std::vector<SloStatus> &objectives() const { return m_objectives; }
    const SloStatus *find(const QString &name) const;
    std::vector<const SloStatus *> ofService(const QString &service) const;

Q_SIGNALS:
    void changed(const QString &objective); ///< empty: the whole set

private:
    std::vector<SloStatus> m_objectives;
    BurnPolicy m_policy;
};

} // namespace Watchfloor
