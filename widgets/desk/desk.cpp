#include "widgets/desk/desk.h"

#include "models/core/format.h"
#include "widgets/desk/alarmactions.h"
#include "widgets/desk/alarmwords.h"
#include "widgets/desk/desknotices.h"
#include "widgets/desk/desktray.h"
#include "widgets/desk/soundplayer.h"
#include "widgets/theme/theme.h"

namespace Watchfloor {

namespace {
constexpr std::chrono::milliseconds silenceFor = std::chrono::hours(1);
constexpr std::chrono::milliseconds showAfter{250};
constexpr std::chrono::milliseconds longestMute = std::chrono::hours(48);
constexpr size_t mostListed = 5;

QChar markOf(State state)
{
    switch (state) {
    case State::Critical:
        return QChar(u'◆');
    case State::Blind:
        return QChar(u'⊘');
    case State::Stale:
        return QChar(u'◌');
    case State::Warning:
    case State::Healthy:
        break;
    }
    return QChar(u'▲');
}
}

class Desk::Private
{
public:
    Private(Desk &desk, Session &watched)
        : q(desk)
        , session(watched)
        , watch(watched)
        , actions(watched, watched.stores(), watched.clock())
        , tray(watched.clock())
    {
    }

    void wireWatch();
    void wireTray();
    void wireNotices();
    void tick();
    void show();
    void change();
    QString text() const;
    void setChoice(const DeskChoice &choice);
    void deliver(const DeskTelling &telling);
    void handleActed(const QString &key, const QString &sentence, bool done);
    void sound(Severity severity);
    QString momentText(WallTime time) const;

    Desk &q;
    Session &session;
    AlarmWatch watch;
    AlarmActions actions;
    DeskNotices notices;
    DeskTray tray;
    SoundPlayer sounds;
    SoundReminder reminder;
    QTimer showing;
    std::optional<Instant> muteEnds; ///< by the clock that nobody puts back
    bool soundHeard = true;
};

Desk::Desk(Session &session, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, session))
{
    d->showing.setSingleShot(true);
    d->showing.setInterval(showAfter);
    connect(&d->showing, &QTimer::timeout, this, [this] { d->show(); });
    const auto soon = [this] {
        if (!d->showing.isActive())
            d->showing.start();
    };
    connect(&session, &Session::ticked, this, [this] { d->tick(); });
    connect(&session, &Session::workspaceChanged, this, soon);
    connect(&session.stores().alerts, &AlertStore::changed, this, soon);
    connect(&session.stores().services, &ServiceStore::changed, this, soon);
    d->wireWatch();
    d->wireTray();
    d->wireNotices();
    d->watch.countNeedy();
    d->show();
}

Desk::~Desk() = default;

void Desk::Private::wireWatch()
{
    QObject::connect(&watch, &AlarmWatch::told, &q, [this](const DeskTelling &telling) { deliver(telling); });
    QObject::connect(&watch, &AlarmWatch::ended, &q, [this](const QString &key, const QString &words) { notices.end(key, words); });
    QObject::connect(&watch, &AlarmWatch::alarmsChanged, &q, [this] {
        if (watch.alarms().empty()) {
            reminder.stop();
            sounds.stop();
        }
        notices.keep(watch.alarms());
        change();
    });
    QObject::connect(&actions, &AlarmActions::finished, &q, [this](const QString &key, const QString &sentence, bool done) { handleActed(key, sentence, done); });
    QObject::connect(&sounds, &SoundPlayer::changed, &q, [this] {
        soundHeard = sounds.problem().isEmpty();
        change();
    });
}

void Desk::Private::wireTray()
{
    QObject::connect(&tray, &DeskTray::openRequested, &q, &Desk::openRequested);
    QObject::connect(&tray, &DeskTray::quitRequested, &q, &Desk::quitRequested);
    QObject::connect(&tray, &DeskTray::settingsRequested, &q, &Desk::settingsRequested);
    QObject::connect(&tray, &DeskTray::seenRequested, &q, [this] { watch.markAllSeen(); });
    QObject::connect(&tray, &DeskTray::muteRequested, &q, [this](WallTime until) { q.mute(until); });
    QObject::connect(&tray, &DeskTray::unmuteRequested, &q, [this] { q.unmute(); });
    QObject::connect(&tray, &DeskTray::shownChanged, &q, [this] { change(); });
}

