#include "models/routing/notificationtrace.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

WallTime at(const QString &time)
{
    return WallTime(std::chrono::milliseconds(QDateTime::fromString(u"2026-11-21T%1Z"_s.arg(time), Qt::ISODate).toMSecsSinceEpoch()));
}

QString text(std::optional<WallTime> time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count(), Qt::UTC).toString(u"dd HH:mm:ss"_s) : u"-"_s;
}

const QString routes = uR"(
route:
  receiver: default
  group_wait: 30s
  group_interval: 5m
  repeat_interval: 1h
  routes:
    - {matchers: [mute=yes], mute_time_intervals: [nights]}
    - {matchers: [office=yes], active_time_intervals: [office]}
    - {matchers: [never=yes], mute_time_intervals: [always]}
    - {matchers: [odd=yes], repeat_interval: 7m}
    - {matchers: [team=pay], receiver: page, routes: [{matchers: [severity="critical", 'env!="lab"']}]}
receivers: [{name: default}, {name: page, pagerduty_configs: [{}]}]
time_intervals:
  - {name: nights, time_intervals: [{times: [{start_time: '22:00', end_time: '24:00'}, {start_time: '00:00', end_time: '06:00'}]}]}
  - {name: office, time_intervals: [{weekdays: ['monday:friday'], times: [{start_time: '09:00', end_time: '17:00'}]}]}
  - {name: always, time_intervals: [{}]}
)"_s;

} // namespace

class TestNotificationTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesFollowFromTheConfiguration_data();
    void timesFollowFromTheConfiguration();
    void aMuteTellsItsNameAndItsEnd();
    void thePathIsTold();
};

void TestNotificationTrace::timesFollowFromTheConfiguration_data()
{
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<WallTime>("began");
    QTest::addColumn<WallTime>("groupBegan");
    QTest::addColumn<WallTime>("now");
    QTest::addColumn<QString>("firstAt");
    QTest::addColumn<QString>("sentAt");
    QTest::addColumn<QString>("nextAt");
    const Labels none;
    QTest::newRow("the group wait runs") << none << at(u"12:00:00"_s) << at(u"12:00:00"_s) << at(u"12:00:10"_s) << u"21 12:00:30"_s << u"-"_s << u"-"_s;
    QTest::newRow("sent when it is over") << none << at(u"12:00:00"_s) << at(u"12:00:00"_s) << at(u"12:00:30"_s) << u"21 12:00:30"_s << u"21 12:00:30"_s << u"21 13:00:30"_s;
    QTest::newRow("with the group that waits already") << none << at(u"12:00:20"_s) << at(u"12:00:00"_s) << at(u"12:00:25"_s) << u"21 12:00:30"_s << u"-"_s << u"-"_s;
    QTest::newRow("at the group's next look") << none << at(u"12:01:00"_s) << at(u"12:00:00"_s) << at(u"12:02:00"_s) << u"21 12:05:30"_s << u"-"_s << u"-"_s;
    QTest::newRow("exactly at a look") << none << at(u"12:05:30"_s) << at(u"12:00:00"_s) << at(u"12:06:00"_s) << u"21 12:05:30"_s << u"21 12:05:30"_s << u"21 13:05:30"_s;
    QTest::newRow("the third repeat") << none << at(u"08:00:00"_s) << at(u"08:00:00"_s) << at(u"10:30:00"_s) << u"21 08:00:30"_s << u"21 08:00:30"_s << u"21 11:00:30"_s;
    QTest::newRow("a repeat waits for a look") << Labels{{u"odd"_s, u"yes"_s}} << at(u"12:00:00"_s) << at(u"12:00:00"_s) << at(u"12:01:00"_s) << u"21 12:00:30"_s << u"21 12:00:30"_s << u"21 12:10:30"_s;
    QTest::newRow("muted in the night") << Labels{{u"mute"_s, u"yes"_s}} << at(u"03:00:00"_s) << at(u"03:00:00"_s) << at(u"03:12:00"_s) << u"21 06:00:30"_s << u"-"_s << u"-"_s;
    QTest::newRow("sent after the night") << Labels{{u"mute"_s, u"yes"_s}} << at(u"03:00:00"_s) << at(u"03:00:00"_s) << at(u"06:30:00"_s) << u"21 06:00:30"_s << u"21 06:00:30"_s << u"21 07:00:30"_s;
    QTest::newRow("sent before the night") << Labels{{u"mute"_s, u"yes"_s}} << at(u"21:00:00"_s) << at(u"21:00:00"_s) << at(u"22:30:00"_s) << u"21 21:00:30"_s << u"21 21:00:30"_s << u"21 23:00:30"_s;
    QTest::newRow("only at the office, on Monday") << Labels{{u"office"_s, u"yes"_s}} << at(u"12:00:00"_s) << at(u"12:00:00"_s) << at(u"13:00:00"_s) << u"23 09:00:30"_s << u"-"_s << u"-"_s;
    QTest::newRow("never") << Labels{{u"never"_s, u"yes"_s}} << at(u"12:00:00"_s) << at(u"12:00:00"_s) << at(u"13:00:00"_s) << u"21 12:00:30"_s << u"-"_s << u"-"_s;
}

