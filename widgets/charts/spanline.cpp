#include "widgets/charts/spanline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Watchfloor {

namespace {

/// Source over destination, both premultiplied, the source weighted by `coverage` of 255.
QRgb blended(QRgb source, QRgb under, int coverage)
{
    const auto weigh = [coverage](int channel) { return (channel * coverage + 127) / 255; };
    const int alpha = weigh(qAlpha(source));
    const auto over = [&](int top, int bottom) { return weigh(top) + (bottom * (255 - alpha) + 127) / 255; };
    return qRgba(over(qRed(source), qRed(under)), over(qGreen(source), qGreen(under)), over(qBlue(source), qBlue(under)),
                 alpha + (qAlpha(under) * (255 - alpha) + 127) / 255);
}

} // namespace

SpanCanvas::SpanCanvas(QImage &image)
    : m_bits(reinterpret_cast<QRgb *>(image.bits()))
    , m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
    , m_width(image.width())
    , m_height(image.height())
{
}

void SpanCanvas::paint(int column, double top, double bottom, const QRgb *color, bool perRow)
{
    top = std::clamp(top, 0.0, double(m_height));
    bottom = std::clamp(bottom, 0.0, double(m_height));
    if (bottom <= top || column < 0 || column >= m_width)
        return;
    const int first = int(top);
    const int last = std::min(int(bottom), m_height - 1);
    QRgb *pixel = m_bits + first * m_stride + column;
    for (int row = first; row <= last; ++row, pixel += m_stride) {
        const QRgb ink = perRow ? color[row] : *color;
        const double covered = std::min(bottom, row + 1.0) - std::max(top, double(row));
        const int coverage = int(covered * 255 + 0.5);
        *pixel = coverage >= 255 && qAlpha(ink) == 255 ? ink : blended(ink, *pixel, coverage);
    }
}

void SpanCanvas::stroke(std::span<const PlotSpan> spans, QRgb color, double width, std::span<const double> dashes)
{
    const double period = std::accumulate(dashes.begin(), dashes.end(), 0.0);
    const auto drawn = [&](int column) {
        double place = std::fmod(column, period);
        bool on = true;
        for (const double dash : dashes) {
            if (place < std::max(dash, 1.0))
                return on;
            place -= dash;
            on = !on;
        }
        return false;
    };
    for (const PlotSpan &span : spans)
        if (period <= 0 || drawn(span.column))
            paint(span.column, double(span.top) - width / 2, double(span.bottom) + width / 2, &color, false);
}

void SpanCanvas::fill(std::span<const PlotSpan> spans, const std::vector<QRgb> &rows, bool whole)
{
    const bool perRow = int(rows.size()) >= m_height && rows.size() > 1;
    for (const PlotSpan &span : spans) {
        const double middle = (double(span.top) + double(span.bottom)) / 2;
        const double top = std::min(whole ? double(span.top) : middle, double(span.foot));
        const double bottom = std::max(whole ? double(span.bottom) : middle, double(span.foot));
        paint(span.column, top, bottom, rows.data(), perRow);
    }
}

} // namespace Watchfloor
