#include "models/session/versionwatch.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

namespace {

QuerySnapshot answerOf(const QueryKey &key, Labels labels, double value)
{
    auto answer = std::make_shared<QueryAnswer>();
    Series series;
    series.labels = std::move(labels);
    series.times = std::make_shared<const std::vector<double>>(std::vector<double>{1'000});
    series.values = {value};
    answer->series.push_back(std::move(series));
    QuerySnapshot snapshot;
    snapshot.key = key;
    snapshot.answer = answer;
    return snapshot;
}

} // namespace

class TestVersionWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startTimeKeepsTheSelector_data();
    void startTimeKeepsTheSelector();
    void whatIsSeenFirstIsNoEvent();
    void newCommitIsADeploy();
    void newStartTimeAloneIsARestart();
    void otherQueriesAreLeftAlone();

private:
    QueryKey versionKey() const { return {QStringLiteral("main"), QStringLiteral("app_build_info{service=\"payment\"}"), {}, {}}; }
    QueryKey startKey() const { return {QStringLiteral("main"), startTimeExpression(versionKey().expression), {}, {}}; }
    Testing::FakeClock m_clock;
};

void TestVersionWatch::startTimeKeepsTheSelector_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("start");
    QTest::newRow("selector") << QStringLiteral("app_build_info{service=\"a\"}") << QStringLiteral("max(process_start_time_seconds{service=\"a\"})");
    QTest::newRow("bare") << QStringLiteral("app_build_info") << QStringLiteral("max(process_start_time_seconds)");
}

void TestVersionWatch::startTimeKeepsTheSelector()
{
    QFETCH(QString, version);
    QFETCH(QString, start);
    QCOMPARE(startTimeExpression(version), start);
}

void TestVersionWatch::whatIsSeenFirstIsNoEvent()
{
    QueryHub hub(m_clock);
    VersionWatch watch(hub);
    int marks = 0;
    QStringList commits;
    connect(&watch, &VersionWatch::observed, this, [&](const QString &, const Observation::Body &body) {
        marks += std::holds_alternative<Mark>(body) ? 1 : 0;
        if (const auto *version = std::get_if<ServiceVersion>(&body))
            commits << version->commit;
    });
    watch.setServices({{QStringLiteral("payment"), {}, {}, {}, versionKey().expression}}, QStringLiteral("main"));
    watch.handle(answerOf(versionKey(), {{QStringLiteral("commit"), QStringLiteral("9b31f02")}}, 1), m_clock.wall());
    watch.handle(answerOf(startKey(), {}, 500), m_clock.wall());
    QCOMPARE(marks, 0);
    QCOMPARE(commits, QStringList{QStringLiteral("9b31f02")});
}

void TestVersionWatch::newCommitIsADeploy()
{
    QueryHub hub(m_clock);
    VersionWatch watch(hub);
    std::vector<Mark> marks;
    connect(&watch, &VersionWatch::observed, this, [&](const QString &, const Observation::Body &body) {
        if (const auto *mark = std::get_if<Mark>(&body))
            marks.push_back(*mark);
    });
    watch.setServices({{QStringLiteral("payment"), {}, {}, {}, versionKey().expression}}, QStringLiteral("main"));
    for (const char *commit : {"9b31f02", "9b31f02", "4f1c9ae", "4f1c9ae"})
        watch.handle(answerOf(versionKey(), {{QStringLiteral("commit"), QLatin1String(commit)}}, 1), m_clock.wall());
    QCOMPARE(marks.size(), size_t(1));
    QCOMPARE(marks.front().kind, Mark::Kind::Deploy);
    QCOMPARE(marks.front().service, QStringLiteral("payment"));
    QVERIFY(marks.front().text.contains(QStringLiteral("4f1c9ae")));
}

void TestVersionWatch::newStartTimeAloneIsARestart()
{
    QueryHub hub(m_clock);
    VersionWatch watch(hub);
    std::vector<Mark> marks;
    connect(&watch, &VersionWatch::observed, this, [&](const QString &, const Observation::Body &body) {
        if (const auto *mark = std::get_if<Mark>(&body))
            marks.push_back(*mark);
    });
    watch.setServices({{QStringLiteral("payment"), {}, {}, {}, versionKey().expression}}, QStringLiteral("main"));
    for (const double start : {500.0, 500.4, 900.0, 900.0, noSample})
        watch.handle(answerOf(startKey(), {}, start), m_clock.wall());
    QCOMPARE(marks.size(), size_t(1));
    QCOMPARE(marks.front().kind, Mark::Kind::Restart);
    QCOMPARE(marks.front().at, fromEpochSeconds(900));
}

void TestVersionWatch::otherQueriesAreLeftAlone()
{
    QueryHub hub(m_clock);
    VersionWatch watch(hub);
    int said = 0;
    connect(&watch, &VersionWatch::observed, this, [&] { ++said; });
    watch.setServices({{QStringLiteral("payment"), {}, {}, {}, versionKey().expression}}, QStringLiteral("main"));
    watch.handle(answerOf({QStringLiteral("main"), QStringLiteral("up"), {}, {}}, {{QStringLiteral("commit"), QStringLiteral("x")}}, 1), m_clock.wall());
    QCOMPARE(said, 0);
}

WATCHFLOOR_TEST(TestVersionWatch)
#include "tst_versionwatch.moc"
