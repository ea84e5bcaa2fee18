#include "widgets/charts/chartwidget.h"

#include "models/core/format.h"
#include "widgets/charts/chartframe.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr double lineHeight = 17;
constexpr double padding = 10;
constexpr size_t rowCap = 14;

/// Beside the place that is read out, inside the widget: right of it, else left, else wherever it fits. A place as wide as the widget has no side:
/// there the box goes under it, or over it.
QRectF boxBeside(const QRectF &place, QSizeF box, QSizeF room)
{
    constexpr double distance = 12;
    double left = place.right() + distance;
    double top = place.center().y() - box.height() / 2;
    if (left + box.width() > room.width() - 2)
        left = place.left() - distance - box.width();
    if (left < 2) {
        left = place.center().x() - box.width() / 2;
        top = place.bottom() + box.height() + 4 < room.height() ? place.bottom() + 4 : place.top() - box.height() - 4;
    }
    left = std::clamp(left, 2.0, std::max(room.width() - box.width() - 2, 2.0));
    top = std::clamp(top, 2.0, std::max(room.height() - box.height() - 2, 2.0));
    return {std::round(left), std::round(top), std::round(box.width()), std::round(box.height())};
}

void paintReadOut(QPainter &painter, const ReadOut &said, const QRectF &place, QSizeF room, const Theme &theme)
{
    const QFont plain = textFont(TextSize::Small);
    const QFont bold = textFont(TextSize::Small, QFont::DemiBold);
    const size_t fitting = std::clamp(size_t(std::max(room.height() - 36, 0.0) / lineHeight), size_t(1), rowCap);
    const size_t shown = std::min(said.rows.size(), fitting);
    double names = 0;
    double values = 0;
    bool marked = false;
    for (size_t at = 0; at < shown; ++at) {
        names = std::max(names, tabularWidth(plain, said.rows[at].name));
        values = std::max(values, tabularWidth(bold, said.rows[at].value));
        marked = marked || said.rows[at].color.isValid();
    }
    const double indent = marked ? 16 : 0;
    values = std::min(values, room.width() * 0.6);
    names = std::min(names, std::max(room.width() - values - indent - 3 * padding - 4, 24.0));
    const double width = std::min(std::max(indent + names + (values > 0 ? values + 14 : 0), tabularWidth(bold, said.head)) + 2 * padding, room.width() - 4);
    const double heads = said.head.isEmpty() ? 0 : 1;
    const QRectF box = boxBeside(place, {width, (double(shown) + heads) * lineHeight + 12}, room);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.handle, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    double y = box.top() + 6;
    if (heads > 0) {
        painter.setFont(bold);
        painter.setPen(theme.text);
        drawTabular(painter, QRectF(box.left() + padding, y, box.width() - 2 * padding, lineHeight), Qt::AlignLeft, said.head);
        y += lineHeight;
    }
    for (size_t at = 0; at < shown; ++at, y += lineHeight) {
        const ReadOut::Row &row = said.rows[at];
        if (row.color.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(row.color);
            painter.drawRoundedRect(QRectF(box.left() + padding, y + lineHeight / 2 - 4, 8, 8), 2, 2);
        }
        painter.setFont(plain);
        painter.setPen(theme.text2);
        drawTabular(painter, QRectF(box.left() + padding + indent, y, names + 1, lineHeight), Qt::AlignLeft, row.name);
        painter.setFont(bold);
        painter.setPen(theme.text);
        drawTabular(painter, QRectF(box.right() - padding - values, y, values, lineHeight), Qt::AlignRight, row.value);
    }
}

} // namespace

QString ReadOut::text() const
{
    QStringList lines;
    if (!head.isEmpty())
        lines << head;
    for (const Row &row : rows)
        lines << (row.value.isEmpty() ? row.name : row.name.isEmpty() ? row.value : row.name + QStringLiteral(": ") + row.value);
    return lines.join(u'\n');
}

