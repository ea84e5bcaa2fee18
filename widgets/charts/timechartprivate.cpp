#include "widgets/charts/timechartprivate.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/seriescolors.h"

#include <QGraphicsLayout>
#include <QLineSeries>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int pixelsPerTick = 48;
constexpr int topRoom = 8;
constexpr int bottomRoom = 20;
constexpr int layoutRounds = 2;

} // namespace

LayerItem::LayerItem(QGraphicsItem *parent, double z, Painting painting)
    : QGraphicsItem(parent)
    , m_painting(std::move(painting))
{
    setZValue(z);
}

void LayerItem::setArea(const QRectF &area)
{
    if (area == m_area)
        return;
    prepareGeometryChange();
    m_area = area;
}

TimeChart::Private::Private(TimeChart *owner)
    : q(owner)
    , view(new QGraphicsView(&scene, owner))
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
    overlay = new LayerItem(chart, 30, [this](QPainter &painter) { paintOverlay(painter); });
    crosshair = new LayerItem(chart, 40, [this](QPainter &painter) { paintCursor(painter); });
    timer.setSingleShot(true);
    timer.setInterval(0);
    emptyText = TimeChart::tr("No samples in this span.");
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
        Labels key = line->series.labels;
        if (key.isEmpty() && !line->name.isEmpty())
            key.set(QStringLiteral("name"), line->name);
        labels.push_back(std::move(key));
    }
    colors = seriesColorIndexes(labels);
}

TimeRange TimeChart::Private::shownRange() const
{
    if (range)
        return snapped(*range);
    double first = std::numeric_limits<double>::infinity();
    double last = -first;
    for (const auto &line : series) {
        if (line->series.times->empty())
            continue;
        first = std::min(first, line->series.times->front());
        last = std::max(last, line->series.times->back());
    }
    if (first > last)
        return {};
    return {fromEpochSeconds(first), fromEpochSeconds(last <= first ? first + 60 : last)};
}

double TimeChart::Private::lastWidth() const
{
    if (!lastShown || series.empty())
        return 0;
    return tabularWidth(textFont(TextSize::Small, QFont::DemiBold), quantity(series.front()->series.last(), frame.unit, decimals).text()) + 10;
}

void TimeChart::Private::layOut()
{
    const int legendHeight = legendMode == Legend::None ? 0 : legend->heightFor(q->width());
    legend->setVisible(legendHeight > 0);
    legend->setGeometry(0, q->height() - legendHeight, q->width(), legendHeight);
    const QRect whole(0, 0, q->width(), std::max(q->height() - legendHeight, 1));
    view->setGeometry(whole);
    scene.setSceneRect(whole);
    chart->setGeometry(whole);

    const double left = frame.labelWidth() + 8;
    frame.plot = QRectF(left, topRoom, std::max(whole.width() - left - 6 - std::ceil(lastWidth()), 1.0),
                        std::max(whole.height() - topRoom - bottomRoom, 1));
    if (chart->plotArea() != frame.plot) {
        chart->setPlotArea(frame.plot);
        chart->layout()->invalidate(); // else the grid stays where it was
        chart->layout()->activate();
    }
    ground->setArea(frame.plot);
    lines->setPlotArea(frame.plot.adjusted(0, -1, 0, 1));
    overlay->setArea(whole);
    crosshair->setArea(whole);
}

void TimeChart::Private::adjustAxes()
{
    // Each setter lays the whole axis out again, so only what differs is set.
    if (valueAxis->min() != frame.scale.minimum || valueAxis->max() != frame.scale.maximum)
        valueAxis->setRange(frame.scale.minimum, frame.scale.maximum);
    if (valueAxis->tickCount() != frame.scale.tickCount())
        valueAxis->setTickCount(frame.scale.tickCount());
    const QColor line = themeOf(q).line;
    if (valueAxis->gridLineColor() != line)
        valueAxis->setGridLinePen(QPen(line, 1));
}

