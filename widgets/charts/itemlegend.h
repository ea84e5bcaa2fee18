#pragma once

#include "widgets/theme/theme.h"

#include <QRectF>
#include <QStringList>

#include <vector>

class QPainter;

namespace Watchfloor {

enum class LegendPlace { None, Below, Right };

/// Colours with their names and figures, as a flow below or a table at the right; for charts that paint themselves.
struct ItemLegend
{
    struct Entry
    {
        QColor color;
        QString name;
        QStringList figures;
    };
    std::vector<Entry> entries;
    QStringList heads;    ///< of the table's figures
    LegendPlace place = LegendPlace::None;

    /// Takes its part of `area`, never more than half of it, and leaves the rest.
    QRectF takeFrom(QRectF &area) const;
    /// `box` is what takeFrom gave. All but `isolated` are pale; `current` is under the pointer.
    void paint(QPainter &painter, const QRectF &box, const Theme &theme, int isolated = -1, int current = -1) const;
    /// The entry at this place; -1: none.
    int entryAt(const QRectF &box, QPointF position) const;

private:
    std::vector<QRectF> places(const QRectF &box) const; ///< of those entries that have room
    bool isTable() const { return place == LegendPlace::Right; }
    double nameWidth() const;
    double flowWidth(const Entry &entry) const;
    /// Of the columns of figures in so much room; 0 for those that find none.
    std::vector<double> figureWidths(double room) const;
    double paintColumns(QPainter &painter, const QStringList &texts, const std::vector<double> &widths, const QRectF &row) const;
    void paintEntry(QPainter &painter, const Entry &entry, const QRectF &rest, const QColor &nameColor, const QColor &figureColor) const;
};

} // namespace Watchfloor
