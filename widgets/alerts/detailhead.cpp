#include "widgets/alerts/detailhead.h"

#include "models/alerts/alertcells.h"
#include "models/core/format.h"
#include "widgets/controls/alertlook.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QMenu>

namespace Watchfloor {

namespace {
constexpr int padding = Size::cardPadding;
constexpr int headGlyph = 16;
constexpr int stepCount = 4; ///< buttons at the right: copy, before, next, close
constexpr int narrowestName = 120;
constexpr int roomForService = 500;
/// A deploy this long before an alert is told as what may have caused it.
constexpr std::chrono::milliseconds deployBefore = std::chrono::minutes(30);
}

DetailHead::DetailHead(const PageContext &context)
    : m_context(context)
    , m_glyph(new StateGlyph(State::Blind, headGlyph))
    , m_icon(new QLabel)
    , m_name(new ElidedLabel({}, Tone::Primary, TextSize::Title, QFont::DemiBold))
    , m_state(new Pill({}, Tone::Secondary, Pill::Look::Filled))
    , m_flapping(new Pill({}, Tone::Warning, Pill::Look::Tinted))
    , m_service(new ElidedLabel({}, Tone::Secondary))
    , m_place(new TextLabel({}, Tone::Secondary))
    , m_summary(new TextLabel)
    , m_deploy(new TextLabel({}, Tone::Warning))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, 10, padding, 10);
    column->setSpacing(6);
    m_column = column;
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_row = row;
    m_badges = new QWidget;
    auto *badges = new QHBoxLayout(m_badges);
    badges->setContentsMargins(0, 0, 0, 0);
    badges->setSpacing(Size::gap);
    badges->addWidget(m_state);
    badges->addWidget(m_flapping);
    badges->addWidget(m_service, 1);
    badges->addStretch();
    m_badges->setObjectName(QStringLiteral("alertBadges"));
    m_name->setObjectName(QStringLiteral("alertName"));
    m_flapping->setIconName(QStringLiteral("flapping"));
    m_deploy->setObjectName(QStringLiteral("deployBefore"));
    row->addWidget(m_glyph);
    row->addWidget(m_icon);
    row->addWidget(m_name);
    row->addWidget(m_badges, 1);
    row->addStretch();
    m_place->setMinimumWidth(1); // it goes where there is no room, and must not make any
    row->addWidget(m_place);
    addSteps(row);
    column->addLayout(row);
    for (TextLabel *label : {m_summary, m_deploy}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
}

void DetailHead::addSteps(QHBoxLayout *row)
{
    auto *steps = new QHBoxLayout;
    steps->setSpacing(0);
    const auto add = [steps](const QString &iconName, const QString &text) {
        auto *button = new IconButton(iconName, text);
        button->setFixedSize(Size::smallControl, Size::smallControl);
        steps->addWidget(button);
        return button;
    };
    m_copy = add(QStringLiteral("copy"), tr("Copy all of it"));
    m_copy->setObjectName(QStringLiteral("copyAlert"));
    connect(m_copy, &IconButton::clicked, this, &DetailHead::showCopyMenu);
    connect(add(QStringLiteral("chevron-left"), tr("The one before (K)")), &IconButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(add(QStringLiteral("chevron-right"), tr("The next one (J)")), &IconButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(add(QStringLiteral("close"), tr("Close the detail")), &IconButton::clicked, this, &DetailHead::closeRequested);
    row->addLayout(steps);
}

void DetailHead::showCopyMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("copyMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[text, form] : {std::pair(tr("Copy as text"), AlertCopy::Form::Text), std::pair(tr("Copy as JSON"), AlertCopy::Form::Json),
                                     std::pair(tr("Copy as Markdown"), AlertCopy::Form::Markdown)})
        menu->addAction(text, this, [this, chosen = form] { Q_EMIT copyRequested(chosen); });
    menu->popup(m_copy->mapToGlobal(QPoint(0, m_copy->height())));
}

