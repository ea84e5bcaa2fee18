#pragma once

#include "models/core/state.h"
#include "models/core/unit.h"

#include <QColor>
#include <QWidget>

#include <optional>
#include <vector>

namespace Watchfloor {

/// Bars by name, longest room for the name, value at the end; sorted by whoever fills it.
class BarChart final : public QWidget
{
    Q_OBJECT

public:
    struct Bar
    {
        QString name;
        double value = 0; ///< NaN: a dash
        State state = State::Healthy; ///< healthy bars are in `color`
        QColor color;     ///< invalid: accent
    };

    explicit BarChart(QWidget *parent = nullptr);
    void setBars(std::vector<Bar> bars);
    void setUnit(const Unit &unit, int decimals = -1);
    /// A line across all bars.
    void setLimit(std::optional<double> limit);
    /// Right end of the bars; absent: the greatest value.
    void setMaximum(std::optional<double> maximum);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, 28}; }

Q_SIGNALS:
    void barActivated(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    double maximum() const;
    int rowHeight() const;

    std::vector<Bar> m_bars;
    Unit m_unit;
    int m_decimals = -1;
    std::optional<double> m_limit;
    std::optional<double> m_maximum;
};

} // namespace Watchfloor
