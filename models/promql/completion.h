#pragma once

#include "models/promql/vocabulary.h"

#include <vector>

namespace Watchfloor {

/// Something that may stand where the cursor is.
struct PromSuggestion
{
    enum class Kind { Metric, Function, Aggregation, Label, LabelValue, Keyword, Duration };
    Kind kind = Kind::Metric;
    QString text;   ///< what is put in: "rate(", "service", "\"payment\""
    QString detail; ///< "counter", "(v range-vector)"
    QString help;
    bool operator==(const PromSuggestion &) const = default;
};

struct PromCompletion
{
    qsizetype start = 0;  ///< what is replaced: from here
    qsizetype length = 0; ///< so many characters
    std::vector<PromSuggestion> suggestions; ///< best first, at most 200
    QString wantsValuesOf; ///< a label whose values would be offered if they were known
    QString wantsLabelsOf; ///< a metric whose labels would be
};

/// What may stand at `cursor`: labels in braces and after by and without, values after an operator in braces, durations in brackets, else metrics,
/// functions and aggregations. Matches at the start come first, then inside, then letters in their order.
PromCompletion completed(const QString &text, qsizetype cursor, const PromVocabulary &vocabulary);

} // namespace Watchfloor
