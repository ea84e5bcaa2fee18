#include "widgets/alerts/alertactions.h"

#include "models/alerts/alertfilter.h"
#include "models/core/format.h"
#include "models/silences/silencepreview.h"
#include "widgets/alerts/acknowledgedialog.h"
#include "widgets/alerts/alertbanners.h"
#include "widgets/alerts/alertlist.h"
#include "widgets/silences/silencedialog.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace Watchfloor {

namespace {

constexpr int mostFilterLabels = 16;

/// Whichever Alertmanager the silence will be for.
bool holdsEverywhere(const Matcher &matcher, const Alert &alert)
{
    const QString own = alert.labels.value(matcher.name());
    return !alert.anyTold([&](const Labels &external) { return !matcher.matchesValue(own.isEmpty() ? external.value(matcher.name()) : own); });
}

} // namespace

AlertActions::AlertActions(const PageContext &context, AlertList &list, QWidget &page)
    : QObject(&page)
    , m_context(context)
    , m_list(list)
    , m_page(page)
{
}

QStringList AlertActions::chosen() const
{
    const QStringList fingerprints = m_list.selected();
    return fingerprints.size() < 2 && !m_current.isEmpty() ? QStringList(m_current) : fingerprints;
}

QStringList AlertActions::open() const
{
    QStringList fingerprints;
    for (const QString &fingerprint : chosen())
        if (const Alert *alert = m_context.stores.alerts.find(fingerprint))
            if (!alert->acknowledgement && (alert->state == AlertState::Firing || alert->state == AlertState::Pending || alert->state == AlertState::Unseen))
                fingerprints << fingerprint;
    return fingerprints;
}

QStringList AlertActions::taken() const
{
    QStringList fingerprints;
    for (const QString &fingerprint : chosen())
        if (const Alert *alert = m_context.stores.alerts.find(fingerprint); alert && alert->acknowledgement)
            fingerprints << fingerprint;
    return fingerprints;
}

QStringList AlertActions::over() const
{
    QStringList fingerprints;
    for (const QString &fingerprint : chosen())
        if (const Alert *alert = m_context.stores.alerts.find(fingerprint); alert && (!alert->isOpen() || alert->state == AlertState::Unseen))
            fingerprints << fingerprint;
    return fingerprints;
}

void AlertActions::tellAcknowledged(const QStringList &fingerprints)
{
    m_list.banners().tellDone(tr("%n alert(s) acknowledged.", nullptr, int(fingerprints.size())), [this, fingerprints] {
        for (const QString &fingerprint : fingerprints)
            m_context.commands.unacknowledge(fingerprint);
    });
}

void AlertActions::acknowledge()
{
    if (const QStringList fingerprints = open(); !fingerprints.isEmpty()) {
        m_context.commands.acknowledge({.fingerprints = fingerprints});
        tellAcknowledged(fingerprints);
        return;
    }
    for (const QString &fingerprint : taken())
        m_context.commands.unacknowledge(fingerprint);
}

QStringList AlertActions::takeable() const
{
    const QStringList fingerprints = open();
    return fingerprints.isEmpty() ? taken() : fingerprints;
}

void AlertActions::acknowledgeFor(std::optional<std::chrono::milliseconds> length, bool silence)
{
    const QStringList fingerprints = takeable();
    if (fingerprints.isEmpty())
        return;
    m_context.commands.acknowledge({.fingerprints = fingerprints, .length = length, .silence = silence});
    tellAcknowledged(fingerprints);
}

void AlertActions::acknowledgeWithComment()
{
    const QStringList fingerprints = takeable();
    if (fingerprints.isEmpty())
        return;
    auto *dialog = new AcknowledgeDialog(m_context, fingerprints, m_page.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AcknowledgeDialog::acknowledged, this, &AlertActions::tellAcknowledged);
    dialog->open();
}

void AlertActions::silence()
{
    const QStringList fingerprints = chosen();
    const Alert *first = fingerprints.isEmpty() ? nullptr : m_context.stores.alerts.find(fingerprints.first());
    if (!first)
        return;
    Matchers common;
    for (const Matcher &matcher : matchersFor(*first)) {
        const bool shared = std::all_of(fingerprints.begin(), fingerprints.end(), [&](const QString &fingerprint) {
            const Alert *alert = m_context.stores.alerts.find(fingerprint);
            return !alert || holdsEverywhere(matcher, *alert);
        });
        if (shared)
            common.push_back(matcher);
    }
    openSilenceDialog(common);
}

