#include "tests/support/testregistry.h"
#include "tests/workspace/workspacefolder.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

const QByteArray one = "workspace: A\nsources: [{name: main, prometheus: {url: http://p:9090}}]\n";
const QByteArray two = "workspace: A\nsources: [{name: am, alertmanager: {url: http://a:9093}}, {name: eu, prometheus: {url: http://p:9090}}, {name: us, prometheus: {url: http://q:9090}}]\n";

/// A Grafana dashboard in YAML, which Grafana's operator and people write too.
QByteArray nodes(const QByteArray &source = {})
{
    return "title: Nodes\nuid: n\nschemaVersion: 39\npanels:\n- type: stat\n" + (source.isEmpty() ? QByteArray() : "  datasource: {type: prometheus, uid: " + source + "}\n") + "  targets: [{expr: up}]\n";
}

QString described(const WorkspaceDocument &document)
{
    QStringList lines;
    for (const Dashboard &dashboard : document.workspace ? document.workspace->dashboards : std::vector<Dashboard>())
        lines.append(QStringLiteral("%1=%2@%3/%4").arg(dashboard.name, dashboard.title, dashboard.source, dashboard.panels.empty() ? QString() : dashboard.panels.front().source));
    for (const Fault &fault : document.faults)
        lines.append(fault.toString());
    return lines.join(u' ');
}

} // namespace

class TestForeignDashboards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfGrafanaAreReadBesideOurs()
    {
        WorkspaceFolder folder;
        folder.write("dashboards/nodes.json", nodes());
        folder.write("dashboards/payment.yaml", "dashboard: Payment\npanels: [{title: Up, queries: [up]}]\n");
        const WorkspaceDocument document = folder.read(one + "dashboards: ['dashboards/*']\n");
        QCOMPARE(described(document), QStringLiteral("nodes=Nodes@/ payment=Payment@/"));
        QVERIFY(document.workspace->dashboards[0].foreign);
        QVERIFY(!document.workspace->dashboards[1].foreign);
        QVERIFY(document.workspace->files.contains(folder.path(QStringLiteral("dashboards/nodes.json"))));
    }

    void namesAndTitlesThatAreTakenAreNumbered()
    {
        WorkspaceFolder folder;
        folder.write("a/nodes.yaml", nodes());
        folder.write("b/nodes.yaml", nodes());
        folder.write("c/nodes.yaml", "dashboard: Nodes\npanels: [{title: Up, queries: [up]}]\n");
        const WorkspaceDocument document = folder.read(one + "dashboards: ['*/nodes.yaml']\n");
        QCOMPARE(described(document), QStringLiteral("nodes-2=Nodes (2)@/ nodes-3=Nodes (3)@/ nodes=Nodes@/"));
        QCOMPARE(document.workspace->dashboards[1].uid, QStringLiteral("n-2"));
    }

    void sourcesFindTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("sources");
        QTest::addColumn<QByteArray>("dashboard");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("notes");
        QTest::newRow("none, with one Prometheus") << one << nodes() << "nodes=Nodes@/" << "";
        QTest::newRow("one that is known") << one << nodes("main") << "nodes=Nodes@/main" << "";
        QTest::newRow("one that is not") << one << nodes("P180") << "nodes=Nodes@/" << "\"main\" is asked for what the file asks of: P180";
        QTest::newRow("none, with several") << two << nodes() << "nodes=Nodes@eu/" << "";
        QTest::newRow("known among several") << two << nodes("us") << "nodes=Nodes@eu/us" << "";
        QTest::newRow("an Alertmanager's name") << two << nodes("am") << "nodes=Nodes@eu/" << "\"eu\" is asked for what the file asks of: am";
        QTest::newRow("no Prometheus at all") << QByteArray("workspace: A\n") << nodes("x") << "nodes=Nodes@/" << "";
    }
    void sourcesFindTheirPlace()
    {
        QFETCH(QByteArray, sources);
        QFETCH(QByteArray, dashboard);
        WorkspaceFolder folder;
        folder.write("nodes.yaml", dashboard);
        const WorkspaceDocument document = folder.read(sources + "dashboards: nodes.yaml\n");
        QTEST(described(document), "found");
        QTEST(document.workspace->dashboards.front().notes.join(u'|'), "notes");
    }

    void aVariableIsLeftToItsChoice()
    {
        WorkspaceFolder folder;
        folder.write("nodes.yaml", "templating: {list: [{type: datasource, name: ds, query: prometheus}]}\n" + nodes("'${ds}'"));
        const WorkspaceDocument document = folder.read(one + "dashboards: nodes.yaml\n");
        QCOMPARE(described(document), QStringLiteral("nodes=Nodes@/${ds}"));
    }

    void brokenFilesAreFaultsWithTheirPlace()
    {
        WorkspaceFolder folder;
        folder.write("nodes.json", "{\"panels\":\n [}");
        const WorkspaceDocument document = folder.read(one + "dashboards: nodes.json\n");
        QVERIFY(document.workspace); // the rest stands
        QCOMPARE(document.faults.size(), size_t(1));
        QCOMPARE(document.faults.front().line, 2);
        const Dashboard &board = document.workspace->dashboards.front();
        QCOMPARE(board.name, QStringLiteral("nodes"));
        QCOMPARE(board.panels.size(), size_t(1));
        const QString said = board.panels.front().options.text.content;
        QVERIFY2(said.contains(QLatin1String("nodes.json:2")), qPrintable(said));
    }

    void aFileBeyondAnySizeIsNotRead()
    {
        WorkspaceFolder folder;
        folder.write("nodes.json", "x");
        // Sparse: as large as a disk's image, without a byte of it written.
        QVERIFY(QFile::resize(folder.path(QStringLiteral("nodes.json")), qint64(2) * 1024 * 1024 * 1024));
        const WorkspaceDocument document = folder.read(one + "dashboards: nodes.json\n");
        QVERIFY(document.workspace);
        QCOMPARE(document.workspace->dashboards.size(), size_t(1));
        QCOMPARE(document.faults.front().message, QStringLiteral("the file is larger than 64 MiB"));
    }
};

WATCHFLOOR_TEST(TestForeignDashboards)
#include "tst_foreigndashboards.moc"
