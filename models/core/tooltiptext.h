#pragma once

#include <QString>

namespace Watchfloor {

/// A tool tip that shows these words as they are. Qt takes what looks like markup for markup, an image's address included; what
/// does not look like it would show the escapes themselves. Long lines wrap, which Qt does in markup only.
QString toolTipText(const QString &plain);

} // namespace Watchfloor
