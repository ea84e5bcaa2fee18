#include "models/runbooks/auditscan.h"

#include "models/runbooks/targetlock.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

class TestAuditScan : public QObject
{
    Q_OBJECT

private:
    void add(const QString &run, const QString &event, const QString &outcome, const QString &step = {})
    {
        const QString detail = uR"({"runbook":"restart","target":"payment","step":"%1","command":"run %1"})"_s.arg(step);
        QVERIFY(m_log->append({u"mk"_s, run, event, outcome, detail}).ok());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_log = std::make_unique<AuditLog>(m_folder->filePath(u"audit.jsonl"_s), m_clock);
    }

    void aRunThatEndedIsFinished_data()
    {
        QTest::addColumn<QString>("outcome");
        for (const char *outcome : {"ok", "failed", "refused", "stopped", "not-effective", "unknown"})
            QTest::newRow(outcome) << QString::fromLatin1(outcome);
    }
    void aRunThatEndedIsFinished()
    {
        QFETCH(QString, outcome);
        add(u"a"_s, u"run-start"_s, u"intent"_s);
        add(u"a"_s, u"run-end"_s, outcome);
        QVERIFY(unfinishedRuns(*m_log)->empty());
    }

    void intentWithoutOutcomeIsUnknown()
    {
        add(u"a"_s, u"run-start"_s, u"intent"_s);
        add(u"a"_s, u"step-start"_s, u"intent"_s, u"Check out"_s);
        add(u"a"_s, u"step-end"_s, u"ok"_s, u"Check out"_s);
        add(u"a"_s, u"step-start"_s, u"intent"_s, u"Restart"_s);
        const auto open = unfinishedRuns(*m_log);
        QVERIFY(open.ok());
        QCOMPARE(open->size(), size_t(1));
        QCOMPARE(open->front().run, u"a"_s);
        QCOMPARE(open->front().target, u"payment"_s);
        QCOMPARE(open->front().actor, u"mk"_s);
        QCOMPARE(open->front().step, u"Restart"_s);
        QCOMPARE(open->front().command, u"run Restart"_s);
        QCOMPARE(open->front().finishedSteps, QStringList{u"Check out"_s});
        QCOMPARE(open->front().since, m_clock.wall());
    }

    void anUndoWithoutEndIsUnknownToo()
    {
        add(u"a"_s, u"run-start"_s, u"intent"_s);
        add(u"a"_s, u"run-end"_s, u"failed"_s);
        add(u"a"_s, u"undo-start"_s, u"intent"_s);
        QCOMPARE(unfinishedRuns(*m_log)->size(), size_t(1));
        add(u"a"_s, u"undo-end"_s, u"ok"_s);
        QVERIFY(unfinishedRuns(*m_log)->empty());
    }

    void aRunThatStillHoldsItsTargetIsNotUnknown()
    {
        add(u"a"_s, u"run-start"_s, u"intent"_s);
        const auto lock = TargetLock::acquire(lockFolder(*m_log), {u"payment"_s, u"a"_s, u"restart"_s, u"mk"_s, {}, 1, m_clock.wall()});
        QVERIFY(lock.ok());
        QVERIFY(unfinishedRuns(*m_log)->empty());
    }

    void anotherRunOnTheTargetDoesNotHideIt()
    {
        add(u"a"_s, u"run-start"_s, u"intent"_s);
        const auto lock = TargetLock::acquire(lockFolder(*m_log), {u"payment"_s, u"b"_s, u"restart"_s, u"mk"_s, {}, 1, m_clock.wall()});
        QVERIFY(lock.ok());
        QCOMPARE(unfinishedRuns(*m_log)->size(), size_t(1));
    }

    void settledIsFinished()
    {
        add(u"a"_s, u"run-start"_s, u"intent"_s);
        const auto open = unfinishedRuns(*m_log);
        QVERIFY(settleUnfinished(*m_log, open->front(), u"ab"_s, u"payment answers"_s).ok());
        QVERIFY(unfinishedRuns(*m_log)->empty());
        QCOMPARE(m_log->read()->back().outcome, u"unknown"_s);
        QVERIFY(m_log->verify()->ok());
    }

    void otherEventsAreNoRuns()
    {
        add({}, u"unlock"_s, u"ok"_s);
        add({}, u"silence"_s, u"intent"_s);
        QVERIFY(unfinishedRuns(*m_log)->empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AuditLog> m_log;
    FakeClock m_clock;
};

WATCHFLOOR_TEST(TestAuditScan)
#include "tst_auditscan.moc"
