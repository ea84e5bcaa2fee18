#include "models/alerts/alertkey.h"
#include "models/session/rulestarts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Labels ordersFail{{u"alertname"_s, u"OrdersFail"_s}, {u"cluster"_s, u"eu"_s}};
const Labels cluster{{u"cluster"_s, u"eu"_s}};
constexpr auto patience = 2s;
constexpr auto firing = OriginAlert::State::Firing;
constexpr auto pending = OriginAlert::State::Pending;

AlertRule rule(std::chrono::milliseconds duration, const QString &health = u"ok"_s)
{
    AlertRule made;
    made.name = u"OrdersFail"_s;
    made.duration = duration;
    made.health = health;
    return made;
}

PrometheusAlertsSnapshot answer(const std::vector<AlertRule> &rules, std::optional<WallTime> activeAt = {}, OriginAlert::State state = firing)
{
    PrometheusAlertsSnapshot made;
    made.rules = rules;
    if (activeAt) {
        OriginAlert alert;
        alert.labels = ordersFail;
        alert.state = state;
        alert.startsAt = *activeAt;
        made.alerts.push_back(alert);
        markAll(made.alerts);
    }
    made.totalAlerts = made.alerts.size();
    return made;
}

/// A console whose Prometheus told of the one alert.
struct Console
{
    FakeClock &clock;
    RuleStarts starts{};

    /// The alert as the list is to have it.
    OriginAlert told(const PrometheusAlertsSnapshot &said)
    {
        const auto changed = starts.follow(said, cluster, patience, clock.now(), clock.wall());
        const auto &alerts = changed ? changed->alerts : said.alerts;
        return alerts.empty() ? OriginAlert() : alerts.front();
    }
};

} // namespace

/// Alerts of rules go on where they were when who evaluates them is started again.
class TestRuleStarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAfterARestart_data();
    void goesOnAfterARestart();
    void aNewOccurrenceBeginsAnew();
    void goesOnWhereThePrometheusAloneIsNew();
    void whatTheSamplesTellIsTheSameStart();
    void whatIsListedNoMoreEnded_data();
    void whatIsListedNoMoreEnded();
    void whatWaitsIsKeptAgain();
    void tellsWhenItMoved();
};

void TestRuleStarts::goesOnAfterARestart_data()
{
    QTest::addColumn<std::chrono::milliseconds>("duration");
    QTest::addColumn<std::chrono::milliseconds>("active");
    QTest::addColumn<std::chrono::milliseconds>("away");
    QTest::addColumn<OriginAlert::State>("told");
    QTest::addColumn<bool>("goesOn");
    QTest::addColumn<OriginAlert::State>("state");
    using Ms = std::chrono::milliseconds;
    QTest::newRow("without for") << Ms(0) << Ms(10min) << Ms(1min) << firing << true << firing;
    QTest::newRow("without for, away for long") << Ms(0) << Ms(10min) << Ms(16min) << firing << false << firing;
    QTest::newRow("fired, and its for begins anew") << Ms(10s) << Ms(10min) << Ms(1min) << pending << true << firing;
    QTest::newRow("fired, away for long") << Ms(10s) << Ms(10min) << Ms(16min) << pending << false << pending;
    QTest::newRow("was pending yet") << Ms(10s) << Ms(9s) << Ms(1min) << pending << true << pending;
    QTest::newRow("fires by what the samples tell") << Ms(30s) << Ms(10min) << Ms(1min) << firing << true << firing;
}

void TestRuleStarts::goesOnAfterARestart()
{
    QFETCH(std::chrono::milliseconds, duration);
    QFETCH(std::chrono::milliseconds, active);
    QFETCH(std::chrono::milliseconds, away);
    QFETCH(OriginAlert::State, told);
    QFETCH(bool, goesOn);
    QFETCH(OriginAlert::State, state);
    FakeClock clock;
    Console first{clock};
    const WallTime began = clock.wall();
    clock.advance(active);
    QCOMPARE(first.told(answer({rule(duration)}, began)).startsAt, began);
    clock.advance(away);
    Console second{clock};
    second.starts.recall(first.starts.kept(), clock.wall());
    const WallTime anew = clock.wall();
    for (int round = 0; round < 3; ++round) {
        const OriginAlert alert = second.told(answer({rule(duration)}, anew, told));
        QCOMPARE(alert.startsAt, goesOn ? began : anew);
        QCOMPARE(alert.state, state);
        QVERIFY(alert.mark.digest == markOf(alert).digest);
        clock.advance(patience);
    }
    QVERIFY(second.starts.takeEnded().isEmpty());
}

