#include "widgets/alerts/alertactions.h"

#include "models/alerts/alertfilter.h"
#include "models/core/format.h"
#include "models/silences/silencepreview.h"
#include "widgets/alerts/acknowledgedialog.h"
#include "widgets/alerts/alertbanners.h"
#include "widgets/alerts/alertdetail.h"
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

bool canBeTaken(const Alert &alert)
{
    return !alert.acknowledgement && (alert.state == AlertState::Firing || alert.state == AlertState::Pending || alert.state == AlertState::Unseen);
}

bool isTaken(const Alert &alert)
{
    return alert.acknowledgement.has_value();
}

bool canBeDismissed(const Alert &alert)
{
    return !alert.isOpen() || alert.state == AlertState::Unseen;
}

template <typename Fits>
QStringList fingerprintsOf(const std::vector<const Alert *> &alerts, Fits fits)
{
    QStringList fingerprints;
    for (const Alert *alert : alerts)
        if (fits(*alert))
            fingerprints << alert->fingerprint;
    return fingerprints;
}

} // namespace

AlertActions::AlertActions(const PageContext &context, AlertList &list, QWidget &page)
    : QObject(&page)
    , m_context(context)
    , m_list(list)
    , m_page(page)
{
    m_copyOn.setInterval(1);
    connect(&m_copyOn, &QTimer::timeout, this, &AlertActions::proceedCopy);
}

void AlertActions::serve(AlertDetail &detail)
{
    const auto withCurrent = [this](auto act) {
        return [this, act](auto... what) {
            chooseCurrent();
            (this->*act)(what...);
        };
    };
    connect(&detail, &AlertDetail::acknowledgeRequested, this, withCurrent(&AlertActions::acknowledge));
    connect(&detail, &AlertDetail::acknowledgeForRequested, this, withCurrent(&AlertActions::acknowledgeFor));
    connect(&detail, &AlertDetail::commentRequested, this, withCurrent(&AlertActions::acknowledgeWithComment));
    connect(&detail, &AlertDetail::silenceRequested, this, withCurrent(&AlertActions::silence));
    connect(&detail, &AlertDetail::dismissRequested, this, withCurrent(&AlertActions::dismiss));
}

/// Rows chosen elsewhere in the list are not what a button beside another alert is for.
void AlertActions::chooseCurrent()
{
    const Alerts alerts = m_list.selectedAlerts();
    if (std::none_of(alerts.begin(), alerts.end(), [this](const Alert *alert) { return alert->fingerprint == m_current; }))
        m_list.clearSelection();
}

AlertActions::Alerts AlertActions::chosenAlerts() const
{
    Alerts alerts = m_list.selectedAlerts();
    if (!alerts.empty() || m_current.isEmpty())
        return alerts;
    const Alert *current = m_context.stores.alerts.find(m_current);
    return current ? Alerts{current} : Alerts();
}

QStringList AlertActions::chosen() const
{
    return fingerprintsOf(chosenAlerts(), [](const Alert &) { return true; });
}

QStringList AlertActions::open() const
{
    return fingerprintsOf(chosenAlerts(), canBeTaken);
}

QStringList AlertActions::taken() const
{
    return fingerprintsOf(chosenAlerts(), isTaken);
}

QStringList AlertActions::over() const
{
    return fingerprintsOf(chosenAlerts(), canBeDismissed);
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
    const QStringList released = taken();
    if (released.isEmpty())
        return tellNothingToTake();
    for (const QString &fingerprint : released)
        m_context.commands.unacknowledge(fingerprint);
}

/// A key that does nothing says why.
void AlertActions::tellNothingToTake()
{
    if (!chosen().isEmpty())
        m_list.banners().tellDone(tr("Nothing to acknowledge: what is chosen is muted or over."));
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
        return tellNothingToTake();
    m_context.commands.acknowledge({.fingerprints = fingerprints, .length = length, .silence = silence});
    tellAcknowledged(fingerprints);
}

void AlertActions::acknowledgeWithComment()
{
    const QStringList fingerprints = takeable();
    if (fingerprints.isEmpty())
        return tellNothingToTake();
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
    AlertCopy::Work copy = m_list.copyOf(form);
    if (copy.wanted() == 0)
        return;
    m_copyOn.stop();
    m_copy.emplace(std::move(copy));
    Slice slice(true);
    if (m_copy->proceed(slice)) {
        finishCopy(false);
        return;
    }
    m_list.banners().tellDone(tr("Copying %n alert(s)…", nullptr, m_copy->wanted()));
    m_copyOn.start();
}

void AlertActions::proceedCopy()
{
    Slice slice(true);
    if (m_copy->proceed(slice))
        finishCopy(true);
}

/// What was there at once needs no words, unless some of it is missing.
void AlertActions::finishCopy(bool took)
{
    m_copyOn.stop();
    const AlertCopy::Copied &copied = m_copy->copied();
    if (copied.alerts > 0)
        QApplication::clipboard()->setText(copied.text);
    if (copied.leftOut > 0)
        m_list.banners().tellDone(tr("The first %1 of %2 alerts are copied.").arg(Format::count(copied.alerts), Format::count(copied.alerts + copied.leftOut)));
    else if (took)
        m_list.banners().tellDone(tr("%n alert(s) are copied.", nullptr, copied.alerts));
    m_copy.reset();
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
    const Alerts alerts = chosenAlerts();
    if (alerts.empty())
        return;
    auto *menu = new QMenu(&m_page);
    menu->setObjectName(QStringLiteral("alertMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto count = [&alerts](bool (*fits)(const Alert &)) { return int(std::count_if(alerts.begin(), alerts.end(), [fits](const Alert *alert) { return fits(*alert); })); };
    const int waiting = count(canBeTaken);
    const int held = count(isTaken);
    const int done = count(canBeDismissed);
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
    menu->addAction(alerts.size() > 1 ? tr("Silence what they have in common…") : tr("Silence…"), this, &AlertActions::silence);
    if (done > 0)
        menu->addAction(tr("Dismiss %n alert(s)", nullptr, done), this, &AlertActions::dismiss);
    menu->addSeparator();
    addFilters(*menu, *alerts.front());
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
