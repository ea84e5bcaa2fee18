#include "widgets/charts/timechartprivate.h"

#include "models/core/format.h"
#include "widgets/charts/plot.h"
#include "widgets/theme/seriescolors.h"

#include <QGraphicsLayout>
#include <QLineSeries>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int pixelsPerTick = 48;
constexpr int layoutRounds = 2;
constexpr int valueCap = 60;
constexpr size_t quickSamples = 100'000;

} // namespace

TimeChart::Private::Private(TimeChart *owner)
    : q(owner)
    , view(new ChartView(&scene, owner, [this](QPainter &painter, const QRegion &region) { paintView(painter, region); }))
    , chart(new QChart)
    , valueAxis(new QValueAxis)
    , timeAxis(new QValueAxis)
    , legend(new ChartLegend(owner))
{
    setUpChart();
    // Qt Charts' grid lies at 2; what is under it comes before, the lines after.
    ground = new LayerItem(chart, 0, [this](QPainter &painter) {
        if (drawn)
            paintGround(painter, frame, themeOf(q));
    });
    lines = new SeriesItem(chart);
    lines->setZValue(20);
    overlay = new LayerItem(chart, 30, [this](QPainter &painter) {
        if (!m_framing)
            paintOverlay(painter);
    });
    crosshair = new LayerItem(chart, 40, [this](QPainter &painter) {
        if (!m_framing)
            paintCursor(painter);
    });
    timer.setSingleShot(true);
    timer.setInterval(0);
    emptyText = TimeChart::tr("No samples in this span.");
    legendOptions.columns = {{LegendColumn{}}};
}

void TimeChart::Private::setUpChart()
{
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setBackgroundBrush(Qt::NoBrush);
    view->viewport()->setAutoFillBackground(false);
    view->setFocusPolicy(Qt::NoFocus);
    view->setMouseTracking(true);
    view->viewport()->setMouseTracking(true);
    view->viewport()->setCursor(Qt::CrossCursor);
    view->viewport()->installEventFilter(q);

    scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->legend()->hide();
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setAcceptedMouseButtons(Qt::NoButton);
    chart->addAxis(valueAxis, Qt::AlignLeft);
    chart->addAxis(timeAxis, Qt::AlignBottom);
    for (QValueAxis *axis : {valueAxis, timeAxis}) {
        // Qt Charts lays every label out as rich text; ours are drawn with equal digits in the overlay.
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setMinorGridLineVisible(false);
    }
    timeAxis->setGridLineVisible(false);
    auto *domain = new QLineSeries; // axes without a series have no domain
    chart->addSeries(domain);
    domain->attachAxis(valueAxis);
    domain->attachAxis(timeAxis);
}

void TimeChart::Private::schedule()
{
    dirty = true;
    if (q->isVisible() && !timer.isActive())
        timer.start();
}

QColor TimeChart::Private::colorOf(size_t index) const
{
    const ChartSeries &line = *series[index];
    return line.color.isValid() ? line.color : themeOf(q).series[size_t(colors[index])];
}

void TimeChart::Private::assignColors()
{
    std::vector<Labels> labels;
    for (const auto &line : series) {
        Labels key = line->data().labels;
        if (key.isEmpty() && !line->name.isEmpty())
            key.set(QStringLiteral("name"), line->name);
        labels.push_back(std::move(key));
    }
    colors = seriesColorIndexes(labels);
}

ChartAxis TimeChart::Private::axisOf(AxisSide side) const
{
    ChartAxis axis = axes[size_t(side)];
    bool percent = false;
    bool mirrored = false;
    for (const auto &line : series) {
        if (line->axis != side || !isDrawn(*line) || line->style.stack != StackMode::Percent)
            continue;
        percent = true;
        mirrored = mirrored || line->style.negativeY;
    }
    if (!percent)
        return axis;
    axis.unit = Unit{QStringLiteral("percentunit")};
    axis.maximum = 1;
    axis.minimum = mirrored ? -1 : 0;
    return axis;
}

QString TimeChart::Private::valueText(double value, AxisSide side) const
{
    if (std::isnan(value))
        return QChar(0x2014);
    return quantity(value, axes[size_t(side)].unit, axes[size_t(side)].decimals).text();
}

QString TimeChart::Private::valueText(double value, const ChartSeries &line) const
{
    return line.written && !std::isnan(value) ? Format::safeText(line.written(value), valueCap) : valueText(value, line.axis);
}

bool TimeChart::Private::isSeen() const
{
    return q->isVisible() && !q->window()->isMinimized() && !q->visibleRegion().isEmpty();
}

TimeRange TimeChart::Private::shownRange() const
{
    if (range)
        return snapped(*range);
    double first = std::numeric_limits<double>::infinity();
    double last = -first;
    for (const auto &line : series) {
        const std::vector<double> &times = *line->data().times;
        if (times.empty())
            continue;
        first = std::min(first, times.front());
        last = std::max(last, times.back());
    }
    if (first > last)
        return {};
    return {fromEpochSeconds(first), fromEpochSeconds(last <= first ? first + 60 : last)};
}

ScaleWish TimeChart::Private::wishFor(AxisSide side) const
{
    const ChartAxis axis = axisOf(side);
    ScaleWish wish;
    wish.current = frame.axis(side).scale;
    wish.ticks = std::clamp(int(frame.plot.height()) / pixelsPerTick, 2, 8);
    wish.kind = axis.kind;
    wish.base = axis.base;
    wish.linearThreshold = axis.linearThreshold;
    wish.binary = isBinary(axis.unit);
    wish.centeredZero = axis.centeredZero;
    wish.lowest = axis.minimum;
    wish.highest = axis.maximum;
    wish.softLowest = axis.softMinimum;
    wish.softHighest = axis.softMaximum;
    for (const ChartThreshold &threshold : frame.thresholds)
        if (threshold.axis == side && !threshold.percent && (threshold.line || threshold.band) && std::isfinite(threshold.value))
            wish.limits.push_back(threshold.value);
    return wish;
}

