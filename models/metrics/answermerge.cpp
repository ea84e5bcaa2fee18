#include "models/metrics/answermerge.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Watchfloor {

namespace {

using Times = std::shared_ptr<const std::vector<double>>;

/// A part of the samples of a series, as indices.
struct Slice
{
    size_t begin = 0;
    size_t end = 0;
    bool isEmpty() const { return begin == end; }
};

/// Times are whole milliseconds: half of one tells neighbours apart whatever the last bit of a double says.
constexpr double justBefore = 0.0005;

size_t indexFrom(const std::vector<double> &times, double time)
{
    return size_t(std::lower_bound(times.begin(), times.end(), time - justBefore) - times.begin());
}

/// The samples from `from` up to `to`; a mark at either end belongs to a sample beyond it.
Slice sliceOf(const Series &series, double from, double to)
{
    Slice slice{indexFrom(*series.times, from), indexFrom(*series.times, to)};
    while (slice.begin < slice.end && isGapMark(series.values[slice.begin]))
        ++slice.begin;
    while (slice.begin < slice.end && isGapMark(series.values[slice.end - 1]))
        --slice.end;
    return slice;
}

bool isSameNumber(double one, double other)
{
    return one == other || (std::isnan(one) && std::isnan(other) && isGapMark(one) == isGapMark(other));
}

/// Servers that add up in many threads give other last digits each time (VictoriaMetrics); that is no disagreement.
bool isAboutTheSame(double one, double other)
{
    constexpr double rounding = 1e-13;
    return isSameNumber(one, other) || std::abs(one - other) <= rounding * std::max(std::abs(one), std::abs(other));
}

auto histogramFrom(const std::vector<HistogramPoint> &histograms, double time)
{
    return std::lower_bound(histograms.begin(), histograms.end(), time - justBefore,
                            [](const HistogramPoint &point, double wanted) { return point.time < wanted; });
}

/// What a series says of one moment; nothing for a mark.
std::optional<double> numberAt(const Series &series, double time)
{
    const size_t index = indexFrom(*series.times, time);
    if (index == series.times->size() || (*series.times)[index] > time + justBefore || isGapMark(series.values[index]))
        return std::nullopt;
    return series.values[index];
}

const NativeHistogram *histogramAt(const Series &series, double time)
{
    const auto found = histogramFrom(series.histograms, time);
    return found == series.histograms.end() || found->time > time + justBefore ? nullptr : &found->histogram;
}

bool saysTheSame(const Series &one, const Series &other, double time)
{
    const auto number = numberAt(one, time);
    const auto otherNumber = numberAt(other, time);
    const NativeHistogram *histogram = histogramAt(one, time);
    const NativeHistogram *otherHistogram = histogramAt(other, time);
    return number.has_value() == otherNumber.has_value() && (!number || isAboutTheSame(*number, *otherNumber))
           && !histogram == !otherHistogram && (!histogram || *histogram == *otherHistogram);
}

/// Joins series one after the other and lets those of one grid share its times.
class Joiner
{
public:
    explicit Joiner(const MergeSpan &span)
        : m_start(toEpochSeconds(span.start))
        , m_tail(toEpochSeconds(span.tail))
        , m_step(double(span.step.count()) / 1000.0)
    {
    }

    /// Null where a series is in one of both only.
    void join(const Series *held, Series *tail)
    {
        const Series &before = held ? *held : m_none;
        Series &after = tail ? *tail : m_none;
        if (!saysTheSame(before, after, m_tail)) {
            result.agrees = false;
            return;
        }
        const Slice kept = sliceOf(before, m_start, m_tail);
        const Slice added{0, after.size()};
        result.isUnchanged = result.isUnchanged && isUnchanged(before, kept, after);
        Series joined;
        joined.times = timesOf(before, kept, after);
        joined.values.reserve(joined.times->size());
        joined.values.assign(before.values.begin() + std::ptrdiff_t(kept.begin), before.values.begin() + std::ptrdiff_t(kept.end));
        if (joined.times->size() > joined.values.size() + added.end)
            joined.values.push_back(gapMark);
        joined.values.insert(joined.values.end(), after.values.begin(), after.values.end());
        joinHistograms(joined, before, after);
        if (joined.values.empty() && joined.histograms.empty())
            return;
        joined.labels = held ? held->labels : after.labels;
        result.answer.series.push_back(std::move(joined));
    }

    AnswerMerge result;

private:
    static Series emptySeries()
    {
        return {{}, std::make_shared<const std::vector<double>>(), {}, {}};
    }

    void joinHistograms(Series &joined, const Series &before, Series &after)
    {
        if (before.histograms.empty() && after.histograms.empty())
            return;
        joined.histograms.assign(histogramFrom(before.histograms, m_start), histogramFrom(before.histograms, m_tail));
        joined.histograms.insert(joined.histograms.end(), std::make_move_iterator(after.histograms.begin()),
                                 std::make_move_iterator(after.histograms.end()));
    }

    bool isUnchanged(const Series &before, const Slice &kept, const Series &after) const
    {
        if (kept.begin != 0 || (!before.histograms.empty() && before.histograms.front().time < m_start - justBefore))
            return false;
        const size_t from = indexFrom(*before.times, m_tail);
        const size_t rest = before.size() - from;
        const auto oldHistograms = histogramFrom(before.histograms, m_tail);
        return rest == after.size() && std::equal(after.times->begin(), after.times->end(), before.times->begin() + std::ptrdiff_t(from))
               && std::equal(after.values.begin(), after.values.end(), before.values.begin() + std::ptrdiff_t(from), isSameNumber)
               && std::equal(oldHistograms, before.histograms.end(), after.histograms.begin(), after.histograms.end());
    }

