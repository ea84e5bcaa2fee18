#include "app/verbs/explainkinds.h"
#include "app/verbs/metricsjson.h"

#include "models/metrics/apifault.h"
#include "models/metrics/boundedjson.h"
#include "models/metrics/exposition.h"
#include "models/metrics/prometheusjson.h"

using namespace nlohmann::literals;

namespace Watchfloor::Explain {

namespace {

ExplainJson histogramJson(const HistogramPoint &point)
{
    ExplainJson buckets = ExplainJson::array();
    for (const auto &[boundaries, lower, upper, count] : point.histogram.buckets)
        buckets.push_back({int(boundaries), explainNumber(lower), explainNumber(upper), explainNumber(count)});
    return {explainNumber(point.time),
            ExplainJson{{"count", explainNumber(point.histogram.count)}, {"sum", explainNumber(point.histogram.sum)}, {"buckets", std::move(buckets)}}};
}

ExplainJson seriesJson(const Series &series)
{
    ExplainJson points = ExplainJson::array();
    for (size_t i = 0; i < series.size(); ++i)
        points.push_back(ExplainJson::array({explainNumber((*series.times)[i]), explainNumber(series.values[i])}));
    ExplainJson histograms = ExplainJson::array();
    for (const HistogramPoint &point : series.histograms)
        histograms.push_back(histogramJson(point));
    return {{"labels", metricLabelsJson(series.labels)}, {"points", std::move(points)}, {"histograms", std::move(histograms)}};
}

const char *typeName(QueryAnswer::Type type)
{
    switch (type) {
    case QueryAnswer::Type::Vector:
        return "vector";
    case QueryAnswer::Type::Matrix:
        return "matrix";
    case QueryAnswer::Type::Scalar:
        return "scalar";
    case QueryAnswer::Type::String:
        return "string";
    }
    return "";
}

/// A text has a moment, too, which the window has no use for.
ExplainJson textSeriesJson(const QueryAnswer &answer, const QByteArray &body)
{
    const auto json = parseBoundedJson(body);
    const auto time = json ? json->value("/data/result/0"_json_pointer, nlohmann::json()) : nlohmann::json();
    const ExplainJson at = time.is_number() ? explainNumber(time.get<double>()) : ExplainJson();
    return {{"labels", ExplainJson::object()},
            {"points", ExplainJson::array({ExplainJson::array({at, explainText(answer.text)})})},
            {"histograms", ExplainJson::array()}};
}

ExplainJson answerJson(const QueryAnswer &answer, const QByteArray &body)
{
    ExplainJson series = ExplainJson::array();
    for (const Series &one : answer.series)
        series.push_back(seriesJson(one));
    if (answer.type == QueryAnswer::Type::String)
        series.push_back(textSeriesJson(answer, body));
    ExplainJson json{{"resultType", typeName(answer.type)}, {"series", std::move(series)}, {"totalSeries", answer.totalSeries}};
    if (answer.type == QueryAnswer::Type::String)
        json["text"] = explainText(answer.text);
    json["warnings"] = explainTexts(answer.warnings);
    json["infos"] = explainTexts(answer.infos);
    return json;
}

}

Explanation metrics(const ExplainRequest &request)
{
    const auto format = request.text("format", QStringLiteral("text"));
    if (const auto *fault = std::get_if<ExplainFault>(&format))
        return *fault;
    const QString &name = std::get<QString>(format);
    if (name != u"text" && name != u"openmetrics")
        return ExplainFault{QStringLiteral("unknown format \"%1\"; there are text and openmetrics").arg(name.left(60))};
    const auto body = request.body();
    if (const auto *fault = std::get_if<ExplainFault>(&body))
        return *fault;
    const ExpositionPage page =
        readExposition(std::get<QByteArray>(body), name == u"text" ? ExpositionFormat::Text : ExpositionFormat::OpenMetrics);
    if (const auto refusal = page.refusal())
        return ExplainFault{refusal->message, refusal->line};
    ExplainJson families = ExplainJson::array();
    // Metadata without a sample are a metric in OpenMetrics alone.
    for (const MetricFamily &family : page.families)
        if (!family.samples.empty() || name != u"text")
            families.push_back(metricFamilyJson(family));
    ExplainJson answer{{"families", std::move(families)}};
    for (const ExpositionFault &fault : page.faults)
        answer["remarks"].push_back({{"line", fault.line}, {"message", explainText(fault.message)}});
    return answer;
}

/// An error of the server with or without data is a readable answer; what its status says counts where its body says nothing.
Explanation promqlAnswer(const ExplainRequest &request)
{
    const auto body = request.body();
    if (const auto *fault = std::get_if<ExplainFault>(&body))
        return *fault;
    const auto given = request.number("status");
    if (const auto *fault = std::get_if<ExplainFault>(&given))
        return *fault;
    const int status = int(std::get<std::optional<double>>(given).value_or(200));
    const auto &bytes = std::get<QByteArray>(body);
    const auto answer = parseQueryAnswer(bytes);
    const auto fault = apiFault(bytes);
    if (!answer && !fault) {
        const QString detail = answer.error().detail;
        return ExplainFault{status >= 400 ? QStringLiteral("HTTP status %1: %2").arg(status).arg(detail) : detail};
    }
    ExplainJson json = answer ? answerJson(*answer, bytes)
                              : ExplainJson{{"resultType", nullptr},
                                            {"series", ExplainJson::array()},
                                            {"warnings", explainTexts(fault->warnings)},
                                            {"infos", explainTexts(fault->infos)}};
    json["errorType"] = fault ? ExplainJson(explainText(fault->type)) : ExplainJson();
    json["error"] = fault ? ExplainJson(explainText(fault->text)) : ExplainJson();
    return json;
}

} // namespace Watchfloor::Explain
