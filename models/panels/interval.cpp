#include "models/panels/interval.h"

#include "models/panels/intervaltext.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

constexpr nanoseconds usualScrape = 15s;
constexpr qint64 usualPoints = 1'500;
constexpr qint64 safePoints = 11'000; // the most that Prometheus answers with
constexpr int scrapesInRate = 4;
constexpr std::chrono::milliseconds furthest = std::chrono::hours(24 * 365 * 140); // nanoseconds count no further than twice that

/// Whether `text` is $name or ${name}.
bool isMacro(const QString &text, QLatin1String name)
{
    return text == QLatin1Char('$') + name || text == QStringLiteral("${%1}").arg(name);
}

bool isIntervalMacro(const QString &text)
{
    return isMacro(text, QLatin1String("__interval")) || isMacro(text, QLatin1String("__interval_ms"));
}

bool isRateMacro(const QString &text)
{
    return isMacro(text, QLatin1String("__rate_interval")) || isMacro(text, QLatin1String("__rate_interval_ms"));
}

/// The query's own minimum, else the panel's interval, else the source's, else 15 s.
Result<nanoseconds> minimumInterval(const IntervalRequest &request)
{
    QString text = request.minimumStep;
    if (text == u"0s" || isIntervalMacro(text) || isRateMacro(text))
        text.clear();
    // Both come from the width of a panel: without points there was none, and the interval is only what its rate is reckoned with.
    if (text.isEmpty() && request.interval != 0ms && request.maximumPoints != 0)
        return nanoseconds(request.interval);
    if (text.isEmpty())
        text = request.scrapeInterval;
    return text.isEmpty() ? Result<nanoseconds>(usualScrape) : IntervalText::parsed(text);
}

/// Wide enough to hold four samples. An interval that cannot be read gives none, as in Grafana.
nanoseconds rateInterval(nanoseconds interval, const QString &scrape)
{
    const auto parsed = scrape.isEmpty() ? Result<nanoseconds>(usualScrape) : IntervalText::parsed(scrape);
    return parsed ? std::max(interval + *parsed, scrapesInRate * *parsed) : 0ns;
}

/// What $__rate_interval stands for beside that step.
nanoseconds rateIntervalOf(const IntervalRequest &request, nanoseconds step)
{
    if (isMacro(request.minimumStep, QLatin1String("__rate_interval")))
        return step;
    QString least = request.minimumStep;
    if (isMacro(least, QLatin1String("__interval")))
        least = IntervalText::exact(step);
    if (least.isEmpty())
        least = request.scrapeInterval;
    return rateInterval(request.interval, least);
}

/// Down to a multiple of the step. Grafana reckons in floating point, and the last digits follow from that.
nanoseconds aligned(WallTime time, nanoseconds step)
{
    const nanoseconds exact = time.time_since_epoch();
    if (step == 0ns)
        return exact;
    const auto length = double(step.count());
    return nanoseconds(qint64(std::floor(double(exact.count()) / length) * length));
}

void replaceMacro(QString &expression, QLatin1String name, const QString &text)
{
    expression.replace(QLatin1Char('$') + name, text);
    expression.replace(QStringLiteral("${%1}").arg(name), text);
}

} // namespace

Result<QueryInterval> queryInterval(const IntervalRequest &request)
{
    const auto least = minimumInterval(request);
    if (!least)
        return least.error();
    for (const WallTime time : {request.from, request.to})
        if (std::abs(time.time_since_epoch().count()) > furthest.count())
            return Error{Error::Kind::Invalid, QStringLiteral("the range is too far from now"), {}};
    QueryInterval result;
    result.range = request.to - request.from;
    const nanoseconds calculated = result.range / (request.maximumPoints == 0 ? usualPoints : request.maximumPoints);
    const nanoseconds wanted = calculated < *least ? *least : IntervalText::rounded(calculated);
    const nanoseconds adjusted = std::max(wanted, IntervalText::rounded(result.range / safePoints));
    if (isRateMacro(request.minimumStep)) {
        result.step = rateInterval(adjusted, request.scrapeInterval);
    } else {
        qint64 count = 0;
        if (__builtin_mul_overflow(adjusted.count(), request.intervalFactor == 0 ? 1 : request.intervalFactor, &count))
            return Error{Error::Kind::Invalid, QStringLiteral("the interval factor is too large"), {}};
        result.step = nanoseconds(count);
    }
    result.rateInterval = rateIntervalOf(request, result.step);
    result.from = aligned(request.from, result.step);
    result.to = aligned(request.to, result.step);
    return result;
}

std::chrono::milliseconds panelInterval(std::chrono::milliseconds range, qint64 points, std::chrono::milliseconds least)
{
    const nanoseconds calculated = nanoseconds(range) / std::max<qint64>(points, 1);
    // The window rounds up at its limits where the server rounds down.
    return std::max(std::chrono::duration_cast<std::chrono::milliseconds>(IntervalText::rounded(calculated + 1ns)), least);
}

QString withIntervals(QString expression, const QueryInterval &interval)
{
    const auto in = [](nanoseconds length, nanoseconds unit) { return QString::number(length / unit); };
    const auto rangeSeconds = QString::number(qint64(std::round(double(interval.range / 1ms) / 1000.0)));
    replaceMacro(expression, QLatin1String("__interval_ms"), in(interval.step, 1ms));
    replaceMacro(expression, QLatin1String("__interval_s"), in(interval.step, 1s));
    replaceMacro(expression, QLatin1String("__interval"), IntervalText::rough(interval.step));
    replaceMacro(expression, QLatin1String("__range_ms"), in(interval.range, 1ms));
    replaceMacro(expression, QLatin1String("__range_s"), rangeSeconds);
    replaceMacro(expression, QLatin1String("__range"), rangeSeconds + u's');
    replaceMacro(expression, QLatin1String("__rate_interval_ms"), in(interval.rateInterval, 1ms));
    replaceMacro(expression, QLatin1String("__rate_interval_s"), in(interval.rateInterval, 1s));
    replaceMacro(expression, QLatin1String("__rate_interval"), IntervalText::exact(interval.rateInterval));
    return expression;
}

} // namespace Watchfloor
