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
    void startInTheFutureIsNoAge_data();
    void startInTheFutureIsNoAge();
    void textFilterLooksWithoutCase();
    void matchersFilterSeesExternalLabels();
    void stateFilterKeepsTheCounts();
    void sortsByColumn();
    void indexesStayWithTheirAlert();
    void groupIsTheService();
    void hostileTextIsSafe();
    void tickMovesTheClocks();
    void agesAreFilteredAsTimePasses();
    void typingOnLooksOnlyAtWhatMatched();
    void manyAreMatchedBetweenEvents();
    void labelsBecomeColumns();
    void flappingIsCountedAndChosen();
    void wordsNameWhatMutes();

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

void TestAlertTableModel::startInTheFutureIsNoAge_data()
{
    QTest::addColumn<qint64>("ahead"); // milliseconds
    QTest::newRow("a clock ahead") << qint64(2'000);
    QTest::newRow("an hour") << qint64(3'600'000);
    QTest::newRow("the year 9999") << qint64(251'607'600'000'000);
}

void TestAlertTableModel::startInTheFutureIsNoAge()
{
    QFETCH(qint64, ahead);
    Floor floor;
    floor.respondTo(Severity::Critical, 5min, 15min);
    Model model(floor.store, floor.clock);
    OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s));
    alert.startsAt = floor.clock.wall() + std::chrono::milliseconds(ahead);
    floor.alertmanager({alert});
    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(Model::ActiveColumn), u"0 s"_s);
    QCOMPARE(floor.only().firingSince, std::optional(floor.clock.wall()));
    QCOMPARE(cell(Model::RespondColumn), u"5:00 left"_s);
    floor.pass(1s);
    QCOMPARE(cell(Model::ActiveColumn), u"1 s"_s);
    QCOMPARE(cell(Model::RespondColumn), u"4:59 left"_s);
    QCOMPARE(floor.only().beganBy(floor.clock.wall()), floor.clock.wall() - 1s);
}

void TestAlertTableModel::everyCellHasItsText()
{
    Floor floor;
    floor.respondTo(Severity::Critical, 5min, 15min);
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
    model.setFilter(*parseAlertFilter({u"payMENT"_s}));
    QCOMPARE(names(model), QStringList(u"HighErrorRate"_s));
    model.setFilter(*parseAlertFilter({u"of DB"_s}));
    QCOMPARE(names(model), QStringList(u"DiskFull"_s));
    OriginAlert changed = alertOf(labelsOf(u"DiskFull"_s, u"db"_s));
    changed.annotations = {{u"summary"_s, u"other words"_s}};
    floor.alertmanager({alertOf(labelsOf(u"HighErrorRate"_s, u"Payment"_s)), changed});
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
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
    model.setFilter(*parseAlertFilter({u"{cluster=\"eu-1\"}"_s}));
    QCOMPARE(names(model), QStringList(u"A"_s));
    model.setFilter(*parseAlertFilter({u"{cluster!=\"eu-1\", alertname=~\"A|B\"}"_s}));
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
    model.setFilter(*parseAlertFilter({u"{alertname!=\"A\"}"_s}));
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
    model.setFilter(*parseAlertFilter({u"{alertname=\"Worse\"}"_s}));
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

void TestAlertTableModel::agesAreFilteredAsTimePasses()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    OriginAlert young = alertOf(labelsOf(u"Young"_s));
    young.startsAt = floor.clock.wall() - 9min;
    floor.alertmanager({young});
    model.setFilter(*parseAlertFilter({u"@age>10m"_s}));
    QCOMPARE(model.rowCount(), 0);
    floor.clock.advance(2min);
    model.tick();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.countOf(AlertState::Firing), 1);
}

void TestAlertTableModel::typingOnLooksOnlyAtWhatMatched()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 100; ++i)
        alerts.push_back(alertOf(labelsOf(u"Alert%1"_s.arg(i))));
    floor.alertmanager(alerts);
    QCOMPARE(model.textsMade(), 0);
    QVERIFY(model.prepareTexts(30));
    QCOMPARE(model.textsMade(), 30);
    model.setFilter(*parseAlertFilter({u"alert9"_s}));
    QCOMPARE(model.rowCount(), 11);
    QCOMPARE(model.textsMade(), 100);
    model.setFilter(*parseAlertFilter({u"alert99"_s}));
    QCOMPARE(model.rowCount(), 1);
    model.setFilter(*parseAlertFilter({u"alert9"_s}));
    QCOMPARE(model.rowCount(), 11);
    floor.alertmanager(alerts);
    QCOMPARE(model.rowCount(), 11);
    QCOMPARE(model.textsMade(), 100);
    alerts.resize(50);
    floor.pass(30s);
    floor.alertmanager(alerts);
    model.setFilter({});
    QVERIFY(model.rowCount() >= 50);
    QVERIFY(!model.prepareTexts(1'000));
}

/// Rows are as they were until all are looked at; a second change does not wait.
void TestAlertTableModel::manyAreMatchedBetweenEvents()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 6'000; ++i)
        alerts.push_back(alertOf(labelsOf(u"Alert%1"_s.arg(i))));
    floor.alertmanager(alerts);
    model.setFilter(*parseAlertFilter({u"alert599"_s}));
    QCOMPARE(model.rowCount(), 11);

    alerts.push_back(alertOf(labelsOf(u"Alert599x"_s)));
    floor.alertmanager(alerts);
    QVERIFY(model.isBehind());
    QCOMPARE(model.rowCount(), 11);
    QTRY_COMPARE(model.rowCount(), 12);
    QVERIFY(!model.isBehind());

    alerts.push_back(alertOf(labelsOf(u"Alert599y"_s)));
    floor.alertmanager(alerts);
    QCOMPARE(model.rowCount(), 12);
    alerts.push_back(alertOf(labelsOf(u"Alert599z"_s)));
    floor.alertmanager(alerts);
    QCOMPARE(model.rowCount(), 14);

    alerts.push_back(alertOf(labelsOf(u"Alert598x"_s)));
    floor.alertmanager(alerts);
    model.setFilter(*parseAlertFilter({u"alert598"_s}));
    QCOMPARE(model.rowCount(), 12);
    QTRY_VERIFY(!model.isBehind());
    QCOMPARE(model.rowCount(), 12);
}