RasterJob TimeChart::Private::job(double pixelRatio) const
{
    RasterJob result;
    result.range = shownRange();
    for (const AxisSide side : {AxisSide::Left, AxisSide::Right, AxisSide::Hidden})
        result.scales[size_t(side)] = wishFor(side);
    result.inset = 1;
    result.size = frame.plot.adjusted(0, -1, 0, 1).size().toSize();
    result.pixelRatio = pixelRatio;
    for (size_t at = 0; at < series.size(); ++at)
        if (isDrawn(*series[at]))
            result.lines.push_back({series[at], colorOf(at).rgb(), isolated >= 0 && isolated != int(at)});
    // The isolated one lies on top of the others.
    std::stable_partition(result.lines.begin(), result.lines.end(), [](const RasterJob::Line &line) { return line.dimmed; });
    if (wantsFigures())
        result.counted = series;
    result.shown = shownImage;
    return result;
}

void TimeChart::Private::prepare()
{
    dirty = false;
    timer.stop();
    const bool leftUsed = std::none_of(series.begin(), series.end(), [this](const auto &line) { return line->axis == AxisSide::Right && isDrawn(*line); })
                          || std::any_of(series.begin(), series.end(), [this](const auto &line) { return line->axis == AxisSide::Left && isDrawn(*line); });
    const auto take = [this](AxisSide side, FrameAxis &into) {
        const ChartAxis axis = axisOf(side);
        into.unit = axis.unit;
        into.decimals = axis.decimals;
        into.label = axis.label;
        into.visible = axis.visible;
    };
    FrameAxis left;
    take(AxisSide::Left, left);
    frame.unit = left.unit;
    frame.decimals = left.decimals;
    frame.label = left.label;
    frame.labelled = left.visible && leftUsed;
    const bool rightUsed = std::any_of(series.begin(), series.end(), [this](const auto &line) { return line->axis == AxisSide::Right && isDrawn(*line); });
    if (rightUsed && !frame.right)
        frame.right = FrameAxis();
    else if (!rightUsed)
        frame.right.reset();
    if (frame.right)
        take(AxisSide::Right, *frame.right);
    layOut();
    if (drawn)
        return;
    // The first time the labels' width is not known yet; found here it saves a second image, unless it takes as long as one.
    size_t samples = 0;
    for (const auto &line : series)
        samples += line->data().size();
    if (samples > quickSamples && !synchronous)
        return;
    adoptScales(scalesFor(job(1)));
    layOut();
}

void TimeChart::Private::adoptScales(const AxisScales &scales)
{
    frame.scale = scales[size_t(AxisSide::Left)];
    if (frame.right)
        frame.right->scale = scales[size_t(AxisSide::Right)];
    frame.unseen.scale = scales[size_t(AxisSide::Hidden)];
}

AxisScales TimeChart::Private::shownScales() const
{
    return {frame.scale, frame.right ? frame.right->scale : ValueScale(), frame.unseen.scale};
}

void TimeChart::Private::refresh()
{
    if (synchronous) {
        refreshNow(q->devicePixelRatioF());
        return;
    }
    dirty = true;
    if (!isSeen())
        return;
    prepare();
    RasterJob next = job(q->devicePixelRatioF());
    next.cache = m_cache;
    worker.start(std::move(next));
}

void TimeChart::Private::refreshNow(double pixelRatio)
{
    prepare();
    // A new scale may need wider labels, and those leave less room for the lines.
    for (int round = 0; round < layoutRounds; ++round) {
        const QRectF before = frame.plot;
        apply(worker.make(job(pixelRatio)));
        if (frame.plot == before)
            break;
    }
    Q_EMIT q->rendered();
}

void TimeChart::Private::apply(const Raster &raster)
{
    if (raster.unchanged && raster.fingerprint != shownImage)
        return schedule(); // it was compared with an image that has gone meanwhile
    const bool moved = raster.range != frame.range || raster.scales[0] != frame.scale || (frame.right && raster.scales[1] != frame.right->scale)
                       || raster.scales[2] != frame.unseen.scale || !drawn;
    frame.range = raster.range;
    adoptScales(raster.scales);
    drawn = true;
    if (moved) {
        m_labels.reset();
        layOut();
        adjustAxes();
        renewFrame();
        repaint();
    }
    if (!raster.unchanged) {
        shownImage = raster.fingerprint;
        lines->setImage(raster.image);
        view->viewport()->update(frame.plot.toAlignedRect().adjusted(-1, -1, 1, 1));
    }
    if (!raster.figures.empty()) {
        figures = raster.figures;
        showLegend();
    }
}

void TimeChart::Private::paintVector(QPainter &painter, const QRectF &target)
{
    refreshNow(1);
    const Plot plot = plotOf(job(1));
    lines->setVectors(&plot);
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(target.width() / std::max(q->width(), 1), target.height() / std::max(q->height(), 1));
    painter.fillRect(QRectF(q->rect()), themeOf(q).surface);
    scene.render(&painter, view->geometry(), scene.sceneRect());
    if (!legend->isHidden()) {
        painter.translate(legend->pos());
        legend->paint(painter);
    }
    painter.restore();
    lines->setVectors(nullptr);
}

} // namespace Watchfloor
