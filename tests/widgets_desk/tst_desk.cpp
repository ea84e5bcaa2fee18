#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"
#include "widgets/desk/desk.h"
#include "widgets/desk/notifier.h"
#include "widgets/theme/applytheme.h"
#include "widgets/theme/glyphs.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
Workspace shop()
{
    Workspace workspace;
    workspace.name = u"Shop"_s;
    SourceSpec main;
    main.name = u"main"_s;
    main.kind = SourceKind::Prometheus;
    main.target.base = QUrl(u"http://127.0.0.1:9090"_s);
    main.interval = 10s;
    workspace.sources = {main};
    return workspace;
}

Session::Options shopOptions()
{
    Session::Options options;
    options.actor = u"mk"_s;
    options.watchFiles = false;
    return options;
}

struct Room
{
    FakeClock clock;
    Session session{shop(), clock, shopOptions()};
    Desk desk{session};

    void apply(Observation::Body body) { session.stores().apply({u"main"_s, clock.now(), clock.wall(), std::move(body)}); }
    void fire(const QStringList &names, const QString &severity = u"critical"_s, OriginAlert::State state = OriginAlert::State::Firing)
    {
        PrometheusAlertsSnapshot snapshot;
        for (const QString &name : names) {
            OriginAlert alert;
            alert.labels = {{u"alertname"_s, name}, {u"severity"_s, severity}, {u"service"_s, u"payment"_s}};
            alert.annotations = {{u"summary"_s, u"%1 of <b>payment</b>"_s.arg(name)}};
            alert.state = state;
            alert.startsAt = clock.wall() - 1min;
            snapshot.alerts.push_back(alert);
        }
        apply(SourceAnswer{});
        apply(snapshot);
    }
    QAction *action(int at) const { return const_cast<Desk &>(desk).trayIcon()->contextMenu()->actions().at(at); }
};
}

class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void nothingSeenIsBlind()
    {
        Room room;
        QCOMPARE(room.desk.trayState(), State::Blind);
        QVERIFY(room.desk.trayText().startsWith(u"Shop: Blind"));
    }

    void theIconFollowsTheWorstState()
    {
        Room room;
        room.apply(SourceAnswer{});
        Q_EMIT room.session.ticked();
        QCOMPARE(room.desk.trayState(), State::Healthy);
        const QSize size(32, 32);
        const QImage healthy = room.desk.trayIcon()->icon().pixmap(size).toImage();
        QCOMPARE(healthy, stateIcon(State::Healthy, theme(ThemeMode::Dark)).pixmap(size).toImage());
        room.clock.advance(2min);
        room.session.stores().tick(room.clock.now(), room.clock.wall());
        Q_EMIT room.session.ticked();
        QCOMPARE(room.desk.trayState(), State::Blind);
        QVERIFY(room.desk.trayIcon()->icon().pixmap(size).toImage() != healthy);
        QVERIFY(room.desk.trayText().contains(u"1 blind"));
    }

    void whatBeginsToFireIsTold_data()
    {
        QTest::addColumn<QString>("severity");
        QTest::addColumn<int>("told");
        QTest::newRow("critical") << u"critical"_s << 1;
        QTest::newRow("warning") << u"warning"_s << 1;
        QTest::newRow("information") << u"info"_s << 0;
    }
    void whatBeginsToFireIsTold()
    {
        QFETCH(QString, severity);
        QFETCH(int, told);
        Room room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"HighErrorRate"_s}, severity);
        QCOMPARE(announced.wait(400), told > 0);
        QCOMPARE(announced.size(), told);
        if (told > 0) {
            QCOMPARE(announced.first().at(0).toString(), u"payment: HighErrorRate"_s);
            QCOMPARE(announced.first().at(1).toString(), u"HighErrorRate of <b>payment</b>"_s);
        }
    }

    void pendingIsQuietUntilItFires()
    {
        Room room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"HighErrorRate"_s}, u"critical"_s, OriginAlert::State::Pending);
        room.fire({u"HighErrorRate"_s});
        QVERIFY(announced.wait());
        QCOMPARE(announced.size(), 1);
        room.fire({u"HighErrorRate"_s});
        QVERIFY(!announced.wait(400));
    }

    void lettingGoIsNotNews()
    {
        Room room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"HighErrorRate"_s});
        QVERIFY(announced.wait());
        const QString fingerprint = room.session.stores().alerts.alerts().front().fingerprint;
        room.apply(AcknowledgementChange{fingerprint, Acknowledgement{u"mk"_s, {}, room.clock.wall()}});
        room.apply(AcknowledgementChange{fingerprint, std::nullopt});
        QCOMPARE(room.session.stores().alerts.alerts().front().state, AlertState::Firing);
        QVERIFY(!announced.wait(400));
    }

    void manyAreToldAsOne()
    {
        Room room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        QStringList names;
        for (int i = 0; i < 40; ++i)
            names << u"Alert%1"_s.arg(i);
        room.fire(names);
        QVERIFY(announced.wait());
        QCOMPARE(announced.size(), 1);
        QVERIFY(announced.first().at(0).toString().contains(u"40"));
        QVERIFY(announced.first().at(1).toString().contains(u"40"));
    }

    void mutedIsQuietForAnHour()
    {
        Room room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.action(2)->trigger();
        room.fire({u"A"_s});
        QVERIFY(!announced.wait(400));
        room.clock.advance(61min);
        room.fire({u"A"_s, u"B"_s});
        QVERIFY(announced.wait());
        QCOMPARE(announced.first().at(0).toString(), u"payment: B"_s);
    }

    void theMenuLeadsWhereItSays()
    {
        Room room;
        QSignalSpy opened(&room.desk, &Desk::openRequested);
        QSignalSpy quit(&room.desk, &Desk::quitRequested);
        room.action(0)->trigger();
        room.action(1)->trigger();
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.at(0).first().toString(), QString());
        QCOMPARE(opened.at(1).first().toString(), u"alerts"_s);
        room.action(4)->trigger();
        QCOMPARE(quit.size(), 1);
    }

    void bodiesAreEscapedWhereMarkupIsRead_data()
    {
        QTest::addColumn<bool>("markup");
        QTest::addColumn<QString>("sent");
        QTest::newRow("markup") << true << u"&lt;a href=&quot;x&quot;&gt; &amp; y"_s;
        QTest::newRow("plain") << false << u"<a href=\"x\"> & y"_s;
    }
    void bodiesAreEscapedWhereMarkupIsRead()
    {
        QFETCH(bool, markup);
        QFETCH(QString, sent);
        QCOMPARE(Notifier::bodyText(u"<a href=\"x\"> & y"_s, markup), sent);
    }
};

WATCHFLOOR_TEST(TestDesk)
#include "tst_desk.moc"
