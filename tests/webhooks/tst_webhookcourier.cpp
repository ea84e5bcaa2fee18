#include "models/webhooks/deliverystore.h"
#include "models/webhooks/webhookcourier.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;
using nlohmann::json;
using Action = WebhookEvent::Action;

namespace {

Webhook generic(const QUrl &url, const QString &name = QStringLiteral("bus"))
{
    Webhook webhook;
    webhook.name = name;
    webhook.target.base = url;
    return webhook;
}

WebhookEvent told(Action action, const QString &fingerprint = QStringLiteral("f1"), Severity severity = Severity::Critical)
{
    WebhookEvent event;
    event.action = action;
    event.fingerprint = fingerprint;
    event.labels = Labels{{QStringLiteral("alertname"), QStringLiteral("EndpointDown")}, {QStringLiteral("service"), QStringLiteral("payment")}};
    event.severity = severity;
    event.at = FakeClock().wall();
    return event;
}

/// A courier with what it told.
struct Office
{
    explicit Office(FakeClock &clock, WebhookCourier::Options options = {})
    {
        options.jitter = 0;
        courier = std::make_unique<WebhookCourier>(clock, options);
        QObject::connect(courier.get(), &WebhookCourier::changed, courier.get(), [this](const Delivery &delivery) { store.apply(delivery); });
    }
    const Delivery &latest() const { return store.deliveries().front(); }

    DeliveryStore store;
    std::unique_ptr<WebhookCourier> courier;
};

std::vector<QString> statesSeen(const FaultServer &server)
{
    std::vector<QString> states;
    for (const SeenRequest &request : server.requests())
        states.push_back(QString::fromStdString(json::parse(request.body.toStdString())["status"].get<std::string>()));
    return states;
}

std::shared_ptr<SystemSecretResolver> secrets()
{
    return std::make_shared<SystemSecretResolver>();
}

}

