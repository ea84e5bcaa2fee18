#include "widgets/charts/heatmap.h"

#include "models/core/format.h"
#include "widgets/charts/axisscale.h"
#include "widgets/charts/heatraster.h"
#include "widgets/charts/timerows.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/sizes.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr double legendHeight = 24;
constexpr double legendBar = 8;
constexpr double leastLabel = 15;
constexpr double leastDrag = 5;
constexpr int colorSteps = 256;

} // namespace

struct HeatMap::Layout
{
    TimeRows time; ///< the plot and its time axis
    QRectF legend;
    double step = 1;
    YScale yScale = YScale::Buckets;
    bool yReversed = false;
    size_t buckets = 0;
    ValueScale scale;

    double yAt(double share) const { return yReversed ? time.plot.top() + share * time.plot.height() : time.plot.bottom() - share * time.plot.height(); }
    /// Of a bound; in a grid of buckets of its number.
    double yOf(double value) const
    {
        const double at = std::isinf(value) ? value : scale.position(value);
        return yAt(std::clamp((at - scale.minimum) / std::max(scale.maximum - scale.minimum, 1e-300), 0.0, 1.0));
    }
    QRectF rowRect(const BucketGrid &grid, size_t bucket) const
    {
        double a = yAt(double(bucket) / double(buckets));
        double b = yAt(double(bucket + 1) / double(buckets));
        if (yScale != YScale::Buckets) {
            a = yOf(grid.buckets[bucket].lower);
            b = yOf(grid.buckets[bucket].upper);
        }
        return QRectF(QPointF(time.plot.left(), std::min(a, b)), QPointF(time.plot.right(), std::max(a, b)));
    }
    QRectF cellRect(const BucketGrid &grid, size_t column, size_t bucket) const
    {
        QRectF box = rowRect(grid, bucket);
        box.setLeft(std::max(time.xOf(grid.times[column] - step), time.plot.left()));
        box.setRight(std::min(time.xOf(grid.times[column]), time.plot.right()));
        return box;
    }
};

HeatMap::HeatMap(QWidget *parent)
    : ChartWidget(parent)
{
    setEmptyText(tr("There are no buckets in this range."));
}

void HeatMap::setGrid(BucketGrid grid)
{
    m_grid = std::move(grid);
    m_grid.counts.resize(m_grid.times.size() * m_grid.buckets.size(), noSample);
    changed();
    dataChanged();
}

void HeatMap::setLook(const Look &look)
{
    m_look = look;
    changed();
}

void HeatMap::setRange(std::optional<TimeRange> range)
{
    if (range == m_range)
        return;
    m_range = range;
    changed();
}

void HeatMap::changed()
{
    ++m_version;
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const double count : m_grid.counts)
        if (std::isfinite(count) && count > m_look.hideBelow) {
            least = std::min(least, count);
            most = std::max(most, count);
        }
    m_least = m_look.minimum.value_or(least <= most ? least : 0);
    m_most = m_look.maximum.value_or(least <= most ? most : 1);
    if (!(m_most > m_least))
        m_least = std::min(0.0, m_most - 1);
    measureBuckets();
    if (isVisible() && !isEmpty())
        raster(layoutFor(size()), devicePixelRatioF());
    update();
}

void HeatMap::measureBuckets()
{
    const QFont font = textFont(TextSize::Small);
    m_labelWidth = 0;
    for (const BucketGrid::Bucket &bucket : m_grid.buckets)
        m_labelWidth = std::max(m_labelWidth, tabularWidth(font, m_grid.bounded ? boundText(bucket.upper) : Format::safeText(bucket.label, 40)));
    // Buckets in which nothing ever was do not stretch an axis of numbers.
    std::vector<bool> used(m_grid.buckets.size(), false);
    for (size_t at = 0; at < m_grid.counts.size(); ++at)
        if (m_grid.counts[at] > m_look.hideBelow)
            used[at % used.size()] = true;
    m_bounds = {};
    for (size_t bucket = 0; bucket < used.size(); ++bucket)
        for (const double bound : {m_grid.buckets[bucket].lower, m_grid.buckets[bucket].upper})
            if (used[bucket] && std::isfinite(bound)) {
                m_bounds.least = std::min(m_bounds.least, bound);
                m_bounds.most = std::max(m_bounds.most, bound);
                m_bounds.leastPositive = bound > 0 ? std::min(m_bounds.leastPositive, bound) : m_bounds.leastPositive;
            }
}

void HeatMap::resizeEvent(QResizeEvent *)
{
    if (isVisible() && !isEmpty())
        raster(layoutFor(size()), devicePixelRatioF());
}

void HeatMap::setCursor(std::optional<WallTime> time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    update();
}

