#include "widgets/theme/consolestyle.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/sizes.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace Watchfloor {

namespace {

constexpr int indicator = 16;
constexpr int fieldPadding = 8;
constexpr int arrowRoom = 24;

void paintField(QPainter *painter, const QRect &rect, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = themeOf(widget);
    const bool focused = option->state & QStyle::State_HasFocus;
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(focused ? theme.accent : hovered ? theme.handle : theme.line, 1));
    painter->setBrush(theme.isDark() ? theme.sunken : theme.surface);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Size::radius - 1, Size::radius - 1);
    painter->restore();
}

void paintIndicator(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool round)
{
    const Theme &theme = themeOf(widget);
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const bool lit = option->state & (QStyle::State_HasFocus | QStyle::State_MouseOver);
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor fill = on ? (enabled ? theme.accent : theme.handle) : theme.isDark() ? theme.sunken : theme.surface;
    painter->setPen(QPen(on || (lit && enabled) ? (enabled ? theme.accent : theme.handle) : theme.text3, 1));
    painter->setBrush(fill);
    if (round)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 3, 3);
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.onAccent);
        painter->drawEllipse(box.center(), 3, 3);
    } else if (on) {
        const QString name = option->state & QStyle::State_NoChange ? QStringLiteral("minus") : QStringLiteral("check");
        paintIcon(*painter, box.adjusted(1.5, 1.5, -1.5, -1.5), name, theme.onAccent);
    }
    painter->restore();
}

} // namespace

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("watchfloor"));
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paintField(painter, option->rect, option, widget);
        return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintIndicator(painter, option, widget, false);
        return;
    case PE_IndicatorRadioButton:
        paintIndicator(painter, option, widget, true);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    const Theme &theme = themeOf(widget);
    const QColor ink = option->state & State_Enabled ? theme.text2 : theme.handle;
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo && combo->frame)
            paintField(painter, option->rect, option, widget);
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        paintIcon(*painter, QRectF(arrow.center().x() - 6, arrow.center().y() - 6, 14, 14), QStringLiteral("chevron-down"), ink);
        return;
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin && spin->frame)
            paintField(painter, option->rect, option, widget);
        const auto arrow = [&](SubControl part, const QString &name) {
            if (!(option->subControls & part))
                return;
            const QRect box = subControlRect(control, option, part, widget);
            const bool lit = option->activeSubControls & part;
            paintIcon(*painter, QRectF(box.center().x() - 5, box.center().y() - 5, 12, 12), name, lit ? theme.text : ink);
        };
        arrow(SC_SpinBoxUp, QStringLiteral("chevron-up"));
        arrow(SC_SpinBoxDown, QStringLiteral("chevron-down"));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(fieldPadding - 2, 1, 2 - fieldPadding, -1) : option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const QRect whole = option->rect;
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, whole, QRect(whole.right() - arrowRoom, whole.top(), arrowRoom, whole.height()));
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, whole, whole.adjusted(fieldPadding - 2, 1, -arrowRoom, -1));
    if (control == CC_SpinBox) {
        const int half = whole.height() / 2;
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, whole, QRect(whole.right() - arrowRoom + 2, whole.top() + 2, arrowRoom - 4, half - 2));
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, whole, QRect(whole.right() - arrowRoom + 2, whole.top() + half, arrowRoom - 4, half - 2));
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, whole, whole.adjusted(fieldPadding - 2, 1, -arrowRoom, -1));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            result = {size.width() + 2 * fieldPadding, std::max(size.height() + 4, Size::control)};
        break;
    case CT_ComboBox:
    case CT_SpinBox:
        result = {std::max(result.width(), size.width() + fieldPadding + arrowRoom + 4), std::max(size.height(), Size::control)};
        break;
    default:
        break;
    }
    return result;
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return Size::gap;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_ComboBox_Popup)
        return 0; // a list below the field, not over it
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace Watchfloor
