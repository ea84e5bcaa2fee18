#include "models/alerts/alertmanagerjson.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

/// As Alertmanager 0.25 wrote it.
const QByteArray recorded = R"([{"annotations":{"summary":"payments is down"},"endsAt":"2026-11-21T02:45:00.000Z","fingerprint":"4ef2e3bae3824f99",
"receivers":[{"name":"pager"}],"startsAt":"2026-11-21T02:39:47.027Z","status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},
"updatedAt":"2026-11-21T02:41:00.000Z","generatorURL":"http://127.0.0.1:19090/graph?g0.expr=up+%3D%3D+0","labels":{"alertname":"ServiceDown","service":"payments","severity":"critical"}}])";

QByteArray alertWith(const QByteArray &members)
{
    return "[{\"labels\":{\"alertname\":\"A\"}" + (members.isEmpty() ? QByteArray() : ',' + members) + "}]";
}

}

class TestAlertmanagerJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARecordedAnswer();
    void readsEveryVersion_data();
    void readsEveryVersion();
    void refuses_data();
    void refuses();
    void everyCutIsRefused();
    void cutsAtTheLimitWorstFirst();
    void deepJsonIsRefusedAtOnce();
    void brokenUtf8IsVisible();
    void readsSilences();
    void oneUnreadableSilenceCostsNoOther();
    void annotationsOfASilenceAreKept();
    void readsStatus();
    void silenceGoesOutAsAlertmanagerWantsIt();
    void silenceIsChecked_data();
    void silenceIsChecked();
    void standsAsAskedComparesWhatCounts();
    void refusalTexts();
};

void TestAlertmanagerJson::readsARecordedAnswer()
{
    const auto list = parseAlerts(recorded);
    QVERIFY(list);
    QCOMPARE(list->total, size_t(1));
    const OriginAlert &alert = list->alerts.front();
    QCOMPARE(alert.labels.toString(), u"{alertname=\"ServiceDown\", service=\"payments\", severity=\"critical\"}"_s);
    QCOMPARE(alert.annotations.value(u"summary"), u"payments is down"_s);
    QVERIFY(alert.state == OriginAlert::State::Firing);
    QCOMPARE(alert.startsAt.time_since_epoch().count(), 1'795'228'787'027LL);
    QCOMPARE(alert.endsAt->time_since_epoch().count(), 1'795'229'100'000LL);
    QCOMPARE(alert.fingerprint, u"4ef2e3bae3824f99"_s);
    QVERIFY(alert.generatorUrl.startsWith(u"http://127.0.0.1:19090/graph"));
    QCOMPARE(parseAlerts("[]")->total, size_t(0));
}

void TestAlertmanagerJson::readsEveryVersion_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("state");
    QTest::addColumn<QStringList>("silencedBy");
    using State = OriginAlert::State;
    QTest::newRow("active") << QByteArray(R"("status":{"state":"active","silencedBy":[],"inhibitedBy":[]})") << int(State::Firing) << QStringList();
    QTest::newRow("suppressed") << QByteArray(R"("status":{"state":"suppressed","silencedBy":["x"],"inhibitedBy":[]})")
                                << int(State::Suppressed) << QStringList(u"x"_s);
    QTest::newRow("unprocessed fires") << QByteArray(R"("status":{"state":"unprocessed","silencedBy":[],"inhibitedBy":[]})") << int(State::Firing) << QStringList();
    QTest::newRow("lists that are null") << QByteArray(R"("status":{"state":"active","silencedBy":null,"inhibitedBy":null})") << int(State::Firing) << QStringList();
    QTest::newRow("mutedBy of 0.28") << QByteArray(R"("status":{"state":"active","silencedBy":[],"inhibitedBy":[],"mutedBy":[]})") << int(State::Firing) << QStringList();
    QTest::newRow("a state of the future fires") << QByteArray(R"("status":{"state":"dreaming"})") << int(State::Firing) << QStringList();
    QTest::newRow("no status") << QByteArray() << int(State::Firing) << QStringList();
    QTest::newRow("no end: year 1") << QByteArray(R"("endsAt":"0001-01-01T00:00:00Z")") << int(State::Firing) << QStringList();
    QTest::newRow("unreadable time") << QByteArray(R"("endsAt":"soon","startsAt":7)") << int(State::Firing) << QStringList();
}

