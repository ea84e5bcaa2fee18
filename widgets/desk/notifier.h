#pragma once

#include "models/core/state.h"

#include <QDBusAbstractInterface>
#include <QHash>
#include <QObject>

namespace Watchfloor {

/// org.freedesktop.Notifications as its specification names it, typed; it asks nothing when it is made.
/// Source: Desktop Notifications Specification 1.2.
class NotificationsInterface final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    NotificationsInterface(const QDBusConnection &bus, QObject *parent);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// Notifications of the desktop, one for each key: a later one of the same key takes its place. Without a session bus, or
/// without anybody on it who notifies, nothing happens and nothing waits.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    struct Notification
    {
        QString key;   ///< activated() names it
        QString title; ///< plain
        QString body;  ///< plain; made safe for markup where the desktop reads markup
        State state = State::Warning;
    };

    explicit Notifier(const QDBusConnection &bus, QObject *parent = nullptr);
    /// The user's bus when there is one to connect to, else one that is not connected.
    static QDBusConnection sessionBus();

    void notify(const Notification &notification);
    void withdraw(const QString &key);
    /// The body as it is sent.
    static QString bodyText(const QString &plain, bool markup);

Q_SIGNALS:
    void activated(const QString &key);

private:
    NotificationsInterface *m_interface = nullptr;
    QHash<QString, uint> m_ids;
    bool m_markup = true; ///< until the desktop says otherwise: an escaped sign too many is harmless
};

} // namespace Watchfloor
