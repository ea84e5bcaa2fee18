#include "widgets/charts/columnchart.h"

#include "models/core/format.h"
#include "widgets/charts/valueaxis.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/namedcolors.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr qsizetype categoryCap = 2000;
constexpr size_t seriesCap = 100;
constexpr double mostLabel = 120;
constexpr double labelSlot = 15; ///< what a turned label needs beside its neighbour
constexpr double tickRoom = 48;

} // namespace

struct ColumnChart::Layout
{
    ItemLegend legend;
    QRectF legendBox;
    ValueAxis axis;
    double slot = 1;     ///< width (or height) of a category
    double turn = 0;     ///< degrees of the categories' labels
    int every = 1;       ///< only each so-manyth category is named

    bool upright() const { return axis.upwards; }
    double valueOf(const ChartThreshold &threshold) const
    {
        return threshold.percent ? axis.scale.minimum + threshold.value / 100 * (axis.scale.maximum - axis.scale.minimum) : threshold.value;
    }
    /// The band of a category, over the whole depth of the plot.
    QRectF band(int category) const
    {
        return upright() ? QRectF(axis.plot.left() + category * slot, axis.plot.top(), slot, axis.plot.height())
                         : QRectF(axis.plot.left(), axis.plot.top() + category * slot, axis.plot.width(), slot);
    }
    /// From one value to another, in a lane across.
    QRectF bar(double lane, double thickness, double from, double to) const
    {
        const double a = axis.at(from);
        const double b = axis.at(to);
        return upright() ? QRectF(QPointF(lane, std::min(a, b)), QPointF(lane + thickness, std::max(a, b)))
                         : QRectF(QPointF(std::min(a, b), lane), QPointF(std::max(a, b), lane + thickness));
    }
};

ColumnChart::ColumnChart(QWidget *parent)
    : ChartWidget(parent)
{
    setEmptyText(tr("There are no categories to compare."));
}

void ColumnChart::setData(QStringList categories, std::vector<Series> series)
{
    if (categories.size() > categoryCap)
        categories.resize(categoryCap);
    if (series.size() > seriesCap)
        series.resize(seriesCap);
    for (QString &category : categories)
        category = Format::safeText(category, 80);
    for (Series &one : series) {
        one.name = Format::safeText(one.name, 80);
        one.values.resize(size_t(categories.size()), std::numeric_limits<double>::quiet_NaN());
    }
    m_categories = std::move(categories);
    m_series = std::move(series);
    m_isolated = m_isolated < int(m_series.size()) ? m_isolated : -1;
    dataChanged();
}

void ColumnChart::setLook(const Look &look)
{
    m_look = look;
    update();
}

void ColumnChart::setIsolated(int index)
{
    m_isolated = index < int(m_series.size()) ? index : -1;
    update();
}

QColor ColumnChart::colorOf(size_t series, size_t category) const
{
    const Series &one = m_series[series];
    if (category < one.colors.size() && one.colors[category].isValid())
        return one.colors[category];
    const Theme &theme = themeOf(this);
    return one.color.isValid() ? one.color : theme.series[series % theme.series.size()];
}

double ColumnChart::sumOf(size_t category) const
{
    double sum = 0;
    for (const Series &one : m_series)
        if (std::isfinite(one.values[category]))
            sum += std::fabs(one.values[category]);
    return sum;
}

QString ColumnChart::valueText(double value) const
{
    return std::isnan(value) ? QString(QChar(0x2014)) : quantity(value, m_look.unit, m_look.decimals).text();
}

ItemLegend ColumnChart::legend() const
{
    ItemLegend legend;
    legend.place = m_look.legend;
    for (size_t at = 0; at < m_series.size(); ++at)
        legend.entries.push_back({m_series[at].color.isValid() ? m_series[at].color : colorOf(at, m_series[at].values.size()), m_series[at].name, {}});
    return legend;
}

