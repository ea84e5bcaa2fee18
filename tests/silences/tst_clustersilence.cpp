#include "models/silences/clustersilence.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using Says = SilenceMember::Says;

namespace {

const QString second = QStringLiteral("am-2");

Silence silenceOf(const QString &id, const QString &matchers, WallTime updated, std::chrono::milliseconds length = 2h)
{
    Silence silence;
    silence.id = id;
    silence.state = Silence::State::Active;
    silence.matchers = *parseMatchers(matchers);
    silence.startsAt = updated;
    silence.updatedAt = updated;
    silence.endsAt = updated + length;
    return silence;
}

/// Two members of the cluster "eu".
struct Pair
{
    Floor floor;

    Pair()
    {
        std::vector<SourceSpec> specs{spec(amSource, SourceKind::Alertmanager), spec(second, SourceKind::Alertmanager)};
        for (SourceSpec &member : specs)
            member.cluster = u"eu"_s;
        floor.sources.setSources(specs);
    }
    std::vector<ClusterSilence> rows() const { return clusterSilences(floor.store, floor.sources, floor.clock.now(), floor.clock.wall()); }
    std::vector<SilenceMember> tellings(const QString &id, Instant since) const
    {
        return tellingsOf(floor.store, floor.sources, u"eu"_s, id, since, floor.clock.now(), floor.clock.wall());
    }
};

} // namespace

/// What the members of a cluster say of its silences, and which of them end too soon.
class TestClusterSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersSayWhatTheyHave_data();
    void membersSayWhatTheyHave();
    void aSilenceOfTwoMembersIsOneRow();
    void itsTimeRunsOutForAll_data();
    void itsTimeRunsOutForAll();
    void whatWasPostedIsLookedForUntilAnAnswerSays();
    void endsWhileItsAlertFires_data();
    void endsWhileItsAlertFires();
    void theNextToEndComesFirst();
    void whatEndedStandsNowhere();
};

void TestClusterSilence::membersSayWhatTheyHave_data()
{
    enum Has { Nothing, Same, Shorter };
    QTest::addColumn<int>("has");
    QTest::addColumn<int>("askedAfter"); // seconds after the silence changed on the first member
    QTest::addColumn<bool>("isOver");
    QTest::addColumn<int>("says");
    QTest::addColumn<bool>("disputed");
    QTest::newRow("both have it") << int(Same) << 1 << false << int(Says::Stands) << false;
    QTest::newRow("asked too soon to have heard") << int(Nothing) << 2 << false << int(Says::Waiting) << false;
    QTest::newRow("asked before it was changed") << int(Shorter) << -2 << false << int(Says::Waiting) << false;
    QTest::newRow("asked later and does not have it") << int(Nothing) << 5 << false << int(Says::Lacks) << true;
    QTest::newRow("asked later and has another end") << int(Shorter) << 5 << false << int(Says::Differs) << true;
    QTest::newRow("cannot be asked") << int(Nothing) << -120 << false << int(Says::Blind) << false;
    QTest::newRow("forgot one that is over") << int(Nothing) << 5 << true << int(Says::Stands) << false;
}

void TestClusterSilence::membersSayWhatTheyHave()
{
    QFETCH(int, has);
    QFETCH(int, askedAfter);
    QFETCH(bool, isOver);
    QFETCH(int, says);
    QFETCH(bool, disputed);
    Pair pair;
    FakeClock &clock = pair.floor.clock;
    const WallTime changed = clock.wall() + std::chrono::seconds(std::max(0, -askedAfter));
    Silence told = silenceOf(u"a"_s, u"service=\"payment\""_s, changed);
    if (isOver)
        told.state = Silence::State::Expired;
    std::vector<Silence> others;
    if (has > 0)
        others.push_back(told);
    if (has > 1) {
        others.front().updatedAt -= 1min;
        others.front().endsAt -= 1h;
    }
    if (askedAfter < 0)
        pair.floor.alertmanager({}, second, others);
    clock.advance(std::chrono::seconds(std::max(0, -askedAfter)));
    pair.floor.alertmanager({}, amSource, {told});
    clock.advance(std::chrono::seconds(std::max(0, askedAfter)));
    if (askedAfter > 0)
        pair.floor.alertmanager({}, second, others);
    const auto rows = pair.rows();
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows.front().members.size(), size_t(2));
    QCOMPARE(rows.front().members[1].source, second);
    QCOMPARE(int(rows.front().members[1].says), says);
    QCOMPARE(rows.front().isDisputed(), disputed);
}