void DetailHead::setPlace(int place, int of)
{
    m_hasPlace = place > 0;
    m_place->setText(tr("%1 of %2").arg(Format::count(place), Format::count(of)));
    arrange();
}

/// The name in full before all else: what has no room beside it stands below it.
void DetailHead::arrange()
{
    const QFont title = textFont(TextSize::Title, QFont::DemiBold);
    const int name = QFontMetrics(title).horizontalAdvance(m_name->text()) + 2;
    const int badges = m_state->sizeHint().width() + (m_flapping->isHidden() ? 0 : Size::gap + m_flapping->sizeHint().width());
    const int room = width() - 2 * padding - headGlyph - Size::gap - stepCount * Size::smallControl - Size::gap;
    const bool isStacked = name + Size::gap + badges > room;
    if (isStacked != m_isStacked) {
        m_isStacked = isStacked;
        if (isStacked)
            m_column->insertWidget(1, m_badges);
        else
            m_row->insertWidget(m_row->indexOf(m_name) + 1, m_badges, 1);
    }
    m_name->setFont(name > room ? textFont(TextSize::Heading, QFont::DemiBold) : title);
    m_name->setMinimumWidth(std::min(QFontMetrics(m_name->font()).horizontalAdvance(m_name->text()) + 2, narrowestName));
    // Three letters of a service say nothing; the labels below have it in full.
    m_service->setVisible(isStacked || width() >= roomForService);
    const int used = name + (isStacked ? 0 : Size::gap + badges);
    m_place->setVisible(m_hasPlace && used + Size::gap + m_place->sizeHint().width() <= room);
}

void DetailHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DetailHead::show(const Alert &alert)
{
    showLook(alert);
    m_name->setText(Format::safeText(alert.name().isEmpty() ? tr("an alert without a name") : alert.name(), 120));
    m_flapping->setVisible(alert.flapping);
    m_flapping->setText(tr("×%1").arg(alert.starts));
    m_flapping->setToolTip(tr("It began to fire %n time(s) in short order: it flaps.", nullptr, alert.starts));
    m_flapping->setAccessibleName(m_flapping->toolTip());
    m_service->setText(Format::safeText(alert.service(), 60));
    m_summary->setText(Format::safeText(alert.summary(), 500));
    m_summary->setVisible(!alert.summary().isEmpty());
    showDeploy(alert);
    arrange();
}

void DetailHead::showLook(const Alert &alert)
{
    const AlertLook look = lookOf(alert.state, alert.severity);
    m_glyph->setVisible(look.glyph.has_value());
    m_icon->setVisible(!look.glyph);
    if (look.glyph) {
        m_glyph->setState(*look.glyph, look.style);
        m_glyph->setBlinking(alert.state == AlertState::Firing && stateOf(alert.severity) == State::Critical);
    } else {
        m_icon->setPixmap(iconPixmap(look.iconName, themeOf(this).of(look.tone), headGlyph, devicePixelRatioF()));
    }
    m_state->setText(AlertCells::stateWord(alert.state));
    m_state->setTone(look.strong ? toneOf(alert.severity) : look.tone == Tone::Primary ? toneOf(alert.severity) : look.tone);
    m_state->setLook(look.strong ? Pill::Look::Filled : Pill::Look::Tinted);
}

/// What was deployed just before it began is the first thing that a person asks.
void DetailHead::showDeploy(const Alert &alert)
{
    const Mark *last = nullptr;
    const auto marks = m_context.stores.marks.within({alert.startsAt - deployBefore, alert.startsAt}, alert.service());
    for (const Mark &mark : marks)
        if (mark.kind == Mark::Kind::Deploy && (!last || mark.at > last->at))
            last = &mark;
    m_deploy->setVisible(last && !alert.service().isEmpty());
    if (last)
        m_deploy->setText(tr("↑ %1 %2, %3 before it began").arg(Format::shortTime(last->at), Format::safeText(last->text, 80), Format::span(alert.startsAt - last->at)));
}

} // namespace Watchfloor
