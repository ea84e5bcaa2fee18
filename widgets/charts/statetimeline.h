#pragma once

#include "widgets/charts/chartseries.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace Watchfloor {

/// Rows of coloured spans over one time axis: what was in which state when, in what order it happened.
class StateTimeline final : public QWidget
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
        QString text; ///< tool-tip, and inside the span where it fits
    };
    struct Row
    {
        QString name;
        std::optional<State> state; ///< glyph before the name
        std::vector<Span> spans;
    };

    explicit StateTimeline(QWidget *parent = nullptr);
    void setRows(std::vector<Row> rows);
    void setRange(TimeRange range);
    void setMarks(std::vector<Mark> marks);
    void setNow(std::optional<WallTime> now);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    double rowHeight() const;
    double xOf(WallTime time) const;
    int rowAt(QPoint position) const;
    QRectF spanRect(int row, const Span &span) const;
    void paintAxis(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;

    std::vector<Row> m_rows;
    TimeRange m_range;
    std::vector<Mark> m_marks;
    std::optional<WallTime> m_now;
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