void TestClusterSilence::itsTimeRunsOutForAll_data()
{
    QTest::addColumn<int>("askedBefore"); // seconds before the one that has seen the end
    QTest::addColumn<int>("says");
    QTest::newRow("asked just before its end") << 3 << int(Says::Waiting);
    QTest::newRow("blind since before its end") << 120 << int(Says::Blind);
}

/// No word of anybody's ended it: who has seen the end is right, whatever another said before.
void TestClusterSilence::itsTimeRunsOutForAll()
{
    QFETCH(int, askedBefore);
    QFETCH(int, says);
    for (const QString &early : {amSource, second}) {
        Pair pair;
        FakeClock &clock = pair.floor.clock;
        Silence told = silenceOf(u"a"_s, u"service=\"payment\""_s, clock.wall() - 1h, 1h + 2s);
        pair.floor.alertmanager({}, early, {told});
        clock.advance(std::chrono::seconds(askedBefore));
        told.state = Silence::State::Expired;
        pair.floor.alertmanager({}, early == amSource ? second : amSource, {told});
        const auto rows = pair.rows();
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().silence.state, Silence::State::Expired);
        QVERIFY(!rows.front().isDisputed());
        for (const SilenceMember &member : rows.front().members)
            QCOMPARE(int(member.says), member.source == early ? says : int(Says::Stands));
    }
}

void TestClusterSilence::aSilenceOfTwoMembersIsOneRow()
{
    Pair pair;
    const WallTime then = pair.floor.clock.wall();
    Silence extended = silenceOf(u"a"_s, u"service=\"payment\""_s, then + 1s);
    extended.endsAt += 4h;
    pair.floor.clock.advance(2s);
    pair.floor.alertmanager({}, amSource, {silenceOf(u"a"_s, u"service=\"payment\""_s, then), silenceOf(u"b"_s, u"service=\"shop\""_s, then)});
    pair.floor.alertmanager({}, second, {extended});
    const auto rows = pair.rows();
    QCOMPARE(rows.size(), size_t(2));
    // As the member says that heard of it last.
    QCOMPARE(rows.front().silence.endsAt, extended.endsAt);
    QCOMPARE(rows.front().cluster, u"eu"_s);
    QVERIFY(!findSilence(pair.floor.store, pair.floor.sources, u"eu"_s, u"c"_s, pair.floor.clock.now(), pair.floor.clock.wall()));
}

void TestClusterSilence::whatWasPostedIsLookedForUntilAnAnswerSays()
{
    Pair pair;
    pair.floor.alertmanager({});
    pair.floor.alertmanager({}, second);
    const Instant posted = pair.floor.clock.now();
    const auto says = [&] {
        const auto members = pair.tellings(u"new"_s, posted);
        return std::pair(members[0].says, members[1].says);
    };
    QVERIFY(says() == std::pair(Says::Waiting, Says::Waiting));
    pair.floor.clock.advance(4s);
    pair.floor.alertmanager({});
    QVERIFY(says() == std::pair(Says::Lacks, Says::Waiting));
    pair.floor.clock.advance(1s);
    pair.floor.alertmanager({}, second, {silenceOf(u"new"_s, u"service=\"payment\""_s, pair.floor.clock.wall() - 5s)});
    QVERIFY(says() == std::pair(Says::Lacks, Says::Stands));
    pair.floor.clock.advance(5min);
    QVERIFY(says() == std::pair(Says::Blind, Says::Blind));
}

