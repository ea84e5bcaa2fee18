#pragma once

#include "models/services/servicestore.h"
#include "tests/support/fakeclock.h"

namespace Watchfloor::Testing {

inline SourceSpec sourceOf(const char *name, SourceKind kind, const char *cluster = "", const char *service = "")
{
    SourceSpec spec;
    spec.name = QString::fromLatin1(name);
    spec.kind = kind;
    spec.cluster = QString::fromLatin1(cluster);
    spec.service = QString::fromLatin1(service);
    return spec;
}

inline Service serviceOf(const char *name, bool labelled = true)
{
    Service service;
    service.name = QString::fromLatin1(name);
    if (labelled)
        service.labels = {{QStringLiteral("service"), service.name}};
    return service;
}

inline Endpoint endpointOf(const char *group, const char *name)
{
    Endpoint endpoint;
    endpoint.group = QString::fromLatin1(group);
    endpoint.name = QString::fromLatin1(name);
    return endpoint;
}

inline OriginAlert alertOf(const char *name, const char *service, const char *severity = "critical",
                           OriginAlert::State state = OriginAlert::State::Firing)
{
    OriginAlert alert;
    alert.labels = {{QStringLiteral("alertname"), QString::fromLatin1(name)},
                    {QStringLiteral("service"), QString::fromLatin1(service)},
                    {QStringLiteral("severity"), QString::fromLatin1(severity)}};
    alert.state = state;
    return alert;
}

/// One service's part of an answer: its number, and how long before the answer it ended.
struct Part
{
    const char *service;
    double value = 1;
    std::chrono::milliseconds lag{};
};

/// Every store that services are judged by, and the answers that fill them. One Prometheus "main", asked every 15 s.
class World
{
public:
    FakeClock clock;
    SourceStore sources;
    HealthStore health;
    AlertStore alerts{sources};
    SloStore slos;
    SeriesStore series;
    ServiceStore services{sources, health, alerts, slos, series};

    explicit World(const std::vector<Service> &declared = {}, std::vector<SourceSpec> others = {})
    {
        std::vector<SourceSpec> all{sourceOf("main", SourceKind::Prometheus)};
        all.insert(all.end(), others.begin(), others.end());
        sources.setSources(all);
        services.setServices(declared, QStringLiteral("main"));
    }

    void answer(const char *source) { sources.apply(QString::fromLatin1(source), SourceAnswer{}, clock.now()); }
    void fail(const char *source)
    {
        sources.applyFailure(QString::fromLatin1(source), Error{Error::Kind::Refused, {}, {}}, clock.now());
    }
    void prometheusSays(const std::vector<OriginAlert> &list)
    {
        answer("main");
        alerts.apply(QStringLiteral("main"), PrometheusAlertsSnapshot{list, {}, {}}, clock.now(), clock.wall());
    }
    void probe(const char *key, State state)
    {
        ProbeResult result;
        result.endpoint = QString::fromLatin1(key);
        result.state = state;
        if (state == State::Blind)
            result.error = Error{Error::Kind::Truncated, {}, {}};
        health.apply(result, clock.now(), clock.wall());
    }
    void figures(const QueryKey &key, const std::vector<Part> &parts)
    {
        auto found = std::make_shared<QueryAnswer>();
        for (const Part &part : parts) {
            const double end = toEpochSeconds(clock.wall() - part.lag);
            Series line;
            line.labels = {{QStringLiteral("service"), QString::fromLatin1(part.service)}};
            line.times = std::make_shared<const std::vector<double>>(std::vector<double>{end - 15, end});
            line.values = {part.value, part.value};
            found->series.push_back(std::move(line));
        }
        series.apply({key, found, std::nullopt, {}, std::chrono::seconds(15)}, clock.now(), clock.wall());
    }
    void requestRates(const std::vector<Part> &parts) { figures(services.queriesOf({}).requestRate, parts); }
    void targets(const std::vector<Part> &parts) { figures(services.queries().back(), parts); }
    void failQuery(const QueryKey &key)
    {
        series.apply({key, nullptr, Error{Error::Kind::Timeout, {}, {}}, {}, std::chrono::seconds(15)}, clock.now(), clock.wall());
    }
    void budget(const char *objective, double errors)
    {
        SloSnapshot snapshot;
        snapshot.objective = QString::fromLatin1(objective);
        snapshot.errors = errors;
        snapshot.total = 1'000'000;
        for (const auto window : burnWindows)
            snapshot.burn.push_back({window, 0.0});
        slos.apply(snapshot, clock.now());
    }

    void update()
    {
        alerts.tick(clock.now(), clock.wall());
        services.update(clock.now());
    }
    const ServiceStatus &judged(const char *service)
    {
        update();
        return *services.find(QString::fromLatin1(service));
    }
};

} // namespace Watchfloor::Testing
