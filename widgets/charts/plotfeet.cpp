#include "widgets/charts/plotfeet.h"

#include <cmath>
#include <limits>

namespace Watchfloor {

namespace {

/// The height of a line at every column's middle; NaN where it is not.
std::vector<float> middlesOf(const PlotLine &line, int columns, double ratio)
{
    std::vector<float> middles(size_t(columns), std::numeric_limits<float>::quiet_NaN());
    for (const PlotSpan &span : line.spans)
        middles[size_t(span.column)] = (span.top + span.bottom) / 2;
    for (const QPolygonF &run : line.runs) {
        for (qsizetype at = 1; at < run.size(); ++at) {
            const QPointF from = run[at - 1] * ratio;
            const QPointF to = run[at] * ratio;
            const int last = std::min(int(std::ceil(to.x() - 0.5)), columns);
            for (int column = std::max(int(std::ceil(from.x() - 0.5)), 0); column < last; ++column)
                middles[size_t(column)] = float(from.y() + (to.y() - from.y()) * (column + 0.5 - from.x()) / (to.x() - from.x()));
        }
    }
    return middles;
}

/// A run's part of another line: what lies between its ends.
QPolygonF footOf(const QPolygonF &run, const std::vector<float> &middles, double ratio, double zero)
{
    if (middles.empty())
        return QPolygonF(run.size(), QPointF(0, zero));
    QPolygonF foot;
    const auto heightAt = [&](double x) {
        const int column = std::clamp(int(x * ratio), 0, int(middles.size()) - 1);
        return std::isnan(middles[size_t(column)]) ? zero : middles[size_t(column)] / ratio;
    };
    foot << QPointF(run.first().x(), heightAt(run.first().x()));
    for (int column = std::max(int(run.first().x() * ratio) + 1, 0); column < std::min(int(run.last().x() * ratio), int(middles.size())); ++column)
        foot << QPointF((column + 0.5) / ratio, heightAt((column + 0.5) / ratio));
    foot << QPointF(run.last().x(), heightAt(run.last().x()));
    return foot;
}

/// The line that the style wants its area to reach to; -1: none.
int namedBase(const std::vector<PlotLine> &lines, size_t at)
{
    const QString &name = lines[at].series->style.fillBelowTo;
    if (name.isEmpty() || !lines[at].showsArea())
        return -1;
    int found = -1;
    for (size_t other = 0; other < lines.size(); ++other)
        if (other != at && lines[other].series->name == name)
            found = int(other);
    return found;
}

} // namespace

void putOnFeet(std::vector<PlotLine> &lines, size_t at, int beneath, int columns, double pixelRatio)
{
    PlotLine &line = lines[at];
    const int named = namedBase(lines, at);
    const int base = named >= 0 ? named : beneath;
    for (PlotSpan &span : line.spans)
        span.foot = float(line.zero * pixelRatio);
    // The feet of a pile's runs are at hand, sample by sample.
    if (base < 0 || (!line.dense && named < 0))
        return;
    const std::vector<float> middles = middlesOf(lines[size_t(base)], columns, pixelRatio);
    for (PlotSpan &span : line.spans)
        if (!std::isnan(middles[size_t(span.column)]))
            span.foot = middles[size_t(span.column)];
    if (named < 0)
        return;
    line.feet.clear();
    for (const QPolygonF &run : line.runs)
        line.feet.push_back(footOf(run, middles, pixelRatio, line.zero));
}

} // namespace Watchfloor
