#include "models/alerts/alertkey.h"
#include "models/alerts/backing.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using Told = OriginAlert::State;

namespace {

/// One alert of a Prometheus that begins and recovers.
struct Flapper
{
    Floor floor;

    void begin()
    {
        OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s));
        alert.startsAt = floor.clock.wall();
        floor.prometheus({alert});
    }
    void end()
    {
        floor.prometheus({});
        for (const QString &fingerprint : std::exchange(floor.asked, {}))
            floor.answer(fingerprint, true);
    }
    void flap(int times)
    {
        for (int i = 0; i < times; ++i) {
            begin();
            floor.clock.advance(10s);
            end();
            floor.clock.advance(10s);
        }
    }
};

OriginAlert silencedBy(const QString &id)
{
    OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s), Told::Suppressed);
    alert.silencedBy << id;
    return alert;
}

} // namespace

/// What happens to one alert over time: flapping, and being taken on by a person.
class TestAlertEpisodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flappingIsOneRowWithACount();
    void calmEndsFlapping();
    void blindSourceIsNoFlap();
    void restartedAlertmanagerIsNoFlap();
    void pendingFlapperKeepsItsCount();
    void acknowledgementEndsAtItsTime();
    void lateAcknowledgementIsNone();
    void acknowledgementOfALesserSeverityIsNone_data();
    void acknowledgementOfALesserSeverityIsNone();
    void backingSilenceShowsAcknowledged();
    void backingsAreRead();
    void dismissedWhileUnseenComesBack();
    void anotherOccurrenceOfAKeptRowIsNobodys_data();
    void anotherOccurrenceOfAKeptRowIsNobodys();
};

void TestAlertEpisodes::flappingIsOneRowWithACount()
{
    Flapper flapper;
    flapper.flap(2);
    QCOMPARE(flapper.floor.only().starts, 2);
    QVERIFY(!flapper.floor.only().flapping);
    flapper.flap(3);
    flapper.begin();
    QCOMPARE(flapper.floor.store.alerts().size(), size_t(1));
    QCOMPARE(flapper.floor.only().starts, 6);
    QVERIFY(flapper.floor.only().flapping);
    QCOMPARE(flapper.floor.state(), AlertState::Firing);
    flapper.end();
    QCOMPARE(flapper.floor.state(), AlertState::Recovered);
    QVERIFY(flapper.floor.only().flapping);
    QCOMPARE(flapper.floor.only().starts, 6);
}

void TestAlertEpisodes::calmEndsFlapping()
{
    Flapper flapper;
    flapper.flap(4);
    const QString fingerprint = flapper.floor.only().fingerprint;
    flapper.floor.prometheus({});
    flapper.floor.pass(14min);
    QVERIFY(flapper.floor.store.find(fingerprint)->flapping);
    flapper.floor.changes = 0;
    flapper.floor.pass(2min);
    QVERIFY(!flapper.floor.store.find(fingerprint)->flapping);
    QCOMPARE(flapper.floor.changes, 1);
    flapper.begin();
    QVERIFY(!flapper.floor.only().flapping);
    QCOMPARE(flapper.floor.only().starts, 1);
}

void TestAlertEpisodes::blindSourceIsNoFlap()
{
    Floor floor;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"HighErrorRate"_s))};
    for (int i = 0; i < 5; ++i) {
        floor.prometheus(alerts);
        QCOMPARE(floor.state(), AlertState::Firing);
        floor.pass(60s);
        QCOMPARE(floor.state(), AlertState::Unseen);
    }
    QCOMPARE(floor.only().starts, 1);
}

void TestAlertEpisodes::restartedAlertmanagerIsNoFlap()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"HighErrorRate"_s))};
    for (int i = 0; i < 5; ++i) {
        floor.alertmanager(alerts);
        floor.clock.advance(5s);
        floor.alertmanager({});
        floor.clock.advance(5s);
    }
    floor.alertmanager(alerts);
    QCOMPARE(floor.only().starts, 1);
}

