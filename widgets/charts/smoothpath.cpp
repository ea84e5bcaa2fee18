#include "widgets/charts/smoothpath.h"

#include <cmath>
#include <vector>

namespace Watchfloor {

QPainterPath smoothPath(const QPolygonF &points)
{
    QPainterPath path;
    const qsizetype count = points.size();
    if (count < 3) {
        path.addPolygon(points);
        return path;
    }
    std::vector<double> slopes(size_t(count) - 1);
    for (qsizetype at = 0; at + 1 < count; ++at) {
        const double width = points[at + 1].x() - points[at].x();
        slopes[size_t(at)] = width != 0 ? (points[at + 1].y() - points[at].y()) / width : 0;
    }
    std::vector<double> tangents(size_t(count), 0.0);
    tangents.front() = slopes.front();
    tangents.back() = slopes.back();
    for (size_t at = 1; at + 1 < size_t(count); ++at)
        tangents[at] = slopes[at - 1] * slopes[at] <= 0 ? 0 : (slopes[at - 1] + slopes[at]) / 2;
    for (size_t at = 0; at < slopes.size(); ++at) {
        if (slopes[at] == 0) {
            tangents[at] = tangents[at + 1] = 0;
            continue;
        }
        const double a = tangents[at] / slopes[at];
        const double b = tangents[at + 1] / slopes[at];
        const double length = std::hypot(a, b);
        if (length > 3) {
            tangents[at] = 3 * a / length * slopes[at];
            tangents[at + 1] = 3 * b / length * slopes[at];
        }
    }
    path.moveTo(points.first());
    for (qsizetype at = 0; at + 1 < count; ++at) {
        const double third = (points[at + 1].x() - points[at].x()) / 3;
        path.cubicTo(points[at].x() + third, points[at].y() + tangents[size_t(at)] * third, points[at + 1].x() - third,
                     points[at + 1].y() - tangents[size_t(at) + 1] * third, points[at + 1].x(), points[at + 1].y());
    }
    return path;
}

} // namespace Watchfloor