void TestNotificationTrace::timesFollowFromTheConfiguration()
{
    QFETCH(const Labels, labels);
    QFETCH(const WallTime, began);
    QFETCH(const WallTime, groupBegan);
    QFETCH(const WallTime, now);
    const RoutingConfig config = readRoutingConfig(routes);
    QVERIFY(config.faults.empty());
    const RouteTrace trace = traceRoute(config, config.match(labels).front(), labels, began, groupBegan, now);
    QTEST(text(trace.firstAt), "firstAt");
    QTEST(text(trace.sentAt), "sentAt");
    QTEST(text(trace.nextAt), "nextAt");
}

void TestNotificationTrace::aMuteTellsItsNameAndItsEnd()
{
    const RoutingConfig config = readRoutingConfig(routes);
    const auto trace = [&config](const QString &label, const QString &now) {
        const Labels labels{{label, u"yes"_s}};
        return traceRoute(config, config.match(labels).front(), labels, at(u"01:00:00"_s), at(u"01:00:00"_s), at(now));
    };
    QCOMPARE(trace(u"mute"_s, u"03:12:00"_s).mutedBy, QStringList{u"nights"_s});
    QCOMPARE(text(trace(u"mute"_s, u"03:12:00"_s).mutedUntil), u"21 06:00:00"_s);
    QVERIFY(!trace(u"mute"_s, u"12:00:00"_s).isMuted());
    QVERIFY(trace(u"office"_s, u"12:00:00"_s).inactive);
    QCOMPARE(text(trace(u"office"_s, u"12:00:00"_s).mutedUntil), u"23 09:00:00"_s);
    QVERIFY(trace(u"never"_s, u"12:00:00"_s).isMuted());
    QCOMPARE(text(trace(u"never"_s, u"12:00:00"_s).mutedUntil), u"-"_s);
}

void TestNotificationTrace::thePathIsTold()
{
    const RoutingConfig config = readRoutingConfig(routes);
    const Labels labels{{u"team"_s, u"pay"_s}, {u"severity"_s, u"critical"_s}};
    const RouteTrace trace = traceRoute(config, config.match(labels).front(), labels, at(u"12:00:00"_s), at(u"12:00:00"_s), at(u"12:00:00"_s));
    QCOMPARE(trace.path, (QStringList{u"team=\"pay\""_s, u"env!=\"lab\", severity=\"critical\""_s}));
    QCOMPARE(trace.receiver, u"page"_s);
    QCOMPARE(trace.integrations, QStringList{u"pagerduty"_s});
}

WATCHFLOOR_TEST(TestNotificationTrace)
#include "tst_notificationtrace.moc"
