#pragma once

#include "widgets/theme/theme.h"

#include <QRectF>
#include <QStringList>

#include <vector>

class QPainter;

namespace Watchfloor {

enum class LegendPlace { None, Below, Right };

/// Colours with their names and figures, as a flow of names below or a table at the right or below; for charts that paint themselves.
struct ItemLegend
{
    struct Entry
    {
        QColor color;
        QString name;
        QStringList figures;
    };
    std::vector<Entry> entries;
    QStringList heads;    ///< of the figures; none: a flow of names
    LegendPlace place = LegendPlace::None;

    /// Takes its part of `area`, never more than half of it, and leaves the rest.
    QRectF takeFrom(QRectF &area) const;
    /// `box` is what takeFrom gave. All but `isolated` are pale; `current` is under the pointer.
    void paint(QPainter &painter, const QRectF &box, const Theme &theme, int isolated = -1, int current = -1) const;
    /// The entry at this place; -1: none.
    int entryAt(const QRectF &box, QPointF position) const;

private:
    std::vector<QRectF> places(const QRectF &box) const; ///< of those entries that have room
    bool isTable() const { return place == LegendPlace::Right || !heads.isEmpty(); }
    double nameWidth() const;
    std::vector<double> figureWidths() const;
};

} // namespace Watchfloor
