#include "widgets/charts/bargauge.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/namedcolors.h"
#include "widgets/theme/sizes.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t barCap = 500;
constexpr double leastRow = 16;
constexpr double nameAbove = 46;  ///< rows of this height have the name over the bar
constexpr double mostRow = 96;
constexpr double segment = 7;     ///< a segment with its gap
constexpr double segmentGap = 2;
constexpr double leastColumn = 24;

TextSize largest(double room, double height, const QStringList &texts)
{
    TextSize best = TextSize::Small;
    for (const TextSize size : {TextSize::Body, TextSize::Heading, TextSize::Title, TextSize::Figure, TextSize::Display}) {
        double width = 0;
        for (const QString &text : texts)
            width = std::max(width, tabularWidth(textFont(size, QFont::DemiBold), text));
        if (double(size) * 1.15 > height || width > room)
            break;
        best = size;
    }
    return best;
}

} // namespace

struct BarGauge::Layout
{
    bool upright = false;
    double step = 1;      ///< from bar to bar
    double names = 0;     ///< width of names beside lying bars, or height of names under standing ones
    bool above = false;   ///< names stand over lying bars
    double values = 0;    ///< width, or height, of the values' room
    TextSize valueSize = TextSize::Body;
    bool whole = false;   ///< values without decimals, where they have no room
    int shown = 0;
    QSizeF size;

    QRectF cell(int bar) const { return upright ? QRectF(bar * step, 0, step, size.height()) : QRectF(0, bar * step, size.width(), step); }
    QRectF track(int bar, Style style) const
    {
        const QRectF box = cell(bar);
        if (upright) {
            const double gap = std::clamp(step * 0.12, 3.0, 12.0);
            double thickness = step - 2 * gap;
            if (style == Style::Plain)
                thickness = std::clamp(step * 0.3, 5.0, 14.0);
            return {box.center().x() - thickness / 2, values, thickness, std::max(size.height() - values - names, 2.0)};
        }
        const double top = above ? 20 : 0;
        const double room = step - top;
        double thickness = std::max(room - std::clamp(room * 0.22, 2.0, 10.0), 3.0);
        if (style == Style::Plain)
            thickness = std::clamp(room * 0.32, 5.0, 10.0);
        const double left = above ? 0 : names > 0 ? names + 12 : 0;
        return {left, box.top() + top + (room - thickness) / 2, std::max(size.width() - left - (values > 0 ? values + 12 : 0), 10.0), thickness};
    }
    QRectF nameBox(int bar) const
    {
        const QRectF box = cell(bar);
        if (upright)
            return {box.left() + 2, size.height() - names, box.width() - 4, names};
        return above ? QRectF(0, box.top() + 2, size.width(), 18) : QRectF(0, box.top(), names, step);
    }
    QRectF valueBox(int bar, Style style) const
    {
        const QRectF box = cell(bar);
        if (upright)
            return {box.left(), 0, box.width(), values - 4};
        const QRectF bed = track(bar, style);
        const double height = std::max(bed.height(), 14.0);
        return {size.width() - values, bed.center().y() - height / 2, values, height};
    }
};

BarGauge::BarGauge(QWidget *parent)
    : ChartWidget(parent)
{
    setEmptyText(tr("There is nothing to compare."));
}

void BarGauge::setBars(std::vector<Bar> bars)
{
    if (bars.size() > barCap)
        bars.resize(barCap);
    for (Bar &bar : bars)
        bar.name = Format::safeText(bar.name, 80);
    m_bars = std::move(bars);
    arrange();
    updateGeometry();
    dataChanged();
}

void BarGauge::setLook(const Look &look)
{
    m_look = look;
    arrange();
    updateGeometry();
    update();
}

void BarGauge::arrange()
{
    double least = 0;
    double most = m_look.limit.value_or(0);
    for (const Bar &bar : m_bars)
        if (std::isfinite(bar.value)) {
            least = std::min(least, bar.value);
            most = std::max(most, bar.value);
        }
    m_least = m_look.minimum.value_or(least);
    m_most = m_look.maximum.value_or(most);
    if (!(m_most > m_least))
        m_most = m_least + 1;
}

QSize BarGauge::sizeHint() const
{
    if (m_look.orientation == Qt::Vertical)
        return {std::clamp(int(m_bars.size()) * 64, 120, 640), 180};
    return {280, std::max(1, int(m_bars.size())) * (m_look.style == Style::Plain ? Size::compactRow : Size::row)};
}

QString BarGauge::valueText(const Bar &bar, bool whole) const
{
    if (!bar.text.isEmpty() && !(whole && std::isfinite(bar.value)))
        return Format::safeText(bar.text, 40);
    return std::isfinite(bar.value) ? quantity(bar.value, m_look.unit, whole ? 0 : m_look.decimals).text() : QString(QChar(0x2014));
}

