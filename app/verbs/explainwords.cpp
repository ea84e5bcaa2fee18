#include "app/verbs/explainkinds.h"

#include "models/core/duration.h"
#include "models/slo/durationshorthand.h"

namespace Watchfloor::Explain {

Explanation duration(const ExplainRequest &request)
{
    const auto text = request.text("text");
    const auto dialect = request.text("dialect", QStringLiteral("prometheus"));
    if (const auto *fault = std::get_if<ExplainFault>(&text))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&dialect))
        return *fault;
    const QString &name = std::get<QString>(dialect);
    if (name != u"prometheus" && name != u"openslo")
        return ExplainFault{QStringLiteral("unknown dialect \"%1\"; there are prometheus and openslo").arg(name.left(60))};
    const auto length = name == u"openslo" ? parseDurationShorthand(std::get<QString>(text)) : parseDuration(std::get<QString>(text));
    if (!length)
        return ExplainFault{length.error().detail};
    return ExplainJson{{"seconds", explainNumber(double(length->count()) / 1000.0)}, {"text", explainText(durationText(*length))}};
}

} // namespace Watchfloor::Explain
