#include "widgets/overview/servicetile.h"

#include "models/core/format.h"
#include "widgets/controls/figures.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace Watchfloor {

namespace {
constexpr int tileHeight = 184;
constexpr int padding = 14;
constexpr int headerHeight = 24;
constexpr int figuresHeight = 76;
constexpr int budgetHeight = 22;
constexpr int footerHeight = 20;
constexpr int glyphSize = 14;
constexpr int smallGlyph = 10;

int widthOf(const QFont &font, const QString &text)
{
    return qCeil(lineWidth(font, text));
}

/// Draws text and returns where the next one starts. Tiles are painted at every answer: no text is laid out anew for that.
int drawWord(QPainter &painter, int x, const QRect &line, const QString &text, const QFont &font, const QColor &color, int room)
{
    painter.setFont(font);
    painter.setPen(color);
    const int width = std::max(room, 0);
    drawLine(painter, QRectF(x, line.top(), width, line.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
    return x + std::min(widthOf(font, text), width);
}
}

ServiceTile::ServiceTile(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(tileHeight);
    setMinimumWidth(260);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
}

void ServiceTile::setContent(TileContent content)
{
    if (content == m_content)
        return;
    m_content = std::move(content);
    setAccessibleName(QStringLiteral("%1: %2 %3").arg(m_content.name, Format::state(m_content.state), m_content.reason));
    setObjectName(QStringLiteral("tile/") + m_content.name);
    update();
}

void ServiceTile::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

QSize ServiceTile::sizeHint() const
{
    return {340, tileHeight};
}

void ServiceTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    paintPanel(painter, rect(), colours, {&m_content.state, m_content.state != State::Healthy, m_hovered});
    if (hasFocus() || m_marked) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::radius, Size::radius);
    }
    const QRect inner = rect().adjusted(padding, 12, -padding, -10);
    paintHeader(painter, QRect(inner.left(), inner.top(), inner.width(), headerHeight));
    paintFigures(painter, QRect(inner.left(), inner.top() + headerHeight + 6, inner.width(), figuresHeight));
    paintBudget(painter, QRect(inner.left(), inner.bottom() - footerHeight - budgetHeight - 4, inner.width(), budgetHeight));
    paintFooter(painter, QRect(inner.left(), inner.bottom() - footerHeight + 1, inner.width(), footerHeight));
}

void ServiceTile::paintHeader(QPainter &painter, const QRect &area) const
{
    const Theme &colours = themeOf(this);
    const QFont small = textFont(TextSize::Small);
    const int ageWidth = widthOf(small, m_content.age) + 2;
    drawWord(painter, area.right() - ageWidth, area, m_content.age, small, colours.text3, ageWidth);
    paintStateGlyph(painter, QRectF(area.left(), area.center().y() - glyphSize / 2.0 + 0.5, glyphSize, glyphSize), m_content.state, colours);
    int x = area.left() + glyphSize + 8;
    const int end = area.right() - ageWidth - 8;
    x = drawWord(painter, x, area, m_content.name, textFont(TextSize::Heading, QFont::DemiBold), colours.text, end - x) + 8;
    x = drawWord(painter, x, area, Format::state(m_content.state), textFont(TextSize::Body, QFont::Medium), colours.of(m_content.state), end - x) + 8;
    drawWord(painter, x, area, m_content.reason, textFont(TextSize::Body), colours.text2, end - x);
}

void ServiceTile::paintFigures(QPainter &painter, const QRect &area) const
{
    if (m_content.figures.empty())
        return;
    const int gap = 12;
    const int count = int(m_content.figures.size());
    const int figureWidth = (area.width() - gap * (count - 1)) / count;
    for (int i = 0; i < count; ++i)
        paintFigure(painter, QRect(area.left() + i * (figureWidth + gap), area.top(), figureWidth, area.height()), m_content.figures[size_t(i)]);
}

