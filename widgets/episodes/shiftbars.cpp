#include "widgets/episodes/shiftbars.h"

#include "models/core/format.h"
#include "widgets/episodes/episodecopy.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace Watchfloor {

namespace {

constexpr int rowHeight = 40;
constexpr int barHeight = Size::bar;
constexpr int nameWidth = 96;

} // namespace

ShiftBars::ShiftBars(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Alerts by shift"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShiftBars::setShifts(const std::vector<ShiftNoise> &shifts)
{
    m_shifts = shifts;
    QStringList texts;
    for (const ShiftNoise &shift : shifts)
        texts << tr("%1: %n alert(s)", nullptr, shift.count).arg(shift.name);
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize ShiftBars::sizeHint() const
{
    return {320, std::max(1, int(m_shifts.size())) * rowHeight};
}

void ShiftBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    int most = 1;
    for (const ShiftNoise &shift : m_shifts)
        most = std::max(most, shift.count);
    const QFont body = textFont();
    const QFont bold = textFont(TextSize::Body, QFont::DemiBold);
    const QFont small = textFont(TextSize::Small);
    const double countWidth = std::max(28.0, tabularWidth(bold, Format::count(most)));
    double y = 0;
    for (const ShiftNoise &shift : m_shifts) {
        const QRectF top(0, y, width(), rowHeight / 2.0);
        const QRectF bottom(0, y + rowHeight / 2.0 - 2, width(), rowHeight / 2.0);
        y += rowHeight;
        painter.setFont(body);
        painter.setPen(shift.name.isEmpty() ? colours.text3 : colours.text);
        drawLine(painter, QRectF(0, top.top(), nameWidth - Size::gap, top.height()), Qt::AlignLeft, shift.name.isEmpty() ? tr("nobody's") : Format::safeText(shift.name, 60));
        const QRectF track(nameWidth, top.center().y() - barHeight / 2.0, width() - nameWidth - countWidth - Size::gap, barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.track);
        painter.drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
        const double length = track.width() * shift.count / most;
        painter.setBrush(colours.warning);
        if (shift.count > 0)
            painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(3.0, length), barHeight)), barHeight / 2.0, barHeight / 2.0);
        painter.setBrush(colours.critical);
        if (shift.critical > 0)
            painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(3.0, length * shift.critical / shift.count), barHeight)), barHeight / 2.0, barHeight / 2.0);
        painter.setFont(bold);
        painter.setPen(colours.text);
        drawTabular(painter, QRectF(track.right() + Size::gap, top.top(), countWidth, top.height()), Qt::AlignRight, Format::count(shift.count));
        painter.setFont(small);
        painter.setPen(colours.text3);
        QStringList notes{tr("%n critical", nullptr, shift.critical)};
        if (shift.neverAcknowledged > 0)
            notes << tr("%n not taken on", nullptr, shift.neverAcknowledged);
        notes << (shift.acknowledge.mean ? tr("taken on after %1").arg(figureText(shift.acknowledge.mean)) : tr("time to take on not known"));
        drawLine(painter, bottom, Qt::AlignLeft, shift.count > 0 ? notes.join(QStringLiteral(" \u00B7 ")) : tr("quiet"));
    }
}

} // namespace Watchfloor
