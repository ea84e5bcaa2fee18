#include "models/services/figures.h"

#include <cmath>

namespace Watchfloor {

namespace {

constexpr std::chrono::milliseconds shortestLag{30'000};

/// Position of the newest number that is not NaN, or -1.
qsizetype newest(const Series &series)
{
    for (qsizetype at = qsizetype(series.size()) - 1; at >= 0; --at)
        if (!std::isnan(series.values[size_t(at)]))
            return at;
    return -1;
}

} // namespace

void FigureIndex::reset(const QueryKey &key, size_t services)
{
    m_key = key;
    m_answer.reset();
    m_points.assign(services, {});
    m_everHad.assign(services, false);
}

void FigureIndex::update(const SeriesStore &series, const ServiceIndex &index)
{
    const SeriesStore::Entry *known = entry(series);
    const auto answer = known ? known->answer : nullptr;
    if (answer == m_answer)
        return;
    m_answer = answer;
    m_points.assign(m_points.size(), {});
    if (!answer)
        return;
    for (const Series &line : answer->series) {
        const qsizetype at = newest(line);
        if (at < 0)
            continue;
        const double value = line.values[size_t(at)];
        const double time = (*line.times)[size_t(at)];
        index.forEachOwner(line.labels, [this, value, time](size_t service) {
            add(m_points[service], value, time);
            m_everHad[service] = true;
        });
    }
}

std::optional<std::chrono::milliseconds> FigureIndex::lag(size_t service, const SeriesStore::Entry &entry) const
{
    if (m_points[service].series == 0)
        return std::nullopt;
    return entry.at - fromEpochSeconds(m_points[service].time);
}

bool FigureIndex::isGone(size_t service, const SeriesStore::Entry &entry) const
{
    const auto behind = lag(service, entry);
    return !behind || *behind >= std::max(3 * m_key.step, shortestLag);
}

void FigureIndex::add(FigurePoint &point, double value, double time) const
{
    ++point.series;
    point.zeros += value == 0 ? 1 : 0;
    // A series that ended before the others did is not a part of what is now.
    if (time < point.time)
        return;
    if (time > point.time || std::isnan(point.value))
        point.value = value;
    else
        point.value = m_together == Together::Sum ? point.value + value : std::max(point.value, value);
    point.time = time;
}

} // namespace Watchfloor
