#include "models/runbooks/executor.h"

#include "models/runbooks/auditscan.h"
#include "tests/runbooks/executorbench.h"
#include "tests/support/testregistry.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Bench = ExecutorBench;
}

class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingGoesWellAndIsRecorded()
    {
        Bench bench;
        bench.answers[u"errors > 0.01"_s] = Bench::vectorOf("0.0471");
        bench.answers[u"errors < 0.005"_s] = Bench::vectorOf("0.0004");
        Executor executor(bench.request({Bench::gate(u"errors > 0.01"_s), Bench::shell(u"Check out"_s, Bench::trace(u"one"_s)),
                                         Bench::shell(u"Restart"_s, u"echo restarted"_s), Bench::verify(u"errors < 0.005"_s)}),
                          bench.audit, bench.prometheis(), bench.clock);
        QSignalSpy finished(&executor, &Executor::finished);
        executor.start();
        QVERIFY(waitForEnd(executor));
        const Run &run = executor.run();
        QCOMPARE(run.state, RunState::Succeeded);
        QCOMPARE(finished.size(), 1);
        QVERIFY(!run.error);
        QCOMPARE(statesOf(run), std::vector<StepState>(4, StepState::Passed));
        QCOMPARE(run.steps[0].value.value_or(-1), 0.0471);
        QCOMPARE(run.steps[0].message, u"0.0471 > 0.01"_s);
        QCOMPARE(run.steps[1].exitCode.value_or(-1), 0);
        QVERIFY(run.output.contains(u"$ echo restarted\nrestarted\nexit 0 after "_s));
        QCOMPARE(bench.traced(), QStringList{u"one"_s});
        QCOMPARE(bench.recorded(), u"run-start/intent step-end/ok step-start/intent step-end/ok step-start/intent step-end/ok "
                                   "step-end/ok run-end/ok"_s);
        QCOMPARE(run.firstRecord, 1);
        QCOMPARE(run.lastRecord, 8);
        QVERIFY(bench.audit.verify()->ok());
    }

    void thirdOfFiveFails()
    {
        Bench bench;
        std::vector<RunbookStep> steps;
        for (int i = 1; i <= 5; ++i)
            steps.push_back(Bench::shell(QString::number(i), Bench::trace(QString::number(i)) + (i == 3 ? u"; exit 7"_s : QString()),
                                         Bench::trace(u"undo%1"_s.arg(i))));
        Executor executor(bench.request(steps), bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        const Run &run = executor.run();
        QCOMPARE(run.state, RunState::Failed);
        QCOMPARE(statesOf(run), (std::vector{StepState::Passed, StepState::Passed, StepState::Failed, StepState::Skipped, StepState::Skipped}));
        QCOMPARE(run.steps[2].exitCode.value_or(-1), 7);
        QCOMPARE(bench.traced(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QVERIFY(run.undoOffered);

        executor.undo();
        QCOMPARE(executor.run().state, RunState::Undoing);
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::Undone);
        QCOMPARE(bench.traced(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"undo3"_s, u"undo2"_s, u"undo1"_s}));
        QVERIFY(!executor.run().undoOffered);
        QCOMPARE(executor.run().steps.size(), size_t(8));
        QVERIFY(bench.recorded().endsWith(u"undo-end/ok"_s));
        QVERIFY(unfinishedRuns(bench.audit)->empty());
        QVERIFY(bench.audit.verify()->ok());
    }

    void undoAfterAnotherRunIsRefused()
    {
        Bench bench;
        const auto request = bench.request({Bench::shell(u"Act"_s, Bench::trace(u"acted"_s), Bench::trace(u"undone"_s))});
        Executor first(request, bench.audit, bench.prometheis(), bench.clock);
        first.start();
        QVERIFY(waitForEnd(first));
        Executor second(request, bench.audit, bench.prometheis(), bench.clock);
        second.start();
        QVERIFY(waitForEnd(second));
        first.undo();
        QVERIFY(first.run().error);
        QCOMPARE(first.run().state, RunState::Succeeded);
        QCOMPARE(bench.traced(), (QStringList{u"acted"_s, u"acted"_s}));
    }

    void failedUndoStopsThere()
    {
        Bench bench;
        Executor executor(bench.request({Bench::shell(u"1"_s, u"true"_s, Bench::trace(u"undo1"_s)),
                                         Bench::shell(u"2"_s, u"true"_s, u"false"_s)}),
                          bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        executor.undo();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::Failed);
        QVERIFY(bench.traced().isEmpty());
    }

    void stopEndsTheWholeGroup()
    {
        Bench bench;
        Executor executor(bench.request({Bench::shell(u"Hang"_s, u"sleep 300 & echo $! > pid; wait"_s, u"true"_s),
                                         Bench::shell(u"Never"_s, Bench::trace(u"never"_s))}),
                          bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        const auto grandchild = [&bench] {
            QFile file(bench.folder.filePath(u"pid"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
        };
        QVERIFY(QTest::qWaitFor([&] { return grandchild() > 0; }, 10'000));
        QCOMPARE(::kill(grandchild(), 0), 0);
        executor.stop();
        executor.stop();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::Stopped);
        QCOMPARE(executor.run().steps[0].state, StepState::Stopped);
        QVERIFY(executor.run().undoOffered);
        QVERIFY(QTest::qWaitFor([pid = grandchild()] { return ::kill(pid, 0) != 0; }, 10'000));
        QVERIFY(bench.traced().isEmpty());
        QVERIFY(bench.recorded().endsWith(u"step-end/stopped run-end/stopped"_s));
    }

    void stopEndsTheWaitForAVerify()
    {
        Bench bench;
        RunbookStep verify = Bench::verify(u"up"_s);
        verify.within = 60s;
        Executor executor(bench.request({verify}), bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(QTest::qWaitFor([&] { return !bench.asked.empty(); }, 10'000));
        executor.stop();
        QCOMPARE(executor.run().state, RunState::Stopped);
    }

    void timeLimitEndsAStep()
    {
        Bench bench;
        RunbookStep slow = Bench::shell(u"Hang"_s, u"sleep 300"_s);
        slow.timeout = 200ms;
        Executor executor(bench.request({slow}), bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::Failed);
        QVERIFY(executor.run().steps[0].message.contains(u"0.2 s"_s));
    }

    void nothingRunsUnrecorded_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("folder cannot be made") << u"/proc/watchfloor/audit.jsonl"_s;
        QTest::newRow("full device") << u"/dev/full"_s;
    }
    void nothingRunsUnrecorded()
    {
        QFETCH(QString, path);
        Bench bench;
        AuditLog broken(path, bench.clock);
        bench.answers[u"up"_s] = Bench::vectorOf("1");
        Executor executor(bench.request({Bench::gate(u"up"_s), Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))}), broken,
                          bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::Failed);
        QVERIFY(executor.run().error);
        QCOMPARE(statesOf(executor.run()), std::vector<StepState>(2, StepState::Skipped));
        QVERIFY(bench.asked.empty());
        QVERIFY(bench.traced().isEmpty());
    }

    void logLostUnderWayEndsTheRun()
    {
        Bench bench;
        Executor executor(bench.request({Bench::shell(u"1"_s, u"rm data/audit.jsonl; echo 1 >> trace"_s),
                                         Bench::shell(u"2"_s, Bench::trace(u"2"_s))}),
                          bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::Failed);
        QVERIFY(executor.run().error);
        QCOMPARE(bench.traced(), QStringList{u"1"_s});
    }

    void secondRunOnTheTargetIsRefused()
    {
        Bench bench;
        Executor first(bench.request({Bench::shell(u"Hang"_s, u"sleep 300"_s)}), bench.audit, bench.prometheis(), bench.clock);
        Executor second(bench.request({Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))}), bench.audit, bench.prometheis(), bench.clock);
        first.start();
        first.start();
        second.start();
        QCOMPARE(second.run().state, RunState::Failed);
        QCOMPARE(second.run().error->kind, Error::Kind::Locked);
        QVERIFY(second.run().error->detail.contains(u"mk"_s));
        first.stop();
        QVERIFY(waitForEnd(first));
        QVERIFY(bench.traced().isEmpty());
        Executor third(bench.request({Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))}), bench.audit, bench.prometheis(), bench.clock);
        third.start();
        QVERIFY(waitForEnd(third));
        QCOMPARE(third.run().state, RunState::Succeeded);
    }

    void hostileParametersNeverRun_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("second command") << u"a; touch pwned"_s;
        QTest::newRow("substitution") << u"$(touch pwned)"_s;
        QTest::newRow("back-ticks") << u"`touch pwned`"_s;
        QTest::newRow("line end") << u"a\ntouch pwned"_s;
        QTest::newRow("quotes") << u"\"; touch pwned; \""_s;
        QTest::newRow("single quotes") << u"'; touch pwned; '"_s;
    }
    void hostileParametersNeverRun()
    {
        QFETCH(QString, value);
        Bench bench;
        RunbookParameter parameter;
        parameter.name = u"word"_s;
        parameter.pattern = u"(?s).*"_s;
        auto request = bench.request({Bench::shell(u"Plain"_s, u"printf '%s' \"$word\""_s),
                                      Bench::shell(u"Script"_s, u"printf '<%s>' \"$word\" > seen; printf done"_s)});
        request.runbook.parameters = {parameter};
        request.parameters = {{u"word"_s, value}};
        Executor executor(request, bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        QCOMPARE(executor.run().state, RunState::Succeeded);
        QVERIFY(!QFile::exists(bench.folder.filePath(u"pwned"_s)));
        QFile seen(bench.folder.filePath(u"seen"_s));
        QVERIFY(seen.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(seen.readAll()), u"<%1>"_s.arg(value));

        request.runbook.parameters[0].pattern = u"[a-z]+"_s;
        Executor refused(request, bench.audit, bench.prometheis(), bench.clock);
        refused.start();
        QCOMPARE(refused.run().state, RunState::Failed);
        QCOMPARE(refused.run().error->where, u"word"_s);
    }

    void onlyDeclaredEnvironmentReachesAStep()
    {
        Bench bench;
        ::setenv("WATCHFLOOR_SECRET", "geheim", 1);
        auto request = bench.request({Bench::shell(u"Show"_s, u"env"_s)});
        request.runbook.environment = {{u"REGION"_s, u"eu"_s}};
        Executor executor(request, bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QVERIFY(waitForEnd(executor));
        ::unsetenv("WATCHFLOOR_SECRET");
        QVERIFY(executor.run().output.contains(u"REGION=eu"_s));
        QVERIFY(!executor.run().output.contains(u"geheim"_s));
    }

    void closingTheConsoleEndsTheRunAndSaysSo()
    {
        Bench bench;
        {
            Executor executor(bench.request({Bench::shell(u"Hang"_s, u"sleep 300"_s)}), bench.audit, bench.prometheis(), bench.clock);
            executor.start();
            QVERIFY(QTest::qWaitFor([&] { return executor.run().state == RunState::Running; }, 5'000));
        }
        QVERIFY(bench.recorded().endsWith(u"step-end/stopped run-end/stopped"_s));
        QVERIFY(unfinishedRuns(bench.audit)->empty());
    }

    void killedBetweenIntentAndActIsUnknown()
    {
        Bench bench;
        const pid_t child = ::fork();
        if (child == 0) {
            // The program dies right after its intent stands: as with a signal 9 at that moment.
            auto request = bench.request({Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))});
            Executor executor(request, bench.audit, bench.prometheis(), bench.clock);
            QObject::connect(&executor, &Executor::progressed, &executor, [] { ::kill(::getpid(), SIGKILL); });
            executor.start();
            ::_exit(0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QVERIFY(bench.traced().isEmpty());
        const auto open = unfinishedRuns(bench.audit);
        QVERIFY(open.ok());
        QCOMPARE(open->size(), size_t(1));
        QCOMPARE(open->front().target, u"payment"_s);
        QCOMPARE(open->front().runbook, u"rollback-payment"_s);

        Executor next(bench.request({Bench::shell(u"Act"_s, Bench::trace(u"acted"_s))}), bench.audit, bench.prometheis(), bench.clock);
        next.start();
        QVERIFY(waitForEnd(next));
        QVERIFY(next.run().output.contains(u"its outcome is unknown"_s));
        QCOMPARE(unfinishedRuns(bench.audit)->size(), size_t(1));
        QVERIFY(bench.audit.verify()->ok());
    }

    void aRunbookThatCannotRunIsRefused_data()
    {
        QTest::addColumn<QString>("directory");
        QTest::addColumn<bool>("steps");
        QTest::newRow("no steps") << u"/"_s << false;
        QTest::newRow("no directory") << u"/nowhere/at/all"_s << true;
    }
    void aRunbookThatCannotRunIsRefused()
    {
        QFETCH(QString, directory);
        QFETCH(bool, steps);
        Bench bench;
        auto request = bench.request(steps ? std::vector{Bench::shell(u"Act"_s, u"true"_s)} : std::vector<RunbookStep>());
        request.runbook.directory = directory;
        Executor executor(request, bench.audit, bench.prometheis(), bench.clock);
        executor.start();
        QCOMPARE(executor.run().state, RunState::Failed);
        QVERIFY(executor.run().error);
        QVERIFY(bench.recorded().isEmpty());
    }
};

WATCHFLOOR_TEST(TestExecutor)
#include "tst_executor.moc"
