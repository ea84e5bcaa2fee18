#include "tests/support/testregistry.h"
#include "tests/widgets_desk/fakedesktop.h"
#include "widgets/desk/notifier.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
Notification message(const QString &key, const QString &body = u"body"_s)
{
    Notification made;
    made.key = key;
    made.title = u"title"_s;
    made.body = body;
    made.actions = {{u"acknowledge"_s, u"Acknowledge"_s}};
    return made;
}
}

/// A bus of its own, with a desktop on it.
class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bus.start()); }
    void init() { QVERIFY(m_bus.come()); }
    void cleanup()
    {
        m_bus.go();
        QDBusConnection::disconnectFromBus(u"program"_s);
    }
    void cleanupTestCase() { QVERIFY(m_bus.stop()); }

    void laterOnesTakeThePlaceOfEarlierOnes()
    {
        Notifier notifier(program());
        notifier.notify(message(u"a"_s, u"<b>"_s));
        QTRY_COMPARE(desktop().count(u"Notify"_s), size_t(1));
        QCOMPARE(desktop().argument(1).toUInt(), 0u);
        QCOMPARE(desktop().argument(3).toString(), u"title"_s);
        QTRY_VERIFY(notifier.stands(u"a"_s));
        QSignalSpy activated(&notifier, &Notifier::activated);
        m_bus.tell(u"ActionInvoked"_s, {41u, u"default"_s});
        m_bus.tell(u"ActionInvoked"_s, {41u, u"acknowledge"_s});
        m_bus.tell(u"ActionInvoked"_s, {99u, u"default"_s}); // somebody else's
        QTRY_COMPARE(activated.size(), 2);
        QCOMPARE(activated.at(0), (QVariantList{u"a"_s, QString()}));
        QCOMPARE(activated.at(1), (QVariantList{u"a"_s, u"acknowledge"_s}));
        notifier.notify(message(u"a"_s));
        QTRY_COMPARE(desktop().count(u"Notify"_s), size_t(2));
        QCOMPARE(desktop().argument(1).toUInt(), 41u);
        QTRY_VERIFY(notifier.stands(u"a"_s));
        notifier.withdraw(u"a"_s);
        QTRY_COMPARE(desktop().count(u"CloseNotification"_s), size_t(1));
        QVERIFY(!notifier.stands(u"a"_s));
    }

    void whatItCanDoDecidesWhatItIsSent_data()
    {
        QTest::addColumn<QStringList>("capabilities");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("actions");
        QTest::addColumn<bool>("sound");
        const QStringList buttons{u"default"_s, u"Open"_s, u"acknowledge"_s, u"Acknowledge"_s};
        const QString plain = u"<a href=\"x\"> & y"_s;
        const QString escaped = u"&lt;a href=&quot;x&quot;&gt; &amp; y"_s;
        QTest::newRow("everything") << QStringList{u"body"_s, u"body-markup"_s, u"actions"_s, u"sound"_s, u"persistence"_s} << u"title"_s << escaped << buttons << true;
        QTest::newRow("plain text") << QStringList{u"body"_s, u"actions"_s} << u"title"_s << plain << buttons << false;
        QTest::newRow("no buttons") << QStringList{u"body"_s, u"body-markup"_s} << u"title"_s << escaped << QStringList() << false;
        QTest::newRow("one line only") << QStringList{} << u"title – <a href=\"x\"> & y"_s << QString() << QStringList() << false;
    }
    void whatItCanDoDecidesWhatItIsSent()
    {
        QFETCH(QStringList, capabilities);
        QFETCH(QString, title);
        QFETCH(QString, body);
        QFETCH(QStringList, actions);
        QFETCH(bool, sound);
        desktop().capabilities = capabilities;
        Notifier notifier(program());
        Notification sent = message(u"a"_s, u"<a href=\"x\"> & y"_s);
        sent.soundName = u"dialog-warning"_s;
        notifier.notify(sent);
        QTRY_COMPARE(desktop().count(u"Notify"_s), size_t(1));
        QCOMPARE(desktop().argument(3).toString(), title);
        QCOMPARE(desktop().argument(4).toString(), body);
        QCOMPARE(desktop().argument(5).toStringList(), actions);
        QCOMPARE(desktop().hint(u"resident"_s).toBool(), !actions.isEmpty());
        QCOMPARE(desktop().hint(u"sound-name"_s).toString(), sound ? u"dialog-warning"_s : QString());
        QTRY_COMPARE(notifier.service()->name, u"fake 1.0"_s);
    }

    void theUrgencyDecidesHowLong_data()
    {
        QTest::addColumn<int>("urgency");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("low") << 0 << -1;
        QTest::newRow("normal") << 1 << -1;
        QTest::newRow("critical") << 2 << 0;
    }
    void theUrgencyDecidesHowLong()
    {
        QFETCH(int, urgency);
        QFETCH(int, milliseconds);
        Notifier notifier(program());
        Notification sent = message(u"a"_s);
        sent.urgency = Notification::Urgency(urgency);
        sent.quiet = true;
        sent.transient = true;
        sent.image = QImage(16, 16, QImage::Format_ARGB32);
        notifier.notify(sent);
        QTRY_COMPARE(desktop().count(u"Notify"_s), size_t(1));
        QCOMPARE(desktop().hint(u"urgency"_s).toInt(), urgency);
        QCOMPARE(desktop().argument(7).toInt(), milliseconds);
        QVERIFY(desktop().hint(u"suppress-sound"_s).toBool());
        QVERIFY(desktop().hint(u"transient"_s).toBool());
        QVERIFY(desktop().hint(u"image-data"_s).isValid());
    }

    void longAndStrangeTextsAreMadeSafe()
    {
        desktop().capabilities << u"body-markup"_s;
        Notifier notifier(program());
        Notification sent = message(u"a"_s, u"<img src=\"/fifo\">\x202E\x0001"_s + QString(100'000, u'&'));
        sent.title = QString(5'000, u't') + QChar(0xD800);
        notifier.notify(sent);
        QTRY_COMPARE(desktop().count(u"Notify"_s), size_t(1));
        QVERIFY(desktop().argument(3).toString().size() < 200);
        const QString body = desktop().argument(4).toString();
        QVERIFY(body.size() < 3'000);
        QVERIFY(body.startsWith(u"&lt;img"));
        QVERIFY(!body.contains(QChar(0x202E)) && !body.contains(QChar(1)));
        QVERIFY(body.endsWith(u"…") || body.endsWith(u"&amp;…"));
    }

    void oneThatIgnoresReplacingShowsOneAllTheSame()
    {
        desktop().ignoresReplacing = true;
        Notifier notifier(program());
        notifier.notify(message(u"a"_s));
        QTRY_VERIFY(notifier.stands(u"a"_s));
        notifier.notify(message(u"a"_s));
        QTRY_COMPARE(desktop().count(u"CloseNotification"_s), size_t(1));
        QCOMPARE(desktop().named(u"CloseNotification"_s).front().arguments().front().toUInt(), 41u);
        QVERIFY(notifier.stands(u"a"_s));
    }

    void aSecondOneWaitsForTheNumberOfTheFirst()
    {
        Notifier notifier(program());
        QTRY_VERIFY(notifier.isAvailable());
        notifier.notify(message(u"a"_s, u"one"_s));
        notifier.notify(message(u"a"_s, u"two"_s));
        notifier.notify(message(u"a"_s, u"three"_s));
        QTRY_COMPARE(desktop().count(u"Notify"_s), size_t(2));
        QCOMPARE(desktop().argument(1).toUInt(), 41u);
        QCOMPARE(desktop().argument(4).toString(), u"three"_s);
        notifier.notify(message(u"b"_s));
        notifier.withdraw(u"b"_s); // before it has a number
        QTRY_COMPARE(desktop().count(u"CloseNotification"_s), size_t(1));
        QVERIFY(!notifier.stands(u"b"_s));
    }

    void howItWasClosedIsTold_data()
    {
        QTest::addColumn<uint>("reason");
        QTest::addColumn<bool>("atOnce");
        QTest::addColumn<int>("dismissed");
        QTest::addColumn<int>("missed");
        QTest::newRow("by the person") << 2u << false << 1 << 0;
        QTest::newRow("by the person, quickly") << 2u << true << 1 << 0;
        QTest::newRow("its time was over") << 1u << false << 0 << 0;
        QTest::newRow("at once: nobody can have read it") << 1u << true << 0 << 1;
        QTest::newRow("at once, for no reason") << 4u << true << 0 << 1;
    }
    void howItWasClosedIsTold()
    {
        QFETCH(uint, reason);
        QFETCH(bool, atOnce);
        QFETCH(int, dismissed);
        QFETCH(int, missed);
        Notifier notifier(program());
        QSignalSpy byPerson(&notifier, &Notifier::dismissed);
        QSignalSpy unseen(&notifier, &Notifier::missed);
        notifier.notify(message(u"a"_s));
        QTRY_VERIFY(notifier.stands(u"a"_s));
        if (!atOnce)
            QTest::qWait(600); // as long as a person needs
        m_bus.tell(u"NotificationClosed"_s, {41u, reason});
        QTRY_VERIFY(!notifier.stands(u"a"_s));
        QCOMPARE(byPerson.size(), dismissed);
        QCOMPARE(unseen.size(), missed);
    }

    void aRefusalIsAMiss()
    {
        desktop().refusesToShow = true;
        Notifier notifier(program());
        QSignalSpy missed(&notifier, &Notifier::missed);
        notifier.notify(message(u"a"_s));
        QTRY_COMPARE(missed.size(), 1);
        QVERIFY(!notifier.isAvailable());
        desktop().refusesToShow = false;
        notifier.notify(message(u"a"_s));
        QTRY_VERIFY(notifier.stands(u"a"_s));
        QVERIFY(notifier.isAvailable());
    }

    void oneThatNeverAnswersIsAMiss()
    {
        desktop().answers = false;
        Notifier notifier(program());
        QSignalSpy missed(&notifier, &Notifier::missed);
        QElapsedTimer timer;
        timer.start();
        notifier.notify(message(u"a"_s));
        notifier.notify(message(u"b"_s));
        QVERIFY(timer.elapsed() < 500); // nothing waits
        QTRY_COMPARE_WITH_TIMEOUT(missed.size(), 2, 15'000);
        QVERIFY(!notifier.isAvailable());
        QCOMPARE(desktop().count(u"Notify"_s), size_t(0));
    }

    void oneThatDiesAndComesBackIsFollowed()
    {
        Notifier notifier(program());
        QSignalSpy missed(&notifier, &Notifier::missed);
        QSignalSpy available(&notifier, &Notifier::availableChanged);
        notifier.notify(message(u"a"_s));
        QTRY_VERIFY(notifier.stands(u"a"_s));
        m_bus.go();
        QTRY_VERIFY(!notifier.isAvailable());
        QCOMPARE(missed.size(), 1);
        QVERIFY(!notifier.stands(u"a"_s));
        notifier.notify(message(u"b"_s));
        QTRY_COMPARE(missed.size(), 2);
        available.clear();
        QVERIFY(m_bus.come());
        QTRY_VERIFY(notifier.isAvailable());
        QVERIFY(!available.isEmpty());
        notifier.notify(message(u"a"_s));
        QTRY_COMPARE(desktop().count(u"Notify"_s), size_t(1));
        QCOMPARE(desktop().argument(1).toUInt(), 0u); // the new one knows nothing of the old one's numbers
        QSignalSpy activated(&notifier, &Notifier::activated);
        QTRY_VERIFY(notifier.stands(u"a"_s));
        m_bus.tell(u"ActionInvoked"_s, {41u, u"acknowledge"_s});
        QTRY_COMPARE(activated.size(), 1);
    }

    void withoutABusEverythingIsMissed()
    {
        Notifier notifier(QDBusConnection(u"no such bus"_s));
        QSignalSpy missed(&notifier, &Notifier::missed);
        notifier.notify(message(u"a"_s));
        notifier.withdraw(u"a"_s);
        QCOMPARE(missed.size(), 1);
        QVERIFY(!notifier.isAvailable());
        QVERIFY(desktop().calls.empty());
    }

private:
    FakeDesktop &desktop() { return *m_bus.desktop; }
    QDBusConnection program() const { return QDBusConnection::connectToBus(m_bus.address, u"program"_s); }

    DesktopBus m_bus;
};

WATCHFLOOR_TEST(TestNotifier)
#include "tst_notifier.moc"
