#pragma once

#include "widgets/charts/chartseries.h"
#include "widgets/charts/chartwidget.h"
#include "widgets/charts/itemlegend.h"
#include "widgets/charts/timerows.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace Watchfloor {

/// Rows of coloured spans over one time axis: what was in which state when, in what order it happened.
class StateTimeline final : public ChartWidget
{
    Q_OBJECT

public:
    /// Solid: it held. Outline: pending. Striped: acknowledged. Hatched: nobody could see.
    enum class Fill { Solid, Outline, Striped, Hatched };

    struct Span
    {
        WallTime start{};
        WallTime end{};
        State state = State::Healthy;
        Fill fill = Fill::Solid;
        QString text;   ///< read out, and inside the span where it fits and values are shown
        QColor color{}; ///< instead of the state's
    };
    struct Row
    {
        QString name;
        std::optional<State> state; ///< glyph before the name
        std::vector<Span> spans;
    };
    struct Look
    {
        RowValues values = RowValues::Never;
        Qt::Alignment alignment = Qt::AlignLeft; ///< of a value in its span
        double rowHeight = 0;      ///< the share of a row that its spans fill, rows share the height; 0: thin spans in rows of usual height
        double fillOpacity = 1;
        bool mergeEqual = false;   ///< spans that touch and say the same are one
        LegendPlace legend = LegendPlace::None;
        std::vector<ItemLegend::Entry> entries{}; ///< what the colours mean
    };

    explicit StateTimeline(QWidget *parent = nullptr);
    /// At most 200 rows.
    void setRows(std::vector<Row> rows);
    void setRange(TimeRange range);
    void setMarks(std::vector<Mark> marks);
    void setNow(std::optional<WallTime> now);
    void setLook(const Look &look);
    /// The crosshair of charts that share a time axis; absent hides it.
    void setCursor(std::optional<WallTime> time);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row);
    /// The pointer stands at this moment; absent when it left.
    void cursorMoved(std::optional<Watchfloor::WallTime> time);

protected:
    bool isEmpty() const override { return m_rows.empty(); }
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_items.size()); } ///< spans, row after row
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
    const Span &spanOf(int item) const;
    QColor colorOf(const Span &span) const;
    QRectF spanRect(const Layout &layout, int row, const Span &span) const;
    void arrange();
    void paintMarks(QPainter &painter, const Layout &layout) const;
    void paintRow(QPainter &painter, const Layout &layout, int row) const;

    std::vector<Row> m_rows;
    std::vector<std::pair<int, int>> m_items; ///< row and span
    TimeRange m_range;
    std::vector<Mark> m_marks;
    std::optional<WallTime> m_now;
    std::optional<WallTime> m_cursor;
    Look m_look;
    int m_nameWidth = 120;
};

/// Availability as small ticks, one an interval: the last 30 days, the last 60 probes.
class TickStrip final : public QWidget
{
    Q_OBJECT

public:
    struct Tick
    {
        State state = State::Blind;
        QString text; ///< tool-tip
        bool quiet = false; ///< nothing happened: drawn as an empty box
    };

    explicit TickStrip(QWidget *parent = nullptr);
    void setTicks(std::vector<Tick> ticks);
    QSize sizeHint() const override { return {160, 12}; }
    QSize minimumSizeHint() const override { return {40, 8}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    std::vector<Tick> m_ticks;
};

} // namespace Watchfloor
