#include "models/stack/demohistory.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr qint64 pointSeconds = 60;
/// Six of the 18 hour blocks that promtool makes below its limit of 48 hours.
constexpr qint64 partSeconds = 6 * 18 * 3'600;

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

std::vector<HistoryPart> historyParts(qint64 endSeconds)
{
    std::vector<HistoryPart> parts;
    for (qint64 from = endSeconds - historySeconds; from <= endSeconds;) {
        const qint64 to = std::min((from / partSeconds + 1) * partSeconds, endSeconds + 1);
        parts.push_back({from, to});
        from = to;
    }
    return parts;
}

bool writeHistory(QIODevice &out, const HistoryPart &part, qint64 endSeconds)
{
    const qint64 start = endSeconds - historySeconds;
    const qint64 first = (part.from - start + pointSeconds - 1) / pointSeconds * pointSeconds;
    out.write("# TYPE http_requests counter\n");
    for (const DemoService &service : demoServices()) {
        QByteArray good;
        QByteArray bad;
        for (qint64 since = first; start + since < part.to; since += pointSeconds) {
            const CounterPair counters = countersAt(service, since);
            append(good, service, "200", counters.good, start + since);
            append(bad, service, "500", counters.errors, start + since);
        }
        if (out.write(good) != good.size() || out.write(bad) != bad.size())
            return false;
    }
    return out.write("# EOF\n") > 0;
}

} // namespace Watchfloor
