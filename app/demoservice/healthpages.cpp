#include "app/demoservice/healthpages.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

constexpr double errorLimit = 0.01;
constexpr double latencyLimitSeconds = 0.1;

nlohmann::ordered_json opening(const char *status, const ServiceIdentity &identity)
{
    return {{"status", status},
            {"service", identity.service.toStdString()},
            {"commit", identity.commit.toStdString()},
            {"version", identity.version.toStdString()}};
}

QByteArray bytesOf(const nlohmann::ordered_json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

const char *worded(bool good)
{
    return good ? "healthy" : "degraded";
}

} // namespace

HealthPage systemPage(const ServiceIdentity &identity, const ServicePlan &plan, double p95Seconds, double uptimeSeconds)
{
    const bool fewErrors = plan.errorRatio <= errorLimit;
    const bool quick = p95Seconds <= latencyLimitSeconds;
    auto body = opening(worded(fewErrors && quick), identity);
    body["uptimeSeconds"] = uptimeSeconds;
    body["checks"] = {{"errors", {{"status", worded(fewErrors)}, {"ratio", plan.errorRatio}}},
                      {"latency", {{"status", worded(quick)}, {"p95Ms", p95Seconds * 1000}}}};
    return {200, bytesOf(body)};
}

HealthPage databasePage(const ServiceIdentity &identity, const std::optional<CacheHealth> &cache, const QString &error)
{
    auto body = opening(cache ? "healthy" : "unhealthy", identity);
    if (!cache) {
        body["checks"] = {{"redis", {{"status", "unhealthy"}, {"error", error.toStdString()}}}};
        return {503, bytesOf(body)};
    }
    body["checks"] = {{"redis",
                       {{"status", "healthy"},
                        {"ping", "PONG"},
                        {"latencyMs", double(cache->latency.count()) / 1000},
                        {"keys", cache->keys},
                        {"namespace", "unified_attrs"},
                        {"namespaceKeys", cache->namespaceKeys}}}};
    return {200, bytesOf(body)};
}

HealthPage externalPage(const ServiceIdentity &identity, const ServicePlan &plan)
{
    auto body = opening("healthy", identity);
    body["services"] = nlohmann::ordered_json::object();
    for (const QString &name : plan.external)
        body["services"][name.toStdString()] = {{"status", "healthy"}, {"latencyMs", 120}};
    return {200, bytesOf(body)};
}

} // namespace Watchfloor
