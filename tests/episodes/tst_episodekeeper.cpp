#include "tests/episodes/episoderoom.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestEpisodeKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aLifeIsKeptWithItsTransitions();
    void anOpenOneGoesOnAfterARestart();
    void aLaterBeginningAfterARestartIsAnotherLife();
    void whatEndedWhileNobodyLookedIsClosedAsNotSeen();
    void whoseOriginIsBlindStaysOpen();
    void firingAgainSoonIsTheSameLife_data();
    void firingAgainSoonIsTheSameLife();
    void pendingThatLeavesNeverFired();
    void acknowledgementsAreKeptOnce();
    void dismissalClosesWhatCannotBeSeen();
    void escalationsAreKeptOnce();
    void aStormIsWrittenWhole();
    void oldLivesAreForgotten();

private:
    OriginAlert errors(const FakeClock &clock, std::chrono::milliseconds age = 0s) const
    {
        OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s));
        alert.startsAt = clock.wall() - age;
        return alert;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestEpisodeKeeper::aLifeIsKeptWithItsTransitions()
{
    Console console(*m_folder);
    OriginAlert alert = errors(console.floor.clock);
    const WallTime began = alert.startsAt;
    alert.state = OriginAlert::State::Pending;
    console.floor.prometheus({alert});
    console.floor.clock.advance(5min);
    alert.state = OriginAlert::State::Firing;
    console.floor.prometheus({alert});
    console.floor.clock.advance(3min);
    console.floor.prometheus({});
    console.floor.answer(console.floor.only().fingerprint, true);
    QCOMPARE(console.floor.state(), AlertState::Recovered);

    const auto lives = console.record();
    QCOMPARE(lives.size(), 1u);
    const Episode &life = lives.front();
    QCOMPARE(life.name(), u"HighErrorRate"_s);
    QCOMPARE(life.service(), u"payment"_s);
    QCOMPARE(life.summary, u"HighErrorRate of payment"_s);
    QCOMPARE(life.severity, Severity::Critical);
    QCOMPARE(life.state, AlertState::Recovered);
    QCOMPARE(life.startedAt, began);
    QCOMPARE(life.firedAt, std::optional(began + 5min));
    QVERIFY(life.endedAt);
    QCOMPARE(life.starts, 1);
    QCOMPARE(life.origins, QStringList{mainSource});
    QCOMPARE(eventsOf(life).first(), u"pending"_s);
    QCOMPARE(eventsOf(life).at(1), u"firing"_s);
    QCOMPARE(eventsOf(life).last(), u"recovered"_s);
}

void TestEpisodeKeeper::anOpenOneGoesOnAfterARestart()
{
    FakeClock clock;
    const OriginAlert alert = errors(clock);
    {
        Console console(*m_folder, clock);
        console.floor.prometheus({alert});
        console.keeper.tick();
    }
    clock.advance(20min);
    Console console(*m_folder, clock);
    QVERIFY(console.start());
    console.floor.prometheus({alert});
    console.pass(1s);
    const auto lives = console.record();
    QCOMPARE(lives.size(), 1u);
    QVERIFY(!lives.front().endedAt);
    QCOMPARE(lives.front().starts, 1);
    QCOMPARE(eventsOf(lives.front()), QStringList{u"firing"_s});
    QCOMPARE(lives.front().startedAt, alert.startsAt);
}

void TestEpisodeKeeper::aLaterBeginningAfterARestartIsAnotherLife()
{
    FakeClock clock;
    const WallTime seen = clock.wall();
    {
        Console console(*m_folder, clock);
        console.floor.prometheus({errors(clock)});
        console.keeper.tick();
    }
    clock.advance(3h);
    Console console(*m_folder, clock);
    QVERIFY(console.start());
    console.floor.prometheus({errors(clock, 30min)});
    const auto lives = console.record();
    QCOMPARE(lives.size(), 2u);
    QVERIFY(!lives[0].endedAt);
    QCOMPARE(lives[0].startedAt, clock.wall() - 30min);
    QCOMPARE(lives[1].state, AlertState::Unseen);
    QCOMPARE(lives[1].endedAt, std::optional(seen));
}

