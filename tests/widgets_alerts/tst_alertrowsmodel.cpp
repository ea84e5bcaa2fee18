#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/alerts/alertrowsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestAlertRowsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flatRowsAreTheSources()
    {
        Night night;
        night.tell();
        AlertTableModel source(night.stores().alerts, night.clock);
        AlertRowsModel rows(source);
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rows.rowCount(), source.rowCount());
        for (int row = 0; row < rows.rowCount(); ++row) {
            QCOMPARE(rows.alertAt(row), source.alertAt(row));
            QVERIFY(!rows.groupAt(row));
        }
    }

    void groupsCountTheirAlerts()
    {
        Night night;
        night.tell();
        AlertTableModel source(night.stores().alerts, night.clock);
        AlertRowsModel rows(source);
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rows.setGrouped(true);
        const AlertRowsModel::Group *group = rows.groupAt(0);
        QVERIFY(group);
        QCOMPARE(group->name, u"payment"_s);
        QCOMPARE(group->alerts, 3);
        QCOMPARE(group->firing, 1);
        QCOMPARE(group->worst, AlertState::Firing);
        QVERIFY(!rows.alertAt(0));
        QVERIFY(!(rows.flags(rows.index(0, 0)) & Qt::ItemIsSelectable));
        QCOMPARE(rows.rowOf(night.fingerprintOf(u"HighErrorRate"_s)), 1);
        rows.toggle(0);
        QVERIFY(rows.isFolded(0));
        QCOMPARE(rows.rowOf(night.fingerprintOf(u"HighErrorRate"_s)), -1);
    }

    void aHeldRowStaysWithItsAlert()
    {
        Night night;
        night.tell();
        AlertTableModel source(night.stores().alerts, night.clock);
        AlertRowsModel rows(source);
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString fingerprint = night.fingerprintOf(u"StripeLatency"_s);
        const QPersistentModelIndex held(rows.index(rows.rowOf(fingerprint), 0));
        rows.setGrouped(true);
        QCOMPARE(rows.alertAt(held.row())->fingerprint, fingerprint);
        rows.sort(AlertTableModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(rows.alertAt(held.row())->fingerprint, fingerprint);
        night.prometheus({night.alert(u"ZNew"_s, u"zoo"_s, u"critical"_s, u"new"_s, 1min)});
        QCOMPARE(rows.alertAt(held.row())->fingerprint, fingerprint);
        rows.setGrouped(false);
        QCOMPARE(rows.alertAt(held.row())->fingerprint, fingerprint);
        source.setStateFilter(AlertState::Recovered);
        QVERIFY(!held.isValid());
    }

    void agesMoveInEveryRow()
    {
        Night night;
        night.tell();
        AlertTableModel source(night.stores().alerts, night.clock);
        AlertRowsModel rows(source);
        rows.setGrouped(true);
        QSignalSpy changed(&rows, &QAbstractItemModel::dataChanged);
        source.tick();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), rows.rowCount() - 1);
    }
};

WATCHFLOOR_TEST(TestAlertRowsModel)
#include "tst_alertrowsmodel.moc"
