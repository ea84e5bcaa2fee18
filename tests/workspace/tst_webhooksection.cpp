#include "tests/support/testregistry.h"
#include "tests/workspace/faultrows.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

const QByteArray head = "workspace: A\nsecrets: {token: {env: T}}\nsources:\n  - {name: main, prometheus: {url: http://p}}\nwebhooks:\n";

} // namespace

class TestWebhookSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKind()
    {
        WorkspaceFolder folder;
        const WorkspaceDocument document = folder.read(head
                                                       + "  - {name: team, slack: {url: {env: SLACK}}, match: 'service=\"payment\"', severity: warning, resolved: false}\n"
                                                         "  - {name: on-call, pagerduty: {routing_key: {file: key}}, match: ['env=~\"p.*\"', 'team!=\"x\"'], severity: critical}\n"
                                                         "  - name: bus\n    generic: {url: 'https://bus.example.com/alerts'}\n    headers: {X-Token: '${secret:token}'}\n"
                                                         "    credentials: {basic: {user: u, password: {env: P}}}\n    tls: {ca: ca.pem}\n");
        QVERIFY2(document.workspace, document.faults.empty() ? "" : qPrintable(document.faults.front().toString()));
        const std::vector<Webhook> &webhooks = document.workspace->webhooks;
        QCOMPARE(webhooks.size(), size_t(3));
        QCOMPARE(webhooks[0].kind, Webhook::Kind::Slack);
        QCOMPARE(webhooks[0].secretUrl, (SecretReference{SecretReference::Kind::Environment, QStringLiteral("SLACK")}));
        QVERIFY(webhooks[0].target.base.isEmpty());
        QCOMPARE(webhooks[0].least, std::optional(Severity::Warning));
        QVERIFY(!webhooks[0].resolved);
        QCOMPARE(matchersText(webhooks[0].matchers), QStringLiteral("{service=\"payment\"}"));
        QCOMPARE(webhooks[1].kind, Webhook::Kind::PagerDuty);
        QVERIFY(webhooks[1].routingKey.name.endsWith(QStringLiteral("/key")));
        QCOMPARE(webhooks[1].matchers.size(), size_t(2));
        QVERIFY(webhooks[1].resolved);
        QCOMPARE(webhooks[2].kind, Webhook::Kind::Generic);
        QCOMPARE(webhooks[2].target.base, QUrl(QStringLiteral("https://bus.example.com/alerts")));
        QCOMPARE(webhooks[2].target.headers.size(), size_t(1));
        QCOMPARE(webhooks[2].target.credentials.user, QStringLiteral("u"));
        QVERIFY(!webhooks[2].least);
    }

    void namesWhatIsWrong_data()
    {
        addFaultColumns();
        const auto row = [](const char *name, const char *text, int line, const char *path, const char *word) { faultRow(name, head + text, line, path, word); };
        row("no kind", "  - {name: a}\n", 6, "webhooks[0]", "slack, pagerduty and generic");
        row("two kinds", "  - {name: a, slack: {url: http://s}, generic: {url: http://g}}\n", 6, "webhooks[0]", "one of");
        row("no name", "  - {generic: {url: http://g}}\n", 6, "webhooks[0]", "name");
        row("name twice", "  - {name: a, generic: {url: http://g}}\n  - {name: a, generic: {url: http://h}}\n", 7, "webhooks[1].name", "another webhook, in line 6");
        row("no address", "  - {name: a, generic: {}}\n", 6, "webhooks[0].generic", "url");
        row("no map", "  - {name: a, slack: http://s}\n", 6, "webhooks[0].slack", "");
        row("Slack's address in the open", "  - {name: a, slack: {url: 'https://hooks.slack.com/services/T/B/x'}}\n", 6, "webhooks[0].slack.url", "secret");
        row("password in the address", "  - {name: a, generic: {url: 'http://u:p@g'}}\n", 6, "webhooks[0].generic.url", "password");
        row("another scheme", "  - {name: a, generic: {url: 'ftp://g'}}\n", 6, "webhooks[0].generic.url", "address");
        row("key in the open", "  - {name: a, pagerduty: {routing_key: abc}}\n", 6, "webhooks[0].pagerduty.routing_key", "secret");
        row("no key", "  - {name: a, pagerduty: {}}\n", 6, "webhooks[0].pagerduty", "routing_key");
        row("matcher", "  - {name: a, generic: {url: http://g}, match: 'severity'}\n", 6, "webhooks[0].match", "");
        row("expression", "  - {name: a, generic: {url: http://g}, match: ['a=~\"(\"']}\n", 6, "webhooks[0].match[0]", "");
        row("severity", "  - {name: a, generic: {url: http://g}, severity: loud}\n", 6, "webhooks[0].severity", "emergency, critical");
        row("resolved", "  - {name: a, generic: {url: http://g}, resolved: often}\n", 6, "webhooks[0].resolved", "");
        row("unknown key", "  - {name: a, generic: {url: http://g}, mach: x}\n", 6, "webhooks[0].mach", "match");
        row("unknown secret", "  - {name: a, generic: {url: http://g}, headers: {X: '${secret:nobody}'}}\n", 6, "webhooks[0].headers.X", "nobody");
    }
    void namesWhatIsWrong() { compareOnlyFault(); }
};

WATCHFLOOR_TEST(TestWebhookSection)
#include "tst_webhooksection.moc"