RasterJob TimeChart::Private::job(double pixelRatio) const
{
    RasterJob result;
    result.range = shownRange();
    result.scale.current = frame.scale;
    result.scale.ticks = std::clamp(int(frame.plot.height()) / pixelsPerTick, 2, 8);
    result.scale.logarithmic = logarithmic;
    result.scale.binary = frame.unit.id.contains(u"bytes") || frame.unit.id.endsWith(u"Bps");
    result.scale.lowest = lowest;
    result.scale.highest = highest;
    for (const ChartThreshold &threshold : frame.thresholds)
        result.scale.limits.push_back(threshold.value);
    result.inset = 1;
    result.size = frame.plot.adjusted(0, -1, 0, 1).size().toSize();
    result.pixelRatio = pixelRatio;
    for (size_t at = 0; at < series.size(); ++at)
        result.lines.push_back({series[at], colorOf(at).rgb(), isolated >= 0 && isolated != int(at)});
    // The isolated one lies on top of the others.
    std::stable_partition(result.lines.begin(), result.lines.end(), [](const RasterJob::Line &line) { return line.dimmed; });
    return result;
}

void TimeChart::Private::prepare()
{
    dirty = false;
    timer.stop();
    layOut();
    if (drawn)
        return;
    // The first time the labels' width is not known yet; found here it saves a second image.
    frame.scale = scaleFor(job(1));
    layOut();
}

void TimeChart::Private::refresh()
{
    if (synchronous) {
        refreshNow(q->devicePixelRatioF());
        return;
    }
    prepare();
    worker.start(job(q->devicePixelRatioF()));
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
    const bool moved = raster.range != frame.range || raster.scale != frame.scale || !drawn;
    frame.range = raster.range;
    frame.scale = raster.scale;
    drawn = true;
    if (moved) {
        layOut();
        adjustAxes();
        ground->update();
        overlay->update();
    }
    lines->setImage(raster.image);
}

void TimeChart::Private::showLegend()
{
    std::vector<ChartLegend::Entry> entries;
    for (size_t at = 0; at < series.size(); ++at) {
        const Series &line = series[at]->series;
        ChartLegend::Entry entry{colorOf(at), Format::safeText(series[at]->name, 80), {}, {noSample, noSample, noSample, noSample}};
        entry.figures[0] = line.last();
        entry.last = std::isnan(line.last()) ? QString(QChar(0x2014)) : quantity(line.last(), frame.unit, decimals).text();
        if (legendMode != Legend::Table) {
            entries.push_back(std::move(entry));
            continue;
        }
        double sum = 0;
        size_t count = 0;
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        for (const double value : line.values) {
            if (!std::isfinite(value))
                continue;
            low = std::min(low, value);
            high = std::max(high, value);
            sum += value;
            ++count;
        }
        if (count > 0)
            entry.figures = {line.last(), low, high, sum / double(count)};
        entries.push_back(std::move(entry));
    }
    legend->setMode(legendMode);
    legend->setEntries(std::move(entries), frame.unit, decimals);
    legend->setIsolated(isolated);
}

void TimeChart::Private::paintOverlay(QPainter &painter) const
{
    const Theme &theme = themeOf(q);
    if (series.empty() && !isHatched(frame.state)) {
        painter.setFont(textFont());
        painter.setPen(theme.text3);
        painter.drawText(frame.plot, Qt::AlignCenter | Qt::TextWordWrap, emptyText);
        return;
    }
    if (!drawn)
        return;
    paintAxisLabels(painter, frame, theme);
    paintThresholdLines(painter, frame, theme);
    paintMarks(painter, frame, theme);
    paintNow(painter, frame, theme);
    paintLast(painter);
    paintStateOverlay(painter, frame, theme);
}

void TimeChart::Private::paintLast(QPainter &painter) const
{
    if (!lastShown || series.empty())
        return;
    const Series &line = series.front()->series;
    size_t at = line.values.size();
    while (at > 0 && !std::isfinite(line.values[at - 1]))
        --at;
    if (at == 0)
        return;
    const Theme &theme = themeOf(q);
    const QPointF place(frame.xOf((*line.times)[at - 1]), frame.yOf(line.values[at - 1]));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(0));
    painter.drawEllipse(place, 3.5, 3.5);
    painter.setFont(textFont(TextSize::Small, QFont::DemiBold));
    painter.setPen(theme.text);
    drawTabular(painter, QRectF(place.x() + 6, place.y() - 9, lastWidth() + 6, 18), Qt::AlignLeft,
                quantity(line.values[at - 1], frame.unit, decimals).text());
}

} // namespace Watchfloor
