#include "models/routing/routingconfig.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString wholeFile = uR"(
global: {resolve_timeout: 5m, smtp_auth_password: <secret>}
route:
  receiver: default
  group_by: [service, alertname]
  group_wait: 10s
  routes:
    - matchers: ['severity="critical"', team=~"pay.*"]
      receiver: payments-page
      group_interval: 1m
      mute_time_intervals: [nights]
      continue: true
      routes:
        - match: {service: payment}
          group_by: ['...']
          repeat_interval: 30m
          active_time_intervals: [office]
    - match_re: {service: 'taxi|hotel'}
      receiver: travel
      group_by: []
inhibit_rules:
  - source_matchers: [severity="critical"]
    target_match: {severity: warning}
    equal: [service, env]
receivers:
  - name: default
  - name: payments-page
    pagerduty_configs: [{routing_key: <secret>}, {routing_key: <secret>}]
    slack_configs: [{api_url: <secret>}]
  - name: travel
    webhook_configs: [{url: 'http://127.0.0.1:1/'}]
    email_configs: []
mute_time_intervals:
  - name: nights
    time_intervals: [{times: [{start_time: '22:00', end_time: '24:00'}]}]
time_intervals:
  - name: office
    time_intervals: [{weekdays: ['monday:friday'], location: Europe/Berlin}]
)"_s;

QStringList receiversOf(const RoutingConfig &config, const Labels &labels)
{
    QStringList names;
    for (const RoutingConfig::Path &path : config.match(labels))
        names << path.back()->receiver;
    return names;
}

QString messages(const RoutingConfig &config)
{
    QStringList texts;
    for (const Fault &fault : config.faults)
        texts << fault.path + u": "_s + fault.message;
    return texts.join(u'\n');
}

} // namespace

class TestRoutingConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routesInheritWhatTheyDoNotSay();
    void alertsTakeTheRoutesThatMatch_data();
    void alertsTakeTheRoutesThatMatch();
    void groupsAreByTheirLabels();
    void emptyGroupByIsReadAsTheVersionDoes_data();
    void emptyGroupByIsReadAsTheVersionDoes();
    void receiversTellTheirIntegrationsAndNoSecret();
    void whatCannotBeReadIsNamedAndTheRestStands_data();
    void whatCannotBeReadIsNamedAndTheRestStands();
    void aRouteThatCannotBeReadMakesTheAnswerUnsure();
    void hostileTextsAreCut_data();
    void hostileTextsAreCut();
};

void TestRoutingConfig::routesInheritWhatTheyDoNotSay()
{
    const RoutingConfig config = readRoutingConfig(wholeFile);
    QVERIFY(config.valid);
    QCOMPARE(messages(config), QString());
    QCOMPARE(config.root.groupInterval, 5min);
    QCOMPARE(config.root.repeatInterval, 4h);
    const Route &page = config.root.routes[0];
    QCOMPARE(page.groupWait, 10s);
    QCOMPARE(page.groupInterval, 1min);
    QCOMPARE(page.groupBy, (QStringList{u"alertname"_s, u"service"_s}));
    QVERIFY(page.continues);
    const Route &deep = page.routes[0];
    QCOMPARE(deep.receiver, u"payments-page"_s);
    QCOMPARE(deep.groupInterval, 1min);
    QCOMPARE(deep.repeatInterval, 30min);
    QVERIFY(deep.groupByAll);
    QVERIFY(!deep.continues);
    QCOMPARE(deep.muteIntervals, QStringList());
    QCOMPARE(deep.activeIntervals, QStringList{u"office"_s});
    QCOMPARE(config.intervals.size(), 2u);
    QCOMPARE(config.inhibitRules.size(), 1u);
    QCOMPARE(config.inhibitRules[0].equal, (QStringList{u"env"_s, u"service"_s}));
}

void TestRoutingConfig::alertsTakeTheRoutesThatMatch_data()
{
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<QStringList>("receivers");
    QTest::newRow("nothing matches: the root") << Labels{{u"service"_s, u"cdn"_s}} << QStringList{u"default"_s};
    QTest::newRow("no labels") << Labels() << QStringList{u"default"_s};
    QTest::newRow("all matchers of a node") << Labels{{u"severity"_s, u"critical"_s}, {u"team"_s, u"payments"_s}} << QStringList{u"payments-page"_s};
    QTest::newRow("one matcher is not enough") << Labels{{u"severity"_s, u"critical"_s}} << QStringList{u"default"_s};
    QTest::newRow("deeper, and on to the next") << Labels{{u"severity"_s, u"critical"_s}, {u"team"_s, u"pay"_s}, {u"service"_s, u"taxi"_s}}
                                                << QStringList{u"payments-page"_s, u"travel"_s};
    QTest::newRow("anchored") << Labels{{u"service"_s, u"taxi2"_s}} << QStringList{u"default"_s};
}

void TestRoutingConfig::alertsTakeTheRoutesThatMatch()
{
    QFETCH(const Labels, labels);
    QFETCH(const QStringList, receivers);
    QCOMPARE(receiversOf(readRoutingConfig(wholeFile), labels), receivers);
}

void TestRoutingConfig::groupsAreByTheirLabels()
{
    const RoutingConfig config = readRoutingConfig(wholeFile);
    const Labels labels{{u"alertname"_s, u"A"_s}, {u"service"_s, u"payment"_s}, {u"env"_s, u"lab"_s}};
    QCOMPARE(config.root.groupLabels(labels), (Labels{{u"alertname"_s, u"A"_s}, {u"service"_s, u"payment"_s}}));
    QCOMPARE(config.root.routes[0].routes[0].groupLabels(labels), labels);
    QCOMPARE(config.root.routes[1].groupLabels(labels), Labels());
}

