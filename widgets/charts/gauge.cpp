#include "widgets/charts/gauge.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/namedcolors.h"
#include "widgets/theme/sizes.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t gaugeCap = 200;
constexpr double arcStart = 210; // degrees, counter-clockwise from the right, as Qt counts
constexpr double arcSpan = 240;
constexpr double arcHeight = 0.77; // of the whole diameter, from the top to the ends of the arc
constexpr double cellAspect = 1.25;

void strokeArc(QPainter &painter, const QRectF &ring, double from, double to, const QColor &color, double width)
{
    if (!(std::fabs(to - from) > 0))
        return;
    QPainterPath path;
    const double start = arcStart - from * arcSpan;
    path.arcMoveTo(ring, start);
    path.arcTo(ring, start, -(to - from) * arcSpan);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

QPointF onArc(const QRectF &ring, double share, double out)
{
    const double angle = qDegreesToRadians(arcStart - share * arcSpan);
    const double radius = ring.width() / 2 + out;
    return ring.center() + QPointF(std::cos(angle) * radius, -std::sin(angle) * radius);
}

double shareOf(const GaugeWidget::Gauge &gauge, double value)
{
    const double span = gauge.maximum - gauge.minimum;
    return span > 0 ? std::clamp((value - gauge.minimum) / span, 0.0, 1.0) : 0;
}

/// Where a step begins, in the gauge's own numbers.
double stepValue(const GaugeWidget::Gauge &gauge, const ValueStep &step)
{
    return gauge.stepsInPercent ? gauge.minimum + step.from / 100 * (gauge.maximum - gauge.minimum) : step.from;
}

/// The largest type in which a text of this width (in `size`) fits into the ring.
TextSize fitting(const QString &number, const QString &suffix, double room)
{
    TextSize best = TextSize::Small;
    for (const TextSize size : {TextSize::Body, TextSize::Heading, TextSize::Title, TextSize::Figure, TextSize::Display, TextSize::Wall}) {
        const double width = tabularWidth(textFont(size, QFont::DemiBold), number) + (suffix.isEmpty() ? 0 : 3 + tabularWidth(textFont(size >= TextSize::Title ? TextSize::Body : TextSize::Small), suffix));
        if (width > room * 0.66 || double(size) > room * 0.26)
            break;
        best = size;
    }
    return best;
}

} // namespace

GaugeWidget::GaugeWidget(QWidget *parent)
    : ChartWidget(parent)
    , m_gauges(1)
{
    m_gauges.front().state = State::Blind;
}

void GaugeWidget::setGauges(std::vector<Gauge> gauges)
{
    if (gauges.size() > gaugeCap)
        gauges.resize(gaugeCap);
    for (Gauge &gauge : gauges) {
        gauge.name = Format::safeText(gauge.name, 64);
        if (gauge.value && !std::isfinite(*gauge.value))
            gauge.value.reset();
        if (!(gauge.maximum > gauge.minimum))
            gauge.maximum = gauge.minimum + 1;
    }
    m_gauges = std::move(gauges);
    dataChanged();
}

void GaugeWidget::setLook(const Look &look)
{
    m_look = look;
    update();
}

void GaugeWidget::setLabel(const QString &label)
{
    m_gauges.resize(1);
    m_gauges.front().name = Format::safeText(label, 64);
    update();
}

void GaugeWidget::setValue(std::optional<double> value, State state)
{
    m_gauges.resize(1);
    m_gauges.front().value = value && std::isfinite(*value) ? value : std::nullopt;
    m_gauges.front().state = state;
    dataChanged();
}

void GaugeWidget::setBounds(double minimum, double maximum)
{
    m_gauges.resize(1);
    m_gauges.front().minimum = minimum;
    m_gauges.front().maximum = maximum > minimum ? maximum : minimum + 1;
    update();
}

void GaugeWidget::setUnit(const Unit &unit, int decimals)
{
    m_look.unit = unit;
    m_look.decimals = decimals;
    update();
}

void GaugeWidget::setLimits(std::vector<Limit> limits)
{
    m_limits = std::move(limits);
    std::sort(m_limits.begin(), m_limits.end(), [](const Limit &a, const Limit &b) { return a.value < b.value; });
    update();
}

