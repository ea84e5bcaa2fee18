#pragma once

#include "app/verbs/explain.h"

/// One function a kind, one file a family of kinds.
namespace Watchfloor::Explain {

Explanation metrics(const ExplainRequest &request);
Explanation promqlAnswer(const ExplainRequest &request);

Explanation value(const ExplainRequest &request);
Explanation interval(const ExplainRequest &request);

Explanation duration(const ExplainRequest &request);

Explanation condition(const ExplainRequest &request);
Explanation jsonpath(const ExplainRequest &request);
Explanation health(const ExplainRequest &request);

Explanation dashboard(const ExplainRequest &request);

Explanation matchers(const ExplainRequest &request);
Explanation alertmanager(const ExplainRequest &request);

} // namespace Watchfloor::Explain
