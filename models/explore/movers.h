#pragma once

#include "models/metrics/series.h"

#include <map>

namespace Watchfloor {

/// A series that was another one after a moment than before it.
struct Mover
{
    size_t place = 0;     ///< of its series in the answer
    Labels labels;
    bool isRate = false;  ///< a counter: before and after are per second
    double before = 0;    ///< median before the moment
    double after = 0;     ///< median after it
    double score = 0;     ///< how far apart they are, measured by how much it moves anyway; infinite scores are capped
    /// After over before; infinite where there was nothing before.
    double ratio() const;
};

/// The series of a range answer that moved most around `moment`, most first, at most `limit`. Each is compared with its own unrest before and after:
/// what always swings moves little by swinging. Counters, known by `types` (metric to type) or by their names, are compared by their rates; buckets
/// are left out, their sums and counts say it. Series that began or ended around the moment count as risen from, or fallen to, nothing.
std::vector<Mover> rankedMovers(const QueryAnswer &answer, WallTime moment, const std::map<QString, QString> &types, size_t limit);

/// The numbers per second of a counter's samples, one less than those; a reset counts from zero.
Series ratesOf(const Series &counter);

/// By type, else by the name's end: _total, _count, _sum, _bucket.
bool isCounterName(const QString &metric, const std::map<QString, QString> &types);

} // namespace Watchfloor
