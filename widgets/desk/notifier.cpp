#include "widgets/desk/notifier.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QGuiApplication>

namespace Watchfloor {

namespace {
constexpr int longestKept = 500;
constexpr uchar urgencyNormal = 1;
constexpr uchar urgencyCritical = 2;
}

NotificationsInterface::NotificationsInterface(const QDBusConnection &bus, QObject *parent)
    : QDBusAbstractInterface(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                             "org.freedesktop.Notifications", bus, parent)
{
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
    connect(m_interface, &NotificationsInterface::ActionInvoked, this, [this](uint id, const QString &) {
        if (const QString key = m_ids.key(id); !key.isEmpty())
            Q_EMIT activated(key);
    });
    connect(m_interface, &NotificationsInterface::NotificationClosed, this, [this](uint id) { m_ids.remove(m_ids.key(id)); });
    auto *asked = new QDBusPendingCallWatcher(m_interface->asyncCall(QStringLiteral("GetCapabilities")), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked] {
        const QDBusPendingReply<QStringList> reply = *asked;
        if (reply.isValid())
            m_markup = reply.value().contains(QStringLiteral("body-markup"));
        asked->deleteLater();
    });
}

QString Notifier::bodyText(const QString &plain, bool markup)
{
    return markup ? plain.toHtmlEscaped() : plain;
}

void Notifier::notify(const Notification &notification)
{
    if (!m_interface)
        return;
    if (m_ids.size() >= longestKept)
        m_ids.clear();
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(notification.state == State::Critical ? urgencyCritical : urgencyNormal)},
                            {QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    const QStringList actions{QStringLiteral("default"), tr("Open")};
    auto *asked = new QDBusPendingCallWatcher(m_interface->asyncCall(QStringLiteral("Notify"), QStringLiteral("Watchfloor"), m_ids.value(notification.key),
                                                                     QStringLiteral("watchfloor"), notification.title, bodyText(notification.body, m_markup),
                                                                     actions, hints, -1),
                                              this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, key = notification.key] {
        const QDBusPendingReply<uint> reply = *asked;
        if (reply.isValid())
            m_ids.insert(key, reply.value());
        asked->deleteLater();
    });
}

void Notifier::withdraw(const QString &key)
{
    const uint id = m_ids.take(key);
    if (m_interface && id != 0)
        m_interface->asyncCall(QStringLiteral("CloseNotification"), id);
}

} // namespace Watchfloor
