#include "tests/support/testregistry.h"
#include "widgets/desk/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {
/// A desktop that notifies: remembers what it was asked.
class FakeDesktop final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        calls.push_back(message);
        if (message.member() == u"GetCapabilities")
            connection.send(message.createReply(QStringList(capabilities)));
        else if (message.member() == u"Notify")
            connection.send(message.createReply(message.arguments().at(1).toUInt() ? message.arguments().at(1).toUInt() : ++last));
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

    QStringList capabilities{u"body"_s, u"actions"_s};
    std::vector<QDBusMessage> calls;
    uint last = 40;
};
}

/// A bus of its own, with a desktop on it.
class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(QStringLiteral(WATCHFLOOR_DBUS_DAEMON), {u"--session"_s, u"--nofork"_s, u"--print-address"_s, u"--address=unix:tmpdir=/tmp"_s});
        QSignalSpy said(&m_daemon, &QProcess::readyReadStandardOutput);
        QVERIFY(said.wait());
        m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
    }
    void init()
    {
        m_desktop = std::make_unique<FakeDesktop>();
        m_service = std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(m_address, u"desktop"_s));
        QVERIFY(m_service->isConnected());
        QVERIFY(m_service->registerVirtualObject(u"/org/freedesktop/Notifications"_s, m_desktop.get()));
        QVERIFY(m_service->registerService(u"org.freedesktop.Notifications"_s));
    }
    void cleanup()
    {
        m_service.reset();
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        QDBusConnection::disconnectFromBus(u"program"_s);
        m_desktop.reset();
    }
    void cleanupTestCase()
    {
        m_daemon.terminate();
        QSignalSpy ended(&m_daemon, &QProcess::finished);
        QVERIFY(m_daemon.state() == QProcess::NotRunning || ended.wait());
    }

    void laterOnesTakeThePlaceOfEarlierOnes()
    {
        Notifier notifier(QDBusConnection::connectToBus(m_address, u"program"_s));
        QTRY_COMPARE(m_desktop->named(u"GetCapabilities"_s).size(), size_t(1));
        notifier.notify({u"a"_s, u"title"_s, u"<b>"_s, State::Critical});
        QTRY_COMPARE(m_desktop->named(u"Notify"_s).size(), size_t(1));
        const QVariantList first = m_desktop->named(u"Notify"_s).front().arguments();
        QCOMPARE(first.at(1).toUInt(), 0u);
        QCOMPARE(first.at(3).toString(), u"title"_s);
        QVERIFY(first.at(5).toStringList().contains(u"default"_s));
        QSignalSpy activated(&notifier, &Notifier::activated);
        m_service->send(signalOf(u"ActionInvoked"_s, {41u, u"default"_s}));
        QTRY_COMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toString(), u"a"_s);
        notifier.notify({u"a"_s, u"again"_s, u"<b>"_s, State::Critical});
        QTRY_COMPARE(m_desktop->named(u"Notify"_s).size(), size_t(2));
        QCOMPARE(m_desktop->named(u"Notify"_s).back().arguments().at(1).toUInt(), 41u);
        QCOMPARE(m_desktop->named(u"Notify"_s).back().arguments().at(4).toString(), u"<b>"_s);
        notifier.withdraw(u"a"_s);
        QTRY_COMPARE(m_desktop->named(u"CloseNotification"_s).size(), size_t(1));
    }

    void aClosedOneIsForgotten()
    {
        Notifier notifier(QDBusConnection::connectToBus(m_address, u"program"_s));
        notifier.notify({u"a"_s, u"title"_s, u"body"_s, State::Warning});
        QSignalSpy activated(&notifier, &Notifier::activated);
        QTRY_COMPARE(m_desktop->named(u"Notify"_s).size(), size_t(1));
        m_service->send(signalOf(u"NotificationClosed"_s, {41u, 2u}));
        m_service->send(signalOf(u"ActionInvoked"_s, {41u, u"default"_s}));
        QVERIFY(!activated.wait(200));
    }

    void withoutABusNothingWaits()
    {
        Notifier notifier(QDBusConnection(u"no such bus"_s));
        notifier.notify({u"a"_s, u"title"_s, u"body"_s, State::Warning});
        notifier.withdraw(u"a"_s);
        QVERIFY(m_desktop->calls.empty());
    }

private:
    static QDBusMessage signalOf(const QString &name, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, name);
        message.setArguments(arguments);
        return message;
    }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<QDBusConnection> m_service;
};

WATCHFLOOR_TEST(TestNotifier)
#include "tst_notifier.moc"
