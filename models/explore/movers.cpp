#include "models/explore/movers.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr double scoreLimit = 1e6;
constexpr size_t fewestSamples = 3;
/// Scales a median of deviations to the deviation of a normal distribution.
constexpr double normalScale = 1.4826;

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// How much values stray from their own median.
double unrest(const std::vector<double> &values, double center)
{
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const double value : values)
        distances.push_back(std::fabs(value - center));
    return normalScale * median(std::move(distances));
}

struct Halves
{
    std::vector<double> before;
    std::vector<double> after;
};

Halves halvesOf(const Series &series, double moment)
{
    Halves halves;
    for (size_t i = 0; i < series.size(); ++i)
        if (std::isfinite(series.values[i]))
            ((*series.times)[i] < moment ? halves.before : halves.after).push_back(series.values[i]);
    return halves;
}

std::optional<Mover> moverOf(const Series &series, double moment)
{
    Halves halves = halvesOf(series, moment);
    // Born or gone at the moment: the missing half was nothing.
    if (halves.before.size() < fewestSamples && halves.after.size() < fewestSamples)
        return std::nullopt;
    const bool began = halves.before.empty();
    const bool ended = halves.after.empty();
    if ((!began && halves.before.size() < fewestSamples) || (!ended && halves.after.size() < fewestSamples))
        return std::nullopt;
    Mover mover;
    mover.before = began ? 0 : median(halves.before);
    mover.after = ended ? 0 : median(halves.after);
    const double moved = std::fabs(mover.after - mover.before);
    if (moved == 0)
        return std::nullopt;
    const double restless = std::max(began ? 0 : unrest(halves.before, mover.before), ended ? 0 : unrest(halves.after, mover.after));
    // A series that stood still has no unrest of its own; a hundredth of its size stands for it, so that 1,000,000 to 1,000,001 is no move.
    const double floor = 0.01 * std::max(std::fabs(mover.before), std::fabs(mover.after));
    mover.score = std::min(moved / std::max(restless, floor), scoreLimit);
    return mover;
}

QString metricOf(const Labels &labels)
{
    return labels.value(u"__name__");
}

} // namespace

double Mover::ratio() const
{
    if (before == 0)
        return after == 0 ? 1 : std::numeric_limits<double>::infinity();
    return after / before;
}

bool isCounterName(const QString &metric, const std::map<QString, QString> &types)
{
    const auto known = types.find(metric);
    const bool isTold = known != types.end() && !known->second.isEmpty() && known->second != u"unknown" && known->second != u"untyped";
    if (isTold)
        return known->second == u"counter";
    return metric.endsWith(QLatin1String("_total")) || metric.endsWith(QLatin1String("_count")) || metric.endsWith(QLatin1String("_sum"))
        || metric.endsWith(QLatin1String("_bucket"));
}

Series ratesOf(const Series &counter)
{
    Series rates;
    rates.labels = counter.labels;
    auto times = std::make_shared<std::vector<double>>();
    double lastTime = noSample;
    double lastValue = noSample;
    for (size_t i = 0; i < counter.size(); ++i) {
        const double value = counter.values[i];
        const double time = (*counter.times)[i];
        if (std::isnan(value))
            continue;
        if (!std::isnan(lastValue) && time > lastTime) {
            times->push_back(time);
            rates.values.push_back((value < lastValue ? value : value - lastValue) / (time - lastTime));
        }
        lastTime = time;
        lastValue = value;
    }
    rates.times = std::move(times);
    return rates;
}

std::vector<Mover> rankedMovers(const QueryAnswer &answer, WallTime moment, const std::map<QString, QString> &types, size_t limit)
{
    const double at = toEpochSeconds(moment);
    std::vector<Mover> movers;
    for (size_t i = 0; i < answer.series.size(); ++i) {
        const Series &series = answer.series[i];
        const QString metric = metricOf(series.labels);
        if (metric.endsWith(QLatin1String("_bucket")) || metric.endsWith(QLatin1String("_created")))
            continue;
        const bool isRate = isCounterName(metric, types);
        auto mover = moverOf(isRate ? ratesOf(series) : series, at);
        if (!mover)
            continue;
        mover->place = i;
        mover->labels = series.labels;
        mover->isRate = isRate;
        movers.push_back(*std::move(mover));
    }
    const size_t kept = std::min(limit, movers.size());
    std::partial_sort(movers.begin(), movers.begin() + std::ptrdiff_t(kept), movers.end(), [](const Mover &a, const Mover &b) {
        return a.score != b.score ? a.score > b.score : a.labels < b.labels;
    });
    movers.resize(kept);
    return movers;
}

} // namespace Watchfloor
