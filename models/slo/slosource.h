#pragma once

#include "models/core/clock.h"
#include "models/metrics/prometheusclient.h"
#include "models/slo/objective.h"

#include <QObject>

namespace Watchfloor {

/// Asks one Prometheus for everything of one objective: totals over the window, burn rates, and now and then the burn-down.
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

/// The PromQL for an objective's errors and total over `window` (text as in a range selector), made of its indicator.
QString errorsExpression(const Objective &objective, const QString &window);
QString totalExpression(const Objective &objective, const QString &window);

} // namespace Watchfloor
