#include "models/runbooks/runstore.h"

#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

Runbook book(const QString &name, const QString &matcher = {})
{
    Runbook runbook;
    runbook.name = name;
    runbook.target = u"payment"_s;
    if (!matcher.isEmpty())
        runbook.match = parseMatchers(matcher).value();
    return runbook;
}

Run run(const QString &id, RunState state, const QString &runbook = u"a"_s)
{
    Run value;
    value.id = id;
    value.runbook = runbook;
    value.target = u"payment"_s;
    value.state = state;
    return value;
}

} // namespace

class TestRunStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchersAreAnded()
    {
        RunStore store;
        store.setRunbooks({book(u"a"_s, u"{alertname=\"X\",service=\"payment\"}"_s), book(u"b"_s, u"{service=\"payment\"}"_s), book(u"c"_s)});
        const auto found = store.matching(Labels{{u"alertname"_s, u"Y"_s}, {u"service"_s, u"payment"_s}});
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0]->name, u"b"_s);
    }

    void sameCatalogueIsNoChange()
    {
        RunStore store;
        QSignalSpy changed(&store, &RunStore::catalogueChanged);
        store.setRunbooks({book(u"a"_s)});
        store.setRunbooks({book(u"a"_s)});
        QCOMPARE(changed.size(), 1);
        QVERIFY(store.runbook(u"a"_s));
        QVERIFY(!store.runbook(u"b"_s));
    }

    void newestRunIsFirst()
    {
        RunStore store;
        store.apply(run(u"1"_s, RunState::Succeeded));
        store.apply(run(u"2"_s, RunState::Running));
        QCOMPARE(store.runs().front().id, u"2"_s);
        QCOMPARE(store.latestOf(u"a"_s)->id, u"2"_s);
        QVERIFY(!store.latestOf(u"b"_s));
    }

    void progressKeepsTheOutput()
    {
        RunStore store;
        store.apply(run(u"1"_s, RunState::Running));
        store.appendOutput(u"1"_s, u"line\n"_s);
        store.apply(run(u"1"_s, RunState::Succeeded));
        QCOMPARE(store.runs().size(), size_t(1));
        QCOMPARE(store.find(u"1"_s)->output, u"line\n"_s);
        QCOMPARE(store.find(u"1"_s)->state, RunState::Succeeded);
    }

    void outputKeepsTheNewest()
    {
        RunStore store;
        store.apply(run(u"1"_s, RunState::Running));
        for (int i = 0; i < 30; ++i)
            store.appendOutput(u"1"_s, QString(1'000'000, QChar(u'a' + i % 26)));
        QVERIFY(store.find(u"1"_s)->output.size() <= 12'000'000);
        QVERIFY(store.find(u"1"_s)->output.endsWith(QChar(u'a' + 29 % 26)));
    }

    void targetIsHeldWhileARunIsLive_data()
    {
        QTest::addColumn<RunState>("state");
        QTest::addColumn<bool>("held");
        QTest::newRow("gating") << RunState::Gating << true;
        QTest::newRow("running") << RunState::Running << true;
        QTest::newRow("verifying") << RunState::Verifying << true;
        QTest::newRow("undoing") << RunState::Undoing << true;
        QTest::newRow("succeeded") << RunState::Succeeded << false;
        QTest::newRow("refused") << RunState::GateRefused << false;
        QTest::newRow("failed") << RunState::Failed << false;
        QTest::newRow("not effective") << RunState::NotEffective << false;
        QTest::newRow("stopped") << RunState::Stopped << false;
        QTest::newRow("undone") << RunState::Undone << false;
    }
    void targetIsHeldWhileARunIsLive()
    {
        QFETCH(RunState, state);
        QFETCH(bool, held);
        RunStore store;
        store.apply(run(u"1"_s, state));
        QCOMPARE(store.holding(u"payment"_s) != nullptr, held);
        QVERIFY(!store.holding(u"auth"_s));
        QVERIFY(!runStateName(state).isEmpty());
    }

    void aDryRunHoldsNothing()
    {
        RunStore store;
        Run dry = run(u"1"_s, RunState::Gating);
        dry.dryRun = true;
        store.apply(dry);
        QVERIFY(!store.holding(u"payment"_s));
    }
};

WATCHFLOOR_TEST(TestRunStore)
#include "tst_runstore.moc"
