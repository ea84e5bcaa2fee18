#include "models/stack/demohistory.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr qint64 pointSeconds = 60;

void append(QByteArray &page, const DemoService &service, const char *code, qint64 value, qint64 time)
{
    const QByteArray name = service.name.toLatin1();
    page += "http_requests_total{instance=\"" + name + "\",job=\"services\",service=\"" + name + "\",code=\"" + code + "\"} "
            + QByteArray::number(value) + ' ' + QByteArray::number(time) + '\n';
}

} // namespace

CounterPair countersAt(const DemoService &service, qint64 sinceStart)
{
    double failed = double(sinceStart) * service.requestsPerSecond * service.errorRatio;
    for (const DemoIncident &incident : demoIncidents()) {
        if (incident.service != service.name)
            continue;
        const qint64 begin = historySeconds - incident.beforeEnd;
        const qint64 struck = std::clamp<qint64>(sinceStart - begin, 0, incident.seconds);
        failed += double(struck) * service.requestsPerSecond * (incident.errorRatio - service.errorRatio);
    }
    const auto all = qint64(std::floor(double(sinceStart) * service.requestsPerSecond));
    const auto errors = qint64(std::floor(failed));
    return {.good = all - errors, .errors = errors};
}

bool writeHistory(QIODevice &out, qint64 endSeconds)
{
    out.write("# TYPE http_requests counter\n");
    for (const DemoService &service : demoServices()) {
        QByteArray good;
        QByteArray bad;
        for (qint64 since = 0; since <= historySeconds; since += pointSeconds) {
            const CounterPair counters = countersAt(service, since);
            const qint64 time = endSeconds - historySeconds + since;
            append(good, service, "200", counters.good, time);
            append(bad, service, "500", counters.errors, time);
        }
        if (out.write(good) != good.size() || out.write(bad) != bad.size())
            return false;
    }
    return out.write("# EOF\n") > 0;
}

} // namespace Watchfloor
