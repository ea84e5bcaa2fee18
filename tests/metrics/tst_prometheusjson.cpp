#include "models/metrics/prometheusjson.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

namespace {

QByteArray envelope(const QByteArray &type, const QByteArray &result, const QByteArray &more = {})
{
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"" + type + "\",\"result\":" + result + "}" + more + "}";
}

QByteArray vectorOf(const QByteArray &value)
{
    return envelope("vector", "[{\"metric\":{\"__name__\":\"up\"},\"value\":[1795228988.963,\"" + value + "\"]}]");
}

}

class TestPrometheusJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedVectorIsRead()
    {
        const auto answer = parseQueryAnswer(
            R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up","instance":"127.0.0.1:19999","job":"dead","service":"payments"},"value":[1795228988.963,"0"]}]}})");
        QVERIFY(answer.ok());
        QCOMPARE(answer->type, QueryAnswer::Type::Vector);
        QCOMPARE(answer->series.size(), size_t(1));
        QCOMPARE(answer->totalSeries, size_t(1));
        QCOMPARE(answer->series[0].labels.value(u"service"), QStringLiteral("payments"));
        QCOMPARE(answer->series[0].times->front(), 1795228988.963);
        QCOMPARE(answer->series[0].values, std::vector<double>{0});
    }

    void recordedMatrixSharesItsGrid()
    {
        const auto answer = parseQueryAnswer(envelope(
            "matrix", R"([{"metric":{"a":"1"},"values":[[0,"+Inf"],[1,"1e-05"]]},{"metric":{"a":"2"},"values":[[0,"2"],[1,"-Inf"]]},)"
                      R"({"metric":{"a":"3"},"values":[[1,"3"]]}])"));
        QVERIFY(answer.ok());
        QCOMPARE(answer->series.size(), size_t(3));
        QCOMPARE(answer->series[0].times.get(), answer->series[1].times.get());
        QVERIFY(answer->series[2].times.get() != answer->series[1].times.get());
        QCOMPARE(answer->series[0].values[0], std::numeric_limits<double>::infinity());
        QCOMPARE(answer->series[0].values[1], 1e-05);
        QCOMPARE(answer->series[1].values[1], -std::numeric_limits<double>::infinity());
    }

    void recordedScalarAndStringAreRead()
    {
        const auto scalar = parseQueryAnswer(envelope("scalar", R"([1795228988.964,"1"])"));
        QVERIFY(scalar.ok());
        QCOMPARE(scalar->type, QueryAnswer::Type::Scalar);
        QCOMPARE(scalar->series.at(0).last(), 1.0);
        const auto text = parseQueryAnswer(envelope("string", R"([1795228988.964,"abc"])"));
        QVERIFY(text.ok());
        QCOMPARE(text->type, QueryAnswer::Type::String);
        QCOMPARE(text->text, QStringLiteral("abc"));
        QVERIFY(text->series.empty());
    }

    void emptyVectorIsAnAnswerWithoutSeries()
    {
        for (const char *result : {"[]", "null"}) {
            const auto answer = parseQueryAnswer(envelope("vector", result));
            QVERIFY(answer.ok());
            QVERIFY(answer->series.empty());
            QCOMPARE(answer->totalSeries, size_t(0));
        }
    }

    void valuesKeepTheirMeaning_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("expected");
        QTest::newRow("integer") << QByteArray("42") << 42.0;
        QTest::newRow("seventeen digits") << QByteArray("0.30000000000000004") << 0.30000000000000004;
        QTest::newRow("small exponent") << QByteArray("5e-324") << 5e-324;
        QTest::newRow("largest") << QByteArray("1.7976931348623157e+308") << 1.7976931348623157e+308;
        QTest::newRow("infinity") << QByteArray("+Inf") << std::numeric_limits<double>::infinity();
        QTest::newRow("infinity without sign") << QByteArray("Inf") << std::numeric_limits<double>::infinity();
        QTest::newRow("NaN") << QByteArray("NaN") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("minus zero") << QByteArray("-0") << -0.0;
        QTest::newRow("words in small letters") << QByteArray("-infinity") << -std::numeric_limits<double>::infinity();
        QTest::newRow("NaN in small letters") << QByteArray("nan") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("leading plus") << QByteArray("+1") << 1.0;
        QTest::newRow("no digit before the point") << QByteArray(".5") << 0.5;
        QTest::newRow("no digit behind the point") << QByteArray("-5.") << -5.0;
        QTest::newRow("too small for a double") << QByteArray("-1e-999") << -0.0;
        QTest::newRow("too small by its digits") << QByteArray("0." + QByteArray(400, '0') + "1") << 0.0;
        QTest::newRow("hexadecimal") << QByteArray("-0x1.8p1") << -3.0;
        QTest::newRow("underscores") << QByteArray("1_000.5") << 1000.5;
    }
    void valuesKeepTheirMeaning()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, expected);
        const auto answer = parseQueryAnswer(vectorOf(text));
        QVERIFY(answer.ok());
        const double value = answer->series.at(0).values.at(0);
        QVERIFY(std::isnan(expected) ? std::isnan(value) : value == expected);
        QCOMPARE(std::signbit(value), std::signbit(expected));
    }

    void valuesThatAreNoNumbersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", " 1", "1 ", "0x10", "0x1p99999", "1,5", "_1", "1_", "1__0", "1e999", "-1e999", "-NaN", "+nan", "--1", "+-1", "1e", "1e+", ".", "+",
                                 "in", "infi", "Info", "0x", "0xp1", "1p3", "1_e5"})
            QTest::newRow(qPrintable(QStringLiteral("\"%1\"").arg(QLatin1String(text)))) << QByteArray(text);
    }
    void valuesThatAreNoNumbersAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto answer = parseQueryAnswer(vectorOf(text));
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, Error::Kind::Malformed);
    }

    void faultyAnswersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        const QByteArray whole = vectorOf("1");
        QTest::newRow("empty") << QByteArray() << Error::Kind::Malformed;
        QTest::newRow("blank") << QByteArray(" \n") << Error::Kind::Malformed;
        QTest::newRow("truncated") << whole.chopped(3) << Error::Kind::Malformed;
        QTest::newRow("text behind") << QByteArray(whole + "x") << Error::Kind::Malformed;
        QTest::newRow("HTML") << QByteArray("<html></html>") << Error::Kind::Malformed;
        QTest::newRow("a list") << QByteArray("[]") << Error::Kind::Malformed;
        QTest::newRow("a number") << QByteArray("5") << Error::Kind::Malformed;
        QTest::newRow("no status") << QByteArray(R"({"data":{"resultType":"vector","result":[]}})") << Error::Kind::Malformed;
        QTest::newRow("no data") << QByteArray(R"({"status":"success"})") << Error::Kind::Malformed;
        QTest::newRow("result is text") << envelope("vector", "\"x\"") << Error::Kind::Malformed;
        QTest::newRow("series is text") << envelope("vector", "[\"x\"]") << Error::Kind::Malformed;
        QTest::newRow("metric is a list") << envelope("vector", R"([{"metric":[],"value":[1,"1"]}])") << Error::Kind::Malformed;
        QTest::newRow("label is a number") << envelope("vector", R"([{"metric":{"a":1},"value":[1,"1"]}])") << Error::Kind::Malformed;
        QTest::newRow("value is a number") << envelope("vector", R"([{"metric":{},"value":[1,1]}])") << Error::Kind::Malformed;
        QTest::newRow("time is text") << envelope("vector", R"([{"metric":{},"value":["1","1"]}])") << Error::Kind::Malformed;
        QTest::newRow("time too large") << envelope("vector", R"([{"metric":{},"value":[1e999,"1"]}])") << Error::Kind::Malformed;
        QTest::newRow("sample of one") << envelope("vector", R"([{"metric":{},"value":[1]}])") << Error::Kind::Malformed;
        QTest::newRow("sample of three") << envelope("vector", R"([{"metric":{},"value":[1,"1",2]}])") << Error::Kind::Malformed;
        QTest::newRow("vector without value") << envelope("vector", R"([{"metric":{}}])") << Error::Kind::Malformed;
        QTest::newRow("vector with values") << envelope("vector", R"([{"metric":{},"values":[[1,"1"]]}])") << Error::Kind::Malformed;
        QTest::newRow("matrix with value") << envelope("matrix", R"([{"metric":{},"value":[1,"1"]}])") << Error::Kind::Malformed;
        QTest::newRow("scalar as list of series") << envelope("scalar", R"([{"metric":{},"value":[1,"1"]}])") << Error::Kind::Malformed;
        QTest::newRow("vector as scalar") << envelope("vector", R"([1,"1"])") << Error::Kind::Malformed;
        QTest::newRow("unknown type") << envelope("streams", "[]") << Error::Kind::Unsupported;
        QTest::newRow("million brackets") << QByteArray(1'000'000, '[') << Error::Kind::Malformed;
        QTest::newRow("deep in an unknown key")
            << QByteArray("{\"status\":\"success\",\"x\":" + QByteArray(1000, '[') + QByteArray(1000, ']') + "}") << Error::Kind::Malformed;
    }
    void faultyAnswersAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(Error::Kind, kind);
        const auto answer = parseQueryAnswer(body);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, kind);
        QVERIFY(!answer.error().detail.isEmpty());
    }

    void apiErrorBecomesTheError_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("bad data") << QByteArray("bad_data") << Error::Kind::Rejected;
        QTest::newRow("execution") << QByteArray("execution") << Error::Kind::Rejected;
        QTest::newRow("time-out") << QByteArray("timeout") << Error::Kind::Timeout;
        QTest::newRow("not ready") << QByteArray("unavailable") << Error::Kind::Starting;
        QTest::newRow("internal") << QByteArray("internal") << Error::Kind::Server;
    }
    void apiErrorBecomesTheError()
    {
        QFETCH(QByteArray, type);
        QFETCH(Error::Kind, kind);
        const QByteArray body = "{\"status\":\"error\",\"errorType\":\"" + type + "\",\"error\":\"1:4: parse error: bad\"}";
        const auto answer = parseQueryAnswer(body);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, kind);
        QVERIFY(answer.error().detail.contains(QLatin1String("1:4: parse error: bad")));
        QCOMPARE(apiError(body), std::optional(answer.error()));
        QVERIFY(!apiError("{\"status\":\"success\",\"data\":[]}"));
        QVERIFY(!apiError("no JSON"));
    }

    void errorWithDataKeepsBoth()
    {
        QByteArray body = vectorOf("7");
        body.replace("\"success\"", "\"error\",\"errorType\":\"internal\",\"error\":\"one shard is away\"");
        const auto answer = parseQueryAnswer(body);
        QVERIFY(answer.ok());
        QCOMPARE(answer->series.at(0).last(), 7.0);
        QVERIFY(answer->error.has_value());
        QVERIFY(answer->error->detail.contains(QLatin1String("one shard is away")));
    }

    void warningsAndInfosAreKept()
    {
        const auto answer = parseQueryAnswer(envelope("vector", "[]", R"(,"warnings":["w1","w2"],"infos":["i1"],"isPartial":true)"));
        QVERIFY(answer.ok());
        QCOMPARE(answer->warnings.size(), 3);
        QCOMPARE(answer->infos, QStringList{QStringLiteral("i1")});
        QVERIFY(answer->warnings.last().contains(QLatin1String("partial")));
    }

    void otherLayoutsReadTheSame()
    {
        const auto plain = parseQueryAnswer(vectorOf("1.5"));
        const auto spaced = parseQueryAnswer(
            R"( { "data" : { "result" : [ { "value" : [ 1795228988.963 , "1.5" ] , "extra" : {"a":[1,{}]}, "metric" : { "__name__" : "up" } } ] , "stats": {"timings": {"x": 0.5}},)"
            R"("resultType" : "vector" } , "status" : "success" })");
        QVERIFY(plain.ok());
        QVERIFY(spaced.ok());
        QCOMPARE(*spaced, *plain);
    }

    void nativeHistogramsAreRead()
    {
        const QByteArray histogram = R"([1.5,{"count":"7","sum":"-2.5","buckets":[[1,"-1","-0.5","2"],[3,"-0.25","0.25","1"],[0,"0.5","+Inf","4"]]}])";
        const auto vector = parseQueryAnswer(envelope("vector", "[{\"metric\":{\"a\":\"1\"},\"histogram\":" + histogram
                                                                    + "},{\"metric\":{\"a\":\"2\"},\"value\":[1,\"2\"]}]"));
        QVERIFY(vector.ok());
        QVERIFY(vector->warnings.isEmpty());
        QCOMPARE(vector->series.size(), size_t(2));
        const Series &first = vector->series[0];
        QCOMPARE(first.size(), size_t(0));
        QVERIFY(first.times && first.times->empty());
        QVERIFY(std::isnan(first.last()));
        const HistogramPoint expected{1.5,
                                      {7,
                                       -2.5,
                                       {{HistogramBucket::Boundaries::OpenRight, -1, -0.5, 2},
                                        {HistogramBucket::Boundaries::ClosedBoth, -0.25, 0.25, 1},
                                        {HistogramBucket::Boundaries::OpenLeft, 0.5, std::numeric_limits<double>::infinity(), 4}}}};
        QVERIFY(first.histograms == std::vector<HistogramPoint>{expected});
        QVERIFY(vector->series[1].histograms.empty());
        const auto mixed = parseQueryAnswer(envelope("matrix", "[{\"metric\":{},\"values\":[[0,\"4\"]],\"histograms\":[" + histogram + "]}]"));
        QVERIFY(mixed.ok());
        QCOMPARE(mixed->series.at(0).last(), 4.0);
        QVERIFY(mixed->series.at(0).histograms == std::vector<HistogramPoint>{expected});
        const auto bare = parseQueryAnswer(envelope("matrix", R"([{"metric":{},"histograms":[[2,{"sum":"NaN","count":"0"}],[1,{"count":"1","sum":"1"}]]}])"));
        QVERIFY(bare.ok());
        QCOMPARE(bare->series.at(0).histograms.size(), size_t(2));
        QCOMPARE(bare->series.at(0).histograms[0].time, 1.0);
        QVERIFY(std::isnan(bare->series.at(0).histograms[1].histogram.sum));
    }

    void faultyHistogramsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("histogram");
        QTest::newRow("no count") << QByteArray(R"([1,{"sum":"1"}])");
        QTest::newRow("no sum") << QByteArray(R"([1,{"count":"1"}])");
        QTest::newRow("count is a number") << QByteArray(R"([1,{"count":1,"sum":"1"}])");
        QTest::newRow("sum is a word") << QByteArray(R"([1,{"count":"1","sum":"much"}])");
        QTest::newRow("a number in its place") << QByteArray(R"([1,"1"])");
        QTest::newRow("nothing behind the time") << QByteArray(R"([1])");
        QTest::newRow("three members") << QByteArray(R"([1,{"count":"1","sum":"1"},2])");
        QTest::newRow("buckets are an object") << QByteArray(R"([1,{"count":"1","sum":"1","buckets":{}}])");
        QTest::newRow("bucket of three") << QByteArray(R"([1,{"count":"1","sum":"1","buckets":[[0,"1","2"]]}])");
        QTest::newRow("bucket of five") << QByteArray(R"([1,{"count":"1","sum":"1","buckets":[[0,"1","2","3","4"]]}])");
        QTest::newRow("boundaries as text") << QByteArray(R"([1,{"count":"1","sum":"1","buckets":[["0","1","2","3"]]}])");
        QTest::newRow("unknown boundaries") << QByteArray(R"([1,{"count":"1","sum":"1","buckets":[[4,"1","2","3"]]}])");
        QTest::newRow("bound as a number") << QByteArray(R"([1,{"count":"1","sum":"1","buckets":[[0,1,"2","3"]]}])");
    }
    void faultyHistogramsAreRefused()
    {
        QFETCH(QByteArray, histogram);
        const auto answer = parseQueryAnswer(envelope("vector", "[{\"metric\":{},\"histogram\":" + histogram + "}]"));
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, Error::Kind::Malformed);
    }

    void samplesAreSortedAndEachTimeCountsOnce()
    {
        const auto answer = parseQueryAnswer(envelope("matrix", R"([{"metric":{},"values":[[3,"3"],[1,"1"],[2,"2"],[1,"9"]]}])"));
        QVERIFY(answer.ok());
        QCOMPARE(*answer->series.at(0).times, (std::vector<double>{1, 2, 3}));
        QCOMPARE(answer->series.at(0).values, (std::vector<double>{9, 2, 3}));
    }

    void foreignTextIsKeptVisibly()
    {
        const auto escaped = parseQueryAnswer(envelope("vector", "[{\"metric\":{\"a\":\"x\\\"\\\\\\n\\u0000\\u00e9\"},\"value\":[1,\"1\"]}]"));
        QVERIFY(escaped.ok());
        QCOMPARE(escaped->series.at(0).labels.value(u"a"), QString::fromUtf8("x\"\\\n\0\xc3\xa9", 7));
        const auto broken = parseQueryAnswer(envelope("vector", "[{\"metric\":{\"a\":\"x\xff\"},\"value\":[1,\"1\"]},"
                                                                "{\"metric\":{\"a\":\"x\"},\"value\":[1,\"1\"]}]"));
        QVERIFY(broken.ok());
        QCOMPARE(broken->series.size(), size_t(2));
        QCOMPARE(broken->series.at(0).labels.value(u"a"), QStringLiteral("x\uFFFD"));
    }

    void seriesBeyondTheCapAreCountedNotKept_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<size_t>("count");
        QTest::newRow("scanner") << QByteArray() << seriesLimit + 5;
        QTest::newRow("general") << QByteArray(", \"stats\":{}") << seriesLimit + 5;
        QTest::newRow("a million") << QByteArray() << size_t(1'000'000);
    }
    void seriesBeyondTheCapAreCountedNotKept()
    {
        QFETCH(QByteArray, more);
        QFETCH(size_t, count);
        QByteArray list = "[";
        for (size_t i = 0; i < count; ++i)
            list += (i ? ",{\"metric\":{\"i\":\"" : "{\"metric\":{\"i\":\"") + QByteArray::number(qulonglong(i)) + "\"},\"value\":[1,\"1\"]}";
        const auto answer = parseQueryAnswer(envelope("vector", list + "]", more));
        QVERIFY(answer.ok());
        QCOMPARE(answer->series.size(), seriesLimit);
        QCOMPARE(answer->totalSeries, count);
        QCOMPARE(answer->warnings, QStringList{QStringLiteral("cut at %1 of %2 series").arg(seriesLimit).arg(count)});
    }
};

WATCHFLOOR_TEST(TestPrometheusJson)
#include "tst_prometheusjson.moc"