void TestAlertEpisodes::pendingFlapperKeepsItsCount()
{
    Flapper flapper;
    flapper.flap(3);
    flapper.floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s), Told::Pending)});
    QCOMPARE(flapper.floor.state(), AlertState::Pending);
    flapper.floor.clock.advance(10s);
    flapper.end();
    QCOMPARE(flapper.floor.store.alerts().size(), size_t(1));
    QVERIFY(flapper.floor.only().flapping);
    flapper.begin();
    QCOMPARE(flapper.floor.only().starts, 4);
}

void TestAlertEpisodes::acknowledgementEndsAtItsTime()
{
    Floor floor;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"HighErrorRate"_s))};
    floor.prometheus(alerts);
    Acknowledgement taken{u"mk"_s, {}, floor.clock.wall()};
    taken.until = floor.clock.wall() + 30s;
    floor.store.acknowledge(floor.only().fingerprint, taken);
    QCOMPARE(floor.state(), AlertState::Acknowledged);
    for (int i = 0; i < 2; ++i) {
        floor.clock.advance(14s);
        floor.prometheus(alerts);
        QCOMPARE(floor.state(), AlertState::Acknowledged);
    }
    floor.moves.clear();
    floor.pass(3s);
    QCOMPARE(floor.state(), AlertState::Firing);
    QVERIFY(!floor.only().acknowledgement);
    QCOMPARE(floor.moves, (std::vector<std::pair<AlertState, AlertState>>{{AlertState::Acknowledged, AlertState::Firing}}));
}

void TestAlertEpisodes::lateAcknowledgementIsNone()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    Acknowledgement taken{u"mk"_s, {}, floor.clock.wall() - 60s};
    taken.until = floor.clock.wall();
    floor.store.acknowledge(floor.only().fingerprint, taken);
    QCOMPARE(floor.state(), AlertState::Firing);
}

void TestAlertEpisodes::acknowledgementOfALesserSeverityIsNone_data()
{
    QTest::addColumn<Severity>("taken");
    QTest::addColumn<AlertState>("state");
    QTest::newRow("of a warning") << Severity::Warning << AlertState::Firing;
    QTest::newRow("of the same") << Severity::Critical << AlertState::Acknowledged;
    QTest::newRow("of an emergency") << Severity::Emergency << AlertState::Acknowledged;
    QTest::newRow("of one not known") << Severity::None << AlertState::Acknowledged;
}

/// The severity at which it was taken on is kept over a restart; what is worse now was taken on by nobody.
void TestAlertEpisodes::acknowledgementOfALesserSeverityIsNone()
{
    QFETCH(Severity, taken);
    QFETCH(AlertState, state);
    for (const bool early : {false, true}) {
        Floor floor;
        const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"HighErrorRate"_s))};
        floor.prometheus(alerts);
        Floor next;
        Floor &used = early ? next : floor;
        Acknowledgement kept{u"mk"_s, {}, floor.clock.wall()};
        kept.severity = taken;
        used.store.acknowledge(floor.only().fingerprint, kept);
        used.prometheus(alerts);
        QCOMPARE(used.state(), state);
    }
}

void TestAlertEpisodes::backingSilenceShowsAcknowledged()
{
    Floor floor;
    floor.alertmanager({alertOf(labelsOf(u"HighErrorRate"_s))});
    const QString fingerprint = floor.only().fingerprint;
    Acknowledgement taken{u"mk"_s, {}, floor.clock.wall()};
    addBacking(taken, {amSource, u"own"_s});
    floor.store.acknowledge(fingerprint, taken);
    floor.alertmanager({silencedBy(u"own"_s)});
    QCOMPARE(floor.state(), AlertState::Acknowledged);
    QCOMPARE(floor.only().silencedBy, QStringList(u"own"_s));
    floor.alertmanager({silencedBy(u"another"_s)});
    QCOMPARE(floor.state(), AlertState::Silenced);
    floor.alertmanager({silencedBy(u"own"_s)});
    floor.store.unacknowledge(fingerprint);
    QCOMPARE(floor.state(), AlertState::Silenced);
}

