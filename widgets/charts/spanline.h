#pragma once

#include "widgets/charts/plot.h"

#include <span>

namespace Watchfloor {

/// Draws lines that have several samples in every pixel column as one vertical span a column, with soft ends: what an antialiased
/// polyline would leave there, for a fraction of its cost. Every column is drawn on its own, so equal spans are equal pixels.
class SpanCanvas
{
public:
    /// ARGB32 premultiplied; has to outlive the canvas and may not be shared.
    explicit SpanCanvas(QImage &image);

    /// Each span half a line's width longer at both ends. `dashes` are pixels drawn and left out in turn. `rows` has a premultiplied
    /// colour for every row of the image, or one for all of them.
    void stroke(std::span<const PlotSpan> spans, const std::vector<QRgb> &rows, double width, std::span<const double> dashes = {});
    /// From each span's middle to its foot; `whole`: from its far end.
    void fill(std::span<const PlotSpan> spans, const std::vector<QRgb> &rows, bool whole);

private:
    bool perRow(const std::vector<QRgb> &rows) const { return rows.size() > 1 && int(rows.size()) >= m_height; }
    void paint(int column, double top, double bottom, const std::vector<QRgb> &rows);

    QRgb *m_bits;
    qsizetype m_stride;
    int m_width;
    int m_height;
};

} // namespace Watchfloor
