#include "models/silences/maintenancetablemodel.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using Model = MaintenanceTableModel;
using Standing = Model::Standing;

namespace {

/// Every night at two in Berlin, which is 01:00 UTC in November; the clock of the tests stands at 03:12:44 UTC.
MaintenanceWindow nightly()
{
    MaintenanceWindow window;
    window.name = u"Nightly backup"_s;
    window.matchers = *parseMatchers(u"service=\"reports-db\""_s);
    window.at = QTime(2, 0);
    window.length = 2h;
    window.timeZone = "Europe/Berlin";
    window.ahead = 24h;
    return window;
}

constexpr WallTime nextNight{1'795'309'200'000ms}; ///< 2026-11-22 01:00 UTC

} // namespace

class TestMaintenanceTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextNightsAreShown();
    void whatBecameOfEachIsSaid_data();
    void whatBecameOfEachIsSaid();
    void timeMovesTheRowsOn();
    void everyClusterThatIsMeantHasItsRow();
    void reportsOfWindowsThatWentAreForgotten();
};

void TestMaintenanceTableModel::theNextNightsAreShown()
{
    Floor floor;
    floor.alertmanager({});
    MaintenanceStore store;
    store.setWindows({nightly()});
    Model model(store, floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 3);
    const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, Model::WindowColumn), u"Nightly backup"_s);
    QVERIFY2(cell(0, Model::BeginsColumn).startsWith(u"Sun 22 Nov 02:00 +01:00"), qPrintable(cell(0, Model::BeginsColumn)));
    QCOMPARE(cell(0, Model::LengthColumn), u"2h"_s);
    QCOMPARE(cell(0, Model::MatchersColumn), u"{service=\"reports-db\"}"_s);
    QCOMPARE(cell(0, Model::PlaceColumn), amSource);
    QCOMPARE(model.index(0, 0).data(Model::StartsRole).toLongLong(), qint64(nextNight.time_since_epoch().count()));
    QCOMPARE(Standing(model.index(0, 0).data(Model::StandingRole).toInt()), Standing::Due);
    QCOMPARE(Standing(model.index(1, 0).data(Model::StandingRole).toInt()), Standing::Later);
    for (int column = 0; column < Model::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestMaintenanceTableModel::whatBecameOfEachIsSaid_data()
{
    QTest::addColumn<QString>("silence");
    QTest::addColumn<QString>("failure");
    QTest::addColumn<int>("hours"); // that pass after the report
    QTest::addColumn<int>("standing");
    QTest::addColumn<QString>("words");
    QTest::newRow("stands") << u"s-1"_s << QString() << 1 << int(Standing::Stands) << u"stands"_s;
    QTest::newRow("under way") << u"s-1"_s << QString() << 22 << int(Standing::UnderWay) << u"under way until"_s;
    QTest::newRow("does not stand") << QString() << u"no member of am-1 answers"_s << 1 << int(Standing::Faulty) << u"no member of am-1 answers"_s;
    QTest::newRow("stands, but not as it should") << u"s-1"_s << u"worded otherwise"_s << 22 << int(Standing::Faulty) << u"worded otherwise"_s;
}

void TestMaintenanceTableModel::whatBecameOfEachIsSaid()
{
    QFETCH(QString, silence);
    QFETCH(QString, failure);
    QFETCH(int, hours);
    QFETCH(int, standing);
    QFETCH(QString, words);
    Floor floor;
    floor.alertmanager({});
    MaintenanceStore store;
    store.setWindows({nightly()});
    Model model(store, floor.store, floor.clock);
    MaintenanceReport report{u"Nightly backup"_s, amSource, nextNight, nextNight + 2h, silence, {}};
    if (!failure.isEmpty())
        report.error = Error{Error::Kind::Invalid, failure, amSource};
    store.apply(report);
    floor.clock.advance(std::chrono::hours(hours));
    model.tick();
    QCOMPARE(model.index(0, 0).data(Model::StandingRole).toInt(), standing);
    QCOMPARE(model.index(0, 0).data(Model::SilenceRole).toString(), silence);
    const QString told = model.index(0, Model::StandingColumn).data().toString();
    QVERIFY2(told.contains(words), qPrintable(told));
}

void TestMaintenanceTableModel::timeMovesTheRowsOn()
{
    Floor floor;
    floor.alertmanager({});
    MaintenanceStore store;
    MaintenanceWindow window = nightly();
    window.until = QDate(2026, 11, 23);
    store.setWindows({window});
    Model model(store, floor.store, floor.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 2);
    floor.clock.advance(24h);
    model.tick();
    QCOMPARE(model.rowCount(), 1);
    floor.clock.advance(24h);
    model.tick();
    QCOMPARE(model.rowCount(), 0);
}

void TestMaintenanceTableModel::everyClusterThatIsMeantHasItsRow()
{
    Floor floor;
    MaintenanceStore store;
    MaintenanceWindow window = nightly();
    window.until = QDate(2026, 11, 22);
    store.setWindows({window});
    Model nobody(store, floor.store, floor.clock);
    QCOMPARE(nobody.index(0, Model::PlaceColumn).data().toString(), u"no Alertmanager yet"_s);
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager), spec(u"am-2"_s, SourceKind::Alertmanager)});
    floor.alertmanager({});
    floor.alertmanager({}, u"am-2"_s);
    QCOMPARE(Model(store, floor.store, floor.clock).rowCount(), 2);
    window.sources = QStringList{u"am-2"_s};
    store.setWindows({window});
    Model one(store, floor.store, floor.clock);
    QCOMPARE(one.rowCount(), 1);
    QCOMPARE(one.index(0, Model::PlaceColumn).data().toString(), u"am-2"_s);
}

void TestMaintenanceTableModel::reportsOfWindowsThatWentAreForgotten()
{
    MaintenanceStore store;
    store.setWindows({nightly()});
    store.apply({u"Nightly backup"_s, amSource, nextNight, nextNight + 2h, u"s-1"_s, {}});
    store.apply({u"Nightly backup"_s, amSource, nextNight, nextNight + 2h, u"s-2"_s, {}});
    QCOMPARE(store.reports().size(), size_t(1));
    QCOMPARE(store.reports().front().silence, u"s-2"_s);
    store.tick(nextNight + 1h);
    QCOMPARE(store.reports().size(), size_t(1));
    store.tick(nextNight + 2h);
    QVERIFY(store.reports().empty());
    store.apply({u"Nightly backup"_s, amSource, nextNight, nextNight + 2h, u"s-1"_s, {}});
    store.setWindows({});
    QVERIFY(store.reports().empty());
}

WATCHFLOOR_TEST(TestMaintenanceTableModel)
#include "tst_maintenancetablemodel.moc"
