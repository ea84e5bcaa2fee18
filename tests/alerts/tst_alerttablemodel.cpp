#include "models/alerts/alerttablemodel.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using Model = AlertTableModel;

class TestAlertTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheStore();
    void everyCellHasItsText();
    void textFilterLooksWithoutCase();
    void matchersFilterSeesExternalLabels();
    void stateFilterKeepsTheCounts();
    void sortsByColumn();
    void indexesStayWithTheirAlert();
    void groupIsTheService();
    void hostileTextIsSafe();
    void tickMovesTheClocks();

private:
    QStringList names(const Model &model) const
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list << model.index(row, Model::NameColumn).data().toString();
        return list;
    }
};

void TestAlertTableModel::rowsFollowTheStore()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy layouts(&model, &Model::layoutChanged);
    floor.alertmanager({alertOf(labelsOf(u"B"_s, u"x"_s, u"warning"_s)), alertOf(labelsOf(u"A"_s))});
    QCOMPARE(names(model), QStringList({u"A"_s, u"B"_s}));
    QCOMPARE(layouts.size(), 1);
    floor.pass(10s);
    floor.alertmanager({alertOf(labelsOf(u"C"_s)), alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s, u"x"_s, u"warning"_s))});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(layouts.size(), 2);
    floor.pass(30s);
    floor.store.dismiss(floor.only().fingerprint);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.alertAt(2));
    QVERIFY(!model.alertAt(-1));
    QCOMPARE(model.rowOf(model.alertAt(1)->fingerprint), 1);
    QCOMPARE(model.rowOf(u"none"_s), -1);
}

void TestAlertTableModel::everyCellHasItsText()
{
    Floor floor;
    AlertPolicy policy;
    policy.escalation[Severity::Critical] = {5min, 15min, {}};
    floor.store.setPolicy(policy);
    Model model(floor.store, floor.clock);
    OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s));
    alert.startsAt = floor.clock.wall() - 108s;
    floor.alertmanager({alert});
    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(Model::StateColumn), u"Firing"_s);
    QCOMPARE(cell(Model::SeverityColumn), u"Critical"_s);
    QCOMPARE(cell(Model::ServiceColumn), u"payment"_s);
    QCOMPARE(cell(Model::SummaryColumn), u"HighErrorRate of payment"_s);
    QCOMPARE(cell(Model::ActiveColumn), u"1 min 48 s"_s);
    QCOMPARE(cell(Model::RespondColumn), u"3:12 left"_s);
    QCOMPARE(cell(Model::OwnerColumn), u"unclaimed"_s);
    QCOMPARE(cell(Model::OriginColumn), amSource);
    QCOMPARE(model.index(0, 0).data(Model::RespondMillisecondsRole).toLongLong(), 192'000);
    QCOMPARE(model.index(0, 0).data(Model::AlertStateRole).value<AlertState>(), AlertState::Firing);
    QCOMPARE(model.index(0, 0).data(Model::AlertRole).value<Alert>(), floor.only());
    floor.store.acknowledge(floor.only().fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    QCOMPARE(cell(Model::StateColumn), u"Acknowledged"_s);
    QCOMPARE(cell(Model::OwnerColumn), u"mk"_s);
    QCOMPARE(cell(Model::RespondColumn), u"taken at 03:12"_s);
    alert.state = OriginAlert::State::Suppressed;
    alert.silencedBy << u"id"_s;
    floor.alertmanager({alert});
    QVERIFY(!cell(Model::SilencedColumn).isEmpty());
    for (int column = 0; column < Model::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestAlertTableModel::textFilterLooksWithoutCase()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    floor.alertmanager({alertOf(labelsOf(u"HighErrorRate"_s, u"Payment"_s)), alertOf(labelsOf(u"DiskFull"_s, u"db"_s))});
    model.setFilter({}, u"payMENT"_s);
    QCOMPARE(names(model), QStringList(u"HighErrorRate"_s));
    model.setFilter({}, u"of DB"_s);
    QCOMPARE(names(model), QStringList(u"DiskFull"_s));
    OriginAlert changed = alertOf(labelsOf(u"DiskFull"_s, u"db"_s));
    changed.annotations = {{u"summary"_s, u"other words"_s}};
    floor.alertmanager({alertOf(labelsOf(u"HighErrorRate"_s, u"Payment"_s)), changed});
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({}, {});
    QCOMPARE(model.rowCount(), 2);
}

void TestAlertTableModel::matchersFilterSeesExternalLabels()
{
    Floor floor;
    floor.external = {{u"cluster"_s, u"eu-1"_s}};
    floor.prometheus({});
    Model model(floor.store, floor.clock);
    Labels labels = labelsOf(u"A"_s);
    labels.set(u"cluster"_s, u"eu-1"_s);
    floor.alertmanager({alertOf(labels), alertOf(labelsOf(u"B"_s))});
    model.setFilter(*parseMatchers(u"cluster=\"eu-1\""), {});
    QCOMPARE(names(model), QStringList(u"A"_s));
    model.setFilter(*parseMatchers(u"cluster!=\"eu-1\", alertname=~\"A|B\""), {});
    QCOMPARE(names(model), QStringList(u"B"_s));
}

void TestAlertTableModel::stateFilterKeepsTheCounts()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy counted(&model, &Model::countsChanged);
    OriginAlert silenced = alertOf(labelsOf(u"S"_s), OriginAlert::State::Suppressed);
    silenced.silencedBy << u"id"_s;
    floor.alertmanager({alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s)), silenced});
    QCOMPARE(counted.size(), 1);
    model.setStateFilter(AlertState::Silenced);
    QCOMPARE(names(model), QStringList(u"S"_s));
    QCOMPARE(model.countOf(AlertState::Firing), 2);
    QCOMPARE(model.countOf(AlertState::Silenced), 1);
    QCOMPARE(model.matchingCount(), 3);
    QCOMPARE(counted.size(), 1);
    model.setFilter(*parseMatchers(u"alertname!=\"A\""), {});
    QCOMPARE(model.countOf(AlertState::Firing), 1);
    model.setStateFilter(std::nullopt);
    QCOMPARE(model.rowCount(), 2);
}

