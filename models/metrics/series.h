#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/labels.h"
#include "models/core/timerange.h"

#include <QStringList>

#include <bit>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace Watchfloor {

inline constexpr double noSample = std::numeric_limits<double>::quiet_NaN();

/// The NaN that markGaps() puts in: told apart by its bits from a NaN that the server sent, so that answers can be joined exactly.
inline constexpr double gapMark = std::bit_cast<double>(std::uint64_t(0x7ff8'0000'0000'0001));
inline bool isGapMark(double value)
{
    return std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(gapMark);
}

/// A bucket of a native histogram: so many observations between `lower` and `upper`.
struct HistogramBucket
{
    /// Which of its ends belong to it; the numbers are those of Prometheus' API.
    enum class Boundaries { OpenLeft = 0, OpenRight = 1, OpenBoth = 2, ClosedBoth = 3 };
    Boundaries boundaries = Boundaries::OpenLeft;
    double lower = 0;
    double upper = 0;
    double count = 0;
    bool operator==(const HistogramBucket &) const = default;
};

/// A native histogram at one moment. Buckets without observations are not listed; the others come in ascending order.
struct NativeHistogram
{
    double count = 0;
    double sum = 0;
    std::vector<HistogramBucket> buckets;
    bool operator==(const NativeHistogram &) const = default;
};

struct HistogramPoint
{
    double time = 0; ///< epoch seconds
    NativeHistogram histogram;
    bool operator==(const HistogramPoint &) const = default;
};

/// One line of numbers. Times are epoch seconds, ascending, shared between the series of one answer where their grids agree.
/// A gap is a missing time in a grid of its own, or NaN on a shared one. A series of native histograms has `histograms`, each
/// with its own time, and as a rule no numbers; one that changed its kind within the range has both.
struct Series
{
    Labels labels;
    std::shared_ptr<const std::vector<double>> times; ///< never null, empty where there are histograms only
    std::vector<double> values;                       ///< as many as times
    std::vector<HistogramPoint> histograms;           ///< ascending in time; empty for almost all series

    size_t size() const { return values.size(); }
    /// The newest number that is not NaN; NaN when there is none.
    double last() const;
    bool operator==(const Series &other) const
    {
        return labels == other.labels && *times == *other.times && values == other.values
               && histograms == other.histograms;
    }
};

/// What a query came back with: a vector is series of one sample or one histogram, a scalar one series without labels.
struct QueryAnswer
{
    enum class Type { Vector, Matrix, Scalar, String };
    Type type = Type::Vector;
    std::vector<Series> series;
    QString text; ///< of a string result
    QStringList warnings;       ///< of the server, and what of the answer was left out
    QStringList infos;          ///< remarks of the server on the query, which change nothing of its answer
    std::optional<Error> error; ///< a server that failed and sent data all the same: both are shown
    size_t totalSeries = 0; ///< before the cut at the series cap
    bool operator==(const QueryAnswer &) const = default;
};

/// Puts a gapMark where two samples of a series lie further apart than a step, so that no line is drawn over a gap.
void markGaps(QueryAnswer &answer, std::chrono::milliseconds step);
/// A sample at `next` is not drawn on from one at `previous`, in seconds.
inline bool isGap(double previous, double next, double step)
{
    return next - previous > 1.5 * step;
}

} // namespace Watchfloor