QRectF HeatMap::plotArea() const
{
    return layoutFor(size()).time.plot;
}

HeatMap::Layout HeatMap::layoutFor(QSizeF size) const
{
    Layout layout;
    layout.buckets = m_grid.buckets.size();
    layout.yReversed = m_look.yReversed;
    layout.step = m_grid.step > 0 ? m_grid.step : 60;
    layout.yScale = m_grid.bounded ? m_look.yScale : YScale::Buckets;
    QRectF area(QPointF(), size);
    if (m_look.legend && size.height() >= 110) {
        layout.legend = QRectF(area.left(), area.bottom() - legendHeight, area.width(), legendHeight);
        area.setBottom(layout.legend.top());
    }
    const double top = 5;
    const double height = std::max(area.height() - TimeRows::axisHeight - top, 1.0);
    if (layout.yScale != YScale::Buckets) {
        const int ticks = std::max(2, int(height / 48));
        layout.scale = layout.yScale == YScale::Logarithmic && m_bounds.most > 0 ? logarithmicScale(m_bounds.leastPositive, m_bounds.most) : niceScale(m_bounds.least, m_bounds.most, ticks, false);
    }
    double labels = layout.yScale == YScale::Buckets ? m_labelWidth : 0;
    for (int tick = 0; tick < layout.scale.tickCount() && layout.yScale != YScale::Buckets; ++tick)
        labels = std::max(labels, tabularWidth(textFont(TextSize::Small), scaleLabel(layout.scale.valueAt(tick), layout.scale, m_look.unit)));
    labels = std::min(std::ceil(labels) + 9, area.width() * 0.35);
    layout.time.plot = QRectF(std::round(labels), top, std::max(std::floor(area.width() - labels - 8), 1.0), std::floor(height));
    const auto wall = [](double seconds) { return WallTime(std::chrono::milliseconds(qint64(seconds * 1000))); };
    layout.time.range = m_range ? *m_range : m_grid.times.empty() ? TimeRange() : TimeRange{wall(m_grid.times.front() - layout.step), wall(m_grid.times.back())};
    return layout;
}

ColorScheme HeatMap::scheme() const
{
    const Theme &theme = themeOf(this);
    if (m_look.colorScale == ColorScale::Opacity)
        return opacityScheme(m_look.color.isValid() ? m_look.color : theme.accent);
    const ColorScheme named = colorScheme(m_look.scheme, theme, m_look.reversed);
    return named.isEmpty() ? colorScheme(QStringLiteral("Spectral"), theme, m_look.reversed) : named;
}

double HeatMap::shareOf(double count) const
{
    const double share = std::clamp((count - m_least) / (m_most - m_least), 0.0, 1.0);
    return m_look.colorScale == ColorScale::Linear ? share : std::pow(share, m_look.exponent);
}

const QImage &HeatMap::raster(const Layout &layout, double pixelRatio) const
{
    const RasterKey key{m_version, (layout.time.plot.size() * pixelRatio).toSize(), themeOf(this).isDark()};
    if (key == m_rasterKey && !m_raster.isNull())
        return m_raster;
    m_rasterKey = key;
    ++m_rasterCount;
    const ColorScheme colors = scheme();
    std::vector<QRgb> table(colorSteps);
    for (int at = 0; at < colorSteps; ++at)
        table[size_t(at)] = qPremultiply(colors.at(double(at) / (colorSteps - 1)).rgba());
    HeatRaster how{key.size, pixelRatio, layout.step, m_look.hideBelow, {}, {}, {}};
    const QPointF origin = layout.time.plot.topLeft();
    how.xOf = [&](double seconds) { return layout.time.xOf(seconds) - origin.x(); };
    how.rowOf = [&](size_t bucket) { return layout.rowRect(m_grid, bucket).translated(-origin); };
    how.colorOf = [&](double count) { return table[size_t(std::lround(shareOf(count) * (colorSteps - 1)))]; };
    m_raster = rasterOf(m_grid, how);
    return m_raster;
}

void HeatMap::draw(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    const Theme &theme = themeOf(this);
    paintBucketAxis(painter, layout);
    layout.time.paintAxis(painter, theme);
    painter.drawImage(layout.time.plot.topLeft(), raster(layout, painter.device()->devicePixelRatioF()));
    paintLegend(painter, layout, {});
    if (m_cursor)
        layout.time.paintCursor(painter, *m_cursor, theme);
    if (m_dragFrom && m_dragTo) {
        const double left = std::min(*m_dragFrom, *m_dragTo);
        painter.fillRect(QRectF(left, layout.time.plot.top(), std::fabs(*m_dragTo - *m_dragFrom), layout.time.plot.height()), translucent(theme.accent, 0.2));
    }
}

