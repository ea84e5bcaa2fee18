#include "models/runbooks/runbooklistmodel.h"

#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

Runbook book(const QString &name, const QString &target, const QString &matcher = {})
{
    Runbook runbook;
    runbook.name = name;
    runbook.title = u"Title "_s + name;
    runbook.target = target;
    runbook.risk = Risk::Safe;
    if (!matcher.isEmpty())
        runbook.match = parseMatchers(matcher).value();
    return runbook;
}

QStringList names(const RunbookListModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row).data(RunbookListModel::NameRole).toString());
    return list;
}

} // namespace

class TestRunbookListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreGroupedByTarget()
    {
        RunStore store;
        RunbookListModel model(store);
        const QAbstractItemModelTester tester(&model);
        store.setRunbooks({book(u"z"_s, u"redis"_s), book(u"b"_s, u"payment"_s), book(u"a"_s, u"payment"_s)});
        QCOMPARE(names(model), (QStringList{u"a"_s, u"b"_s, u"z"_s}));
        QVERIFY(model.index(0).data(RunbookListModel::FirstOfTargetRole).toBool());
        QVERIFY(!model.index(1).data(RunbookListModel::FirstOfTargetRole).toBool());
        QVERIFY(model.index(2).data(RunbookListModel::FirstOfTargetRole).toBool());
        QCOMPARE(model.index(0).data(RunbookListModel::RiskRole).value<Risk>(), Risk::Safe);
        QCOMPARE(model.index(0).data().toString(), u"Title a"_s);
    }

    void whatIsWrongNowComesFirst()
    {
        RunStore store;
        store.setRunbooks({book(u"a"_s, u"auth"_s), book(u"p"_s, u"payment"_s, u"{service=\"payment\"}"_s)});
        RunbookListModel model(store);
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.matchingCount(), 0);
        model.setOpenAlerts({Labels{{u"service"_s, u"payment"_s}}});
        QCOMPARE(names(model), (QStringList{u"p"_s, u"a"_s}));
        QVERIFY(model.index(0).data(RunbookListModel::MatchesNowRole).toBool());
        QCOMPARE(model.matchingCount(), 1);
        model.setOpenAlerts({});
        QCOMPARE(names(model), (QStringList{u"a"_s, u"p"_s}));
    }

    void runsShowOnTheirRow()
    {
        RunStore store;
        store.setRunbooks({book(u"a"_s, u"auth"_s), book(u"b"_s, u"auth"_s)});
        RunbookListModel model(store);
        const QAbstractItemModelTester tester(&model);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(!model.index(1).data(RunbookListModel::LastStateRole).isValid());
        Run run;
        run.id = u"1"_s;
        run.runbook = u"b"_s;
        run.state = RunState::Running;
        store.apply(run);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QVERIFY(model.index(1).data(RunbookListModel::RunningRole).toBool());
        run.state = RunState::NotEffective;
        store.apply(run);
        QVERIFY(!model.index(1).data(RunbookListModel::RunningRole).toBool());
        QCOMPARE(model.index(1).data(RunbookListModel::LastStateRole).value<RunState>(), RunState::NotEffective);
        QVERIFY(!model.index(1).data(RunbookListModel::LastOutcomeRole).toString().isEmpty());
        QCOMPARE(model.indexOf(u"b"_s).row(), 1);
        QVERIFY(!model.indexOf(u"c"_s).isValid());
    }
};

WATCHFLOOR_TEST(TestRunbookListModel)
#include "tst_runbooklistmodel.moc"
