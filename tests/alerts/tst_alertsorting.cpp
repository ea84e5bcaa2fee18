#include "models/alerts/alerttablemodel.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 6'000; ///< are sorted between events

/// Many alerts whose names are in no order, and their list.
struct List : Floor
{
    List()
        : model(store, clock)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        for (int i = 0; i < many; ++i)
            add(u"Alert%1"_s.arg(i * 7919 % many, 5, 10, QChar(u'0')), u"service-%1"_s.arg(i % 13));
        alertmanager(told);
    }
    void add(const QString &name, const QString &service = u"x"_s) { told.push_back(alertOf(labelsOf(name, service))); }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.alertAt(row)->name();
        return names;
    }
    bool isSorted(bool descending = false) const
    {
        const QStringList all = names();
        return descending ? std::is_sorted(all.crbegin(), all.crend()) : std::is_sorted(all.cbegin(), all.cend());
    }

    std::vector<OriginAlert> told;
    AlertTableModel model;
    QAbstractItemModelTester tester;
};

}

class TestAlertSorting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTurnsAsAtOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("descending");
        for (const int count : {0, 1, 255, 256, 257, 1'000, 5'000})
            for (const bool descending : {false, true})
                QTest::addRow("%d %s", count, descending ? "descending" : "ascending") << count << descending;
    }
    void inTurnsAsAtOnce()
    {
        QFETCH(int, count);
        QFETCH(bool, descending);
        std::vector<Alert> alerts;
        alerts.resize(size_t(count));
        for (int i = 0; i < count; ++i) {
            alerts[size_t(i)].starts = i * 31 % 17;
            alerts[size_t(i)].value = QString::number(i * 7919 % 101);
        }
        std::vector<const Alert *> pointers;
        for (const Alert &alert : alerts)
            pointers.push_back(&alert);
        AlertSorting sorting;
        sorting.start([](const Alert &alert, WallTime) { return AlertSorting::Key{alert.starts, alert.value}; }, descending);
        for (bool done = false; !done;) {
            Slice slice(true);
            slice.spend(1'000'000); // no more than the time allows
            done = sorting.proceed(pointers, {}, slice);
        }
        std::vector<int> expected;
        for (int i = 0; i < count; ++i)
            expected.push_back(i);
        const auto key = [&](int at) { return std::pair(alerts[size_t(at)].starts, alerts[size_t(at)].value); };
        std::stable_sort(expected.begin(), expected.end(), [&](int a, int b) { return descending ? key(b) < key(a) : key(a) < key(b); });
        QVERIFY(sorting.order() == expected);
    }

    void rowsStayUntilAllAreInOrder()
    {
        List list;
        const QPersistentModelIndex held(list.model.index(list.model.rowOf(list.store.alerts()[7].fingerprint), 0));
        const QString fingerprint = list.model.alertAt(held.row())->fingerprint;
        list.model.sort(AlertTableModel::NameColumn);
        QCOMPARE(list.model.rowCount(), many);
        QCOMPARE(list.model.sortColumn(), int(AlertTableModel::NameColumn));
        QTRY_VERIFY(!list.model.isBehind());
        QVERIFY(list.isSorted());
        QCOMPARE(list.model.alertAt(held.row())->fingerprint, fingerprint);
        list.model.sort(-1);
        QVERIFY(!list.model.isBehind());
        QCOMPARE(list.model.alertAt(7), &list.store.alerts()[7]);
    }

    void theLastOrderWins()
    {
        List list;
        list.model.sort(AlertTableModel::ServiceColumn);
        list.model.sort(AlertTableModel::NameColumn, Qt::AscendingOrder);
        list.model.sort(AlertTableModel::NameColumn, Qt::DescendingOrder);
        QTRY_VERIFY(!list.model.isBehind());
        QVERIFY(list.isSorted(true));
        list.model.sort(AlertTableModel::NameColumn, Qt::AscendingOrder);
        list.model.sort(-1);
        QVERIFY(!list.model.isBehind());
        QCOMPARE(list.model.alertAt(0), &list.store.alerts()[0]);
    }

    /// The first round waits until it is sorted, a second does not wait for the first.
    void newRoundsTakeTheirPlaces()
    {
        List list;
        list.model.sort(AlertTableModel::NameColumn);
        list.add(u"Alert00500x"_s);
        list.alertmanager(list.told);
        QTRY_VERIFY(!list.model.isBehind());
        QCOMPARE(list.model.rowCount(), many + 1);
        QVERIFY(list.isSorted());
        QSignalSpy layouts(&list.model, &QAbstractItemModel::layoutChanged);
        list.add(u"Alert00400x"_s);
        list.alertmanager(list.told);
        QVERIFY(list.model.isBehind());
        QCOMPARE(list.model.rowCount(), many + 1);
        list.add(u"Alert00300x"_s);
        list.alertmanager(list.told);
        QCOMPARE(list.model.rowCount(), many + 3);
        QCOMPARE(list.names().mid(0, 300).last(), u"Alert00299"_s);
        QVERIFY(list.names().mid(many + 1).contains(u"Alert00300x"_s));
        QTRY_VERIFY(!list.model.isBehind());
        QVERIFY(list.isSorted());
        QCOMPARE(layouts.size(), 2);
    }

    void aFilterMeanwhileIsSortedToo()
    {
        List list;
        list.model.sort(AlertTableModel::NameColumn);
        list.model.setFilter(*parseAlertFilter({u"service=service-3"_s}));
        const int rows = list.model.rowCount();
        QVERIFY(rows > 0 && rows < many / 10);
        QTRY_VERIFY(!list.model.isBehind());
        QCOMPARE(list.model.rowCount(), rows);
        QVERIFY(list.isSorted());
        list.model.setFilter({});
        QCOMPARE(list.model.rowCount(), many);
        QVERIFY(list.isSorted());
    }
};

WATCHFLOOR_TEST(TestAlertSorting)
#include "tst_alertsorting.moc"
