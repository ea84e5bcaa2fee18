#include "widgets/charts/timechartprivate.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int dragThreshold = 6;
constexpr double wheelZoom = 0.8; ///< one notch
constexpr double keyZoom = 0.5;
constexpr double keyPan = 0.25;
constexpr std::chrono::milliseconds shortestRange{1'000};
constexpr int keySteps = 100; ///< across the plot

} // namespace

void TimeChart::Private::setCursorTime(std::optional<WallTime> time, std::optional<QPointF> where)
{
    if (time == cursor && where == pointer)
        return;
    cursor = time;
    pointer = where;
    repaint();
}

void TimeChart::Private::handleGroup()
{
    if (!pointer && !keyboardCursor)
        setCursorTime(group->time(), {});
    repaint();
}

void TimeChart::Private::handlePress(QPointF position, Qt::KeyboardModifiers modifiers)
{
    if (const Mark *mark = frame.markAt(position)) {
        Q_EMIT q->markActivated(*mark);
        return;
    }
    if (const ChartExemplar *exemplar = frame.exemplarAt(position)) {
        Q_EMIT q->exemplarActivated(*exemplar);
        return;
    }
    if (!frame.plot.contains(position))
        return;
    drag = modifiers & Qt::ShiftModifier ? Drag::Pan : Drag::Zoom;
    dragStart = dragEnd = position.x();
}

void TimeChart::Private::handleMove(QPointF position, bool pressed)
{
    if (pressed && drag != Drag::None) {
        dragEnd = position.x();
        if (drag == Drag::Pan)
            lines->setShift(dragEnd - dragStart);
        repaint();
    }
    const bool inside = frame.plot.contains(position);
    if (!inside && !cursor)
        return;
    keyboardCursor = false;
    const std::optional<WallTime> time = inside ? std::optional(frame.timeAt(position.x())) : std::nullopt;
    setCursorTime(time, inside ? std::optional(position) : std::nullopt);
    Q_EMIT q->cursorMoved(time);
    if (group)
        group->setTime(time, q);
}

void TimeChart::Private::handleRelease(QPointF position)
{
    const Drag done = std::exchange(drag, Drag::None);
    if (done == Drag::None)
        return;
    lines->setShift(0);
    repaint();
    const double from = std::min(dragStart, position.x());
    const double to = std::max(dragStart, position.x());
    if (to - from < dragThreshold)
        return;
    if (done == Drag::Pan)
        panBy((dragStart - position.x()) / std::max(frame.plot.width(), 1.0));
    else if (frame.timeAt(to) - frame.timeAt(from) >= shortestRange)
        Q_EMIT q->zoomRequested({frame.timeAt(from), frame.timeAt(to)});
}

void TimeChart::Private::panBy(double share)
{
    const auto way = std::chrono::milliseconds(std::llround(share * double(frame.range.length().count())));
    Q_EMIT q->panRequested({frame.range.start + way, frame.range.end + way});
}

void TimeChart::Private::zoomBy(double factor, WallTime around)
{
    const auto scaled = [factor](std::chrono::milliseconds length) { return std::chrono::milliseconds(std::llround(double(length.count()) * factor)); };
    const TimeRange next{around - scaled(around - frame.range.start), around + scaled(frame.range.end - around)};
    if (next.length() >= shortestRange)
        Q_EMIT q->zoomRequested(next);
}

void TimeChart::Private::handleWheel(QWheelEvent *event)
{
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (delta == 0 || !drawn || !frame.plot.contains(event->position()) || !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))) {
        event->ignore(); // the page scrolls
        return;
    }
    event->accept();
    if (event->modifiers() & Qt::ShiftModifier)
        panBy(delta < 0 ? 0.1 : -0.1);
    else
        zoomBy(delta > 0 ? wheelZoom : 1 / wheelZoom, frame.timeAt(event->position().x()));
}

void TimeChart::Private::stepCursor(int steps)
{
    const auto step = frame.range.length() / keySteps;
    const WallTime from = cursor && frame.range.contains(*cursor) ? *cursor : steps > 0 ? frame.range.start : frame.range.end;
    const WallTime time = std::clamp(from + steps * step, frame.range.start, frame.range.end);
    keyboardCursor = true;
    setCursorTime(time, {});
    Q_EMIT q->cursorMoved(time);
    if (group)
        group->setTime(time, q);
}

void TimeChart::Private::activateAtCursor()
{
    if (!cursor)
        return;
    constexpr double reach = 8;
    const double x = frame.xOf(*cursor);
    for (const Mark &mark : frame.marks)
        if (std::fabs(frame.xOf(mark.at) - x) < reach)
            return Q_EMIT q->markActivated(mark);
    for (const ChartExemplar &exemplar : frame.exemplars)
        if (std::fabs(frame.xOf(exemplar.time) - x) < reach)
            return Q_EMIT q->exemplarActivated(exemplar);
}

bool TimeChart::Private::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (!drawn)
        return false;
    const bool wide = modifiers & Qt::ShiftModifier;
    const WallTime middle = cursor && frame.range.contains(*cursor) ? *cursor : frame.range.start + frame.range.length() / 2;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int sign = key == Qt::Key_Right ? 1 : -1;
        wide ? panBy(sign * keyPan) : stepCursor(modifiers & Qt::ControlModifier ? 10 * sign : sign);
        return true;
    }
    case Qt::Key_Home:
    case Qt::Key_End:
        stepCursor(key == Qt::Key_Home ? -keySteps : keySteps);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(keyZoom, middle);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / keyZoom, middle);
        return true;
    case Qt::Key_Backspace:
        Q_EMIT q->zoomResetRequested();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateAtCursor();
        return cursor.has_value();
    case Qt::Key_Escape:
        if (!keyboardCursor)
            return false;
        keyboardCursor = false;
        setCursorTime({}, {});
        Q_EMIT q->cursorMoved({});
        if (group)
            group->setTime({}, q);
        return true;
    default:
        return false;
    }
}

bool TimeChart::Private::handleMouse(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        break;
    case QEvent::Wheel:
        handleWheel(static_cast<QWheelEvent *>(event));
        return event->isAccepted();
    case QEvent::Leave:
        if (!keyboardCursor)
            setCursorTime({}, {});
        Q_EMIT q->cursorMoved({});
        if (group)
            group->setTime({}, q);
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
        handlePress(mouse->position(), mouse->modifiers());
    else if (event->type() == QEvent::MouseButtonRelease)
        handleRelease(mouse->position());
    else
        Q_EMIT q->zoomResetRequested();
    return true;
}

} // namespace Watchfloor
