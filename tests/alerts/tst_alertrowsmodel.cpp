#include "models/alerts/alertrowsmodel.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {
constexpr int name = AlertTableModel::NameColumn;
constexpr int summary = AlertTableModel::SummaryColumn;

/// Payment's errors and what follows from them, and a disk elsewhere.
struct Rows : Floor
{
    Rows()
        : source(store, clock)
        , rows(source)
        , tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        tell();
    }
    void tell(const std::vector<OriginAlert> &more = {})
    {
        std::vector<OriginAlert> alerts{alertOf(labelsOf(u"Errors"_s)), alertOf(labelsOf(u"Latency"_s, u"payment"_s, u"warning"_s)),
                                        alertOf(labelsOf(u"Breaker"_s, u"gateway"_s, u"warning"_s)), alertOf(labelsOf(u"Disk"_s, u"db"_s, u"warning"_s), OriginAlert::State::Suppressed)};
        alerts[1].startsAt -= 3min;
        alerts[2].startsAt -= 2min;
        alerts[3].silencedBy = {u"s1"_s};
        alerts.insert(alerts.end(), more.begin(), more.end());
        alertmanager(alerts);
    }
    QString fingerprint(const QString &wanted) const
    {
        for (const Alert &alert : store.alerts())
            if (alert.name() == wanted)
                return alert.fingerprint;
        return {};
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < rows.rowCount(); ++row)
            all << QString(rows.depthAt(row), u'>') + rows.index(row, name).data().toString();
        return all;
    }
    void nest(const QStringList &children, const QString &parent)
    {
        QHash<QString, QString> parents;
        for (const QString &child : children)
            parents.insert(fingerprint(child), fingerprint(parent));
        rows.setParents(parents);
    }

    AlertTableModel source;
    AlertRowsModel rows;
    QAbstractItemModelTester tester;
};
}

class TestAlertRowsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flatRowsAreTheSources()
    {
        Rows all;
        QCOMPARE(all.rows.rowCount(), 4);
        for (int row = 0; row < 4; ++row) {
            QCOMPARE(all.rows.alertAt(row), all.source.alertAt(row));
            QVERIFY(!all.rows.groupAt(row));
            QVERIFY(!all.rows.canFold(row));
        }
    }

    void groupsCountTheirAlertsByState()
    {
        Rows all;
        all.rows.setGrouping({u"service"_s});
        QCOMPARE(all.names(), QStringList({u"payment"_s, u"Errors"_s, u"Latency"_s, u"gateway"_s, u"Breaker"_s, u"db"_s, u"Disk"_s}));
        const AlertRowsModel::Group *group = all.rows.groupAt(0);
        QVERIFY(group);
        QCOMPARE(group->alerts, 2);
        QCOMPARE(group->countOf(AlertState::Firing), 2);
        QCOMPARE(group->worst, AlertState::Firing);
        QCOMPARE(all.rows.index(0, summary).data().toString(), u"2 alert(s): 2 firing"_s);
        QCOMPARE(all.rows.index(5, summary).data().toString(), u"1 alert(s): 1 silenced"_s);
        QCOMPARE(all.rows.fingerprintsAt(0), QStringList({all.fingerprint(u"Errors"_s), all.fingerprint(u"Latency"_s)}));
        QVERIFY(!all.rows.alertAt(0));
        QCOMPARE(all.rows.rowAbove(2), 0);
        QCOMPARE(all.rows.rowOf(all.fingerprint(u"Errors"_s)), 1);
        all.rows.toggle(0);
        QVERIFY(all.rows.isFolded(0));
        QCOMPARE(all.rows.rowCount(), 5);
        QCOMPARE(all.rows.rowOf(all.fingerprint(u"Errors"_s)), -1);
        QCOMPARE(all.rows.fingerprintsAt(0).size(), 2);
        QCOMPARE(all.rows.reveal(all.fingerprint(u"Errors"_s)), 1);
        all.rows.foldAll(true);
        QCOMPARE(all.names(), QStringList({u"payment"_s, u"gateway"_s, u"db"_s}));
        all.rows.foldAll(false);
        QCOMPARE(all.rows.rowCount(), 7);
    }

    void groupedByWhat_data()
    {
        QTest::addColumn<QStringList>("by");
        QTest::addColumn<QStringList>("headings");
        QTest::newRow("label") << QStringList(u"severity"_s) << QStringList({u"critical"_s, u"warning"_s});
        QTest::newRow("absent label") << QStringList(u"team"_s) << QStringList(u"(no team)"_s);
        QTest::newRow("two") << QStringList({u"severity"_s, u"service"_s})
                             << QStringList({u"critical \u00B7 payment"_s, u"warning \u00B7 payment"_s, u"warning \u00B7 gateway"_s, u"warning \u00B7 db"_s});
        QTest::newRow("state") << QStringList(u"@state"_s) << QStringList({u"Firing"_s, u"Silenced"_s});
        QTest::newRow("severity") << QStringList(u"@severity"_s) << QStringList({u"Critical"_s, u"Warning"_s});
        QTest::newRow("origin") << QStringList(u"@origin"_s) << QStringList(u"am-1"_s);
        QTest::newRow("cluster") << QStringList(u"@cluster"_s) << QStringList(u"am-1"_s);
    }
    void groupedByWhat()
    {
        QFETCH(QStringList, by);
        QFETCH(QStringList, headings);
        Rows all;
        all.rows.setGrouping(by);
        all.rows.foldAll(true);
        QStringList shown = all.names();
        shown.sort();
        headings.sort();
        QCOMPARE(shown, headings);
    }

    void whatFollowsStandsUnderItsCause()
    {
        Rows all;
        all.nest({u"Latency"_s, u"Breaker"_s}, u"Errors"_s);
        QCOMPARE(all.names(), QStringList({u"Errors"_s, u">Latency"_s, u">Breaker"_s, u"Disk"_s}));
        QCOMPARE(all.rows.underneath(0), 2);
        QCOMPARE(all.rows.rowAbove(1), 0);
        all.rows.toggle(0);
        QCOMPARE(all.names(), QStringList({u"Errors"_s, u"Disk"_s}));
        QVERIFY(all.rows.index(0, summary).data().toString().startsWith(u"2 more under this \u00B7 Errors"));
        QCOMPARE(all.rows.rowOf(all.fingerprint(u"Latency"_s)), -1);
        QCOMPARE(all.rows.reveal(all.fingerprint(u"Latency"_s)), 1);
        all.rows.foldAll(true);
        QCOMPARE(all.rows.rowCount(), 2);
    }

    void whatFollowsStandsAloneWithoutItsCause()
    {
        Rows all;
        all.nest({u"Latency"_s, u"Breaker"_s}, u"Errors"_s);
        all.source.setFilter(*parseAlertFilter({u"severity=warning"_s}));
        QCOMPARE(all.rows.rowCount(), 3);
        QCOMPARE(all.rows.depthAt(0), 0);
        all.source.setFilter({});
        all.rows.setGrouping({u"service"_s});
        QCOMPARE(all.names(), QStringList({u"payment"_s, u"Errors"_s, u">Latency"_s, u"gateway"_s, u"Breaker"_s, u"db"_s, u"Disk"_s}));
        QCOMPARE(all.rows.groupAt(0)->alerts, 2);
    }

    void ringsAndChainsAreLaidOut()
    {
        Rows all;
        const QString a = all.fingerprint(u"Errors"_s);
        const QString b = all.fingerprint(u"Latency"_s);
        const QString c = all.fingerprint(u"Breaker"_s);
        all.rows.setParents({{b, a}, {c, b}});
        QCOMPARE(all.names(), QStringList({u"Errors"_s, u">Latency"_s, u">>Breaker"_s, u"Disk"_s}));
        QCOMPARE(all.rows.underneath(0), 2);
        QCOMPARE(all.rows.underneath(1), 1);
        all.rows.setParents({{a, b}, {b, a}, {c, c}});
        QCOMPARE(all.rows.rowCount(), 4);
        all.rows.setParents({});
        QCOMPARE(all.rows.rowCount(), 4);
    }

    void manyAreFoldedAtFirst()
    {
        Rows all;
        std::vector<OriginAlert> more;
        QStringList children;
        for (int i = 0; i < 20; ++i) {
            children << u"Child%1"_s.arg(i);
            more.push_back(alertOf(labelsOf(children.last(), u"x"_s, u"warning"_s)));
        }
        all.tell(more);
        all.nest(children, u"Errors"_s);
        QCOMPARE(all.rows.rowCount(), 4);
        QVERIFY(all.rows.isFolded(0));
        all.rows.setFolded(0, false);
        QCOMPARE(all.rows.rowCount(), 24);
    }

    void aHeldRowStaysWithItsAlert()
    {
        Rows all;
        const QString fingerprint = all.fingerprint(u"Latency"_s);
        const QPersistentModelIndex held(all.rows.index(all.rows.rowOf(fingerprint), 0));
        all.rows.setGrouping({u"service"_s});
        QCOMPARE(all.rows.alertAt(held.row())->fingerprint, fingerprint);
        const QPersistentModelIndex heading(all.rows.index(3, 0));
        all.rows.toggle(3);
        QCOMPARE(all.rows.index(heading.row(), name).data().toString(), u"gateway"_s);
        all.rows.sort(AlertTableModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(all.rows.alertAt(held.row())->fingerprint, fingerprint);
        QCOMPARE(all.rows.index(heading.row(), name).data().toString(), u"gateway"_s);
        all.tell({alertOf(labelsOf(u"Worse"_s, u"a"_s))});
        QCOMPARE(all.rows.alertAt(held.row())->fingerprint, fingerprint);
        all.nest({u"Latency"_s}, u"Errors"_s);
        QCOMPARE(all.rows.alertAt(held.row())->fingerprint, fingerprint);
        all.rows.setGrouping({});
        QCOMPARE(all.rows.alertAt(held.row())->fingerprint, fingerprint);
        QVERIFY(!heading.isValid());
        all.source.setStateFilter(AlertState::Recovered);
        QVERIFY(!held.isValid());
    }

    void oneLayoutChangeARound()
    {
        Rows all;
        all.rows.setGrouping({u"service"_s});
        all.nest({u"Latency"_s}, u"Errors"_s);
        QSignalSpy layouts(&all.rows, &QAbstractItemModel::layoutChanged);
        all.tell({alertOf(labelsOf(u"Worse"_s, u"a"_s))});
        QCOMPARE(layouts.size(), 1);
    }

    /// Many are looked at in turns: rows stand as they did until all of them come under their headings.
    void manyComeUnderTheLastHeadings()
    {
        Rows all;
        std::vector<OriginAlert> more;
        for (int i = 0; i < 6'000; ++i)
            more.push_back(alertOf(labelsOf(u"More%1"_s.arg(i), u"service-%1"_s.arg(i % 7), u"warning"_s)));
        all.tell(more);
        const QString fingerprint = all.fingerprint(u"More599"_s);
        const QPersistentModelIndex held(all.rows.index(all.rows.rowOf(fingerprint), 0));
        all.rows.setGrouping({u"alertname"_s});
        all.rows.setGrouping({u"service"_s, u"@state"_s});
        QCOMPARE(all.rows.grouping(), QStringList({u"service"_s, u"@state"_s}));
        more.push_back(alertOf(labelsOf(u"Last"_s, u"last"_s)));
        all.tell(more);
        all.rows.sort(name);
        QTRY_COMPARE(all.rows.shownGrouping(), all.rows.grouping());
        QTRY_VERIFY(!all.source.isBehind());
        QCOMPARE(all.rows.rowCount(), 4 + 6'001 + 3 + 8);
        QCOMPARE(all.rows.alertAt(held.row())->fingerprint, fingerprint);
        const AlertRowsModel::Group *group = all.rows.groupAt(all.rows.rowAbove(held.row()));
        QVERIFY(group);
        QCOMPARE(group->values, QStringList({u"service-4"_s, u"Firing"_s}));
        for (const int row : group->rows)
            QCOMPARE(all.source.alertAt(row)->service(), u"service-4"_s);
        all.rows.foldAll(true);
        QCOMPARE(all.rows.rowCount(), 3 + 8);
        all.rows.setGrouping({});
        QCOMPARE(all.rows.rowCount(), 4 + 6'001);
        QVERIFY(!all.rows.isGrouped());
    }

    void labelColumnsComeAlong()
    {
        Rows all;
        all.rows.setGrouping({u"service"_s});
        all.source.setLabelColumns({u"severity"_s});
        QCOMPARE(all.rows.columnCount(), int(AlertTableModel::ColumnCount) + 1);
        QCOMPARE(all.rows.index(1, AlertTableModel::ColumnCount).data().toString(), u"critical"_s);
        all.source.setLabelColumns({});
        QCOMPARE(all.rows.columnCount(), int(AlertTableModel::ColumnCount));
    }

    void agesMoveInEveryRow()
    {
        Rows all;
        all.rows.setGrouping({u"service"_s});
        QSignalSpy changed(&all.rows, &QAbstractItemModel::dataChanged);
        all.source.tick();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), all.rows.rowCount() - 1);
    }
};

WATCHFLOOR_TEST(TestAlertRowsModel)
#include "tst_alertrowsmodel.moc"
