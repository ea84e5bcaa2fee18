#include "widgets/charts/spanline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Watchfloor {

namespace {

/// Every channel times `factor` of 255, rounded: two channels at a time.
QRgb scaled(QRgb color, uint factor)
{
    constexpr uint channels = 0x00ff00ff;
    constexpr uint half = 0x00800080;
    uint even = (color & channels) * factor + half;
    even = ((even + ((even >> 8) & channels)) >> 8) & channels;
    uint odd = ((color >> 8) & channels) * factor + half;
    odd = (odd + ((odd >> 8) & channels)) & ~channels;
    return even | odd;
}

/// Source over destination, both premultiplied, the source weighted by `coverage` of 255.
QRgb blended(QRgb source, QRgb under, double covered)
{
    const QRgb ink = scaled(source, uint(covered * 255 + 0.5));
    return under == 0 ? ink : ink + scaled(under, 255 - uint(qAlpha(ink)));
}

} // namespace

SpanCanvas::SpanCanvas(QImage &image)
    : m_bits(reinterpret_cast<QRgb *>(image.bits()))
    , m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
    , m_width(image.width())
    , m_height(image.height())
{
}

void SpanCanvas::paint(int column, double top, double bottom, const std::vector<QRgb> &rows)
{
    top = std::clamp(top, 0.0, double(m_height));
    bottom = std::clamp(bottom, 0.0, double(m_height));
    if (!(bottom > top) || column < 0 || column >= m_width) // what is not a number is nowhere
        return;
    const int first = int(top);
    const int last = std::min(int(bottom), m_height - 1);
    const bool many = perRow(rows);
    const QRgb single = rows.front();
    const auto ink = [&rows, single, many](int row) { return many ? rows[size_t(row)] : single; };
    QRgb *pixel = m_bits + first * m_stride + column;
    if (first == last) {
        *pixel = blended(ink(first), *pixel, bottom - top);
        return;
    }
    *pixel = blended(ink(first), *pixel, first + 1 - top);
    pixel += m_stride;
    if (!many && qAlpha(single) == 255) {
        for (int row = first + 1; row < last; ++row, pixel += m_stride)
            *pixel = single;
    } else {
        for (int row = first + 1; row < last; ++row, pixel += m_stride)
            *pixel = blended(ink(row), *pixel, 1);
    }
    *pixel = blended(ink(last), *pixel, std::min(bottom - last, 1.0));
}

void SpanCanvas::stroke(std::span<const PlotSpan> spans, const std::vector<QRgb> &rows, double width, std::span<const double> dashes)
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
            paint(span.column, double(span.top) - width / 2, double(span.bottom) + width / 2, rows);
}

void SpanCanvas::fill(std::span<const PlotSpan> spans, const std::vector<QRgb> &rows, bool whole)
{
    for (const PlotSpan &span : spans) {
        const double middle = (double(span.top) + double(span.bottom)) / 2;
        const double top = std::min(whole ? double(span.top) : middle, double(span.foot));
        const double bottom = std::max(whole ? double(span.bottom) : middle, double(span.foot));
        paint(span.column, top, bottom, rows);
    }
}

} // namespace Watchfloor