std::pair<double, double> BarGauge::boundsOf(const Bar &bar) const
{
    const double least = bar.minimum.value_or(m_least);
    const double most = bar.maximum.value_or(m_most);
    return {least, most > least ? most : least + 1};
}

QColor BarGauge::colorOf(const Bar &bar, double value) const
{
    const Theme &theme = themeOf(this);
    if (bar.color.isValid() && value == bar.value)
        return bar.color;
    if (!bar.steps.empty())
        return stepColor(bar.steps, value);
    return bar.color.isValid() ? bar.color : bar.state == State::Healthy ? theme.accent : theme.of(bar.state);
}

BarGauge::Layout BarGauge::layoutFor(QSizeF size) const
{
    Layout layout;
    layout.size = size;
    layout.upright = m_look.orientation == Qt::Vertical;
    const double count = double(m_bars.size());
    const double room = layout.upright ? size.width() : size.height();
    layout.step = std::max(room / std::max(count, 1.0), layout.upright ? leastColumn : leastRow);
    if (!layout.upright)
        layout.step = std::min(layout.step, m_look.style == Style::Plain ? 36.0 : mostRow);
    layout.shown = std::min(int(m_bars.size()), std::max(1, int(room / layout.step + 1e-6)));
    QStringList values;
    double names = 0;
    const QFont nameFont = textFont(layout.step < 20 && !layout.upright ? TextSize::Small : TextSize::Body);
    for (const Bar &bar : m_bars) {
        values << valueText(bar);
        names = std::max(names, tabularWidth(nameFont, bar.name));
    }
    const bool valued = m_look.valueColor != ValueColor::Hidden;
    if (layout.upright) {
        layout.names = m_look.names && names > 0 ? 20 : 0;
        const QFont small = textFont(TextSize::Small, QFont::DemiBold);
        layout.whole = std::any_of(values.begin(), values.end(), [&](const QString &text) { return tabularWidth(small, text) > layout.step - 2; });
        for (size_t at = 0; at < m_bars.size() && layout.whole; ++at)
            values[qsizetype(at)] = valueText(m_bars[at], true);
        layout.valueSize = largest(layout.step - 6, size.height() * 0.18, values);
        layout.values = valued ? double(layout.valueSize) * 1.3 + 4 : 0;
        return layout;
    }
    layout.above = m_look.names && names > 0 && layout.step >= nameAbove && m_look.style != Style::Plain;
    layout.names = m_look.names ? std::min(std::ceil(names), size.width() * 0.4) : 0;
    const double height = layout.above ? layout.step - 20 : layout.step;
    layout.valueSize = m_look.style == Style::Plain ? (layout.step < 20 ? TextSize::Small : TextSize::Body) : largest(size.width() * 0.3, height * 0.8, values);
    for (const QString &value : values)
        layout.values = std::max(layout.values, valued ? std::ceil(tabularWidth(textFont(layout.valueSize, QFont::DemiBold), value)) : 0);
    return layout;
}

void BarGauge::draw(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    const Theme &theme = themeOf(this);
    for (int at = 0; at < layout.shown; ++at) {
        const Bar &bar = m_bars[size_t(at)];
        const bool more = at + 1 == layout.shown && layout.shown < int(m_bars.size());
        if (more) {
            painter.setFont(textFont(TextSize::Small));
            painter.setPen(theme.text3);
            drawTabular(painter, layout.cell(at), layout.upright ? Qt::AlignHCenter : Qt::AlignLeft, tr("%1 more").arg(int(m_bars.size()) - at));
            break;
        }
        const QRectF track = layout.track(at, m_look.style);
        painter.save();
        if (m_look.style == Style::Segments)
            paintSegments(painter, bar, track);
        else
            paintTrack(painter, bar, track);
        painter.restore();
        if (m_look.names) {
            painter.setFont(textFont(layout.step < 20 && !layout.upright ? TextSize::Small : layout.upright ? TextSize::Small : TextSize::Body));
            painter.setPen(theme.text2);
            drawTabular(painter, layout.nameBox(at), layout.upright ? Qt::AlignHCenter : Qt::AlignLeft, bar.name);
        }
        if (isHatched(bar.state))
            paintHatch(painter, layout.cell(at), bar.state, theme);
        if (m_look.valueColor == ValueColor::Hidden)
            continue;
        painter.setFont(textFont(layout.valueSize, QFont::DemiBold));
        const bool coloured = m_look.valueColor == ValueColor::Bar && std::isfinite(bar.value) && (m_look.style != Style::Plain || bar.state != State::Healthy);
        painter.setPen(coloured ? legible(colorOf(bar, bar.value), theme.surface) : theme.text);
        drawTabular(painter, layout.valueBox(at, m_look.style), layout.upright ? Qt::AlignHCenter : Qt::AlignRight, valueText(bar, layout.whole));
    }
    paintLimit(painter, layout);
}

