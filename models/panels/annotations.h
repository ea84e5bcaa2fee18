#pragma once

#include "models/core/timerange.h"
#include "models/metrics/series.h"
#include "models/panels/dashboard.h"

namespace Watchfloor {

/// Something that a dashboard's own query says happened: at a moment, or for a while.
struct BoardEvent
{
    WallTime start{};
    WallTime end{};
    QString title;
    QString text;  ///< more words and the tags
    QString color; ///< as dashboards write colours
    bool operator==(const BoardEvent &) const = default;
};

/// The step that such a query is asked with: its own, else a minute.
std::chrono::milliseconds annotationStep(const AnnotationQuery &query);

/// Each run of samples that are not zero is one event, a gap of more than a step ends it; where the value is the time, each different one is an event. Oldest
/// first, at most 1,000, the newest of them.
std::vector<BoardEvent> eventsOf(const AnnotationQuery &query, const QueryAnswer &answer, std::chrono::milliseconds step);

} // namespace Watchfloor