void TestClusterSilence::endsWhileItsAlertFires_data()
{
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<int>("minutesLeft");
    QTest::addColumn<int>("state");
    QTest::addColumn<QStringList>("silencedBy"); // what the Alertmanager says of the alert
    QTest::addColumn<int>("firing");             // 0: nothing is said
    const QString payment = u"service=\"payment\""_s;
    const int active = int(Silence::State::Active);
    QTest::newRow("soon, and it fires") << payment << 12 << active << QStringList{u"s"_s} << 1;
    QTest::newRow("at the policy's limit") << payment << 30 << active << QStringList{u"s"_s} << 1;
    QTest::newRow("not soon") << payment << 31 << active << QStringList{u"s"_s} << 0;
    QTest::newRow("is over") << payment << 0 << active << QStringList{u"s"_s} << 0;
    QTest::newRow("not begun") << payment << 12 << int(Silence::State::Pending) << QStringList() << 0;
    QTest::newRow("ended by a person") << payment << 12 << int(Silence::State::Expired) << QStringList() << 0;
    QTest::newRow("nothing of it fires") << u"service=\"shop\""_s << 12 << active << QStringList() << 0;
    QTest::newRow("another one goes on muting it") << payment << 12 << active << QStringList{u"s"_s, u"long"_s} << 0;
    QTest::newRow("the Alertmanager has not muted it yet") << payment << 12 << active << QStringList() << 1;
}

void TestClusterSilence::endsWhileItsAlertFires()
{
    QFETCH(QString, matchers);
    QFETCH(int, minutesLeft);
    QFETCH(int, state);
    QFETCH(QStringList, silencedBy);
    QFETCH(int, firing);
    Pair pair;
    const WallTime now = pair.floor.clock.wall();
    Silence silence = silenceOf(u"s"_s, matchers, now - 1h);
    silence.endsAt = now + std::chrono::minutes(minutesLeft);
    silence.state = Silence::State(state);
    OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s), silencedBy.isEmpty() ? OriginAlert::State::Firing : OriginAlert::State::Suppressed);
    alert.silencedBy = silencedBy;
    pair.floor.alertmanager({alert}, amSource, {silence, silenceOf(u"long"_s, u"alertname=\"HighErrorRate\""_s, now)});
    pair.floor.alertmanager({alert}, second, {silence});
    const auto ending = endingSoon(pair.floor.store, SilencePolicy(), now);
    QCOMPARE(ending.size(), size_t(firing > 0 ? 1 : 0));
    if (firing == 0)
        return;
    QCOMPARE(ending.front().firing, firing);
    QCOMPARE(ending.front().cluster, u"eu"_s);
    QCOMPARE(ending.front().rest, std::chrono::milliseconds(std::chrono::minutes(minutesLeft)));
}

void TestClusterSilence::theNextToEndComesFirst()
{
    Pair pair;
    const WallTime now = pair.floor.clock.wall();
    OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s), OriginAlert::State::Suppressed);
    alert.silencedBy = QStringList{u"a"_s, u"b"_s};
    // Both end soon: neither goes on for the other.
    pair.floor.alertmanager({alert}, amSource,
                            {silenceOf(u"a"_s, u"service=\"payment\""_s, now, 20min), silenceOf(u"b"_s, u"alertname=\"HighErrorRate\""_s, now, 5min)});
    const auto ending = endingSoon(pair.floor.store, SilencePolicy(), now);
    QCOMPARE(ending.size(), size_t(2));
    QCOMPARE(ending.front().silence.id, u"b"_s);
    SilencePolicy shorter;
    shorter.warnBefore = 10min;
    // Now the other one goes on long enough.
    QVERIFY(endingSoon(pair.floor.store, shorter, now).empty());
}

/// Somebody else ends what was posted a moment ago.
void TestClusterSilence::whatEndedStandsNowhere()
{
    Pair pair;
    FakeClock &clock = pair.floor.clock;
    const Instant posted = clock.now();
    Silence told = silenceOf(u"a"_s, u"service=\"payment\""_s, clock.wall());
    clock.advance(1s);
    pair.floor.alertmanager({}, amSource, {told});
    pair.floor.alertmanager({}, second, {told});
    for (const SilenceMember &member : pair.tellings(u"a"_s, posted))
        QCOMPARE(member.says, Says::Stands);
    clock.advance(5s);
    told.state = Silence::State::Expired;
    told.updatedAt = told.endsAt = clock.wall();
    clock.advance(1s);
    pair.floor.alertmanager({}, amSource, {told});
    const auto members = pair.tellings(u"a"_s, posted);
    QCOMPARE(members.front().says, Says::Lacks);
    QCOMPARE(members.back().says, Says::Waiting);
    pair.floor.alertmanager({}, second, {});
    for (const SilenceMember &member : pair.tellings(u"a"_s, posted))
        QCOMPARE(member.says, Says::Lacks);
}

WATCHFLOOR_TEST(TestClusterSilence)
#include "tst_clustersilence.moc"
