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
constexpr size_t hoverRowCap = 14;

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

double ChartFrame::yOf(double value) const
{
    return plot.bottom() - (scale.position(value) - scale.minimum) / std::max(scale.maximum - scale.minimum, 1e-300) * plot.height();
}

WallTime ChartFrame::timeAt(double x) const
{
    const double share = std::clamp((x - plot.left()) / std::max(plot.width(), 1.0), 0.0, 1.0);
    return range.start + std::chrono::milliseconds(qint64(share * double(range.length().count())));
}

double ChartFrame::labelWidth() const
{
    double width = 0;
    for (int tick = 0; tick < scale.tickCount(); ++tick)
        width = std::max(width, tabularWidth(smallFont(), scaleLabel(scale.valueAt(tick), scale, unit)));
    return std::ceil(width);
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
        const double y = std::clamp(frame.yOf(threshold.value), frame.plot.top(), frame.plot.bottom());
        const QRectF band = threshold.above ? QRectF(frame.plot.topLeft(), QPointF(frame.plot.right(), y))
                                            : QRectF(QPointF(frame.plot.left(), y), frame.plot.bottomRight());
        painter.fillRect(band, withAlpha(theme.of(threshold.state), theme.isDark() ? 0.07 : 0.05));
    }
    for (const ChartSpan &span : frame.spans) {
        const QColor color = theme.of(span.state);
        const QRectF box(QPointF(frame.xOf(span.start), frame.plot.top()), QPointF(frame.xOf(span.end), frame.plot.bottom()));
        painter.fillRect(box, withAlpha(color, 0.16));
        if (isHatched(span.state))
            painter.fillRect(box, hatchBrush(span.state, theme));
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

void paintAxisLabels(QPainter &painter, const ChartFrame &frame, const Theme &theme)
{
    painter.setFont(smallFont());
    painter.setPen(theme.text3);
    for (int tick = 0; tick < frame.scale.tickCount(); ++tick) {
        const double value = frame.scale.valueAt(tick);
        const double y = frame.yOf(value);
        drawTabular(painter, QRectF(0, y - 8, frame.plot.left() - 7, 16), Qt::AlignRight, scaleLabel(value, frame.scale, frame.unit));
    }
    const double widest = tabularWidth(painter.font(), timeTickText(frame.range.start, frame.range.length()));
    const int count = std::max(1, int(frame.plot.width() / (widest + 36)));
    for (const WallTime tick : timeTicks(frame.range, count)) {
        const double x = frame.xOf(tick);
        const QString text = timeTickText(tick, frame.range.length());
        const double left = std::clamp(x - widest / 2, frame.plot.left() - 4, std::max(frame.plot.right() - widest + 4, frame.plot.left()));
        drawTabular(painter, QRectF(left, frame.plot.bottom() + 3, widest + 2, 16), Qt::AlignHCenter, text);
    }
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
        painter.setPen(theme.of(span->state));
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
        const double y = std::round(frame.yOf(threshold.value));
        if (y < frame.plot.top() - 1 || y > frame.plot.bottom() + 1)
            continue;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(dashedPen(theme.of(threshold.state)));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        if (threshold.label.isEmpty())
            continue;
        const bool roomAbove = y - 16 > frame.plot.top();
        painter.setPen(theme.of(threshold.state));
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
        for (int row = 0; row < markLabelRows; ++row) {
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
    painter.fillRect(frame.plot, hatchBrush(frame.state, theme));
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

namespace {

void paintHoverBox(QPainter &painter, const ChartFrame &frame, const Theme &theme, WallTime time, const std::vector<HoverRow> &rows,
                   size_t left, double x)
{
    constexpr double lineHeight = 17;
    const QFont plain = smallFont();
    const QFont bold = smallFont(QFont::DemiBold);
    double names = 0;
    double values = 0;
    for (const HoverRow &row : rows) {
        names = std::max(names, std::min(tabularWidth(plain, row.name), 260.0));
        values = std::max(values, tabularWidth(bold, row.value));
    }
    const QString head = frame.range.length() > std::chrono::hours(36)
                             ? Format::day(time) + u' ' + Format::clockTime(time)
                             : Format::clockTime(time);
    const double width = std::max(names + values + 44, tabularWidth(bold, head) + 20);
    const double height = (double(rows.size()) + 1 + (left > 0 ? 1 : 0)) * lineHeight + 12;
    const double boxLeft = x + 12 + width < frame.plot.right() ? x + 12 : std::max(x - 12 - width, 2.0);
    const QRectF box(std::round(boxLeft), frame.plot.top() + 4, std::round(width), height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.handle, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setFont(bold);
    painter.setPen(theme.text);
    double y = box.top() + 6;
    drawTabular(painter, QRectF(box.left() + 10, y, width - 20, lineHeight), Qt::AlignLeft, head);
    for (const HoverRow &row : rows) {
        y += lineHeight;
        painter.fillRect(QRectF(box.left() + 10, y + lineHeight / 2 - 1.5, 10, 3), row.color);
        painter.setFont(plain);
        painter.setPen(theme.text2);
        drawTabular(painter, QRectF(box.left() + 26, y, names, lineHeight), Qt::AlignLeft, row.name);
        painter.setFont(bold);
        painter.setPen(theme.text);
        drawTabular(painter, QRectF(box.right() - 10 - values, y, values, lineHeight), Qt::AlignRight, row.value);
    }
    if (left > 0) {
        painter.setFont(plain);
        painter.setPen(theme.text3);
        drawTabular(painter, QRectF(box.left() + 26, y + lineHeight, width - 30, lineHeight), Qt::AlignLeft,
                    QCoreApplication::translate("TimeChart", "%1 more").arg(left));
    }
}

} // namespace

void paintCrosshair(QPainter &painter, const ChartFrame &frame, const Theme &theme, WallTime time, std::vector<HoverRow> rows,
                    std::optional<QPointF> pointer)
{
    if (!frame.range.contains(time))
        return;
    painter.save();
    const double x = std::round(frame.xOf(time));
    painter.setPen(QPen(theme.text3, 1));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const HoverRow &row : rows) {
        if (row.y < frame.plot.top() || row.y > frame.plot.bottom())
            continue;
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(row.color);
        painter.drawEllipse(QPointF(x + 0.5, row.y), 3.5, 3.5);
    }
    if (pointer && !rows.empty()) {
        std::stable_sort(rows.begin(), rows.end(), [&](const HoverRow &a, const HoverRow &b) {
            return std::fabs(a.y - pointer->y()) < std::fabs(b.y - pointer->y());
        });
        const size_t fitting = std::clamp(size_t(std::max(frame.plot.height() - 20, 0.0) / 17), size_t(1), hoverRowCap);
        const size_t left = rows.size() > fitting ? rows.size() - fitting : 0;
        rows.resize(rows.size() - left);
        paintHoverBox(painter, frame, theme, time, rows, left, x);
    }
    painter.restore();
}

} // namespace Watchfloor
