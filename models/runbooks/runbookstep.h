#pragma once

#include "models/runbooks/runbook.h"

namespace Watchfloor {

/// The step of a code block, or nothing where the block is only to be read. What is wrong with it goes to `faults`, at the
/// block's line. `known` are the names a script may use without giving them a value: parameters, environment, PATH, HOME, LANG.
std::optional<RunbookStep> readStep(const MarkdownBlock &block, const QStringList &known, const QString &file,
                                    std::vector<Fault> &faults);

/// The pattern is one RE2 can use; else why not.
Result<void> checkPattern(const QString &pattern);

} // namespace Watchfloor