ColumnChart::Layout ColumnChart::layoutFor(QSizeF size) const
{
    Layout layout;
    layout.legend = legend();
    QRectF area(QPointF(), size);
    layout.legendBox = layout.legend.takeFrom(area);
    area.adjust(0, 6, -6, 0);
    const bool percent = m_look.stacking == Stacking::Percent;
    double least = 0;
    double most = 0;
    for (size_t category = 0; category < size_t(m_categories.size()) && !percent; ++category) {
        double up = 0;
        double down = 0;
        for (const Series &one : m_series) {
            const double value = one.values[category];
            if (!std::isfinite(value))
                continue;
            if (m_look.stacking == Stacking::None) {
                up = std::max(up, value);
                down = std::min(down, value);
            } else {
                (value > 0 ? up : down) += value;
            }
        }
        least = std::min(least, down);
        most = std::max(most, up);
    }
    ValueAxis &axis = layout.axis;
    axis.upwards = m_look.orientation == Qt::Vertical;
    axis.unit = percent ? Unit{QStringLiteral("percentunit")} : m_look.unit;
    const int ticks = std::max(1, int((axis.upwards ? area.height() : area.width() * 0.7) / (axis.upwards ? tickRoom : 2 * tickRoom)));
    axis.scale = percent ? niceScale(0, 1, ticks, true) : niceScale(least, most, ticks, true);
    if (m_look.minimum)
        axis.scale.minimum = *m_look.minimum;
    if (m_look.maximum && *m_look.maximum > axis.scale.minimum)
        axis.scale.maximum = *m_look.maximum;
    if (m_look.minimum || m_look.maximum)
        axis.scale.step = niceScale(axis.scale.minimum, axis.scale.maximum, ticks, false).step;

    const QFont font = textFont(TextSize::Small);
    double names = 0;
    for (const QString &category : m_categories)
        names = std::max(names, std::min(tabularWidth(font, category), mostLabel));
    const double count = std::max(double(m_categories.size()), 1.0);
    if (!axis.upwards) {
        const double left = std::min(std::ceil(names) + 9, area.width() * 0.4);
        axis.plot = QRectF(left, area.top(), std::max(area.width() - left - 4, 1.0), std::max(area.height() - ValueAxis::labelHeight, 1.0));
        layout.slot = axis.plot.height() / count;
        layout.every = std::max(1, int(std::ceil(13 / std::max(layout.slot, 0.01))));
        return layout;
    }
    const double left = axis.labelWidth() + 9;
    layout.slot = std::max(area.width() - left, 1.0) / count;
    if (m_look.labelRotation)
        layout.turn = std::clamp(*m_look.labelRotation, -90, 90);
    else if (names > layout.slot - 4)
        layout.turn = -45;
    const double angle = qDegreesToRadians(std::fabs(layout.turn));
    const double wanted = layout.turn == 0 ? 16 : std::sin(angle) * names + std::cos(angle) * 14 + 4;
    const double labels = std::min(wanted, area.height() * 0.4) + 2;
    const double needed = layout.turn == 0 ? names + 4 : labelSlot;
    layout.every = std::max(1, int(std::ceil(needed / layout.slot)));
    axis.plot = QRectF(left, area.top(), std::max(area.width() - left, 1.0), std::max(area.height() - labels, 1.0));
    return layout;
}

void ColumnChart::draw(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    layout.axis.paint(painter, themeOf(this));
    paintBands(painter, layout);
    paintNames(painter, layout, size);
    painter.save();
    painter.setClipRect(layout.axis.plot.adjusted(-1, -14, 1, 1));
    for (int category = 0; category < int(m_categories.size()); ++category)
        paintCategory(painter, layout, category);
    painter.restore();
    paintThresholds(painter, layout);
    layout.legend.paint(painter, layout.legendBox, themeOf(this), m_isolated);
}

void ColumnChart::paintBands(QPainter &painter, const Layout &layout) const
{
    const Theme &theme = themeOf(this);
    const QRectF plot = layout.axis.plot;
    for (const ChartThreshold &threshold : m_look.thresholds) {
        if (!threshold.band)
            continue;
        const ValueScale &scale = layout.axis.scale;
        const auto placeOf = [&](double value) { return layout.axis.at(std::clamp(value, scale.minimum, scale.maximum)); };
        const double from = placeOf(layout.valueOf(threshold));
        const double to = placeOf(threshold.until.value_or(threshold.above ? scale.maximum : scale.minimum));
        const QRectF band = layout.upright() ? QRectF(QPointF(plot.left(), std::min(from, to)), QPointF(plot.right(), std::max(from, to)))
                                             : QRectF(QPointF(std::min(from, to), plot.top()), QPointF(std::max(from, to), plot.bottom()));
        painter.fillRect(band, translucent(threshold.color.isValid() ? threshold.color : theme.of(threshold.state), theme.isDark() ? 0.07 : 0.05));
    }
}

