#include "widgets/desk/trayicon.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/icons.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPixmap>

namespace Watchfloor {

namespace {

constexpr int mostCounted = 99;

QString countText(int count)
{
    return count > mostCounted ? QStringLiteral("%1+").arg(mostCounted) : QString::number(count);
}

/// The box at the lower right, as wide as its digits.
void paintCount(QPainter &painter, int size, const TrayFace &face, const Theme &colours)
{
    const QString text = countText(face.count);
    const double height = size * (text.size() > 2 ? 0.5 : 0.6);
    QFont font = textFont(TextSize::Small, QFont::Bold);
    font.setPixelSize(std::max(8, int(height * 0.96)));
    font.setHintingPreference(QFont::PreferFullHinting);
    const double wanted = tabularWidth(font, text) + size * 0.12;
    const double width = std::min(double(size), std::max(height, wanted));
    const QRectF box(size - width, size - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.window);
    painter.drawRoundedRect(box, height * 0.25, height * 0.25);
    painter.setPen(colours.text);
    // Where the digits need more than there is they are drawn narrower, never cut.
    if (wanted > width) {
        painter.save();
        painter.translate(box.center());
        painter.scale((width - size * 0.06) / tabularWidth(font, text), 1);
        painter.setFont(font);
        painter.drawText(QRectF(-wanted, -height / 2, 2 * wanted, height), Qt::AlignCenter, text);
        painter.restore();
        return;
    }
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
}

void paintMuted(QPainter &painter, int size, const Theme &colours)
{
    const double side = size * 0.5;
    const QRectF box(size - side, 0, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.window);
    painter.drawEllipse(box);
    const double inset = side * 0.1;
    paintIcon(painter, box.adjusted(inset, inset, -inset, -inset), QStringLiteral("bell-off"), colours.text);
}

QPixmap facePixmap(const TrayFace &face, int size)
{
    const Theme &colours = theme(face.mode);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool plain = face.count == 0 && !face.muted;
    const double inset = plain ? size / 12.0 : 0;
    const double side = plain ? size - 2 * inset : size * 0.78;
    // The box lies at the lower right, the bell at the upper right: the shape keeps the left.
    paintStateGlyph(painter, QRectF(inset, plain || face.count > 0 ? inset : size - side, side, side), face.state, colours);
    if (face.count > 0)
        paintCount(painter, size, face, colours);
    if (face.muted)
        paintMuted(painter, size, colours);
    return pixmap;
}

} // namespace

QIcon trayIcon(const TrayFace &face)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(facePixmap(face, size));
    return icon;
}

} // namespace Watchfloor
