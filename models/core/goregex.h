#pragma once

#include "models/core/result.h"

#include <QStringView>

#include <memory>

namespace re2 {
class RE2;
}

namespace Watchfloor {

/// Compiles a pattern as Go's package regexp reads it. RE2 is the same language but for what is settled here: \C is refused,
/// (?<name>…) is a named group as in Go since 1.22, names are ASCII, and groups nest at most 1,000 deep. Memory is bounded.
Result<std::shared_ptr<const re2::RE2>> compileGoRegex(QStringView pattern);

} // namespace Watchfloor
