#pragma once

#include "widgets/desk/notification.h"

#include <QDBusAbstractInterface>
#include <QDBusServiceWatcher>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

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

/// Notifications of the desktop, one for each key: a later one of the same key takes its place. What the desktop's service can do is
/// asked first and again whenever another one comes; what it cannot show, or does not answer for, is told as missed(). Without a
/// session bus everything is missed, and nothing waits.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(const QDBusConnection &bus, QObject *parent = nullptr);
    /// The user's bus when there is one to connect to, else one that is not connected.
    static QDBusConnection sessionBus();

    void notify(const Notification &notification);
    void withdraw(const QString &key);
    /// It was shown and, as far as the desktop tells, still is.
    bool stands(const QString &key) const { return m_shown.contains(key); }
    /// A service answered last.
    bool isAvailable() const { return m_available; }
    /// Who shows them and what it can do; absent until it answered.
    const std::optional<NotificationService> &service() const { return m_service; }

Q_SIGNALS:
    /// The person pressed a button, or the notification itself (an empty action).
    void activated(const QString &key, const QString &action);
    /// The person closed it.
    void dismissed(const QString &key);
    /// It could not be shown, or was closed before anybody can have read it.
    void missed(const QString &key);
    void availableChanged();

private:
    struct Shown
    {
        uint id = 0;
        QElapsedTimer since;
    };

    /// Sent and not answered yet.
    struct UnderWay
    {
        std::optional<Notification> next; ///< what came for the same key since
        bool withdrawn = false;
    };

    void handleOwner(const QString &owner);
    void handleClosed(uint id, uint reason);
    void ask();
    void learn(const QStringList &capabilities);
    void send(const Notification &notification);
    void handleSent(const QString &key, uint replaced, const class QDBusPendingCall &call);
    void flush();
    void setAvailable(bool available);
    void close(uint id);

    NotificationsInterface *m_interface = nullptr;
    QDBusServiceWatcher m_watcher;
    std::optional<NotificationService> m_service;
    QHash<QString, Shown> m_shown;
    QHash<uint, uint> m_early; ///< closed before its number was answered: id and reason
    QHash<QString, UnderWay> m_underWay;
    std::vector<Notification> m_waiting; ///< until it is known what the service can do
    bool m_asking = false;
    bool m_available = false;
    int m_round = 0; ///< of services: an answer of one that went away is none
};

} // namespace Watchfloor