void TestAlertTableModel::labelsBecomeColumns()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Labels one = labelsOf(u"A"_s);
    one.set(u"pod"_s, u"b\n1"_s);
    Labels two = labelsOf(u"B"_s, u"payment"_s, u"warning"_s);
    two.set(u"pod"_s, u"a1"_s);
    floor.alertmanager({alertOf(one), alertOf(two)});
    model.setLabelColumns({u"pod"_s, u"team"_s});
    QCOMPARE(model.columnCount(), int(Model::ColumnCount) + 2);
    QCOMPARE(model.headerData(Model::ColumnCount, Qt::Horizontal).toString(), u"pod"_s);
    QCOMPARE(model.columnOf({AlertColumn::Label, u"team"_s}), int(Model::ColumnCount) + 1);
    model.sort(Model::ColumnCount);
    QCOMPARE(names(model), QStringList({u"B"_s, u"A"_s}));
    QVERIFY(!model.index(1, Model::ColumnCount).data().toString().contains(u'\n'));
    model.setLabelColumns({u"team"_s});
    QCOMPARE(model.columnCount(), int(Model::ColumnCount) + 1);
    QCOMPARE(model.columnOf({AlertColumn::Label, u"pod"_s}), -1);
    QCOMPARE(names(model), QStringList({u"A"_s, u"B"_s}));
    QCOMPARE(AlertColumn::fromId(model.columnAt(Model::ColumnCount).id()), std::optional(AlertColumn{AlertColumn::Label, u"team"_s}));
    for (int column = 0; column < Model::ColumnCount; ++column)
        QCOMPARE(AlertColumn::fromId(model.columnAt(column).id()), std::optional(model.columnAt(column)));
    QVERIFY(!AlertColumn::fromId(u"label:"_s));
    QVERIFY(!AlertColumn::fromId(u"nothing"_s));
}

void TestAlertTableModel::flappingIsCountedAndChosen()
{
    Floor floor;
    AlertPolicy policy;
    policy.flapping = {2, 15min};
    floor.store.setPolicy(policy);
    Model model(floor.store, floor.clock);
    const OriginAlert calm = alertOf(labelsOf(u"Calm"_s));
    OriginAlert probe = alertOf(labelsOf(u"Probe"_s));
    for (int i = 0; i < 3; ++i) {
        probe.startsAt = floor.clock.wall();
        floor.alertmanager({calm, probe});
        floor.pass(10s);
        floor.alertmanager({calm});
        for (const QString &fingerprint : std::exchange(floor.asked, {}))
            floor.answer(fingerprint, true);
        floor.pass(10s);
    }
    probe.startsAt = floor.clock.wall();
    floor.alertmanager({calm, probe});
    QCOMPARE(model.flappingCount(), 1);
    model.setFlappingOnly(true);
    QCOMPARE(names(model), QStringList(u"Probe"_s));
    QVERIFY(model.index(0, Model::StateColumn).data().toString().startsWith(u"Flapping \u00D7"));
    QCOMPARE(model.matchingCount(), 2);

    // That nobody sees it says more.
    floor.pass(2min);
    QCOMPARE(model.index(0, Model::StateColumn).data().toString(), u"Unseen"_s);
}

void TestAlertTableModel::wordsNameWhatMutes()
{
    Floor floor;
    Model model(floor.store, floor.clock);
    OriginAlert cause = alertOf(labelsOf(u"NodeDown"_s));
    cause.fingerprint = u"i1"_s;
    OriginAlert inhibited = alertOf(labelsOf(u"Disk"_s), OriginAlert::State::Suppressed);
    inhibited.inhibitedBy = {u"i1"_s, u"i2"_s};
    OriginAlert silenced = alertOf(labelsOf(u"Cpu"_s), OriginAlert::State::Suppressed);
    silenced.silencedBy = {u"s1"_s};
    Silence silence;
    silence.id = u"s1"_s;
    silence.createdBy = u"jo"_s;
    silence.endsAt = floor.clock.wall() + 1h;
    floor.alertmanager({cause, inhibited, silenced}, amSource, {silence});
    const auto muted = [&model](const QString &name) {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.alertAt(row)->name() == name)
                return model.index(row, Model::SilencedColumn).data().toString();
        return QString();
    };
    QCOMPARE(muted(u"Disk"_s), u"by NodeDown +1"_s);
    QCOMPARE(muted(u"Cpu"_s), u"jo \u00B7 until 04:12:44"_s);
    QCOMPARE(muted(u"NodeDown"_s), QString());
}

WATCHFLOOR_TEST(TestAlertTableModel)
#include "tst_alerttablemodel.moc"