void ColumnChart::paintThresholds(QPainter &painter, const Layout &layout) const
{
    const Theme &theme = themeOf(this);
    const QRectF plot = layout.axis.plot;
    painter.setFont(textFont(TextSize::Small));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const ChartThreshold &threshold : m_look.thresholds) {
        const double value = layout.valueOf(threshold);
        if (value > layout.axis.scale.maximum || value < layout.axis.scale.minimum)
            continue;
        const QColor color = threshold.color.isValid() ? threshold.color : theme.of(threshold.state);
        const double place = std::round(layout.axis.at(value));
        QPen pen(color, 1);
        if (threshold.dashed)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        if (threshold.line)
            painter.drawLine(layout.upright() ? QLineF(plot.left(), place, plot.right(), place) : QLineF(place, plot.top(), place, plot.bottom()));
        if (threshold.label.isEmpty() || !layout.upright())
            continue;
        const QString text = Format::safeText(threshold.label, 48);
        const QRectF box(plot.left() + 3, place > plot.top() + 17 ? place - 17 : place + 2, tabularWidth(painter.font(), text) + 6, 15);
        painter.fillRect(box, translucent(theme.surface, 0.72));
        painter.setPen(legible(color, theme.surface));
        drawTabular(painter, box.adjusted(3, 0, 0, 0), Qt::AlignLeft, text);
    }
}

void ColumnChart::paintNames(QPainter &painter, const Layout &layout, QSizeF size) const
{
    const Theme &theme = themeOf(this);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.text2);
    const QRectF plot = layout.axis.plot;
    for (int category = 0; category < int(m_categories.size()); category += layout.every) {
        const QRectF band = layout.band(category);
        const QString &name = m_categories[category];
        if (!layout.upright()) {
            drawTabular(painter, QRectF(0, band.center().y() - 8, plot.left() - 8, 16), Qt::AlignRight, name);
            continue;
        }
        if (layout.turn == 0) {
            const double width = layout.slot * layout.every - 4;
            drawTabular(painter, QRectF(band.center().x() - width / 2, plot.bottom() + 3, width, 16), Qt::AlignHCenter, name);
            continue;
        }
        // The end of a turned label (or its begin, when it is turned down) stands under its column.
        const double angle = qDegreesToRadians(std::fabs(layout.turn));
        const double depth = size.height() - layout.legendBox.height() - plot.bottom() - 4;
        const double room = std::min(mostLabel, (depth - std::cos(angle) * 12) / std::max(std::sin(angle), 0.1));
        painter.save();
        painter.translate(band.center().x(), plot.bottom() + 5 + std::cos(angle) * 5);
        painter.rotate(layout.turn);
        drawTabular(painter, layout.turn < 0 ? QRectF(-room, -8, room, 16) : QRectF(0, -8, room, 16), layout.turn < 0 ? Qt::AlignRight : Qt::AlignLeft, name);
        painter.restore();
    }
}

void ColumnChart::paintCategory(QPainter &painter, const Layout &layout, int category) const
{
    const bool stacked = m_look.stacking != Stacking::None;
    const QRectF band = layout.band(category);
    const double start = (layout.upright() ? band.left() : band.top()) + layout.slot * (1 - m_look.groupWidth) / 2;
    const double lane = layout.slot * m_look.groupWidth / (stacked ? 1 : double(m_series.size()));
    const double thickness = std::max(lane * m_look.barWidth, 1.0);
    const double whole = m_look.stacking == Stacking::Percent ? sumOf(size_t(category)) : 1;
    double up = 0;
    double down = 0;
    const ValueScale &scale = layout.axis.scale;
    const auto inside = [&scale](double value) { return std::clamp(value, scale.minimum, scale.maximum); };
    for (size_t at = 0; at < m_series.size(); ++at) {
        const double raw = m_series[at].values[size_t(category)];
        if (!std::isfinite(raw) || whole <= 0)
            continue;
        const double value = m_look.stacking == Stacking::Percent ? std::fabs(raw) / whole : raw;
        double &base = value >= 0 ? up : down;
        const double from = stacked ? base : 0;
        base = stacked ? base + value : base;
        const double left = start + (stacked ? 0 : double(at) * lane) + (lane - thickness) / 2;
        const QRectF box = layout.bar(left, thickness, inside(from), inside(from + value));
        const QColor color = colorOf(at, size_t(category));
        painter.setOpacity(m_isolated >= 0 && m_isolated != int(at) ? 0.2 : 1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(translucent(color, m_look.fillOpacity));
        const double radius = stacked || thickness < 6 ? 0 : 2;
        painter.drawRoundedRect(box, radius, radius);
        if (m_look.lineWidth > 0 && thickness > 3 && std::min(box.width(), box.height()) > 1.5) {
            const double inset = m_look.lineWidth / 2;
            painter.setPen(QPen(color, m_look.lineWidth));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius);
        }
        paintValue(painter, layout, box, value, raw, m_look.fillOpacity > 0.5 ? color : themeOf(this).surface);
    }
    painter.setOpacity(1);
}

