#include "widgets/charts/lineclip.h"

#include <algorithm>
#include <optional>

namespace Watchfloor {

namespace {

std::optional<QLineF> clippedSegment(QPointF from, QPointF to, const QRectF &box)
{
    double enter = 0;
    double leave = 1;
    const QPointF way = to - from;
    const auto cut = [&](double along, double room) {
        if (along == 0)
            return room >= 0;
        const double at = room / along;
        if (along < 0)
            enter = std::max(enter, at);
        else
            leave = std::min(leave, at);
        return enter <= leave;
    };
    if (!cut(-way.x(), from.x() - box.left()) || !cut(way.x(), box.right() - from.x()) || !cut(-way.y(), from.y() - box.top())
        || !cut(way.y(), box.bottom() - from.y()))
        return {};
    return QLineF(enter > 0 ? from + enter * way : from, leave < 1 ? from + leave * way : to);
}

/// `inside` tells how far within an edge a point lies, negative outside.
template <typename Inside>
QPolygonF cutAt(const QPolygonF &area, Inside inside)
{
    QPolygonF result;
    for (qsizetype at = 0; at < area.size(); ++at) {
        const QPointF from = area[at];
        const QPointF to = area[(at + 1) % area.size()];
        const double a = inside(from);
        const double b = inside(to);
        if (a >= 0)
            result << from;
        if ((a >= 0) != (b >= 0))
            result << from + (to - from) * (a / (a - b));
    }
    return result;
}

} // namespace

std::vector<QPolygonF> clippedLine(const QPolygonF &line, const QRectF &box)
{
    std::vector<QPolygonF> parts;
    for (qsizetype at = 1; at < line.size(); ++at) {
        const std::optional<QLineF> part = clippedSegment(line[at - 1], line[at], box);
        if (!part)
            continue;
        if (parts.empty() || parts.back().last() != part->p1())
            parts.push_back({{part->p1()}});
        parts.back() << part->p2();
    }
    return parts;
}

QPolygonF clippedArea(const QPolygonF &area, const QRectF &box)
{
    QPolygonF result = cutAt(area, [&](QPointF point) { return point.x() - box.left(); });
    result = cutAt(result, [&](QPointF point) { return box.right() - point.x(); });
    result = cutAt(result, [&](QPointF point) { return point.y() - box.top(); });
    return cutAt(result, [&](QPointF point) { return box.bottom() - point.y(); });
}

} // namespace Watchfloor