ChartWidget::ChartWidget(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ChartWidget::paint(QPainter &painter, const QRectF &rect) const
{
    painter.save();
    painter.translate(rect.topLeft());
    if (isEmpty()) {
        painter.setFont(textFont());
        painter.setPen(themeOf(this).text3);
        const QString text = m_emptyText.isEmpty() ? tr("There is nothing to draw.") : m_emptyText;
        painter.drawText(QRectF(QPointF(), rect.size()).adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap, text);
    } else {
        painter.save();
        draw(painter, rect.size());
        painter.restore();
    }
    if (isHatched(m_state)) {
        ChartFrame frame;
        frame.plot = QRectF(QPointF(), rect.size());
        frame.state = m_state;
        frame.reason = m_reason;
        paintStateOverlay(painter, frame, themeOf(this));
    }
    painter.restore();
}

QImage ChartWidget::grabImage(double pixelRatio) const
{
    QImage image(size() * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(themeOf(this).surface);
    QPainter painter(&image);
    paint(painter, rect());
    return image;
}

void ChartWidget::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void ChartWidget::setState(State state, const QString &reason)
{
    m_state = state;
    m_reason = reason;
    update();
}

void ChartWidget::setCurrentItem(int item)
{
    if (item < -1 || item >= itemCount())
        item = -1;
    if (item == m_current)
        return;
    m_current = item;
    setAccessibleDescription(readOutText());
    update();
    Q_EMIT currentItemChanged(item);
}

QString ChartWidget::readOutText() const
{
    return m_current < 0 || isEmpty() ? QString() : readOut(m_current).text();
}

void ChartWidget::drawCurrent(QPainter &painter, QSizeF) const
{
    painter.setPen(QPen(themeOf(this).text2, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(itemRect(m_current).adjusted(-0.5, -0.5, 0.5, 0.5));
}

int ChartWidget::neighbour(int item, int right, int down) const
{
    return std::clamp(item + right + down, 0, itemCount() - 1);
}

void ChartWidget::dataChanged()
{
    if (m_current >= itemCount())
        setCurrentItem(-1);
    update();
}

void ChartWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect());
    if (isEmpty())
        return;
    if (m_current >= 0) {
        painter.save();
        drawCurrent(painter, size());
        painter.restore();
        const ReadOut said = readOut(m_current);
        if (!said.head.isEmpty() || !said.rows.empty())
            paintReadOut(painter, said, m_pointer ? QRectF(*m_pointer, QSizeF()) : itemRect(m_current), size(), themeOf(this));
    } else if (hasFocus()) {
        painter.setPen(QPen(themeOf(this).accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void ChartWidget::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    setCurrentItem(isEmpty() ? -1 : itemAt(event->position()));
    if (m_current >= 0)
        update(); // the box goes with the pointer
}

void ChartWidget::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton && !isEmpty() ? itemAt(event->position()) : -1;
}

void ChartWidget::mouseReleaseEvent(QMouseEvent *event)
{
    const int item = m_pressed;
    m_pressed = -1;
    if (event->button() == Qt::LeftButton && item >= 0 && item < itemCount() && !isEmpty() && itemAt(event->position()) == item)
        Q_EMIT itemActivated(item);
}

void ChartWidget::leaveEvent(QEvent *)
{
    m_pointer.reset();
    setCurrentItem(-1);
}

void ChartWidget::keyPressEvent(QKeyEvent *event)
{
    if (isEmpty() || itemCount() < 1 || (event->modifiers() & ~Qt::KeypadModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_pointer.reset();
    const auto step = [this](int right, int down) { setCurrentItem(m_current < 0 ? 0 : neighbour(m_current, right, down)); };
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    case Qt::Key_Home:
        return setCurrentItem(0);
    case Qt::Key_End:
        return setCurrentItem(itemCount() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT itemActivated(m_current);
        return;
    case Qt::Key_Escape:
        if (m_current >= 0)
            return setCurrentItem(-1);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartWidget::focusOutEvent(QFocusEvent *event)
{
    if (!underMouse())
        setCurrentItem(-1);
    QWidget::focusOutEvent(event);
}

} // namespace Watchfloor
