#pragma once

#include "models/core/state.h"
#include "models/core/unit.h"
#include "widgets/charts/chartwidget.h"
#include "widgets/charts/valuesteps.h"

#include <optional>

namespace Watchfloor {

/// Values as bars on a track each, name before, value behind, coloured by what the value means.
class BarGauge final : public ChartWidget
{
    Q_OBJECT

public:
    struct Bar
    {
        QString name;
        double value = 0;             ///< NaN: a dash
        State state = State::Healthy; ///< stale and blind are hatched; others colour the bar where `color` is invalid
        QColor color{};               ///< of bar and value; invalid: by steps, else by state
        QString text{};               ///< the value as shown; empty: in the unit
        std::optional<double> minimum{}, maximum{}; ///< ends of its track; absent: of the whole widget
        ValueSteps steps{};           ///< for the gradient and the segments
    };
    enum class Style { Plain, Basic, Gradient, Segments }; ///< Plain: thin rounded bars; Segments: as on old displays
    enum class ValueColor { Bar, Text, Hidden };
    struct Look
    {
        Style style = Style::Gradient;
        Qt::Orientation orientation = Qt::Horizontal;
        bool unfilled = true;         ///< the rest of the track is seen
        bool names = true;
        ValueColor valueColor = ValueColor::Bar;
        std::optional<double> minimum, maximum; ///< absent: 0, or the least value where it is negative, and the greatest value
        std::optional<double> limit;  ///< a line across all bars
        Unit unit;
        int decimals = -1;
    };

    explicit BarGauge(QWidget *parent = nullptr);
    void setBars(std::vector<Bar> bars);
    void setLook(const Look &look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {96, 28}; }

protected:
    bool isEmpty() const override { return m_bars.empty(); }
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_bars.size()); }
    int itemAt(QPointF position) const override;
    QRectF itemRect(int item) const override;
    ReadOut readOut(int item) const override;

private:
    struct Layout;
    Layout layoutFor(QSizeF size) const;
    void arrange();
    QString valueText(const Bar &bar, bool whole = false) const;
    std::pair<double, double> boundsOf(const Bar &bar) const;
    QColor colorOf(const Bar &bar, double value) const;
    void paintLimit(QPainter &painter, const Layout &layout) const;
    void paintTrack(QPainter &painter, const Bar &bar, const QRectF &track) const;
    void paintSegments(QPainter &painter, const Bar &bar, const QRectF &track) const;

    std::vector<Bar> m_bars;
    Look m_look;
    double m_least = 0, m_most = 1;
};

} // namespace Watchfloor
