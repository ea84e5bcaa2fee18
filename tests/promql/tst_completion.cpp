#include "models/promql/completion.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

namespace {

PromVocabulary vocabulary()
{
    PromVocabulary known;
    known.metrics[QStringLiteral("http_requests_total")] = {QStringLiteral("counter"), QStringLiteral("Requests served.")};
    known.metrics[QStringLiteral("process_start_time_seconds")] = {};
    known.metrics[QStringLiteral("rate_limit")] = {};
    known.metrics[QStringLiteral("up")] = {};
    known.labels = {QStringLiteral("instance"), QStringLiteral("job"), QStringLiteral("service")};
    known.metricLabels[QStringLiteral("up")] = {QStringLiteral("job")};
    known.labelValues[QStringLiteral("job")] = {QStringLiteral("api"), QStringLiteral("it's \"quoted\"")};
    return known;
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The cursor is where the bar stands.
    void offers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("replaced");
        QTest::newRow("a metric by its start") << "http|" << "http_requests_total" << 4;
        QTest::newRow("a metric by a later word") << "start|" << "process_start_time_seconds" << 5;
        QTest::newRow("a metric by letters in their order") << "hrt|" << "http_requests_total" << 3;
        QTest::newRow("a function before a metric") << "rat|" << "rate(" << 3;
        QTest::newRow("an aggregation") << "su|" << "sum(" << 2;
        QTest::newRow("inside of a function") << "rate(http|" << "http_requests_total" << 4;
        QTest::newRow("in the middle") << "up + u| * 2" << "up" << 1;
        QTest::newRow("a label of the metric") << "up{|" << "job" << 0;
        QTest::newRow("any label where the metric's are not known") << "http_requests_total{s|" << "service" << 1;
        QTest::newRow("a label after by") << "sum by (inst|" << "instance" << 4;
        QTest::newRow("a label after on") << "up / on(j|" << "job" << 1;
        QTest::newRow("an operator") << "up{job |" << "=" << 0;
        QTest::newRow("a value") << "up{job=|" << "\"api\"" << 0;
        QTest::newRow("a value in an open quote") << "up{job=\"a|" << "\"api\"" << 2;
        QTest::newRow("a value with quotes of its own") << "up{job=~\"quo|" << "\"it's \\\"quoted\\\"\"" << 4;
        QTest::newRow("a duration") << "rate(up[5|" << "5m" << 1;
        QTest::newRow("a keyword after an operand") << "sum(up) b|" << "by" << 1;
    }
    void offers()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(int, replaced);
        const qsizetype cursor = text.indexOf(u'|');
        const PromCompletion completion = completed(text.remove(cursor, 1), cursor, vocabulary());
        QVERIFY(!completion.suggestions.empty());
        QCOMPARE(completion.suggestions.front().text, first);
        QCOMPARE(int(completion.length), replaced);
        QCOMPARE(completion.start + completion.length, cursor);
    }

    void offersNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("in a comment") << "up # ht|";
        QTest::newRow("nothing like it") << "zzz|";
        QTest::newRow("after a value") << "up{job=\"a\"|";
    }
    void offersNothing()
    {
        QFETCH(QString, text);
        const qsizetype cursor = text.indexOf(u'|');
        QVERIFY(completed(text.remove(cursor, 1), cursor, vocabulary()).suggestions.empty());
    }

    void saysWhatItWouldNeed()
    {
        QCOMPARE(completed(QStringLiteral("up{service=\""), 12, vocabulary()).wantsValuesOf, QStringLiteral("service"));
        QCOMPARE(completed(QStringLiteral("http_requests_total{"), 20, vocabulary()).wantsLabelsOf, QStringLiteral("http_requests_total"));
    }

    void aLabelThatIsThereIsNotOfferedAgain()
    {
        const PromCompletion completion = completed(QStringLiteral("http_requests_total{job=\"a\", "), 29, vocabulary());
        QCOMPARE(completion.suggestions.size(), size_t(2));
    }

    void survivesAnyCursor()
    {
        const QString text = QStringLiteral("sum by (job) (rate(http_requests_total{job=~\"a.*\", service!=''}[5m] offset 1h)) # end");
        for (qsizetype at = -1; at <= text.size() + 1; ++at) {
            const PromCompletion completion = completed(text, at, vocabulary());
            QVERIFY(completion.start >= 0 && completion.start + completion.length <= text.size());
        }
    }
};

WATCHFLOOR_TEST(TestCompletion)
#include "tst_completion.moc"
