#include "widgets/alerts/filterchip.h"

#include "models/alerts/alertfilter.h"
#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {
constexpr int chipHeight = 22;
constexpr int padding = 8;
constexpr int crossSide = 12;
constexpr int widest = 340;
}

FilterChip::FilterChip(const QString &term, QWidget *parent)
    : QAbstractButton(parent)
    , m_term(term)
{
    setText(Format::safeText(term, 120));
    setFont(monoFont(TextSize::Body));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
    setObjectName(QStringLiteral("chip:") + term);
    setAccessibleName(tr("Filter %1").arg(text()));
    setToolTip(toolTipText(Format::safeText(term, 400)));
}

QSize FilterChip::sizeHint() const
{
    const int words = int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text())));
    return {std::min(widest, padding + words + 6 + crossSide + 7), chipHeight};
}

QRect FilterChip::crossRect() const
{
    return QRect(width() - crossSide - 12, 0, crossSide + 12, height());
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    painter.setPen(hasFocus() ? theme.accent : theme.line);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width() - padding - crossSide - 12);
    const qsizetype sign = isNegatedTerm(m_term) ? 1 : 0;
    qsizetype value = shown.size();
    if (isStructuredTerm(m_term))
        for (qsizetype i = sign; i < shown.size(); ++i)
            if (shown[i] == u'"' || ((shown[i] == u'=' || shown[i] == u'~' || shown[i] == u'<' || shown[i] == u'>') && i + 1 < shown.size() && shown[i + 1] != u'=' && shown[i + 1] != u'~')) {
                value = shown[i] == u'"' ? i : i + 1;
                break;
            }
    QRectF box(padding, 0, width() - padding - crossSide - 10, height());
    const auto draw = [&](const QString &part, const QColor &colour) {
        painter.setPen(colour);
        painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, part);
        box.setLeft(box.left() + QFontMetricsF(font()).horizontalAdvance(part));
    };
    draw(shown.left(sign), theme.critical);
    draw(shown.mid(sign, value - sign), theme.text);
    draw(shown.mid(value), theme.healthy);
    const bool atCross = underMouse() && crossRect().contains(mapFromGlobal(QCursor::pos()));
    paintIcon(painter, QRectF(width() - crossSide - 7, (height() - crossSide) / 2.0, crossSide, crossSide), QStringLiteral("close"), atCross ? theme.text : theme.text3);
}

void FilterChip::mouseReleaseEvent(QMouseEvent *event)
{
    setDown(false);
    if (!rect().contains(event->position().toPoint()))
        return;
    if (event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint()))
        Q_EMIT removeRequested();
    else
        Q_EMIT menuRequested();
}

void FilterChip::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT editRequested();
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return Q_EMIT stepRequested(-1);
    case Qt::Key_Right:
        return Q_EMIT stepRequested(1);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return Q_EMIT removeRequested();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        return Q_EMIT editRequested();
    case Qt::Key_Exclam:
    case Qt::Key_Minus:
        return Q_EMIT turnRequested();
    case Qt::Key_Space:
    case Qt::Key_Menu:
        return Q_EMIT menuRequested();
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace Watchfloor
