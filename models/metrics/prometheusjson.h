#pragma once

#include "models/core/result.h"
#include "models/metrics/exemplar.h"
#include "models/metrics/prometheusclient.h"
#include "models/metrics/series.h"

#include <QByteArrayView>

namespace Watchfloor {

/// At most so many series of one answer are kept, unless a source says otherwise (decisions 6).
inline constexpr size_t seriesLimit = 10'000;

/// The body of query or query_range: a strict scanner for what Prometheus writes, nlohmann's SAX parser for everything else.
/// Source: Prometheus documentation, HTTP API, expression query result formats.
Result<QueryAnswer> parseQueryAnswer(QByteArrayView body, size_t limit = seriesLimit);
/// The general road alone; the differential test holds both together.
Result<QueryAnswer> parseQueryAnswerGenerally(QByteArrayView body, size_t limit = seriesLimit);

/// The body of query_exemplars; at most `exemplarLimit` in all are kept, an entry that is not laid out so refuses the answer.
Result<std::vector<ExemplarSeries>> parseExemplars(QByteArrayView body);
inline constexpr size_t exemplarLimit = 100'000;

Result<std::vector<ScrapeTarget>> parseTargets(QByteArrayView body);
Result<std::map<QString, MetricMetadata>> parseMetadata(QByteArrayView body);
Result<QString> parseBuildInfo(QByteArrayView body);
/// The start in the body of status/runtimeinfo.
Result<WallTime> parseStartTime(QByteArrayView body);
Result<QStringList> parseStringList(QByteArrayView body);

/// The error an API answer carries: errorType and error of the envelope; absent when it says success.
std::optional<Error> apiError(QByteArrayView body);

/// The Error for an errorType of the API and its text: "timeout" is a time-out, "bad_data" and "execution" are refusals.
Error errorOfApi(const QString &errorType, const QString &text);

/// RFC 3339 with a zone, fractions of any length cut to milliseconds. Year 1 and the like are the epoch's zero time.
Result<WallTime> parseRfc3339(QByteArrayView text);

} // namespace Watchfloor
