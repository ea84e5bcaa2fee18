#include "models/metrics/apifault.h"
#include "models/metrics/answerscanner.h"
#include "models/metrics/prometheusjson.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/metrics/sameanswer.h"
#include "tests/support/answerbodies.h"

namespace Watchfloor::Testing {

namespace {

std::vector<QByteArray> answerSeeds()
{
    std::vector<QByteArray> seeds{
        envelope("scalar", "1,\"2\""), envelope("string", "1,\"words\""), envelope("vector", "", ",\"isPartial\":true"),
        "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"late\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}"};
    for (unsigned seed = 1; seed < 12; ++seed)
        seeds.push_back(seed % 3 ? matrixBody(1 + int(seed % 3), int(seed % 5), seed) : vectorBody(1 + int(seed % 4), seed));
    return seeds;
}

QString faultOf(const QueryAnswer &answer)
{
    for (const Series &series : answer.series) {
        if (!series.times || series.times->size() != series.values.size())
            return QStringLiteral("as many times as values");
        if (!std::is_sorted(series.times->begin(), series.times->end(), std::less_equal<>()))
            return QStringLiteral("times ascend");
        const auto later = [](const HistogramPoint &a, const HistogramPoint &b) { return a.time <= b.time; };
        if (!std::is_sorted(series.histograms.begin(), series.histograms.end(), later))
            return QStringLiteral("times of histograms ascend");
    }
    return answer.totalSeries < answer.series.size() ? QStringLiteral("no fewer series than there are") : QString();
}

/// The scanner and the general parser say the same, and times ascend.
QString readAnswer(const QByteArray &bytes)
{
    const auto scanned = scanQueryAnswer(bytes, seriesLimit);
    const auto general = parseQueryAnswerGenerally(bytes);
    if (scanned && !general)
        return QStringLiteral("the scanner takes what the general parser refuses");
    if (scanned)
        if (const QString difference = differenceOf(*scanned, *general); !difference.isEmpty())
            return difference;
    if (!general)
        return general.error().detail.isEmpty() ? QStringLiteral("an error says something") : QString();
    if (general->error.has_value() != apiFault(bytes).has_value())
        return QStringLiteral("both readers know of the error");
    return faultOf(*general);
}

std::vector<QByteArray> exemplarSeeds()
{
    return {R"({"status":"success","data":[{"seriesLabels":{"__name__":"a"},"exemplars":[{"labels":{"trace_id":"b"},"value":"6","timestamp":1795228988.5}]}]})",
            R"({"status":"success","data":[]})", R"({"status":"error","errorType":"bad_data","error":"no"})"};
}

QString readExemplars(const QByteArray &bytes)
{
    const auto answer = parseExemplars(bytes);
    if (!answer)
        return answer.error().detail.isEmpty() ? QStringLiteral("an error says something") : QString();
    for (const ExemplarSeries &series : *answer)
        for (const Exemplar &exemplar : series.exemplars)
            if (!exemplar.timestamp)
                return QStringLiteral("an exemplar has a time");
    return {};
}

}

Fuzzer answerFuzzer()
{
    return {"answer", answerSeeds, [] { return answerTokens; }, readAnswer, 20'000};
}

Fuzzer exemplarFuzzer()
{
    return {"exemplars", exemplarSeeds, [] { return answerTokens; }, readExemplars, 4'000};
}

} // namespace Watchfloor::Testing
