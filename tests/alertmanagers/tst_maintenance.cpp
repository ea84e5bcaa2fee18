#include "models/silences/maintenanceplan.h"
#include "tests/alertmanagers/watch.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QTimeZone berlin("Europe/Berlin");

QDateTime localTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), berlin);
}

/// Every day for an hour, the next time in two hours.
MaintenanceWindow inTwoHours()
{
    MaintenanceWindow window;
    window.name = u"Nightly backup"_s;
    window.matchers = *parseMatchers(u"service=\"reports-db\""_s);
    window.at = localTime(SystemClock().wall() + 2h).time();
    window.at = QTime(window.at.hour(), window.at.minute());
    window.length = 1h;
    window.timeZone = "Europe/Berlin";
    window.ahead = 12h;
    return window;
}

/// Silences of windows that one of the members has and that are not over.
std::vector<Silence> planned(const Watch &watch, const QString &member)
{
    std::vector<Silence> found;
    for (const Silence &silence : watch.alerts().silences(member))
        if (silence.state != Silence::State::Expired && maintenanceMark(silence.comment))
            found.push_back(silence);
    return found;
}

/// What the console says stands for its only window; empty: nothing yet, or not as it should.
QString told(const Watch &watch)
{
    const auto &reports = watch.session->stores().maintenance.reports();
    return reports.size() == 1 && !reports.front().error ? reports.front().silence : QString();
}

/// Looks again at what stands, after its members were asked again.
bool looksAgain(Watch &watch)
{
    watch.clock.advance(11s);
    const Instant from = watch.clock.now();
    return QTest::qWaitFor(
        [&watch, from] {
            const auto &sources = watch.session->stores().sources.sources();
            return watch.clock.now() - from > 2s && std::all_of(sources.begin(), sources.end(), [from](const SourceStatus &status) {
                       return status.freshness.lastValid() && *status.freshness.lastValid() > from + 1s;
                   });
        },
        patience);
}

} // namespace

/// Maintenance windows become real silences ahead, once, whoever keeps them and whatever dies meanwhile.
class TestMaintenance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoConsolesAndARestartMakeItOnce();
    void oneThatItsServerLostIsMadeAgain();
    void oneThatAPersonEndedIsNot();
    void clocksThatChangeAreMinded_data();
    void clocksThatChangeAreMinded();
};

