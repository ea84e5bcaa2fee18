#include "models/database/history.h"

#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void transitionsComeBackNewestFirst();
    void hostileTextIsKeptAsItIs();
    void recordsOfATurnAreOneTransaction();
    void recordsOutliveTheEnd();
    void timeRangeIsInclusive();
    void sourceStatesComeBack();
    void pruneForgetsTheOld();
    void unwrittenRecordsWaitAndAreTriedAgain();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }
    TransitionRecord transition(const QString &state, qint64 wallMs) const
    {
        return {QStringLiteral("f1"), QStringLiteral("HighErrorRate"), QStringLiteral("{\"service\":\"payment\"}"),
                state, wallMs, QStringLiteral("main")};
    }
    std::vector<TransitionRecord> recent(History &history, int limit = 10)
    {
        std::optional<std::vector<TransitionRecord>> answer;
        history.recentTransitions(QStringLiteral("f1"), limit, this, [&answer](const Result<std::vector<TransitionRecord>> &result) {
            answer = result.ok() ? *result : std::vector<TransitionRecord>{TransitionRecord{}};
        });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 20'000) ? *answer : std::vector<TransitionRecord>{{}, {}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
};

void TestHistory::transitionsComeBackNewestFirst()
{
    History history(path(), m_clock);
    QSignalSpy recorded(&history, &History::recorded);
    const TransitionRecord pending = transition(QStringLiteral("pending"), 1'000);
    const TransitionRecord firing = transition(QStringLiteral("firing"), 2'000);
    const TransitionRecord recovered = transition(QStringLiteral("recovered"), 2'000);
    TransitionRecord other = firing;
    other.fingerprint = QStringLiteral("f2");
    for (const auto &record : {pending, firing, recovered, other})
        history.record(record);
    QTRY_VERIFY(!recorded.isEmpty());
    QCOMPARE(recent(history), (std::vector{recovered, firing, pending}));
    QCOMPARE(recent(history, 1), std::vector{recovered});
}

void TestHistory::hostileTextIsKeptAsItIs()
{
    History history(path(), m_clock);
    QSignalSpy recorded(&history, &History::recorded);
    TransitionRecord record = transition(QStringLiteral("firing'); DROP TABLE alert_transition; --"), 1'000);
    record.alertname = QString();
    record.labelsJson = QStringLiteral("{\"ü\":\"\u202E\U0001F525\"}");
    history.record(record);
    QTRY_VERIFY(!recorded.isEmpty());
    QCOMPARE(recent(history), std::vector{record});
}

void TestHistory::recordsOfATurnAreOneTransaction()
{
    History history(path(), m_clock);
    QSignalSpy recorded(&history, &History::recorded);
    for (int i = 0; i < 5'000; ++i)
        history.record(transition(QStringLiteral("firing"), i));
    QCOMPARE(history.waiting(), 5'000);
    QTRY_COMPARE(recorded.size(), 1);
    QCOMPARE(history.waiting(), 0);
    QCOMPARE(recent(history, 10'000).size(), 5'000u);
}

void TestHistory::recordsOutliveTheEnd()
{
    const TransitionRecord firing = transition(QStringLiteral("firing"), 1'000);
    {
        History history(path(), m_clock);
        history.record(firing);
    }
    History history(path(), m_clock);
    QCOMPARE(recent(history), std::vector{firing});
}

void TestHistory::timeRangeIsInclusive()
{
    History history(path(), m_clock);
    for (const qint64 time : {500, 1'000, 2'000, 3'000})
        history.record(transition(QStringLiteral("firing"), time));
    std::vector<qint64> times;
    bool isAnswered = false;
    QTRY_COMPARE(history.waiting(), 0);
    history.transitionsBetween(fromEpochSeconds(1), fromEpochSeconds(2), 10, this, [&](const Result<std::vector<TransitionRecord>> &result) {
        isAnswered = result.ok();
        for (const auto &record : *result)
            times.push_back(record.wallMs);
    });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(times, (std::vector<qint64>{1'000, 2'000}));
}

void TestHistory::sourceStatesComeBack()
{
    History history(path(), m_clock);
    const SourceRecord stale{QStringLiteral("main"), QStringLiteral("stale"), QStringLiteral("connection refused"), 1'000};
    const SourceRecord blind{QStringLiteral("main"), QStringLiteral("blind"), QString(), 2'000};
    history.record(stale);
    history.record(blind);
    QTRY_COMPARE(history.waiting(), 0);
    std::vector<SourceRecord> states;
    history.recentSourceStates(QStringLiteral("main"), 10, this, [&states](const Result<std::vector<SourceRecord>> &result) { states = *result; });
    QTRY_COMPARE(states.size(), 2u);
    QCOMPARE(states, (std::vector{blind, stale}));
}

void TestHistory::pruneForgetsTheOld()
{
    const qint64 now = m_clock.wall().time_since_epoch().count();
    const qint64 day = 86'400'000;
    History history(path(), m_clock);
    const TransitionRecord kept = transition(QStringLiteral("firing"), now - 29 * day);
    history.record(transition(QStringLiteral("firing"), now - 31 * day));
    history.record(kept);
    QTRY_COMPARE(history.waiting(), 0);
    history.prune(30);
    QCOMPARE(recent(history), std::vector{kept});
}

void TestHistory::unwrittenRecordsWaitAndAreTriedAgain()
{
    const QString folder = m_folder->filePath(QStringLiteral("later"));
    History history(folder + QStringLiteral("/history.sqlite"), m_clock);
    QSignalSpy failed(&history, &History::failed);
    const TransitionRecord first = transition(QStringLiteral("pending"), 1'000);
    const TransitionRecord second = transition(QStringLiteral("firing"), 2'000);
    history.record(first);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, Error::Kind::NotFound);
    QCOMPARE(history.waiting(), 1);
    QVERIFY(QDir().mkpath(folder));
    history.record(second);
    QTRY_COMPARE(history.waiting(), 0);
    QCOMPARE(recent(history), (std::vector{second, first}));
    QCOMPARE(history.dropped(), 0);
}

WATCHFLOOR_TEST(TestHistory)
#include "tst_history.moc"
