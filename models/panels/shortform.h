#pragma once

#include "models/panels/dashboard.h"
#include "models/text/yamlvalue.h"

#include <array>

namespace Watchfloor {

/// The words of the short form, in the order of the enumerations they stand for; the first is what an absent key means.
inline constexpr std::array drawWords{"lines", "bars", "points"};
inline constexpr std::array shapeWords{"linear", "smooth", "stepbefore", "stepafter"};
inline constexpr std::array stackWords{"none", "normal", "percent"};
inline constexpr std::array pointWords{"auto", "always", "never"};
inline constexpr std::array legendWords{"list", "table", "hidden"};
inline constexpr std::array sideWords{"bottom", "right"};

/// Text, alert list and dashboard list have no queries.
bool asksNothing(PanelKind kind);

/// A panel as the short form says it, without what is as it would be anyway.
YamlValue shortForm(const Panel &panel);

/// What of a panel the short form cannot say, by name; empty: it says all of it.
QStringList beyondShortForm(const Panel &panel);

} // namespace Watchfloor