void TestMaintenance::twoConsolesAndARestartMakeItOnce()
{
    Alertmanagers servers;
    QVERIFY(servers.start(2));
    const std::vector<MaintenanceWindow> windows{inTwoHours()};
    auto first = std::make_unique<Watch>(servers, 1, u"eu"_s, windows, 0);
    Watch second(servers, 1, u"eu"_s, windows, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!told(*first).isEmpty() && !told(second).isEmpty(), patience);
    // Both may have posted in the same moment: of two the same one stays in every console.
    for (int round = 0; round < 2; ++round)
        QVERIFY(looksAgain(*first) && looksAgain(second));
    QTRY_COMPARE_WITH_TIMEOUT(planned(*first, u"am-1"_s).size(), size_t(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(planned(second, u"am-2"_s).size(), size_t(1), patience);
    const Silence made = planned(second, u"am-2"_s).front();
    QCOMPARE(planned(*first, u"am-1"_s).front().id, made.id);
    QTRY_COMPARE_WITH_TIMEOUT(told(*first), made.id, patience);
    QTRY_COMPARE_WITH_TIMEOUT(told(second), made.id, patience);
    QCOMPARE(made.state, Silence::State::Pending);
    QCOMPARE(localTime(made.startsAt).time(), windows.front().at);
    QCOMPARE(made.endsAt - made.startsAt, std::chrono::milliseconds(1h));
    QCOMPARE(made.createdBy, u"watchfloor"_s);

    first.reset();
    Watch again(servers, 2, u"eu"_s, windows);
    QTRY_COMPARE_WITH_TIMEOUT(told(again), made.id, patience);
    QVERIFY(looksAgain(again));
    QCOMPARE(planned(again, u"am-1"_s).size(), size_t(1));
    QCOMPARE(planned(again, u"am-2"_s).size(), size_t(1));
}

void TestMaintenance::oneThatItsServerLostIsMadeAgain()
{
    Alertmanagers servers;
    QVERIFY(servers.start(1));
    Watch watch(servers, 1, {}, {inTwoHours()});
    QTRY_VERIFY_WITH_TIMEOUT(!told(watch).isEmpty(), patience);
    const QString lost = told(watch);
    QTRY_COMPARE_WITH_TIMEOUT(planned(watch, u"am-1"_s).size(), size_t(1), patience);
    servers.kill(0); // before it wrote anything down
    QVERIFY(servers.restart(0));
    watch.clock.advance(31s);
    QTRY_VERIFY_WITH_TIMEOUT(planned(watch, u"am-1"_s).size() == 1 && planned(watch, u"am-1"_s).front().id != lost, patience);
    QTRY_COMPARE_WITH_TIMEOUT(told(watch), planned(watch, u"am-1"_s).front().id, patience);
}

void TestMaintenance::oneThatAPersonEndedIsNot()
{
    Alertmanagers servers;
    QVERIFY(servers.start(1));
    Watch watch(servers, 1, {}, {inTwoHours()});
    QTRY_COMPARE_WITH_TIMEOUT(planned(watch, u"am-1"_s).size(), size_t(1), patience);
    bool isEnded = false;
    watch.session->expireSilence(u"am-1"_s, planned(watch, u"am-1"_s).front().id, watch.session.get(), [&isEnded](const Result<QString> &ended) { isEnded = ended.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(isEnded && planned(watch, u"am-1"_s).empty(), patience);
    QVERIFY(looksAgain(watch));
    watch.clock.advance(31s);
    QVERIFY(looksAgain(watch));
    QVERIFY(planned(watch, u"am-1"_s).empty());
    const auto &reports = watch.session->stores().maintenance.reports();
    QCOMPARE(reports.size(), size_t(1));
    QVERIFY(reports.front().error && reports.front().error->kind == Error::Kind::Cancelled);
}

void TestMaintenance::clocksThatChangeAreMinded_data()
{
    QTest::addColumn<qint64>("change"); // ms since 1970
    QTest::addColumn<int>("beginsAfter"); // minutes after the change; the window says half past two in the morning
    const auto changes = berlin.transitions(QDateTime::currentDateTimeUtc(), QDateTime::currentDateTimeUtc().addDays(380));
    for (const QTimeZone::OffsetData &change : changes) {
        const bool isForward = change.offsetFromUtc > berlin.offsetFromUtc(change.atUtc.addSecs(-60));
        // Forward: half past two does not exist. Back: it comes twice, the first time before the change.
        QTest::newRow(isForward ? "forward" : "back") << change.atUtc.toMSecsSinceEpoch() << (isForward ? 0 : -30);
    }
}

void TestMaintenance::clocksThatChangeAreMinded()
{
    QFETCH(qint64, change);
    QFETCH(int, beginsAfter);
    Alertmanagers servers;
    QVERIFY(servers.start(1));
    MaintenanceWindow window = inTwoHours();
    window.at = QTime(2, 30);
    window.from = window.until = QDateTime::fromMSecsSinceEpoch(change, berlin).date();
    window.ahead = 24h * 400;
    Watch watch(servers, 1, {}, {window});
    QTRY_COMPARE_WITH_TIMEOUT(planned(watch, u"am-1"_s).size(), size_t(1), patience);
    const Silence made = planned(watch, u"am-1"_s).front();
    QCOMPARE(qint64(made.startsAt.time_since_epoch().count()), change + beginsAfter * 60'000);
    QCOMPARE(made.endsAt - made.startsAt, std::chrono::milliseconds(1h));
}

WATCHFLOOR_TEST(TestMaintenance)
#include "tst_maintenance.moc"