/// It ended and began again between two answers.
void TestRuleStarts::aNewOccurrenceBeginsAnew()
{
    FakeClock clock;
    Console console{clock};
    console.starts.recall({{{fingerprintText(alertKey(ordersFail, cluster)), clock.wall() - 5min}}, clock.wall()}, clock.wall());
    QCOMPARE(console.told(answer({rule(0s)}, clock.wall())).startsAt, clock.wall() - 5min);
    clock.advance(30s);
    QCOMPARE(console.told(answer({rule(0s)}, clock.wall())).startsAt, clock.wall());
}

void TestRuleStarts::goesOnWhereThePrometheusAloneIsNew()
{
    FakeClock clock;
    Console console{clock};
    const WallTime began = clock.wall();
    (void)console.told(answer({rule(0s)}, began));
    clock.advance(20s);
    console.starts.beginAnew(clock.wall());
    QCOMPARE(console.told(answer({rule(0s)}, clock.wall())).startsAt, began);
    clock.advance(16min);
    console.starts.beginAnew(clock.wall());
    QCOMPARE(console.told(answer({rule(0s)}, clock.wall())).startsAt, clock.wall());
}

/// Prometheus finds the start of one with a longer `for` some evaluations later, without its fraction of a second.
void TestRuleStarts::whatTheSamplesTellIsTheSameStart()
{
    FakeClock clock;
    clock.advance(300ms);
    Console first{clock};
    const WallTime began = clock.wall();
    clock.advance(1min);
    (void)first.told(answer({rule(30s)}, began));
    Console second{clock};
    second.starts.recall(first.starts.kept(), clock.wall());
    clock.advance(10s);
    QCOMPARE(second.told(answer({rule(30s)}, clock.wall(), pending)).startsAt, began);
    QCOMPARE(second.told(answer({rule(30s)}, began - 300ms)).startsAt, began);
    QCOMPARE(second.told(answer({rule(30s)}, began - 5s)).startsAt, began - 5s);
}

void TestRuleStarts::whatIsListedNoMoreEnded_data()
{
    QTest::addColumn<QString>("health");
    QTest::addColumn<bool>("isCut");
    QTest::addColumn<std::chrono::milliseconds>("after");
    QTest::addColumn<bool>("ended");
    using Ms = std::chrono::milliseconds;
    QTest::newRow("at once: a page may not be scraped yet") << u"ok"_s << false << Ms(0) << false;
    QTest::newRow("after its patience") << u"ok"_s << false << Ms(patience) << true;
    QTest::newRow("not evaluated yet") << u"unknown"_s << false << Ms(1min) << false;
    QTest::newRow("its rule fails") << u"err"_s << false << Ms(1min) << false;
    QTest::newRow("its rule fails for long") << u"err"_s << false << Ms(15min) << true;
    QTest::newRow("an answer that was cut") << u"ok"_s << true << Ms(1min) << false;
}

void TestRuleStarts::whatIsListedNoMoreEnded()
{
    QFETCH(QString, health);
    QFETCH(bool, isCut);
    QFETCH(std::chrono::milliseconds, after);
    QFETCH(bool, ended);
    FakeClock clock;
    Console console{clock};
    const QString fingerprint = fingerprintText(alertKey(ordersFail, cluster));
    console.starts.recall({{{fingerprint, clock.wall() - 5min}}, clock.wall()}, clock.wall());
    PrometheusAlertsSnapshot said = answer({rule(0s, health)});
    said.totalAlerts += isCut ? 1 : 0;
    (void)console.told(said);
    clock.advance(after);
    (void)console.told(said);
    QCOMPARE(console.starts.takeEnded(), ended ? QStringList(fingerprint) : QStringList());
    QVERIFY(console.starts.takeEnded().isEmpty());
    if (ended)
        QVERIFY(console.starts.kept().since.empty());
}

/// A console that ends before it was answered leaves what it was left.
void TestRuleStarts::whatWaitsIsKeptAgain()
{
    FakeClock clock;
    const KeptStarts left{{{u"a1"_s, clock.wall() - 5min}}, clock.wall()};
    clock.advance(1min);
    Console console{clock};
    console.starts.recall(left, clock.wall());
    QVERIFY(console.starts.kept() == left);
    console.starts.beginAnew(clock.wall());
    QVERIFY(console.starts.kept() == left);
}

void TestRuleStarts::tellsWhenItMoved()
{
    FakeClock clock;
    Console console{clock};
    const WallTime began = clock.wall();
    (void)console.told(answer({rule(10s)}, began, pending));
    QVERIFY(console.starts.takeMoved());
    (void)console.told(answer({rule(10s)}, began, pending));
    QVERIFY(!console.starts.takeMoved());
    (void)console.told(answer({rule(10s)}, began));
    QVERIFY(console.starts.takeMoved());
    (void)console.told(answer({rule(10s)}));
    QVERIFY(console.starts.takeMoved());
    QVERIFY(console.starts.kept().since.empty());
}

WATCHFLOOR_TEST(TestRuleStarts)
#include "tst_rulestarts.moc"
