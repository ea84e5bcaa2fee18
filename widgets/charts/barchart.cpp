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

} // namespace Watchfloor
