#pragma once

#include "models/core/unit.h"
#include "widgets/charts/axisscale.h"
#include "widgets/theme/theme.h"

#include <QRectF>

class QPainter;

namespace Watchfloor {

/// A value axis of a chart that paints itself: upwards with its labels at the left, or to the right with its labels below.
struct ValueAxis
{
    QRectF plot;
    ValueScale scale;
    Unit unit;
    int decimals = -1;
    bool upwards = true;

    double at(double value) const;
    QString label(int tick) const;
    /// Of the widest label.
    double labelWidth() const;
    /// Grid lines, as many labels as have room, and a stronger line at zero where values lie on both sides.
    void paint(QPainter &painter, const Theme &theme) const;
    static constexpr double labelHeight = 18;
};

} // namespace Watchfloor
