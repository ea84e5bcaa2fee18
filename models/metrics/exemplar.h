#pragma once

#include "models/core/labels.h"

#include <optional>
#include <vector>

namespace Watchfloor {

/// One observed event, by the labels that lead to it: trace_id and the like. Source: OpenMetrics 1.0, exemplars.
struct Exemplar
{
    Labels labels;
    double value = 0;
    std::optional<double> timestamp; ///< epoch seconds; always there in answers of query_exemplars
    bool operator==(const Exemplar &) const = default;
};

/// The exemplars of one series as /api/v1/query_exemplars lists them, ascending in time.
struct ExemplarSeries
{
    Labels labels;
    std::vector<Exemplar> exemplars;
    bool operator==(const ExemplarSeries &) const = default;
};

} // namespace Watchfloor
