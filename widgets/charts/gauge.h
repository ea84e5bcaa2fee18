#pragma once

#include "models/core/state.h"
#include "models/core/unit.h"
#include "widgets/charts/chartwidget.h"
#include "widgets/charts/valuesteps.h"

#include <optional>

namespace Watchfloor {

/// Numbers on arcs with their limits: one, or several in a grid that fills the room.
class GaugeWidget final : public ChartWidget
{
    Q_OBJECT

public:
    struct Limit
    {
        double value = 0;
        State state = State::Critical;
        bool operator==(const Limit &) const = default;
    };
    struct Gauge
    {
        QString name;
        std::optional<double> value;  ///< absent or NaN: a dash and no arc
        State state = State::Healthy; ///< stale and blind are hatched; others colour the arc where `color` is invalid
        QColor color{};               ///< of the arc; invalid: by steps, else by state, healthy in accent
        Quantity shown{};             ///< the value as shown; empty: in the unit
        double minimum = 0, maximum = 1;
        ValueSteps steps{};           ///< the rim, where thresholds are marked
        bool stepsInPercent = false;  ///< steps are per cent of the way from minimum to maximum
    };
    struct Look
    {
        bool marks = true;             ///< the rim with the steps' colours
        bool labels = false;           ///< numbers at the steps
        std::optional<double> neutral; ///< the arc grows from here
        Unit unit;
        int decimals = -1;
    };

    explicit GaugeWidget(QWidget *parent = nullptr);
    void setGauges(std::vector<Gauge> gauges);
    void setLook(const Look &look);

    /// One gauge alone, by parts.
    void setLabel(const QString &label);
    void setValue(std::optional<double> value, State state);
    void setBounds(double minimum, double maximum);
    void setUnit(const Unit &unit, int decimals = -1);
    /// Coloured from its value on.
    void setLimits(std::vector<Limit> limits);

    QSize sizeHint() const override { return {160, 120}; }
    QSize minimumSizeHint() const override { return {72, 56}; }

protected:
    bool isEmpty() const override { return m_gauges.empty(); }
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_gauges.size()); }
    int itemAt(QPointF position) const override;
    QRectF itemRect(int item) const override;
    ReadOut readOut(int item) const override;
    int neighbour(int item, int right, int down) const override;

private:
    QRectF cell(int item, QSizeF size) const;
    QString valueText(const Gauge &gauge) const;
    void paintGauge(QPainter &painter, const Gauge &gauge, const QRectF &cell) const;

    std::vector<Gauge> m_gauges;
    std::vector<Limit> m_limits;
    Look m_look;
};

} // namespace Watchfloor
