#include "widgets/charts/spanline.h"

#include <QImage>

#include <algorithm>
#include <cmath>

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

class ColumnPainter
{
public:
    explicit ColumnPainter(QImage &image)
        : m_bits(reinterpret_cast<QRgb *>(image.bits()))
        , m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
        , m_height(image.height())
    {
    }

    /// The span from `top` to `bottom`, in pixels with fractions, in one column.
    void paint(int column, double top, double bottom, QRgb color)
    {
        top = std::clamp(top, 0.0, double(m_height));
        bottom = std::clamp(bottom, 0.0, double(m_height));
        if (bottom <= top)
            return;
        const int first = int(top);
        const int last = std::min(int(bottom), m_height - 1);
        QRgb *pixel = m_bits + first * m_stride + column;
        for (int row = first; row <= last; ++row, pixel += m_stride) {
            const double covered = std::min(bottom, row + 1.0) - std::max(top, double(row));
            const int coverage = int(covered * 255 + 0.5);
            *pixel = coverage >= 255 && qAlpha(color) == 255 ? color : blended(color, *pixel, coverage);
        }
    }

private:
    QRgb *m_bits;
    qsizetype m_stride;
    int m_height;
};

} // namespace

void drawSpans(QImage &image, const QPolygonF &run, double pixelRatio, const QColor &color, std::optional<double> zero,
               float areaAlpha)
{
    ColumnPainter painter(image);
    const QRgb ink = qPremultiply(color.rgba());
    QColor ground = color;
    ground.setAlphaF(areaAlpha);
    const QRgb area = qPremultiply(ground.rgba());
    const int width = image.width();
    std::optional<double> before; // where the column before ended
    for (qsizetype at = 0; at < run.size();) {
        const int column = int(std::floor(run[at].x() * pixelRatio));
        double top = run[at].y() * pixelRatio;
        double bottom = top;
        double last = top;
        for (; at < run.size() && int(std::floor(run[at].x() * pixelRatio)) == column; ++at) {
            last = run[at].y() * pixelRatio;
            top = std::min(top, last);
            bottom = std::max(bottom, last);
        }
        if (before) {
            top = std::min(top, *before);
            bottom = std::max(bottom, *before);
        }
        before = last;
        if (column < 0 || column >= width)
            continue;
        if (zero)
            painter.paint(column, std::min((top + bottom) / 2, *zero * pixelRatio), std::max((top + bottom) / 2, *zero * pixelRatio), area);
        painter.paint(column, top - 0.6, bottom + 0.6, ink);
    }
}

} // namespace Watchfloor
