#include "models/health/healthbody.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

namespace {

QString partsOf(const std::vector<HealthComponent> &components)
{
    QStringList parts;
    for (const HealthComponent &component : components)
        parts.append(component.name + u'=' + stateName(component.state));
    return parts.join(u' ');
}

}

class TestHealthBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesAreReadWithTheirOwnWords_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("family");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char *name, int status, const char *body, const char *family, State state, const char *parts = "") {
            QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(family) << state << QString::fromLatin1(parts);
        };
        row("Spring up", 200, R"({"status":"UP"})", "spring", State::Healthy);
        row("Spring down", 503, R"({"status":"DOWN"})", "spring", State::Critical);
        row("Spring out of service", 503, R"({"status":"OUT_OF_SERVICE"})", "spring", State::Critical);
        row("Spring does not know", 200, R"({"status":"UNKNOWN"})", "spring", State::Blind);
        row("Spring groups", 200, R"({"status":"UP","groups":["liveness","readiness"]})", "spring", State::Healthy);
        row("Spring 3 parts", 503, R"({"status":"DOWN","components":{"mq":{"status":"DOWN","components":{"east":{"status":"UP"},"west":{"status":"DOWN"}}},"db":{"status":"UP","details":{"database":"H2"}}}})",
            "spring", State::Critical, "db=healthy mq=critical mq/east=healthy mq/west=critical");
        row("Spring 2.0 parts", 200, R"({"status":"UP","details":{"disk":{"status":"UP","details":{"free":12}}}})", "spring", State::Healthy, "disk=healthy");
        row("Spring 1 parts", 503, R"({"status":"DOWN","disk":{"status":"UP","free":12},"db":{"status":"DOWN","error":"refused"}})", "spring", State::Critical, "db=critical disk=healthy");
        row("Spring 1 parts of parts", 503, R"({"status":"DOWN","queues":{"status":"DOWN","east":{"status":"UP"},"west":{"status":"DOWN"}}})", "spring", State::Critical, "queues=critical queues/east=healthy queues/west=critical");
        row("Spring details with a status of their own", 200, R"({"status":"UP","components":{"search":{"status":"UP","details":{"cluster":"a","status":"yellow"}}}})", "spring", State::Healthy, "search=healthy");
        row("Spring part unknown", 200, R"({"status":"UP","components":{"discovery":{"status":"UNKNOWN"}}})", "spring", State::Healthy, "discovery=blind");
        row("Spring own word", 200, R"({"status":"SHIPPED","components":{"db":{"status":"UP"}}})", "spring", State::Blind, "db=healthy");
        row("Spring against itself", 200, R"({"status":"UP","components":{"db":{"status":"DOWN"}}})", "spring", State::Critical, "db=critical");
        row("draft pass", 200, R"({"status":"pass","version":"1"})", "health+json", State::Healthy);
        row("draft warn", 200, R"({"status":"warn","output":"slow"})", "health+json", State::Warning);
        row("draft fail", 503, R"({"status":"fail","checks":{"store:latency":[{"status":"pass"},{"status":"fail"}],"uptime":[{"observedValue":3}]}})", "health+json", State::Critical, "store:latency=critical");
        row("draft aliases", 200, R"({"status":"up","checks":{"cpu":[{"status":"ok"}],"memory":[{"status":"warn"}]}})", "health+json", State::Healthy, "cpu=healthy memory=warning");
        row("first draft", 200, R"({"status":"pass","details":{"cpu":[{"status":"warn"}],"disk":{"status":"pass"},"uptime":{"metricValue":3}}})", "health+json", State::Healthy, "cpu=warning disk=healthy");
        row("draft hides a failure", 200, R"({"status":"pass","checks":{"cpu":[{"status":"fail"}]}})", "health+json", State::Warning, "cpu=critical");
        row("MicroProfile up", 200, R"({"status":"UP","checks":[{"name":"live","status":"UP","data":{}}]})", "microprofile", State::Healthy, "live=healthy");
        row("MicroProfile empty", 200, R"({"status":"UP","checks":[]})", "microprofile", State::Healthy);
        row("MicroProfile down", 503, R"({"status":"DOWN","checks":[{"name":"db","status":"DOWN"}]})", "microprofile", State::Critical, "db=critical");
        row("MicroProfile 1.0", 503, R"({"outcome":"DOWN","checks":[{"name":"db","state":"DOWN"}]})", "microprofile", State::Critical, "db=critical");
        row("Kubernetes", 200, "ok", "kubernetes", State::Healthy);
        row("Kubernetes verbose", 200, "[+]ping ok\n[+]log excluded: ok\nreadyz check passed\n", "kubernetes", State::Healthy, "ping=healthy log=healthy");
        row("Kubernetes failed", 500, "[+]ping ok\n[-]etcd failed: reason withheld\nhealthz check failed\n", "kubernetes", State::Critical, "ping=healthy etcd=critical");
        row("Kubernetes one check", 500, "internal server error: no leader\n", "kubernetes", State::Critical);
        row("Kubernetes components", 200, R"({"kind":"ComponentStatusList","items":[{"metadata":{"name":"etcd-0"},"conditions":[{"type":"Healthy","status":"True","message":"ok"}]},
            {"metadata":{"name":"scheduler"},"conditions":[{"type":"Healthy","status":"Unknown"}]}]})", "kubernetes", State::Blind, "etcd-0=healthy scheduler=blind");
        row("ASP.NET healthy", 200, "Healthy", "aspnet", State::Healthy);
        row("ASP.NET degraded", 200, "Degraded", "aspnet", State::Warning);
        row("ASP.NET unhealthy", 503, "Unhealthy", "aspnet", State::Critical);
        row("ASP.NET report", 503, R"({"status":"Unhealthy","totalDuration":"00:00:01","entries":{"sql":{"status":"Unhealthy","data":{}},"disk":{"status":"Degraded"}}})", "aspnet", State::Critical, "disk=warning sql=critical");
        row("ASP.NET results", 200, R"({"status":"Degraded","results":{"sql":{"status":"Degraded"}}})", "aspnet", State::Warning, "sql=warning");
        row("ASP.NET list", 503, R"({"Status":"Unhealthy","Checks":[{"Component":"sql","Status":"Unhealthy"},{"Component":"disk","Status":"Healthy"}]})", "aspnet", State::Critical, "sql=critical disk=healthy");
        row("ASP.NET numbers", 200, R"({"Status":2,"Entries":{"sql":{"Status":2}}})", "aspnet", State::Healthy, "sql=healthy");
        row("Terminus ok", 200, R"({"status":"ok","info":{"db":{"status":"up"}},"error":{},"details":{"db":{"status":"up"}}})", "terminus", State::Healthy, "db=healthy");
        row("Terminus error", 503, R"({"status":"error","info":{},"error":{"db":{"status":"down","message":"m"}},"details":{"db":{"status":"down"}}})", "terminus", State::Critical, "db=critical");
        row("Terminus leaves", 503, R"({"status":"shutting_down","info":{},"error":{},"details":{}})", "terminus", State::Critical);
        row("Lightship ready", 200, "SERVER_IS_READY", "lightship", State::Healthy);
        row("Lightship live", 200, "SERVER_IS_NOT_SHUTTING_DOWN", "lightship", State::Healthy);
        row("Lightship starts", 500, "SERVER_IS_NOT_READY", "lightship", State::Critical);
        row("Lightship leaves", 500, "SERVER_IS_SHUTTING_DOWN", "lightship", State::Critical);
        row("health-go ok", 200, R"({"status":"OK","timestamp":"2026-01-01T00:00:00Z","component":{"name":"a","version":"1"}})", "health-go", State::Healthy);
        row("health-go partial", 200, R"({"status":"Partially Available","timestamp":"t","failures":{"mq":"refused"}})", "health-go", State::Warning, "mq=warning");
        row("health-go down", 503, R"({"status":"Unavailable","timestamp":"t","failures":{"db":"Timeout during health check"}})", "health-go", State::Critical, "db=critical");
        row("health-go timeout", 503, R"({"status":"Timeout during health check","timestamp":"t"})", "health-go", State::Critical);
        row("Django working", 200, R"({"CacheBackend":"working","DatabaseBackend":"working"})", "django", State::Healthy, "CacheBackend=healthy DatabaseBackend=healthy");
        row("Django failing", 500, R"({"CacheBackend":"unavailable: refused","DatabaseBackend":"working"})", "django", State::Critical, "CacheBackend=critical DatabaseBackend=healthy");
        row("Django warns", 200, R"({"DiskUsage":"warning: 91 %","DatabaseBackend":"working"})", "django", State::Warning, "DatabaseBackend=healthy DiskUsage=warning");
        row("etcd true", 200, R"({"health":"true"})", "etcd", State::Healthy);
        row("etcd true, with reason", 200, R"({"health":"true","reason":""})", "etcd", State::Healthy);
        row("etcd false", 503, R"({"health":"false","reason":"RAFT NO LEADER"})", "etcd", State::Critical);
        row("plain words", 200, "OK\n", "plain", State::Healthy);
        row("plain sentence", 200, "Prometheus Server is Healthy.\n", "plain", State::Healthy);
        row("plain down", 503, "DOWN", "plain", State::Critical);
        row("JSON word", 200, R"({"status":"healthy"})", "plain", State::Healthy);
        row("JSON flag", 503, R"({"healthy":false})", "plain", State::Critical);
        row("JSON with parts", 200, R"({"status":"degraded","services":{"stripe":{"status":"down"}}})", "plain", State::Warning, "stripe=critical");
        row("byte order mark", 200, "\xef\xbb\xbf{\"status\":\"UP\"}", "spring", State::Healthy);
    }
    void familiesAreReadWithTheirOwnWords()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, family);
        QFETCH(State, state);
        QFETCH(QString, parts);
        const HealthVerdict verdict = healthVerdict(status, {}, body);
        QCOMPARE(verdict.family, family);
        QVERIFY2(verdict.state == state, qPrintable(stateName(verdict.state) + u' ' + verdict.reason));
        QCOMPARE(partsOf(verdict.components), parts);
        QVERIFY(verdict.reason.contains(QString::number(status)));
    }

    void theCauseIsTold_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char *name, const char *body, const char *cause) { QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(cause); };
        row("Spring", R"({"status":"DOWN","components":{"db":{"status":"DOWN","details":{"error":"no route to host"}}}})", "db says \"DOWN\": no route to host");
        row("Spring 1", R"({"status":"DOWN","db":{"status":"DOWN","error":"no route to host"}})", "db says \"DOWN\": no route to host");
        row("draft", R"({"status":"fail","checks":{"store":[{"status":"pass","output":"fine"},{"status":"fail","output":"read only"}]}})", "store says \"fail\": read only");
        row("draft, whole", R"({"status":"fail","output":"read only"})", "\"fail\": read only");
        row("MicroProfile", R"({"status":"DOWN","checks":[{"name":"db","status":"DOWN","data":{"error":"refused"}}]})", "db says \"DOWN\": refused");
        row("ASP.NET", R"({"status":"Unhealthy","entries":{"sql":{"status":"Unhealthy","description":"log-in failed"}}})", "sql says \"Unhealthy\": log-in failed");
        row("ASP.NET degraded", R"({"status":"Degraded","entries":{"disk":{"status":"Degraded"}}})", "disk says \"Degraded\"");
        row("Terminus", R"({"status":"error","error":{"redis":{"status":"down","message":"timed out"}},"details":{"redis":{"status":"down","message":"timed out"}}})", "redis says \"down\": timed out");
        row("health-go", R"({"status":"Unavailable","timestamp":"t","failures":{"mq":"refused"}})", "mq says \"refused\"");
        row("etcd", R"({"health":"false","reason":"no space"})", "no space");
        row("no cause", R"({"status":"DOWN","components":{"db":{"status":"DOWN","details":{"error":""}}}})", "db says \"DOWN\"");
    }
    void theCauseIsTold()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, cause);
        const QString reason = healthVerdict(0, {}, body).reason;
        QVERIFY2(reason.endsWith(cause), qPrintable(reason));
    }

    void whoIsNotLetInKnowsNothing()
    {
        const QByteArray refusal = R"({"kind":"Status","status":"Failure","message":"no such user","reason":"Unauthorized","code":401})";
        const HealthVerdict verdict = healthVerdict(401, {}, refusal);
        QCOMPARE(stateName(verdict.state), QStringLiteral("blind"));
        QVERIFY2(verdict.reason.contains(QLatin1String("no such user")) && !verdict.reason.contains(QLatin1String("but")), qPrintable(verdict.reason));
        QCOMPARE(stateName(healthVerdict(200, {}, refusal).state), QStringLiteral("blind"));
        QCOMPARE(stateName(healthVerdict(500, {}, R"({"kind":"Status","status":"Failure","reason":"InternalError"})").state), QStringLiteral("critical"));
    }

    void codeAndBodyThatDisagreeAreCriticalAndBothTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, int status, const char *body, const char *word) { QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(word); };
        row("200 with DOWN", 200, R"({"status":"DOWN"})", "DOWN");
        row("503 with UP", 503, R"({"status":"UP"})", "UP");
        row("500 with ok", 500, "ok", "ok");
        row("200 with fail", 200, R"({"status":"fail"})", "fail");
        row("503 with warn", 503, R"({"status":"warn"})", "warn");
        row("503 with Degraded", 503, "Degraded", "Degraded");
        row("200 with Unhealthy", 200, "Unhealthy", "Unhealthy");
        row("200 with an error", 200, R"({"status":"error","info":{},"error":{},"details":{}})", "error");
        row("200 with a failed check", 200, "[-]etcd failed: reason withheld\nhealthz check passed", "a check failed");
        row("200 not ready", 200, "SERVER_IS_NOT_READY", "SERVER_IS_NOT_READY");
        row("200 with false", 200, R"({"health":"false"})", "false");
        row("500 all working", 500, R"({"A":"working"})", "working");
        row("404 with UP", 404, R"({"status":"UP"})", "UP");
        row("503 unknown", 503, R"({"status":"UNKNOWN"})", "UNKNOWN");
    }
    void codeAndBodyThatDisagreeAreCriticalAndBothTold()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, word);
        const HealthVerdict verdict = healthVerdict(status, {}, body);
        QCOMPARE(stateName(verdict.state), QStringLiteral("critical"));
        QVERIFY2(verdict.reason.contains(QString::number(status)) && verdict.reason.contains(word), qPrintable(verdict.reason));
        QVERIFY(verdict.reason.contains(QLatin1String("but")));
    }

    void whatCannotBeReadIsBlind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<State>("state");
        const auto row = [](const char *name, int status, const char *type, QByteArray body, State state = State::Blind) {
            QTest::newRow(name) << status << QByteArray(type) << std::move(body) << state;
        };
        row("log-in page", 200, "text/html", "<html><body>Log in. Status: OK</body></html>");
        row("page without its type", 200, "", "<!DOCTYPE html><title>healthy</title>");
        row("a word in HTML", 200, "text/html", "OK");
        row("cut JSON", 200, "application/json", R"({"status":"UP","components":{"db":)");
        row("empty JSON", 200, "application/json", "");
        row("empty", 200, "text/plain", "");
        row("no state", 200, "application/json", "{}");
        row("a number", 200, "application/json", R"({"status":200})");
        row("another word", 200, "application/json", R"({"status":"shipped"})");
        row("state twice", 200, "application/json", R"({"status":"DOWN","status":"UP"})");
        row("a list", 200, "application/json", R"([{"status":"UP"}])");
        row("more behind it", 200, "application/json", R"({"status":"UP"}{"status":"DOWN"})");
        row("prose", 200, "text/plain", "All is well here and has been so for quite a while now, thank you");
        row("not let in", 401, "text/plain", "who are you?");
        row("forbidden", 403, "application/json", R"({"kind":"Secret"})");
        row("sent elsewhere", 302, "", "");
        row("deep", 200, "application/json", QByteArray("{\"a\":").repeated(100'000));
        row("bad UTF-8", 200, "application/json", "{\"status\":\"UP\xff\"}");
        row("error page", 502, "text/html", "<html>Bad Gateway</html>", State::Critical);
        row("failing and empty", 503, "", "", State::Critical);
    }
    void whatCannotBeReadIsBlind()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(State, state);
        const HealthVerdict verdict = healthVerdict(status, type, body);
        QCOMPARE(stateName(verdict.state), stateName(state));
        QCOMPARE(verdict.family, QStringLiteral("unknown"));
        QVERIFY(!verdict.reason.isEmpty());
        QVERIFY(verdict.components.empty());
    }

    void componentsAreCutAndSafe()
    {
        QByteArray body = R"({"status":"UP","components":{)";
        for (int i = 0; i < 2'000; ++i)
            body += "\"c" + QByteArray::number(i) + "\x01\":{\"status\":\"UP\"},";
        body.chop(1);
        body.replace('\x01', "\\u0007");
        const auto read = readHealthBody(body + "}}", {});
        QVERIFY(read.has_value());
        QCOMPARE(read->components.size(), size_t(500));
        QVERIFY(!read->components[0].name.contains(QChar(7)));
    }
};

WATCHFLOOR_TEST(TestHealthBody)
#include "tst_healthbody.moc"
