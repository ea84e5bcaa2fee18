#include "models/workspace/discovery.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QSet>

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr size_t serviceLimit = 200;
constexpr size_t alertmanagerLimit = 20;
constexpr qsizetype addressesLimit = 1 << 20;
constexpr auto sourceName = "prometheus";

QString labelled(const QUrl &url)
{
    return url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
}

/// A service for each `service` label among the targets, and for each job of those that have none.
std::vector<Service> servicesOf(const std::vector<ScrapeTarget> &targets)
{
    std::map<QString, Service> services;
    for (const ScrapeTarget &target : targets) {
        const QString label = target.labels.contains(u"service") ? QStringLiteral("service") : QStringLiteral("job");
        const QString name = target.labels.value(label);
        if (!name.isEmpty() && services.size() < serviceLimit)
            services.try_emplace(name, Service{name, Labels{{label, name}}, {}, {}, {}});
    }
    std::vector<Service> list;
    for (auto &[name, service] : services)
        list.push_back(std::move(service));
    return list;
}

/// The bases of the Alertmanagers that a Prometheus sends to. Source: Prometheus documentation, HTTP API, Alertmanagers.
std::vector<QUrl> alertmanagersOf(const QByteArray &body)
{
    std::vector<QUrl> bases;
    const auto root = body.size() > addressesLimit ? nlohmann::json() : nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
    if (!root.is_object() || !root.contains("data") || !root["data"].is_object() || !root["data"].contains("activeAlertmanagers"))
        return bases;
    for (const auto &entry : root["data"]["activeAlertmanagers"]) {
        if (!entry.is_object() || !entry.contains("url") || !entry["url"].is_string() || bases.size() == alertmanagerLimit)
            continue;
        QUrl url(QString::fromStdString(entry["url"].get<std::string>()), QUrl::StrictMode);
        QString path = url.path();
        for (const QLatin1String suffix : {QLatin1String("/api/v2/alerts"), QLatin1String("/api/v1/alerts")})
            if (path.endsWith(suffix))
                path.chop(suffix.size());
        url.setPath(path);
        url.setQuery(QString());
        const bool usable = url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
        if (usable && url.userInfo().isEmpty() && std::find(bases.begin(), bases.end(), url) == bases.end())
            bases.push_back(url);
    }
    return bases;
}

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

} // namespace

/// Waits for three answers and for the names of Alertmanagers; what fails is left out.
class Discovery::Private
{
public:
    Private(QUrl address, PrometheusClient &prometheus)
        : url(std::move(address))
        , client(prometheus)
        , workspace(Discovery::initial(url))
    {
    }

    void addAlertmanager(const QUrl &base)
    {
        SourceSpec spec;
        const size_t known = workspace.sources.size();
        spec.name = known == 1 ? QStringLiteral("alertmanager") : QStringLiteral("alertmanager-%1").arg(known);
        spec.kind = SourceKind::Alertmanager;
        spec.target.base = base;
        // A Prometheus sends every alert to each of its Alertmanagers, so that each has them all.
        spec.cluster = QString::fromLatin1(sourceName);
        workspace.sources.push_back(spec);
    }

    QUrl url;
    PrometheusClient &client;
    Workspace workspace;
    int pending = 0;
    bool started = false;
};

Discovery::Discovery(QUrl url, PrometheusClient &client, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(url), client))
{
}

Discovery::~Discovery() = default;

Workspace Discovery::initial(const QUrl &url)
{
    Workspace workspace;
    workspace.name = labelled(url);
    SourceSpec spec;
    spec.name = QString::fromLatin1(sourceName);
    spec.target.base = url;
    workspace.sources.push_back(spec);
    return workspace;
}

void Discovery::start()
{
    if (std::exchange(d->started, true))
        return;
    const auto arrived = [this] {
        if (--d->pending == 0)
            Q_EMIT finished(d->workspace);
    };
    d->pending = 3;
    d->client.targets(this, [this, arrived](Result<std::vector<ScrapeTarget>> targets) {
        if (targets)
            d->workspace.services = servicesOf(*targets);
        arrived();
    });
    d->client.metadata(this, [this, arrived](Result<std::map<QString, MetricMetadata>> metadata) {
        if (metadata)
            d->workspace.dashboards = recognisedDashboards(*metadata, QString::fromLatin1(sourceName));
        arrived();
    });
    d->client.get(QStringLiteral("api/v1/alertmanagers"), this, [this, arrived](Result<QByteArray> body) {
        for (const QUrl &base : body ? alertmanagersOf(*body) : std::vector<QUrl>()) {
            // Names that only the Prometheus' own network knows, and its own loopback, are nothing that we could ask.
            if (isLoopback(base.host()) && !isLoopback(d->url.host()))
                continue;
            if (!QHostAddress(base.host()).isNull()) {
                d->addAlertmanager(base);
                continue;
            }
            ++d->pending;
            QHostInfo::lookupHost(base.host(), this, [this, arrived, base](const QHostInfo &host) {
                if (host.error() == QHostInfo::NoError && !host.addresses().isEmpty())
                    d->addAlertmanager(base);
                arrived();
            });
        }
        arrived();
    });
}

} // namespace Watchfloor