void TestRoutingConfig::emptyGroupByIsReadAsTheVersionDoes_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<qsizetype>("labels");
    QTest::newRow("Debian's inherits") << u"0.25.0"_s << qsizetype(2);
    QTest::newRow("0.30 inherits") << u"0.30.1"_s << qsizetype(2);
    QTest::newRow("0.31 groups by nothing") << u"0.31.0"_s << qsizetype(0);
    QTest::newRow("not told: the newest") << QString() << qsizetype(0);
}

void TestRoutingConfig::emptyGroupByIsReadAsTheVersionDoes()
{
    QFETCH(const QString, version);
    QFETCH(const qsizetype, labels);
    QCOMPARE(readRoutingConfig(wholeFile, version).root.routes[1].groupBy.size(), labels);
}

void TestRoutingConfig::receiversTellTheirIntegrationsAndNoSecret()
{
    const RoutingConfig config = readRoutingConfig(wholeFile);
    QCOMPARE(config.receivers.at(u"payments-page"_s).integrations, (QStringList{u"pagerduty"_s, u"slack"_s}));
    QCOMPARE(config.receivers.at(u"travel"_s).integrations, QStringList{u"webhook"_s});
    QCOMPARE(config.receivers.at(u"default"_s).integrations, QStringList());
}

void TestRoutingConfig::whatCannotBeReadIsNamedAndTheRestStands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("a key of a later version") << u"route: {receiver: a, colour: red}\nreceivers: [{name: a}]"_s << u"colour"_s;
    QTest::newRow("a list where a map belongs") << u"route: {receiver: a, match: [b]}"_s << u"a map of labels"_s;
    QTest::newRow("a matcher without an operator") << u"route: {receiver: a, routes: [{matchers: [severity]}]}"_s << u"severity"_s;
    QTest::newRow("a bad regular expression") << u"route: {receiver: a, routes: [{match_re: {a: '('}}]}"_s << u"route.routes[0].match_re.a"_s;
    QTest::newRow("a bad duration") << u"route: {receiver: a, group_wait: soon}"_s << u"group_wait"_s;
    QTest::newRow("a receiver without a name") << u"route: {receiver: a}\nreceivers: [{}]"_s << u"name"_s;
    QTest::newRow("rules that are a text") << u"route: {receiver: a}\ninhibit_rules: none"_s << u"a list is expected"_s;
    QTest::newRow("a weekday nobody knows") << u"route: {receiver: a}\ntime_intervals: [{name: n, time_intervals: [{weekdays: [caturday]}]}]"_s << u"caturday"_s;
}

void TestRoutingConfig::whatCannotBeReadIsNamedAndTheRestStands()
{
    QFETCH(const QString, text);
    QFETCH(const QString, message);
    const RoutingConfig config = readRoutingConfig(text);
    QVERIFY(config.valid);
    QCOMPARE(config.root.receiver, u"a"_s);
    QVERIFY2(messages(config).contains(message), qPrintable(messages(config)));
}

void TestRoutingConfig::aRouteThatCannotBeReadMakesTheAnswerUnsure()
{
    const RoutingConfig config = readRoutingConfig(u"route: {receiver: a, routes: [{matchers: [x=y], receiver: b}, {match_re: {a: '('}, receiver: c}, {receiver: d}]}"_s);
    QCOMPARE(receiversOf(config, {{u"x"_s, u"z"_s}}), QStringList{u"d"_s});
    QVERIFY(config.passesUnread({{u"x"_s, u"z"_s}}));
    QCOMPARE(receiversOf(config, {{u"x"_s, u"y"_s}}), QStringList{u"b"_s});
    QVERIFY(!config.passesUnread({{u"x"_s, u"y"_s}}));
}

void TestRoutingConfig::hostileTextsAreCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QString nested = u"route: "_s;
    for (int i = 0; i < 5'000; ++i)
        nested += u"{routes: ["_s;
    QTest::newRow("nested without end") << nested << false;
    QTest::newRow("31 levels") << u"route: {receiver: a, routes: ["_s + u"{routes: ["_s.repeated(28) + u"]}"_s.repeated(28) + u"]}"_s << true;
    QTest::newRow("100,000 routes") << u"route:\n  receiver: a\n  routes:\n"_s + u"  - {receiver: b}\n"_s.repeated(100'000) << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("a page") << u"<html><body>502 Bad Gateway</body></html>"_s << false;
    QTest::newRow("a list") << u"[1, 2, 3]"_s << false;
    QTest::newRow("a route that is a text") << u"route: yes"_s << false;
    QTest::newRow("cut in the middle") << wholeFile.left(200) << false;
    QTest::newRow("a name a megabyte long") << u"route: {receiver: %1}"_s.arg(QString(1'000'000, u'x')) << true;
}

void TestRoutingConfig::hostileTextsAreCut()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    const RoutingConfig config = readRoutingConfig(text);
    QCOMPARE(config.valid, valid);
    QVERIFY(config.root.routes.size() <= 10'000);
    QCOMPARE(config.match({{u"a"_s, u"b"_s}}).empty(), !valid);
}

WATCHFLOOR_TEST(TestRoutingConfig)
#include "tst_routingconfig.moc"