void ServiceTile::paintFigure(QPainter &painter, const QRect &area, const TileContent::Figure &figure) const
{
    const Theme &colours = themeOf(this);
    drawWord(painter, area.left(), QRect(area.left(), area.top(), area.width(), 16), figure.label, textFont(TextSize::Small), colours.text2, area.width());
    const bool bad = figure.state == State::Critical || figure.state == State::Warning;
    const QFont large = textFont(TextSize::Title, QFont::DemiBold);
    painter.setFont(large);
    painter.setPen(bad ? colours.of(figure.state) : isHatched(figure.state) ? colours.text2 : colours.text);
    const double base = area.top() + 38;
    const double width = drawTabular(painter, QPointF(area.left(), base), figure.number);
    painter.setFont(textFont(TextSize::Small));
    painter.drawText(QPointF(area.left() + width + 3, base), figure.suffix);
    const QRectF line(area.left(), area.top() + 46, area.width(), area.height() - 48);
    const QColor color = bad ? colours.of(figure.state) : isHatched(figure.state) ? colours.stale : colours.accent;
    paintSparkline(painter, line, figure.line, color, true, figure.limit, colours.critical);
}

void ServiceTile::paintBudget(QPainter &painter, const QRect &area) const
{
    const Theme &colours = themeOf(this);
    const QFont small = textFont(TextSize::Small);
    int x = drawWord(painter, area.left(), area, tr("budget"), small, colours.text2, 60) + 8;
    if (!m_content.budgetLeft) {
        drawWord(painter, x, area, m_content.budgetText, small, colours.text3, area.right() - x);
        return;
    }
    const QFont bold = textFont(TextSize::Small, QFont::DemiBold);
    const QString left = Format::ratio(*m_content.budgetLeft, 0);
    const int textWidth = std::min(widthOf(bold, left) + 4 + widthOf(small, m_content.budgetText) + 2, area.width() * 3 / 5);
    const int barEnd = area.right() - textWidth - 8;
    paintBudgetBar(painter, QRectF(x, area.center().y() - Size::bar / 2.0 + 0.5, std::max(barEnd - x, 20), Size::bar), *m_content.budgetLeft, m_content.budgetState, colours);
    x = drawWord(painter, area.right() - textWidth, area, left, bold, colours.text, textWidth) + 4;
    drawWord(painter, x, area, m_content.budgetText, small, colours.text2, area.right() - x + 1);
}

void ServiceTile::paintFooter(QPainter &painter, const QRect &area)
{
    const Theme &colours = themeOf(this);
    const QFont small = textFont(TextSize::Small);
    const QString action = m_content.action.isEmpty() ? tr("open") : m_content.action;
    const int actionWidth = std::min(widthOf(small, action) + 2, area.width() / 2);
    m_actionRect = QRect(area.right() - actionWidth, area.top(), actionWidth + 2, area.height());
    drawWord(painter, m_actionRect.left(), area, action, small, colours.accent, actionWidth + 2);
    m_dependencyRects.clear();
    if (m_content.dependencies.empty())
        return;
    int x = drawWord(painter, area.left(), area, tr("depends on"), small, colours.text2, 90) + 10;
    const int end = m_actionRect.left() - 12;
    for (const auto &[name, state] : m_content.dependencies) {
        const int room = end - x - smallGlyph - 4;
        if (room < 24)
            break;
        const int start = x;
        paintStateGlyph(painter, QRectF(x, area.center().y() - smallGlyph / 2.0 + 0.5, smallGlyph, smallGlyph), state, colours);
        x = drawWord(painter, x + smallGlyph + 4, area, name, small, colours.text2, room);
        m_dependencyRects.emplace_back(QRect(start, area.top(), x - start, area.height()), name);
        x += 12;
    }
}

void ServiceTile::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton || !rect().contains(at))
        return;
    if (!m_content.action.isEmpty() && m_actionRect.contains(at)) {
        Q_EMIT actionRequested();
        return;
    }
    for (const auto &[place, name] : m_dependencyRects) {
        if (place.contains(at)) {
            Q_EMIT dependencyRequested(name);
            return;
        }
    }
    Q_EMIT opened();
}

void ServiceTile::mouseMoveEvent(QMouseEvent *)
{
    if (!std::exchange(m_hovered, true))
        update();
}

void ServiceTile::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

void ServiceTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT opened();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Watchfloor
