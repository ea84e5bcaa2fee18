#include "models/webhooks/webhookpayload.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using nlohmann::json;

namespace {

WebhookEvent sampleEvent(WebhookEvent::Action action = WebhookEvent::Action::Firing)
{
    WebhookEvent event;
    event.action = action;
    event.fingerprint = QStringLiteral("f00d");
    event.labels = Labels{{QStringLiteral("alertname"), QStringLiteral("EndpointDown")}, {QStringLiteral("service"), QStringLiteral("payment")}, {QStringLiteral("severity"), QStringLiteral("critical")}};
    event.annotations = Labels{{QStringLiteral("summary"), QStringLiteral("503 & <!channel> wants 200")}};
    event.severity = Severity::Critical;
    event.startsAt = WallTime(std::chrono::milliseconds(1'763'700'000'123));
    if (action == WebhookEvent::Action::Resolved)
        event.endsAt = event.startsAt + std::chrono::minutes(3);
    event.generatorUrl = QStringLiteral("https://prometheus.example.com/graph?g0=up&g1=<x>");
    event.at = event.startsAt;
    return event;
}

json bodyOf(Webhook::Kind kind, const WebhookEvent &event, const QByteArray &key = {})
{
    Webhook webhook;
    webhook.name = QStringLiteral("team");
    webhook.kind = kind;
    return json::parse(webhookBody(webhook, event, Secret(key)).toStdString());
}

}

