#include "models/direct/evaluation.h"
#include "tests/direct/pages.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <cmath>

using namespace Watchfloor;

namespace {

WallTime second(int number)
{
    return WallTime(std::chrono::seconds(1'000 + number));
}

/// A minute of a service polled every second: 5 requests a second, a tenth of them failing; a restart at second 30.
PageHistory minute()
{
    PageHistory history;
    for (int i = 0; i <= 60; ++i) {
        const int counted = i < 30 ? i : i - 30;
        const QByteArray text = "requests_total{code=\"200\"} " + QByteArray::number(counted * 5) + "\nrequests_total{code=\"500\"} " + QByteArray::number(counted * 0.5)
            + "\nqueue{shard=\"a\"} 3\nqueue{shard=\"b\"} 7\nlimit{shard=\"a\"} 6\nlimit{shard=\"b\"} 7\n"
              "seconds_bucket{le=\"0.1\"} 50\nseconds_bucket{le=\"0.5\"} 90\nseconds_bucket{le=\"+Inf\"} 100\n"
            + (i < 40 ? "left 1\n" : "");
        history.append(Testing::page(text), second(i));
    }
    return history;
}

QString textOf(const QueryAnswer &answer)
{
    QStringList lines;
    for (const Series &series : answer.series)
        lines << (series.labels.isEmpty() ? QString() : series.labels.toString()) + u'=' + QString::number(series.values.front(), 'g', 6);
    lines.sort();
    return lines.join(u' ');
}

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("expected");
        QTest::newRow("value") << "queue{shard=\"a\"}" << 60 << "{__name__=\"queue\", shard=\"a\"}=3";
        QTest::newRow("between two polls the one before") << "requests_total{code=\"200\"}" << 10 << "{__name__=\"requests_total\", code=\"200\"}=50";
        QTest::newRow("before the first poll nothing") << "queue" << -1 << "";
        QTest::newRow("long after the last nothing") << "queue" << 200 << "";
        QTest::newRow("what the last poll did not have is gone") << "left" << 60 << "";
        QTest::newRow("and was there") << "left" << 30 << "{__name__=\"left\"}=1";
        QTest::newRow("offset") << "left offset 30s" << 60 << "{__name__=\"left\"}=1";
        QTest::newRow("rate") << "rate(requests_total{code=\"200\"}[20s])" << 25 << "{code=\"200\"}=5";
        QTest::newRow("rate over a restart") << "rate(requests_total{code=\"200\"}[10s])" << 34 << "{code=\"200\"}=4.44444";
        QTest::newRow("increase") << "increase(requests_total{code=\"200\"}[20s])" << 25 << "{code=\"200\"}=100";
        QTest::newRow("irate") << "irate(requests_total{code=\"500\"}[20s])" << 25 << "{code=\"500\"}=0.5";
        QTest::newRow("resets") << "resets(requests_total{code=\"200\"}[1m])" << 60 << "{code=\"200\"}=1";
        QTest::newRow("one sample has no rate") << "rate(requests_total[1s])" << 0 << "";
        QTest::newRow("average over time") << "avg_over_time(requests_total{code=\"200\"}[3s])" << 10 << "{code=\"200\"}=45";
        QTest::newRow("sum") << "sum(queue)" << 60 << "=10";
        QTest::newRow("sum by") << "sum by (shard) (queue)" << 60 << "{shard=\"a\"}=3 {shard=\"b\"}=7";
        QTest::newRow("sum without") << "sum without (shard) (queue)" << 60 << "=10";
        QTest::newRow("count, max, avg") << "count(queue) + max(queue) + avg(queue)" << 60 << "=14";
        QTest::newRow("topk") << "topk(1, queue)" << 60 << "{__name__=\"queue\", shard=\"b\"}=7";
        QTest::newRow("ratio of sums") << "sum(rate(requests_total{code=\"500\"}[20s])) / sum(rate(requests_total[20s]))" << 25 << "=0.0909091";
        QTest::newRow("matched by labels") << "queue / limit" << 60 << "{shard=\"a\"}=0.5 {shard=\"b\"}=1";
        QTest::newRow("comparison filters") << "queue > 5" << 60 << "{__name__=\"queue\", shard=\"b\"}=7";
        QTest::newRow("comparison with bool") << "queue > bool 5" << 60 << "{shard=\"a\"}=0 {shard=\"b\"}=1";
        QTest::newRow("the scalar at the left") << "10 - queue" << 60 << "{shard=\"a\"}=7 {shard=\"b\"}=3";
        QTest::newRow("and") << "queue and on(shard) limit > 6" << 60 << "{__name__=\"queue\", shard=\"b\"}=7";
        QTest::newRow("unless") << "queue unless on(shard) (limit > 6)" << 60 << "{__name__=\"queue\", shard=\"a\"}=3";
        QTest::newRow("or") << "(queue > 5) or queue" << 60 << "{__name__=\"queue\", shard=\"a\"}=3 {__name__=\"queue\", shard=\"b\"}=7";
        QTest::newRow("group left") << "queue * on() group_left() sum(limit)" << 60 << "{shard=\"a\"}=39 {shard=\"b\"}=91";
        QTest::newRow("quantile of a histogram") << "histogram_quantile(0.7, seconds_bucket)" << 60 << "=0.3";
        QTest::newRow("quantile in the open bucket") << "histogram_quantile(0.99, seconds_bucket)" << 60 << "=0.5";
        QTest::newRow("quantile in the first bucket") << "histogram_quantile(0.25, seconds_bucket)" << 60 << "=0.05";
        QTest::newRow("a number") << "2 ^ 3 - 1" << 60 << "=7";
        QTest::newRow("negation") << "-sum(queue)" << 60 << "=-10";
        QTest::newRow("clamp") << "clamp_max(sum(queue), 4)" << 60 << "=4";
        QTest::newRow("round") << "round(sum(queue) / 4, 0.5)" << 60 << "=2.5";
        QTest::newRow("absent") << "absent(nothing)" << 60 << "=1";
        QTest::newRow("scalar") << "scalar(sum(queue))" << 60 << "=10";
    }
    void evaluates()
    {
        QFETCH(QString, expression);
        QFETCH(int, at);
        static const PageHistory history = minute();
        const auto parsed = parsePromql(expression);
        QVERIFY(parsed.ok());
        QVERIFY(!unsupportedPart(**parsed));
        const auto answer = evaluatePage(*parsed, history, second(at));
        QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().detail));
        QTEST(textOf(*answer), "expected");
    }

    void saysWhatItCannot_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("word");
        QTest::newRow("subquery") << "max_over_time(queue[1m:1s])" << "subquery";
        QTest::newRow("at") << "queue @ 5" << "@";
        QTest::newRow("an unknown function") << "holt_winters(queue[1m], 1, 1)" << "holt_winters";
        QTest::newRow("count_values") << "count_values(\"x\", queue)" << "count_values";
        QTest::newRow("inside of another") << "sum(label_replace(queue, \"a\", \"b\", \"c\", \"d\"))" << "label_replace";
    }
    void saysWhatItCannot()
    {
        QFETCH(QString, expression);
        QFETCH(QString, word);
        const auto parsed = parsePromql(expression);
        QVERIFY(parsed.ok());
        const auto part = unsupportedPart(**parsed);
        QVERIFY(part);
        QCOMPARE(part->kind, Error::Kind::Unsupported);
        QVERIFY2(part->detail.contains(word), qPrintable(part->detail));
    }

    void refusesWhatHasNoMeaning_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::newRow("several on one side") << "queue / on() limit";
        QTest::newRow("a range function without a range") << "rate(queue)";
        QTest::newRow("text for a number") << "topk(queue, queue)";
    }
    void refusesWhatHasNoMeaning()
    {
        QFETCH(QString, expression);
        const auto parsed = parsePromql(expression);
        QVERIFY(parsed.ok());
        QVERIFY(!evaluatePage(*parsed, minute(), second(60)).ok());
    }
};

WATCHFLOOR_TEST(TestEvaluation)
#include "tst_evaluation.moc"