QString HeatMap::boundText(double bound) const
{
    return std::isinf(bound) ? (bound > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf")) : quantity(bound, m_look.unit, m_look.decimals).text();
}

QString HeatMap::bucketText(size_t bucket) const
{
    const BucketGrid::Bucket &shown = m_grid.buckets[bucket];
    if (!m_grid.bounded)
        return Format::safeText(shown.label, 64);
    if (std::isinf(shown.upper))
        return tr("over %1").arg(boundText(shown.lower));
    if (std::isinf(shown.lower))
        return tr("up to %1").arg(boundText(shown.upper));
    return tr("%1 to %2", "from a bucket's lower to its upper end").arg(boundText(shown.lower), boundText(shown.upper));
}

void HeatMap::paintBucketAxis(QPainter &painter, const Layout &layout) const
{
    const Theme &theme = themeOf(this);
    const QRectF plot = layout.time.plot;
    painter.setFont(textFont(TextSize::Small));
    painter.setRenderHint(QPainter::Antialiasing, false);
    double last = layout.yReversed ? -1e9 : 1e9;
    const auto label = [&](double y, const QString &text, bool line) {
        if (std::fabs(y - last) < leastLabel)
            return;
        last = y;
        painter.setPen(theme.line);
        if (line)
            painter.drawLine(QPointF(plot.left(), std::round(y)), QPointF(plot.right(), std::round(y)));
        painter.setPen(theme.text3);
        drawTabular(painter, QRectF(0, y - 8, plot.left() - 7, 16), Qt::AlignRight, text);
    };
    if (layout.yScale != YScale::Buckets) {
        for (int tick = 0; tick < layout.scale.tickCount(); ++tick) {
            const double value = layout.scale.valueAt(tick);
            label(layout.yOf(value), scaleLabel(value, layout.scale, m_look.unit), true);
        }
        return;
    }
    if (!m_grid.bounded) {
        for (size_t bucket = 0; bucket < layout.buckets; ++bucket)
            label(layout.rowRect(m_grid, bucket).center().y(), Format::safeText(m_grid.buckets[bucket].label, 40), false);
        return;
    }
    if (std::isfinite(m_grid.buckets.front().lower))
        label(layout.yAt(0), boundText(m_grid.buckets.front().lower), true);
    for (size_t bucket = 0; bucket < layout.buckets; ++bucket)
        label(layout.yAt(double(bucket + 1) / double(layout.buckets)), boundText(m_grid.buckets[bucket].upper), true);
}

void HeatMap::paintLegend(QPainter &painter, const Layout &layout, std::optional<double> pointed) const
{
    if (layout.legend.isEmpty())
        return;
    const Theme &theme = themeOf(this);
    painter.setFont(textFont(TextSize::Small));
    const auto text = [this](double count) { return quantity(count, m_look.countUnit, m_look.countDecimals).text(); };
    const QString low = text(m_least);
    const QString high = text(m_most);
    const double lowWidth = tabularWidth(painter.font(), low);
    const double highWidth = tabularWidth(painter.font(), high);
    const double room = layout.legend.width() - lowWidth - highWidth - 20;
    if (room < 30)
        return;
    const double length = std::clamp(layout.time.plot.width() * 0.45, 30.0, std::min(room, 240.0));
    const double left = std::min(layout.time.plot.left(), room - length);
    const QRectF bar(left + lowWidth + 8, layout.legend.center().y() - legendBar / 2 + 3, length, legendBar);
    painter.setPen(theme.text3);
    const QRectF line(left, bar.center().y() - 8, lowWidth + 1, 16);
    drawTabular(painter, line, Qt::AlignLeft, low);
    drawTabular(painter, QRectF(bar.right() + 8, line.top(), highWidth + 1, 16), Qt::AlignLeft, high);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    const ColorScheme colors = scheme();
    constexpr int stops = 24;
    for (int at = 0; at <= stops; ++at) {
        const double share = double(at) / stops;
        gradient.setColorAt(share, colors.at(m_look.colorScale == ColorScale::Linear ? share : std::pow(share, m_look.exponent)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 2, 2);
    if (!pointed)
        return;
    const double x = bar.left() + std::clamp((*pointed - m_least) / (m_most - m_least), 0.0, 1.0) * bar.width();
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(theme.text);
    painter.drawRoundedRect(QRectF(x - 2.5, bar.top() - 3, 5, bar.height() + 6), 2, 2);
}

int HeatMap::itemAt(QPointF position) const
{
    const Layout layout = layoutFor(size());
    if (!layout.time.plot.contains(position))
        return -1;
    const double seconds = toEpochSeconds(layout.time.range.start)
                           + (position.x() - layout.time.plot.left()) / layout.time.plot.width() * double(layout.time.range.length().count()) / 1000;
    const auto &times = m_grid.times;
    const auto found = std::lower_bound(times.begin(), times.end(), seconds);
    if (found == times.end() || *found - layout.step > seconds)
        return -1;
    const auto column = size_t(found - times.begin());
    for (size_t bucket = 0; bucket < layout.buckets; ++bucket) {
        const QRectF row = layout.rowRect(m_grid, bucket);
        if (position.y() >= row.top() && position.y() < row.bottom())
            return std::isnan(m_grid.at(column, bucket)) ? -1 : int(column * layout.buckets + bucket);
    }
    return -1;
}

QRectF HeatMap::itemRect(int item) const
{
    return layoutFor(size()).cellRect(m_grid, size_t(item) / m_grid.buckets.size(), size_t(item) % m_grid.buckets.size());
}

ReadOut HeatMap::readOut(int item) const
{
    const size_t column = size_t(item) / m_grid.buckets.size();
    const size_t bucket = size_t(item) % m_grid.buckets.size();
    const double count = m_grid.at(column, bucket);
    double total = 0;
    for (size_t at = 0; at < m_grid.buckets.size(); ++at)
        total += std::isfinite(m_grid.at(column, at)) ? m_grid.at(column, at) : 0;
    const auto moment = [this](double seconds) {
        const WallTime time(std::chrono::milliseconds(qint64(seconds * 1000)));
        const bool days = layoutFor(size()).time.range.length() > std::chrono::hours(36);
        return days ? Format::day(time) + u' ' + Format::shortTime(time) : Format::clockTime(time);
    };
    const double step = m_grid.step > 0 ? m_grid.step : 60;
    ReadOut said;
    said.head = moment(m_grid.times[column] - step) + QStringLiteral(" \u2013 ") + moment(m_grid.times[column]);
    said.rows.push_back({{}, tr("bucket"), bucketText(bucket)});
    const bool drawn = count > m_look.hideBelow;
    said.rows.push_back({drawn ? scheme().at(shareOf(count)) : themeOf(this).track, tr("count"), quantity(count, m_look.countUnit, m_look.countDecimals).text()});
    if (total > 0)
        said.rows.push_back({{}, tr("share"), Format::ratio(count / total, 1)});
    return said;
}

void HeatMap::drawCurrent(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    const Theme &theme = themeOf(this);
    const QRectF cell = itemRect(currentItem());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(cell.left(), layout.time.plot.top(), cell.width(), layout.time.plot.height()), translucent(theme.text, 0.07));
    painter.setPen(QPen(theme.text, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(std::floor(cell.left()) - 0.5, std::floor(cell.top()) + 0.5, std::max(std::round(cell.width()), 2.0), std::max(std::round(cell.height()), 2.0)));
    paintLegend(painter, layout, m_grid.counts[size_t(currentItem())]);
}

int HeatMap::neighbour(int item, int right, int down) const
{
    const int rows = int(m_grid.buckets.size());
    const int columns = int(m_grid.times.size());
    const int column = std::clamp(item / rows + right, 0, columns - 1);
    const int bucket = std::clamp(item % rows + (m_look.yReversed ? down : -down), 0, rows - 1);
    return column * rows + bucket;
}

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    if (isEmpty())
        return;
    const QRectF plot = plotArea();
    if (m_dragFrom) {
        m_dragTo = std::clamp(event->position().x(), plot.left(), plot.right());
        setCurrentItem(-1);
        update();
    } else {
        ChartWidget::mouseMoveEvent(event);
    }
    const bool inside = plot.contains(event->position());
    Q_EMIT cursorMoved(inside ? std::optional(layoutFor(size()).time.timeAt(event->position().x())) : std::nullopt);
}

void HeatMap::mousePressEvent(QMouseEvent *event)
{
    ChartWidget::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && !isEmpty() && plotArea().contains(event->position()))
        m_dragFrom = event->position().x();
}

void HeatMap::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<double> from = m_dragFrom;
    const std::optional<double> to = m_dragTo;
    m_dragFrom.reset();
    m_dragTo.reset();
    update();
    if (from && to && std::fabs(*to - *from) >= leastDrag) {
        const Layout layout = layoutFor(size());
        Q_EMIT zoomRequested({layout.time.timeAt(std::min(*from, *to)), layout.time.timeAt(std::max(*from, *to))});
        return;
    }
    ChartWidget::mouseReleaseEvent(event);
}

void HeatMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT zoomResetRequested();
}

void HeatMap::leaveEvent(QEvent *event)
{
    ChartWidget::leaveEvent(event);
    Q_EMIT cursorMoved({});
}

} // namespace Watchfloor