class TestWebhookPayload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slackIsEscapedAndColoured()
    {
        const json body = bodyOf(Webhook::Kind::Slack, sampleEvent());
        const json &attachment = body["attachments"][0];
        QVERIFY(attachment["color"] == "danger");
        QVERIFY(attachment["text"] == "503 &amp; &lt;!channel&gt; wants 200");
        QVERIFY(body["text"].get<std::string>().find("*[FIRING] <https://prometheus.example.com/graph?") == 0);
        QVERIFY(body["text"].get<std::string>().find("|EndpointDown>*") != std::string::npos);
        QVERIFY(body["blocks"][0]["text"]["type"] == "mrkdwn");
        QVERIFY(attachment["fields"].size() == 2);
        QVERIFY(attachment["ts"] == 1'763'700'000);
        QVERIFY(bodyOf(Webhook::Kind::Slack, sampleEvent(WebhookEvent::Action::Resolved))["attachments"][0]["color"] == "good");
    }

    void addressesOfOtherKindsAreNoLinks()
    {
        WebhookEvent event = sampleEvent();
        for (const QString &address : {QStringLiteral("javascript:alert(1)"), QStringLiteral("https://u:p@host/"), QStringLiteral("http://a|b/"), QString()}) {
            event.generatorUrl = address;
            QVERIFY(bodyOf(Webhook::Kind::Slack, event)["text"] == "*[FIRING] EndpointDown*");
            QVERIFY(!bodyOf(Webhook::Kind::PagerDuty, event).contains("links"));
        }
    }

    void pagerDutyTakesTheWholeLife()
    {
        const json trigger = bodyOf(Webhook::Kind::PagerDuty, sampleEvent(), "key-1\n");
        QVERIFY(trigger["routing_key"] == "key-1");
        QVERIFY(trigger["event_action"] == "trigger");
        QVERIFY(trigger["dedup_key"] == "watchfloor/f00d");
        const json &payload = trigger["payload"];
        QVERIFY(payload["severity"] == "critical");
        QVERIFY(payload["summary"] == "EndpointDown: 503 & <!channel> wants 200");
        QVERIFY(payload["source"] == "payment" && payload["component"] == "payment" && payload["class"] == "EndpointDown");
        QVERIFY(payload["timestamp"] == "2025-11-21T04:40:00.123Z");
        QVERIFY(payload["custom_details"]["labels"]["severity"] == "critical");
        QVERIFY(trigger["links"][0]["text"] == "EndpointDown");
        for (const auto &[action, word] : {std::pair(WebhookEvent::Action::Acknowledged, "acknowledge"), std::pair(WebhookEvent::Action::Resolved, "resolve")}) {
            const json later = bodyOf(Webhook::Kind::PagerDuty, sampleEvent(action), "key-1");
            QVERIFY(later["event_action"] == word && later["dedup_key"] == trigger["dedup_key"]);
        }
    }

    void pagerDutySeverities_data()
    {
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<QString>("word");
        QTest::newRow("emergency") << Severity::Emergency << QStringLiteral("critical");
        QTest::newRow("critical") << Severity::Critical << QStringLiteral("critical");
        QTest::newRow("warning") << Severity::Warning << QStringLiteral("warning");
        QTest::newRow("info") << Severity::Info << QStringLiteral("info");
        QTest::newRow("none") << Severity::None << QStringLiteral("info");
    }
    void pagerDutySeverities()
    {
        QFETCH(Severity, severity);
        QFETCH(QString, word);
        WebhookEvent event = sampleEvent();
        event.severity = severity;
        QCOMPARE(QString::fromStdString(bodyOf(Webhook::Kind::PagerDuty, event)["payload"]["severity"].get<std::string>()), word);
    }

    void genericIsWhatAnAlertmanagerSends()
    {
        const json body = bodyOf(Webhook::Kind::Generic, sampleEvent());
        QVERIFY(body["version"] == "4" && body["status"] == "firing" && body["receiver"] == "team" && body["truncatedAlerts"] == 0);
        QVERIFY(body["alerts"][0]["endsAt"] == "0001-01-01T00:00:00Z");
        QVERIFY(body["alerts"][0]["fingerprint"] == "f00d");
        QVERIFY(body["commonLabels"] == body["alerts"][0]["labels"]);
        const json over = bodyOf(Webhook::Kind::Generic, sampleEvent(WebhookEvent::Action::Resolved));
        QVERIFY(over["status"] == "resolved" && over["alerts"][0]["endsAt"] == "2025-11-21T04:43:00.123Z");
    }

    void longTextsAreCut()
    {
        Alert alert;
        alert.fingerprint = QStringLiteral("f");
        alert.labels = Labels{{QStringLiteral("alertname"), QString(100'000, u'n')}};
        for (int i = 0; i < 300; ++i)
            alert.labels.set(QStringLiteral("l%1").arg(i), QString(10'000, u'v'));
        alert.annotations = Labels{{QStringLiteral("summary"), QString(70'000, u'<')}};
        const WebhookEvent event = webhookEvent(alert, WebhookEvent::Action::Firing, WallTime(std::chrono::milliseconds(1)));
        for (const auto kind : {Webhook::Kind::Slack, Webhook::Kind::PagerDuty, Webhook::Kind::Generic}) {
            const json body = bodyOf(kind, event);
            QVERIFY(body.dump().size() < 512 * 1024);
            if (kind == Webhook::Kind::PagerDuty)
                QVERIFY(QString::fromStdString(body["payload"]["summary"].get<std::string>()).size() <= 1'024);
        }
    }

    void eventsComeBackFromTheirText()
    {
        const WebhookEvent event = sampleEvent(WebhookEvent::Action::Resolved);
        const auto back = webhookEventFrom(toJson(event));
        QVERIFY(back.has_value());
        QVERIFY(*back == event);
        json spoilt = toJson(event);
        for (const char *key : {"action", "fingerprint", "labels", "annotations", "severity", "startsAt", "at"}) {
            json without = spoilt;
            without.erase(key);
            QVERIFY2(!webhookEventFrom(without), key);
        }
        spoilt["action"] = 9;
        QVERIFY(!webhookEventFrom(spoilt));
        QVERIFY(!webhookEventFrom(json::array()));
    }
};

WATCHFLOOR_TEST(TestWebhookPayload)
#include "tst_webhookpayload.moc"
