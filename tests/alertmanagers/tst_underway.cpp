#include "models/silences/clustersilence.h"
#include "tests/alertmanagers/watch.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

/// A member of a cluster that stops in the very moment in which a silence is under way to it: what became of the silence is told
/// as it is, and it never stands twice.
class TestUnderWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutOffBeforeItAnswers();
    void killedBeforeItAnswers();
    void killedAmongMany();

private:
    using Says = SilenceMember::Says;
    static Says saysOf(const Watch &watch, const QString &member, const QString &id, Instant since);
};

TestUnderWay::Says TestUnderWay::saysOf(const Watch &watch, const QString &member, const QString &id, Instant since)
{
    for (const SilenceMember &each : tellingsOf(watch.alerts(), watch.session->stores().sources, u"eu"_s, id, since, watch.clock.now(), watch.clock.wall()))
        if (each.source == member)
            return each.says;
    return Says::Blind;
}

void TestUnderWay::cutOffBeforeItAnswers()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(2, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 2, u"eu"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.tellers(u"DiskFull"_s), 2, patience);
    servers.freeze(0); // nobody has noticed yet: it is asked first
    const auto id = watch.post(u"eu"_s, watch.silenceOf(*watch.row(u"DiskFull"_s)));
    QVERIFY(!id.ok());
    QCOMPARE(id.error().kind, Error::Kind::Blind);
    QVERIFY2(id.error().detail.contains(u"am-1 did not answer"), qPrintable(id.error().detail));
    QCOMPARE(watch.activeSilences(u"am-2"_s), 0);
    QCOMPARE(watch.row(u"DiskFull"_s)->state, AlertState::Firing);
    // It goes on, reads what was sent to it before, and tells the other one.
    servers.thaw(0);
    QTRY_VERIFY_WITH_TIMEOUT(watch.eachHasActiveSilences(1), patience);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Silenced), patience);
    QCOMPARE(watch.alerts().silences(u"am-1"_s).size(), size_t(1));
}

void TestUnderWay::killedBeforeItAnswers()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(2, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 2, u"eu"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.tellers(u"DiskFull"_s), 2, patience);
    const Silence silence = watch.silenceOf(*watch.row(u"DiskFull"_s));
    servers.freeze(0);
    std::optional<Result<QString>> answer;
    watch.session->postSilence(u"eu"_s, silence, watch.session.get(), [&answer](Result<QString> id) { answer = std::move(id); });
    QTRY_VERIFY_WITH_TIMEOUT(!watch.isSeen(u"am-1"_s), patience);
    QVERIFY(!answer);
    servers.kill(0);
    QTRY_VERIFY_WITH_TIMEOUT(answer, patience);
    QVERIFY(!answer->ok());
    QCOMPARE(answer->error().kind, Error::Kind::Blind);
    QCOMPARE(watch.activeSilences(u"am-2"_s), 0);
    // A person posts it again: the one that is left takes it, and the other hears of it when it is back.
    const auto id = watch.post(u"eu"_s, silence);
    QVERIFY(id.ok());
    QVERIFY(servers.restart(0));
    QVERIFY(servers.tell(0, {namedAlert(u"DiskFull"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(watch.eachHasActiveSilences(1), patience);
    QCOMPARE(watch.alerts().silences(u"am-1"_s).front().id, *id);
}

/// Whatever was told of each of them, what is shown in the end is what the members have.
void TestUnderWay::killedAmongMany()
{
    Alertmanagers servers;
    const std::vector<Labels> alerts = namedAlerts(12);
    QVERIFY(servers.startTold(2, alerts));
    Watch watch(servers, 2, u"eu"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().count(AlertState::Firing), 12, patience);
    QTRY_COMPARE_WITH_TIMEOUT(watch.tellers(u"Alert11"_s), 2, patience);
    const Instant posted = watch.clock.now();
    std::vector<Result<QString>> answers;
    for (const Labels &labels : alerts)
        watch.session->postSilence(u"eu"_s, watch.silenceOf(*watch.row(labels.value(u"alertname"))), watch.session.get(), [&](Result<QString> id) {
            if (answers.empty())
                servers.kill(0);
            answers.push_back(std::move(id));
        });
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), alerts.size(), patience);
    qsizetype standing = 0;
    for (const auto &id : answers) {
        if (!id.ok()) {
            QCOMPARE(id.error().kind, Error::Kind::Blind);
            continue;
        }
        // It was read back; whether the one that is left heard of it before the other died is said too.
        QTRY_VERIFY_WITH_TIMEOUT(saysOf(watch, u"am-2"_s, *id, posted) == Says::Stands || saysOf(watch, u"am-2"_s, *id, posted) == Says::Lacks, patience);
        standing += saysOf(watch, u"am-2"_s, *id, posted) == Says::Stands ? 1 : 0;
    }
    QVERIFY(servers.restart(0));
    QVERIFY(servers.tell(0, alerts));
    QTRY_COMPARE_WITH_TIMEOUT(watch.activeSilences(u"am-1"_s), watch.activeSilences(u"am-2"_s), patience);
    QVERIFY(watch.activeSilences(u"am-2"_s) >= standing);
    // None was posted to the second one because the first died before it could be read back.
    QSet<QString> muted;
    for (const Silence &silence : watch.alerts().silences(u"am-2"_s))
        muted.insert(matchersText(silence.matchers));
    QCOMPARE(muted.size(), watch.activeSilences(u"am-2"_s));
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().count(AlertState::Silenced), int(watch.activeSilences(u"am-2"_s)), patience);
    QCOMPARE(watch.alerts().alerts().size(), size_t(12));
}

WATCHFLOOR_TEST(TestUnderWay)
#include "tst_underway.moc"
