#include "models/frames/buckets.h"

#include "models/frames/distribution.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Watchfloor {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr size_t bucketCap = 500;
constexpr size_t columnCap = 11'000; // what a range query can answer
constexpr size_t histogramCap = 1000;

double boundOf(const QString &text, bool *ok)
{
    const QString plain = text.trimmed();
    *ok = true;
    if (plain.compare(u"+Inf", Qt::CaseInsensitive) == 0 || plain.compare(u"Inf", Qt::CaseInsensitive) == 0)
        return infinite;
    const double value = plain.toDouble(ok);
    *ok = *ok && !std::isnan(value);
    return value;
}

double stepOf(const std::vector<double> &times)
{
    double least = infinite;
    for (size_t at = 1; at < times.size(); ++at)
        least = std::min(least, times[at] - times[at - 1]);
    return std::isfinite(least) ? least : 60;
}

void sortUnique(std::vector<double> &numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// Sorted edges to buckets between them.
std::vector<BucketGrid::Bucket> between(const std::vector<double> &edges)
{
    std::vector<BucketGrid::Bucket> buckets;
    for (size_t at = 1; at < edges.size(); ++at)
        buckets.push_back({edges[at - 1], edges[at], {}});
    return buckets;
}

/// Every second edge is left out until few enough are left; counts are spread over what is there, so none is lost.
void thin(std::vector<double> &edges)
{
    while (edges.size() > bucketCap + 1) {
        std::vector<double> fewer;
        for (size_t at = 0; at < edges.size(); at += 2)
            fewer.push_back(edges[at]);
        if (fewer.back() != edges.back())
            fewer.push_back(edges.back());
        edges = std::move(fewer);
    }
}

/// The part of the way from `lower` to `upper` that lies between `from` and `to`; by powers where the bucket grows by powers.
double shareBetween(double lower, double upper, double from, double to)
{
    if (std::isinf(lower) || std::isinf(upper))
        return 0;
    if (lower > 0)
        return std::log(to / from) / std::log(upper / lower);
    if (upper < 0)
        return std::log(from / to) / std::log(lower / upper);
    return (to - from) / (upper - lower);
}

class GridBuilder
{
public:
    GridBuilder(std::vector<double> times, std::vector<double> edges, double step)
    {
        if (times.size() > columnCap)
            times.erase(times.begin(), times.end() - qsizetype(columnCap));
        m_grid.step = step > 0 ? step : stepOf(times);
        m_grid.times = std::move(times);
        m_grid.buckets = between(edges);
        m_edges = std::move(edges);
        m_grid.counts.assign(m_grid.times.size() * m_grid.buckets.size(), noSample);
    }

    /// The column of a moment; times come in order, so the search goes on where the last one ended.
    std::optional<size_t> column(double time)
    {
        const auto &times = m_grid.times;
        if (m_last >= times.size() || times[m_last] > time)
            m_last = 0;
        while (m_last < times.size() && times[m_last] < time)
            ++m_last;
        return m_last < times.size() && times[m_last] == time ? std::optional(m_last) : std::nullopt;
    }

    /// The moment is known: what was not observed then is zero.
    void know(size_t column)
    {
        for (size_t bucket = 0; bucket < m_grid.buckets.size(); ++bucket) {
            double &count = cell(column, bucket);
            count = std::isnan(count) ? 0 : count;
        }
    }

    /// `count` observations between the two bounds, spread over the grid's buckets there.
    void add(size_t column, double lower, double upper, double count)
    {
        if (!(upper > lower) || !std::isfinite(count))
            return;
        auto bucket = size_t(std::upper_bound(m_edges.begin(), m_edges.end(), lower) - m_edges.begin());
        bucket = bucket > 0 ? bucket - 1 : 0;
        const bool endless = std::isinf(lower) || std::isinf(upper);
        for (; bucket < m_grid.buckets.size() && m_grid.buckets[bucket].lower < upper; ++bucket) {
            const double from = std::max(lower, m_grid.buckets[bucket].lower);
            const double to = std::min(upper, m_grid.buckets[bucket].upper);
            const bool whole = from == lower && to == upper;
            // Of an endless bucket nothing is known but that its observations lie beyond its finite end.
            const bool endlessPart = endless && (std::isinf(lower) ? to == upper : from == lower);
            const double share = whole || endlessPart ? 1 : endless ? 0 : shareBetween(lower, upper, from, to);
            double &counted = cell(column, bucket);
            counted = (std::isnan(counted) ? 0 : counted) + count * share;
        }
    }

    BucketGrid take() { return std::move(m_grid); }

private:
    double &cell(size_t column, size_t bucket) { return m_grid.counts[column * m_grid.buckets.size() + bucket]; }

    BucketGrid m_grid;
    std::vector<double> m_edges;
    size_t m_last = 0;
};

struct BucketColumn
{
    double upper = 0;
    const std::vector<double> *times = nullptr;
    const std::vector<double> *values = nullptr;
};

/// The lower end of a first bucket: what is counted is hardly ever below zero.
double firstLower(double upper)
{
    return upper > 0 ? 0 : -infinite;
}

std::vector<double> edgesOf(const std::vector<BucketColumn> &sorted)
{
    std::vector<double> edges;
    if (sorted.empty())
        return edges;
    edges.push_back(firstLower(sorted.front().upper));
    for (const BucketColumn &column : sorted)
        edges.push_back(column.upper);
    return edges;
}

/// One histogram's buckets, ascending, into the grid.
void addHistogram(GridBuilder &builder, const std::vector<BucketColumn> &sorted, bool cumulative)
{
    if (sorted.empty())
        return;
    std::vector<size_t> places(sorted.size(), 0);
    std::vector<double> moments;
    for (const BucketColumn &column : sorted)
        moments.insert(moments.end(), column.times->begin(), column.times->end());
    sortUnique(moments);
    for (const double time : moments) {
        const std::optional<size_t> at = builder.column(time);
        double lower = firstLower(sorted.front().upper);
        double below = 0;
        for (size_t bucket = 0; bucket < sorted.size(); ++bucket) {
            const BucketColumn &column = sorted[bucket];
            size_t &place = places[bucket];
            while (place < column.times->size() && (*column.times)[place] < time)
                ++place;
            const bool here = place < column.times->size() && (*column.times)[place] == time && place < column.values->size();
            const double value = here ? (*column.values)[place] : noSample;
            if (at && !std::isnan(value))
                builder.add(*at, lower, column.upper, cumulative ? std::max(value - below, 0.0) : value);
            if (!std::isnan(value) || !cumulative) {
                lower = column.upper;
                below = std::max(below, std::isnan(value) ? below : value);
            }
        }
    }
}

} // namespace

