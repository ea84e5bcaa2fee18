#pragma once

#include <QStringView>

namespace Watchfloor {

/// `text` against a shell's pattern: * any characters, ? one, [a-z] and [^a-z] one of a class, a backslash before what stands for itself.
/// Slashes count in neither. A pattern that is not well-formed matches nothing.
bool matchesPattern(QStringView text, QStringView pattern);

bool isPattern(QStringView pattern);

} // namespace Watchfloor