void Desk::Private::wireNotices()
{
    QObject::connect(&notices, &DeskNotices::openRequested, &q, &Desk::open);
    QObject::connect(&notices, &DeskNotices::acknowledgeRequested, &q, &Desk::acknowledge);
    QObject::connect(&notices, &DeskNotices::silenceRequested, &q, &Desk::silence);
    QObject::connect(&notices, &DeskNotices::dismissed, &q, &Desk::markSeen);
    QObject::connect(&notices, &DeskNotices::changed, &q, [this] { change(); });
}

void Desk::Private::change()
{
    show();
    Q_EMIT q.changed();
}

void Desk::Private::tick()
{
    const WallTime now = session.clock().wall();
    if (watch.choice().mutedUntil && (!isMuted(watch.choice(), now) || (muteEnds && session.clock().now() >= *muteEnds)))
        q.unmute();
    watch.tick();
    watch.countNeedy();
    if (reminder.isDue(session.clock().now()) && !watch.alarms().empty()) {
        const Severity worst = watch.alarms().front().severity;
        if (hushOf(watch.policy(), watch.choice(), worst, now) == Hush::None)
            sound(worst);
    }
    show();
}

/// "03:12" of today, "22 Nov 08:00" of another day.
QString Desk::Private::momentText(WallTime time) const
{
    const QString whole = Format::moment(time, session.clock().wall());
    return whole == Format::clockTime(time) ? Format::shortTime(time) : whole;
}

QString Desk::hushText() const
{
    const DeskChoice &choice = d->watch.choice();
    if (isMuted(choice, d->session.clock().wall()))
        return tr("Muted until %1").arg(d->momentText(*choice.mutedUntil));
    const auto quiet = d->watch.quietUntil();
    return quiet ? tr("Quiet hours until %1").arg(d->momentText(*quiet)) : QString();
}

void Desk::Private::show()
{
    const State state = session.stores().services.overall(session.clock().now());
    const bool muted = isMuted(watch.choice(), session.clock().wall());
    tray.setFace({state, watch.needyCount(), muted, themeOf(nullptr).mode});
    tray.setText(text());
    TrayMenu menu;
    menu.headline = watch.needyCount() > 0 ? Desk::tr("%n need(s) somebody", "alerts", watch.needyCount()) : Desk::tr("Nothing needs anybody");
    for (const Alert *alert : watch.needy(mostListed)) {
        menu.alerts.push_back({Format::safeText(AlarmWords::nameOf(*alert), 80), QStringLiteral("alerts/") + alert->fingerprint, alert->claim()});
    }
    menu.unseen = !watch.alarms().empty();
    if (muted)
        menu.mutedUntil = momentText(*watch.choice().mutedUntil);
    tray.setMenu(menu);
}

QString Desk::Private::text() const
{
    const StateCounts counts = session.stores().services.counts(session.clock().now());
    QStringList parts;
    for (const State state : allStates)
        if (counts.of(state) > 0)
            parts << QStringLiteral("%1 %2").arg(Format::count(counts.of(state)), Format::state(state).toLower());
    const QString name = session.stores().workspace().name;
    QStringList lines{Desk::tr("%1: %2").arg(name.isEmpty() ? QStringLiteral("Watchfloor") : Format::safeText(name, 60), Format::state(counts.worst()))};
    if (parts.isEmpty())
        lines << Desk::tr("nothing is watched");
    else
        lines << parts.join(QStringLiteral(", ")) << Desk::tr("%n alert(s) need(s) somebody", nullptr, watch.needyCount());
    if (const QString hush = q.hushText(); !hush.isEmpty())
        lines << (watch.heldBack() > 0 ? Desk::tr("%1, %n kept back", nullptr, watch.heldBack()).arg(hush) : hush);
    return lines.join(u'\n');
}

void Desk::Private::deliver(const DeskTelling &telling)
{
    sound(telling.severity);
    const bool wanted = watch.choice().sound && !soundOf(watch.policy(), telling.severity).isEmpty();
    if (watch.choice().notifications)
        notices.tell(telling, !wanted || soundHeard);
    Q_EMIT q.announced(Format::safeText(telling.title, 120), Format::safeText(telling.body, 400));
}

