#pragma once

#include "tests/support/mutation.h"

/// Answers of query and query_range as Prometheus and VictoriaMetrics write them, by a seed, and what becomes of a body on a bad
/// way: for tests that hold parsers together and for fuzzers.
namespace Watchfloor::Testing {

inline QByteArray valueText(std::mt19937 &random)
{
    static const char *const special[] = {"NaN", "+Inf", "-Inf", "0", "-0", "1e-05"};
    return random() % 8 == 0 ? QByteArray(special[random() % 6]) : QByteArray::number(double(random()) / 65537.0, 'g', 3 + int(random() % 15));
}

inline QByteArray quotedValue(std::mt19937 &random)
{
    return '"' + valueText(random) + '"';
}

inline QByteArray histogramText(std::mt19937 &random)
{
    QByteArray text = "{\"count\":" + quotedValue(random) + ",\"sum\":" + quotedValue(random);
    const int buckets = int(random() % 4);
    for (int i = 0; i < buckets; ++i)
        text += QByteArray(i ? "," : ",\"buckets\":[") + '[' + QByteArray::number(uint(random() % 4)) + ',' + quotedValue(random) + ','
                + quotedValue(random) + ',' + quotedValue(random) + ']';
    return text + (buckets ? "]}" : "}");
}

inline QByteArray timeText(int i, std::mt19937 &random)
{
    return QByteArray::number(1795228980 + i * 15) + (random() % 2 ? ".055" : "");
}

inline QByteArray tailText(std::mt19937 &random)
{
    QByteArray tail;
    if (random() % 4 == 0)
        tail += R"--(,"warnings":["a \"quoted\" warning"])--";
    if (random() % 4 == 0)
        tail += R"--(,"infos":["metric might not be a counter: \"x\" (1:6)","two"])--";
    if (random() % 8 == 0)
        tail += R"(,"stats":{"seriesFetched":"2","executionTimeMsec":0})";
    return tail;
}

inline QByteArray labelsText(int s)
{
    return "{\"metric\":{\"__name__\":\"rate\",\"instance\":\"host-" + QByteArray::number(s) + ":9100\",\"zone\":\"\xc3\xbc\"}";
}

inline QByteArray envelope(const QByteArray &type, const QByteArray &result, const QByteArray &tail = {})
{
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"" + type + "\",\"result\":[" + result + "]}" + tail + "}";
}

inline QByteArray matrixBody(int series, int samples, unsigned seed)
{
    std::mt19937 random(seed);
    QByteArray result;
    for (int s = 0; s < series; ++s) {
        result += (s ? "," : "") + labelsText(s) + ",\"values\":[";
        for (int i = 0; i < samples; ++i)
            result += (i ? ",[" : "[") + timeText(i, random) + ',' + quotedValue(random) + ']';
        result += "]";
        if (random() % 4 == 0) {
            result += ",\"histograms\":[";
            for (int i = 0; i < samples; ++i)
                result += (i ? ",[" : "[") + timeText(i, random) + ',' + histogramText(random) + ']';
            result += "]";
        }
        result += "}";
    }
    return envelope("matrix", result, tailText(random));
}

inline QByteArray vectorBody(int series, unsigned seed)
{
    std::mt19937 random(seed);
    QByteArray result;
    for (int s = 0; s < series; ++s) {
        const bool histogram = random() % 3 == 0;
        result += (s ? "," : "") + labelsText(s) + (histogram ? ",\"histogram\":[" : ",\"value\":[") + timeText(0, random) + ','
                  + (histogram ? histogramText(random) : quotedValue(random)) + "]}";
    }
    return envelope("vector", result, tailText(random));
}

/// What is put in where an answer is spoilt.
inline const std::vector<QByteArray> answerTokens{"\"", "\\", "[", "]", "{", "}", ",", ":", "null", "-", ".", "0", "1e5", "NaN", "Inf", "\"1\"", " ", "\n",
                                        "\xff", "\xc3", QByteArray(1, '\0'), "[1,\"2\"]", "\"values\"", "\"value\"", "true", "\\u00e9", "9999999999999", "\"histograms\"", "\"count\"",
                                        ",\"data\":{}", ",\"status\":\"error\"", "1e-999"};

} // namespace Watchfloor::Testing
