#include "models/core/format.h"
#include "widgets/charts/timechartprivate.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QHash>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int nameCap = 60;
constexpr size_t noteCap = 4;
constexpr double noteReach = 5;

/// The sample nearest to `time`, NaN where the nearest one is more than a step and a half away.
double valueNear(const Series &series, double time)
{
    const std::vector<double> &times = *series.times;
    if (times.empty())
        return noSample;
    auto next = std::lower_bound(times.begin(), times.end(), time);
    if (next == times.end() || (next != times.begin() && time - *(next - 1) < *next - time))
        --next;
    const double step = times.size() > 1 ? (times.back() - times.front()) / double(times.size() - 1) : 1.0;
    return std::fabs(*next - time) <= 1.5 * step ? series.values[size_t(next - times.begin())] : noSample;
}

QString pileOf(const ChartSeries &line, bool downward)
{
    return QString::number(int(line.axis)) + u'/' + QString::number(int(line.style.stack)) + (downward ? u'-' : u'+') + line.style.stackGroup;
}

} // namespace

std::vector<HoverRow> TimeChart::Private::rowsAt(WallTime time) const
{
    std::vector<HoverRow> rows;
    QHash<QString, double> sums;
    QHash<QString, double> wholes;
    const auto shownValue = [&](const ChartSeries &line) {
        const double value = valueNear(line.data(), toEpochSeconds(time));
        return line.style.negativeY ? -value : value;
    };
    for (const auto &line : series)
        if (line->style.stack == StackMode::Percent && isDrawn(*line))
            if (const double value = shownValue(*line); std::isfinite(value))
                wholes[pileOf(*line, value < 0)] += value;
    for (size_t at = 0; at < series.size(); ++at) {
        const ChartSeries &line = *series[at];
        if (hidden.contains(line.name))
            continue;
        const double value = shownValue(line);
        if (!std::isfinite(value))
            continue;
        double height = value;
        if (line.style.stack != StackMode::None && line.drawn) {
            const QString pile = pileOf(line, value < 0);
            height = sums[pile] += value;
            if (line.style.stack == StackMode::Percent)
                height = wholes[pile] != 0 ? height / std::fabs(wholes[pile]) : 0;
        }
        if (!line.inTooltip || (isolated >= 0 && isolated != int(at)))
            continue;
        const double told = line.style.negativeY ? -value : value;
        const QString name = line.back.count() == 0 ? Format::safeText(line.name, nameCap) : nameOf(line);
        rows.push_back({colorOf(at), name, valueText(told, line), line.drawn ? frame.yOf(height, line.axis) : noSample, told});
    }
    return rows;
}

std::vector<HoverNote> TimeChart::Private::notesAt(WallTime time) const
{
    const Theme &theme = themeOf(q);
    std::vector<HoverNote> notes;
    const double x = frame.xOf(time);
    for (const Mark &mark : frame.marks) {
        if (notes.size() == noteCap || std::fabs(frame.xOf(mark.at) - x) > noteReach)
            continue;
        QStringList parts{Format::clockTime(mark.at), Format::safeText(mark.service, 40), Format::safeText(mark.text, 80), Format::safeText(mark.actor, 40)};
        parts.removeAll(QString());
        notes.push_back({markColor(mark.kind, theme), parts.join(QStringLiteral(" · "))});
    }
    for (const ChartSpan &span : frame.spans) {
        if (notes.size() == noteCap || time < span.start || time > span.end)
            continue;
        QStringList parts{Format::safeText(span.label, 40), Format::safeText(span.text, 120)};
        parts.removeAll(QString());
        if (!parts.isEmpty())
            notes.push_back({span.color.isValid() ? span.color : theme.of(span.state), parts.join(QStringLiteral(" · "))});
    }
    return notes;
}

void TimeChart::Private::arrange(std::vector<HoverRow> &rows) const
{
    const auto by = [&rows](auto key) {
        std::stable_sort(rows.begin(), rows.end(), [key](const HoverRow &a, const HoverRow &b) { return key(a) < key(b); });
    };
    if (tooltip == Tooltip::Single || tooltipOrder == TooltipOrder::Nearest) {
        // Without a pointer the highest stands first, as it does in the plot.
        const double y = pointer ? pointer->y() : frame.plot.top();
        by([y](const HoverRow &row) { return std::isnan(row.y) ? 1e9 : std::fabs(row.y - y); });
    } else if (tooltipOrder == TooltipOrder::Ascending) {
        by([](const HoverRow &row) { return row.number; });
    } else if (tooltipOrder == TooltipOrder::Descending) {
        by([](const HoverRow &row) { return -row.number; });
    }
    if (tooltip == Tooltip::Single && rows.size() > 1)
        rows.resize(1);
}

