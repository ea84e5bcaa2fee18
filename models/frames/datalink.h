#pragma once

#include "models/frames/fieldmacros.h"

#include <QUrl>

namespace Watchfloor {

/// A link of a panel or a field with everything filled in, to be shown before it is opened.
struct ResolvedLink
{
    QString title;
    QString text;                 ///< the address as it came out
    std::optional<QUrl> target;   ///< absent: it leads where no link may lead; it is shown and not opened
    bool newTab = false;
    bool operator==(const ResolvedLink &) const = default;
};

/// `fill` fills the dashboard's variables into title and address after the macros of the context.
ResolvedLink resolved(const DataLink &link, const MacroContext &context, const FillText &fill = {});

/// Where an address leads: http and https with a host, or a place relative to the dashboards ("/d/uid", "?var-a=b"). Anything else is
/// refused, as are addresses that only look relative.
std::optional<QUrl> linkTarget(const QString &text);

} // namespace Watchfloor