BucketGrid classicBuckets(std::span<const Series> series, bool cumulative, double step)
{
    std::map<Labels, std::vector<BucketColumn>> histograms;
    std::vector<double> edges;
    std::vector<double> times;
    const std::vector<double> *lastTimes = nullptr;
    for (const Series &one : series) {
        bool ok = false;
        const double upper = boundOf(one.labels.value(u"le"), &ok);
        if (!ok)
            continue;
        Labels rest = one.labels;
        rest.remove(u"le");
        histograms[rest].push_back({upper, one.times.get(), &one.values});
        if (one.times.get() != lastTimes)
            times.insert(times.end(), one.times->begin(), one.times->end());
        lastTimes = one.times.get();
    }
    for (auto &[labels, columns] : histograms) {
        std::stable_sort(columns.begin(), columns.end(), [](const BucketColumn &a, const BucketColumn &b) { return a.upper < b.upper; });
        const std::vector<double> own = edgesOf(columns);
        edges.insert(edges.end(), own.begin(), own.end());
    }
    sortUnique(edges);
    sortUnique(times);
    thin(edges);
    if (edges.size() < 2 || times.empty())
        return {};
    GridBuilder builder(std::move(times), std::move(edges), step);
    for (const auto &[labels, columns] : histograms)
        addHistogram(builder, columns, cumulative);
    return builder.take();
}

