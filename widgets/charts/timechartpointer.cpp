#include "models/core/format.h"
#include "widgets/charts/timechartprivate.h"

#include <QMouseEvent>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int dragThreshold = 6;

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

} // namespace

std::vector<HoverRow> TimeChart::Private::rowsAt(WallTime time) const
{
    std::vector<HoverRow> rows;
    for (size_t at = 0; at < series.size(); ++at) {
        if (isolated >= 0 && isolated != int(at))
            continue;
        const double value = valueNear(series[at]->series, toEpochSeconds(time));
        if (std::isfinite(value))
            rows.push_back({colorOf(at), Format::safeText(series[at]->name, 60), quantity(value, frame.unit, decimals).text(), frame.yOf(value)});
    }
    return rows;
}

void TimeChart::Private::paintCursor(QPainter &painter) const
{
    const Theme &theme = themeOf(q);
    if (dragStart) {
        QColor color = theme.accent;
        color.setAlphaF(0.18f);
        const double from = std::clamp(*dragStart, frame.plot.left(), frame.plot.right());
        const double to = std::clamp(dragEnd, frame.plot.left(), frame.plot.right());
        painter.fillRect(QRectF(QPointF(std::min(from, to), frame.plot.top()), QPointF(std::max(from, to), frame.plot.bottom())), color);
    }
    if (cursor && drawn)
        paintCrosshair(painter, frame, theme, *cursor, rowsAt(*cursor), pointer);
}

void TimeChart::Private::setCursorTime(std::optional<WallTime> time, std::optional<QPointF> where)
{
    if (time == cursor && where == pointer)
        return;
    cursor = time;
    pointer = where;
    crosshair->update();
}

void TimeChart::Private::handlePress(QPointF position)
{
    if (const Mark *mark = frame.markAt(position)) {
        Q_EMIT q->markActivated(*mark);
        return;
    }
    if (!frame.plot.contains(position))
        return;
    dragStart = position.x();
    dragEnd = position.x();
}

void TimeChart::Private::handleMove(QPointF position, bool pressed)
{
    if (pressed && dragStart) {
        dragEnd = position.x();
        crosshair->update();
    }
    if (!frame.plot.contains(position)) {
        if (cursor) {
            setCursorTime({}, {});
            Q_EMIT q->cursorMoved({});
        }
        return;
    }
    const WallTime time = frame.timeAt(position.x());
    setCursorTime(time, position);
    Q_EMIT q->cursorMoved(time);
}

void TimeChart::Private::handleRelease(QPointF position)
{
    if (!dragStart)
        return;
    const double from = std::min(*dragStart, position.x());
    const double to = std::max(*dragStart, position.x());
    dragStart.reset();
    crosshair->update();
    if (to - from >= dragThreshold)
        Q_EMIT q->zoomRequested({frame.timeAt(from), frame.timeAt(to)});
}

bool TimeChart::Private::handleMouse(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        break;
    case QEvent::Leave:
        setCursorTime({}, {});
        Q_EMIT q->cursorMoved({});
        return false;
    default:
        return false;
    }
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (event->type() == QEvent::MouseMove)
        handleMove(mouse->position(), mouse->buttons() & Qt::LeftButton);
    else if (mouse->button() != Qt::LeftButton)
        return false;
    else if (event->type() == QEvent::MouseButtonPress)
        handlePress(mouse->position());
    else if (event->type() == QEvent::MouseButtonRelease)
        handleRelease(mouse->position());
    else
        Q_EMIT q->zoomResetRequested();
    return true;
}

} // namespace Watchfloor
