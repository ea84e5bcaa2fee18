#pragma once

#include "models/core/timerange.h"
#include "models/frames/display.h"

namespace Watchfloor {

/// What ${__field…}, ${__series…}, ${__value…}, ${__data…}, ${__from} and ${__to} mean at some place of a picture.
struct MacroContext
{
    const Frame *frame = nullptr;
    const Field *field = nullptr;
    QString fieldName;                      ///< as it is shown
    std::optional<size_t> row;
    std::optional<DisplayValue> calculated; ///< of several rows, where no row is meant
    std::optional<TimeRange> range;
};

enum class MacroEncoding {
    None,
    Uri,     ///< what may not stand in an address is escaped, what separates its parts stays
    Percent, ///< everything but letters, digits and -_.~ is escaped
};

/// `text` with every macro that the context gives a meaning; all others, and variables, stay as they are. A format of its own
/// (":percentencode", ":raw") counts more than `encoding`.
QString filledMacros(const QString &text, const MacroContext &context, MacroEncoding encoding = MacroEncoding::None);

} // namespace Watchfloor
