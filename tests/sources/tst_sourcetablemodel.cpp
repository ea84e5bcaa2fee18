#include "models/core/format.h"
#include "models/sources/sourcetablemodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Model = SourceTableModel;

class TestSourceTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsSayWhatIsKnown();
    void secretsStayOutOfTheAddress();
    void rowsFollowTheSet();
    void tickMovesTheAges();
    void figuresSayWhatItCosts();

private:
    static SourceSpec spec(const QString &name)
    {
        SourceSpec made;
        made.name = name;
        made.interval = 10s;
        made.target.base = QUrl(u"http://mk:hunter2@prometheus:9090/x?token=abcdef"_s);
        return made;
    }
};

void TestSourceTableModel::cellsSayWhatIsKnown()
{
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"main"_s)});
    Model model(store, clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(Model::StateColumn), u"Blind"_s);
    QCOMPARE(cell(Model::AgeColumn), u"never"_s);
    QCOMPARE(cell(Model::LatencyColumn), QString());
    store.apply(u"main"_s, {u"2.42.0"_s, 12ms, 0}, clock.now());
    clock.advance(3s);
    QCOMPARE(cell(Model::StateColumn), u"Healthy"_s);
    QCOMPARE(cell(Model::NameColumn), u"main"_s);
    QCOMPARE(cell(Model::KindColumn), u"prometheus"_s);
    QCOMPARE(cell(Model::AgeColumn), u"3 s"_s);
    QVERIFY(cell(Model::LatencyColumn).startsWith(u"12"));
    QCOMPARE(cell(Model::VersionColumn), u"2.42.0"_s);
    QCOMPARE(cell(Model::AnswersColumn), u"1"_s);
    QCOMPARE(cell(Model::FailureColumn), QString());
    clock.advance(20s);
    store.applyFailure(u"main"_s, {Error::Kind::Timeout, u"no answer in 10 s"_s, u"main"_s}, clock.now());
    QCOMPARE(cell(Model::StateColumn), u"Stale"_s);
    QCOMPARE(cell(Model::AgeColumn), u"23 s"_s);
    QCOMPARE(cell(Model::FailureColumn), u"time-out"_s);
    QVERIFY(model.index(0, 0).data(Model::SentenceRole).toString().contains(u"no answer in 10 s"));
    QCOMPARE(model.index(0, 0).data(Model::StateRole).value<State>(), State::Stale);
    QCOMPARE(model.index(0, 0).data(Model::NameRole).toString(), u"main"_s);
    for (int column = 0; column < Model::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestSourceTableModel::secretsStayOutOfTheAddress()
{
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"main"_s)});
    const Model model(store, clock);
    const QString address = model.index(0, Model::AddressColumn).data().toString();
    QVERIFY(address.contains(u"prometheus:9090"));
    QVERIFY(!address.contains(u"hunter2"));
    QVERIFY(!address.contains(u"abcdef"));
}

void TestSourceTableModel::rowsFollowTheSet()
{
    FakeClock clock;
    SourceStore store;
    Model model(store, clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    store.setSources({spec(u"a"_s), spec(u"b"_s)});
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy data(&model, &Model::dataChanged);
    store.apply(u"b"_s, {}, clock.now());
    QCOMPARE(data.size(), 1);
    QCOMPARE(data[0][0].toModelIndex().row(), 1);
    store.setSources({});
    QCOMPARE(model.rowCount(), 0);
}

void TestSourceTableModel::tickMovesTheAges()
{
    FakeClock clock;
    SourceStore store;
    Model model(store, clock);
    QSignalSpy data(&model, &Model::dataChanged);
    model.tick();
    QCOMPARE(data.size(), 0);
    store.setSources({spec(u"a"_s)});
    model.tick();
    QCOMPARE(data.size(), 1);
}

void TestSourceTableModel::figuresSayWhatItCosts()
{
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"a"_s), spec(u"b"_s)});
    Model model(store, clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto cell = [&model](int column, int role = Qt::DisplayRole) { return model.index(1, column).data(role).toString(); };
    QCOMPARE(cell(Model::QueriesColumn), QString());
    QCOMPARE(cell(Model::QueriesColumn, Qt::ToolTipRole), QString());
    QSignalSpy changed(&model, &Model::dataChanged);
    SourceFigures figures{.queries = 1240, .wholes = 24, .tails = 1210, .skipped = 0, .bytes = 48'200, .serverTime = 612ms, .latency = 3ms};
    store.apply(u"b"_s, figures);
    store.apply(u"b"_s, figures); // nothing new
    store.apply(u"nobody"_s, figures);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), model.index(1, Model::QueriesColumn));
    QCOMPARE(changed[0][1].toModelIndex(), model.index(1, Model::ServerTimeColumn));
    QCOMPARE(cell(Model::QueriesColumn), Format::count(1240));
    QCOMPARE(cell(Model::BytesColumn), Format::bytes(48'200));
    QVERIFY2(cell(Model::ServerTimeColumn).startsWith(u"612"), qPrintable(cell(Model::ServerTimeColumn)));
    QCOMPARE(model.index(0, Model::QueriesColumn).data().toString(), QString());
    const QString tip = cell(Model::BytesColumn, Qt::ToolTipRole);
    QVERIFY2(tip.contains(Format::count(1210)) && tip.contains(u"24 for a whole range") && tip.contains(u"6 for a moment"), qPrintable(tip));
    QVERIFY(!tip.contains(u"slow") && !tip.contains(u"left out"));
    figures.skipped = 7;
    figures.stretchedTo = 12s;
    store.apply(u"b"_s, figures);
    const QString slow = cell(Model::QueriesColumn, Qt::ToolTipRole);
    QVERIFY2(slow.contains(u"12 s") && slow.contains(u"7 were left out"), qPrintable(slow));
    for (const int column : {Model::QueriesColumn, Model::BytesColumn, Model::ServerTimeColumn})
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    store.setSources({spec(u"b"_s)});
    QCOMPARE(model.index(0, Model::QueriesColumn).data().toString(), Format::count(1240)); // what stays as it was keeps them
}

WATCHFLOOR_TEST(TestSourceTableModel)
#include "tst_sourcetablemodel.moc"
