#include "models/runbooks/executor.h"

#include "tests/runbooks/executorbench.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Bench = ExecutorBench;
}

/// What is asked before a run and after it: gates and verifies.
class TestExecutorGates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gateDecides_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("passes");
        QTest::newRow("vector") << Bench::vectorOf("1") << true;
        QTest::newRow("vector of zero") << Bench::vectorOf("0") << true;
        QTest::newRow("empty vector") << Bench::vectorOf({}) << false;
        QTest::newRow("vector of NaN") << Bench::vectorOf("NaN") << false;
        QTest::newRow("scalar") << Bench::scalarOf("2") << true;
        QTest::newRow("scalar zero") << Bench::scalarOf("0") << false;
        QTest::newRow("scalar NaN") << Bench::scalarOf("NaN") << false;
        QTest::newRow("string") << QByteArray(R"({"status":"success","data":{"resultType":"string","result":[1,"x"]}})") << false;
        QTest::newRow("API error") << QByteArray(R"({"status":"error","errorType":"bad_data","error":"parse error"})") << false;
        QTest::newRow("cut body") << Bench::vectorOf("1").left(50) << false;
    }
    void gateDecides()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, passes);
        Bench bench;
        bench.answers[u"up"_s] = answer;
        Executor executor(bench.request({Bench::gate(u"up"_s), Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))}), bench.audit,
                          bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, passes ? RunState::Succeeded : RunState::GateRefused);
        QCOMPARE(bench.traced().isEmpty(), !passes);
        QVERIFY(!executor.run().steps[0].message.isEmpty());
        if (!passes)
            QCOMPARE(bench.recorded(), u"run-start/intent step-end/failed run-end/refused"_s);
    }

    void refusedGateTellsTheFigure()
    {
        Bench bench;
        bench.answers[u"errors"_s] = Bench::vectorOf("0.004");
        Executor executor(bench.request({Bench::gate(u"errors > 0.01"_s)}), bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().steps[0].value.value_or(-1), 0.004);
        QCOMPARE(executor.run().steps[0].message, u"0.004, needs > 0.01"_s);
    }

    void whatCannotBeSeenRefuses_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("visible");
        QTest::newRow("blind source") << u"main"_s << false;
        QTest::newRow("unknown source") << u"other"_s << true;
    }
    void whatCannotBeSeenRefuses()
    {
        QFETCH(QString, source);
        QFETCH(bool, visible);
        Bench bench;
        bench.visible = visible;
        bench.answers[u"up"_s] = Bench::vectorOf("1");
        RunbookStep gate = Bench::gate(u"up"_s);
        gate.source = source;
        Executor executor(bench.request({gate, Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))}), bench.audit, bench.prometheis(),
                          bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::GateRefused);
        QVERIFY(bench.asked.empty());
        QVERIFY(bench.traced().isEmpty());
    }

    void serverThatIsDownRefuses()
    {
        Bench bench;
        bench.server.goAway();
        Executor executor(bench.request({Bench::gate(u"up"_s), Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))}), bench.audit,
                          bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::GateRefused);
        QVERIFY(bench.traced().isEmpty());
    }

    void commandGateDecides_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expect");
        QTest::addColumn<bool>("passes");
        QTest::newRow("exit 0") << u"true"_s << QString() << true;
        QTest::newRow("exit 1") << u"false"_s << QString() << false;
        QTest::newRow("no such program") << u"watchfloor-no-such-program x"_s << QString() << false;
        QTest::newRow("expected word") << u"echo PONG"_s << u"^PONG"_s << true;
        QTest::newRow("another word") << u"echo LOADING"_s << u"^PONG"_s << false;
    }
    void commandGateDecides()
    {
        QFETCH(QString, code);
        QFETCH(QString, expect);
        QFETCH(bool, passes);
        Bench bench;
        RunbookStep gate = Bench::shellGate(code);
        gate.expect = expect;
        Executor executor(bench.request({gate, Bench::shell(u"Act"_s, Bench::trace(u"acted"_s), u"true"_s)}), bench.audit,
                          bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, passes ? RunState::Succeeded : RunState::GateRefused);
        QCOMPARE(bench.traced().isEmpty(), !passes);
        QCOMPARE(executor.run().undoOffered, passes);
    }

    void gatesAreOverriddenWithAReasonOnly_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("runs");
        QTest::newRow("no reason") << QString() << false;
        QTest::newRow("blanks") << u"  "_s << false;
        QTest::newRow("a reason") << u"agreed with ab"_s << true;
    }
    void gatesAreOverriddenWithAReasonOnly()
    {
        QFETCH(QString, reason);
        QFETCH(bool, runs);
        Bench bench;
        auto request = bench.request({Bench::gate(u"up"_s), Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))});
        request.overrideGates = true;
        request.reason = reason;
        Executor executor(request, bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, runs ? RunState::Succeeded : RunState::Failed);
        QCOMPARE(executor.run().steps[0].state, runs ? StepState::Failed : StepState::Skipped);
        QCOMPARE(bench.traced().isEmpty(), !runs);
        if (runs)
            QVERIFY(bench.audit.read()->front().detail.contains(u"agreed with ab"_s));
    }

    void exitZeroWithoutEffectIsNoSuccess()
    {
        Bench bench;
        bench.answers[u"errors"_s] = Bench::vectorOf("0.0174");
        Executor executor(bench.request({Bench::shell(u"Act"_s, u"true"_s, u"true"_s), Bench::verify(u"errors < 0.005"_s)}), bench.audit,
                          bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        const Run &run = executor.run();
        QCOMPARE(run.state, RunState::NotEffective);
        QCOMPARE(run.steps[0].state, StepState::Passed);
        QCOMPARE(run.steps[1].state, StepState::Failed);
        QCOMPARE(run.steps[1].value.value_or(-1), 0.0174);
        QCOMPARE(run.steps[1].message, u"0.0174, needs < 0.005"_s);
        QVERIFY(run.undoOffered);
        QVERIFY(bench.recorded().endsWith(u"run-end/not-effective"_s));
    }

    void verifyHoldsUnbroken()
    {
        Bench bench;
        int evaluations = 0;
        bench.server.on(u"/api/v1/query"_s, [&evaluations](const SeenRequest &) {
            // It passes, fails once, then passes for good.
            return Answer::json(Bench::vectorOf(++evaluations == 2 ? QByteArray() : QByteArray("1")));
        });
        RunbookStep verify = Bench::verify(u"up"_s);
        verify.within = 20s;
        verify.holdFor = 1s;
        Executor executor(bench.request({verify}), bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::Succeeded);
        QVERIFY(evaluations >= 4);
        QVERIFY(executor.run().steps[0].heldFor >= 1s);
    }

    void verifyOfABlindSourceIsNoSuccess()
    {
        Bench bench;
        bench.visible = false;
        Executor executor(bench.request({Bench::shell(u"Act"_s, u"true"_s), Bench::verify(u"up"_s)}), bench.audit, bench.prometheis(),
                          bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::NotEffective);
        QVERIFY(!executor.run().steps[1].message.isEmpty());
    }

    void silentServerEndsTheVerifyInTime()
    {
        Bench bench;
        bench.server.on(u"/api/v1/query"_s, Answer::hang());
        Executor executor(bench.request({Bench::verify(u"up"_s)}), bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor, 8'000));
        QCOMPARE(executor.run().state, RunState::NotEffective);
    }

    void dryRunEvaluatesGatesAndRunsNothing()
    {
        Bench bench;
        bench.answers[u"a"_s] = Bench::vectorOf("1");
        auto request = bench.request({Bench::gate(u"b"_s), Bench::gate(u"a"_s), Bench::shell(u"Act"_s, Bench::trace(u"acted"_s), u"true"_s),
                                      Bench::verify(u"c"_s)});
        request.dryRun = true;
        Executor executor(request, bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::GateRefused);
        QCOMPARE(statesOf(executor.run()), (std::vector{StepState::Failed, StepState::Passed, StepState::Skipped, StepState::Skipped}));
        QCOMPARE(executor.run().steps[2].shown, Bench::trace(u"acted"_s));
        QCOMPARE(bench.asked, (std::vector<QString>{u"b"_s, u"a"_s}));
        QVERIFY(bench.traced().isEmpty());
        QVERIFY(!executor.run().undoOffered);
        QVERIFY(bench.audit.read()->front().detail.contains(u"\"dryRun\":true"_s));
    }
};

WATCHFLOOR_TEST(TestExecutorGates)
#include "tst_executorgates.moc"
