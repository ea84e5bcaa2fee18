#pragma once

#include "models/core/timerange.h"
#include "models/core/unit.h"
#include "models/frames/buckets.h"
#include "widgets/charts/chartwidget.h"
#include "widgets/theme/namedcolors.h"

#include <limits>
#include <optional>

namespace Watchfloor {

/// Counts over time by bucket, as colours. Cells are made into an image when data or size change, not when they are painted.
class HeatMap final : public ChartWidget
{
    Q_OBJECT

public:
    enum class YScale { Buckets, Linear, Logarithmic }; ///< Buckets: a row each, all of one height
    enum class ColorScale { Linear, Exponential, Opacity };

    struct Look
    {
        QString scheme = QStringLiteral("Spectral");
        bool reversed = false;
        ColorScale colorScale = ColorScale::Exponential; ///< Linear: the exponent is one; Opacity: of one colour, with the exponent
        double exponent = 0.5;
        QColor color;                           ///< of Opacity; invalid: accent
        std::optional<double> minimum, maximum; ///< of the colours; absent: of the data
        double hideBelow = 1e-9;                ///< cells of this and less are not drawn
        bool legend = true;
        YScale yScale = YScale::Buckets;
        bool yReversed = false;
        Unit unit;                              ///< of the buckets' bounds
        int decimals = -1;
        Unit countUnit;                         ///< of the cells
        int countDecimals = -1;
    };

    explicit HeatMap(QWidget *parent = nullptr);
    void setGrid(BucketGrid grid);
    void setLook(const Look &look);
    /// The span of the time axis; without one it is that of the data.
    void setRange(std::optional<TimeRange> range);
    /// The crosshair of charts that share a time axis; absent hides it.
    void setCursor(std::optional<WallTime> time);
    QRectF plotArea() const;
    int rasterCount() const { return m_rasterCount; } ///< how often the image of the cells was made

    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {120, 80}; }

Q_SIGNALS:
    /// The pointer stands at this moment; absent when it left.
    void cursorMoved(std::optional<Watchfloor::WallTime> time);
    void zoomRequested(const Watchfloor::TimeRange &range);
    void zoomResetRequested();

protected:
    bool isEmpty() const override { return m_grid.isEmpty(); }
    void draw(QPainter &painter, QSizeF size) const override;
    void drawCurrent(QPainter &painter, QSizeF size) const override;
    int itemCount() const override { return int(m_grid.counts.size()); }
    int itemAt(QPointF position) const override;
    QRectF itemRect(int item) const override;
    ReadOut readOut(int item) const override;
    int neighbour(int item, int right, int down) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Layout;
    Layout layoutFor(QSizeF size) const;
    void changed();
    void measureBuckets();
    const QImage &raster(const Layout &layout, double pixelRatio) const;
    ColorScheme scheme() const;
    double shareOf(double count) const; ///< of the way along the colours
    QString boundText(double bound) const;
    QString bucketText(size_t bucket) const;
    void paintBucketAxis(QPainter &painter, const Layout &layout) const;
    void paintLegend(QPainter &painter, const Layout &layout, std::optional<double> pointed) const;

    BucketGrid m_grid;
    Look m_look;
    std::optional<TimeRange> m_range;
    std::optional<WallTime> m_cursor;
    double m_least = 0, m_most = 0; ///< of the colours
    struct Bounds ///< of the buckets that hold anything
    {
        double least = std::numeric_limits<double>::infinity();
        double most = -std::numeric_limits<double>::infinity();
        double leastPositive = std::numeric_limits<double>::infinity();
    };
    Bounds m_bounds;
    double m_labelWidth = 0;
    std::optional<double> m_dragFrom, m_dragTo;
    struct RasterKey
    {
        quint64 version = 0;
        QSize size;
        bool dark = false;
        bool operator==(const RasterKey &) const = default;
    };
    quint64 m_version = 1; ///< of grid, look and range
    mutable RasterKey m_rasterKey;
    mutable QImage m_raster;
    mutable int m_rasterCount = 0;
};

} // namespace Watchfloor
