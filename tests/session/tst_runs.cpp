#include "models/core/format.h"
#include "tests/session/shopfloor.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// Runbooks run by a whole session.
class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void lockedProductionRunsNothing();
    void aRunGoesThrough();
    void aRefusedGateRunsNothing();
    void aHeldTargetRefusesTheSecond();
    void closingTheConsoleEndsItsRun();
    void aCrashedRunIsToldOnceAndNeverRunAgain();
    void aMissingToolIsOneSentence();
    void choicesComeFromTheirCommand();
};

void TestRuns::lockedProductionRunsNothing()
{
    ShopFloor floor(u"production"_s);
    Session session(floor.workspace, floor.clock, floor.options());
    QSignalSpy failed(&session, &Commands::failed);
    const auto id = session.startRun(floor.rollbackTo(u"9b31f02"_s));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, Error::Kind::Locked);
    QCOMPARE(failed.size(), 1);
    QVERIFY(session.stores().runs.runs().empty());
    QVERIFY(floor.folder.recorded().isEmpty());
    QVERIFY(floor.folder.read(u"trace"_s).isEmpty());
}

void TestRuns::aRunGoesThrough()
{
    ShopFloor floor(u"production"_s);
    floor.prometheus.results[u"errors > 0.01"_s] = FakePrometheus::sample({}, "0.2");
    Session session(floor.workspace, floor.clock, floor.options());
    QString output;
    connect(&session, &Commands::runOutput, this, [&](const QString &, const QString &text) { output += text; });
    session.start();
    QTRY_VERIFY(isSeen(session, "main"));
    session.unlock(15min);
    const auto id = session.startRun(floor.rollbackTo(u"9b31f02"_s));
    QVERIFY2(id.ok(), id ? "" : qPrintable(Format::sentence(id.error())));
    QTRY_COMPARE(session.stores().runs.find(*id)->state, RunState::Verifying);
    QVERIFY(output.contains(u"checked out"_s));
    QCOMPARE(session.stores().runs.holding(u"payment"_s)->id, *id);
    floor.prometheus.results[u"errors < 0.005"_s] = FakePrometheus::sample({}, "0.001");
    QTRY_COMPARE_WITH_TIMEOUT(session.stores().runs.find(*id)->state, RunState::Succeeded, 15'000);
    QCOMPARE(floor.folder.read(u"trace"_s), QByteArray("9b31f02\n"));
    QVERIFY(session.stores().runs.find(*id)->output.contains(u"checked out"_s));
    QVERIFY(!session.stores().runs.holding(u"payment"_s));
    QVERIFY(session.stores().runs.find(*id)->undoOffered);
    session.undoRun(*id);
    QTRY_COMPARE(session.stores().runs.find(*id)->state, RunState::Undone);
    QCOMPARE(floor.folder.read(u"trace"_s), QByteArray("9b31f02\nundone\n"));
    const QStringList recorded = floor.folder.recorded();
    QCOMPARE(recorded.first(), u"unlock/ok"_s);
    QVERIFY(recorded.contains(u"run-start/intent"_s) && recorded.contains(u"run-end/ok"_s) && recorded.contains(u"undo-end/ok"_s));
    QVERIFY(AuditLog(floor.folder.data() + u"/audit.jsonl"_s, floor.clock).verify()->ok());
}

void TestRuns::aRefusedGateRunsNothing()
{
    ShopFloor floor;
    const auto session = floor.start();
    QTRY_VERIFY(isSeen(*session, "main"));
    const auto id = session->startRun(floor.rollbackTo(u"9b31f02"_s));
    QVERIFY(id.ok());
    QTRY_COMPARE(session->stores().runs.find(*id)->state, RunState::GateRefused);
    QVERIFY(floor.folder.read(u"trace"_s).isEmpty());
    // A parameter that does not fit is refused before anything is written.
    const qsizetype records = floor.folder.recorded().size();
    const auto unfit = session->startRun(floor.rollbackTo(u"$(reboot)"_s));
    QVERIFY(!unfit);
    QCOMPARE(floor.folder.recorded().size(), records);
}

void TestRuns::aHeldTargetRefusesTheSecond()
{
    ShopFloor floor;
    const auto session = floor.start();
    QTRY_VERIFY(isSeen(*session, "main"));
    const auto first = session->startRun({u"hang"_s, {}, {}, false, false});
    QVERIFY(first.ok());
    const auto second = session->startRun(floor.rollbackTo(u"9b31f02"_s));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::Locked);
    QTRY_VERIFY(session->stores().runs.find(*first)->output.contains(u"waiting"_s));
    session->stopRun(*first);
    QTRY_COMPARE(session->stores().runs.find(*first)->state, RunState::Stopped);
    QVERIFY(!session->stores().runs.holding(u"payment"_s));
}

