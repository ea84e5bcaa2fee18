#include "app/verbs/metricsjson.h"

#include "models/core/jsonwriting.h"

namespace Watchfloor {

namespace {

ExplainJson timeJson(const std::optional<double> &time)
{
    return time ? explainNumber(*time) : ExplainJson();
}

ExplainJson sampleJson(const Sample &sample)
{
    ExplainJson json{{"name", explainText(sample.name)},
                     {"labels", metricLabelsJson(sample.labels, sample.emptyLabels)},
                     {"value", explainNumber(sample.value)},
                     {"timestamp", timeJson(sample.timestamp)},
                     {"exemplar", nullptr}};
    if (sample.exemplar)
        json["exemplar"] = {{"labels", metricLabelsJson(sample.exemplar->labels)},
                            {"value", explainNumber(sample.exemplar->value)},
                            {"timestamp", timeJson(sample.exemplar->timestamp)}};
    return json;
}

}

ExplainJson metricLabelsJson(const Labels &labels, const QStringList &empty)
{
    auto object = jsonMap<ExplainJson>(labels);
    for (const QString &name : empty)
        object[explainText(name)] = "";
    return object;
}

ExplainJson metricFamilyJson(const MetricFamily &family)
{
    ExplainJson samples = ExplainJson::array();
    for (const Sample &sample : family.samples)
        samples.push_back(sampleJson(sample));
    return {{"name", explainText(family.name)},
            {"type", explainText(family.type)},
            {"help", explainText(family.help)},
            {"unit", explainText(family.unit)},
            {"samples", std::move(samples)}};
}

} // namespace Watchfloor
