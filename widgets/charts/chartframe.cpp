#include "widgets/charts/chartframe.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int markLabelRows = 3;
constexpr size_t markCap = 60;
constexpr size_t exemplarCap = 500;

QFont smallFont(QFont::Weight weight = QFont::Normal)
{
    return textFont(TextSize::Small, weight);
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

QPen dashedPen(const QColor &color)
{
    QPen pen(color, 1);
    pen.setDashPattern({4, 3});
    pen.setCosmetic(true);
    return pen;
}

QString markText(const Mark &mark)
{
    return Format::safeText(mark.text, 32);
}

QColor thresholdColor(const ChartThreshold &threshold, const Theme &theme)
{
    return threshold.color.isValid() ? threshold.color : theme.of(threshold.state);
}

/// Text in front of a ground of its own, so that lines behind it do not cut it.
void drawBacked(QPainter &painter, const QRectF &box, Qt::Alignment alignment, const QString &text, const Theme &theme)
{
    const double width = tabularWidth(painter.font(), text) + 6;
    const double left = alignment & Qt::AlignRight ? box.right() - width : box.left();
    painter.fillRect(QRectF(left, box.top() + 1, width, box.height() - 2), withAlpha(theme.surface, 0.72));
    drawTabular(painter, QRectF(left + 3, box.top(), width - 6, box.height()), Qt::AlignLeft, text);
}

} // namespace

double ChartFrame::xOf(double seconds) const
{
    const double start = toEpochSeconds(range.start);
    const double length = std::max(toEpochSeconds(range.end) - start, 1e-9);
    return plot.left() + (seconds - start) / length * plot.width();
}

const ValueScale &ChartFrame::scaleOf(AxisSide side) const
{
    if (side == AxisSide::Hidden)
        return unseen.scale;
    return side == AxisSide::Right && right ? right->scale : scale;
}

FrameAxis ChartFrame::axis(AxisSide side) const
{
    if (side == AxisSide::Hidden)
        return unseen;
    return side == AxisSide::Right && right ? *right : FrameAxis{scale, unit, decimals, label, labelled};
}

double ChartFrame::yOf(double value, AxisSide side) const
{
    const ValueScale &there = scaleOf(side);
    return plot.bottom() - (there.position(value) - there.minimum) / std::max(there.maximum - there.minimum, 1e-300) * plot.height();
}

double ChartFrame::yOf(const ChartThreshold &threshold) const
{
    return threshold.percent ? plot.bottom() - threshold.value / 100 * plot.height() : yOf(threshold.value, threshold.axis);
}

WallTime ChartFrame::timeAt(double x) const
{
    const double share = std::clamp((x - plot.left()) / std::max(plot.width(), 1.0), 0.0, 1.0);
    return range.start + std::chrono::milliseconds(qint64(share * double(range.length().count())));
}

const Mark *ChartFrame::markAt(QPointF position) const
{
    constexpr double reach = 5;
    if (position.y() < plot.bottom() - 12 || position.y() > plot.bottom() + 10)
        return nullptr;
    for (const Mark &mark : marks)
        if (std::fabs(xOf(mark.at) - position.x()) < reach)
            return &mark;
    return nullptr;
}

const ChartExemplar *ChartFrame::exemplarAt(QPointF position) const
{
    constexpr double reach = 7;
    const ChartExemplar *nearest = nullptr;
    double least = reach;
    for (const ChartExemplar &exemplar : exemplars) {
        const QPointF way = position - QPointF(xOf(exemplar.time), yOf(exemplar.value, exemplar.axis));
        if (const double distance = std::hypot(way.x(), way.y()); distance < least) {
            least = distance;
            nearest = &exemplar;
        }
    }
    return nearest;
}

QColor markColor(Mark::Kind kind, const Theme &theme)
{
    switch (kind) {
    case Mark::Kind::Deploy:
    case Mark::Kind::Incident:
    case Mark::Kind::Alert:
        return theme.warning;
    case Mark::Kind::Run:
        return theme.accent;
    case Mark::Kind::Recovered:
        return theme.healthy;
    case Mark::Kind::Source:
        return theme.blind;
    case Mark::Kind::Restart:
    case Mark::Kind::Silence:
    case Mark::Kind::Note:
        return theme.text2;
    }
    return theme.text2;
}

