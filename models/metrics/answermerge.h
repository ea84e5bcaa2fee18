#pragma once

#include "models/metrics/series.h"

#include <optional>

namespace Watchfloor {

/// What a merged answer spans: held numbers count from `start` up to, not including, `tail`; from there on the tail alone counts.
struct MergeSpan
{
    WallTime start{};
    WallTime tail{};
    std::chrono::milliseconds step{};
};

/// An answer of a range query and a newer one of the same query over its last part, as one.
struct AnswerMerge
{
    /// Both say the same of the first moment that both know. Where they do not, what is held is out of date further back as
    /// well, for samples come in the order of time, and `answer` is not to be used.
    bool agrees = true;
    /// The tail told nothing new.
    bool isUnchanged = true;
    QueryAnswer answer;
};

/// Joins both, gaps marked, so that the result is what the whole query would have given: series in the server's order, one
/// shared vector of times wherever grids agree, nothing left of a series without samples in the span.
AnswerMerge mergedAnswer(const QueryAnswer &held, QueryAnswer tail, const MergeSpan &span);

/// The order in which Prometheus lists series: by names and values in turn, as bytes of UTF-8.
bool listedBefore(const Labels &one, const Labels &other);

/// The time of the newest sample or histogram; nothing of an answer without any.
std::optional<WallTime> newestSample(const QueryAnswer &answer);

/// How many bytes its numbers take.
size_t byteSize(const QueryAnswer &answer);

} // namespace Watchfloor
