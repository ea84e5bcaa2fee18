#include "models/metrics/metricssource.h"

#include "models/metrics/parallelparse.h"

namespace Watchfloor {

namespace {

/// NaN when no sample matches.
double sumOf(const ExpositionPage &page, QStringView sampleName, const Labels &match)
{
    double sum = std::numeric_limits<double>::quiet_NaN();
    for (const MetricFamily &family : page.families) {
        if (!sampleName.startsWith(family.name))
            continue;
        for (const Sample &sample : family.samples)
            if (sample.name == sampleName && sample.labels.containsAll(match))
                sum = std::isnan(sum) ? sample.value : sum + sample.value;
    }
    return sum;
}

Result<ExpositionPage> pageOf(const HttpResponse &response)
{
    if (response.contentType == "text/html")
        return Error{Error::Kind::NotExpected, QStringLiteral("HTML page"), {}};
    Result<ExpositionPage> page = parseExposition(response.body, expositionFormat(response.contentType));
    if (page && page->families.empty())
        return Error{Error::Kind::NotExpected, QStringLiteral("the page holds no metrics"), {}};
    return page;
}

}

double MetricsSnapshot::sum(QStringView sampleName, const Labels &match) const
{
    return page ? sumOf(*page, sampleName, match) : std::numeric_limits<double>::quiet_NaN();
}

double MetricsSnapshot::rate(QStringView sampleName, const Labels &match) const
{
    if (!page || !previous || elapsed.count() <= 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double now = sumOf(*page, sampleName, match);
    const double before = sumOf(*previous, sampleName, match);
    const double increase = now < before ? now : now - before;
    return increase * 1000.0 / double(elapsed.count());
}

MetricsSource::MetricsSource(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

void MetricsSource::poll()
{
    if (m_underWay)
        return;
    m_underWay = true;
    HttpRequest request;
    request.url = m_http.target().base;
    request.kind = BodyKind::Metrics;
    m_http.send(std::move(request), HttpClient::Lane::Urgent, this, [this](Result<HttpResponse> response) {
        if (!response)
            return handlePage(response.error());
        const qsizetype size = response->body.size();
        parseSomewhere<ExpositionPage>(
            this, size, [answer = *std::move(response)] { return pageOf(answer); },
            [this](Result<ExpositionPage> page) { handlePage(std::move(page)); });
    });
}

void MetricsSource::handlePage(Result<ExpositionPage> page)
{
    m_underWay = false;
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    const Instant now = MonotonicClock::now();
    MetricsSnapshot snapshot;
    snapshot.page = std::make_shared<const ExpositionPage>(*std::move(page));
    snapshot.previous = m_previous;
    if (m_previous)
        snapshot.elapsed = now - m_previousAt;
    m_previous = snapshot.page;
    m_previousAt = now;
    Q_EMIT finished(snapshot);
}

} // namespace Watchfloor
