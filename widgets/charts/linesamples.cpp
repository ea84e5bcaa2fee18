#include "widgets/charts/linesamples.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

using Column = std::vector<double>;

/// Between two samples the straight line, 0 outside of them and in gaps.
double valueAt(const Column &times, const Column &values, double time)
{
    const auto next = std::lower_bound(times.begin(), times.end(), time);
    if (next == times.end())
        return 0;
    const auto at = size_t(next - times.begin());
    if (*next == time || at == 0)
        return *next == time && std::isfinite(values[at]) ? values[at] : 0;
    const double share = (time - times[at - 1]) / (times[at] - times[at - 1]);
    const double between = values[at - 1] + share * (values[at] - values[at - 1]);
    return std::isfinite(between) ? between : 0;
}

bool sameGrid(const Column &a, const Column &b)
{
    return &a == &b || a == b;
}

/// The sum of what lies on each other so far, on the times of all of them.
struct Pile
{
    AxisSide axis;
    QString group;
    StackMode mode;
    bool downward;
    Column times;
    Column sums;
    std::vector<int> members;

    double at(double time) const { return valueAt(times, sums, time); }
    void add(const Column &otherTimes, const Column &otherValues)
    {
        if (sameGrid(times, otherTimes)) {
            for (size_t i = 0; i < sums.size(); ++i)
                sums[i] += std::isfinite(otherValues[i]) ? otherValues[i] : 0;
            return;
        }
        Column both;
        both.reserve(times.size() + otherTimes.size());
        std::set_union(times.begin(), times.end(), otherTimes.begin(), otherTimes.end(), std::back_inserter(both));
        Column fresh;
        fresh.reserve(both.size());
        for (const double time : both)
            fresh.push_back(at(time) + valueAt(otherTimes, otherValues, time));
        times = std::move(both);
        sums = std::move(fresh);
    }
};

bool runsBelowZero(const Column &values)
{
    bool below = false;
    for (const double value : values) {
        if (value > 0)
            return false;
        below = below || value < 0;
    }
    return below;
}

Pile &pileFor(std::vector<Pile> &piles, const ChartSeries &line, bool downward)
{
    for (Pile &pile : piles)
        if (pile.axis == line.axis && pile.group == line.style.stackGroup && pile.mode == line.style.stack && pile.downward == downward)
            return pile;
    piles.push_back({line.axis, line.style.stackGroup, line.style.stack, downward, {}, {}, {}});
    return piles.back();
}

} // namespace

LineSamples::LineSamples(std::shared_ptr<const ChartSeries> series)
    : m_series(std::move(series))
{
    const Series &data = m_series->data();
    if (data.times->size() != data.values.size()) {
        const auto count = std::ptrdiff_t(std::min(data.times->size(), data.values.size()));
        m_times = std::make_shared<Column>(data.times->begin(), data.times->begin() + count);
        m_values = std::make_shared<Column>(data.values.begin(), data.values.begin() + count);
    }
    if (m_series->style.spanGapsBelow)
        connectGaps(*m_series->style.spanGapsBelow / 1000);
    if (m_series->style.negativeY)
        mirror();
}

void LineSamples::connectGaps(double seconds)
{
    const Column &oldTimes = times();
    const Column &oldValues = values();
    if (std::all_of(oldValues.begin(), oldValues.end(), [](double value) { return std::isfinite(value); }))
        return;
    auto keptTimes = std::make_shared<Column>();
    auto keptValues = std::make_shared<Column>();
    size_t held = oldValues.size(); // the newest number so far
    for (size_t at = 0; at < oldValues.size(); ++at) {
        if (!std::isfinite(oldValues[at]))
            continue;
        const bool gap = held < at && held + 1 < at;
        if (gap && oldTimes[at] - oldTimes[held] >= seconds) {
            keptTimes->push_back(oldTimes[held + 1]);
            keptValues->push_back(noSample);
        }
        keptTimes->push_back(oldTimes[at]);
        keptValues->push_back(oldValues[at]);
        held = at;
    }
    m_times = std::move(keptTimes);
    m_values = std::move(keptValues);
}

void LineSamples::mirror()
{
    if (!m_values)
        m_values = std::make_shared<Column>(m_series->data().values);
    for (double &value : *m_values)
        value = -value;
}

void pileUp(std::vector<LineSamples> &lines)
{
    std::vector<Pile> piles;
    piles.reserve(lines.size());
    for (size_t index = 0; index < lines.size(); ++index) {
        LineSamples &line = lines[index];
        if (line.series().style.stack == StackMode::None || line.values().empty())
            continue;
        Pile &pile = pileFor(piles, line.series(), runsBelowZero(line.values()));
        const auto own = std::make_shared<Column>(line.values());
        const Column &times = line.times();
        const bool aligned = !pile.times.empty() && sameGrid(pile.times, times);
        line.m_feet.resize(times.size(), 0);
        line.m_values = std::make_shared<Column>(*own);
        for (size_t at = 0; at < times.size() && !pile.times.empty(); ++at) {
            line.m_feet[at] = aligned ? pile.sums[at] : pile.at(times[at]);
            (*line.m_values)[at] += line.m_feet[at];
        }
        line.m_beneath = pile.members.empty() ? -1 : pile.members.back();
        pile.members.push_back(int(index));
        if (pile.times.empty()) {
            pile.times = times;
            pile.sums.assign(times.size(), 0);
        }
        pile.add(times, *own);
    }
    for (const Pile &pile : piles) {
        if (pile.mode != StackMode::Percent)
            continue;
        for (const int member : pile.members) {
            LineSamples &line = lines[size_t(member)];
            const Column &times = line.times();
            const bool aligned = sameGrid(pile.times, times);
            for (size_t at = 0; at < times.size(); ++at) {
                const double whole = std::fabs(aligned ? pile.sums[at] : pile.at(times[at]));
                (*line.m_values)[at] = whole > 0 ? (*line.m_values)[at] / whole : std::isfinite((*line.m_values)[at]) ? 0 : noSample;
                line.m_feet[at] = whole > 0 ? line.m_feet[at] / whole : 0;
            }
        }
    }
}

} // namespace Watchfloor