void TestAlertTableModel::sortsByColumn()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    OriginAlert older = alertOf(labelsOf(u"b"_s, u"x"_s, u"warning"_s));
    older.startsAt -= 1h;
    floor.alertmanager({alertOf(labelsOf(u"C"_s, u"y"_s)), older, alertOf(labelsOf(u"a"_s, u"z"_s, u"info"_s))});
    QCOMPARE(names(model), QStringList({u"C"_s, u"b"_s, u"a"_s}));
    model.sort(Model::NameColumn, Qt::AscendingOrder);
    QCOMPARE(names(model), QStringList({u"a"_s, u"b"_s, u"C"_s}));
    model.sort(Model::NameColumn, Qt::DescendingOrder);
    QCOMPARE(names(model), QStringList({u"C"_s, u"b"_s, u"a"_s}));
    model.sort(Model::ServiceColumn, Qt::AscendingOrder);
    QCOMPARE(names(model), QStringList({u"b"_s, u"C"_s, u"a"_s}));
    model.sort(Model::ActiveColumn, Qt::DescendingOrder);
    QCOMPARE(names(model).front(), u"b"_s);
    model.sort(-1);
    QCOMPARE(names(model), QStringList({u"C"_s, u"b"_s, u"a"_s}));
}

void TestAlertTableModel::indexesStayWithTheirAlert()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    floor.alertmanager({alertOf(labelsOf(u"A"_s, u"x"_s, u"warning"_s)), alertOf(labelsOf(u"B"_s, u"x"_s, u"warning"_s))});
    const QPersistentModelIndex first(model.index(0, Model::SummaryColumn));
    const QPersistentModelIndex second(model.index(1, 0));
    const QString one = first.data(Model::FingerprintRole).toString();
    const QString two = second.data(Model::FingerprintRole).toString();
    floor.alertmanager({alertOf(labelsOf(u"A"_s, u"x"_s, u"warning"_s)), alertOf(labelsOf(u"B"_s, u"x"_s, u"warning"_s)),
                        alertOf(labelsOf(u"Worse"_s))});
    QCOMPARE(first.row(), 1);
    QCOMPARE(first.column(), int(Model::SummaryColumn));
    QCOMPARE(first.data(Model::FingerprintRole).toString(), one);
    QCOMPARE(second.data(Model::FingerprintRole).toString(), two);
    model.setFilter(*parseMatchers(u"alertname=\"Worse\""), {});
    QVERIFY(!first.isValid());
}

void TestAlertTableModel::groupIsTheService()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    floor.alertmanager({alertOf(labelsOf(u"A"_s, u"db"_s)), alertOf(labelsOf(u"B"_s, {}))});
    QCOMPARE(model.index(model.rowOf(model.alertAt(0)->fingerprint), 0).data(Model::GroupRole).toString(),
             model.alertAt(0)->service().isEmpty() ? u"B"_s : u"db"_s);
    QSet<QString> groups{model.index(0, 0).data(Model::GroupRole).toString(), model.index(1, 0).data(Model::GroupRole).toString()};
    QCOMPARE(groups, QSet<QString>({u"db"_s, u"B"_s}));
}

void TestAlertTableModel::hostileTextIsSafe()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    OriginAlert alert = alertOf({{u"service"_s, u"pay\u202Ement\n"_s}});
    alert.annotations = {{u"summary"_s, QString(64 * 1024, u'x')}};
    floor.alertmanager({alert});
    QVERIFY(!model.index(0, Model::NameColumn).data().toString().isEmpty());
    QVERIFY(!model.index(0, Model::ServiceColumn).data().toString().contains(QChar(0x202E)));
    QVERIFY(model.index(0, Model::SummaryColumn).data().toString().size() < 300);
}

void TestAlertTableModel::tickMovesTheClocks()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy data(&model, &Model::dataChanged);
    model.tick();
    QCOMPARE(data.size(), 0);
    floor.alertmanager({alertOf(labelsOf(u"A"_s))});
    model.tick();
    QCOMPARE(data.size(), 1);
}

WATCHFLOOR_TEST(TestAlertTableModel)
#include "tst_alerttablemodel.moc"
