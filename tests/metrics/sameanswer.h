#pragma once

#include "models/metrics/series.h"

#include <QString>

#include <bit>
#include <set>

namespace Watchfloor::Testing {

/// Every number of native histograms in a row, for a NaN is not equal to itself.
inline std::vector<quint64> bitsOf(const std::vector<HistogramPoint> &points)
{
    std::vector<quint64> bits;
    const auto add = [&bits](std::initializer_list<double> numbers) {
        for (const double number : numbers)
            bits.push_back(std::bit_cast<quint64>(number));
    };
    for (const auto &[time, histogram] : points) {
        add({time, histogram.count, histogram.sum, double(histogram.buckets.size())});
        for (const auto &[boundaries, lower, upper, count] : histogram.buckets)
            add({double(int(boundaries)), lower, upper, count});
    }
    return bits;
}

/// Where two answers differ, for a person; empty when they are the same to the last bit, gaps and NaN included, or with a
/// tolerance to that part of each number.
inline QString differenceOf(const QueryAnswer &one, const QueryAnswer &other, double tolerance = 0)
{
    const auto listed = [](const QueryAnswer &answer) {
        QStringList names;
        for (const Series &series : answer.series)
            names.append(series.labels.toString());
        return names.join(u' ');
    };
    if (one.type != other.type || one.totalSeries != other.totalSeries)
        return QStringLiteral("type %1 against %2, %3 against %4 series").arg(int(one.type)).arg(int(other.type)).arg(one.totalSeries).arg(other.totalSeries);
    if (one.warnings != other.warnings || one.infos != other.infos)
        return QStringLiteral("warnings %1 against %2, infos %3 against %4").arg(one.warnings.join(u'|'), other.warnings.join(u'|'), one.infos.join(u'|'), other.infos.join(u'|'));
    if (one.text != other.text || one.error != other.error)
        return QStringLiteral("text %1 against %2, or another error").arg(one.text, other.text);
    if (listed(one) != listed(other))
        return QStringLiteral("series %1 against %2").arg(listed(one), listed(other));
    for (size_t i = 0; i < one.series.size(); ++i) {
        const Series &a = one.series[i];
        const Series &b = other.series[i];
        if (*a.times != *b.times)
            return QStringLiteral("%1: %2 against %3 times").arg(a.labels.toString()).arg(a.times->size()).arg(b.times->size());
        for (size_t k = 0; k < a.values.size(); ++k)
            if (std::bit_cast<quint64>(a.values[k]) != std::bit_cast<quint64>(b.values[k])
                && !(tolerance > 0 && std::abs(a.values[k] - b.values[k]) <= tolerance * std::abs(a.values[k])))
                return QStringLiteral("%1 at %2: %3 against %4").arg(a.labels.toString()).arg((*a.times)[k], 0, 'f', 3).arg(a.values[k], 0, 'g', 17).arg(b.values[k], 0, 'g', 17);
        if (bitsOf(a.histograms) != bitsOf(b.histograms))
            return QStringLiteral("%1: histograms differ").arg(a.labels.toString());
    }
    return {};
}

/// How many vectors of times an answer holds.
inline size_t gridCount(const QueryAnswer &answer)
{
    std::set<const void *> grids;
    for (const Series &series : answer.series)
        grids.insert(series.times.get());
    return grids.size();
}

} // namespace Watchfloor::Testing