BucketGrid nativeBuckets(std::span<const Series> series, double step)
{
    std::vector<double> times;
    std::vector<double> edges;
    for (const Series &one : series)
        for (const HistogramPoint &point : one.histograms) {
            times.push_back(point.time);
            for (const HistogramBucket &bucket : point.histogram.buckets) {
                edges.push_back(bucket.lower);
                edges.push_back(bucket.upper);
            }
            if (edges.size() > 100'000)
                sortUnique(edges);
        }
    sortUnique(times);
    sortUnique(edges);
    thin(edges);
    if (edges.size() < 2 || times.empty())
        return {};
    GridBuilder builder(std::move(times), std::move(edges), step);
    for (const Series &one : series)
        for (const HistogramPoint &point : one.histograms)
            if (const std::optional<size_t> at = builder.column(point.time)) {
                builder.know(*at);
                for (const HistogramBucket &bucket : point.histogram.buckets)
                    builder.add(*at, bucket.lower, bucket.upper, bucket.count);
            }
    return builder.take();
}

BucketGrid bucketsOf(const std::vector<Frame> &frames, bool cumulative, double step)
{
    struct Named
    {
        QString name;
        BucketColumn column;
        bool isBound = false;
    };
    std::vector<Named> columns;
    std::vector<std::vector<double>> seconds; // of each frame
    seconds.reserve(frames.size());
    std::vector<double> times;
    for (const Frame &frame : frames) {
        const Field *time = frame.time();
        if (!time || !time->numbers)
            continue;
        seconds.push_back(*time->numbers);
        for (double &moment : seconds.back())
            moment /= 1000;
        times.insert(times.end(), seconds.back().begin(), seconds.back().end());
        for (const Field &field : frame.fields) {
            if (!field.isNumeric() || !field.numbers)
                continue;
            Named named{field.displayName.isEmpty() ? field.name : field.displayName, {0, &seconds.back(), field.numbers.get()}, false};
            named.column.upper = boundOf(named.name, &named.isBound);
            columns.push_back(std::move(named));
        }
    }
    sortUnique(times);
    if (columns.empty() || times.empty())
        return {};
    const bool bounded = std::all_of(columns.begin(), columns.end(), [](const Named &named) { return named.isBound; });
    if (bounded)
        std::stable_sort(columns.begin(), columns.end(), [](const Named &a, const Named &b) { return a.column.upper < b.column.upper; });
    else
        for (size_t at = 0; at < columns.size(); ++at)
            columns[at].column.upper = double(at + 1); // a place of its own for every name
    if (columns.size() > bucketCap)
        columns.resize(bucketCap);
    std::vector<BucketColumn> sorted;
    for (const Named &named : columns)
        sorted.push_back(named.column);
    std::vector<double> edges = edgesOf(sorted);
    sortUnique(edges);
    GridBuilder builder(std::move(times), std::move(edges), step);
    addHistogram(builder, sorted, cumulative && bounded);
    BucketGrid grid = builder.take();
    grid.bounded = bounded;
    for (size_t at = 0; at < grid.buckets.size() && !bounded; ++at)
        grid.buckets[at].label = columns[at].name;
    return grid;
}

BucketGrid countedBuckets(std::span<const Series> series, TimeRange range, double timeSize, double valueSize)
{
    const double start = toEpochSeconds(range.start);
    const double end = toEpochSeconds(range.end);
    double least = infinite;
    double most = -infinite;
    for (const Series &one : series)
        for (size_t at = 0; at < one.size(); ++at)
            if (std::isfinite(one.values[at]) && (*one.times)[at] >= start && (*one.times)[at] <= end) {
                least = std::min(least, one.values[at]);
                most = std::max(most, one.values[at]);
            }
    if (!(least <= most) || !(end > start))
        return {};
    constexpr double columns = 30;
    constexpr double rows = 10;
    double step = timeSize > 0 ? timeSize : niceColumnLength(double(range.length().count()), columns) / 1000;
    step = std::max(step, (end - start) / double(columnCap - 2));
    double size = valueSize > 0 ? valueSize : niceBucketSize((most - least) / rows);
    size = std::max(size, (most - least) / double(bucketCap - 2));

    const double firstEdge = std::floor(least / size) * size;
    std::vector<double> edges{firstEdge};
    while (edges.back() <= most && edges.size() <= bucketCap)
        edges.push_back(firstEdge + double(edges.size()) * size);
    std::vector<double> times;
    for (double time = std::floor(start / step) * step + step; times.empty() || times.back() < end; time += step)
        times.push_back(time);
    BucketGrid grid;
    grid.step = step;
    grid.times = times;
    grid.buckets = between(edges);
    grid.counts.assign(times.size() * grid.buckets.size(), noSample);
    for (const Series &one : series)
        for (size_t at = 0; at < one.size(); ++at) {
            const double time = (*one.times)[at];
            const double value = one.values[at];
            if (!std::isfinite(value) || time < start || time > end)
                continue;
            const auto column = std::min(size_t((time - (times.front() - step)) / step), times.size() - 1);
            const auto bucket = std::min(size_t((value - firstEdge) / size), grid.buckets.size() - 1);
            const auto cells = grid.counts.begin() + qsizetype(column * grid.buckets.size());
            for (auto cell = cells; cell != cells + qsizetype(grid.buckets.size()); ++cell)
                *cell = std::isnan(*cell) ? 0 : *cell;
            ++*(cells + qsizetype(bucket));
        }
    return grid;
}

namespace {

double foundSizeOf(std::span<const std::vector<double>> values, int count)
{
    std::vector<double> sorted;
    for (const std::vector<double> &list : values)
        std::copy_if(list.begin(), list.end(), std::back_inserter(sorted), [](double value) { return std::isfinite(value); });
    std::sort(sorted.begin(), sorted.end());
    return foundBucketSize(sorted, count);
}

} // namespace

Histogram histogramOf(std::span<const std::vector<double>> values, double size, double offset, int count)
{
    double least = infinite;
    double most = -infinite;
    for (const std::vector<double> &list : values)
        for (const double value : list)
            if (std::isfinite(value)) {
                least = std::min(least, value);
                most = std::max(most, value);
            }
    if (!(least <= most))
        return {};
    if (!(size > 0))
        size = foundSizeOf(values, count);
    size = std::max({size, (most - least) / double(histogramCap - 2), std::max(std::fabs(least), std::fabs(most)) * 1e-12});
    const double first = std::floor((least - offset) / size);
    const double last = std::floor((most - offset) / size);
    Histogram histogram;
    for (double at = first; at <= last + 1; ++at)
        histogram.edges.push_back(at * size + offset);
    for (const std::vector<double> &list : values) {
        std::vector<double> counts(histogram.edges.size() - 1, 0);
        for (const double value : list)
            if (std::isfinite(value))
                ++counts[std::min(size_t(std::max(std::floor((value - offset) / size) - first, 0.0)), counts.size() - 1)];
        histogram.counts.push_back(std::move(counts));
    }
    return histogram;
}

} // namespace Watchfloor
