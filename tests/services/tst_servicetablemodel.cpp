#include "models/services/servicetablemodel.h"
#include "tests/services/world.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestServiceTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheStore()
    {
        World world({serviceOf("auth", false), serviceOf("payment", false)});
        ServiceTableModel model(world.services);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        world.prometheusSays({});
        world.update();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("auth"));
        QCOMPARE(model.index(0).data(ServiceTableModel::StateRole).value<State>(), State::Healthy);

        const QPersistentModelIndex payment(model.index(1));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        world.prometheusSays({alertOf("HighErrorRate", "payment")});
        world.update();
        QCOMPARE(payment.row(), 0);
        QCOMPARE(payment.data(ServiceTableModel::NameRole).toString(), QStringLiteral("payment"));
        QCOMPARE(payment.data(ServiceTableModel::StateRole).value<State>(), State::Critical);
        QCOMPARE(payment.data(ServiceTableModel::FiringRole).toInt(), 1);
        QVERIFY(payment.data(ServiceTableModel::ReasonRole).toString().contains(u"HighErrorRate"));
        QVERIFY(payment.data(Qt::ToolTipRole).toString().contains(u"HighErrorRate"));
        QCOMPARE(model.rowOf(QStringLiteral("auth")), 1);
        QCOMPARE(reset.count(), 0);
    }

    void anotherWorkspaceIsAnotherTable()
    {
        World world({serviceOf("auth", false)});
        ServiceTableModel model(world.services);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        world.services.setServices({serviceOf("a"), serviceOf("b")}, QStringLiteral("main"));
        QCOMPARE(model.rowCount(), 2);
        world.services.setServices({}, QString());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.serviceAt(0), nullptr);
    }
};

WATCHFLOOR_TEST(TestServiceTableModel)
#include "tst_servicetablemodel.moc"
