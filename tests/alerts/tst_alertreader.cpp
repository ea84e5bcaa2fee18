#include "models/alerts/alertmanagerjson.h"
#include "models/alerts/jsoncursor.h"
#include "models/core/matchersyntax.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

/// JSON written with single quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray alertText(const QByteArray &fingerprint, const QByteArray &status, const QByteArray &receivers = "[]")
{
    return json("{'labels':{'alertname':'A'},'fingerprint':'") + fingerprint + json("','status':") + status + json(",'receivers':") + receivers + '}';
}

/// The value as a tree, read by the cursor alone.
nlohmann::json tree(JsonCursor &cursor)
{
    std::string_view text;
    bool flag = false;
    if (cursor.beginObject()) {
        nlohmann::json object = nlohmann::json::object();
        while (cursor.nextMember(text)) {
            const std::string name(text);
            object[name] = tree(cursor);
        }
        return object;
    }
    if (cursor.beginArray()) {
        nlohmann::json array = nlohmann::json::array();
        while (cursor.nextElement())
            array.push_back(tree(cursor));
        return array;
    }
    if (cursor.readText(text))
        return std::string(text);
    if (cursor.readFlag(flag))
        return flag;
    return nlohmann::json::parse(cursor.takeRaw(), nullptr, false);
}

/// 10,000 alerts with eight labels, as a busy Alertmanager has them.
QByteArray busyBody()
{
    QByteArray body = "[";
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray n = QByteArray::number(i);
        body += (i > 0 ? "," : "") + json("{'annotations':{'description':'something about ") + n + json("','summary':'pod is not ready'},'endsAt':'2026-11-21T02:45:00.000Z','fingerprint':'")
                + QByteArray::number(quint64(i) * 2654435761u, 16).rightJustified(16, '0') + json("','receivers':[{'name':'pager'}],'startsAt':'2026-11-21T02:39:47.027Z',")
                + json("'status':{'inhibitedBy':[],'mutedBy':[],'silencedBy':[],'state':'active'},'updatedAt':'2026-11-21T02:41:00.000Z',")
                + json("'generatorURL':'http://prometheus.example:9090/graph?g0.expr=up+%3D%3D+0','labels':{'alertname':'Alert") + QByteArray::number(i % 40)
                + json("','env':'production','instance':'10.0.") + QByteArray::number(i / 250) + '.' + QByteArray::number(i % 250) + json(":9100','job':'node','pod':'pod-") + n
                + json("','service':'service-") + QByteArray::number(i % 120) + json("','severity':'warning','team':'platform'}}");
    }
    return body + ']';
}

}

class TestAlertReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cursorReadsWhatJsonIs();
    void cursorRefusesWhatJsonIsNot_data();
    void cursorRefusesWhatJsonIsNot();
    void readsWhatVersionsSay();
    void anAlertOfSeveralGroupsIsOne();
    void groupsAreRefusedAsAlertsAre();
    void fingerprintIsAlertmanagers();
    void statusOfOneIsNotThatOfTheNext();
    void oversizedAlerts();
    void farEndsAreKept();
    void versionsBefore017AreRefused_data();
    void versionsBefore017AreRefused();
    void statusHasMembersAndConfiguration();
    void silencesKnowWhenTheyChanged();
    void tenThousandAreReadFast();
};

