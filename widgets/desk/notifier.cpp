#include "widgets/desk/notifier.h"

#include <QDBusConnectionInterface>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

namespace Watchfloor {

namespace {
const QString serviceName = QStringLiteral("org.freedesktop.Notifications");
constexpr int longestKept = 500;
constexpr size_t mostWaiting = 100;
constexpr int patienceMs = 5'000;
/// Nobody reads faster; one that is gone sooner was never shown.
constexpr int shortestShown = 500;
constexpr uint closedByPerson = 2;
}

NotificationsInterface::NotificationsInterface(const QDBusConnection &bus, QObject *parent)
    : QDBusAbstractInterface(serviceName, QStringLiteral("/org/freedesktop/Notifications"), "org.freedesktop.Notifications", bus, parent)
{
    setTimeout(patienceMs);
}

QDBusConnection Notifier::sessionBus()
{
    // Without an address the library would start a bus of its own, and wait for it.
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool isThere = !address.isEmpty() || (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
    return isThere ? QDBusConnection::sessionBus() : QDBusConnection(QStringLiteral("none"));
}

Notifier::Notifier(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
{
    if (!bus.isConnected())
        return;
    m_interface = new NotificationsInterface(bus, this);
    connect(m_interface, &NotificationsInterface::ActionInvoked, this, [this](uint id, const QString &action) {
        const auto shown = std::find_if(m_shown.cbegin(), m_shown.cend(), [id](const Shown &one) { return one.id == id; });
        if (shown != m_shown.cend())
            Q_EMIT activated(QString(shown.key()), action == u"default" ? QString() : action);
    });
    connect(m_interface, &NotificationsInterface::NotificationClosed, this, &Notifier::handleClosed);
    m_watcher.setConnection(bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_watcher.addWatchedService(serviceName);
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { handleOwner(owner); });
    ask();
}

/// Another service knows nothing of what the one before showed.
void Notifier::handleOwner(const QString &owner)
{
    ++m_round;
    const QStringList lost = m_shown.keys() + m_underWay.keys();
    m_shown.clear();
    m_underWay.clear();
    m_early.clear();
    m_service.reset();
    m_asking = false;
    if (owner.isEmpty())
        setAvailable(false);
    else
        ask();
    for (const QString &key : lost)
        Q_EMIT missed(key);
}

void Notifier::ask()
{
    if (std::exchange(m_asking, true))
        return;
    auto *asked = new QDBusPendingCallWatcher(m_interface->asyncCall(QStringLiteral("GetCapabilities")), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, round = m_round] {
        asked->deleteLater();
        if (round != m_round)
            return;
        const QDBusPendingReply<QStringList> reply = *asked;
        m_asking = false;
        if (reply.isValid())
            learn(reply.value());
        setAvailable(reply.isValid());
        flush();
    });
}

void Notifier::learn(const QStringList &capabilities)
{
    m_service = NotificationService{{}, capabilities};
    auto *asked = new QDBusPendingCallWatcher(m_interface->asyncCall(QStringLiteral("GetServerInformation")), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, round = m_round] {
        asked->deleteLater();
        const QDBusPendingReply<QString, QString, QString, QString> reply = *asked;
        if (round != m_round || !m_service || !reply.isValid())
            return;
        m_service->name = reply.argumentAt<0>() + u' ' + reply.argumentAt<2>();
        Q_EMIT availableChanged();
    });
}

void Notifier::setAvailable(bool available)
{
    if (std::exchange(m_available, available) != available)
        Q_EMIT availableChanged();
}

void Notifier::flush()
{
    for (const Notification &notification : std::exchange(m_waiting, {})) {
        if (m_service)
            send(notification);
        else
            Q_EMIT missed(notification.key);
    }
}

void Notifier::notify(const Notification &notification)
{
    if (!m_interface) {
        Q_EMIT missed(notification.key);
        return;
    }
    if (m_service) {
        send(notification);
        return;
    }
    std::erase_if(m_waiting, [&notification](const Notification &other) { return other.key == notification.key; });
    if (m_waiting.size() >= mostWaiting) {
        Q_EMIT missed(m_waiting.front().key);
        m_waiting.erase(m_waiting.begin());
    }
    m_waiting.push_back(notification);
    // A bus starts the service for whoever calls it, so that none now says nothing of the next time.
    ask();
}

void Notifier::send(const Notification &notification)
{
    // Until the number of the one before is known it cannot be replaced.
    if (const auto pending = m_underWay.find(notification.key); pending != m_underWay.end()) {
        *pending = UnderWay{notification, false};
        return;
    }
    if (m_underWay.size() >= longestKept) {
        Q_EMIT missed(notification.key);
        return;
    }
    if (m_shown.size() >= longestKept)
        m_shown.clear();
    m_underWay.insert(notification.key, {});
    const uint replaced = m_shown.value(notification.key).id;
    const NotifyArguments arguments = notifyArguments(notification, *m_service);
    const QDBusPendingCall call = m_interface->asyncCall(QStringLiteral("Notify"), QStringLiteral("Watchfloor"), replaced, QStringLiteral("watchfloor"), arguments.title,
                                                         arguments.body, arguments.actions, arguments.hints, arguments.timeoutMs);
    auto *asked = new QDBusPendingCallWatcher(call, this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, key = notification.key, replaced, round = m_round] {
        asked->deleteLater();
        if (round == m_round)
            handleSent(key, replaced, *asked);
    });
}

void Notifier::handleSent(const QString &key, uint replaced, const QDBusPendingCall &call)
{
    const QDBusPendingReply<uint> reply = call;
    const UnderWay since = m_underWay.take(key);
    setAvailable(reply.isValid());
    if (!reply.isValid()) {
        m_shown.remove(key);
        if (!since.withdrawn)
            Q_EMIT missed(key);
        return;
    }
    const uint id = reply.value();
    if (replaced != 0 && replaced != id)
        close(replaced); // it shows both
    Shown shown{id, {}};
    shown.since.start();
    m_shown.insert(key, shown);
    if (const auto early = m_early.constFind(id); early != m_early.constEnd())
        handleClosed(id, *early);
    m_early.clear();
    if (since.withdrawn)
        withdraw(key);
    else if (since.next)
        send(*since.next);
}

void Notifier::handleClosed(uint id, uint reason)
{
    const auto closed = std::find_if(m_shown.begin(), m_shown.end(), [id](const Shown &one) { return one.id == id; });
    if (closed == m_shown.end()) {
        if (!m_underWay.isEmpty() && m_early.size() < longestKept)
            m_early.insert(id, reason);
        return;
    }
    const QString key = closed.key();
    const bool wasRead = closed->since.hasExpired(shortestShown);
    m_shown.erase(closed);
    if (reason == closedByPerson)
        Q_EMIT dismissed(key);
    else if (!wasRead)
        Q_EMIT missed(key);
}

void Notifier::close(uint id)
{
    if (m_interface && id != 0)
        m_interface->asyncCall(QStringLiteral("CloseNotification"), id);
}

void Notifier::withdraw(const QString &key)
{
    std::erase_if(m_waiting, [&key](const Notification &waiting) { return waiting.key == key; });
    if (const auto pending = m_underWay.find(key); pending != m_underWay.end())
        *pending = UnderWay{std::nullopt, true};
    close(m_shown.take(key).id);
}

} // namespace Watchfloor
