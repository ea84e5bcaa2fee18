#pragma once

#include "models/core/unit.h"
#include "widgets/charts/timechart.h"

#include <QWidget>

namespace Watchfloor {

/// The lines of a chart by name: a row of names with their last values, or a table that can be sorted. A click isolates one.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QColor color;
        QString name;
        QString last;
        std::array<double, 4> figures{}; ///< last, minimum, maximum, mean; NaN where there is none
    };

    explicit ChartLegend(QWidget *parent = nullptr);
    void setEntries(std::vector<Entry> entries, const Unit &unit, int decimals);
    void setMode(TimeChart::Legend mode);
    void setIsolated(int index);
    int heightFor(int width) const;

Q_SIGNALS:
    void entryClicked(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Place
    {
        int index;
        QRectF rect;
    };
    std::vector<Place> places(int width, int *rows = nullptr) const;
    void paintNames(QPainter &painter) const;
    void paintTable(QPainter &painter) const;
    void sortBy(int column);
    double figureColumn() const;

    std::vector<Entry> m_entries;
    std::vector<int> m_order; ///< of the table
    Unit m_unit;
    int m_decimals = -1;
    TimeChart::Legend m_mode = TimeChart::Legend::Names;
    int m_isolated = -1;
    int m_sorted = -1;
    bool m_descending = true;
    int m_first = 0;
};

} // namespace Watchfloor
