#include "widgets/charts/timechart.h"

#include "widgets/charts/crosshairgroup.h"
#include "widgets/charts/timechartprivate.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QPainter>
#include <QSvgGenerator>

namespace Watchfloor {

TimeChart::TimeChart(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::TabFocus);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&d->worker, &RasterWorker::made, this, [this](const Raster &raster) {
        const QRectF before = d->frame.plot;
        d->apply(raster);
        if (d->frame.plot != before)
            d->schedule(); // wider labels left less room
        Q_EMIT rendered();
    });
    connect(d->legend, &ChartLegend::entryClicked, this,
            [this](int index) { setIsolated(index == d->isolated ? -1 : index); });
    connect(d->legend, &ChartLegend::entryToggled, this, [this](int index) { d->toggle(index); });
}

TimeChart::~TimeChart()
{
    RasterWorker::discard(std::move(d->series));
}

void TimeChart::setSeries(std::vector<ChartSeries> series)
{
    const bool same = std::equal(series.begin(), series.end(), d->series.begin(), d->series.end(),
                                 [](const ChartSeries &fresh, const auto &shown) { return fresh == *shown; });
    if (same && !series.empty())
        return;
    auto before = std::exchange(d->series, {});
    d->series.reserve(series.size());
    for (ChartSeries &line : series)
        d->series.push_back(std::make_shared<const ChartSeries>(std::move(line)));
    const bool sameLabels = std::equal(before.begin(), before.end(), d->series.begin(), d->series.end(), [](const auto &old, const auto &fresh) {
        return old->data().labels == fresh->data().labels && old->name == fresh->name;
    });
    if (d->isolated >= int(d->series.size()))
        d->isolated = -1;
    if (!sameLabels)
        d->assignColors();
    RasterWorker::discard(std::move(before));
    d->showLegend();
    if (d->lastShown || d->series.empty())
        d->repaint();
    d->schedule();
}

void TimeChart::setRange(TimeRange range)
{
    const bool moved = !d->range || snapped(*d->range) != snapped(range);
    d->range = range;
    if (moved)
        d->schedule();
}

void TimeChart::setUnit(const Unit &unit, int decimals)
{
    ChartAxis axis = d->axes[size_t(AxisSide::Left)];
    axis.unit = unit;
    axis.decimals = decimals;
    setAxis(AxisSide::Left, axis);
}

void TimeChart::setThresholds(std::vector<ChartThreshold> thresholds)
{
    if (thresholds == d->frame.thresholds)
        return;
    d->frame.thresholds = std::move(thresholds);
    d->renewFrame();
    d->repaint();
    d->schedule();
}

void TimeChart::setSpans(std::vector<ChartSpan> spans)
{
    if (spans == d->frame.spans)
        return;
    d->frame.spans = std::move(spans);
    d->renewFrame();
    d->repaint();
}

void TimeChart::setMarks(std::vector<Mark> marks)
{
    if (marks == d->frame.marks)
        return;
    d->frame.marks = std::move(marks);
    d->repaint();
}

void TimeChart::setValueBounds(std::optional<double> minimum, std::optional<double> maximum)
{
    ChartAxis axis = d->axes[size_t(AxisSide::Left)];
    axis.minimum = minimum;
    axis.maximum = maximum;
    setAxis(AxisSide::Left, axis);
}

void TimeChart::setLogarithmic(bool logarithmic)
{
    ChartAxis axis = d->axes[size_t(AxisSide::Left)];
    axis.kind = logarithmic ? AxisKind::Logarithmic : AxisKind::Linear;
    setAxis(AxisSide::Left, axis);
}

void TimeChart::setLegend(Legend legend)
{
    LegendOptions options;
    options.mode = legend;
    options.columns = {{Figure::Last, {}}};
    if (legend == Legend::Table)
        options.columns = {{Figure::Last, {}}, {Figure::Minimum, {}}, {Figure::Maximum, {}}, {Figure::Mean, {}}};
    setLegendOptions(options);
}

void TimeChart::setLastValueShown(bool shown)
{
    d->lastShown = shown;
    d->schedule();
}

