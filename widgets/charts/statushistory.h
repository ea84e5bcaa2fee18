#pragma once

#include "models/core/timerange.h"
#include "widgets/charts/chartwidget.h"
#include "widgets/charts/itemlegend.h"
#include "widgets/charts/timerows.h"

#include <optional>

namespace Watchfloor {

/// Rows of cells over one time axis, one cell a sample: what was answered at each moment. A sample that is not there leaves its place empty.
class StatusHistory final : public ChartWidget
{
    Q_OBJECT

public:
    struct Cell
    {
        QColor color; ///< invalid: no sample
        QString text;
    };
    struct Row
    {
        QString name;
        std::vector<Cell> cells; ///< as many as times
    };
    struct Look
    {
        RowValues values = RowValues::Auto;
        double rowHeight = 0.9;
        double columnWidth = 0.9;
        LegendPlace legend = LegendPlace::Below;
        std::vector<ItemLegend::Entry> entries; ///< what the colours mean
    };

    explicit StatusHistory(QWidget *parent = nullptr);
    /// Epoch seconds, ascending, in the middle of their cells; at most 5,000 of them.
    void setRows(std::vector<double> times, std::vector<Row> rows);
    void setRange(std::optional<TimeRange> range);
    void setLook(const Look &look);
    /// The crosshair of charts that share a time axis; absent hides it.
    void setCursor(std::optional<WallTime> time);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, 60}; }

Q_SIGNALS:
    void rowActivated(int row);
    void cursorMoved(std::optional<Watchfloor::WallTime> time);

protected:
    bool isEmpty() const override { return m_rows.empty() || m_times.empty(); }
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_rows.size() * m_times.size()); } ///< row after row
    int itemAt(QPointF position) const override;
    QRectF itemRect(int item) const override;
    ReadOut readOut(int item) const override;
    int neighbour(int item, int right, int down) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Layout;
    Layout layoutFor(QSizeF size) const;
    QRectF cellRect(const Layout &layout, int item) const;

    std::vector<double> m_times;
    std::vector<Row> m_rows;
    std::optional<TimeRange> m_range;
    std::optional<WallTime> m_cursor;
    Look m_look;
};

} // namespace Watchfloor
