#include "widgets/alerts/runbooksection.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QUrl>

#include <algorithm>

namespace Watchfloor {

namespace {
constexpr int widestRunbook = 36;
constexpr size_t mostRunbooks = 6;
constexpr auto unlockLength = std::chrono::minutes(15);

/// Letters and digits alone: "Roll payment back" and "roll-payment_back" are the same words.
QString slug(const QString &text)
{
    QString made;
    for (const QChar c : text)
        if (c.isLetterOrNumber())
            made += c.toLower();
    return made;
}
}

RunbookSection::RunbookSection(const PageContext &context)
    : DetailSection(tr("Runbooks that match"))
    , m_context(context)
    , m_grid(new QGridLayout)
{
    m_grid->setSpacing(6);
    body()->addLayout(m_grid);
    connect(this, &DetailSection::linkActivated, this, [this] { m_context.commands.unlock(unlockLength); });
}

const Runbook *RunbookSection::localRunbook(const QString &address, const std::vector<Runbook> &runbooks)
{
    const QUrl url(address, QUrl::StrictMode);
    if (address.isEmpty() || !url.isValid())
        return nullptr;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    for (const QString &part : {url.fragment(), QFileInfo(path).fileName(), QFileInfo(path).completeBaseName()}) {
        const QString wanted = slug(part);
        if (wanted.isEmpty())
            continue;
        for (const Runbook &runbook : runbooks)
            if (wanted == slug(runbook.name) || wanted == slug(runbook.title) || wanted == slug(QFileInfo(runbook.file).completeBaseName()))
                return &runbook;
    }
    return nullptr;
}

/// The one that the alert itself names stands first.
std::vector<const Runbook *> RunbookSection::matching(const Alert &alert) const
{
    const RunStore &store = m_context.stores.runs;
    auto found = store.matching(alert.allLabels());
    const Runbook *first = localRunbook(alert.annotations.value(u"runbook_url"), store.runbooks());
    if (!first)
        first = store.suggested(alert.allLabels(), alert.annotations);
    if (first) {
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
        button->setToolTip(Format::safeText(runbook->title, 200).toHtmlEscaped());
        button->setObjectName(QStringLiteral("runbook/") + runbook->name);
        button->setLook(runbook->risk == Risk::Safe ? ActionButton::Look::Plain : runbook->risk == Risk::Disruptive ? ActionButton::Look::Caution : ActionButton::Look::Danger);
        button->setIconName(QStringLiteral("runbooks"));
        connect(button, &ActionButton::clicked, this, [this, name = runbook->name] { Q_EMIT openRequested(QStringLiteral("runbooks/") + name); });
        m_grid->addWidget(button, int(m_buttons.size()), 0);
        m_buttons.push_back(button);
    }
}

} // namespace Watchfloor