void TestAlertmanagerJson::readsEveryVersion()
{
    QFETCH(QByteArray, members);
    QFETCH(int, state);
    QFETCH(QStringList, silencedBy);
    const auto list = parseAlerts(alertWith(members));
    QVERIFY(list);
    QCOMPARE(int(list->alerts.front().state), state);
    QCOMPARE(list->alerts.front().silencedBy, silencedBy);
    QVERIFY(!list->alerts.front().endsAt);
}

void TestAlertmanagerJson::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const int malformed = int(Error::Kind::Malformed);
    QTest::newRow("empty") << QByteArray() << malformed;
    QTest::newRow("HTML") << QByteArray("<html></html>") << malformed;
    QTest::newRow("text") << QByteArray("\"no\"") << malformed;
    QTest::newRow("object") << QByteArray("{}") << malformed;
    QTest::newRow("numbers") << QByteArray("[1, 2]") << malformed;
    QTest::newRow("no labels") << QByteArray("[{}]") << malformed;
    QTest::newRow("labels are a list") << QByteArray(R"([{"labels":[]}])") << malformed;
    QTest::newRow("a label is a number") << QByteArray(R"([{"labels":{"a":1}}])") << malformed;
    QTest::newRow("annotations are text") << QByteArray(R"([{"labels":{"a":"b"},"annotations":"x"}])") << malformed;
    QTest::newRow("text after the end") << QByteArray("[] x") << malformed;
    QTest::newRow("API v1") << QByteArray(R"({"status":"success","data":[{"labels":{"alertname":"A"}}]})") << int(Error::Kind::Unsupported);
}

void TestAlertmanagerJson::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    const auto list = parseAlerts(body);
    QVERIFY(!list);
    QCOMPARE(int(list.error().kind), kind);
    if (kind == int(Error::Kind::Unsupported))
        QVERIFY(list.error().detail.contains(u"0.17"));
}

void TestAlertmanagerJson::everyCutIsRefused()
{
    for (qsizetype length = 0; length < recorded.size(); ++length)
        QVERIFY2(!parseAlerts(recorded.left(length)), qPrintable(QString::number(length)));
}

void TestAlertmanagerJson::cutsAtTheLimitWorstFirst()
{
    QByteArray body = "[";
    for (int i = 0; i < 500; ++i) {
        const char *severity = i % 50 == 0 ? "critical" : i % 2 == 0 ? "warning" : "info";
        body += (i > 0 ? "," : "") + QByteArray("{\"labels\":{\"alertname\":\"A") + QByteArray::number(i) + "\",\"severity\":\"" + severity + "\"}}";
    }
    const auto list = parseAlerts(body + ']', {}, 20);
    QVERIFY(list);
    QCOMPARE(list->total, size_t(500));
    QCOMPARE(list->alerts.size(), size_t(20));
    const auto critical = std::count_if(list->alerts.begin(), list->alerts.end(), [](const auto &alert) { return alert.labels.value(u"severity") == u"critical"; });
    const auto info = std::count_if(list->alerts.begin(), list->alerts.end(), [](const auto &alert) { return alert.labels.value(u"severity") == u"info"; });
    QCOMPARE(critical, 10);
    QCOMPARE(info, 0);
}

void TestAlertmanagerJson::deepJsonIsRefusedAtOnce()
{
    QVERIFY(!parseAlerts(QByteArray(1'000'000, '[')));
    QVERIFY(!parseAlerts("[{\"labels\":{\"a\":\"b\"},\"x\":" + QByteArray(100, '[') + QByteArray(100, ']') + "}]"));
    QVERIFY(!parseStatus(QByteArray(1'000'000, '[')));
}

void TestAlertmanagerJson::brokenUtf8IsVisible()
{
    const auto list = parseAlerts("[{\"labels\":{\"alertname\":\"A\xFF\"}}]");
    QVERIFY(list);
    QCOMPARE(list->alerts.front().labels.value(u"alertname"), u"A\uFFFD"_s);
}

