#include "models/rules/ruleconfiguration.h"
#include "tests/support/testregistry.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <crypt.h>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

SourceSpec source(const QString &name, SourceKind kind, const char *url)
{
    SourceSpec spec;
    spec.name = name;
    spec.kind = kind;
    spec.target.base = QUrl(QString::fromLatin1(url));
    spec.target.credentials.bearer = {SecretReference::Kind::Environment, u"TOKEN_OF_MAIN"_s};
    spec.interval = std::chrono::seconds(5);
    return spec;
}

RuleSetup setup()
{
    SourceSpec page = source(u"orders \"raw\""_s, SourceKind::Metrics, "http://10.0.0.7:3000/metrics");
    page.service = u"orders"_s;
    return {{source(u"main"_s, SourceKind::Prometheus, "https://prometheus.example.com/"), page, source(u"vm"_s, SourceKind::Prometheus, "http://vm:8428/")},
            {0},
            4711,
            u"/run/wf-1/forwarder"_s,
            {u"/run/wf-1/rules/0.json"_s},
            std::chrono::seconds(5)};
}

}

class TestRuleConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndScrapesThroughTheConsole_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("expected");
        QTest::newRow("interval") << u"/global/evaluation_interval"_s << u"\"5s\""_s;
        QTest::newRow("rules") << u"/rule_files"_s << u"[\"/run/wf-1/rules/0.json\"]"_s;
        QTest::newRow("readable ones alone") << u"/remote_read/1"_s << QString();
        QTest::newRow("read through the console") << u"/remote_read/0/url"_s << u"\"http://127.0.0.1:4711/read/0\""_s;
        QTest::newRow("recent samples too") << u"/remote_read/0/read_recent"_s << u"true"_s;
        QTest::newRow("bears the token") << u"/remote_read/0/authorization/credentials_file"_s << u"\"/run/wf-1/forwarder\""_s;
        QTest::newRow("pages alone are scraped") << u"/scrape_configs/1"_s << QString();
        QTest::newRow("job") << u"/scrape_configs/0/job_name"_s << u"\"orders \\\"raw\\\"\""_s;
        QTest::newRow("path") << u"/scrape_configs/0/metrics_path"_s << u"\"/scrape/1\""_s;
        QTest::newRow("interval of the page") << u"/scrape_configs/0/scrape_interval"_s << u"\"5s\""_s;
        QTest::newRow("target") << u"/scrape_configs/0/static_configs/0/targets"_s << u"[\"127.0.0.1:4711\"]"_s;
        QTest::newRow("the page's own address") << u"/scrape_configs/0/static_configs/0/labels/instance"_s << u"\"10.0.0.7:3000\""_s;
        QTest::newRow("service") << u"/scrape_configs/0/static_configs/0/labels/service"_s << u"\"orders\""_s;
    }

    void readsAndScrapesThroughTheConsole()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, expected);
        const Json json = Json::parse(prometheusConfiguration(setup()).toStdString());
        const Json::json_pointer place(pointer.toStdString());
        QCOMPARE(json.contains(place), !expected.isEmpty());
        if (!expected.isEmpty())
            QCOMPARE(QString::fromStdString(json.at(place).dump()), expected);
    }

    void tellsNoCredentials()
    {
        const QByteArray text = prometheusConfiguration(setup());
        QVERIFY(!text.contains("TOKEN_OF_MAIN"));
        QVERIFY(!text.contains("prometheus.example.com"));
    }

    void writesRulesAsTheyStand()
    {
        const Rule alert{u"Down"_s, true, u"up{job=\"a\"} == 0"_s, u"5m"_s, u"1m"_s, {{u"pod"_s, QString()}}, {{u"summary"_s, u"{{ $value }} \u00fc\n\"x\""_s}}};
        const Rule record{u"a:b"_s, false, u"sum(up)"_s};
        const QByteArray text = ruleFileText({u"r.yaml"_s, {{u"g"_s, u"30s"_s, 3, {alert, record}}, {u"h"_s, {}, 0, {record}}}});
        const Json recorded{{"record", "a:b"}, {"expr", "sum(up)"}};
        const Json first{{"alert", "Down"}, {"expr", "up{job=\"a\"} == 0"}, {"for", "5m"}, {"keep_firing_for", "1m"}, {"labels", {{"pod", ""}}},
                         {"annotations", {{"summary", "{{ $value }} \u00fc\n\"x\""}}}};
        const Json expected{{"groups",
                             {{{"name", "g"}, {"interval", "30s"}, {"limit", 3}, {"rules", {first, recorded}}}, {{"name", "h"}, {"rules", Json::array({recorded})}}}}};
        QCOMPARE(Json::parse(text.toStdString()).dump(), expected.dump());
    }

    void letsNobodyInWithoutThePassword()
    {
        const Json json = Json::parse(webConfiguration(u"watchfloor"_s, "sesame").toStdString());
        const std::string hash = json.at("basic_auth_users").at("watchfloor");
        const auto matches = [&hash](const char *password) {
            crypt_data memory{};
            const char *made = crypt_r(password, hash.c_str(), &memory);
            return made && hash == made;
        };
        QVERIFY(QByteArray::fromStdString(hash).startsWith("$2b$"));
        QVERIFY(matches("sesame"));
        QVERIFY(!matches("open"));
        QVERIFY(webConfiguration(u"watchfloor"_s, "sesame") != webConfiguration(u"watchfloor"_s, "sesame"));
    }
};

WATCHFLOOR_TEST(TestRuleConfiguration)
#include "tst_ruleconfiguration.moc"
