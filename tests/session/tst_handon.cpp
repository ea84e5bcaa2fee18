#include "models/session/session.h"
#include "tests/session/rig.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

#include <nlohmann/json.hpp>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

QStringList toldTo(const FaultServer &server)
{
    QStringList states;
    for (const SeenRequest &request : server.requests())
        states.append(QString::fromStdString(nlohmann::json::parse(request.body.toStdString())["status"].get<std::string>()));
    return states;
}

Workspace watching(const FaultServer &service, const FaultServer &receiver)
{
    Workspace workspace = workspaceOf({});
    Endpoint endpoint = endpointAt(QStringLiteral("system"), service.url(QStringLiteral("/health")));
    endpoint.alerts = {EndpointAlert{0ms, QStringLiteral("critical")}};
    workspace.endpoints = {endpoint};
    Webhook webhook;
    webhook.name = QStringLiteral("bus");
    webhook.target.base = receiver.url(QStringLiteral("/hook"));
    workspace.webhooks = {webhook};
    return workspace;
}

}

/// The console's own alerts reach a receiver on this machine, through the whole session.
class TestHandOn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpointAlertsAreHandedOnAndTheirEndToo()
    {
        SystemClock clock;
        FaultServer service;
        FaultServer receiver;
        QTemporaryDir folder;
        service.otherwise(Answer::json("{\"status\":\"down\"}", 503));
        receiver.otherwise(Answer::error(400, "not now"));
        {
            Session session(watching(service, receiver), clock, {.dataFolder = folder.path(), .actor = QStringLiteral("tester"), .watchFiles = false});
            session.start();
            QTRY_COMPARE_WITH_TIMEOUT(session.stores().deliveries.count(Delivery::State::Failed), 1, 10'000);
            const Delivery failed = session.stores().deliveries.deliveries().front();
            QCOMPARE(failed.alertname, QStringLiteral("EndpointDown"));
            QVERIFY(failed.error && failed.error->detail.contains(QStringLiteral("not now")));
            QCOMPARE(session.stores().deliveries.deliveriesOf(failed.fingerprint).size(), size_t(1));
            receiver.otherwise(Answer::json("{}"));
            session.retryDelivery(failed.id);
            QTRY_COMPARE_WITH_TIMEOUT(session.stores().deliveries.count(Delivery::State::Delivered), 1, 5'000);
            QCOMPARE(toldTo(receiver), (QStringList{QStringLiteral("firing"), QStringLiteral("firing")}));
        }
        // It recovers while no console runs; the next one tells it.
        service.otherwise(Answer::json("{\"status\":\"healthy\"}"));
        Session session(watching(service, receiver), clock, {.dataFolder = folder.path(), .actor = QStringLiteral("tester"), .watchFiles = false});
        session.start();
        QTRY_COMPARE_WITH_TIMEOUT(session.stores().deliveries.count(Delivery::State::Delivered), 1, 10'000);
        QCOMPARE(toldTo(receiver).last(), QStringLiteral("resolved"));
    }

    void aQuestionHandsNothingOn()
    {
        SystemClock clock;
        FaultServer service;
        FaultServer receiver;
        service.otherwise(Answer::json("{\"status\":\"down\"}", 503));
        receiver.otherwise(Answer::json("{}"));
        Session session(watching(service, receiver), clock, {.dataFolder = {}, .actor = {}, .watchFiles = false});
        bool over = false;
        session.round([&over] { over = true; });
        QTRY_VERIFY_WITH_TIMEOUT(over, 10'000);
        QVERIFY(receiver.requests().empty());
        QVERIFY(session.stores().deliveries.deliveries().empty());
    }
};

WATCHFLOOR_TEST(TestHandOn)
#include "tst_handon.moc"
