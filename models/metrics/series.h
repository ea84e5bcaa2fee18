#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/labels.h"
#include "models/core/timerange.h"

#include <QStringList>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace Watchfloor {

inline constexpr double noSample = std::numeric_limits<double>::quiet_NaN();

/// One line of numbers. Times are epoch seconds, ascending, shared between the series of one answer where their grids agree.
/// A gap is a missing time in a grid of its own, or NaN on a shared one.
struct Series
{
    Labels labels;
    std::shared_ptr<const std::vector<double>> times; ///< never null
    std::vector<double> values;                       ///< as many as times

    size_t size() const { return values.size(); }
    /// The newest number that is not NaN; NaN when there is none.
    double last() const;
    bool operator==(const Series &other) const
    {
        return labels == other.labels && *times == *other.times && values == other.values;
    }
};

/// What a query came back with: a vector is series of one sample, a scalar one series without labels.
struct QueryAnswer
{
    enum class Type { Vector, Matrix, Scalar, String };
    Type type = Type::Vector;
    std::vector<Series> series;
    QString text; ///< of a string result
    QStringList warnings;       ///< of the server, and what of the answer was left out
    std::optional<Error> error; ///< a server that failed and sent data all the same: both are shown
    size_t totalSeries = 0; ///< before the cut at the series cap
    bool operator==(const QueryAnswer &) const = default;
};

/// Puts a NaN where two samples of a series lie further apart than a step, so that no line is drawn over a gap.
void markGaps(QueryAnswer &answer, std::chrono::milliseconds step);

/// Points made for a number of pixel columns: first, minimum, maximum and last of each column (M4), so that the drawn line is
/// the same as of all samples. A NaN value breaks the line.
struct DecimatedSeries
{
    std::vector<double> times;
    std::vector<double> values;
};

/// `series` over `range` in `columns` columns; at most 4 points a column. A gap narrower than a column is not told apart.
DecimatedSeries decimated(const Series &series, TimeRange range, int columns);

} // namespace Watchfloor