void TimeChart::setNow(std::optional<WallTime> now, const QString &label)
{
    d->frame.now = now;
    d->frame.nowLabel = label;
    d->repaint();
}

void TimeChart::setState(State state, const QString &reason)
{
    if (state == d->frame.state && reason == d->frame.reason)
        return;
    d->frame.state = state;
    d->frame.reason = reason;
    d->repaint();
}

void TimeChart::setEmptyText(const QString &text)
{
    d->emptyText = text;
    d->repaint();
}

void TimeChart::setExemplars(std::vector<ChartExemplar> exemplars)
{
    if (exemplars == d->frame.exemplars)
        return;
    d->frame.exemplars = std::move(exemplars);
    d->repaint();
}

void TimeChart::setAxis(AxisSide side, const ChartAxis &axis)
{
    ChartAxis &shown = d->axes[size_t(side)];
    if (axis == shown)
        return;
    const bool sameWords = axis.unit == shown.unit && axis.decimals == shown.decimals;
    shown = axis;
    if (!sameWords)
        d->showLegend();
    d->repaint();
    d->schedule();
}

void TimeChart::setLegendOptions(const LegendOptions &options)
{
    if (options == d->legendOptions)
        return;
    d->legendOptions = options;
    d->showLegend();
    d->schedule();
}

void TimeChart::setTooltip(Tooltip tooltip, TooltipOrder order)
{
    d->tooltip = tooltip;
    d->tooltipOrder = order;
    d->repaint();
}

void TimeChart::setCrosshairGroup(CrosshairGroup *group)
{
    if (d->group)
        d->group->disconnect(this);
    d->group = group;
    if (group)
        connect(group, &CrosshairGroup::changed, this, [this] { d->handleGroup(); });
}

void TimeChart::setHidden(const QSet<QString> &names)
{
    if (names == d->hidden)
        return;
    d->hidden = names;
    d->showLegend();
    d->schedule();
}

QSet<QString> TimeChart::hidden() const
{
    return d->hidden;
}

QByteArray TimeChart::svg()
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(rect());
    QPainter painter(&generator);
    paintVector(painter, rect());
    painter.end();
    return buffer.data();
}

void TimeChart::paintVector(QPainter &painter, const QRectF &target)
{
    ensurePolished();
    d->paintVector(painter, target);
}

void TimeChart::setSynchronous(bool synchronous)
{
    d->synchronous = synchronous;
}

QImage TimeChart::grabImage(double pixelRatio)
{
    ensurePolished();
    d->refreshNow(pixelRatio);
    QImage image(size() * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(themeOf(this).surface);
    QPainter painter(&image);
    render(&painter, {}, {}, DrawChildren);
    return image;
}

void TimeChart::setCursor(std::optional<WallTime> time)
{
    if (!d->pointer && !d->keyboardCursor) // where somebody points, that says the time
        d->setCursorTime(time, {});
}

void TimeChart::setIsolated(int index)
{
    if (index == d->isolated || index >= int(d->series.size()))
        return;
    d->isolated = std::max(index, -1);
    d->legend->setIsolated(d->isolated);
    d->schedule();
}

int TimeChart::isolated() const
{
    return d->isolated;
}

int TimeChart::paintCount() const
{
    return d->lines->paintCount();
}

int TimeChart::rasterCount() const
{
    return d->worker.madeCount();
}

QRectF TimeChart::plotArea() const
{
    return d->frame.plot;
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        d->refresh(); // a late layout would show a torn frame
    else
        d->dirty = true;
}

void TimeChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (d->dirty)
        d->refresh();
}

void TimeChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        d->showLegend();
        d->adjustAxes();
        d->renewFrame();
        d->repaint();
        d->schedule();
    }
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    if (!d->handleKey(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    d->keyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    d->repaint();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    d->keyboardFocus = false;
    if (std::exchange(d->keyboardCursor, false))
        d->setCursorTime({}, {});
    d->repaint();
}

bool TimeChart::eventFilter(QObject *watched, QEvent *event)
{
    if (d && watched == d->view->viewport() && d->handleMouse(event))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace Watchfloor
