#include "widgets/charts/barchart.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int barCap = 200;
constexpr double arcStart = 210; // degrees, counter-clockwise from the right, as Qt counts
constexpr double arcSpan = 240;

void strokeArc(QPainter &painter, const QRectF &ring, double from, double to, const QColor &color, double width)
{
    QPainterPath path;
    const double start = arcStart - from * arcSpan;
    path.arcMoveTo(ring, start);
    path.arcTo(ring, start, -(to - from) * arcSpan);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace

BarChart::BarChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void BarChart::setBars(std::vector<Bar> bars)
{
    if (bars.size() > barCap)
        bars.resize(barCap);
    m_bars = std::move(bars);
    updateGeometry();
    update();
}

void BarChart::setUnit(const Unit &unit, int decimals)
{
    m_unit = unit;
    m_decimals = decimals;
    update();
}

void BarChart::setLimit(std::optional<double> limit)
{
    m_limit = limit;
    update();
}

void BarChart::setMaximum(std::optional<double> maximum)
{
    m_maximum = maximum;
    update();
}

QSize BarChart::sizeHint() const
{
    return {280, std::max(1, int(m_bars.size())) * Size::compactRow};
}

double BarChart::maximum() const
{
    double most = m_maximum.value_or(m_limit.value_or(0));
    if (!m_maximum)
        for (const Bar &bar : m_bars)
            if (std::isfinite(bar.value))
                most = std::max(most, bar.value);
    return most > 0 ? most : 1;
}

int BarChart::rowHeight() const
{
    return m_bars.empty() ? Size::compactRow : std::clamp(height() / int(m_bars.size()), 14, 36);
}

void BarChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.setFont(textFont(rowHeight() < 20 ? TextSize::Small : TextSize::Body));
    if (m_bars.empty()) {
        painter.setPen(theme.text3);
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing to compare."));
        return;
    }
    double names = 0;
    double values = 0;
    const auto valueText = [this](const Bar &bar) {
        return std::isfinite(bar.value) ? quantity(bar.value, m_unit, m_decimals).text() : QString(QChar(0x2014));
    };
    const QFont plain = painter.font();
    QFont bold = plain;
    bold.setWeight(QFont::DemiBold);
    for (const Bar &bar : m_bars) {
        names = std::max(names, tabularWidth(plain, Format::safeText(bar.name, 64)));
        values = std::max(values, tabularWidth(bold, valueText(bar)));
    }
    names = std::min(names, width() * 0.4);
    const QRectF plot(names + 12, 0, std::max(width() - names - values - 24, 10.0), height());
    const double most = maximum();
    const double thickness = std::clamp(rowHeight() * 0.32, 5.0, 10.0);
    painter.setRenderHint(QPainter::Antialiasing);
    for (size_t at = 0; at < m_bars.size(); ++at) {
        const Bar &bar = m_bars[at];
        const double y = double(at) * rowHeight();
        if (y > height())
            break;
        const bool plainState = bar.state == State::Healthy;
        const QColor color = !plainState ? theme.of(bar.state) : bar.color.isValid() ? bar.color : theme.accent;
        painter.setFont(plain);
        painter.setPen(theme.text2);
        drawTabular(painter, QRectF(0, y, names, rowHeight()), Qt::AlignLeft, Format::safeText(bar.name, 64));
        const QRectF track(plot.left(), y + (rowHeight() - thickness) / 2, plot.width(), thickness);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.track);
        painter.drawRoundedRect(track, thickness / 2, thickness / 2);
        const double share = std::isfinite(bar.value) ? std::clamp(bar.value / most, 0.0, 1.0) : 0;
        if (share > 0) {
            painter.setBrush(color);
            painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(share * track.width(), thickness), thickness)), thickness / 2, thickness / 2);
        }
        if (isHatched(bar.state))
            painter.fillRect(QRectF(0, y, width(), rowHeight()), hatchBrush(bar.state, theme));
        painter.setFont(bold);
        painter.setPen(plainState ? theme.text : theme.of(bar.state));
        drawTabular(painter, QRectF(width() - values, y, values, rowHeight()), Qt::AlignRight, valueText(bar));
    }
    if (m_limit && *m_limit <= most) {
        const double x = std::round(plot.left() + *m_limit / most * plot.width());
        painter.setRenderHint(QPainter::Antialiasing, false);
        QPen pen(theme.critical, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, 2), QPointF(x, std::min<double>(height(), double(m_bars.size()) * rowHeight()) - 2));
    }
}

void BarChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = int(event->position().y()) / rowHeight();
    if (event->button() == Qt::LeftButton && row >= 0 && row < int(m_bars.size()))
        Q_EMIT barActivated(row);
}

GaugeWidget::GaugeWidget(QWidget *parent)
    : QWidget(parent)
{
}

void GaugeWidget::setLabel(const QString &label)
{
    m_label = label;
    update();
}

void GaugeWidget::setValue(std::optional<double> value, State state)
{
    m_value = value && std::isfinite(*value) ? value : std::nullopt;
    m_state = state;
    update();
}

void GaugeWidget::setBounds(double minimum, double maximum)
{
    m_minimum = minimum;
    m_maximum = maximum > minimum ? maximum : minimum + 1;
    update();
}

void GaugeWidget::setUnit(const Unit &unit, int decimals)
{
    m_unit = unit;
    m_decimals = decimals;
    update();
}

void GaugeWidget::setLimits(std::vector<Limit> limits)
{
    m_limits = std::move(limits);
    std::sort(m_limits.begin(), m_limits.end(), [](const Limit &a, const Limit &b) { return a.value < b.value; });
    update();
}

void GaugeWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const double labelHeight = m_label.isEmpty() ? 0 : 18;
    const double room = std::min<double>(width() - 8, (height() - labelHeight - 6) / 0.78);
    const double thickness = std::clamp(room * 0.085, 5.0, 14.0);
    const QRectF ring(width() / 2.0 - room / 2 + thickness / 2, 4 + thickness / 2, room - thickness, room - thickness);
    const auto share = [this](double value) { return std::clamp((value - m_minimum) / (m_maximum - m_minimum), 0.0, 1.0); };

    strokeArc(painter, ring, 0, 1, theme.track, thickness);
    // The limits as a thin rim outside, so that the arc itself says only the value.
    const double rimWidth = std::max(2.0, thickness * 0.22);
    const double out = thickness / 2 + rimWidth;
    for (size_t at = 0; at < m_limits.size(); ++at) {
        const double end = at + 1 < m_limits.size() ? share(m_limits[at + 1].value) : 1;
        strokeArc(painter, ring.adjusted(-out, -out, out, out), share(m_limits[at].value), end, theme.of(m_limits[at].state), rimWidth);
    }
    if (m_value)
        strokeArc(painter, ring, 0, share(*m_value), m_state == State::Healthy ? theme.accent : theme.of(m_state), thickness);

    const Quantity shown = m_value ? quantity(*m_value, m_unit, m_decimals) : Quantity{QString(QChar(0x2014)), {}};
    const TextSize size = room < 100 ? TextSize::Heading : room < 190 ? TextSize::Title : TextSize::Figure;
    const QFont big = textFont(size, QFont::DemiBold);
    const QFont small = textFont(TextSize::Small);
    const double bigWidth = tabularWidth(big, shown.number);
    const double whole = bigWidth + (shown.suffix.isEmpty() ? 0 : 3 + tabularWidth(small, shown.suffix));
    const QPointF base(width() / 2.0 - whole / 2, ring.center().y() + QFontMetricsF(big).capHeight() / 2);
    painter.setFont(big);
    painter.setPen(m_state == State::Healthy || isHatched(m_state) ? theme.text : theme.of(m_state));
    drawTabular(painter, base, shown.number);
    painter.setFont(small);
    painter.setPen(theme.text2);
    drawTabular(painter, base + QPointF(bigWidth + 3, 0), shown.suffix);
    if (!m_label.isEmpty())
        drawTabular(painter, QRectF(4, ring.top() + ring.height() * 0.78 + thickness, width() - 8, labelHeight), Qt::AlignHCenter,
                    Format::safeText(m_label, 64));
    if (isHatched(m_state))
        painter.fillRect(rect(), hatchBrush(m_state, theme));
}

} // namespace Watchfloor