void paintGround(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    painter.save();
    painter.setClipRect(frame.plot);
    for (const ChartThreshold &threshold : frame.thresholds) {
        if (!threshold.band)
            continue;
        ChartThreshold other = threshold;
        other.value = threshold.until.value_or(0);
        const double edge = threshold.until ? frame.yOf(other) : threshold.above ? frame.plot.top() : frame.plot.bottom();
        const double y = std::clamp(frame.yOf(threshold), frame.plot.top(), frame.plot.bottom());
        const QRectF band(QPointF(frame.plot.left(), std::clamp(edge, frame.plot.top(), frame.plot.bottom())), QPointF(frame.plot.right(), y));
        painter.fillRect(band.normalized(), withAlpha(thresholdColor(threshold, theme), theme.isDark() ? 0.07 : 0.05));
    }
    for (const ChartSpan &span : frame.spans) {
        const QColor color = span.color.isValid() ? span.color : theme.of(span.state);
        const QRectF box(QPointF(frame.xOf(span.start), frame.plot.top()), QPointF(frame.xOf(span.end), frame.plot.bottom()));
        painter.fillRect(box, withAlpha(color, 0.16));
        if (isHatched(span.state))
            paintHatch(painter, box, span.state, theme);
        painter.setPen(QPen(withAlpha(color, 0.8), 1));
        painter.drawLine(QPointF(std::round(box.left()) + 0.5, box.top()), QPointF(std::round(box.left()) + 0.5, box.bottom()));
    }
    painter.restore();
}

void paintGrid(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.line, 1));
    for (int tick = 0; tick < frame.scale.tickCount(); ++tick) {
        const double y = std::round(frame.yOf(frame.scale.valueAt(tick)));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
    }
    painter.restore();
}

namespace {

/// Each label begins with its span; where the next one begins too soon it moves left, and drops out where there is no room.
void paintSpanLabels(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    double right = frame.plot.right() + frame.plot.left();
    for (auto span = frame.spans.rbegin(); span != frame.spans.rend(); ++span) {
        const QString text = Format::safeText(span->label, 32);
        if (text.isEmpty() || span->end < frame.range.start || span->start > frame.range.end)
            continue;
        const double width = tabularWidth(painter.font(), text) + 6;
        const double left = std::min(std::max(frame.xOf(span->start), frame.plot.left()) + 2, right - width - 4);
        if (left < frame.plot.left())
            continue;
        right = left;
        painter.setPen(span->color.isValid() ? span->color : theme.of(span->state));
        drawBacked(painter, QRectF(left, frame.plot.top() + 1, width, 15), Qt::AlignLeft, text, theme);
    }
}

} // namespace

void paintThresholdLines(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    painter.save();
    painter.setFont(smallFont());
    std::vector<QRectF> labels;
    for (const ChartThreshold &threshold : frame.thresholds) {
        const double y = std::round(frame.yOf(threshold));
        if (!threshold.line || !(y >= frame.plot.top() - 1 && y <= frame.plot.bottom() + 1))
            continue;
        const QColor color = thresholdColor(threshold, theme);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(threshold.dashed ? dashedPen(color) : QPen(color, 1));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        if (threshold.label.isEmpty())
            continue;
        const bool roomAbove = y - 16 > frame.plot.top();
        painter.setPen(color);
        const QString text = Format::safeText(threshold.label, 48);
        QRectF box(frame.plot.left() + 3, roomAbove ? y - 17 : y + 1, tabularWidth(painter.font(), text) + 6, 15);
        // Limits that lie close together stand side by side, not on each other.
        for (const QRectF &other : labels)
            if (other.intersects(box))
                box.moveLeft(other.right() + 6);
        labels.push_back(box);
        drawBacked(painter, box, Qt::AlignLeft, text, theme);
    }
    paintSpanLabels(painter, frame, theme);
    painter.restore();
}