void TestAlertmanagerJson::readsSilences()
{
    const auto silences = parseSilences(R"([
        {"id":"a","status":{"state":"active"},"updatedAt":"2026-11-21T02:40:00.000Z","comment":"c","createdBy":"mk","endsAt":"2026-11-21T04:00:00.000Z",
         "matchers":[{"isEqual":false,"isRegex":true,"name":"service","value":"lab-.*"},{"isRegex":false,"name":"env","value":"prod"}],"startsAt":"2026-11-21T02:40:00.000Z"},
        {"id":"b","status":{"state":"expired"},"matchers":[{"isRegex":true,"name":"x","value":"y"}],"startsAt":"","endsAt":""},
        {"id":"c","status":{"state":"pending"},"matchers":[{"isEqual":false,"isRegex":false,"name":"x","value":"y"}]}])");
    QVERIFY(silences);
    QCOMPARE(silences->size(), size_t(3));
    QCOMPARE(matchersText(silences->at(0).matchers), u"{service!~\"lab-.*\", env=\"prod\"}"_s);
    QVERIFY(silences->at(0).state == Silence::State::Active);
    QCOMPARE(silences->at(0).createdBy, u"mk"_s);
    QCOMPARE(silences->at(0).endsAt.time_since_epoch().count(), 1'795'233'600'000LL);
    QVERIFY(silences->at(1).state == Silence::State::Expired);
    QCOMPARE(matchersText(silences->at(1).matchers), u"{x=~\"y\"}"_s);
    QVERIFY(silences->at(2).state == Silence::State::Pending);
    QCOMPARE(matchersText(silences->at(2).matchers), u"{x!=\"y\"}"_s);
    QVERIFY(!parseSilences("{}"));
    QVERIFY(!parseSilence("[]"));
    QVERIFY(!parseSilence(R"({"id":"a"})"));
}