QRectF GaugeWidget::cell(int item, QSizeF size) const
{
    const QSize grid = wellFilledGrid(int(m_gauges.size()), size, cellAspect);
    const double width = size.width() / grid.width();
    const double height = size.height() / grid.height();
    return {item % grid.width() * width, item / grid.width() * height, width, height};
}

QString GaugeWidget::valueText(const Gauge &gauge) const
{
    if (!gauge.value)
        return QString(QChar(0x2014));
    return gauge.shown.number.isEmpty() ? quantity(*gauge.value, m_look.unit, m_look.decimals).text() : gauge.shown.text();
}

void GaugeWidget::draw(QPainter &painter, QSizeF size) const
{
    for (int item = 0; item < itemCount(); ++item)
        paintGauge(painter, m_gauges[size_t(item)], cell(item, size));
}

void GaugeWidget::paintGauge(QPainter &painter, const Gauge &gauge, const QRectF &cell) const
{
    const Theme &theme = themeOf(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool labels = m_look.labels && gauge.steps.size() > 1 && cell.width() > 140 && cell.height() > 100;
    const double labelHeight = gauge.name.isEmpty() ? 0 : 18;
    const double side = labels ? 36 : 0;
    const double over = labels ? 12 : 6; // above the arc: labels, or the rim alone
    const double room = std::min<double>(cell.width() - 8 - 2 * side, (cell.height() - labelHeight - over - 8) / arcHeight);
    if (room < 20)
        return;
    const double thickness = std::clamp(room * 0.085, 4.0, 22.0);
    const double used = over + room * arcHeight + labelHeight + 4;
    const double top = cell.top() + over + std::max((cell.height() - used) / 2, 0.0);
    const QRectF ring(cell.center().x() - room / 2 + thickness / 2, top + thickness / 2, room - thickness, room - thickness);

    strokeArc(painter, ring, 0, 1, theme.track, thickness);
    // The limits as a thin rim outside, so that the arc itself says only the value.
    const double rimWidth = std::max(2.0, thickness * 0.22);
    const QRectF rim = ring.adjusted(-thickness / 2 - rimWidth, -thickness / 2 - rimWidth, thickness / 2 + rimWidth, thickness / 2 + rimWidth);
    for (size_t at = 0; at < m_limits.size() && m_look.marks; ++at) {
        const double end = at + 1 < m_limits.size() ? shareOf(gauge, m_limits[at + 1].value) : 1;
        strokeArc(painter, rim, shareOf(gauge, m_limits[at].value), end, theme.of(m_limits[at].state), rimWidth);
    }
    for (size_t at = 0; at < gauge.steps.size(); ++at) {
        const double from = std::isfinite(gauge.steps[at].from) ? shareOf(gauge, stepValue(gauge, gauge.steps[at])) : 0;
        const double to = at + 1 < gauge.steps.size() ? shareOf(gauge, stepValue(gauge, gauge.steps[at + 1])) : 1;
        if (m_look.marks && gauge.steps.size() > 1)
            strokeArc(painter, rim, from, to, gauge.steps[at].color, rimWidth);
        if (!labels || at == 0 || from <= 0 || from >= 1)
            continue;
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(legible(gauge.steps[at].color, theme.surface));
        const QString text = quantity(stepValue(gauge, gauge.steps[at]), m_look.unit, m_look.decimals).text();
        const double width = tabularWidth(painter.font(), text);
        const QPointF place = onArc(rim, from, 8);
        const double left = from < 0.45 ? place.x() - width : from > 0.55 ? place.x() : place.x() - width / 2;
        drawTabular(painter, QRectF(left, place.y() - 8, width + 1, 14), Qt::AlignLeft, text);
    }
    const bool plain = gauge.state == State::Healthy;
    QColor color = gauge.color;
    if (!color.isValid() && gauge.value && !gauge.steps.empty()) {
        ValueSteps absolute = gauge.steps;
        for (ValueStep &step : absolute)
            step.from = stepValue(gauge, step);
        color = stepColor(absolute, *gauge.value);
    }
    if (!color.isValid())
        color = plain ? theme.accent : theme.of(gauge.state);
    if (gauge.value) {
        const double from = m_look.neutral ? shareOf(gauge, *m_look.neutral) : 0;
        const double to = shareOf(gauge, *gauge.value);
        strokeArc(painter, ring, std::min(from, to), std::max(from, to), color, thickness);
        if (m_look.neutral)
            strokeArc(painter, ring, std::max(from - 0.004, 0.0), std::min(from + 0.004, 1.0), theme.text, thickness);
    }

    Quantity shown = !gauge.value ? Quantity{QString(QChar(0x2014))} : gauge.shown.number.isEmpty() ? quantity(*gauge.value, m_look.unit, m_look.decimals) : gauge.shown;
    if (gauge.value && tabularWidth(textFont(TextSize::Small, QFont::DemiBold), shown.text()) > room * 0.68)
        shown = quantity(*gauge.value, m_look.unit, 0); // a small arc has no room for decimals
    const TextSize size = fitting(shown.figure(), shown.suffix, room);
    const QFont big = textFont(size, QFont::DemiBold);
    const QFont small = textFont(size >= TextSize::Display ? TextSize::Title : size >= TextSize::Title ? TextSize::Body : TextSize::Small);
    const double bigWidth = tabularWidth(big, shown.figure());
    const double whole = bigWidth + (shown.suffix.isEmpty() ? 0 : 3 + tabularWidth(small, shown.suffix));
    const QPointF base(ring.center().x() - whole / 2, ring.center().y() + QFontMetricsF(big).capHeight() / 2);
    painter.setFont(big);
    const bool coloured = gauge.color.isValid() || !gauge.steps.empty();
    painter.setPen(isHatched(gauge.state) || !gauge.value ? theme.text : coloured ? legible(color, theme.surface) : plain ? theme.text : theme.of(gauge.state));
    drawTabular(painter, base, shown.figure());
    painter.setFont(small);
    painter.setPen(theme.text2);
    drawTabular(painter, base + QPointF(bigWidth + 3, 0), shown.suffix);
    painter.setFont(textFont(room < 110 ? TextSize::Small : TextSize::Body));
    if (!gauge.name.isEmpty())
        drawTabular(painter, QRectF(cell.left() + 4, top + room * arcHeight + 1, cell.width() - 8, labelHeight), Qt::AlignHCenter, gauge.name);
    if (isHatched(gauge.state))
        paintHatch(painter, cell, gauge.state, theme);
}

int GaugeWidget::itemAt(QPointF position) const
{
    for (int item = 0; item < itemCount(); ++item)
        if (cell(item, size()).contains(position))
            return item;
    return -1;
}

QRectF GaugeWidget::itemRect(int item) const
{
    return cell(item, size());
}

ReadOut GaugeWidget::readOut(int item) const
{
    const Gauge &gauge = m_gauges[size_t(item)];
    ReadOut said;
    said.head = gauge.name;
    said.rows.push_back({{}, tr("value"), valueText(gauge)});
    const auto text = [this](double value) { return quantity(value, m_look.unit, m_look.decimals).text(); };
    said.rows.push_back({{}, tr("range"), tr("%1 to %2").arg(text(gauge.minimum), text(gauge.maximum))});
    for (const Limit &limit : m_limits)
        said.rows.push_back({themeOf(this).of(limit.state), tr("from"), text(limit.value)});
    for (size_t at = 1; at < gauge.steps.size(); ++at)
        said.rows.push_back({gauge.steps[at].color, tr("from"), text(stepValue(gauge, gauge.steps[at]))});
    return said;
}

void GaugeWidget::drawCurrent(QPainter &painter, QSizeF size) const
{
    if (m_gauges.size() < 2 && !hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeOf(this).handle, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cell(currentItem(), size).adjusted(1.5, 1.5, -1.5, -1.5), Size::radius, Size::radius);
}

int GaugeWidget::neighbour(int item, int right, int down) const
{
    const int columns = wellFilledGrid(int(m_gauges.size()), size(), cellAspect).width();
    const int next = item + right + down * columns;
    return next >= 0 && next < itemCount() ? next : item;
}

} // namespace Watchfloor
