#pragma once

#include "models/runbooks/run.h"

namespace Watchfloor {

/// What the audit log tells of a run, as compact JSON objects.
QString runStartDetail(const Run &run, bool overrideGates);
QString stepDetail(const Run &run, const StepProgress &step);
QString runEndDetail(const Run &run);
/// The outcome of a step or a run as one word.
QString outcomeWord(StepState state);
QString outcomeWord(RunState state);

} // namespace Watchfloor
