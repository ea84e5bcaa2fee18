#include "tests/grafana/grafanatext.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using Testing::json;

namespace {

const QByteArray plain = json("{'title': 'Nodes', 'schemaVersion': 39, 'panels': [{'id': 1, 'type': 'stat', 'targets': [{'expr': 'up'}]}]}");

QByteArray quoted(QByteArray json)
{
    return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
}

QByteArray indented(const QByteArray &text, int by)
{
    return QByteArray(by, ' ') + text;
}

QStringList described(const GrafanaDocument &document)
{
    QStringList lines;
    for (const Dashboard &dashboard : document.dashboards)
        lines.append(QStringLiteral("%1=%2:%3").arg(dashboard.name, dashboard.title).arg(dashboard.panels.size()));
    return lines;
}

} // namespace

class TestWrappings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dashboardsAreFoundInWhateverWrapsThem_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("found");
        const QStringList one{QStringLiteral("nodes=Nodes:1")};
        QTest::newRow("plain") << plain << one;
        QTest::newRow("after a byte order mark") << QByteArray("\xef\xbb\xbf" + plain) << one;
        QTest::newRow("as YAML") << QByteArray("title: Nodes\nschemaVersion: 39\npanels:\n- {id: 1, type: stat, targets: [{expr: up}]}\n") << one;
        QTest::newRow("of the API") << QByteArray("{\"dashboard\": " + plain + ", \"meta\": {}, \"overwrite\": true}") << one;
        QTest::newRow("a list of them") << QByteArray("[" + plain + "," + plain + "]") << QStringList{QStringLiteral("nodes=Nodes:1"), QStringLiteral("nodes-2=Nodes:1")};
        QTest::newRow("files of jsonnet") << QByteArray("{\"a.json\": " + plain + ", \"b.json\": " + plain + "}")
                                          << QStringList{QStringLiteral("a=Nodes:1"), QStringLiteral("b=Nodes:1")};
        QTest::newRow("a ConfigMap") << QByteArray("apiVersion: v1\nkind: ConfigMap\ndata:\n  one.json: |-\n" + indented(plain, 4) + "\n  two.json: |-\n" + indented(plain, 4)
                                                   + "\n  notes.txt: nothing\n")
                                     << QStringList{QStringLiteral("one=Nodes:1"), QStringLiteral("two=Nodes:1")};
        QTest::newRow("a ConfigMap in JSON") << (json("{'kind': 'ConfigMap', 'data': {'one.json':") + quoted(plain) + "}}") << QStringList{QStringLiteral("one=Nodes:1")};
        QTest::newRow("a list of ConfigMaps") << (json("{'kind': 'ConfigMapList', 'apiVersion': 'v1', 'items': [{'kind': 'ConfigMap', 'data': {'one.json':") + quoted(plain) + "}}]}")
                                              << QStringList{QStringLiteral("one=Nodes:1")};
        QTest::newRow("several documents") << QByteArray("kind: ConfigMap\ndata:\n  a.json: '" + plain + "'\n---\nkind: List\nitems:\n- kind: ConfigMap\n  data:\n    b.json: '" + plain + "'\n")
                                           << QStringList{QStringLiteral("a=Nodes:1"), QStringLiteral("b=Nodes:1")};
        QTest::newRow("a Secret") << (json("{'kind': 'Secret', 'data': {'one.json': '") + plain.toBase64() + "\"}}") << QStringList{QStringLiteral("one=Nodes:1")};
        QTest::newRow("the operator's") << (json("{'kind': 'GrafanaDashboard', 'metadata': {'name': 'own'}, 'spec': {'json':") + quoted(plain) + "}}")
                                        << QStringList{QStringLiteral("own=Nodes:1")};
        QTest::newRow("a resource of version 1") << (json("{'apiVersion': 'dashboard.grafana.app/v1beta1', 'kind': 'Dashboard', 'metadata': {'name': 'own'}, 'spec':") + plain + "}")
                                                 << QStringList{QStringLiteral("own=Nodes:1")};
        QTest::newRow("without a version") << (json("{'title': 'Nodes', 'panels': [{'type': 'text'}]}")) << one;
        QTest::newRow("nothing of the kind") << (json("{'groups': []}")) << QStringList();
        QTest::newRow("our own short form") << QByteArray("dashboard: Payment\npanels: []\n") << QStringList();
        QTest::newRow("empty") << QByteArray() << QStringList();
    }

    void dashboardsAreFoundInWhateverWrapsThem()
    {
        QFETCH(QByteArray, text);
        const GrafanaDocument document = readGrafanaDashboards(text, QStringLiteral("/dashboards/nodes.json"));
        QVERIFY2(document.faults.empty(), document.faults.empty() ? "" : qPrintable(document.faults.front().toString()));
        QTEST(described(document), "found");
        QCOMPARE(document.recognized, !document.dashboards.empty());
    }

    void whatCannotBeReadIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("broken JSON") << QByteArray("{\"title\": \"a\",\n  \"panels\": [}") << QStringLiteral("x.json:2:");
        QTest::newRow("a broken file in a ConfigMap") << (json("{'kind': 'ConfigMap', 'data': {'one.json': '{'}}")) << QStringLiteral("data.one.json");
        QTest::newRow("a dashboard that is elsewhere") << (json("{'kind': 'GrafanaDashboard', 'metadata': {'name': 'a'}, 'spec': {'url': 'https://example.com'}}"))
                                                       << QStringLiteral("says where its dashboard is");
        QTest::newRow("of another program") << (json("{'kind': 'Dashboard', 'spec': {'panels': {}}}")) << QStringLiteral("not of Grafana");
        QTest::newRow("too deep") << QByteArray("{\"panels\":" + QByteArray(100, '[') + QByteArray(100, ']') + "}") << QStringLiteral("nested deeper than 64");
    }

    void whatCannotBeReadIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, fault);
        const GrafanaDocument document = readGrafanaDashboards(text, QStringLiteral("x.json"));
        QVERIFY(document.dashboards.empty());
        QVERIFY(!document.faults.empty());
        QVERIFY2(document.faults.front().toString().contains(fault), qPrintable(document.faults.front().toString()));
        QVERIFY(document.recognized);
    }

    void otherFilesOfAConfigMapStandBesideABrokenOne()
    {
        const GrafanaDocument document =
            readGrafanaDashboards(json("{'kind': 'ConfigMap', 'data': {'a.json': '{', 'b.json':") + quoted(plain) + "}}", QStringLiteral("x.yaml"));
        QCOMPARE(described(document), QStringList{QStringLiteral("b=Nodes:1")});
        QCOMPARE(document.faults.size(), size_t(1));
    }

    void namesCanStandInLinks()
    {
        const GrafanaDocument document = readGrafanaDashboards(json("{'kind': 'ConfigMap', 'data': {'../../etc/nodes.json':") + quoted(plain) + "}}", QStringLiteral("x.yaml"));
        QCOMPARE(document.dashboards.front().name, QStringLiteral("..-..-etc-nodes"));
    }

    void inputsAreFilledIn_data()
    {
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expression");
        QTest::newRow("a Prometheus is the default") << (json("{'name': 'DS_A', 'type': 'datasource', 'pluginId': 'prometheus'}")) << "promql" << "" << "rate(a[${VAR_W}])";
        QTest::newRow("another keeps its label") << (json("{'name': 'DS_A', 'label': 'Logs', 'type': 'datasource', 'pluginId': 'loki'}")) << "logql" << "Logs" << "rate(a[${VAR_W}])";
        QTest::newRow("a constant is its value") << (json("{'name': 'VAR_W', 'type': 'constant', 'value': '5m'}")) << "promql" << "" << "rate(a[5m])";
        QTest::newRow("none is given") << QByteArray() << "promql" << "" << "rate(a[${VAR_W}])";
    }

    void inputsAreFilledIn()
    {
        QFETCH(QByteArray, inputs);
        QFETCH(QString, source);
        const Dashboard dashboard = Testing::dashboardOf(Testing::dashboardText(json("{'type': 'timeseries', 'datasource': '${DS_A}', 'targets': [{'expr': 'rate(a[${VAR_W}])'}]}"),
                                                                                "\"__inputs\": [" + inputs + "]"));
        QCOMPARE(dashboard.panels.size(), size_t(1));
        const PanelQuery &query = dashboard.panels.front().queries.front();
        QTEST(query.language, "language");
        QTEST(query.expression, "expression");
        QCOMPARE(dashboard.panels.front().source, source);
    }

    void anImportSaysWhatItsInputsAre()
    {
        const QByteArray panel = json("{'type': 'stat', 'datasource': {'type': 'prometheus', 'uid': '${DS_A}'}, 'targets': [{'expr': 'up'}]}");
        const QByteArray text = "{\"dashboard\": " + Testing::dashboardText(panel, json("'__inputs': [{'name': 'DS_A', 'type': 'datasource', 'pluginId': 'prometheus'}]"))
                                + json(", 'inputs': [{'name': 'DS_A', 'type': 'datasource', 'value': 'eu'}]}");
        QCOMPARE(Testing::dashboardOf(text).panels.front().source, QStringLiteral("eu"));
    }
};

WATCHFLOOR_TEST(TestWrappings)
#include "tst_wrappings.moc"