void paintMarks(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    painter.save();
    painter.setFont(smallFont());
    std::array<double, markLabelRows> taken{};
    taken.fill(frame.plot.left() - 1e6);
    // The first row is the spans'.
    const bool spansNamed = std::any_of(frame.spans.begin(), frame.spans.end(), [](const ChartSpan &span) { return !span.label.isEmpty(); });
    const int firstRow = spansNamed ? 1 : 0;
    size_t shown = 0;
    for (const Mark &mark : frame.marks) {
        const double x = std::round(frame.xOf(mark.at));
        if (x < frame.plot.left() || x > frame.plot.right() || ++shown > markCap)
            continue;
        const QColor color = markColor(mark.kind, theme);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(color, 1));
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const double foot = frame.plot.bottom() + 1;
        painter.drawPolygon(QPolygonF({{x + 0.5, foot - 5}, {x + 4.5, foot + 1.5}, {x - 3.5, foot + 1.5}}));

        const QString text = markText(mark);
        const double width = tabularWidth(painter.font(), text) + 6;
        const bool leftOfLine = x - width - 3 >= frame.plot.left();
        const double left = leftOfLine ? x - width - 3 : x + 3;
        // A label goes where none is yet; where all rows are taken the line and its foot say enough.
        for (int row = firstRow; row < markLabelRows; ++row) {
            if (taken[size_t(row)] > left)
                continue;
            taken[size_t(row)] = left + width + 4;
            painter.setPen(color);
            drawBacked(painter, QRectF(left, frame.plot.top() + 2 + row * 15, width, 15), Qt::AlignLeft, text, theme);
            break;
        }
    }
    painter.restore();
}

void paintExemplars(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    size_t shown = 0;
    for (const ChartExemplar &exemplar : frame.exemplars) {
        const QPointF place(frame.xOf(exemplar.time), frame.yOf(exemplar.value, exemplar.axis));
        if (!frame.plot.adjusted(-1, -1, 1, 1).contains(place) || ++shown > exemplarCap)
            continue;
        painter.setPen(QPen(theme.surface, 1));
        painter.setBrush(exemplar.color.isValid() ? exemplar.color : theme.accent);
        painter.drawPolygon(QPolygonF({place + QPointF(0, -4.5), place + QPointF(4.5, 0), place + QPointF(0, 4.5), place + QPointF(-4.5, 0)}));
    }
    painter.restore();
}

void paintNow(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    if (!frame.now || !frame.range.contains(*frame.now))
        return;
    painter.save();
    const double x = std::round(frame.xOf(*frame.now));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.text, 1));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    painter.setFont(smallFont(QFont::Medium));
    if (!frame.nowLabel.isEmpty()) {
        const double width = tabularWidth(painter.font(), frame.nowLabel) + 6;
        const bool right = x + width + 4 < frame.plot.right();
        drawBacked(painter, QRectF(right ? x + 4 : x - width - 4, frame.plot.top() + 2, width, 15), Qt::AlignLeft, frame.nowLabel, theme);
    }
    painter.restore();
}

void paintStateOverlay(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    if (!isHatched(frame.state))
        return;
    painter.save();
    paintHatch(painter, frame.plot, frame.state, theme);
    const QString text = frame.reason.isEmpty() ? Format::state(frame.state) : Format::safeText(frame.reason, 96);
    painter.setFont(smallFont(QFont::Medium));
    const double width = std::min(tabularWidth(painter.font(), text) + 30, frame.plot.width() - 8);
    const QRectF box(frame.plot.right() - width - 6, frame.plot.top() + 6, width, 20);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.tint(theme.of(frame.state), 0.5), 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    paintStateGlyph(painter, QRectF(box.left() + 7, box.center().y() - 6, 12, 12), frame.state, theme);
    painter.setPen(theme.of(frame.state));
    drawTabular(painter, QRectF(box.left() + 24, box.top(), box.width() - 28, box.height()), Qt::AlignLeft, text);
    painter.restore();
}

} // namespace Watchfloor
