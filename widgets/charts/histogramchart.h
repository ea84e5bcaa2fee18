#pragma once

#include "models/core/unit.h"
#include "widgets/charts/chartwidget.h"
#include "widgets/charts/itemlegend.h"

namespace Watchfloor {

/// How often values lie between edges, as bars without gaps; several series behind each other.
class HistogramChart final : public ChartWidget
{
    Q_OBJECT

public:
    struct Series
    {
        QString name;
        QColor color; ///< invalid: the series colour of its place
        std::vector<double> counts;
    };
    struct Look
    {
        Unit unit;            ///< of the values on the x axis
        int decimals = -1;
        LegendPlace legend = LegendPlace::Below;
        double fillOpacity = 0.8;
        double lineWidth = 1;
    };

    explicit HistogramChart(QWidget *parent = nullptr);
    /// One edge more than counts.
    void setBuckets(std::vector<double> edges, std::vector<Series> series);
    void setLook(const Look &look);
    /// Only this series in full colour; -1: all. A click in the legend does it.
    void setIsolated(int index);
    int isolated() const { return m_isolated; }

    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {120, 80}; }

protected:
    bool isEmpty() const override;
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_edges.size()) - 1; } ///< buckets
    int itemAt(QPointF position) const override;
    QRectF itemRect(int item) const override;
    ReadOut readOut(int item) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Layout;
    Layout layoutFor(QSizeF size) const;
    QColor colorOf(size_t series) const;
    QString edgeText(double edge) const;
    void paintEdges(QPainter &painter, const Layout &layout) const;
    void paintSeries(QPainter &painter, const Layout &layout, size_t series) const;

    std::vector<double> m_edges;
    std::vector<Series> m_series;
    Look m_look;
    int m_isolated = -1;
};

} // namespace Watchfloor