void AlertActions::openSilenceDialog(const Matchers &matchers)
{
    if (m_dialog)
        return;
    m_dialog = new SilenceDialog(m_context, matchers, m_page.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->open();
}

void AlertActions::dismiss()
{
    const QStringList fingerprints = over();
    for (const QString &fingerprint : fingerprints)
        m_context.commands.dismiss(fingerprint);
    if (fingerprints.size() > 1)
        m_list.banners().tellDone(tr("%n alert(s) taken away; the history has them.", nullptr, int(fingerprints.size())));
}

void AlertActions::copy(AlertCopy::Form form)
{
    const AlertCopy::Copied copied = m_list.copied(form);
    if (copied.alerts == 0)
        return;
    QApplication::clipboard()->setText(copied.text);
    if (copied.leftOut > 0)
        m_list.banners().tellDone(tr("The first %1 of %2 alerts are copied.").arg(Format::count(copied.alerts), Format::count(copied.alerts + copied.leftOut)));
}

void AlertActions::addFilters(QMenu &menu, const Alert &alert)
{
    QMenu *only = menu.addMenu(tr("Show only"));
    QMenu *away = menu.addMenu(tr("Keep away"));
    QStringList terms{QStringLiteral("alertname=") + quoted(alert.name())};
    const Labels labels = alert.allLabels();
    for (const auto &[name, value] : labels)
        if (name != u"alertname" && terms.size() < mostFilterLabels)
            terms << name + u'=' + quoted(value);
    terms << QStringLiteral("@state=") + alertStateName(alert.state);
    for (const QString &origin : alert.origins)
        terms << QStringLiteral("@origin=") + quoted(origin);
    for (const QString &term : terms) {
        QString shown = Format::safeText(term, 80);
        shown.replace(u'&', QStringLiteral("&&"));
        only->addAction(shown, this, [this, term] { Q_EMIT filterRequested(term); });
        away->addAction(shown, this, [this, term] { Q_EMIT filterRequested(negatedTerm(term)); });
    }
}

void AlertActions::showMenu(const QPoint &place)
{
    const QStringList fingerprints = chosen();
    const Alert *first = fingerprints.isEmpty() ? nullptr : m_context.stores.alerts.find(fingerprints.first());
    if (!first)
        return;
    auto *menu = new QMenu(&m_page);
    menu->setObjectName(QStringLiteral("alertMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int waiting = int(open().size());
    const int held = int(taken().size());
    const int done = int(over().size());
    if (waiting > 0) {
        menu->addAction(tr("Acknowledge %n alert(s)", nullptr, waiting), this, &AlertActions::acknowledge);
    }
    if (waiting + held > 0)
        menu->addAction(tr("Acknowledge with a comment…"), this, &AlertActions::acknowledgeWithComment);
    if (held > 0)
        menu->addAction(tr("Let %n alert(s) go", nullptr, held), this, [this] {
            for (const QString &fingerprint : taken())
                m_context.commands.unacknowledge(fingerprint);
        });
    menu->addAction(fingerprints.size() > 1 ? tr("Silence what they have in common…") : tr("Silence…"), this, &AlertActions::silence);
    if (done > 0)
        menu->addAction(tr("Dismiss %n alert(s)", nullptr, done), this, &AlertActions::dismiss);
    menu->addSeparator();
    addFilters(*menu, *first);
    menu->addSeparator();
    menu->addAction(tr("Copy"), this, [this] { copy(AlertCopy::Form::Text); });
    menu->addAction(tr("Copy as JSON"), this, [this] { copy(AlertCopy::Form::Json); });
    menu->addAction(tr("Copy as Markdown"), this, [this] { copy(AlertCopy::Form::Markdown); });
    menu->popup(place);
}

void AlertActions::tick()
{
    if (m_dialog)
        m_dialog->tick();
}

} // namespace Watchfloor
