#include "widgets/charts/axistexts.h"

#include "models/core/format.h"
#include "widgets/charts/chartframe.h"
#include "widgets/theme/fonts.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr double titleRoom = 16;

QFont labelFont()
{
    return textFont(TextSize::Small);
}

std::vector<AxisTexts::Text> valueTexts(const FrameAxis &axis)
{
    std::vector<AxisTexts::Text> texts;
    for (int tick = 0; axis.visible && tick < axis.scale.tickCount(); ++tick) {
        const double value = axis.scale.valueAt(tick);
        texts.push_back({value, scaleLabel(value, axis.scale, axis.unit, axis.decimals)});
    }
    return texts;
}

double widest(const std::vector<AxisTexts::Text> &texts)
{
    double width = 0;
    for (const AxisTexts::Text &text : texts)
        width = std::max(width, tabularWidth(labelFont(), text.text));
    return std::ceil(width);
}

/// Numbers beside the plot, and along them what they count.
void paintValueLabels(QPainter &painter, const ChartFrame &frame, AxisSide side, const std::vector<AxisTexts::Text> &texts)
{
    const bool left = side == AxisSide::Left;
    const QString label = frame.axis(side).label;
    for (const AxisTexts::Text &text : texts) {
        const double y = frame.yOf(text.place, side);
        const QRectF box = left ? QRectF(0, y - 8, frame.plot.left() - 7, 16) : QRectF(frame.plot.right() + 7, y - 8, widest(texts) + 2, 16);
        drawTabular(painter, box, left ? Qt::AlignRight : Qt::AlignLeft, text.text);
    }
    if (label.isEmpty() || texts.empty())
        return;
    const double reach = 7 + widest(texts) + titleRoom / 2 + 2;
    painter.save();
    painter.translate(left ? frame.plot.left() - reach : frame.plot.right() + reach, frame.plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-frame.plot.height() / 2, -titleRoom / 2, frame.plot.height(), titleRoom), Qt::AlignCenter,
                     QFontMetricsF(painter.font()).elidedText(Format::safeText(label, 60), Qt::ElideRight, frame.plot.height()));
    painter.restore();
}

} // namespace

double ChartFrame::labelWidth(AxisSide side) const
{
    const FrameAxis shown = axis(side);
    if (side == AxisSide::Hidden || (side == AxisSide::Right && !right) || !shown.visible)
        return 0;
    return widest(valueTexts(shown)) + (shown.label.isEmpty() ? 0 : titleRoom);
}

AxisTexts axisTexts(const ChartFrame &frame)
{
    AxisTexts texts{valueTexts(frame.axis(AxisSide::Left)), frame.right ? valueTexts(*frame.right) : std::vector<AxisTexts::Text>(), {}};
    const double width = tabularWidth(labelFont(), timeTickText(frame.range.start, frame.range.length()));
    const int count = std::max(1, int(frame.plot.width() / (width + 36)));
    for (const WallTime tick : timeTicks(frame.range, count))
        texts.moments.push_back({toEpochSeconds(tick), timeTickText(tick, frame.range.length())});
    return texts;
}

void paintAxisLabels(QPainter &painter, const ChartFrame &frame, const AxisTexts &texts, const Theme &theme)
{
    painter.setFont(labelFont());
    painter.setPen(theme.text3);
    paintValueLabels(painter, frame, AxisSide::Left, texts.left);
    if (frame.right)
        paintValueLabels(painter, frame, AxisSide::Right, texts.right);
    const double width = widest(texts.moments);
    for (const AxisTexts::Text &moment : texts.moments) {
        const double left = std::clamp(frame.xOf(moment.place) - width / 2, frame.plot.left() - 4, std::max(frame.plot.right() - width + 4, frame.plot.left()));
        drawTabular(painter, QRectF(left, frame.plot.bottom() + 3, width + 2, 16), Qt::AlignHCenter, moment.text);
    }
}

void paintAxisLabels(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    paintAxisLabels(painter, frame, axisTexts(frame), theme);
}

} // namespace Watchfloor