void TestAlertReader::cursorReadsWhatJsonIs()
{
    const QByteArray texts[] = {json("{'a':[1,-2.5e+3,0,0.1E-2,true,false,null,'x'],'b':{},'c':[],'':{'d':[[{}]]}}"),
                                json(" [ '\\'\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude42é🙂\\u0000' , {'\\u0061\\n':'\\u0062'} ] "), json("'alone'"), "17", "null", "  true\n"};
    QRandomGenerator random(7);
    int read = 0;
    for (const QByteArray &text : texts)
        for (int round = 0; round < 3'000; ++round) {
            QByteArray body = text;
            for (int spoil = round == 0 ? 0 : random.bounded(1, 3); spoil > 0 && !body.isEmpty(); --spoil) {
                const qsizetype at = random.bounded(int(body.size()));
                if (random.bounded(2) == 0)
                    body.remove(at, 1);
                else
                    body.insert(at, "{}[]\",:0e1-.\\ut \n"[random.bounded(17)]);
            }
            if (!body.isValidUtf8())
                continue;
            const nlohmann::json wanted = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
            JsonCursor cursor(body);
            const nlohmann::json got = tree(cursor);
            // A lone surrogate is U+FFFD here and a refusal there.
            if (got.dump().find("\uFFFD") != std::string::npos)
                continue;
            QVERIFY2(cursor.atEnd() == !wanted.is_discarded(), body.constData());
            if (!wanted.is_discarded())
                QVERIFY2(got == wanted, body.constData());
            JsonCursor skipping(body);
            skipping.skip();
            QVERIFY2(skipping.atEnd() == !wanted.is_discarded(), body.constData());
            read += wanted.is_discarded() ? 0 : 1;
        }
    QVERIFY(read > 1'000);
}

void TestAlertReader::cursorRefusesWhatJsonIsNot_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", " ", "[", "]", "{", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1 2]", "01", "1.", ".5", "+1", "1e", "tru", "nulll", "\"a", "\"\\x\"",
                             "\"\\u12\"", "\"\\u0x1f\"", "\"\n\"", "[] []", "'a'", "[1}", "{\"a\":1]"})
        QTest::addRow("%s", body) << QByteArray(body);
    QTest::newRow("deep") << QByteArray(100, '[') + QByteArray(100, ']');
    QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(100) + '1' + QByteArray(100, '}');
}

void TestAlertReader::cursorRefusesWhatJsonIsNot()
{
    QFETCH(QByteArray, body);
    JsonCursor cursor(body);
    cursor.skip();
    QVERIFY(!cursor.atEnd());
}

void TestAlertReader::readsWhatVersionsSay()
{
    const auto list = parseAlerts('[' + alertText("1", json("{'state':'suppressed','silencedBy':null,'inhibitedBy':['f','g'],'mutedBy':['nights']}"), json("[{'name':'pager'},{'name':'mail'}]")) + ','
                                  + alertText("2", json("{'state':'unprocessed','silencedBy':[],'inhibitedBy':[]}"), "null") + ']');
    QVERIFY(list);
    const OriginAlert &first = list->alerts[0];
    QVERIFY(first.state == OriginAlert::State::Suppressed);
    QCOMPARE(first.inhibitedBy, (QStringList{u"f"_s, u"g"_s}));
    QCOMPARE(first.mutedBy, QStringList{u"nights"_s});
    QCOMPARE(first.receivers, (QStringList{u"pager"_s, u"mail"_s}));
    QVERIFY(first.silencedBy.isEmpty());
    QVERIFY(list->alerts[1].state == OriginAlert::State::Firing);
    QVERIFY(list->alerts[1].receivers.isEmpty());
    QCOMPARE(list->unprocessed, QStringList{u"2"_s});
}

void TestAlertReader::anAlertOfSeveralGroupsIsOne()
{
    const QByteArray muted = alertText("1", json("{'state':'suppressed','silencedBy':['s'],'inhibitedBy':[],'mutedBy':['nights']}"), json("[{'name':'pager'}]"));
    const QByteArray active = alertText("1", json("{'state':'active','silencedBy':[],'inhibitedBy':['f'],'mutedBy':[]}"), json("[{'name':'mail'},{'name':'pager'}]"));
    const QByteArray other = alertText("2", json("{'state':'active','silencedBy':[],'inhibitedBy':[]}"));
    const auto list = parseAlertGroups(json("[{'alerts':[") + muted + ',' + other + json("],'labels':{'job':'a'},'receiver':{'name':'pager'}},{'labels':{},'alerts':null},{'labels':{},'receiver':{'name':'mail'},'alerts':[")
                                       + active + "]}]");
    QVERIFY(list);
    QCOMPARE(list->total, size_t(2));
    QCOMPARE(list->alerts.size(), size_t(2));
    const OriginAlert &merged = list->alerts.front();
    QVERIFY(merged.state == OriginAlert::State::Firing);
    QCOMPARE(merged.receivers, (QStringList{u"pager"_s, u"mail"_s}));
    QCOMPARE(merged.silencedBy, QStringList{u"s"_s});
    QCOMPARE(merged.inhibitedBy, QStringList{u"f"_s});
    QCOMPARE(merged.mutedBy, QStringList{u"nights"_s});
}

