#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;

/// A desktop that notifies: remembers what it was asked, and has the quirks that it is told to have.
class FakeDesktop final : public QDBusVirtualObject
{
public:
    QStringList capabilities{u"body"_s, u"actions"_s};
    bool answers = true;
    bool ignoresReplacing = false;
    bool refusesToShow = false;
    std::vector<QDBusMessage> calls;
    uint last = 40;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        calls.push_back(message);
        if (!answers)
            return true;
        const QString asked = message.member();
        if (asked == u"GetCapabilities")
            connection.send(message.createReply(QStringList(capabilities)));
        else if (asked == u"GetServerInformation")
            connection.send(message.createReply(QVariantList{u"fake"_s, u"test"_s, u"1.0"_s, u"1.2"_s}));
        else if (asked == u"Notify" && refusesToShow)
            connection.send(message.createErrorReply(QDBusError::LimitsExceeded, u"too many"_s));
        else if (asked == u"Notify")
            connection.send(message.createReply(replaced(message) && !ignoresReplacing ? replaced(message) : ++last));
        else
            connection.send(message.createReply());
        return true;
    }
    std::vector<QDBusMessage> named(const QString &member) const
    {
        std::vector<QDBusMessage> found;
        std::copy_if(calls.begin(), calls.end(), std::back_inserter(found), [&member](const QDBusMessage &call) { return call.member() == member; });
        return found;
    }
    size_t count(const QString &member) const { return named(member).size(); }
    /// Of the latest Notify: 1 the number replaced, 3 title, 4 body, 5 actions, 6 hints, 7 milliseconds.
    QVariant argument(int at) const
    {
        const auto notified = named(u"Notify"_s);
        return notified.empty() ? QVariant() : notified.back().arguments().at(at);
    }
    QVariant hint(const QString &name) const { return qdbus_cast<QVariantMap>(argument(6)).value(name); }

private:
    static uint replaced(const QDBusMessage &message) { return message.arguments().at(1).toUInt(); }
};

/// A message bus of its own with a desktop on it that comes and goes.
class DesktopBus
{
public:
    QString address;
    std::unique_ptr<FakeDesktop> desktop;

    bool start()
    {
        m_daemon.start(QStringLiteral(WATCHFLOOR_DBUS_DAEMON), {u"--session"_s, u"--nofork"_s, u"--print-address"_s, u"--address=unix:tmpdir=/tmp"_s});
        QSignalSpy said(&m_daemon, &QProcess::readyReadStandardOutput);
        const bool told = said.wait();
        address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
        return told && !address.isEmpty();
    }
    bool stop()
    {
        m_daemon.terminate();
        QSignalSpy ended(&m_daemon, &QProcess::finished);
        return m_daemon.state() == QProcess::NotRunning || ended.wait();
    }
    bool come()
    {
        desktop = std::make_unique<FakeDesktop>();
        m_service = std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(address, u"desktop"_s));
        return m_service->isConnected() && m_service->registerVirtualObject(u"/org/freedesktop/Notifications"_s, desktop.get())
               && m_service->registerService(u"org.freedesktop.Notifications"_s);
    }
    void go()
    {
        m_service.reset();
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }
    void tell(const QString &signal, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, signal);
        message.setArguments(arguments);
        m_service->send(message);
    }

private:
    QProcess m_daemon;
    std::unique_ptr<QDBusConnection> m_service;
};

} // namespace Watchfloor::Testing
