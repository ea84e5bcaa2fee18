#include "app/verbs/explainkinds.h"

#include "models/core/duration.h"

namespace Watchfloor::Explain {

/// OpenSLO's shorthand has months, quarters and years, which have no length of their own: it is read where objectives are.
Explanation duration(const ExplainRequest &request)
{
    const auto text = request.text("text");
    const auto dialect = request.text("dialect", QStringLiteral("prometheus"));
    if (const auto *fault = std::get_if<ExplainFault>(&text))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&dialect))
        return *fault;
    if (std::get<QString>(dialect) != u"prometheus")
        return ExplainFault{QStringLiteral("unknown dialect \"%1\"; there is prometheus").arg(std::get<QString>(dialect).left(60))};
    const auto length = parseDuration(std::get<QString>(text));
    if (!length)
        return ExplainFault{length.error().detail};
    return ExplainJson{{"seconds", explainNumber(double(length->count()) / 1000.0)}, {"text", explainText(durationText(*length))}};
}

} // namespace Watchfloor::Explain
