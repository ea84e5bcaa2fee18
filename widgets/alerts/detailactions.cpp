#include "widgets/alerts/detailactions.h"

#include "models/alerts/alertcells.h"
#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>
#include <QMenu>

namespace Watchfloor {

namespace {
constexpr int padding = Size::cardPadding;

bool canBeTaken(AlertState state)
{
    return state == AlertState::Firing || state == AlertState::Pending || state == AlertState::Acknowledged || state == AlertState::Unseen;
}
}

DetailActions::DetailActions(const PageContext &context)
    : m_context(context)
    , m_acknowledge(new ActionButton(tr("Acknowledge"), ActionButton::Look::Primary))
    , m_more(new IconButton(QStringLiteral("chevron-down"), tr("Acknowledge for a time, with a comment or a silence")))
    , m_silence(new ActionButton(tr("Silence…")))
    , m_dismiss(new ActionButton(tr("Dismiss")))
    , m_note(new TextLabel({}, Tone::Secondary, TextSize::Small))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    m_acknowledge->setObjectName(QStringLiteral("acknowledge"));
    m_acknowledge->setKeyHint(QStringLiteral("A"));
    m_more->setObjectName(QStringLiteral("acknowledgeMore"));
    m_more->setFixedWidth(Size::smallControl);
    m_silence->setObjectName(QStringLiteral("silence"));
    m_silence->setIconName(QStringLiteral("bell-off"));
    m_silence->setKeyHint(QStringLiteral("S"));
    m_dismiss->setObjectName(QStringLiteral("dismiss"));
    m_dismiss->setIconName(QStringLiteral("close"));
    auto *take = new QHBoxLayout;
    take->setSpacing(0);
    take->addWidget(m_acknowledge, 1);
    take->addWidget(m_more);
    row->addLayout(take, 1);
    row->addWidget(m_silence, 1);
    row->addWidget(m_dismiss, 1);
    column->addLayout(row);
    m_note->setObjectName(QStringLiteral("alertNote"));
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_note);
    connect(m_acknowledge, &ActionButton::clicked, this, &DetailActions::acknowledgeRequested);
    connect(m_more, &IconButton::clicked, this, &DetailActions::showMenu);
    connect(m_silence, &ActionButton::clicked, this, &DetailActions::silenceRequested);
    connect(m_dismiss, &ActionButton::clicked, this, &DetailActions::dismissRequested);
}

void DetailActions::show(const Alert &alert)
{
    const bool taken = alert.acknowledgement.has_value();
    m_acknowledge->setVisible(canBeTaken(alert.state) || taken);
    m_acknowledge->setText(taken ? tr("Let go") : tr("Acknowledge"));
    m_acknowledge->setLook(taken ? ActionButton::Look::Plain : ActionButton::Look::Primary);
    m_acknowledge->setIconName(taken ? QStringLiteral("undo") : QStringLiteral("check"));
    m_more->setVisible(canBeTaken(alert.state));
    m_silence->setVisible(alert.isOpen());
    m_dismiss->setVisible(!alert.isOpen() || alert.state == AlertState::Unseen);
    showNote(alert);
}

void DetailActions::addLengths(QMenu *menu, bool silence)
{
    const auto add = [this, menu, silence](const QString &text, std::optional<std::chrono::milliseconds> length) {
        menu->addAction(text, this, [this, length, silence] { Q_EMIT acknowledgeForRequested(length, silence); });
    };
    for (const std::chrono::hours length : {std::chrono::hours(1), std::chrono::hours(4)})
        add(silence ? tr("For %1, with a silence").arg(Format::span(length)) : tr("For %1").arg(Format::span(length)), length);
    add(silence ? tr("Until it is over, with a silence") : tr("Until it is over"), std::nullopt);
}

void DetailActions::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("acknowledgeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addLengths(menu, false);
    menu->addSeparator();
    addLengths(menu, true);
    menu->addSeparator();
    connect(menu->addAction(tr("With a comment…")), &QAction::triggered, this, &DetailActions::commentRequested);
    menu->popup(m_acknowledge->mapToGlobal(QPoint(0, m_acknowledge->height())));
}

QString DetailActions::acknowledgementText(const Acknowledgement &acknowledgement, WallTime now)
{
    const QString owner = Format::safeText(acknowledgement.owner, 60);
    QString text = acknowledgement.until ? tr("%1 has it until %2, in %3.").arg(owner, Format::moment(*acknowledgement.until, now), Format::span(*acknowledgement.until - now))
                                         : tr("%1 has it until it is over.").arg(owner);
    if (!acknowledgement.comment.isEmpty())
        text += u' ' + tr("“%1”").arg(Format::safeText(acknowledgement.comment, 300));
    if (!acknowledgement.silence.isEmpty())
        text += u' ' + tr("A silence stands behind it.");
    return text;
}

/// Why it is muted, in the words of who did it.
QString DetailActions::silenceComment(const Alert &alert) const
{
    for (const QString &origin : alert.origins)
        for (const Silence &silence : m_context.stores.alerts.silences(origin))
            if (alert.silencedBy.contains(silence.id) && !silence.comment.isEmpty())
                return tr("“%1”").arg(Format::safeText(silence.comment, 300));
    return {};
}

void DetailActions::showNote(const Alert &alert)
{
    QStringList notes;
    if (alert.state == AlertState::Unseen)
        notes << tr("It left while what raised it cannot be seen. It is kept as last seen, not called recovered.");
    else if (alert.state == AlertState::Vanished)
        notes << tr("What the rule watches has no series any more: nobody measures whether it recovered.");
    else if (!alert.silencedBy.isEmpty() && alert.isOpen())
        notes << tr("Muted by %1.").arg(AlertCells::silencedText(alert, m_context.stores.alerts, m_context.clock.wall())) << silenceComment(alert);
    else if (!alert.inhibitedBy.isEmpty() && alert.isOpen())
        notes << tr("Muted by another alert that fires.");
    if (alert.acknowledgement)
        notes << acknowledgementText(*alert.acknowledgement, m_context.clock.wall());
    notes.removeAll(QString());
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
    m_note->setTone(alert.state == AlertState::Unseen ? Tone::Blind : Tone::Secondary);
}

} // namespace Watchfloor
