#include "widgets/alerts/runbooksection.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/buttons.h"
#include "widgets/theme/sizes.h"

#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>

namespace Watchfloor {

namespace {
constexpr int widestRunbook = 36;
constexpr size_t mostRunbooks = 6;
constexpr auto unlockLength = std::chrono::minutes(15);
}

RunbookSection::RunbookSection(const PageContext &context)
    : DetailSection(tr("Runbooks that match"))
    , m_context(context)
    , m_grid(new QGridLayout)
{
    m_grid->setSpacing(6);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
    connect(this, &DetailSection::linkActivated, this, [this] { m_context.commands.unlock(unlockLength); });
}

/// The one that the alert itself names stands first.
std::vector<const Runbook *> RunbookSection::matching(const Alert &alert) const
{
    const RunStore &store = m_context.stores.runs;
    auto found = store.matching(alert.allLabels());
    if (const Runbook *first = store.suggested(alert.allLabels(), alert.annotations)) {
        found.erase(std::remove(found.begin(), found.end(), first), found.end());
        found.insert(found.begin(), first);
    }
    if (found.size() > mostRunbooks)
        found.resize(mostRunbooks);
    return found;
}

void RunbookSection::show(const Alert &alert)
{
    const auto runbooks = matching(alert);
    QStringList names;
    for (const Runbook *runbook : runbooks)
        names << runbook->name;
    setVisible(!names.isEmpty());
    const bool locked = m_context.commands.actionsLocked();
    setDetail(locked ? tr("production is locked") : QString(), Tone::Warning);
    setLink(locked ? tr("unlock %1").arg(Format::span(unlockLength)) : QString());
    if (names != m_names) {
        m_names = names;
        build(runbooks);
    }
    for (ActionButton *button : m_buttons)
        button->setLocked(locked);
}

void RunbookSection::build(const std::vector<const Runbook *> &runbooks)
{
    for (ActionButton *button : m_buttons) {
        button->hide();
        m_grid->removeWidget(button);
        button->setObjectName({});
        button->deleteLater();
    }
    m_buttons.clear();
    for (const Runbook *runbook : runbooks) {
        auto *button = new ActionButton(Format::safeText(runbook->title.isEmpty() ? runbook->name : runbook->title, widestRunbook));
        button->setToolTip(toolTipText(Format::safeText(runbook->title, 200)));
        button->setObjectName(QStringLiteral("runbook/") + runbook->name);
        button->setLook(runbook->risk == Risk::Safe ? ActionButton::Look::Plain : runbook->risk == Risk::Disruptive ? ActionButton::Look::Caution : ActionButton::Look::Danger);
        button->setIconName(QStringLiteral("runbooks"));
        connect(button, &ActionButton::clicked, this, [this, name = runbook->name] { Q_EMIT openRequested(QStringLiteral("runbooks/") + name); });
        m_buttons.push_back(button);
    }
    arrange();
}

/// Two beside one another where both have room.
void RunbookSection::arrange()
{
    const int room = width() - 2 * Size::cardPadding - m_grid->spacing();
    for (ActionButton *button : m_buttons)
        m_grid->removeWidget(button);
    int row = 0;
    for (size_t i = 0; i < m_buttons.size(); ++row) {
        const bool isPair = i + 1 < m_buttons.size() && std::max(m_buttons[i]->sizeHint().width(), m_buttons[i + 1]->sizeHint().width()) <= room / 2;
        m_grid->addWidget(m_buttons[i], row, 0, 1, isPair ? 1 : 2);
        if (isPair)
            m_grid->addWidget(m_buttons[i + 1], row, 1);
        i += isPair ? 2 : 1;
    }
}

void RunbookSection::resizeEvent(QResizeEvent *event)
{
    DetailSection::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

} // namespace Watchfloor
