#include "widgets/theme/glyphs.h"

#include "widgets/theme/sizes.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>

#include <cmath>

namespace Watchfloor {

namespace {

QRectF squareIn(const QRectF &rect)
{
    const double side = std::min(rect.width(), rect.height());
    return QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
}

QPainterPath trianglePath(const QRectF &box)
{
    QPainterPath path(QPointF(box.center().x(), box.top() + box.height() * 0.06));
    path.lineTo(box.right(), box.bottom() - box.height() * 0.06);
    path.lineTo(box.left(), box.bottom() - box.height() * 0.06);
    path.closeSubpath();
    return path;
}

QPainterPath diamondPath(const QRectF &box)
{
    QPainterPath path(QPointF(box.center().x(), box.top()));
    path.lineTo(box.right(), box.center().y());
    path.lineTo(box.center().x(), box.bottom());
    path.lineTo(box.left(), box.center().y());
    path.closeSubpath();
    return path;
}

QPainterPath bodyPath(State state, const QRectF &box)
{
    if (state == State::Warning)
        return trianglePath(box);
    if (state == State::Critical)
        return diamondPath(box);
    QPainterPath path;
    path.addEllipse(box);
    return path;
}

void paintTick(QPainter &painter, const QRectF &box, State state, double width)
{
    // A triangle has its room lower down than the others.
    const double lift = state == State::Warning ? box.height() * 0.10 : 0;
    const QPointF centre = box.center() + QPointF(0, lift);
    const double unit = box.width() * (state == State::Healthy ? 0.24 : 0.17);
    painter.setPen(QPen(painter.pen().color(), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({centre + QPointF(-unit, 0), centre + QPointF(-unit * 0.2, unit * 0.8),
                                    centre + QPointF(unit, -unit * 0.8)}));
}

/// The dashed ring of stale and the barred ring of blind.
void paintRing(QPainter &painter, const QRectF &box, State state, const QColor &color, double width)
{
    const QRectF ring = box.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap);
    if (state == State::Stale) {
        // Eight dashes, whatever the size: the pattern counts in pen widths.
        const double dash = M_PI * ring.width() / 8 / width;
        pen.setDashPattern({dash * 0.58, dash * 0.42});
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring);
    if (state == State::Blind) {
        const double reach = ring.width() / 2 * M_SQRT1_2;
        painter.drawLine(ring.center() + QPointF(-reach, reach), ring.center() + QPointF(reach, -reach));
    }
}

constexpr double hatchWidth = 1.2;

QBrush hatchOf(const QColor &color)
{
    constexpr int step = Size::hatchStep;
    QImage tile(step, step, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, hatchWidth));
    for (const int shift : {-step, 0, step})
        painter.drawLine(QPointF(shift - 1, step + 1), QPointF(shift + step + 1, -1));
    painter.end();
    return QBrush(tile);
}

QColor faintly(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

QColor hatchColor(State state, const Theme &theme)
{
    return faintly(theme.of(state), theme.isDark() ? 0.22 : 0.20);
}

/// The four hatches there are, drawn once.
struct Hatches
{
    QBrush stale;
    QBrush blind;
    explicit Hatches(const Theme &theme)
        : stale(hatchOf(hatchColor(State::Stale, theme)))
        , blind(hatchOf(hatchColor(State::Blind, theme)))
    {
    }
};

} // namespace

void paintStateGlyph(QPainter &painter, const QRectF &rect, State state, const Theme &theme, GlyphStyle style)
{
    paintStateGlyph(painter, rect, state, theme.of(state), style);
}

void paintStateGlyph(QPainter &painter, const QRectF &rect, State state, const QColor &color, GlyphStyle style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF square = squareIn(rect);
    const double width = std::max(1.2, square.width() * 0.13);
    if (isHatched(state)) {
        const double inset = square.width() * 0.06;
        paintRing(painter, square.adjusted(inset, inset, -inset, -inset), state, color, width);
    } else if (style == GlyphStyle::Filled) {
        const double inset = state == State::Healthy ? square.width() * 0.12 : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPath(bodyPath(state, square.adjusted(inset, inset, -inset, -inset)));
    } else {
        const double line = std::max(1.1, square.width() * 0.10);
        const double inset = line * 0.8;
        painter.setPen(QPen(color, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const QRectF box = square.adjusted(inset, inset, -inset, -inset);
        painter.drawPath(bodyPath(state, box));
        if (style == GlyphStyle::Checked)
            paintTick(painter, box, state, line);
    }
    painter.restore();
}

QIcon stateIcon(State state, const Theme &theme)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const double inset = size / 12.0;
        paintStateGlyph(painter, QRectF(inset, inset, size - 2 * inset, size - 2 * inset), state, theme);
        icon.addPixmap(pixmap);
    }
    return icon;
}

QBrush hatchBrush(State state, const Theme &theme)
{
    static const Hatches dark(Watchfloor::theme(ThemeMode::Dark));
    static const Hatches light(Watchfloor::theme(ThemeMode::Light));
    const Hatches &hatches = theme.isDark() ? dark : light;
    if (state == State::Stale)
        return hatches.stale;
    return state == State::Blind ? hatches.blind : QBrush(Qt::NoBrush);
}

QVector<QLineF> hatchLines(const QRectF &rect, double step)
{
    QVector<QLineF> lines;
    // Along each of them x + y is the same, a multiple of the step: hatches of neighbours meet.
    for (double sum = (std::floor((rect.left() + rect.top()) / step) + 1) * step; sum < rect.right() + rect.bottom(); sum += step)
        lines.append({std::max(rect.left(), sum - rect.bottom()), std::min(rect.bottom(), sum - rect.left()), std::min(rect.right(), sum - rect.top()),
                      std::max(rect.top(), sum - rect.right())});
    return lines;
}

void paintHatch(QPainter &painter, const QRectF &rect, State state, const Theme &theme)
{
    if (!isHatched(state))
        return;
    if (painter.paintEngine()->type() != QPaintEngine::SVG) {
        painter.fillRect(rect, hatchBrush(state, theme));
        return;
    }
    painter.save();
    painter.setPen(QPen(hatchColor(state, theme), hatchWidth));
    painter.drawLines(hatchLines(rect));
    painter.restore();
}

void paintPanel(QPainter &painter, const QRectF &rect, const Theme &theme, const PanelLook &panel)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(box, Size::radius, Size::radius);

    const bool critical = panel.state && *panel.state == State::Critical;
    painter.fillPath(path, critical ? theme.tint(theme.critical, theme.isDark() ? 0.07 : 0.045) : theme.surface);
    if (panel.hovered)
        painter.fillPath(path, theme.isDark() ? QColor(255, 255, 255, 8) : QColor(0, 0, 0, 6));
    if (panel.state && isHatched(*panel.state))
        painter.fillPath(path, hatchBrush(*panel.state, theme));
    QColor outline = panel.hovered ? theme.text3 : theme.line;
    if (critical)
        outline = theme.tint(theme.critical, 0.55);
    painter.setPen(QPen(outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    const bool striped = panel.state && panel.stripe && *panel.state != State::Healthy;
    if (striped) {
        painter.setClipRect(QRectF(rect.left(), rect.top(), Size::stripe, rect.height()));
        QPainterPath whole;
        whole.addRoundedRect(rect, Size::radius, Size::radius);
        painter.fillPath(whole, theme.of(*panel.state));
    }
    painter.restore();
}

} // namespace Watchfloor
