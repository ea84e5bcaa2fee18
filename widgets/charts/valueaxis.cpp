#include "widgets/charts/valueaxis.h"

#include "widgets/theme/fonts.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

double ValueAxis::at(double value) const
{
    // A painter takes minutes for what lies a googol away, and draws nothing of it.
    const double raw = (scale.position(value) - scale.minimum) / std::max(scale.maximum - scale.minimum, 1e-300);
    const double share = std::isnan(raw) ? 0 : std::clamp(raw, -2.0, 3.0);
    return upwards ? plot.bottom() - share * plot.height() : plot.left() + share * plot.width();
}

QString ValueAxis::label(int tick) const
{
    return scaleLabel(scale.valueAt(tick), scale, unit);
}

double ValueAxis::labelWidth() const
{
    double width = 0;
    for (int tick = 0; tick < scale.tickCount(); ++tick)
        width = std::max(width, tabularWidth(textFont(TextSize::Small), label(tick)));
    return std::ceil(width);
}

void ValueAxis::paint(QPainter &painter, const Theme &theme) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(textFont(TextSize::Small));
    const double widest = labelWidth();
    double last = -1e9;
    for (int tick = 0; tick < scale.tickCount(); ++tick) {
        const double value = scale.valueAt(tick);
        const double place = std::round(at(value));
        const bool zero = std::fabs(value) < 1e-12 && scale.minimum < 0;
        painter.setPen(zero ? theme.handle : theme.line);
        painter.drawLine(upwards ? QLineF(plot.left(), place, plot.right(), place) : QLineF(place, plot.top(), place, plot.bottom()));
        if (std::fabs(place - last) < (upwards ? 13 : widest + 10))
            continue;
        last = place;
        painter.setPen(theme.text3);
        if (upwards) {
            drawTabular(painter, QRectF(plot.left() - widest - 7, place - 8, widest + 1, 16), Qt::AlignRight, label(tick));
        } else {
            const double left = std::min(place - widest / 2, plot.right() + 6 - widest);
            drawTabular(painter, QRectF(left, plot.bottom() + 3, widest + 1, 16), Qt::AlignHCenter, label(tick));
        }
    }
    painter.restore();
}

} // namespace Watchfloor
