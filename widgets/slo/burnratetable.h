#pragma once

#include "models/slo/slostore.h"

#include <QWidget>

namespace Watchfloor {

/// Burn rates by window: the figure, a bar on a logarithmic scale with its limit as a tick, what the limit asks for.
class BurnRateTable final : public QWidget
{
    Q_OBJECT

public:
    explicit BurnRateTable(QWidget *parent = nullptr);
    void setRates(const std::vector<BurnRate> &rates, const BurnPolicy &policy);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<BurnRate> m_rates;
    BurnPolicy m_policy;
};

} // namespace Watchfloor
