#include "models/health/condition.h"
#include "models/health/endpointtablemodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

Endpoint endpointNamed(const QString &name)
{
    Endpoint endpoint;
    endpoint.name = name;
    endpoint.group = QStringLiteral("payment");
    return endpoint;
}

ProbeResult failedProbe()
{
    ProbeResult result;
    result.endpoint = QStringLiteral("payment/a");
    result.state = State::Critical;
    result.httpStatus = 503;
    result.duration = 412ms;
    result.certificateLeft = 72h;
    result.conditions.push_back({*parseCondition(QStringLiteral("[STATUS] == 200")), false, QStringLiteral("[STATUS] (503) == 200")});
    return result;
}

}

class TestEndpointTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheStore()
    {
        HealthStore store;
        FakeClock clock;
        EndpointTableModel model(store, clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        store.setEndpoints({endpointNamed(QStringLiteral("a")), endpointNamed(QStringLiteral("b"))});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data(EndpointTableModel::StateRole).value<State>(), State::Blind);
        store.apply(failedProbe(), clock.now(), clock.wall());
        const auto cell = [&model](int column, int role) { return model.index(0, column).data(role); };
        QCOMPARE(cell(EndpointTableModel::EndpointColumn, Qt::DisplayRole).toString(), QStringLiteral("payment/a"));
        QCOMPARE(cell(EndpointTableModel::StateColumn, Qt::DisplayRole).toString(), QStringLiteral("Critical"));
        QCOMPARE(cell(EndpointTableModel::LatencyColumn, Qt::DisplayRole).toString(), QStringLiteral("412 ms"));
        QCOMPARE(cell(EndpointTableModel::AvailabilityColumn, EndpointTableModel::SortRole).toDouble(), 0.0);
        QVERIFY(cell(EndpointTableModel::CertificateColumn, Qt::DisplayRole).toString().contains(QLatin1String("3 d")));
        QVERIFY(cell(EndpointTableModel::LastFailureColumn, Qt::DisplayRole).toString().contains(QLatin1String("503, wants 200")));
        QCOMPARE(cell(0, EndpointTableModel::ServiceRole).toString(), QStringLiteral("payment"));
        QCOMPARE(cell(0, EndpointTableModel::HistoryRole).toList(), (QVariantList{int(State::Critical)}));
        store.setEndpoints({});
        QCOMPARE(model.rowCount(), 0);
    }

    void probeChangesItsRowOnly()
    {
        HealthStore store;
        FakeClock clock;
        store.setEndpoints({endpointNamed(QStringLiteral("b")), endpointNamed(QStringLiteral("a"))});
        EndpointTableModel model(store, clock);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        store.apply(failedProbe(), clock.now(), clock.wall());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    }

    void refreshShowsThatTimeWentOn()
    {
        HealthStore store;
        FakeClock clock;
        store.setEndpoints({endpointNamed(QStringLiteral("a"))});
        EndpointTableModel model(store, clock);
        store.apply(failedProbe(), clock.now(), clock.wall());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        clock.advance(60s);
        model.refresh();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.index(0, 0).data(EndpointTableModel::StateRole).value<State>(), State::Stale);
    }

    void everyColumnHasAHeader()
    {
        HealthStore store;
        FakeClock clock;
        EndpointTableModel model(store, clock);
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!model.headerData(model.columnCount(), Qt::Horizontal).isValid());
    }
};

WATCHFLOOR_TEST(TestEndpointTableModel)
#include "tst_endpointtablemodel.moc"