void TestAlertEpisodes::backingsAreRead()
{
    Acknowledgement taken;
    QVERIFY(backingSilences(taken).empty());
    addBacking(taken, {u"am/eu"_s, u"1"_s});
    addBacking(taken, {u"am-2"_s, u"2"_s});
    QCOMPARE(backingSilences(taken), (std::vector<BackingSilence>{{u"am/eu"_s, u"1"_s}, {u"am-2"_s, u"2"_s}}));
    QVERIFY(isBackedBy(taken, u"2"_s));
    QVERIFY(!isBackedBy(taken, u"3"_s));
    taken.silence = u"/x\ny/\nz"_s;
    QVERIFY(backingSilences(taken).empty());
}

/// A row taken away while its source is hidden is there again as soon as the source tells of it, though nothing about it changed.
void TestAlertEpisodes::dismissedWhileUnseenComesBack()
{
    Floor floor;
    std::vector<OriginAlert> alerts{alertOf(labelsOf(u"HighErrorRate"_s)), alertOf(labelsOf(u"Other"_s))};
    markAll(alerts);
    floor.prometheus(alerts);
    floor.pass(60s);
    const QString fingerprint = floor.only().fingerprint;
    floor.store.dismiss(fingerprint);
    QCOMPARE(floor.store.alerts().size(), size_t(1));
    floor.prometheus(alerts);
    QCOMPARE(floor.store.alerts().size(), size_t(2));
    QCOMPARE(floor.store.find(fingerprint)->state, AlertState::Firing);
}

void TestAlertEpisodes::anotherOccurrenceOfAKeptRowIsNobodys_data()
{
    QTest::addColumn<std::chrono::milliseconds>("after"); // of the start, when it is seen again
    QTest::addColumn<AlertState>("state");
    QTest::newRow("as it was") << std::chrono::milliseconds(0ms) << AlertState::Acknowledged;
    QTest::newRow("told by another, later") << std::chrono::milliseconds(20min) << AlertState::Acknowledged;
    QTest::newRow("clocks differ") << std::chrono::milliseconds(60min + 30s) << AlertState::Acknowledged;
    QTest::newRow("began anew") << std::chrono::milliseconds(2h) << AlertState::Firing;
}

/// It was taken on, could not be seen any more, and while no console ran it ended and began again: nobody has looked at this one.
void TestAlertEpisodes::anotherOccurrenceOfAKeptRowIsNobodys()
{
    QFETCH(std::chrono::milliseconds, after);
    QFETCH(AlertState, state);
    for (const bool isRenamed : {false, true}) {
        OriginAlert told = alertOf(labelsOf(u"HighErrorRate"_s));
        Alert row;
        row.labels = told.labels;
        row.state = AlertState::Unseen;
        row.startsAt = told.startsAt;
        row.firingSince = told.startsAt;
        row.endedAt = told.startsAt + 1h;
        row.origins = QStringList{amSource};
        row.acknowledgement = Acknowledgement{u"mk"_s, {}, told.startsAt + 10min};
        row.acknowledgement->severity = Severity::Critical;
        Floor floor;
        floor.store.restore({row}, floor.clock.now(), floor.clock.wall());
        QCOMPARE(floor.state(), AlertState::Unseen);
        told.startsAt += after;
        // Its Prometheus tells later which label is an external one, and two rows become one.
        OriginAlert whole = told;
        if (isRenamed)
            whole.labels.set(u"cluster"_s, u"eu-1"_s);
        floor.alertmanager({whole});
        QCOMPARE(floor.store.alerts().size(), size_t(isRenamed ? 2 : 1));
        floor.external = isRenamed ? Labels{{u"cluster"_s, u"eu-1"_s}} : Labels();
        if (isRenamed)
            floor.prometheus({told});
        QCOMPARE(floor.store.alerts().size(), size_t(1));
        QCOMPARE(floor.state(), state);
        QCOMPARE(floor.only().firingSince.has_value(), true);
        QCOMPARE(*floor.only().firingSince == row.startsAt, state == AlertState::Acknowledged);
    }
}

WATCHFLOOR_TEST(TestAlertEpisodes)
#include "tst_alertepisodes.moc"
