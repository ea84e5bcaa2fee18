#include "models/workspace/discovery.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"
#include "tests/workspace/workspacefolder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

/// A server that claims to be a Prometheus, and a discovery of it.
struct Bench
{
    FaultServer server;
    FakeClock clock;
    HttpClient http{HttpTarget{.base = server.url()}, clock, std::make_shared<SystemSecretResolver>()};
    PrometheusClient client{http};

    std::optional<Workspace> discovered()
    {
        Discovery discovery(server.url(), client);
        QSignalSpy finished(&discovery, &Discovery::finished);
        discovery.start();
        if (!QTest::qWaitFor([&finished] { return finished.count() > 0; }, 10'000))
            return std::nullopt;
        return finished.at(0).at(0).value<Workspace>();
    }
    void tellAlertmanagers(const QByteArray &urls)
    {
        server.on(QStringLiteral("/api/v1/alertmanagers"),
                  Answer::json("{\"status\":\"success\",\"data\":{\"activeAlertmanagers\":" + urls + ",\"droppedAlertmanagers\":[]}}"));
    }
};

std::map<QString, MetricMetadata> metadataOf(std::initializer_list<std::pair<const char *, const char *>> metrics)
{
    std::map<QString, MetricMetadata> metadata;
    for (const auto &[name, type] : metrics)
        metadata[QString::fromLatin1(name)].type = QString::fromLatin1(type);
    return metadata;
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobsAndServicesAreFound()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/targets"), Answer::json(dataFile("targets.json")));
        bench.server.on(QStringLiteral("/api/v1/metadata"), Answer::json(dataFile("metadata.json")));
        bench.tellAlertmanagers("[{\"url\":\"http://127.0.0.1:9093/am/api/v2/alerts\"}]");
        const auto workspace = bench.discovered();
        QVERIFY(workspace);
        QCOMPARE(workspace->services.size(), size_t(3));
        QCOMPARE(workspace->services[0].name, QStringLiteral("auth"));
        QVERIFY((workspace->services[0].labels == Labels{{QStringLiteral("service"), QStringLiteral("auth")}}));
        QCOMPARE(workspace->services[1].name, QStringLiteral("node"));
        QVERIFY((workspace->services[1].labels == Labels{{QStringLiteral("job"), QStringLiteral("node")}}));
        QCOMPARE(workspace->sources.size(), size_t(2));
        QCOMPARE(workspace->sources[1].kind, SourceKind::Alertmanager);
        QCOMPARE(workspace->sources[1].target.base, QUrl(QStringLiteral("http://127.0.0.1:9093/am")));
        QCOMPARE(workspace->dashboards.size(), size_t(2));
        QCOMPARE(workspace->dashboards[0].source, workspace->prometheus()->name);
    }

    void withoutAnyAnswerTheWorkspaceStands()
    {
        Bench bench;
        const auto workspace = bench.discovered();
        QVERIFY(workspace);
        QVERIFY(*workspace == Discovery::initial(bench.server.url()));
        QCOMPARE(workspace->sources.size(), size_t(1));
        QCOMPARE(workspace->prometheus()->target.base, bench.server.url());
        QVERIFY(workspace->name.contains(u"127.0.0.1"));
        QVERIFY(workspace->file.isEmpty());
    }

    void strangeAlertmanagersAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("empty") << QByteArray("[]");
        QTest::newRow("not a list") << QByteArray("7");
        QTest::newRow("no address") << QByteArray("[{},{\"url\":3},null]");
        QTest::newRow("another scheme") << QByteArray("[{\"url\":\"file:///etc/passwd\"}]");
        QTest::newRow("a password") << QByteArray("[{\"url\":\"http://u:p@127.0.0.1:9093/api/v2/alerts\"}]");
        QTest::newRow("not JSON") << QByteArray("<html>");
    }
    void strangeAlertmanagersAreLeftOut()
    {
        QFETCH(QByteArray, list);
        Bench bench;
        bench.tellAlertmanagers(list);
        const auto workspace = bench.discovered();
        QVERIFY(workspace);
        QCOMPARE(workspace->sources.size(), size_t(1));
    }

    void membersOfOneClusterAreOneCluster()
    {
        Bench bench;
        bench.tellAlertmanagers("[{\"url\":\"http://127.0.0.1:9093/api/v2/alerts\"},{\"url\":\"http://127.0.0.1:9094/api/v2/alerts\"},{\"url\":\"http://127.0.0.1:9093/api/v2/alerts\"}]");
        const auto workspace = bench.discovered();
        QVERIFY(workspace);
        QCOMPARE(workspace->sources.size(), size_t(3));
        QVERIFY(!workspace->sources[1].cluster.isEmpty());
        QCOMPARE(workspace->sources[1].cluster, workspace->sources[2].cluster);
        QVERIFY(workspace->sources[1].name != workspace->sources[2].name);
    }

    void dashboardsAreMadeOfWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("metric");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("names");
        QTest::addColumn<int>("panels");
        QTest::newRow("nothing known") << QByteArray("my_metric") << QByteArray("gauge") << "" << 0;
        QTest::newRow("request counter") << QByteArray("http_requests_total") << QByteArray("counter") << "http" << 2;
        QTest::newRow("request histogram") << QByteArray("http_request_duration_seconds") << QByteArray("histogram") << "http" << 1;
        QTest::newRow("a summary is no histogram") << QByteArray("http_request_duration_seconds") << QByteArray("summary") << "" << 0;
        QTest::newRow("node") << QByteArray("node_load1") << QByteArray("gauge") << "node" << 1;
        QTest::newRow("redis") << QByteArray("redis_up") << QByteArray("gauge") << "redis" << 1;
        QTest::newRow("Prometheus") << QByteArray("prometheus_tsdb_head_series") << QByteArray("gauge") << "prometheus" << 1;
        QTest::newRow("Prometheus' own requests") << QByteArray("prometheus_http_requests_total") << QByteArray("counter") << "" << 0;
    }
    void dashboardsAreMadeOfWhatIsThere()
    {
        QFETCH(QByteArray, metric);
        QFETCH(QByteArray, type);
        QFETCH(int, panels);
        const auto dashboards = recognisedDashboards(metadataOf({{metric.constData(), type.constData()}}), QStringLiteral("main"));
        QStringList names;
        int count = 0;
        for (const Dashboard &dashboard : dashboards) {
            names.append(dashboard.name);
            count += int(dashboard.panels.size());
            QCOMPARE(dashboard.source, QStringLiteral("main"));
        }
        QTEST(names.join(u' '), "names");
        QCOMPARE(count, panels);
    }

    void recognisedPanelsFitTheGrid()
    {
        const auto dashboards = recognisedDashboards(
            metadataOf({{"a_requests_total", "counter"}, {"b_requests_total", "counter"}, {"c_duration_seconds", "histogram"}}), QStringLiteral("main"));
        QCOMPARE(dashboards.size(), size_t(1));
        QSet<std::pair<int, int>> places;
        for (const Panel &panel : dashboards.front().panels) {
            QVERIFY(panel.at.x >= 0 && panel.at.x + panel.at.width <= 24);
            places.insert({panel.at.x, panel.at.y});
            QVERIFY(!panel.queries.empty());
        }
        QCOMPARE(size_t(places.size()), dashboards.front().panels.size());
    }
};

WATCHFLOOR_TEST(TestDiscovery)
#include "tst_discovery.moc"