    Times timesOf(const Series &before, const Slice &kept, const Series &after)
    {
        if (m_times && before.times == m_before && after.times == m_after && kept.begin == m_kept.begin && kept.end == m_kept.end)
            return m_times;
        m_before = before.times;
        m_after = after.times;
        m_kept = kept;
        std::vector<double> times;
        times.reserve(kept.end - kept.begin + after.size() + 1);
        times.assign(before.times->begin() + std::ptrdiff_t(kept.begin), before.times->begin() + std::ptrdiff_t(kept.end));
        if (!times.empty() && !after.times->empty() && isGap(times.back(), after.times->front(), m_step))
            times.push_back(times.back() + m_step);
        times.insert(times.end(), after.times->begin(), after.times->end());
        if (!m_times || *m_times != times)
            m_times = std::make_shared<const std::vector<double>>(std::move(times));
        return m_times;
    }

    double m_start;
    double m_tail;
    double m_step;
    Series m_none = emptySeries();
    Times m_before;
    Times m_after;
    Slice m_kept;
    Times m_times;
};

/// The tail lists nothing but what is held, in the same order: so it is in all refreshes but a few.
bool isPartOf(const std::vector<Series> &tail, const std::vector<Series> &held)
{
    size_t next = 0;
    for (const Series &series : held)
        if (next < tail.size() && tail[next].labels == series.labels)
            ++next;
    return next == tail.size();
}

bool isListedInOrder(const std::vector<Series> &series)
{
    return std::is_sorted(series.begin(), series.end(), [](const Series &one, const Series &other) { return listedBefore(one.labels, other.labels); });
}

void joinInOrder(Joiner &joiner, const std::vector<Series> &held, std::vector<Series> &tail, bool (*isBefore)(const Labels &, const Labels &))
{
    auto next = tail.begin();
    for (const Series &series : held) {
        while (isBefore && next != tail.end() && isBefore(next->labels, series.labels))
            joiner.join(nullptr, &*next++);
        const bool isSame = next != tail.end() && next->labels == series.labels;
        joiner.join(&series, isSame ? &*next++ : nullptr);
    }
    for (; next != tail.end(); ++next)
        joiner.join(nullptr, &*next);
}

/// A server with an order of its own: what is new comes last.
void joinByName(Joiner &joiner, const std::vector<Series> &held, std::vector<Series> &tail)
{
    QHash<Labels, size_t> places;
    for (size_t i = 0; i < tail.size(); ++i)
        places.insert(tail[i].labels, i);
    for (const Series &series : held) {
        const auto found = places.constFind(series.labels);
        joiner.join(&series, found == places.constEnd() ? nullptr : &tail[*found]);
        places.remove(series.labels);
    }
    for (Series &series : tail)
        if (places.remove(series.labels))
            joiner.join(nullptr, &series);
}

/// As their bytes of UTF-8 compare; QString's own order is that of UTF-16, which differs beyond U+FFFF.
int compareBytes(const QString &one, const QString &other)
{
    const qsizetype length = std::min(one.size(), other.size());
    for (qsizetype i = 0; i < length; ++i) {
        const QChar a = one[i];
        const QChar b = other[i];
        if (a == b)
            continue;
        if (a.isSurrogate() != b.isSurrogate())
            return a.isSurrogate() ? 1 : -1;
        return a < b ? -1 : 1;
    }
    return one.size() == other.size() ? 0 : one.size() < other.size() ? -1 : 1;
}

}

bool listedBefore(const Labels &one, const Labels &other)
{
    auto a = one.begin();
    auto b = other.begin();
    for (; a != one.end() && b != other.end(); ++a, ++b) {
        if (const int names = compareBytes(a->first, b->first))
            return names < 0;
        if (const int values = compareBytes(a->second, b->second))
            return values < 0;
    }
    return a == one.end() && b != other.end();
}

AnswerMerge mergedAnswer(const QueryAnswer &held, QueryAnswer tail, const MergeSpan &span)
{
    Joiner joiner(span);
    joiner.result.answer.type = QueryAnswer::Type::Matrix;
    joiner.result.answer.series.reserve(std::max(held.series.size(), tail.series.size()));
    if (isPartOf(tail.series, held.series))
        joinInOrder(joiner, held.series, tail.series, nullptr);
    else if (isListedInOrder(held.series) && isListedInOrder(tail.series))
        joinInOrder(joiner, held.series, tail.series, listedBefore);
    else
        joinByName(joiner, held.series, tail.series);
    AnswerMerge result = std::move(joiner.result);
    result.isUnchanged = result.isUnchanged && result.answer.series.size() == held.series.size();
    result.answer.totalSeries = result.answer.series.size();
    result.answer.infos = held.infos;
    for (const QString &info : tail.infos)
        if (!result.answer.infos.contains(info))
            result.answer.infos.append(info);
    return result;
}

std::optional<WallTime> newestSample(const QueryAnswer &answer)
{
    double newest = -std::numeric_limits<double>::infinity();
    for (const Series &series : answer.series) {
        if (!series.times->empty())
            newest = std::max(newest, series.times->back());
        if (!series.histograms.empty())
            newest = std::max(newest, series.histograms.back().time);
    }
    constexpr double latest = 1e11; // whatever a server says, this is a time that milliseconds can hold
    return std::isfinite(newest) ? std::optional(fromEpochSeconds(std::clamp(newest, 0.0, latest))) : std::nullopt;
}

size_t byteSize(const QueryAnswer &answer)
{
    size_t bytes = 0;
    for (const Series &series : answer.series)
        bytes += series.values.size() * sizeof(double);
    return bytes;
}

} // namespace Watchfloor
