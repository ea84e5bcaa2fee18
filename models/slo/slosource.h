#pragma once

#include "models/core/clock.h"
#include "models/metrics/prometheusclient.h"
#include "models/slo/objective.h"

#include <QObject>

namespace Watchfloor {

/// Asks one Prometheus for everything of one objective: totals over the window, burn rates, the error ratio of the last hours, and
/// with every tenth poll the burn-down. All queries of a poll are of one moment; a poll that is under way is not overtaken by
/// another. The first query that fails is the snapshot's error.
class SloSource final : public QObject
{
    Q_OBJECT

public:
    SloSource(Objective objective, PrometheusClient &client, const Clock &clock, std::chrono::milliseconds interval, QObject *parent = nullptr);
    const Objective &objective() const { return m_objective; }
    void poll();

Q_SIGNALS:
    void finished(const Watchfloor::SloSnapshot &snapshot);

private:
    class Private;
    Objective m_objective;
    std::unique_ptr<Private> d;

public:
    ~SloSource() override;
};

/// The PromQL for an objective's errors and total over `window` (text as in a range selector), made of its indicator. One number
/// each: events, or for a threshold and a ratio seconds. No errors are 0 where there is a total; without a total both are absent.
QString errorsExpression(const Objective &objective, const QString &window);
QString totalExpression(const Objective &objective, const QString &window);
/// Their quotient; NaN or absent without traffic.
QString errorRatioExpression(const Objective &objective, const QString &window);

} // namespace Watchfloor