void TestAlertReader::groupsAreRefusedAsAlertsAre()
{
    QCOMPARE(parseAlertGroups("[]")->total, size_t(0));
    for (const QByteArray &body : {QByteArray(), QByteArray("{}"), QByteArray("[1]"), json("[{'alerts':[{}]}]"), json("[{'alerts':[")})
        QVERIFY2(!parseAlertGroups(body), body.constData());
    QVERIFY(parseAlertGroups(json("{'status':'success','data':[]}")).error().kind == Error::Kind::Unsupported);
}

/// Both numbers were recorded from an Alertmanager 0.25.
void TestAlertReader::fingerprintIsAlertmanagers()
{
    QCOMPARE(alertmanagerFingerprint({{u"alertname"_s, u"Disk"_s}}), u"ec46590cdcd657bb"_s);
    QCOMPARE(alertmanagerFingerprint({{u"alertname"_s, u"Disk"_s}, {u"zone"_s, u"é\U0001f642"_s}, {u"a"_s, u"1"_s}, {u"empty"_s, u""_s}}), u"63e7d9155cd21ac5"_s);
    QCOMPARE(parseAlerts(json("[{'labels':{'alertname':'Disk'}}]"))->alerts.front().fingerprint, u"ec46590cdcd657bb"_s);
}

void TestAlertReader::statusOfOneIsNotThatOfTheNext()
{
    const QByteArray silenced = json("{'state':'suppressed','silencedBy':['s'],'inhibitedBy':[]}");
    const auto list = parseAlerts('[' + alertText("1", silenced) + ',' + alertText("2", silenced, json("[{'name':'a'}]")) + ',' + json("{'labels':{'alertname':'B'}},") + alertText("3", "\"odd\"") + ','
                                  + alertText("4", silenced, "7") + ']');
    QVERIFY(list);
    QCOMPARE(list->alerts[1].silencedBy, QStringList{u"s"_s});
    QVERIFY(list->alerts[2].silencedBy.isEmpty());
    QVERIFY(list->alerts[2].receivers.isEmpty());
    QVERIFY(list->alerts[3].state == OriginAlert::State::Firing);
    QVERIFY(list->alerts[4].state == OriginAlert::State::Suppressed);
    QVERIFY(list->alerts[4].receivers.isEmpty());
}

