#include "app/verbs/metricsjson.h"
#include "app/verbs/verbs.h"

#include "app/workspacechoice.h"
#include "models/core/format.h"
#include "models/http/httpclient.h"
#include "models/metrics/exposition.h"

#include <QCoreApplication>
#include <QFile>

#include <iostream>

namespace Watchfloor {

namespace {

int printPage(const ExpositionPage &page, bool json)
{
    if (json) {
        ExplainJson out{{"families", ExplainJson::array()}, {"faults", ExplainJson::array()}};
        for (const MetricFamily &family : page.families)
            out["families"].push_back(metricFamilyJson(family));
        for (const ExpositionFault &fault : page.faults)
            out["faults"].push_back({{"line", fault.line}, {"message", fault.message.toStdString()}, {"remark", fault.isRemark}});
        std::cout << out.dump(-1, ' ', false, ExplainJson::error_handler_t::replace) << '\n';
        return page.refusal() ? exitFound : exitFine;
    }
    for (const MetricFamily &family : page.families) {
        std::cout << family.name.toStdString() << " (" << family.type.toStdString() << ")  " << Format::safeText(family.help).toStdString() << '\n';
        for (const Sample &sample : family.samples)
            std::cout << "  " << sample.name.toStdString() << Format::safeText(sample.labels.toString(), 1'000).toStdString() << "  " << sample.value << '\n';
    }
    for (const ExpositionFault &fault : page.faults)
        std::cerr << "line " << fault.line << ": " << fault.message.toStdString() << '\n';
    return page.refusal() ? exitFound : exitFine;
}

int cannot(const Error &error)
{
    std::cerr << Format::sentence(error).toStdString() << '\n';
    return exitCannot;
}

int printBody(const QByteArray &body, ExpositionFormat format, bool json)
{
    const auto page = parseExposition(body, format);
    return page ? printPage(*page, json) : cannot(page.error());
}

int readFile(const MetricsVerb &verb, ExpositionFormat format, bool json)
{
    QFile file(verb.fileOrUrl);
    const bool standardInput = verb.fileOrUrl == u"-";
    if (standardInput ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly))
        return cannot({Error::Kind::NotFound, file.errorString(), verb.fileOrUrl});
    const qint64 limit = bodyLimit(BodyKind::Metrics);
    const QByteArray body = file.read(limit + 1);
    if (body.size() > limit)
        return cannot({Error::Kind::TooLarge, Format::bytes(limit), verb.fileOrUrl});
    return printBody(body, format, json);
}

int readUrl(const QUrl &url, const MetricsVerb &verb, bool json)
{
    const SystemClock clock;
    HttpClient http(HttpTarget{.base = url}, clock, std::make_shared<SystemSecretResolver>());
    HttpRequest request;
    request.url = url;
    request.kind = BodyKind::Metrics;
    http.send(std::move(request), HttpClient::Lane::Urgent, &http, [&verb, json](const Result<HttpResponse> &response) {
        if (!response)
            return QCoreApplication::exit(cannot(response.error()));
        if (response->contentType == "text/html")
            return QCoreApplication::exit(cannot({Error::Kind::NotExpected, QStringLiteral("HTML page"), verb.fileOrUrl}));
        const auto format = verb.openMetrics ? ExpositionFormat::OpenMetrics : expositionFormat(response->contentType);
        QCoreApplication::exit(printBody(response->body, format, json));
    });
    return QCoreApplication::exec();
}

} // namespace

int metricsVerb(const MetricsVerb &verb, const Invocation &invocation)
{
    if (const auto url = givenUrl(verb.fileOrUrl))
        return readUrl(*url, verb, invocation.json);
    return readFile(verb, verb.openMetrics ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text, invocation.json);
}

} // namespace Watchfloor