HoverText TimeChart::Private::textAt(WallTime time) const
{
    HoverText text{{}, rowsAt(time), notesAt(time)};
    arrange(text.rows);
    return text;
}

HoverText TimeChart::Private::textOf(const ChartExemplar &exemplar) const
{
    HoverText text;
    text.head = TimeChart::tr("Exemplar %1", "a time").arg(Format::clockTime(fromEpochSeconds(exemplar.time)));
    const QColor color = exemplar.color.isValid() ? exemplar.color : themeOf(q).accent;
    text.rows.push_back({color, TimeChart::tr("value"), valueText(exemplar.value, exemplar.axis), 0, exemplar.value});
    for (const auto &[name, value] : exemplar.labels) {
        if (text.rows.size() > 8)
            break;
        text.rows.push_back({themeOf(q).line, Format::safeText(name, 40), Format::safeText(value, 64), 0, 0});
    }
    return text;
}

void TimeChart::Private::paintCursor(QPainter &painter) const
{
    const Theme &theme = themeOf(q);
    if (drag == Drag::Zoom) {
        QColor color = theme.accent;
        color.setAlphaF(0.18f);
        const double from = std::clamp(dragStart, frame.plot.left(), frame.plot.right());
        const double to = std::clamp(dragEnd, frame.plot.left(), frame.plot.right());
        painter.fillRect(QRectF(QPointF(std::min(from, to), frame.plot.top()), QPointF(std::max(from, to), frame.plot.bottom())), color);
    }
    if (keyboardFocus) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.plot.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    if (!cursor || !drawn || drag == Drag::Pan || !frame.range.contains(*cursor))
        return;
    const QRectF whole = crosshair->boundingRect();
    if (const ChartExemplar *exemplar = pointer ? frame.exemplarAt(*pointer) : nullptr) {
        paintHoverBox(painter, frame, theme, whole, *cursor, textOf(*exemplar));
        return;
    }
    const HoverText text = textAt(*cursor);
    paintCrosshair(painter, frame, theme, *cursor, text.rows);
    const bool boxed = pointer || keyboardCursor || (group && group->valuesShown());
    if (boxed && tooltip != Tooltip::None && !(text.rows.empty() && text.notes.empty()))
        paintHoverBox(painter, frame, theme, whole, *cursor, text);
}

void TimeChart::Private::paintOverlay(QPainter &painter) const
{
    const Theme &theme = themeOf(q);
    if (series.empty() && !isHatched(frame.state)) {
        painter.setFont(textFont());
        painter.setPen(theme.text3);
        // No line of the grid runs through the words.
        constexpr int margin = 6;
        const QRectF words = painter.boundingRect(frame.plot, Qt::AlignCenter | Qt::TextWordWrap, emptyText);
        painter.fillRect(words.adjusted(-margin, -margin, margin, margin), theme.surface);
        painter.drawText(frame.plot, Qt::AlignCenter | Qt::TextWordWrap, emptyText);
        return;
    }
    if (!drawn)
        return;
    paintAxisLabels(painter, frame, labels(), theme);
    paintThresholdLines(painter, frame, theme);
    paintMarks(painter, frame, theme);
    paintExemplars(painter, frame, theme);
    paintNow(painter, frame, theme);
    paintLast(painter);
    paintStateOverlay(painter, frame, theme);
}

void TimeChart::Private::paintLast(QPainter &painter) const
{
    if (!lastShown || series.empty())
        return;
    const ChartSeries &line = *series.front();
    const Series &data = line.data();
    size_t at = data.values.size();
    while (at > 0 && !std::isfinite(data.values[at - 1]))
        --at;
    if (at == 0)
        return;
    const QPointF place(frame.xOf((*data.times)[at - 1]), frame.yOf(data.values[at - 1], line.axis));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(0));
    painter.drawEllipse(place, 3.5, 3.5);
    painter.setFont(textFont(TextSize::Small, QFont::DemiBold));
    painter.setPen(themeOf(q).text);
    drawTabular(painter, QRectF(place.x() + 6, place.y() - 9, lastWidth() + 6, 18), Qt::AlignLeft, valueText(data.values[at - 1], line));
}

} // namespace Watchfloor
