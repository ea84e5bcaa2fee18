#include "tests/support/fakecommands.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_desk/deskroom.h"
#include "widgets/desk/alarmactions.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
struct ActionsRoom : DeskRoom
{
    FakeCommands commands;
    AlarmActions actions{commands, session.stores(), clock};
    QSignalSpy finished{&actions, &AlarmActions::finished};

    QString sentence(int at = 0) const { return finished.at(at).at(1).toString(); }
    bool done(int at = 0) const { return finished.at(at).at(2).toBool(); }
    QString fingerprint() const { return named(u"Down"_s)->fingerprint; }
};
}

class TestAlarmActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSilenceIsOfExactlyThisAlertForAnHour()
    {
        ActionsRoom room;
        room.fire({u"Down"_s, u"Other"_s});
        room.actions.silence(room.fingerprint(), 1h);
        room.actions.silence(room.fingerprint(), 1h); // pressed twice
        QCOMPARE(room.commands.posted.size(), size_t(1));
        const auto &posted = room.commands.posted.front();
        QCOMPARE(posted.source, u"am-1"_s);
        QCOMPARE(posted.silence.endsAt - posted.silence.startsAt, std::chrono::milliseconds(1h));
        QVERIFY(matchAll(posted.silence.matchers, room.named(u"Down"_s)->allLabels()));
        QVERIFY(!matchAll(posted.silence.matchers, room.named(u"Other"_s)->allLabels()));
        QCOMPARE(posted.silence.matchers.size(), size_t(3));
        QVERIFY(room.finished.isEmpty()); // nothing is said before it stands
        posted.answer(u"4711"_s);
        QCOMPARE(room.finished.size(), 1);
        QCOMPARE(room.sentence(), u"Silenced until 04:12 on am-1."_s);
        QVERIFY(room.done());
    }

    /// Each cluster calls it by the label of its own region: a silence of the other's would mute nothing there.
    void eachClusterGetsTheLabelsThatItGivesIt()
    {
        FakeClock clock;
        QTemporaryDir folder;
        Workspace workspace = deskWorkspace();
        workspace.sources.clear();
        for (const QString &name : {u"p-eu"_s, u"p-us"_s, u"am-eu"_s, u"am-us"_s}) {
            SourceSpec spec;
            spec.name = name;
            spec.kind = name.startsWith(u'p') ? SourceKind::Prometheus : SourceKind::Alertmanager;
            spec.target.base = QUrl(u"http://%1:9"_s.arg(name));
            spec.interval = 10s;
            workspace.sources.push_back(spec);
        }
        Session session(workspace, clock, {.dataFolder = folder.path(), .actor = u"mk"_s, .watchFiles = false, .storageError = {}});
        const auto apply = [&](const QString &source, Observation::Body body) { session.stores().apply({source, clock.now(), clock.wall(), std::move(body)}); };
        for (const QString &region : {u"eu"_s, u"us"_s}) {
            PrometheusAlertsSnapshot told;
            told.externalLabels = {{u"region"_s, region}};
            apply(u"p-"_s + region, SourceAnswer{});
            apply(u"p-"_s + region, told);
            OriginAlert alert = DeskRoom::alert(u"Down"_s, u"critical"_s);
            alert.labels.set(u"region"_s, region);
            alert.generatorUrl = u"http://p-%1:9/graph"_s.arg(region);
            alert.startsAt = clock.wall();
            AlertmanagerSnapshot snapshot;
            snapshot.alerts = {alert};
            snapshot.totalAlerts = 1;
            apply(u"am-"_s + region, SourceAnswer{});
            apply(u"am-"_s + region, snapshot);
        }
        QCOMPARE(session.stores().alerts.alerts().size(), size_t(1));
        FakeCommands commands;
        AlarmActions actions(commands, session.stores(), clock);
        actions.silence(session.stores().alerts.alerts().front().fingerprint, 1h);
        QCOMPARE(commands.posted.size(), size_t(2));
        for (const auto &posted : commands.posted) {
            const QString region = posted.source.section(u'-', 1);
            QVERIFY(matchAll(posted.silence.matchers, {{u"alertname"_s, u"Down"_s}, {u"severity"_s, u"critical"_s}, {u"service"_s, u"payment"_s}, {u"region"_s, region}}));
            QCOMPARE(posted.silence.matchers.size(), size_t(4));
        }
    }

    void aRefusalIsSaid()
    {
        ActionsRoom room;
        room.fire({u"Down"_s});
        room.actions.silence(room.fingerprint(), 1h);
        room.commands.posted.front().answer(Error{Error::Kind::Refused, {}, u"am-1"_s});
        QVERIFY(!room.done());
        QVERIFY2(room.sentence().startsWith(u"Not silenced. am-1: "), qPrintable(room.sentence()));
        room.actions.silence(room.fingerprint(), 1h); // it may be tried again
        QCOMPARE(room.commands.posted.size(), size_t(2));
    }

    void whatNoAlertmanagerListsCannotBeSilenced()
    {
        ActionsRoom room;
        room.fire(QStringList());
        PrometheusAlertsSnapshot snapshot;
        OriginAlert alert = DeskRoom::alert(u"Down"_s, u"critical"_s);
        alert.startsAt = room.clock.wall();
        snapshot.alerts.push_back(alert);
        room.apply(u"main"_s, snapshot);
        room.actions.silence(room.fingerprint(), 1h);
        QVERIFY(room.commands.posted.empty());
        QVERIFY(!room.done());
        QVERIFY(room.sentence().contains(u"no Alertmanager lists it"));
    }

    void whatIsOverIsLeftAlone()
    {
        ActionsRoom room;
        room.actions.silence(u"0123456789abcdef"_s, 1h);
        room.actions.acknowledge(u"0123456789abcdef"_s);
        QVERIFY(room.commands.posted.empty());
        QVERIFY(room.commands.acknowledged.isEmpty());
        QCOMPARE(room.finished.size(), 2);
        QVERIFY(!room.done(0) && !room.done(1));
        QVERIFY(room.sentence(1).contains(u"over already"));
    }

    void anAcknowledgementIsDoneWhenItStands()
    {
        ActionsRoom room;
        room.fire({u"Down"_s});
        room.actions.acknowledge(room.fingerprint()); // this door does nothing
        QVERIFY(!room.done());
        QVERIFY(room.sentence().startsWith(u"Not acknowledged"));
        AlarmActions real(room.session, room.session.stores(), room.clock);
        QSignalSpy finished(&real, &AlarmActions::finished);
        real.acknowledge(room.fingerprint());
        QCOMPARE(finished.at(0).at(1).toString(), u"Acknowledged by mk."_s);
        QVERIFY(finished.at(0).at(2).toBool());
        real.acknowledge(room.fingerprint());
        QCOMPARE(finished.at(1).at(1).toString(), u"mk has acknowledged it already."_s);
    }
};

WATCHFLOOR_TEST(TestAlarmActions)
#include "tst_alarmactions.moc"
