#pragma once

#include "models/core/unit.h"
#include "widgets/charts/chartwidget.h"
#include "widgets/charts/itemlegend.h"

namespace Watchfloor {

/// Shares of a whole as slices. Slices too thin to be told apart are drawn as one, named "others"; negative values and NaN have no share, and it is said.
class PieChart final : public ChartWidget
{
    Q_OBJECT

public:
    struct Slice
    {
        QString name;
        double value = 0;
        QColor color;  ///< invalid: the series colour of its place
        QString text;  ///< the value as shown; empty: in the chart's unit
    };
    struct Look
    {
        bool donut = false;
        bool names = false, values = false, percents = true; ///< beside the slices
        LegendPlace legend = LegendPlace::Right;
        bool legendValues = true, legendPercents = true;
        bool sorted = true;      ///< else in their order
        bool descending = true;
        Unit unit;
        int decimals = -1;
    };

    explicit PieChart(QWidget *parent = nullptr);
    /// Items are slices by this order, whatever order they are drawn in.
    void setSlices(std::vector<Slice> slices);
    void setLook(const Look &look);

    QSize sizeHint() const override { return {320, 200}; }
    QSize minimumSizeHint() const override { return {96, 72}; }

protected:
    bool isEmpty() const override;
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_slices.size()); }
    int itemAt(QPointF position) const override;
    QRectF itemRect(int item) const override;
    ReadOut readOut(int item) const override;
    int neighbour(int item, int right, int down) const override;

private:
    /// A piece of the ring: one slice, or the others together.
    struct Piece
    {
        int slice = -1; ///< -1: others
        double from = 0, share = 0;
        std::vector<int> slices;
    };
    struct Layout;
    Layout layoutFor(QSizeF size) const;
    void arrange();
    QColor colorOf(int slice) const;
    QString valueText(int slice) const;
    QString percentText(int slice) const;
    int pieceOf(int slice) const;
    int legendRow(int slice) const;
    void paintTotal(QPainter &painter, const Layout &layout) const;
    void paintLabels(QPainter &painter, const Layout &layout) const;

    std::vector<Slice> m_slices;
    Look m_look;
    std::vector<int> m_order;    ///< those with a share, as drawn
    std::vector<Piece> m_pieces;
    double m_total = 0;
    int m_excluded = 0;
};

} // namespace Watchfloor
