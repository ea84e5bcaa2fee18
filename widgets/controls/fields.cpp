#include "widgets/controls/fields.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/pill.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int chipCap = 32;
constexpr int chipHeight = 22;

/// One matcher with its cross; name and operator quiet, the value in the healthy tone as code editors show strings.
class ChipBox final : public QAbstractButton
{
public:
    ChipBox(const QString &text, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(text);
        setFont(monoFont(TextSize::Body));
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
        setAccessibleName(text);
        setToolTip(toolTipText(text));
    }
    QSize sizeHint() const override
    {
        return {std::min(320, int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text()))) + 8 + 6 + 12 + 6 + 2), chipHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themeOf(this);
        painter.setPen(theme.line);
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width() - 32);
        const qsizetype quote = shown.indexOf(u'"');
        const QString name = quote < 0 ? shown : shown.left(quote);
        QRectF box(8, 0, width() - 32, height());
        painter.setPen(theme.text);
        painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, name);
        box.setLeft(box.left() + fontMetrics().horizontalAdvance(name));
        painter.setPen(theme.healthy);
        painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, shown.mid(name.size()));
        paintIcon(painter, QRectF(width() - 19, (height() - 12) / 2.0, 12, 12), QStringLiteral("close"),
                  underMouse() ? theme.text : theme.text3);
    }
};

} // namespace

SearchField::SearchField(const QString &hint, const QString &key, QWidget *parent)
    : QLineEdit(parent)
    , m_key(key)
{
    setPlaceholderText(hint);
    setAccessibleName(hint);
    setMaxLength(256);
    setFont(textFont());
    setTextMargins(24, 0, 0, 0);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const int key = m_key.isEmpty() ? 0 : int(std::ceil(tabularWidth(textFont(TextSize::Small), m_key))) + 18;
    setTextMargins(24, 0, key, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    paintIcon(painter, QRectF(10, (height() - 16) / 2.0, 16, 16), QStringLiteral("search"), hasFocus() ? theme.text : theme.text2);
    if (m_key.isEmpty() || !text().isEmpty())
        return;
    painter.setFont(textFont(TextSize::Small));
    const double width = std::max(18.0, std::ceil(tabularWidth(painter.font(), m_key)) + 10);
    const QRectF box = QRectF(this->width() - width - 8, (height() - 18) / 2.0, width, 18).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(theme.handle);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.text2);
    painter.drawText(box, Qt::AlignCenter, m_key);
}

ChipField::ChipField(const QString &hint, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(34, 5, 8, 5);
    row->setSpacing(Size::gap);
    auto *flowHost = new QWidget(this);
    m_flow = new FlowLayout(flowHost, 6);
    m_flow->setLastStretches(true);
    row->addWidget(flowHost, 1);

    m_edit->setFrame(false);
    m_edit->setPlaceholderText(hint);
    m_edit->setAccessibleName(hint);
    m_edit->setMaxLength(512);
    m_edit->setMinimumWidth(110);
    m_edit->setFixedHeight(chipHeight);
    m_edit->installEventFilter(this);
    m_flow->addWidget(m_edit);
    connect(m_edit, &QLineEdit::returnPressed, this, &ChipField::handleReturn);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { showFault({}); });
    setFocusProxy(m_edit);
    setMinimumHeight(Size::control);
}

void ChipField::addTrailing(QWidget *widget)
{
    layout()->addWidget(widget);
}

void ChipField::setChips(const QStringList &chips)
{
    const QStringList kept = chips.first(std::min<qsizetype>(chips.size(), chipCap));
    if (kept == m_chips)
        return;
    m_chips = kept;
    rebuild();
    Q_EMIT chipsChanged(m_chips);
}

bool ChipField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_chips.isEmpty()) {
            const QString last = m_chips.last();
            removeChip(int(m_chips.size()) - 1);
            m_edit->setText(last);
            return true;
        }
        // A comma inside quotes belongs to the value.
        if (key->text() == u"," && m_edit->text().count(u'"') % 2 == 0 && !m_edit->text().trimmed().isEmpty()) {
            handleReturn();
            return true;
        }
    }
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QWidget::eventFilter(watched, event);
}

void ChipField::handleReturn()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty() || m_chips.size() >= chipCap)
        return;
    const QString fault = m_validator ? m_validator(text) : QString();
    showFault(fault);
    if (!fault.isEmpty())
        return;
    m_edit->clear();
    if (m_chips.contains(text))
        return;
    m_chips << text;
    rebuild();
    Q_EMIT chipsChanged(m_chips);
}

void ChipField::removeChip(int index)
{
    if (index < 0 || index >= m_chips.size())
        return;
    m_chips.removeAt(index);
    rebuild();
    Q_EMIT chipsChanged(m_chips);
}

void ChipField::rebuild()
{
    for (QWidget *box : m_boxes) {
        m_flow->removeWidget(box);
        box->hide();
        box->deleteLater(); // it may be the sender of the click that removes it
    }
    m_boxes.clear();
    for (int at = 0; at < m_chips.size(); ++at) {
        auto *box = new ChipBox(Format::safeText(m_chips.at(at)), m_edit->parentWidget());
        connect(box, &QAbstractButton::clicked, this, [this, at] { removeChip(at); });
        m_flow->insertWidget(at, box);
        box->show();
        m_boxes.push_back(box);
    }
    updateGeometry();
}

void ChipField::showFault(const QString &fault)
{
    m_faulty = !fault.isEmpty();
    m_edit->setToolTip(toolTipText(fault));
    update();
}

void ChipField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const bool focused = m_edit->hasFocus();
    painter.setPen(QPen(m_faulty ? theme.critical : focused ? theme.accent : theme.line, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::radius - 1, Size::radius - 1);
    paintIcon(painter, QRectF(11, (Size::control - 16) / 2.0, 16, 16), QStringLiteral("filter"), theme.text2);
}

} // namespace Watchfloor