void TestAlertmanagerJson::oneUnreadableSilenceCostsNoOther()
{
    const auto silences = parseSilences(R"([{"id":"a","matchers":[{"name":"x","value":"(","isRegex":true}]},{"id":"b","matchers":[{"name":"x","value":"y"}]}])");
    QVERIFY(silences);
    QCOMPARE(silences->size(), size_t(1));
    QCOMPARE(silences->front().id, u"b"_s);
    const auto list = parseSilenceList(R"([{"id":"a","matchers":[{"name":"x","value":"(","isRegex":true}]},{"id":"b","matchers":[{"name":"x","value":"y"}]},
        {"id":"c","status":{"state":"expired"},"matchers":[{"name":"x","value":"(","isRegex":true}]},{"id":"d","status":{"state":"active"}}])");
    QVERIFY(list);
    QCOMPARE(list->silences.size(), size_t(1));
    QCOMPARE(list->unread, size_t(2)); // what is over mutes nothing
}

/// Alertmanager 0.28 and newer keep annotations with a silence; what others wrote there goes back as it came.
void TestAlertmanagerJson::annotationsOfASilenceAreKept()
{
    const QByteArray told = R"({"id":"a","matchers":[{"name":"x","value":"y"}],"annotations":{"ticket":"OPS-7","runbook":"r-1"}})";
    const auto silence = parseSilence(told);
    QVERIFY(silence);
    QCOMPARE(silence->annotations, (Labels{{u"runbook"_s, u"r-1"_s}, {u"ticket"_s, u"OPS-7"_s}}));
    QVERIFY(silenceJson(*silence).contains(R"("annotations":{"runbook":"r-1","ticket":"OPS-7"})"));
    for (const QByteArray &none : {QByteArray("null"), QByteArray("{}"), QByteArray("[1]"), QByteArray(R"({"n":1})")}) {
        const auto bare = parseSilence(QByteArray(told).replace(R"({"ticket":"OPS-7","runbook":"r-1"})", none));
        QVERIFY(bare);
        QVERIFY(bare->annotations.isEmpty());
        QVERIFY(!silenceJson(*bare).contains("annotations"));
    }
}

void TestAlertmanagerJson::readsStatus()
{
    const auto status = parseStatus(R"({"cluster":{"name":"01","peers":[],"status":"ready"},"config":{"original":"x"},"uptime":"2026-11-21T02:00:00.000Z","versionInfo":{"version":"0.25.0"}})");
    QVERIFY(status);
    QCOMPARE(status->version, u"0.25.0"_s);
    QCOMPARE(status->clusterStatus, u"ready"_s);
    QCOMPARE(status->startedAt->time_since_epoch().count(), 1'795'226'400'000LL);
    QVERIFY(parseStatus("{}")->version.isEmpty());
    QVERIFY(parseStatus(R"({"status":"success","data":{"versionInfo":{}}})").error().kind == Error::Kind::Unsupported);
}

void TestAlertmanagerJson::silenceGoesOutAsAlertmanagerWantsIt()
{
    Silence silence;
    silence.matchers = *parseMatchers(u"{a=\"1\", b!~\"2|3\"}");
    silence.startsAt = WallTime(std::chrono::milliseconds(1'795'226'400'000LL));
    silence.endsAt = silence.startsAt + std::chrono::hours(2);
    silence.createdBy = u"mk"_s;
    silence.comment = u"say \"hi\""_s;
    const QByteArray expected = R"({"comment":"say \"hi\"","createdBy":"mk","endsAt":"2026-11-21T04:00:00.000Z","matchers":[)"
                                R"({"isEqual":true,"isRegex":false,"name":"a","value":"1"},{"isEqual":false,"isRegex":true,"name":"b","value":"2|3"}],)"
                                R"("startsAt":"2026-11-21T02:00:00.000Z"})";
    QCOMPARE(silenceJson(silence), expected);
    silence.id = u"x-1"_s;
    QVERIFY(silenceJson(silence).contains("\"id\":\"x-1\""));
    QCOMPARE(parseSilenceId("{\"silenceID\":\"x-1\"}").value(), u"x-1"_s);
    QVERIFY(!parseSilenceId("{}"));
}

void TestAlertmanagerJson::silenceIsChecked_data()
{
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<QString>("author");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("fine");
    QTest::newRow("fine") << u"a=\"1\""_s << u"mk"_s << u"c"_s << 5 << true;
    QTest::newRow("one of two needs a label") << u"a=\"1\",b=~\".*\""_s << u"mk"_s << u"c"_s << 5 << true;
    QTest::newRow("no matcher") << u""_s << u"mk"_s << u"c"_s << 5 << false;
    QTest::newRow("mutes everything") << u"a=~\".*\",b!=\"x\""_s << u"mk"_s << u"c"_s << 5 << false;
    QTest::newRow("nobody") << u"a=\"1\""_s << u" "_s << u"c"_s << 5 << false;
    QTest::newRow("no reason") << u"a=\"1\""_s << u"mk"_s << u""_s << 5 << false;
    QTest::newRow("ends before it starts") << u"a=\"1\""_s << u"mk"_s << u"c"_s << 0 << false;
}

void TestAlertmanagerJson::silenceIsChecked()
{
    QFETCH(QString, matchers);
    QFETCH(QString, author);
    QFETCH(QString, comment);
    QFETCH(int, minutes);
    QFETCH(bool, fine);
    Silence silence;
    silence.matchers = *parseMatchers(matchers);
    silence.createdBy = author;
    silence.comment = comment;
    silence.endsAt = silence.startsAt + std::chrono::minutes(minutes);
    QCOMPARE(checkSilence(silence).ok(), fine);
}

void TestAlertmanagerJson::standsAsAskedComparesWhatCounts()
{
    Silence asked;
    asked.matchers = *parseMatchers(u"a=\"1\",b=\"2\"");
    asked.endsAt = WallTime(std::chrono::hours(100));
    Silence stored = asked;
    stored.matchers = *parseMatchers(u"b=\"2\",a=\"1\"");
    stored.startsAt += std::chrono::seconds(30);
    QVERIFY(standsAsAsked(stored, asked));
    stored.state = Silence::State::Expired;
    QVERIFY(!standsAsAsked(stored, asked));
    stored = asked;
    stored.endsAt += std::chrono::minutes(1);
    QVERIFY(!standsAsAsked(stored, asked));
    stored = asked;
    stored.matchers = *parseMatchers(u"a!=\"1\",b=\"2\"");
    QVERIFY(!standsAsAsked(stored, asked));
}

void TestAlertmanagerJson::refusalTexts()
{
    QCOMPARE(refusalText("\"silence not found\""), u"silence not found"_s);
    QCOMPARE(refusalText(R"({"code":602,"message":"createdBy in body is required"})"), u"createdBy in body is required"_s);
    QCOMPARE(refusalText("plain words\n"), u"plain words"_s);
    QCOMPARE(refusalText({}), QString());
}

WATCHFLOOR_TEST(TestAlertmanagerJson)
#include "tst_alertmanagerjson.moc"
