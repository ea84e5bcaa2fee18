#include "models/stack/demoservices.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr double badLatencyFactor = 5.3;
constexpr qint64 day = 86'400;

QByteArray releaseText(const DemoService &service, int number, double errorRatio, double latencyMs)
{
    nlohmann::ordered_json plan = {
        {"version", "2.4." + std::to_string(number)},
        {"requestsPerSecond", service.requestsPerSecond},
        {"errorRatio", errorRatio},
        {"latencyMs", latencyMs},
        {"ordersPerRequest", service.ordersPerRequest},
        {"memoryLimitBytes", 268'435'456},
        {"external", nlohmann::ordered_json::array()},
    };
    if (!service.external.isEmpty())
        plan["external"].push_back(service.external.toStdString());
    return QByteArray::fromStdString(plan.dump(4)) + '\n';
}

} // namespace

const std::vector<DemoService> &demoServices()
{
    static const std::vector<DemoService> services{
        {u"api-gateway"_s, 120, 2e-4, 12, 0, {},
         {u"Route hotel and taxi through the new pool"_s, u"Keep connections to the shop open"_s, u"Log the upstream's name"_s},
         u"Rewrite the retry middleware"_s},
        {u"auth"_s, 60, 8e-5, 9, 0, {},
         {u"Sign tokens with the new key"_s, u"Refuse passwords from the breach list"_s, u"Shorten the session cookie"_s},
         u"Check roles on every request"_s},
        {u"payment"_s, 40, 1e-5, 18, 0.6, u"stripe"_s,
         {u"Log the authorisation id"_s, u"Round amounts in the customer's currency"_s, u"Cap the Stripe client pool at 64"_s},
         u"Retry card authorisation"_s},
        {u"ecommerce"_s, 80, 3e-4, 16, 0.05, {},
         {u"Show stock in the product list"_s, u"Cache the category tree"_s, u"Sort search results by margin"_s},
         u"Load reviews with the product"_s},
        {u"hotel"_s, 25, 2e-4, 20, 0.04, {},
         {u"Hold a room for ten minutes"_s, u"Ask the channel manager once"_s, u"Send the voucher as PDF"_s},
         u"Price rooms per guest"_s},
        {u"taxi"_s, 30, 1.5e-4, 17, 0.1, {},
         {u"Match drivers within four kilometres"_s, u"Estimate the fare before the ride"_s, u"Tell the driver of changes"_s},
         u"Stream positions every second"_s},
    };
    return services;
}

const DemoService *demoService(const QString &name)
{
    const auto &all = demoServices();
    const auto found = std::find_if(all.begin(), all.end(), [&name](const DemoService &one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<DemoIncident> &demoIncidents()
{
    static const std::vector<DemoIncident> incidents{
        {u"payment"_s, 19 * day + 7'320, 540, 0.05},
        {u"api-gateway"_s, 19 * day + 7'320, 540, 0.012},
        {u"payment"_s, 6 * day + 39'600, 840, 0.024},
        {u"hotel"_s, 6 * day + 39'600, 840, 0.3},
    };
    return incidents;
}

QByteArray goodRelease(const DemoService &service, int number)
{
    return releaseText(service, number, service.errorRatio, service.latencyMs);
}

QByteArray badRelease(const DemoService &service, int number)
{
    return releaseText(service, number, badErrorRatio, service.latencyMs * badLatencyFactor);
}

} // namespace Watchfloor