void TestEpisodeKeeper::whatEndedWhileNobodyLookedIsClosedAsNotSeen()
{
    FakeClock clock;
    {
        Console console(*m_folder, clock);
        console.floor.prometheus({errors(clock)});
        console.keeper.tick();
        clock.advance(2min);
        console.floor.clock = clock;
        console.floor.prometheus({errors(clock, 2min)});
        console.keeper.tick();
    }
    const WallTime seen = clock.wall();
    clock.advance(8h);
    Console console(*m_folder, clock);
    QVERIFY(console.start());
    console.pass(1s);
    QVERIFY2(!console.record().front().endedAt, "nobody has answered yet");
    console.floor.prometheus({});
    console.keeper.tick();
    const auto lives = console.record();
    QCOMPARE(lives.size(), 1u);
    QCOMPARE(lives.front().state, AlertState::Unseen);
    QCOMPARE(lives.front().endedAt, std::optional(seen));
}

void TestEpisodeKeeper::whoseOriginIsBlindStaysOpen()
{
    FakeClock clock;
    {
        Console console(*m_folder, clock);
        console.floor.prometheus({errors(clock)});
    }
    clock.advance(8h);
    Console console(*m_folder, clock);
    QVERIFY(console.start());
    console.floor.alertmanager({}); // it never told of it
    console.floor.sources.applyFailure(mainSource, Error{Error::Kind::Refused, {}, {}}, console.floor.clock.now());
    console.pass(10min);
    QVERIFY(!console.record().front().endedAt);
}

void TestEpisodeKeeper::firingAgainSoonIsTheSameLife_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("lives");
    QTest::newRow("after four minutes") << 4 << 1;
    QTest::newRow("after half an hour") << 30 << 2;
}

void TestEpisodeKeeper::firingAgainSoonIsTheSameLife()
{
    QFETCH(int, minutes);
    Console console(*m_folder);
    console.floor.prometheus({errors(console.floor.clock)});
    console.floor.clock.advance(1min);
    console.floor.prometheus({});
    console.floor.answer(console.floor.only().fingerprint, true);
    console.floor.clock.advance(std::chrono::minutes(minutes));
    console.floor.prometheus({errors(console.floor.clock)});
    const auto found = console.record();
    QFETCH(int, lives);
    QCOMPARE(int(found.size()), lives);
    QVERIFY(!found.front().endedAt);
    QCOMPARE(found.front().starts, lives == 1 ? 2 : 1);
}

void TestEpisodeKeeper::pendingThatLeavesNeverFired()
{
    Console console(*m_folder);
    OriginAlert alert = errors(console.floor.clock);
    alert.state = OriginAlert::State::Pending;
    console.floor.prometheus({alert});
    console.keeper.tick();
    console.floor.clock.advance(20s);
    console.floor.prometheus({});
    console.keeper.tick();
    const auto lives = console.record();
    QCOMPARE(lives.size(), 1u);
    QVERIFY(!lives.front().firedAt);
    QCOMPARE(lives.front().state, AlertState::Recovered);
    QCOMPARE(lives.front().endedAt, std::optional(console.floor.clock.wall()));
    QCOMPARE(lives.front().starts, 0);
}

void TestEpisodeKeeper::acknowledgementsAreKeptOnce()
{
    Console console(*m_folder);
    console.floor.prometheus({errors(console.floor.clock)});
    const QString fingerprint = console.floor.only().fingerprint;
    console.floor.clock.advance(2min);
    const Acknowledgement taken{u"mk"_s, u"looking"_s, console.floor.clock.wall()};
    console.keeper.noteAcknowledgement(fingerprint, taken, u"mk"_s);
    console.floor.store.acknowledge(fingerprint, taken);
    console.keeper.noteAcknowledgement(fingerprint, taken, u"mk"_s); // as after a restart
    console.floor.clock.advance(1min);
    console.keeper.noteAcknowledgement(fingerprint, std::nullopt, u"jo"_s);
    console.floor.store.unacknowledge(fingerprint);
    const auto lives = console.record();
    QCOMPARE(lives.size(), 1u);
    QCOMPARE(lives.front().owner, u"mk"_s);
    QCOMPARE(lives.front().acknowledgedAt, std::optional(taken.at));
    QCOMPARE(eventsOf(lives.front()), (QStringList{u"firing"_s, u"1:mk"_s, u"acknowledged"_s, u"2:jo"_s, u"firing"_s}));
    QCOMPARE(lives.front().events[1].text, u"looking"_s);
    QCOMPARE(lives.front().starts, 1);
}

