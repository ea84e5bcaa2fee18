#include "models/workspace/workspacecheck.h"
#include "tests/support/testregistry.h"
#include "tests/workspace/faultrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

const QByteArray source = "sources: [{name: main, prometheus: {url: http://p:9090}}]\n";
const QByteArray head = "workspace: A\n";

void fill(const WorkspaceFolder &folder)
{
    folder.write("slos/payment.yaml", simpleSlo);
    folder.write("dashboards/payment.yaml", "dashboard: Payment\npanels: [{title: Up, queries: [up]}]\n");
    folder.write("runbooks/rollback.md", simpleRunbook);
    folder.write("rules/rules.yaml", "groups: []\n");
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        WorkspaceFolder folder;
        fill(folder);
        const WorkspaceDocument document = folder.read(dataFile("commerce.yaml"));
        QVERIFY2(document.workspace, qPrintable(faultsText(document.faults)));
        const Workspace &workspace = *document.workspace;
        QCOMPARE(workspace.name, QStringLiteral("Unified commerce"));
        QVERIFY(workspace.isProduction());
        QCOMPARE(workspace.file, folder.path(QStringLiteral("watchfloor.yaml")));
        QCOMPARE(workspace.files.size(), 5);
        QVERIFY((workspace.secrets.at(QStringLiteral("tenant")) == SecretReference{SecretReference::Kind::Environment, QStringLiteral("TENANT")}));
        QCOMPARE(workspace.ruleFiles, QStringList{folder.path(QStringLiteral("rules/rules.yaml"))});
        QCOMPARE(workspace.objectives.size(), size_t(1));
        QCOMPARE(workspace.dashboards.size(), size_t(1));
        QCOMPARE(workspace.runbooks.size(), size_t(1));
        QCOMPARE(workspace.prometheus()->name, QStringLiteral("main"));
        QCOMPARE(workspace.prometheus(QStringLiteral("am-1")), nullptr);
    }

    void aWrongRuleFileTakesNothingWithIt()
    {
        WorkspaceFolder folder;
        fill(folder);
        folder.write("rules/rules.yaml", "groups:\n- name: fine\n  rules:\n  - {alert: A, expr: up == 0}\n");
        folder.write("rules/wrong.yaml", "groups:\n- name: g\n  rules:\n  - {alert: A}\n");
        const WorkspaceDocument document = folder.read(dataFile("commerce.yaml"));
        QVERIFY2(document.workspace, qPrintable(faultsText(document.faults)));
        QCOMPARE(document.workspace->ruleFiles.size(), 2);
        QCOMPARE(document.workspace->rules.size(), size_t(1));
        QCOMPARE(document.workspace->rules.front().groups.front().rules.front().name, QStringLiteral("A"));
        QCOMPARE(document.faults.size(), size_t(1));
        QCOMPARE(document.faults.front().file, folder.path(QStringLiteral("rules/wrong.yaml")));
        QCOMPARE(document.faults.front().line, 4);
    }

    void readsSources()
    {
        WorkspaceFolder folder;
        fill(folder);
        const Workspace workspace = *folder.read(dataFile("commerce.yaml")).workspace;
        const SourceSpec &main = workspace.sources.at(0);
        QCOMPARE(main.kind, SourceKind::Prometheus);
        QCOMPARE(main.target.base, QUrl(QStringLiteral("https://prometheus.example.com")));
        QCOMPARE(main.interval, std::chrono::milliseconds(5s));
        QVERIFY((main.target.headers == std::vector<HttpHeader>{{QStringLiteral("X-Scope-OrgID"), QStringLiteral("${secret:tenant}")}}));
        QVERIFY((main.target.credentials.bearer == SecretReference{SecretReference::Kind::Keychain, QStringLiteral("main")}));
        QCOMPARE(main.target.tls.caFile, folder.path(QStringLiteral("ca.pem")));
        QCOMPARE(main.target.tls.keyFile, QStringLiteral("/etc/me.key"));
        QCOMPARE(main.bodyLimitBytes, qint64(32) << 20);
        QCOMPARE(main.seriesLimit, size_t(500));
        QCOMPARE(main.concurrency, 4);
        const SourceSpec &alertmanager = workspace.sources.at(1);
        QCOMPARE(alertmanager.kind, SourceKind::Alertmanager);
        QCOMPARE(alertmanager.interval, std::chrono::milliseconds(15s));
        QCOMPARE(alertmanager.cluster, QStringLiteral("eu"));
        QCOMPARE(alertmanager.target.credentials.user, QStringLiteral("console"));
        QVERIFY((alertmanager.target.credentials.password == SecretReference{SecretReference::Kind::File, folder.path(QStringLiteral("secrets/am"))}));
        QCOMPARE(alertmanager.externalLabels.value(u"region"), QStringLiteral("eu"));
        QCOMPARE(workspace.sources.at(2).kind, SourceKind::Metrics);
        QCOMPARE(workspace.sources.at(2).service, QStringLiteral("payment"));
    }

    void readsServicesAndEndpoints()
    {
        WorkspaceFolder folder;
        fill(folder);
        const Workspace workspace = *folder.read(dataFile("commerce.yaml")).workspace;
        const Service &payment = workspace.services.at(1);
        QCOMPARE(payment.labels.size(), 2);
        QCOMPARE(payment.depends, (QStringList{QStringLiteral("postgres"), QStringLiteral("payment/system")}));
        QCOMPARE(payment.version, QStringLiteral("app_build_info{service=\"payment\"}"));
        const Endpoint &endpoint = workspace.endpoints.at(0);
        QCOMPARE(endpoint.key(), QStringLiteral("payment/system"));
        QCOMPARE(endpoint.interval, std::chrono::milliseconds(10s));
        QCOMPARE(endpoint.timeout, std::chrono::milliseconds(3s));
        QCOMPARE(endpoint.conditions.size(), size_t(3));
        QCOMPARE(endpoint.conditions[1].text, QStringLiteral("[BODY].status == healthy"));
        QCOMPARE(endpoint.degraded.size(), size_t(1));
        QCOMPARE(endpoint.failureThreshold, 3);
        QCOMPARE(endpoint.successThreshold, 2);
        QVERIFY((endpoint.alerts == std::vector<EndpointAlert>{{2min, QStringLiteral("warning")}}));
    }

    void readsPolicyAndWall()
    {
        WorkspaceFolder folder;
        fill(folder);
        const Workspace workspace = *folder.read(dataFile("commerce.yaml")).workspace;
        const SeverityMapping &severities = workspace.alertPolicy.severities;
        QCOMPARE(severities.of(QStringLiteral("high")), Severity::Critical);
        QCOMPARE(severities.of(QStringLiteral("P0")), Severity::Emergency);
        QCOMPARE(severities.of(QStringLiteral("p3")), Severity::Info);
        const EscalationStep &step = workspace.alertPolicy.escalation.at(Severity::Critical);
        QCOMPARE(step.respond, std::chrono::milliseconds(5min));
        QCOMPARE(step.escalate, std::chrono::milliseconds(15min));
        QCOMPARE(step.path.size(), 2);
        QVERIFY((workspace.burnPolicy == BurnPolicy{14.4, 3, 2h, 0.2}));
        QCOMPARE(workspace.wall.pages.size(), size_t(3));
        QCOMPARE(workspace.wall.pages[1].dwell, std::chrono::milliseconds(20s));
        QCOMPARE(workspace.wall.pages[2].page, QStringLiteral("alerts"));
        QCOMPARE(workspace.wall.takeover, std::optional(State::Blind));
    }

    void readsFilters()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document = folder.read(head + "filters:\n  - {name: 'Production, no lab', match: ['env=\"production\"', 'service!~\"lab-.*\"', '@age>10m']}\n  - {name: Disks, match: disk}\n");
        QVERIFY2(document.workspace, qPrintable(faultsText(document.faults)));
        QVERIFY((document.workspace->filters == std::vector<SavedFilter>{
            {QStringLiteral("Production, no lab"), {QStringLiteral("env=\"production\""), QStringLiteral("service!~\"lab-.*\""), QStringLiteral("@age>10m")}},
            {QStringLiteral("Disks"), {QStringLiteral("disk")}}}));
    }

    void aNameIsEnough()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document = folder.read(head);
        QVERIFY2(document.workspace, qPrintable(faultsText(document.faults)));
        QVERIFY(!document.workspace->isProduction());
        QVERIFY(document.workspace->wall == WallSpec{});
        QVERIFY(document.workspace->burnPolicy == BurnPolicy{});
        QCOMPARE(document.workspace->prometheus(), nullptr);
    }

    void theFileOrItsFolderMayBeNamed()
    {
        WorkspaceFolder folder;
        folder.write("watchfloor.yaml", head);
        folder.write("other.yaml", "workspace: B\n");
        QCOMPARE(readWorkspace(folder.path()).workspace->name, QStringLiteral("A"));
        QCOMPARE(readWorkspace(folder.path(QStringLiteral("other.yaml"))).workspace->name, QStringLiteral("B"));
    }

    void aClusterMayHaveTheNameOfItsMember()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document = folder.read(head + "sources: [{name: a, alertmanager: {url: http://a, cluster: a}}, {name: b, alertmanager: {url: http://b, cluster: a}}]\n");
        QVERIFY2(document.workspace, qPrintable(faultsText(document.faults)));
    }

    void severalPrometheisNeedANameToBeAsked()
    {
        WorkspaceFolder folder;
        folder.write("d.yaml", "dashboard: D\npanels: [{title: Up, queries: [up]}]\n");
        const WorkspaceDocument document = folder.read(
            head + "sources: [{name: a, prometheus: {url: http://a}}, {name: b, prometheus: {url: http://b}}]\ndashboards: [d.yaml]\n");
        QCOMPARE(document.faults.size(), size_t(1));
        QVERIFY(document.faults.front().message.contains(u"more than one"));
    }

    void namesWhatIsWrong_data()
    {
        addFaultColumns();
        constexpr auto row = faultRow;
        row("empty", "", 0, "", "workspace");
        row("a list", "- a\n", 1, "", "map");
        row("cut in the middle", "workspace: A\nsources: [{name: main, prom", 2, "", "YAML");
        row("two documents", "workspace: A\n---\nworkspace: B\n", 3, "", "one document");
        row("unknown key", head + "services: []\nserviecs: []\n", 3, "serviecs", "services");
        row("unknown key below", head + "sources:\n  - name: main\n    prometheus: {url: http://p, intervall: 5s}\n", 4, "sources[0].prometheus.intervall", "interval");
        row("duplicate key", head + "workspace: B\n", 2, "", "second");
        row("wrong type", head + "sources: {name: main}\n", 2, "sources", "list");
        row("no address", head + "sources: [{name: main, prometheus: {interval: 5s}}]\n", 2, "sources[0].prometheus", "url");
        row("not an address", head + "sources: [{name: main, prometheus: {url: prometheus}}]\n", 2, "sources[0].prometheus.url", "address");
        row("another scheme", head + "sources: [{name: main, prometheus: {url: 'file:///etc/passwd'}}]\n", 2, "sources[0].prometheus.url", "address");
        row("password in the address", head + "sources: [{name: main, prometheus: {url: 'http://u:secret@p'}}]\n", 2, "sources[0].prometheus.url", "credentials");
        row("a cluster named as an Alertmanager of no cluster", head + "sources: [{name: a, alertmanager: {url: http://a}}, {name: b, alertmanager: {url: http://b, cluster: a}}]\n", 2, "sources[1].alertmanager.cluster", "not of this cluster");
        row("a cluster named as an Alertmanager of another", head + "sources: [{name: a, alertmanager: {url: http://a, cluster: us}}, {name: b, alertmanager: {url: http://b, cluster: a}}]\n", 2, "sources[1].alertmanager.cluster", "not of this cluster");
        row("no kind", head + "sources: [{name: main}]\n", 2, "sources[0]", "prometheus");
        row("two kinds", head + "sources: [{name: m, prometheus: {url: http://p}, metrics: {url: http://p}}]\n", 2, "sources[0]", "one of");
        row("a secret as text", head + "sources: [{name: m, prometheus: {url: http://p}, credentials: {bearer: hunter2}}]\n", 2, "sources[0].credentials.bearer", "secret");
        row("two places of a secret", head + "secrets: {a: {env: A, file: b}}\n", 2, "secrets.a", "one of");
        row("bearer and basic", head + "sources: [{name: m, prometheus: {url: http://p}, credentials: {bearer: {env: A}, basic: {user: u, password: {env: B}}}}]\n", 2, "sources[0].credentials", "either");
        row("unknown secret", head + "sources: [{name: m, prometheus: {url: http://p}, headers: {A: '${secret:x}'}}]\n", 2, "sources[0].headers.A", "secret");
        row("header of two lines", head + "sources: [{name: m, prometheus: {url: http://p}, headers: {A: \"a\\r\\nB: c\"}}]\n", 2, "sources[0].headers.A", "one line");
        row("interval of nothing", head + "sources: [{name: m, prometheus: {url: http://p, interval: 0s}}]\n", 2, "sources[0].prometheus.interval", "100ms");
        row("not a duration", head + "sources: [{name: m, prometheus: {url: http://p, interval: soon}}]\n", 2, "sources[0].prometheus.interval", "soon");
        row("cert without key", head + "sources: [{name: m, prometheus: {url: http://p}, tls: {cert: a}}]\n", 2, "sources[0].tls", "key");
        row("size of words", head + "sources: [{name: m, prometheus: {url: http://p}, limits: {body: much}}]\n", 2, "sources[0].limits.body", "64MiB");
        row("label of a strange name", head + "services: [{name: a, labels: {a-b: c}}]\n", 2, "services[0].labels.a-b", "label");
        row("name with a slash", head + "services: [{name: a/b}]\n", 2, "services[0].name", "slash");
        row("source twice", head + "sources:\n  - {name: a, prometheus: {url: http://p}}\n  - {name: a, prometheus: {url: http://q}}\n", 4, "sources[1].name", "line 3");
        row("service twice", head + "services:\n  - {name: a}\n  - {name: a}\n", 4, "services[1].name", "line 3");
        row("endpoint twice", head + "endpoints:\n  - {name: a, url: http://p, conditions: ['[STATUS] == 200']}\n  - {name: a, url: http://q, conditions: ['[STATUS] == 200']}\n", 4, "endpoints[1].name", "line 3");
        row("depends on nobody", head + "services: [{name: a, depends: [b]}]\n", 2, "services[0].depends[0]", "\"b\"");
        row("depends on itself", head + "services: [{name: a, depends: [a]}]\n", 2, "services[0].depends[0]", "itself");
        row("endpoint of no service", head + "endpoints: [{name: a, service: b, url: http://p, conditions: ['[STATUS] == 200']}]\n", 2, "endpoints[0].service", "\"b\"");
        row("page of no service", head + "sources: [{name: m, metrics: {url: http://p, service: b}}]\n", 2, "sources[0].metrics.service", "\"b\"");
        row("no conditions", head + "endpoints: [{name: a, url: http://p, conditions: []}]\n", 2, "endpoints[0].conditions", "condition");
        row("unreadable condition", head + "endpoints: [{name: a, url: http://p, conditions: ['[STATE] == 200']}]\n", 2, "endpoints[0].conditions[0]", "STATE");
        row("threshold of zero", head + "endpoints: [{name: a, url: http://p, failure-threshold: 0, conditions: ['[STATUS] == 200']}]\n", 2, "endpoints[0].failure-threshold", "1 to");
        row("a check that deletes", head + "endpoints: [{name: a, url: http://p, method: DELETE, conditions: ['[STATUS] == 200']}]\n", 2, "endpoints[0].method", "GET");
        row("timeout twice", head + "endpoints: [{name: a, url: http://p, timeout: 1s, client: {timeout: 1s}, conditions: ['[STATUS] == 200']}]\n", 2, "endpoints[0].client.timeout", "second");
        row("word of two severities", head + "policy: {severities: {critical: [p1], warning: [P1]}}\n", 2, "policy.severities.warning", "P1");
        row("unknown severity", head + "policy: {severities: {fatal: [p1]}}\n", 2, "policy.severities.fatal", "fatal");
        row("escalation without a time", head + "policy: {escalation: {critical: {path: [a]}}}\n", 2, "policy.escalation.critical", "respond");
        row("burn rate below nothing", head + "policy: {burn: {page: -1}}\n", 2, "policy.burn.page", "above 0");
        row("freeze above one", head + "policy: {burn: {freeze: 200%}}\n", 2, "policy.burn.freeze", "ratio");
        row("unknown page", head + "wall: {pages: [{page: front}]}\n", 2, "wall.pages[0].page", "front");
        row("page of an unknown dashboard", head + "wall: {pages: [dashboards/x]}\n", 2, "wall.pages[0]", "dashboards/x");
        row("wall without pages", head + "wall: {pages: []}\n", 2, "wall.pages", "at least one");
        row("take-over of the healthy", head + "wall: {takeover: healthy}\n", 2, "wall.takeover", "healthy");
        row("filter without terms", head + "filters: [{name: a}]\n", 2, "filters[0]", "match");
        row("filter of no terms", head + "filters: [{name: a, match: []}]\n", 2, "filters[0].match", "at least one");
        row("filter with a fault", head + "filters: [{name: a, match: ['service=\"x\"', 'severity=~\"(\"']}]\n", 2, "filters[0].match[1]", "Character 11");
        row("filter of an unknown state", head + "filters: [{name: a, match: '@state=burning'}]\n", 2, "filters[0].match", "there are firing");
        row("filter twice", head + "filters:\n  - {name: a, match: x}\n  - {name: a, match: y}\n", 4, "filters[1].name", "line 3");
        row("file that is not there", head + "rules: [rules/none.yaml]\n", 2, "rules[0]", "none.yaml");
        row("out of the folder", head + "slos: [../slos/*.yaml]\n", 2, "slos[0]", "inside");
        row("absolute path", head + "runbooks: [/etc/passwd]\n", 2, "runbooks[0]", "relative");
        row("alias bomb", head + "services:\n - &a [x,x,x,x,x,x,x,x,x]\n - &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n - &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n - &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n - [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n", 0, "", "alias");
    }
    void namesWhatIsWrong() { compareOnlyFault(); }

    void tellsAllFaultsAtOnceInOrder()
    {
        WorkspaceFolder folder;
        folder.write("slos/a.yaml", QByteArray(simpleSlo));
        folder.write("d.yaml", "dashboard: D\nsource: nowhere\npanels: [{title: Up, kind: cake, queries: [up]}]\n");
        const WorkspaceDocument document = folder.read(head + source + "bogus: 1\nservices: [{name: a, depends: [b]}]\nslos: [slos/*]\ndashboards: [d.yaml]\n");
        QCOMPARE(document.faults.size(), size_t(4));
        QCOMPARE(document.faults[0].line, 3);
        QCOMPARE(document.faults[1].line, 4);
        QVERIFY(document.faults[2].file.endsWith(u"d.yaml") || document.faults[3].file.endsWith(u"d.yaml"));
    }

    void aFaultInAnIncludedFileHasItsPlace()
    {
        WorkspaceFolder folder;
        folder.write("slos/a.yaml", QByteArray(simpleSlo));
        const WorkspaceDocument document = folder.read(head + source + "slos: [slos/*]\n");
        QCOMPARE(document.faults.size(), size_t(1));
        QCOMPARE(document.faults[0].file, folder.path(QStringLiteral("slos/a.yaml")));
        QCOMPARE(document.faults[0].line, 2);
        QCOMPARE(document.faults[0].path, QStringLiteral("service"));
        QVERIFY(document.faults[0].message.contains(u"payment"));
    }

    void twoObjectivesOfOneNameAreAFaultWithItsPlace()
    {
        WorkspaceFolder folder;
        folder.write("slos/a.yaml", simpleSlo);
        folder.write("slos/b.yaml", simpleSlo);
        const WorkspaceDocument document = folder.read(head + source + "services: [{name: payment}]\nslos: [slos/*]\n");
        QCOMPARE(document.faults.size(), size_t(1));
        QVERIFY(document.faults[0].file.endsWith(u"b.yaml"));
        QCOMPARE(document.faults[0].line, 4);
    }

    void aRunbookStepNamesAPrometheus()
    {
        WorkspaceFolder folder;
        folder.write("r.md", QByteArray(simpleRunbook).replace("gate=\"errors are high\"", "gate=\"errors are high\" source=other"));
        const WorkspaceDocument document = folder.read(head + source + "runbooks: [r.md]\n");
        QCOMPARE(document.faults.size(), size_t(1));
        QVERIFY(document.faults[0].line > 1);
        QVERIFY(document.faults[0].message.contains(u"other"));
    }

    void twoRunbooksOfOneNameAreAFault()
    {
        WorkspaceFolder folder;
        folder.write("r/a.md", simpleRunbook);
        folder.write("r/b.md", simpleRunbook);
        const WorkspaceDocument document = folder.read(head + source + "runbooks: [r/*.md]\n");
        QCOMPARE(document.faults.size(), size_t(1));
        QVERIFY(document.faults[0].file.endsWith(u"b.md"));
    }

    void aMissingFileIsOneFault()
    {
        const WorkspaceDocument document = readWorkspace(QStringLiteral("/nowhere/watchfloor.yaml"));
        QVERIFY(!document.workspace);
        QCOMPARE(document.faults.size(), size_t(1));
        QCOMPARE(document.faults[0].toString().section(u':', 0, 0), QStringLiteral("/nowhere/watchfloor.yaml"));
    }

    void hostileFilesAreRefusedQuickly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("5 MiB") << head + QByteArray(5 << 20, '#');
        QTest::newRow("nested") << head + "sources: " + QByteArray(100'000, '[');
        QTest::newRow("binary") << QByteArray("\0\x01\xff\xfe", 4);
        QTest::newRow("tag") << QByteArray("workspace: !!python/object:os.system x\n");
        QTest::newRow("many services") << head + "services: [" + QByteArray("{name: a},").repeated(20'000) + "]\n";
    }
    void hostileFilesAreRefusedQuickly()
    {
        QFETCH(QByteArray, text);
        WorkspaceFolder folder;
        const WorkspaceDocument document = folder.read(text);
        QVERIFY(!document.workspace);
        QVERIFY(!document.faults.empty());
        QVERIFY(document.faults.size() <= 2'000);
    }

    void faultsAreJsonForPrograms()
    {
        const QByteArray json = faultsJson({{QStringLiteral("/w.yaml"), 3, 5, QStringLiteral("sources[0]"), QStringLiteral("\"wrong\"")}});
        const QJsonObject error = QJsonDocument::fromJson(json).object()[QStringLiteral("errors")].toArray().at(0).toObject();
        QCOMPARE(error[QStringLiteral("file")].toString(), QStringLiteral("/w.yaml"));
        QCOMPARE(error[QStringLiteral("line")].toInt(), 3);
        QCOMPARE(error[QStringLiteral("column")].toInt(), 5);
        QCOMPARE(error[QStringLiteral("path")].toString(), QStringLiteral("sources[0]"));
        QCOMPARE(error[QStringLiteral("message")].toString(), QStringLiteral("\"wrong\""));
        QCOMPARE(faultsJson({}), QByteArray("{\"errors\":[]}"));
        QVERIFY(!json.contains('\n'));
    }
};

WATCHFLOOR_TEST(TestWorkspace)
#include "tst_workspace.moc"