void BarGauge::paintLimit(QPainter &painter, const Layout &layout) const
{
    if (!m_look.limit || *m_look.limit > m_most || *m_look.limit < m_least)
        return;
    const QRectF track = layout.track(0, m_look.style);
    const double share = (*m_look.limit - m_least) / (m_most - m_least);
    QPen pen(themeOf(this).critical, 1);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (layout.upright) {
        const double y = std::round(track.bottom() - share * track.height());
        painter.drawLine(QPointF(2, y), QPointF(layout.shown * layout.step - 2, y));
    } else {
        const double x = std::round(track.left() + share * track.width());
        painter.drawLine(QPointF(x, 2), QPointF(x, layout.shown * layout.step - 2));
    }
}

void BarGauge::paintTrack(QPainter &painter, const Bar &bar, const QRectF &track) const
{
    const Theme &theme = themeOf(this);
    const auto [least, most] = boundsOf(bar);
    const bool upright = m_look.orientation == Qt::Vertical;
    const bool plain = m_look.style == Style::Plain;
    const double thickness = upright ? track.width() : track.height();
    const double length = upright ? track.height() : track.width();
    const double radius = plain ? thickness / 2 : std::min(3.0, thickness / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (m_look.unfilled) {
        painter.setBrush(plain ? theme.track : translucent(theme.track, 0.7));
        painter.drawRoundedRect(track, radius, radius);
    }
    const double share = std::isfinite(bar.value) ? std::clamp((bar.value - least) / (most - least), 0.0, 1.0) : 0;
    if (!(share > 0))
        return;
    const double filled = std::min(std::max(share * length, plain ? thickness : 2.0), length);
    const QRectF fill = upright ? QRectF(track.left(), track.bottom() - filled, thickness, filled) : QRectF(track.left(), track.top(), filled, thickness);
    const QColor color = colorOf(bar, bar.value);
    if (m_look.style == Style::Gradient) {
        QLinearGradient gradient(upright ? track.bottomLeft() : track.topLeft(), upright ? track.topLeft() : track.topRight());
        const QGradientStops stops = gradientStops(bar.steps, least, most);
        if (stops.size() > 2)
            gradient.setStops(stops);
        else
            gradient.setStops({{0, theme.tint(color, 0.35)}, {share, color}});
        painter.setBrush(gradient);
    } else {
        painter.setBrush(plain ? color : theme.tint(color, 0.42));
    }
    painter.drawRoundedRect(fill, radius, radius);
    if (m_look.style != Style::Basic)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(upright ? QRectF(fill.left(), fill.top(), fill.width(), 2) : QRectF(fill.right() - 2, fill.top(), 2, fill.height()), color);
}

void BarGauge::paintSegments(QPainter &painter, const Bar &bar, const QRectF &track) const
{
    const Theme &theme = themeOf(this);
    const auto [least, most] = boundsOf(bar);
    const bool upright = m_look.orientation == Qt::Vertical;
    const double length = upright ? track.height() : track.width();
    const int count = std::clamp(int(length / segment), 1, 400);
    const double step = length / count;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int at = 0; at < count; ++at) {
        const double value = least + (most - least) * (at + 0.5) / count;
        const bool lit = std::isfinite(bar.value) && bar.value >= value;
        if (!lit && !m_look.unfilled)
            break;
        const QColor color = bar.steps.empty() ? colorOf(bar, bar.value) : stepColor(bar.steps, value);
        painter.setBrush(lit ? color : theme.tint(color, theme.isDark() ? 0.16 : 0.2));
        const QRectF box = upright ? QRectF(track.left(), track.bottom() - (at + 1) * step + segmentGap, track.width(), step - segmentGap)
                                   : QRectF(track.left() + at * step, track.top(), step - segmentGap, track.height());
        painter.drawRoundedRect(box, 1, 1);
    }
}

int BarGauge::itemAt(QPointF position) const
{
    const Layout layout = layoutFor(size());
    const int at = int((layout.upright ? position.x() : position.y()) / layout.step);
    return at >= 0 && at < layout.shown ? at : -1;
}

QRectF BarGauge::itemRect(int item) const
{
    return layoutFor(size()).cell(item);
}

ReadOut BarGauge::readOut(int item) const
{
    const Bar &bar = m_bars[size_t(item)];
    const auto [least, most] = boundsOf(bar);
    ReadOut said;
    said.head = bar.name;
    said.rows.push_back({colorOf(bar, bar.value), tr("value"), valueText(bar)});
    said.rows.push_back({{}, tr("range"), tr("%1 to %2").arg(quantity(least, m_look.unit, m_look.decimals).text(), quantity(most, m_look.unit, m_look.decimals).text())});
    return said;
}

void BarGauge::drawCurrent(QPainter &painter, QSizeF size) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(translucent(themeOf(this).text, 0.05));
    painter.drawRoundedRect(layoutFor(size).cell(currentItem()), Size::smallRadius, Size::smallRadius);
}

} // namespace Watchfloor