class TestWebhookCourier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginningAndEndAreToldOnceAndInOrder()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::json("{}"));
        Office office(clock);
        office.courier->setWebhooks({generic(server.url(QStringLiteral("/hook")))}, secrets());
        office.courier->hand(told(Action::Firing));
        office.courier->hand(told(Action::Firing)); // the same alert is told once
        office.courier->hand(told(Action::Acknowledged)); // only PagerDuty knows such a thing
        office.courier->hand(told(Action::Resolved));
        office.courier->hand(told(Action::Resolved));
        QTRY_COMPARE(server.requests().size(), size_t(2));
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 2);
        QCOMPARE(statesSeen(server), (std::vector{QStringLiteral("firing"), QStringLiteral("resolved")}));
        QCOMPARE(server.requests()[0].header("Content-Type"), QByteArray("application/json"));
        QVERIFY(!server.requests()[0].header("Idempotency-Key").isEmpty());
        QCOMPARE(office.courier->waiting(), size_t(0));
        QVERIFY(office.courier->open().empty());
    }

    void onlyWhatIsWantedIsHandedOn()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::json("{}"));
        Office office(clock);
        Webhook strict = generic(server.url(), QStringLiteral("strict"));
        strict.least = Severity::Critical;
        strict.matchers = *parseMatchers(u"service=\"payment\"");
        strict.resolved = false;
        Webhook other = generic(server.url(), QStringLiteral("other"));
        other.matchers = *parseMatchers(u"service=\"taxi\"");
        office.courier->setWebhooks({strict, other}, secrets());
        office.courier->hand(told(Action::Firing, QStringLiteral("mild"), Severity::Warning));
        office.courier->hand(told(Action::Firing));
        office.courier->hand(told(Action::Resolved));
        office.courier->hand(told(Action::Resolved, QStringLiteral("mild"), Severity::Warning));
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 1);
        QCOMPARE(server.requests().size(), size_t(1));
        QCOMPARE(office.latest().webhook, QStringLiteral("strict"));
    }

    void failuresAreTriedAgainWithGrowingDelays()
    {
        FakeClock clock;
        FaultServer server;
        server.on(QStringLiteral("/"), {Answer::error(500), Answer::error(503), Answer::html(200), Answer::json("{}")});
        Office office(clock);
        office.courier->setWebhooks({generic(server.url(QStringLiteral("/")))}, secrets());
        office.courier->hand(told(Action::Firing));
        const WallTime start = clock.wall();
        QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
        QCOMPARE(office.latest().nextAt, std::optional<WallTime>(start + 2s));
        QVERIFY(office.latest().error->detail.contains(QStringLiteral("status 500")));
        clock.advance(1'999ms);
        office.courier->pump();
        QCOMPARE(office.latest().attempts, 1);
        clock.advance(1ms);
        office.courier->pump();
        QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
        QCOMPARE(office.latest().attempts, 2);
        QCOMPARE(office.latest().nextAt, std::optional<WallTime>(clock.wall() + 4s));
        clock.advance(4s);
        office.courier->pump();
        QTRY_COMPARE(office.latest().attempts, 3);
        QTRY_COMPARE(office.latest().state, Delivery::State::Retrying); // a log-in page took nothing
        QVERIFY(office.latest().error->detail.contains(QStringLiteral("HTML")));
        clock.advance(8s);
        office.courier->pump();
        QTRY_COMPARE(office.latest().state, Delivery::State::Delivered);
        QCOMPARE(office.latest().attempts, 4);
        QVERIFY(!office.latest().error);
    }

    /// Slack answers "ok" as text/html.
    void aWordIsNoLogInPage()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise({.contentType = "text/html", .body = "ok"});
        Office office(clock);
        office.courier->setWebhooks({generic(server.url())}, secrets());
        office.courier->hand(told(Action::Firing));
        QTRY_COMPARE(office.latest().state, Delivery::State::Delivered);
        QCOMPARE(server.requests().size(), size_t(1));
    }

    /// What is asked of an alert may stand in a label that is too much for the message.
    void labelsBehindTheCutAreMatchedToo()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::json("{}"));
        Office office(clock);
        Webhook strict = generic(server.url());
        strict.matchers = *parseMatchers(u"zone=\"eu\"");
        Webhook other = generic(server.url(), QStringLiteral("other"));
        other.matchers = *parseMatchers(u"zone=\"\"");
        office.courier->setWebhooks({strict, other}, secrets());
        Alert alert;
        alert.fingerprint = QStringLiteral("f1");
        alert.severity = Severity::Critical;
        for (int i = 0; i < 200; ++i)
            alert.labels.set(QStringLiteral("a%1").arg(i), QStringLiteral("x"));
        alert.labels.set(QStringLiteral("alertname"), QStringLiteral("QueueFull"));
        alert.labels.set(QStringLiteral("severity"), QStringLiteral("critical"));
        alert.labels.set(QStringLiteral("zone"), QStringLiteral("eu"));
        office.courier->hand(webhookEvent(alert, Action::Firing, clock.wall()), alert.labels);
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 1);
        QCOMPARE(office.latest().webhook, QStringLiteral("bus"));
        QCOMPARE(office.latest().alertname, QStringLiteral("QueueFull"));
        QCOMPARE(server.requests().size(), size_t(1));
        const json sent = json::parse(server.requests()[0].body.toStdString())["alerts"][0]["labels"];
        QCOMPARE(sent.size(), size_t(64));
        QCOMPARE(sent["severity"].get<std::string>(), std::string("critical"));
    }

    void refusedConnectionsAreTriedAgain()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::json("{}"));
        const QUrl url = server.url();
        server.goAway();
        Office office(clock);
        office.courier->setWebhooks({generic(url)}, secrets());
        office.courier->hand(told(Action::Firing));
        QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
        QCOMPARE(office.latest().error->kind, Error::Kind::Refused);
        QVERIFY(server.comeBack());
        clock.advance(2s);
        office.courier->pump();
        QTRY_COMPARE(office.latest().state, Delivery::State::Delivered);
    }

    void whatIsRefusedForGoodIsNotTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {302, 400, 401, 403, 404, 410, 413})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void whatIsRefusedForGoodIsNotTriedAgain()
    {
        QFETCH(int, status);
        FakeClock clock;
        FaultServer server;
        server.otherwise(status == 302 ? Answer::redirect(server.url(QStringLiteral("/log-in"))) : Answer::error(status, "no such channel"));
        Office office(clock);
        office.courier->setWebhooks({generic(server.url())}, secrets());
        office.courier->hand(told(Action::Firing));
        QTRY_COMPARE(office.latest().state, Delivery::State::Failed);
        clock.advance(1h);
        office.courier->pump();
        QCOMPARE(office.latest().attempts, 1);
        QVERIFY(office.latest().settledAt && !office.latest().nextAt);
        QVERIFY(!office.latest().error->detail.isEmpty());
        server.otherwise(Answer::json("{}"));
        office.courier->retry(office.latest().id);
        QTRY_COMPARE(office.latest().state, Delivery::State::Delivered);
    }

    void whatIsOverIsNotOpenedThereAnew()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::error(403, "not now"));
        Office office(clock);
        office.courier->setWebhooks({generic(server.url())}, secrets());
        office.courier->hand(told(Action::Firing));
        QTRY_COMPARE(office.latest().state, Delivery::State::Failed);
        const QString beginning = office.latest().id;
        server.otherwise(Answer::json("{}"));
        clock.advance(1min);
        office.courier->hand(told(Action::Resolved));
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 1);
        office.courier->retry(beginning);
        office.courier->pump();
        QCOMPARE(office.store.count(Delivery::State::Failed), 1);
        QCOMPARE(statesSeen(server), (std::vector<QString>{QStringLiteral("firing"), QStringLiteral("resolved")}));
        const auto &deliveries = office.store.deliveries();
        const auto kept = std::find_if(deliveries.begin(), deliveries.end(), [&](const Delivery &delivery) { return delivery.id == beginning; });
        QVERIFY(kept != deliveries.end() && kept->error->detail.contains(QStringLiteral("the alert is over")));
    }

    void whoAsksToWaitIsLeftAlone()
    {
        FakeClock clock;
        FaultServer server;
        server.on(QStringLiteral("/"), {Answer::error(429, "{}", 90), Answer::json("{}")});
        Office office(clock);
        office.courier->setWebhooks({generic(server.url(QStringLiteral("/")))}, secrets());
        office.courier->hand(told(Action::Firing));
        QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
        QCOMPARE(office.latest().nextAt, std::optional<WallTime>(clock.wall() + 90s));
        office.courier->hand(told(Action::Firing, QStringLiteral("f2"))); // waits for the same webhook
        clock.advance(89s);
        office.courier->pump();
        QCOMPARE(server.requests().size(), size_t(1));
        clock.advance(1s);
        office.courier->pump();
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 2);
    }

    void aDrippingAnswerEndsAtTheDeadline()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::drip(QByteArray(1'000, 'x'), 20ms));
        Office office(clock, {.deadline = 200ms});
        office.courier->setWebhooks({generic(server.url())}, secrets());
        office.courier->hand(told(Action::Firing));
        QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
        QCOMPARE(office.latest().error->kind, Error::Kind::Timeout);
    }

    void oneAlertsMessagesKeepTheirOrderAndOthersPass()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::error(500));
        Office office(clock);
        office.courier->setWebhooks({generic(server.url(QStringLiteral("/")))}, secrets());
        office.courier->hand(told(Action::Firing));
        office.courier->hand(told(Action::Resolved));
        QTRY_COMPARE(office.store.count(Delivery::State::Retrying), 1);
        QCOMPARE(office.store.count(Delivery::State::Waiting), 1);
        server.otherwise(Answer::json("{}"));
        office.courier->hand(told(Action::Firing, QStringLiteral("f2")));
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 1);
        clock.advance(2s);
        office.courier->pump();
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 3);
        QCOMPARE(statesSeen(server), (std::vector{QStringLiteral("firing"), QStringLiteral("firing"), QStringLiteral("firing"), QStringLiteral("resolved")}));
    }

    void fewAreUnderWayAtOnceAndFewWait()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::hang());
        Office office(clock, {.mostWaiting = 20, .mostInFlight = 3});
        office.courier->setWebhooks({generic(server.url())}, secrets());
        for (int i = 0; i < 40; ++i)
            office.courier->hand(told(Action::Firing, QStringLiteral("f%1").arg(i)));
        QTRY_COMPARE(server.requests().size(), size_t(3));
        QCOMPARE(office.store.count(Delivery::State::Sending), 3);
        QCOMPARE(office.courier->waiting(), size_t(20));
        QCOMPARE(office.store.count(Delivery::State::Failed), 20);
    }

    void whatIsTooOldIsGivenUp()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::error(500));
        Office office(clock);
        office.courier->setWebhooks({generic(server.url())}, secrets());
        WebhookEvent old = told(Action::Firing);
        old.at = clock.wall();
        office.courier->hand(old);
        QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
        clock.advance(24h + 1s);
        office.courier->pump();
        QCOMPARE(office.latest().state, Delivery::State::Failed);
        QVERIFY(office.latest().error->detail.contains(QStringLiteral("500")));
    }

    void secretsAreReadAtSendingAndShownNowhere()
    {
        FakeClock clock;
        FaultServer server;
        const QString secretPath = QStringLiteral("/services/T0/B0/topsecret");
        server.otherwise(Answer::error(500, "no channel behind /services/T0/B0/topsecret"));
        QTemporaryDir folder;
        Webhook slack;
        slack.name = QStringLiteral("team");
        slack.kind = Webhook::Kind::Slack;
        slack.secretUrl = {SecretReference::Kind::Environment, QStringLiteral("WF_TEST_SLACK_URL")};
        qunsetenv("WF_TEST_SLACK_URL");
        {
            Office office(clock, {.folder = folder.path()});
            office.courier->setWebhooks({slack}, secrets());
            office.courier->hand(told(Action::Firing));
            QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
            QCOMPARE(office.latest().error->kind, Error::Kind::MissingSecret);
            qputenv("WF_TEST_SLACK_URL", server.url(secretPath).toEncoded());
            clock.advance(2s);
            office.courier->pump();
            QTRY_COMPARE(office.latest().attempts, 2);
            QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
            QCOMPARE(server.requests()[0].path, secretPath);
            QVERIFY2(!office.latest().error->detail.contains(QStringLiteral("topsecret")), qPrintable(office.latest().error->detail));
            server.goAway();
            clock.advance(4s);
            office.courier->pump();
            QTRY_COMPARE(office.latest().attempts, 3);
            QTRY_COMPARE(office.latest().state, Delivery::State::Retrying);
            QVERIFY(!(office.latest().error->detail + office.latest().error->where).contains(QStringLiteral("topsecret")));
        }
        QFile file(folder.filePath(QStringLiteral("webhooks.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QVERIFY(kept.contains("EndpointDown") && !kept.contains("topsecret"));
        qunsetenv("WF_TEST_SLACK_URL");
    }

    void pagerDutyHearsOfEveryState()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::json("{\"status\":\"success\"}", 202));
        qputenv("WF_TEST_ROUTING_KEY", "R1");
        Webhook webhook = generic(server.url(QStringLiteral("/v2/enqueue")), QStringLiteral("on-call"));
        webhook.kind = Webhook::Kind::PagerDuty;
        webhook.routingKey = {SecretReference::Kind::Environment, QStringLiteral("WF_TEST_ROUTING_KEY")};
        Office office(clock);
        office.courier->setWebhooks({webhook}, secrets());
        for (const Action action : {Action::Firing, Action::Acknowledged, Action::Acknowledged, Action::Firing, Action::Acknowledged, Action::Resolved})
            office.courier->hand(told(action));
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 4);
        QStringList actions;
        for (const SeenRequest &request : server.requests()) {
            const json body = json::parse(request.body.toStdString());
            actions.append(QString::fromStdString(body["event_action"].get<std::string>()));
            QVERIFY(body["routing_key"] == "R1");
        }
        QCOMPARE(actions, (QStringList{QStringLiteral("trigger"), QStringLiteral("acknowledge"), QStringLiteral("acknowledge"), QStringLiteral("resolve")}));
        qunsetenv("WF_TEST_ROUTING_KEY");
    }

    void whatWaitedSurvivesTheEndOfTheConsole()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::hang());
        QTemporaryDir folder;
        const Webhook webhook = generic(server.url());
        {
            // Ended in the middle of an attempt.
            Office office(clock, {.folder = folder.path()});
            office.courier->setWebhooks({webhook}, secrets());
            office.courier->hand(told(Action::Firing));
            QTRY_COMPARE(server.requests().size(), size_t(1));
            QCOMPARE(office.latest().state, Delivery::State::Sending);
        }
        server.otherwise(Answer::json("{}"));
        {
            Office office(clock, {.folder = folder.path()});
            QVERIFY(office.courier->recall().ok());
            QCOMPARE(office.courier->open().size(), size_t(1));
            office.courier->setWebhooks({webhook}, secrets());
            QTRY_COMPARE(office.latest().state, Delivery::State::Delivered);
            office.courier->hand(told(Action::Firing)); // this alert was told before the console ended
            QCOMPARE(office.store.deliveries().size(), size_t(1));
        }
        Office office(clock, {.folder = folder.path()});
        QVERIFY(office.courier->recall().ok());
        office.courier->setWebhooks({webhook}, secrets());
        office.courier->hand(told(Action::Resolved));
        QTRY_COMPARE(office.store.count(Delivery::State::Delivered), 1);
        QCOMPARE(statesSeen(server), (std::vector{QStringLiteral("firing"), QStringLiteral("firing"), QStringLiteral("resolved")}));
        QCOMPARE(server.requests()[0].header("Idempotency-Key"), server.requests()[1].header("Idempotency-Key"));
    }

    void aWriteThatWasNotAwaitedIsThereToo()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::hang());
        QTemporaryDir folder;
        Office office(clock, {.folder = folder.path()});
        office.courier->setWebhooks({generic(server.url())}, secrets());
        office.courier->hand(told(Action::Firing));
        QTRY_COMPARE(loadWebhookMail(folder.path())->letters.size(), size_t(1)); // as a console that is killed leaves it
    }

    void webhooksThatAreGoneFailTheirMessages()
    {
        FakeClock clock;
        FaultServer server;
        server.otherwise(Answer::hang());
        Office office(clock);
        office.courier->setWebhooks({generic(server.url())}, secrets());
        office.courier->hand(told(Action::Firing));
        QTRY_COMPARE(server.requests().size(), size_t(1));
        office.courier->setWebhooks({}, secrets());
        QCOMPARE(office.latest().state, Delivery::State::Failed);
        office.courier->retry(office.latest().id);
        QCOMPARE(office.latest().state, Delivery::State::Failed);
        QVERIFY(office.courier->open().empty());
    }

    void aDamagedFileIsSetAside()
    {
        FakeClock clock;
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("webhooks.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"letters\":[");
        file.close();
        Office office(clock, {.folder = folder.path()});
        const auto recalled = office.courier->recall();
        QVERIFY(!recalled.ok());
        QVERIFY(recalled.error().detail.contains(QStringLiteral(".damaged")));
        QVERIFY(office.courier->recall().ok());
    }
};

WATCHFLOOR_TEST(TestWebhookCourier)
#include "tst_webhookcourier.moc"