void TestRuns::closingTheConsoleEndsItsRun()
{
    ShopFloor floor;
    {
        const auto session = floor.start();
        const auto id = session->startRun({u"hang"_s, {}, {}, false, false});
        QVERIFY(id.ok());
        QTRY_VERIFY(session->stores().runs.find(*id)->output.contains(u"waiting"_s));
    }
    QVERIFY(floor.folder.recorded().contains(u"run-end/stopped"_s));
}

void TestRuns::aCrashedRunIsToldOnceAndNeverRunAgain()
{
    ShopFloor floor;
    AuditLog log(floor.folder.data() + u"/audit.jsonl"_s, floor.clock);
    const QString run = u"3b0b8a3c-0000-4000-8000-000000000001"_s;
    QVERIFY(log.append({u"ab"_s, run, u"run-start"_s, u"intent"_s, uR"({"runbook":"rollback","target":"payment"})"_s}).ok());
    QVERIFY(log.append({u"ab"_s, run, u"step-start"_s, u"intent"_s, uR"({"target":"payment","step":"Restart","command":"supervisorctl restart payment"})"_s}).ok());
    const auto session = floor.start();
    QTRY_VERIFY(session->stores().runs.find(run));
    const Run &told = *session->stores().runs.find(run);
    QCOMPARE(told.state, RunState::Stopped);
    QVERIFY(told.error->detail.contains(u"supervisorctl restart payment"_s));
    QVERIFY(floor.folder.read(u"trace"_s).isEmpty());
    // A run that lives is none of those, whatever is reloaded meanwhile.
    const auto id = session->startRun({u"hang"_s, {}, {}, false, false});
    QVERIFY(id.ok());
    session->replaceWorkspace(floor.workspace);
    session->replaceWorkspace(floor.workspace);
    const qint64 answers = session->stores().sources.find(u"main"_s)->answers;
    QTRY_VERIFY(session->stores().sources.find(u"main"_s)->answers > answers + 2);
    QCOMPARE(session->stores().runs.find(*id)->state, RunState::Running);
    session->stopRun(*id);
    QTRY_VERIFY(isOver(session->stores().runs.find(*id)->state));
}

void TestRuns::aMissingToolIsOneSentence()
{
    ShopFloor floor;
    auto document = readRunbook("---\nrunbook: tool\ntitle: Tool\ntarget: payment\nrisk: safe\n---\n"
                                "```sh step=\"Use it\" timeout=5s\nno-such-tool-anywhere --now\n```\n",
                                floor.folder.path(u"tool.md"_s));
    QVERIFY(document.runbook);
    floor.workspace.runbooks.push_back(*document.runbook);
    Session session(floor.workspace, floor.clock, floor.options());
    const auto id = session.startRun({u"tool"_s, {}, {}, false, false});
    QVERIFY(id.ok());
    QTRY_COMPARE(session.stores().runs.find(*id)->state, RunState::Failed);
    const QString message = session.stores().runs.find(*id)->steps.front().message;
    QVERIFY2(message.contains(u"no-such-tool-anywhere"_s) && !message.contains(u'\n'), qPrintable(message));
    const auto missing = session.startRun({u"no such runbook"_s, {}, {}, false, false});
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
}

void TestRuns::choicesComeFromTheirCommand()
{
    ShopFloor floor;
    Session session(floor.workspace, floor.clock, floor.options());
    std::optional<Result<QStringList>> choices;
    session.fetchChoices(u"rollback"_s, u"commit"_s, this, [&choices](Result<QStringList> told) { choices = std::move(told); });
    QTRY_VERIFY(choices);
    QCOMPARE(choices->value(), QStringList({u"4f1c9ae newest"_s, u"9b31f02 good"_s}));
    choices.reset();
    session.fetchChoices(u"rollback"_s, u"nothing"_s, this, [&choices](Result<QStringList> told) { choices = std::move(told); });
    QCOMPARE(choices->error().kind, Error::Kind::NotFound);
}

WATCHFLOOR_TEST(TestRuns)
#include "tst_runs.moc"