void Desk::Private::handleActed(const QString &key, const QString &sentence, bool done)
{
    if (done)
        watch.markSeen(key);
    const Alert *alert = session.stores().alerts.find(key);
    notices.answer(key, alert ? AlarmWords::nameOf(*alert) : QStringLiteral("Watchfloor"), sentence, done);
    Q_EMIT q.acted(key, sentence, done);
}

void Desk::Private::sound(Severity severity)
{
    const QString name = soundOf(watch.policy(), severity);
    if (!watch.choice().sound || name.isEmpty())
        return;
    soundHeard = sounds.play(name, watch.choice().volume);
    reminder.sounded(session.clock().now(), watch.policy().repeat);
}

void Desk::Private::setChoice(const DeskChoice &choice)
{
    DeskChoice taken = choice;
    taken.volume = std::clamp(taken.volume, 0.0, 1.0);
    // A clock that was put back must not keep the desk quiet for a year.
    if (taken.mutedUntil && *taken.mutedUntil > session.clock().wall() + longestMute)
        taken.mutedUntil = session.clock().wall() + longestMute;
    if (taken == watch.choice())
        return;
    if (!taken.mutedUntil)
        muteEnds.reset();
    else if (taken.mutedUntil != watch.choice().mutedUntil)
        muteEnds = session.clock().now() + (*taken.mutedUntil - session.clock().wall());
    if (!taken.sound)
        sounds.stop();
    watch.setChoice(taken);
    change();
    Q_EMIT q.choiceChanged(taken);
}

const DeskPolicy &Desk::policy() const
{
    return d->watch.policy();
}

const DeskChoice &Desk::choice() const
{
    return d->watch.choice();
}

void Desk::setChoice(const DeskChoice &choice)
{
    d->setChoice(choice);
}

void Desk::mute(WallTime until)
{
    DeskChoice choice = d->watch.choice();
    choice.mutedUntil = until;
    d->setChoice(choice);
}

void Desk::unmute()
{
    DeskChoice choice = d->watch.choice();
    choice.mutedUntil.reset();
    d->setChoice(choice);
    d->watch.tick();
}

const std::vector<Alarm> &Desk::alarms() const
{
    return d->watch.alarms();
}

DeskReach Desk::reach() const
{
    const DeskChoice &choice = d->watch.choice();
    return {d->tray.isShown(), choice.notifications && d->notices.isShowing(), !choice.sound || d->soundHeard};
}

QString Desk::titleMark() const
{
    const auto worst = d->watch.needy(1);
    return worst.empty() ? QString() : QStringLiteral("(%1) %2").arg(Format::count(d->watch.needyCount())).arg(markOf(worst.front()->claim()));
}

QString Desk::notificationText() const
{
    return d->notices.text();
}

QString Desk::soundText()
{
    if (!d->sounds.hasDevice())
        return tr("No audio device: the window flashes instead.");
    return d->sounds.problem();
}

const Session &Desk::session() const
{
    return d->session;
}

void Desk::acknowledge(const QString &key)
{
    d->actions.acknowledge(key);
}

void Desk::silence(const QString &key)
{
    d->actions.silence(key, silenceFor);
}

void Desk::open(const QString &key)
{
    const QString path = key == AlarmWatch::manyKey ? key : Alarm::pathOf(key);
    d->watch.markSeen(key);
    Q_EMIT openRequested(path);
}

void Desk::markSeen(const QString &key)
{
    d->watch.markSeen(key);
}

void Desk::markAllSeen()
{
    d->watch.markAllSeen();
}

void Desk::tryOut(Severity severity)
{
    const QString name = soundOf(d->watch.policy(), severity);
    if (!name.isEmpty())
        d->soundHeard = d->sounds.play(name, d->watch.choice().volume);
    d->notices.tryOut(severity);
    d->change();
}

State Desk::trayState() const
{
    return d->tray.face() ? d->tray.face()->state : State::Blind;
}

QString Desk::trayText() const
{
    return d->tray.icon()->toolTip();
}

QSystemTrayIcon *Desk::trayIcon()
{
    return d->tray.icon();
}

} // namespace Watchfloor
