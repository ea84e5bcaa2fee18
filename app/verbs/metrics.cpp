#include "app/verbs/verbs.h"

#include "models/core/format.h"
#include "models/metrics/exposition.h"

#include <nlohmann/json.hpp>

#include <QFile>

#include <iostream>

namespace Watchfloor {

namespace {

nlohmann::json numberJson(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return value;
}

nlohmann::json labelsJson(const Labels &labels)
{
    nlohmann::json object = nlohmann::json::object();
    for (const auto &[name, value] : labels)
        object[name.toStdString()] = value.toStdString();
    return object;
}

nlohmann::json familyJson(const MetricFamily &family)
{
    nlohmann::json samples = nlohmann::json::array();
    for (const Sample &sample : family.samples) {
        nlohmann::json entry{{"name", sample.name.toStdString()}, {"labels", labelsJson(sample.labels)}, {"value", numberJson(sample.value)}};
        if (sample.timestamp)
            entry["timestamp"] = *sample.timestamp;
        if (sample.exemplar)
            entry["exemplar"] = {{"labels", labelsJson(sample.exemplar->labels)}, {"value", numberJson(sample.exemplar->value)}};
        samples.push_back(std::move(entry));
    }
    return {{"name", family.name.toStdString()},
            {"type", family.type.toStdString()},
            {"help", family.help.toStdString()},
            {"unit", family.unit.toStdString()},
            {"samples", std::move(samples)}};
}

int printPage(const ExpositionPage &page, bool json)
{
    if (json) {
        nlohmann::json out{{"families", nlohmann::json::array()}, {"faults", nlohmann::json::array()}};
        for (const MetricFamily &family : page.families)
            out["families"].push_back(familyJson(family));
        for (const ExpositionFault &fault : page.faults)
            out["faults"].push_back({{"line", fault.line}, {"message", fault.message.toStdString()}});
        std::cout << out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        return page.faults.empty() ? exitFine : exitFound;
    }
    for (const MetricFamily &family : page.families) {
        std::cout << family.name.toStdString() << " (" << family.type.toStdString() << ")  " << Format::safeText(family.help).toStdString() << '\n';
        for (const Sample &sample : family.samples)
            std::cout << "  " << sample.name.toStdString() << Format::safeText(sample.labels.toString(), 1'000).toStdString() << "  " << sample.value << '\n';
    }
    for (const ExpositionFault &fault : page.faults)
        std::cerr << "line " << fault.line << ": " << fault.message.toStdString() << '\n';
    return page.faults.empty() ? exitFine : exitFound;
}

} // namespace

int metricsFileVerb(const MetricsVerb &verb, const Invocation &invocation)
{
    QFile file(verb.fileOrUrl);
    const bool standardInput = verb.fileOrUrl == u"-";
    if (standardInput ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly)) {
        std::cerr << Format::sentence({Error::Kind::NotFound, file.errorString(), verb.fileOrUrl}).toStdString() << '\n';
        return exitCannot;
    }
    constexpr qint64 limit = 64 << 20;
    const QByteArray body = file.read(limit + 1);
    if (body.size() > limit) {
        std::cerr << Format::sentence({Error::Kind::TooLarge, Format::bytes(limit), verb.fileOrUrl}).toStdString() << '\n';
        return exitCannot;
    }
    const auto page = parseExposition(body, verb.openMetrics ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text);
    if (!page) {
        std::cerr << Format::sentence(page.error()).toStdString() << '\n';
        return exitCannot;
    }
    return printPage(*page, invocation.json);
}

} // namespace Watchfloor