void TestAlertReader::oversizedAlerts()
{
    const auto withLabels = [](int count) {
        QByteArray labels;
        for (int i = 0; i < count; ++i)
            labels += (i > 0 ? "," : "") + QByteArray("\"l") + QByteArray::number(i) + "\":\"v\"";
        return parseAlerts("[{\"labels\":{" + labels + "}}]");
    };
    QCOMPARE(withLabels(200)->alerts.front().labels.size(), 200);
    QVERIFY(!withLabels(2'000));
    QVERIFY(withLabels(2'000).error().detail.contains(u"more than 1000 labels"));
    const auto long64k = parseAlerts(json("[{'labels':{'alertname':'A'},'annotations':{'summary':'") + QByteArray(65'536, 'x') + json("','short':'y'}}]"));
    QVERIFY(long64k);
    const QString cut = long64k->alerts.front().annotations.value(u"summary");
    QVERIFY(cut.size() < annotationLimit + 60);
    QVERIFY(cut.endsWith(u"[cut; 65536 characters in all]"));
    const auto bidi = parseAlerts(json("[{'labels':{'alertname':'A\\u202e'},'annotations':{'summary':'<b>&\\u2066'}}]"));
    QCOMPARE(bidi->alerts.front().labels.value(u"alertname"), u"A\u202e"_s);
    QCOMPARE(bidi->alerts.front().annotations.value(u"summary"), u"<b>&\u2066"_s);
}

void TestAlertReader::farEndsAreKept()
{
    const auto list = parseAlerts(json("[{'labels':{'alertname':'A'},'endsAt':'9999-12-31T23:59:59.999Z','startsAt':'2026-11-21T03:39:47.027693024+01:00'}]"));
    QCOMPARE(list->alerts.front().endsAt->time_since_epoch().count(), 253'402'300'799'999LL);
    QCOMPARE(list->alerts.front().startsAt.time_since_epoch().count(), 1'795'228'787'027LL);
}

void TestAlertReader::versionsBefore017AreRefused_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("fine");
    for (const auto &[version, fine] : {std::pair("0.15.3", false), std::pair("v0.16.2", false), std::pair("0.16.0-beta.0", false), std::pair("0.3.0+ds", false), std::pair("0.17.0", true),
                                        std::pair("0.25.0+ds", true), std::pair("v0.28.1", true), std::pair("1.0.0", true), std::pair("", true), std::pair("main", true)})
        QTest::addRow("%s", version) << QString::fromLatin1(version) << fine;
}

void TestAlertReader::versionsBefore017AreRefused()
{
    QFETCH(QString, version);
    QFETCH(bool, fine);
    const auto checked = checkVersion(version);
    QCOMPARE(checked.ok(), fine);
    if (!fine) {
        QVERIFY(checked.error().kind == Error::Kind::Unsupported);
        QVERIFY(checked.error().detail.contains(version));
    }
}

void TestAlertReader::statusHasMembersAndConfiguration()
{
    const auto status = parseStatus(json("{'cluster':{'name':'01','peers':[{'name':'01','address':'10.0.0.1:9094'},{'name':'02','address':'10.0.0.2:9094'},7],'status':'settling'},'config':{'original':'route:\\n  receiver: a\\n'},'uptime':'2026-11-21T02:00:00.000Z','versionInfo':{'version':'0.28.0'}}"));
    QCOMPARE(status->clusterPeers, (QStringList{u"10.0.0.1:9094"_s, u"10.0.0.2:9094"_s}));
    QCOMPARE(status->configuration, u"route:\n  receiver: a\n"_s);
    QCOMPARE(status->clusterStatus, u"settling"_s);
    const auto old = parseStatus(json("{'cluster':{'name':'','peers':null,'status':''},'versionInfo':{'version':'0.17.0'}}"));
    QVERIFY(old && old->clusterPeers.isEmpty() && old->clusterStatus.isEmpty());
    QVERIFY(parseStatus(json("{'cluster':null,'config':null,'versionInfo':null}")));
}

void TestAlertReader::silencesKnowWhenTheyChanged()
{
    const auto silences = parseSilences(json("[{'id':'a','updatedAt':'2026-11-21T02:40:00.000Z','matchers':[{'name':'a b','value':'x\\ny','isRegex':true}]},{'id':'b','matchers':[{'name':'','value':'x'}]}]"));
    QCOMPARE(silences->size(), size_t(1));
    QCOMPARE(silences->front().updatedAt.time_since_epoch().count(), 1'795'228'800'000LL);
    QCOMPARE(canonicalText(silences->front().matchers), u"{\"a b\"=~\"x\\ny\"}"_s);
}

void TestAlertReader::tenThousandAreReadFast()
{
    const QByteArray body = busyBody();
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 5;
    for (int i = 0; i < rounds; ++i)
        QCOMPARE(parseAlerts(body)->total, size_t(10'000));
    const double milliseconds = double(timer.elapsed()) / rounds;
    qInfo("10,000 alerts, %.1f MB: %.1f ms", double(body.size()) / 1e6, milliseconds);
    QVERIFY(milliseconds < 1'000);
}

WATCHFLOOR_TEST(TestAlertReader)
#include "tst_alertreader.moc"
