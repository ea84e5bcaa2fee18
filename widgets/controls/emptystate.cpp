#include "widgets/controls/emptystate.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace Watchfloor {

namespace {
constexpr int iconSide = 32;
constexpr int sentenceWidth = 420;
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new TextLabel({}, Tone::Primary, TextSize::Heading, QFont::DemiBold, this))
    , m_sentence(new TextLabel({}, Tone::Secondary, TextSize::Body, QFont::Normal, this))
    , m_button(new ActionButton({}, ActionButton::Look::Plain, this))
{
    m_icon->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_icon, static_cast<QLabel *>(m_title), static_cast<QLabel *>(m_sentence)})
        label->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(sentenceWidth);
    m_button->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(Size::gap);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_sentence, 1);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QAbstractButton::clicked, this, &EmptyState::nextStepRequested);
}

void EmptyState::setMessage(const QString &iconName, const QString &title, const QString &sentence, Tone tone)
{
    m_iconName = iconName;
    m_tone = tone;
    m_title->setText(Format::safeText(title));
    m_sentence->setText(Format::safeText(sentence, 1024));
    m_sentence->setVisible(!sentence.isEmpty());
    // A title alone stands where there is room for hardly more than a line.
    const bool alone = iconName.isEmpty() && sentence.isEmpty();
    m_icon->setVisible(!iconName.isEmpty());
    layout()->setSpacing(alone ? 0 : Size::gap);
    const int margin = alone ? 0 : style()->pixelMetric(QStyle::PM_LayoutTopMargin);
    layout()->setContentsMargins(margin, margin, margin, margin);
    showIcon();
}

void EmptyState::setError(const QString &title, const Error &error)
{
    setMessage(QStringLiteral("unseen"), title, Format::sentence(error), Tone::Blind);
}

void EmptyState::setNextStep(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
    m_button->updateGeometry();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

void EmptyState::showIcon()
{
    m_icon->setPixmap(m_iconName.isEmpty() ? QPixmap()
                                           : iconPixmap(m_iconName, themeOf(this).of(m_tone), iconSide, devicePixelRatioF()));
}

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel({}, Tone::Blind, TextSize::Body, QFont::DemiBold, this))
    , m_sentence(new ElidedLabel({}, Tone::Secondary, TextSize::Body, QFont::Normal, this))
    , m_link(new ActionButton({}, ActionButton::Look::Link, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardPadding + 14 + Size::gap, 4, Size::cardPadding, 4);
    row->setSpacing(6);
    row->addWidget(m_title);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_link);
    m_link->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(Size::row + 4);
    connect(m_link, &QAbstractButton::clicked, this, &Banner::linkActivated);
}

void Banner::setMessage(State state, const QString &title, const QString &sentence)
{
    m_state = state;
    m_title->setText(Format::safeText(title));
    m_title->setTone(toneOf(state));
    m_sentence->setText(Format::safeText(sentence, 512));
    update();
}

void Banner::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->setVisible(!text.isEmpty());
    m_link->updateGeometry();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
    painter.fillPath(path, theme.tint(theme.of(m_state), 0.08));
    if (isHatched(m_state))
        painter.fillPath(path, hatchBrush(m_state, theme));
    painter.setPen(QPen(theme.tint(theme.of(m_state), 0.45), 1));
    painter.drawPath(path);
    paintStateGlyph(painter, QRectF(Size::cardPadding, (height() - 14) / 2.0, 14, 14), m_state, theme);
}

} // namespace Watchfloor
