#include "models/session/sessionprivate.h"

#include <QPointer>
#include <QUrlQuery>

namespace Watchfloor {

namespace {

Error noSuchSource(const QString &source)
{
    return {Error::Kind::NotFound, QStringLiteral("no Prometheus and no metrics page of this name"), source};
}

} // namespace

void Session::evaluateRange(const QString &source, const QString &expression, TimeRange range, std::chrono::milliseconds step, QObject *context,
                            std::function<void(Result<QueryAnswer>)> handler)
{
    if (d->pages.hasSource(source))
        return handler(d->pages.evaluateRange(source, expression, range, step));
    PrometheusClient *client = d->prometheus(source);
    if (!client)
        return handler(noSuchSource(source));
    client->queryRange(expression, range, step, context, std::move(handler));
}

/// The list of names is whole, that of types may lack recorded metrics: both are asked.
void Session::listMetrics(const QString &source, QObject *context, std::function<void(Result<std::map<QString, MetricMetadata>>)> handler)
{
    if (d->pages.hasSource(source))
        return handler(d->pages.metrics(source));
    PrometheusClient *client = d->prometheus(source);
    if (!client)
        return handler(noSuchSource(source));
    client->labelValues(QStringLiteral("__name__"), {}, context, [this, source, context = QPointer<QObject>(context), handler = std::move(handler)](const Result<QStringList> &names) {
        PrometheusClient *again = context ? d->prometheus(source) : nullptr;
        if (!names || !again)
            return handler(names ? noSuchSource(source) : names.error());
        again->metadata(context, [names = *names, handler](const Result<std::map<QString, MetricMetadata>> &known) {
            std::map<QString, MetricMetadata> metrics;
            if (known)
                metrics = *known;
            std::map<QString, MetricMetadata> listed;
            for (const QString &name : names) {
                const auto found = metrics.find(name);
                listed.emplace(name, found == metrics.end() ? MetricMetadata() : found->second);
            }
            handler(std::move(listed));
        });
    });
}

void Session::listLabels(const QString &source, const QString &match, QObject *context, std::function<void(Result<QStringList>)> handler)
{
    if (d->pages.hasSource(source))
        return handler(d->pages.labels(source, match));
    PrometheusClient *client = d->prometheus(source);
    if (!client)
        return handler(noSuchSource(source));
    client->labelNames(match, context, std::move(handler));
}

void Session::listLabelValues(const QString &source, const QString &label, const QString &match, QObject *context,
                              std::function<void(Result<QStringList>)> handler)
{
    if (d->pages.hasSource(source))
        return handler(d->pages.labelValues(source, label, match));
    PrometheusClient *client = d->prometheus(source);
    if (!client)
        return handler(noSuchSource(source));
    client->labelValues(label, match, context, std::move(handler));
}

void Session::fetchApi(const QString &source, const QString &path, QObject *context, std::function<void(Result<QByteArray>)> handler)
{
    if (d->pages.hasSource(source))
        return handler(Error{Error::Kind::Unsupported, {}, source});
    PrometheusClient *client = d->prometheus(source);
    if (!client)
        return handler(Error{Error::Kind::NotFound, {}, source});
    const QUrl wanted(path, QUrl::StrictMode);
    client->get(wanted.path(QUrl::FullyEncoded).mid(1), context, std::move(handler), QUrlQuery(wanted).queryItems(QUrl::FullyDecoded));
}

void Session::listExemplars(const QString &source, const QString &expression, TimeRange range, QObject *context,
                            std::function<void(Result<std::vector<ExemplarSeries>>)> handler)
{
    if (d->pages.hasSource(source))
        return handler(Error{Error::Kind::Unsupported, {}, source});
    if (PrometheusClient *client = d->prometheus(source))
        return client->queryExemplars(expression, range, context, std::move(handler));
    handler(Error{Error::Kind::NotFound, {}, source});
}

} // namespace Watchfloor