void TestEpisodeKeeper::dismissalClosesWhatCannotBeSeen()
{
    Console console(*m_folder);
    console.floor.prometheus({errors(console.floor.clock)});
    const QString fingerprint = console.floor.only().fingerprint;
    console.keeper.noteDismissal(fingerprint, u"mk"_s);
    QVERIFY2(!console.record().front().endedAt, "what fires is not taken away");
    console.pass(5min);
    QCOMPARE(console.floor.state(), AlertState::Unseen);
    console.keeper.noteDismissal(fingerprint, u"mk"_s);
    console.floor.store.dismiss(fingerprint);
    console.pass(20s);
    const auto lives = console.record();
    QCOMPARE(lives.size(), 1u);
    QCOMPARE(lives.front().state, AlertState::Unseen);
    QVERIFY(lives.front().endedAt);
    QCOMPARE(eventsOf(lives.front()).last(), u"5:mk"_s);
}

void TestEpisodeKeeper::escalationsAreKeptOnce()
{
    Console console(*m_folder);
    console.floor.prometheus({errors(console.floor.clock)});
    console.floor.clock.advance(15min);
    console.floor.prometheus({errors(console.floor.clock, 15min)});
    const Escalation step{console.floor.only(), u"DevOps Lead"_s, 1, console.floor.clock.wall()};
    console.keeper.noteEscalation(step);
    console.keeper.noteEscalation(step);
    Escalation later = step;
    later.at += 1s;
    console.keeper.noteEscalation(later);
    later.level = 2;
    later.to = u"CTO"_s;
    console.keeper.noteEscalation(later);
    const auto lives = console.record();
    QCOMPARE(lives.front().escalations, 2);
    QCOMPARE(eventsOf(lives.front()), (QStringList{u"firing"_s, u"3:DevOps Lead"_s, u"3:CTO"_s}));
}

void TestEpisodeKeeper::aStormIsWrittenWhole()
{
    Console console(*m_folder);
    std::vector<OriginAlert> storm;
    for (int i = 0; i < 10'000; ++i) {
        Labels labels = labelsOf(u"HighErrorRate"_s);
        labels.set(u"instance"_s, QString::number(i));
        storm.push_back(alertOf(labels));
    }
    console.floor.prometheus(storm);
    QVERIFY2(console.history.waiting() >= 10'000, "the caller waits for no disk");
    QVERIFY(QTest::qWaitFor([&] { return console.history.waiting() == 0; }, 60'000));
    EpisodeSearch all;
    all.limit = 20'000;
    QCOMPARE(console.record(all).size(), 10'000u);
}

void TestEpisodeKeeper::oldLivesAreForgotten()
{
    FakeClock clock;
    {
        Console console(*m_folder, clock);
        console.floor.prometheus({errors(clock)});
        console.floor.clock.advance(1min);
        console.floor.prometheus({});
        console.floor.answer(console.floor.only().fingerprint, true);
        QCOMPARE(console.record().size(), 1u);
    }
    clock.advance(std::chrono::days(89));
    {
        Console console(*m_folder, clock);
        console.keeper.tick();
        QCOMPARE(console.record().size(), 1u);
    }
    clock.advance(std::chrono::days(2));
    Console console(*m_folder, clock);
    console.keeper.tick();
    QCOMPARE(console.record().size(), 0u);
}

WATCHFLOOR_TEST(TestEpisodeKeeper)
#include "tst_episodekeeper.moc"
