#include "widgets/desk/desk.h"

#include "models/core/format.h"
#include "widgets/desk/notifier.h"
#include "widgets/theme/glyphs.h"

#include <QAction>
#include <QMenu>
#include <QTimer>

namespace Watchfloor {

namespace {
constexpr std::chrono::milliseconds gatherFor{250};
constexpr std::chrono::milliseconds muteFor = std::chrono::hours(1);
constexpr size_t mostAtOnce = 3;
const QString manyKey = QStringLiteral("alerts");

/// Begins to hurt, as against comes back into sight or was let go by its owner.
bool begins(const Alert &alert, AlertState before)
{
    return alert.state == AlertState::Firing && stateOf(alert.severity) != State::Healthy && before != AlertState::Acknowledged && before != AlertState::Unseen
           && before != AlertState::Firing;
}
}

class Desk::Private
{
public:
    Private(Desk &desk, Session &watched)
        : q(desk)
        , session(watched)
        , notifier(Notifier::sessionBus())
    {
    }

    void buildMenu();
    void show();
    QString text() const;
    void gather(const Alert &alert);
    void announce();
    void tell(const QString &key, const QString &title, const QString &body, State state);
    bool isMuted() const { return mutedUntil && session.clock().now() < *mutedUntil; }
    void showMute();

    Desk &q;
    Session &session;
    Notifier notifier;
    QSystemTrayIcon icon;
    QMenu menu;
    QAction *mute = nullptr;
    QTimer gathering;
    std::vector<Alert> waiting;
    std::optional<State> shown;
    ThemeMode shownMode = ThemeMode::Dark;
    std::optional<Instant> mutedUntil;
};

Desk::Desk(Session &session, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, session))
{
    d->buildMenu();
    d->icon.setContextMenu(&d->menu);
    d->gathering.setSingleShot(true);
    d->gathering.setInterval(gatherFor);
    connect(&d->gathering, &QTimer::timeout, this, [this] { d->announce(); });
    connect(&session, &Session::ticked, this, [this] { d->show(); });
    connect(&session.stores().alerts, &AlertStore::changed, this, [this] { d->show(); });
    connect(&session.stores().services, &ServiceStore::changed, this, [this] { d->show(); });
    connect(&session.stores().alerts, &AlertStore::transitioned, this, [this](const Alert &alert, AlertState before) {
        if (begins(alert, before))
            d->gather(alert);
        else if (alert.state != AlertState::Firing)
            d->notifier.withdraw(alert.fingerprint);
    });
    connect(&d->notifier, &Notifier::activated, this, [this](const QString &key) {
        Q_EMIT openRequested(key == manyKey ? key : QStringLiteral("alerts/") + key);
    });
    connect(&d->icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested({});
    });
    d->show();
    if (QSystemTrayIcon::isSystemTrayAvailable())
        d->icon.show();
}

Desk::~Desk() = default;

State Desk::trayState() const
{
    return d->shown.value_or(State::Blind);
}

QString Desk::trayText() const
{
    return d->icon.toolTip();
}

QSystemTrayIcon *Desk::trayIcon()
{
    return &d->icon;
}

void Desk::Private::buildMenu()
{
    QObject::connect(menu.addAction(Desk::tr("Open")), &QAction::triggered, &q, [this] { Q_EMIT q.openRequested({}); });
    QObject::connect(menu.addAction(Desk::tr("Alerts")), &QAction::triggered, &q, [this] { Q_EMIT q.openRequested(QStringLiteral("alerts")); });
    mute = menu.addAction(QString());
    QObject::connect(mute, &QAction::triggered, &q, [this] {
        mutedUntil = isMuted() ? std::nullopt : std::optional(session.clock().now() + muteFor);
        showMute();
    });
    menu.addSeparator();
    QObject::connect(menu.addAction(Desk::tr("Quit")), &QAction::triggered, &q, [this] { Q_EMIT q.quitRequested(); });
    showMute();
}

void Desk::Private::showMute()
{
    mute->setText(isMuted() ? Desk::tr("Notify again (muted for %1)").arg(Format::shortSpan(*mutedUntil - session.clock().now())) : Desk::tr("Mute 1 h"));
}

void Desk::Private::show()
{
    const State state = session.stores().services.overall(session.clock().now());
    const Theme &colours = themeOf(nullptr);
    if (state != shown || colours.mode != shownMode) {
        shown = state;
        shownMode = colours.mode;
        icon.setIcon(stateIcon(state, colours));
    }
    if (const QString now = text(); now != icon.toolTip())
        icon.setToolTip(now);
    showMute();
}

QString Desk::Private::text() const
{
    const StateCounts counts = session.stores().services.counts(session.clock().now());
    QStringList parts;
    for (const State state : allStates)
        if (counts.of(state) > 0)
            parts << QStringLiteral("%1 %2").arg(Format::count(counts.of(state)), Format::state(state).toLower());
    const int firing = session.stores().alerts.count(AlertState::Firing);
    const QString name = session.stores().workspace().name;
    const QString first = Desk::tr("%1: %2").arg(name.isEmpty() ? QStringLiteral("Watchfloor") : Format::safeText(name, 60), Format::state(shown.value_or(State::Blind)));
    if (parts.isEmpty())
        return first + u'\n' + Desk::tr("nothing is watched");
    return first + u'\n' + parts.join(QStringLiteral(", ")) + u'\n' + Desk::tr("%n alert(s) firing", nullptr, firing);
}

/// Alerts of one cause begin together; a few are told each, many as one.
void Desk::Private::gather(const Alert &alert)
{
    if (isMuted())
        return;
    std::erase_if(waiting, [&alert](const Alert &known) { return known.fingerprint == alert.fingerprint; });
    waiting.push_back(alert);
    if (!gathering.isActive())
        gathering.start();
}

void Desk::Private::announce()
{
    const std::vector<Alert> alerts = std::exchange(waiting, {});
    if (alerts.size() <= mostAtOnce) {
        for (const Alert &alert : alerts) {
            const QString title = alert.service().isEmpty() ? alert.name() : QStringLiteral("%1: %2").arg(alert.service(), alert.name());
            tell(alert.fingerprint, Format::safeText(title, 120), Format::safeText(alert.summary(), 300), stateOf(alert.severity));
        }
        return;
    }
    StateCounts counts;
    QStringList names;
    for (const Alert &alert : alerts) {
        counts.add(stateOf(alert.severity));
        if (names.size() < qsizetype(mostAtOnce))
            names << Format::safeText(alert.name(), 80);
    }
    tell(manyKey, Desk::tr("%n alerts began to fire", nullptr, int(alerts.size())),
         Desk::tr("%1 critical, %2 warning: %3 and more").arg(Format::count(counts.of(State::Critical)), Format::count(counts.of(State::Warning)), names.join(QStringLiteral(", "))),
         counts.worst());
}

void Desk::Private::tell(const QString &key, const QString &title, const QString &body, State state)
{
    notifier.notify({key, title, body, state});
    Q_EMIT q.announced(title, body);
}

} // namespace Watchfloor
