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

QueryKey keyOf(const QString &expression)
{
    return {QStringLiteral("main"), expression, {}, {}};
}

const QueryKey versionKey = keyOf(QStringLiteral("app_build_info{service=\"payment\"}"));
const QueryKey startKey = keyOf(startTimeExpression(versionKey.expression));

/// The versions of one service, and what is said of them.
struct Payment
{
    Testing::FakeClock clock;
    QueryHub hub{clock};
    VersionWatch watch{hub};
    std::vector<Mark> marks;
    QStringList commits;
    int said = 0;

    Payment()
    {
        QObject::connect(&watch, &VersionWatch::observed, &watch, [this](const QString &, const Observation::Body &body) {
            ++said;
            if (const auto *mark = std::get_if<Mark>(&body))
                marks.push_back(*mark);
            if (const auto *version = std::get_if<ServiceVersion>(&body))
                commits << version->commit;
        });
        watch.setServices({{QStringLiteral("payment"), {}, {}, {}, versionKey.expression}}, QStringLiteral("main"));
    }
    void answer(const QueryKey &key, const Labels &labels, double value) { watch.handle(answerOf(key, labels, value), clock.wall()); }
    void tellCommit(const QString &commit) { answer(versionKey, {{QStringLiteral("commit"), commit}}, 1); }
};

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
    Payment payment;
    payment.tellCommit(QStringLiteral("9b31f02"));
    payment.answer(startKey, {}, 500);
    QCOMPARE(payment.marks.size(), size_t(0));
    QCOMPARE(payment.commits, QStringList{QStringLiteral("9b31f02")});
}

void TestVersionWatch::newCommitIsADeploy()
{
    Payment payment;
    for (const char *commit : {"9b31f02", "9b31f02", "4f1c9ae", "4f1c9ae"})
        payment.tellCommit(QString::fromLatin1(commit));
    QCOMPARE(payment.marks.size(), size_t(1));
    QCOMPARE(payment.marks.front().kind, Mark::Kind::Deploy);
    QCOMPARE(payment.marks.front().service, QStringLiteral("payment"));
    QVERIFY(payment.marks.front().text.contains(QStringLiteral("4f1c9ae")));
}

void TestVersionWatch::newStartTimeAloneIsARestart()
{
    Payment payment;
    for (const double start : {500.0, 500.4, 900.0, 900.0, noSample})
        payment.answer(startKey, {}, start);
    QCOMPARE(payment.marks.size(), size_t(1));
    QCOMPARE(payment.marks.front().kind, Mark::Kind::Restart);
    QCOMPARE(payment.marks.front().at, fromEpochSeconds(900));
}

void TestVersionWatch::otherQueriesAreLeftAlone()
{
    Payment payment;
    payment.answer(keyOf(QStringLiteral("up")), {{QStringLiteral("commit"), QStringLiteral("x")}}, 1);
    QCOMPARE(payment.said, 0);
}

WATCHFLOOR_TEST(TestVersionWatch)
#include "tst_versionwatch.moc"
