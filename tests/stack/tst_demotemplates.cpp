#include "models/stack/demotemplates.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestDemoTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreFilled_data();
    void placesAreFilled();
    void aPlaceWithoutAValueIsNamedWithItsLine();
    void everyFileOfThePlatformIsFilled();
    void everyServiceHasItsRunbooks();
    void profilesDifferInTimesAlone();
    void aPercentSignInThePathIsEscapedForSupervisor();

private:
    static StackInfo info();
    static std::map<QString, QString> files(StackProfile profile);
};

StackInfo TestDemoTemplates::info()
{
    StackInfo info;
    info.folder = u"/tmp/wf-abcdef"_s;
    info.prometheusUrl = QUrl(u"http://127.0.0.1:20001"_s);
    info.alertmanagerUrl = QUrl(u"http://127.0.0.1:20002"_s);
    info.redisExporterUrl = QUrl(u"http://127.0.0.1:20004"_s);
    info.redisPort = 20005;
    quint16 port = 20010;
    for (const auto &name : {u"api-gateway"_s, u"auth"_s, u"payment"_s, u"ecommerce"_s, u"hotel"_s, u"taxi"_s})
        info.services.push_back({name, port++, u"/tmp/wf-abcdef/services/"_s + name, QUrl()});
    return info;
}

std::map<QString, QString> TestDemoTemplates::files(StackProfile profile)
{
    const StackPorts ports{20001, 20002, 20003, 20004};
    const auto made = stackFiles(info(), templateValues(info(), ports, timingOf(profile), u"/opt/watchfloor-demo-service"_s));
    std::map<QString, QString> byPath;
    if (!made)
        return byPath;
    for (const StackFile &file : *made)
        byPath[file.path] = file.text;
    return byPath;
}

void TestDemoTemplates::placesAreFilled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::newRow("nothing to fill") << u"plain text\n"_s << u"plain text\n"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("one") << u"port: @PORT_auth@\n"_s << u"port: 1234\n"_s;
    QTest::newRow("a dash in the name") << u"@PORT_api-gateway@"_s << u"99"_s;
    QTest::newRow("two side by side") << u"@PORT_auth@@PORT_auth@"_s << u"12341234"_s;
    QTest::newRow("an at sign alone") << u"mail to a@b, @ 3 @ 4"_s << u"mail to a@b, @ 3 @ 4"_s;
    QTest::newRow("a value is not filled again") << u"@ODD@"_s << u"@PORT_auth@"_s;
}

void TestDemoTemplates::placesAreFilled()
{
    QFETCH(QString, text);
    QFETCH(QString, filled);
    const TemplateValues values{{u"PORT_auth"_s, u"1234"_s}, {u"PORT_api-gateway"_s, u"99"_s}, {u"ODD"_s, u"@PORT_auth@"_s}};
    const auto result = filledTemplate(text, values, u"x.yml"_s);
    QVERIFY(result.ok());
    QCOMPARE(*result, filled);
}

void TestDemoTemplates::aPlaceWithoutAValueIsNamedWithItsLine()
{
    const auto result = filledTemplate(u"a\nb: @NOWHERE@\n"_s, {}, u"x.yml"_s);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().where, u"x.yml:2"_s);
    QVERIFY(result.error().detail.contains(u"@NOWHERE@"_s));
}

void TestDemoTemplates::everyFileOfThePlatformIsFilled()
{
    const auto made = files(StackProfile::Demo);
    for (const auto &path : {u"prometheus/prometheus.yml"_s, u"prometheus/rules.yaml"_s, u"alertmanager/alertmanager.yml"_s, u"supervisord.conf"_s,
                             u"workspace/watchfloor.yaml"_s, u"workspace/slos/payment.yaml"_s, u"workspace/dashboards/platform.yaml"_s,
                             u"workspace/runbooks/warm-cache.md"_s})
        QVERIFY2(made.contains(path), qPrintable(path));
    static const QRegularExpression left(u"@[A-Z_]+@"_s);
    for (const auto &[path, text] : made) {
        QVERIFY2(!text.isEmpty(), qPrintable(path));
        QVERIFY2(!left.match(text).hasMatch() && !left.match(path).hasMatch(), qPrintable(path));
    }
    QVERIFY(made.at(u"workspace/watchfloor.yaml"_s).contains(u"http://127.0.0.1:20012/api/health/database"_s));
}

void TestDemoTemplates::everyServiceHasItsRunbooks()
{
    const auto made = files(StackProfile::Demo);
    for (const StackService &service : info().services) {
        const QString rollback = u"workspace/runbooks/rollback-%1.md"_s.arg(service.name);
        QVERIFY2(made.contains(rollback), qPrintable(rollback));
        QVERIFY(made.contains(u"workspace/runbooks/restart-%1.md"_s.arg(service.name)));
        QVERIFY(made.at(rollback).contains(u"git -C %1 checkout \"$commit\""_s.arg(service.directory)));
        QVERIFY(made.at(u"supervisord.conf"_s).contains(u"[program:%1]"_s.arg(service.name)));
    }
}

void TestDemoTemplates::profilesDifferInTimesAlone()
{
    const auto demo = files(StackProfile::Demo);
    const auto test = files(StackProfile::Test);
    QCOMPARE(demo.size(), test.size());
    QVERIFY(demo.at(u"prometheus/rules.yaml"_s).contains(u"rate(http_requests_total[60s])"_s));
    QVERIFY(demo.at(u"prometheus/rules.yaml"_s).contains(u"for: 30s"_s));
    QVERIFY(test.at(u"prometheus/rules.yaml"_s).contains(u"rate(http_requests_total[15s])"_s));
    QVERIFY(test.at(u"prometheus/rules.yaml"_s).contains(u"for: 5s"_s));
    // The recorded names are the same in both.
    QVERIFY(test.at(u"prometheus/rules.yaml"_s).contains(u"record: service:error_ratio:1m"_s));
    QVERIFY(test.at(u"alertmanager/alertmanager.yml"_s).contains(u"group_wait: 0s"_s));
    QVERIFY(test.at(u"workspace/runbooks/rollback-payment.md"_s).contains(u"within=60s for=5s"_s));
    QCOMPARE(demo.at(u"supervisord.conf"_s), test.at(u"supervisord.conf"_s));
}

void TestDemoTemplates::aPercentSignInThePathIsEscapedForSupervisor()
{
    const auto values = templateValues(info(), {1, 2, 3, 4}, timingOf(StackProfile::Demo), u"/home/a 100% b/service"_s);
    const auto made = stackFiles(info(), values);
    QVERIFY(made.ok());
    const auto found = std::find_if(made->begin(), made->end(), [](const StackFile &file) { return file.path == u"supervisord.conf"_s; });
    QVERIFY(found != made->end());
    QVERIFY(found->text.contains(u"command=\"/home/a 100%% b/service\" --service auth"_s));
}

WATCHFLOOR_TEST(TestDemoTemplates)
#include "tst_demotemplates.moc"