void ColumnChart::paintValue(QPainter &painter, const Layout &layout, const QRectF &box, double value, double raw, const QColor &ground) const
{
    if (m_look.values == Values::Never)
        return;
    const bool stacked = m_look.stacking != Stacking::None;
    const QString text = m_look.stacking == Stacking::Percent ? Format::ratio(value, 0) : valueText(raw);
    painter.setFont(textFont(TextSize::Small, QFont::Medium));
    const double width = tabularWidth(painter.font(), text);
    const double across = layout.upright() ? box.width() : box.height();
    const bool fits = layout.upright() ? width <= across + (stacked ? -4 : 6) : across >= 12;
    if (m_look.values == Values::Auto && !fits)
        return;
    QRectF place;
    if (stacked) {
        if (m_look.values == Values::Auto && (layout.upright() ? box.height() < 14 : box.width() < width + 6))
            return;
        place = QRectF(box.center().x() - width / 2, box.center().y() - 7, width + 1, 14);
    } else if (layout.upright()) {
        const double top = raw < 0 ? box.bottom() + 1 : box.top() - 15;
        place = QRectF(box.center().x() - width / 2, std::max(top, layout.axis.plot.top() - 14), width + 1, 14);
    } else {
        place = QRectF(raw < 0 ? box.left() - width - 4 : box.right() + 4, box.center().y() - 7, width + 1, 14);
        // Where the bar takes all the room its value stands inside its end.
        if (place.right() > layout.axis.plot.right() + 4)
            place.moveRight(box.right() - 4);
    }
    const bool onBar = box.contains(place.center());
    painter.setPen(onBar ? textOn(ground) : themeOf(this).text);
    drawTabular(painter, place, Qt::AlignLeft, text);
}

int ColumnChart::itemAt(QPointF position) const
{
    const Layout layout = layoutFor(size());
    if (!layout.axis.plot.adjusted(0, -4, 0, 4).contains(position))
        return -1;
    const double along = layout.upright() ? position.x() - layout.axis.plot.left() : position.y() - layout.axis.plot.top();
    return std::clamp(int(along / layout.slot), 0, int(m_categories.size()) - 1);
}

QRectF ColumnChart::itemRect(int item) const
{
    return layoutFor(size()).band(item);
}

ReadOut ColumnChart::readOut(int item) const
{
    ReadOut said;
    said.head = m_categories[item];
    double total = 0;
    for (size_t at = 0; at < m_series.size(); ++at) {
        const double value = m_series[at].values[size_t(item)];
        total += std::isfinite(value) ? value : 0;
        if (m_isolated >= 0 && m_isolated != int(at))
            continue;
        QString text = valueText(value);
        if (m_look.stacking == Stacking::Percent && std::isfinite(value) && sumOf(size_t(item)) > 0)
            text += QStringLiteral(" (%1)").arg(Format::ratio(std::fabs(value) / sumOf(size_t(item)), 1));
        said.rows.push_back({colorOf(at, size_t(item)), m_series[at].name, text});
    }
    if (m_look.stacking != Stacking::None && m_series.size() > 1 && m_isolated < 0)
        said.rows.push_back({{}, tr("total"), valueText(total)});
    return said;
}

void ColumnChart::drawCurrent(QPainter &painter, QSizeF size) const
{
    painter.fillRect(layoutFor(size).band(currentItem()), translucent(themeOf(this).text, 0.06));
}

int ColumnChart::neighbour(int item, int right, int down) const
{
    const int step = m_look.orientation == Qt::Vertical ? right : down;
    return std::clamp(item + step, 0, itemCount() - 1);
}

void ColumnChart::mouseReleaseEvent(QMouseEvent *event)
{
    const Layout layout = layoutFor(size());
    const int entry = isEmpty() ? -1 : layout.legend.entryAt(layout.legendBox, event->position());
    if (entry >= 0 && event->button() == Qt::LeftButton)
        setIsolated(entry == m_isolated ? -1 : entry);
    else
        ChartWidget::mouseReleaseEvent(event);
}

} // namespace Watchfloor
