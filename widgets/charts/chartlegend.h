#pragma once

#include "widgets/charts/timechart.h"

#include <QWidget>

namespace Watchfloor {

struct Theme;

/// The lines of a chart by name: a list with figures, or a table that can be sorted; below the plot or at its right. A click
/// shows one line alone, with Ctrl or Shift it switches one off and on; arrow keys, Return and Space do the same.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    struct Figure
    {
        double value = noSample;
        QString text;
    };
    struct Entry
    {
        int index = 0; ///< of the series
        QColor color;
        QString name;
        bool hidden = false;
        bool dashed = false;
        std::vector<Figure> figures; ///< one a column
    };

    explicit ChartLegend(QWidget *parent = nullptr);
    /// Every entry has a figure for each of the options' columns.
    void setEntries(const TimeChart::LegendOptions &options, std::vector<Entry> entries);
    void setIsolated(int index);
    int heightFor(int width) const; ///< below the plot
    int widthFor(int most) const;   ///< at the right
    void paint(QPainter &painter) const;

Q_SIGNALS:
    void entryClicked(int index);
    void entryToggled(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Place
    {
        int entry; ///< in m_order
        int row;
        QRectF rect;
    };
    bool isTable() const { return m_options.mode == TimeChart::Legend::Table; }
    bool isRight() const { return m_options.placement == TimeChart::Placement::Right; }
    std::vector<Place> places(int width) const;
    int rowsOf(int width) const;
    int shownRows() const;
    size_t shownColumns() const;
    void showRow(int row);
    double listWidth(const Entry &entry) const;
    QString figureText(const Entry &entry, size_t column) const;
    QString columnTitle(size_t column) const;
    void paintHead(QPainter &painter, const Theme &theme) const;
    void paintEntry(QPainter &painter, const QRectF &rect, const Entry &entry, const Theme &theme) const;
    void paintScroller(QPainter &painter, const Theme &theme) const;
    void sortBy(int column);
    void order();
    void measure();

    std::vector<Entry> m_entries;
    std::vector<int> m_order;
    std::vector<double> m_columnWidths;
    std::vector<double> m_listWidths; ///< of the entries in a list
    TimeChart::LegendOptions m_given;   ///< as they came
    TimeChart::LegendOptions m_options; ///< with the order that a person chose
    int m_isolated = -1;
    int m_first = 0;   ///< row at the top
    int m_current = 0; ///< of the keyboard, in m_order
    bool m_ring = false;
};

} // namespace Watchfloor
