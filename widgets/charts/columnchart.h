#pragma once

#include "models/core/unit.h"
#include "widgets/charts/chartseries.h"
#include "widgets/charts/chartwidget.h"
#include "widgets/charts/itemlegend.h"

#include <QStringList>

#include <optional>

namespace Watchfloor {

/// Categories by several series as columns, or as rows lying: beside each other, on each other, or as shares of a hundred.
class ColumnChart final : public ChartWidget
{
    Q_OBJECT

public:
    struct Series
    {
        QString name;
        std::vector<double> values; ///< one a category; NaN: none
        QColor color{};             ///< invalid: the series colour of its place
        std::vector<QColor> colors{}; ///< by category, over `color`; empty or one a category
    };
    enum class Stacking { None, Normal, Percent };
    enum class Values { Auto, Always, Never };
    struct Look
    {
        Qt::Orientation orientation = Qt::Vertical; ///< of the columns
        Stacking stacking = Stacking::None;
        Values values = Values::Auto;
        double groupWidth = 0.7;
        double barWidth = 0.97;
        double fillOpacity = 0.8;
        double lineWidth = 1;
        LegendPlace legend = LegendPlace::Below;
        std::optional<int> labelRotation; ///< degrees; absent: turned where they have no room
        std::optional<double> minimum, maximum;
        std::vector<ChartThreshold> thresholds;
        Unit unit;
        int decimals = -1;
    };

    explicit ColumnChart(QWidget *parent = nullptr);
    void setData(QStringList categories, std::vector<Series> series);
    void setLook(const Look &look);
    /// Only this series in full colour; -1: all. A click in the legend does it.
    void setIsolated(int index);
    int isolated() const { return m_isolated; }

    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {120, 80}; }

protected:
    bool isEmpty() const override { return m_categories.isEmpty() || m_series.empty(); }
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_categories.size()); } ///< categories
    int itemAt(QPointF position) const override;
    QRectF itemRect(int item) const override;
    ReadOut readOut(int item) const override;
    int neighbour(int item, int right, int down) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Layout;
    Layout layoutFor(QSizeF size) const;
    ItemLegend legend() const;
    QColor colorOf(size_t series, size_t category) const;
    double sumOf(size_t category) const;
    QString valueText(double value) const;
    void paintThresholds(QPainter &painter, const Layout &layout) const;
    void paintBands(QPainter &painter, const Layout &layout) const;
    void paintNames(QPainter &painter, const Layout &layout, QSizeF size) const;
    void paintCategory(QPainter &painter, const Layout &layout, int category) const;
    void paintValue(QPainter &painter, const Layout &layout, const QRectF &box, double value, double raw, const QColor &ground) const;

    QStringList m_categories;
    std::vector<Series> m_series;
    Look m_look;
    int m_isolated = -1;
};

} // namespace Watchfloor
