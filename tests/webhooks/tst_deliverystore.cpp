#include "models/webhooks/deliverytablemodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

Delivery sample(const QString &id, Delivery::State state)
{
    Delivery delivery;
    delivery.id = id;
    delivery.webhook = QStringLiteral("PagerDuty");
    delivery.fingerprint = QStringLiteral("f-") + id;
    delivery.alertname = QStringLiteral("EndpointDown");
    delivery.state = state;
    return delivery;
}

}

class TestDeliveryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheStore()
    {
        FakeClock clock;
        DeliveryStore store;
        DeliveryTableModel model(store, clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        store.apply(sample(QStringLiteral("a"), Delivery::State::Waiting));
        Delivery failed = sample(QStringLiteral("b"), Delivery::State::Failed);
        failed.attempts = 3;
        failed.error = Error{Error::Kind::Rejected, QStringLiteral("status 400: bad"), {}};
        store.apply(failed);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, DeliveryTableModel::WebhookColumn).data().toString(), QStringLiteral("PagerDuty"));
        QVERIFY(model.index(0, 0).data(DeliveryTableModel::CanRetryRole).toBool());
        QVERIFY(!model.index(1, 0).data(DeliveryTableModel::CanRetryRole).toBool());
        QVERIFY(!model.index(0, DeliveryTableModel::ProblemColumn).data().toString().isEmpty());
        QCOMPARE(store.deliveriesOf(QStringLiteral("f-b")).size(), size_t(1));
        QCOMPARE(store.count(Delivery::State::Failed), 1);
    }

    void linesSayWhatBecameOfIt()
    {
        FakeClock clock;
        Delivery delivery = sample(QStringLiteral("a"), Delivery::State::Delivered);
        delivery.settledAt = clock.wall();
        QVERIFY(DeliveryTableModel::line(delivery, clock.wall()).startsWith(QStringLiteral("PagerDuty: delivered ")));
        delivery.state = Delivery::State::Retrying;
        delivery.settledAt.reset();
        delivery.attempts = 3;
        delivery.error = Error{Error::Kind::Server, QStringLiteral("status 500"), {}};
        delivery.nextAt = clock.wall() + 2min;
        const QString line = DeliveryTableModel::line(delivery, clock.wall());
        QVERIFY2(line.contains(QStringLiteral("not delivered, 3 attempt")) && line.contains(QStringLiteral("status 500")) && line.contains(QStringLiteral("next")), qPrintable(line));
    }

    void onlySettledOnesGoWhenThereAreTooMany()
    {
        DeliveryStore store;
        store.apply(sample(QStringLiteral("waits"), Delivery::State::Waiting));
        for (size_t i = 0; i < DeliveryStore::most + 10; ++i) {
            Delivery delivery = sample(QString::number(i), Delivery::State::Delivered);
            delivery.settledAt = WallTime(std::chrono::milliseconds(i + 1));
            store.apply(delivery);
        }
        QCOMPARE(store.deliveries().size(), DeliveryStore::most);
        QVERIFY(store.find(QStringLiteral("waits")));
        QVERIFY(!store.find(QStringLiteral("0")));
    }
};

WATCHFLOOR_TEST(TestDeliveryStore)
#include "tst_deliverystore.moc"
