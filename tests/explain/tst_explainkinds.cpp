#include "app/verbs/explain.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

namespace {

ExplainJson answerTo(const ExplainJson &question)
{
    return ExplainJson::parse(explainLine(question.dump()));
}

/// `expected` as JSON, and each of its members in `answer` as it is there.
bool holds(const ExplainJson &answer, const QByteArray &expected)
{
    const ExplainJson members = ExplainJson::parse(expected.toStdString());
    for (const auto &[key, value] : members.items())
        if (!answer.contains(key) || answer[key] != value)
            return false;
    return true;
}

}

class TestExplainKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metricsGiveFamilies()
    {
        const ExplainJson answer = answerTo({{"kind", "metrics"},
                                             {"text", "# HELP nobody knows\n# HELP a about\n# TYPE a gauge\na{x=\"1\",y=\"\"} NaN 1500\na -Inf\nb 0.5\na -Inf\n"}});
        QVERIFY(answer["ok"] == ExplainJson(true));
        QVERIFY(answer["families"] == ExplainJson::parse(R"([
            {"name":"a","type":"gauge","help":"about","unit":"","samples":[
                {"name":"a","labels":{"x":"1","y":""},"value":"NaN","timestamp":1.5,"exemplar":null},
                {"name":"a","labels":{},"value":"-Inf","timestamp":null,"exemplar":null},
                {"name":"a","labels":{},"value":"-Inf","timestamp":null,"exemplar":null}]},
            {"name":"b","type":"untyped","help":"","unit":"","samples":[
                {"name":"b","labels":{},"value":0.5,"timestamp":null,"exemplar":null}]}])"));
        QVERIFY(answer["remarks"][0]["line"] == ExplainJson(7));
    }

    void openMetricsIsReadStrictly()
    {
        const std::string page = "# TYPE n_bytes counter\n# UNIT n_bytes bytes\nn_bytes_total 3 7.5 # {t=\"x\"} 2 7.25\n# EOF\n";
        const ExplainJson answer = answerTo({{"kind", "metrics"}, {"format", "openmetrics"}, {"text", page}});
        QVERIFY(answer["families"] == ExplainJson::parse(R"([{"name":"n_bytes","type":"counter","help":"","unit":"bytes","samples":[
            {"name":"n_bytes_total","labels":{},"value":3,"timestamp":7.5,"exemplar":{"labels":{"t":"x"},"value":2,"timestamp":7.25}}]}])"));
        const ExplainJson refused = answerTo({{"kind", "metrics"}, {"format", "openmetrics"}, {"text", "n 1\nn  2\n# EOF\n"}});
        QVERIFY(refused["ok"] == ExplainJson(false));
        QVERIFY(refused["line"] == ExplainJson(2));
        const ExplainJson cut = answerTo({{"kind", "metrics"}, {"format", "openmetrics"}, {"text", "n 1\n"}});
        QVERIFY(cut["error"].get<std::string>().find("EOF") != std::string::npos);
        QVERIFY(answerTo({{"kind", "metrics"}, {"format", "protobuf"}, {"text", ""}})["ok"] == ExplainJson(false));
    }

    void answersAreGivenWithTheirPoints_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *body, const char *expected) { QTest::newRow(name) << QByteArray(body) << QByteArray(expected); };
        row("matrix", R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1.5,"NaN"],[3,"+Inf"],[4,"-Inf"],[5,"1e3"]]}]}})",
            R"({"ok":true,"resultType":"matrix","series":[{"labels":{"a":"b"},"points":[[1.5,"NaN"],[3,"+Inf"],[4,"-Inf"],[5,1000]],"histograms":[]}],"warnings":[],"infos":[],"errorType":null,"error":null})");
        row("histogram", R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"histogram":[7,{"count":"3","sum":"NaN","buckets":[[3,"-1","1","3"]]}]}]}})",
            R"({"resultType":"vector","series":[{"labels":{},"points":[],"histograms":[[7,{"count":3,"sum":"NaN","buckets":[[3,-1,1,3]]}]]}]})");
        row("scalar", R"({"status":"success","data":{"resultType":"scalar","result":[1,"2.5"]}})",
            R"({"resultType":"scalar","series":[{"labels":{},"points":[[1,2.5]],"histograms":[]}]})");
        row("string", R"({"status":"success","data":{"resultType":"string","result":[1,"words"]}})", R"({"resultType":"string","series":[{"labels":{},"points":[[1,"words"]],"histograms":[]}],"text":"words"})");
        row("remarks", R"({"status":"success","data":{"resultType":"vector","result":[]},"warnings":["w"],"infos":["i"]})",
            R"({"series":[],"warnings":["w"],"infos":["i"],"error":null})");
        row("error", R"({"status":"error","errorType":"bad_data","error":"1:4: bad: thing","warnings":["w"]})",
            R"({"ok":true,"resultType":null,"series":[],"warnings":["w"],"errorType":"bad_data","error":"1:4: bad: thing"})");
        row("error with data", R"({"status":"error","errorType":"internal","error":"half","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"2"]}]}})",
            R"({"ok":true,"series":[{"labels":{},"points":[[1,2]],"histograms":[]}],"errorType":"internal","error":"half"})");
    }
    void answersAreGivenWithTheirPoints()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        const ExplainJson answer = answerTo({{"kind", "promql-answer"}, {"text", body.toStdString()}, {"status", 200}});
        QVERIFY2(holds(answer, expected), answer.dump().c_str());
    }

    void unreadableAnswersAreRefused()
    {
        const ExplainJson page = answerTo({{"kind", "promql-answer"}, {"text", "<html></html>"}, {"status", 502}});
        QVERIFY(page["ok"] == ExplainJson(false));
        QVERIFY(page["error"].get<std::string>().find("502") != std::string::npos);
        const ExplainJson wrong = answerTo(
            {{"kind", "promql-answer"}, {"text", R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,2]}]}})"}});
        QVERIFY(wrong["ok"] == ExplainJson(false));
        QVERIFY(answerTo({{"kind", "promql-answer"}, {"text", "{}"}, {"status", "200"}})["ok"] == ExplainJson(false));
    }

    void valuesAreWrittenInTheirUnit()
    {
        QVERIFY(holds(answerTo({{"kind", "value"}, {"unit", "percentunit"}, {"value", 0.1234}, {"decimals", 1}}), R"({"ok":true,"text":"12.3%"})"));
        QVERIFY(holds(answerTo({{"kind", "value"}, {"unit", "bytes"}, {"value", 1536}, {"decimals", nullptr}}), R"({"ok":true,"text":"1.50 KiB"})"));
        QVERIFY(holds(answerTo({{"kind", "value"}, {"unit", "dateTimeAsIso"}, {"value", 0}, {"timeZone", "utc"}}), R"({"text":"1970-01-01 00:00:00"})"));
        for (const ExplainJson &value : {ExplainJson("much"), ExplainJson(true), ExplainJson::array()})
            QVERIFY(answerTo({{"kind", "value"}, {"unit", "s"}, {"value", value}})["ok"] == ExplainJson(false));
        QVERIFY(answerTo({{"kind", "value"}, {"unit", "s"}, {"value", 1}, {"decimals", 1e300}})["ok"] == ExplainJson(false));
        QVERIFY(answerTo({{"kind", "value"}, {"unit", "dateTimeAsIso"}, {"value", 0}, {"timeZone", "Nowhere/Land"}})["ok"] == ExplainJson(false));
    }

    void durationsAreInSeconds()
    {
        QVERIFY(holds(answerTo({{"kind", "duration"}, {"text", "14d"}}), R"({"ok":true,"seconds":1209600,"text":"2w"})"));
        QVERIFY(holds(answerTo({{"kind", "duration"}, {"text", "3w2d1h"}, {"dialect", "prometheus"}}), R"({"seconds":1990800,"text":"23d1h"})"));
        QVERIFY(holds(answerTo({{"kind", "duration"}, {"text", "324ms"}}), R"({"seconds":0.324,"text":"324ms"})"));
        for (const char *text : {"", "1", "1.5d", "-1w", "1y1m1d", "294y"})
            QVERIFY(answerTo({{"kind", "duration"}, {"text", text}})["ok"] == ExplainJson(false));
        QVERIFY(answerTo({{"kind", "duration"}, {"text", "1s"}, {"dialect", "roman"}})["ok"] == ExplainJson(false));
        QVERIFY(holds(answerTo({{"kind", "duration"}, {"text", "2Q"}, {"dialect", "openslo"}}), R"({"ok":true,"seconds":15552000,"text":"180d"})"));
    }

    void intervalsAreReckoned()
    {
        const ExplainJson answer = answerTo({{"kind", "interval"}, {"from", 1700000000}, {"to", 1700003600}, {"scrapeInterval", "15s"},
                                             {"maxDataPoints", 1000}, {"intervalMs", 15000}, {"expr", "rate(x[$__rate_interval])"}});
        QVERIFY(holds(answer, R"({"ok":true,"step":15,"rateInterval":60,"from":1699999995,"to":1700003595})"));
        QVERIFY(answer["expr"] == ExplainJson("rate(x[1m0s])"));
        QVERIFY(answerTo({{"kind", "interval"}, {"from", 1}})["ok"] == ExplainJson(false));
        QVERIFY(answerTo({{"kind", "interval"}, {"from", 1}, {"to", 2}, {"minStep", "soon"}})["ok"] == ExplainJson(false));
        QVERIFY(answerTo({{"kind", "interval"}, {"from", 1e300}, {"to", 2}})["ok"] == ExplainJson(false));
    }
};

WATCHFLOOR_TEST(TestExplainKinds)
#include "tst_explainkinds.moc"
