#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace Watchfloor {

/// What stands behind a code block's fence: `promql gate="errors are high" source=main`. Values are bare words or stand in
/// quotes of either kind, where a backslash keeps the next quote or backslash.
struct FenceInfo
{
    QString language;
    std::vector<std::pair<QString, QString>> attributes; ///< as written, in their order
    QString error;                                       ///< why the rest could not be read; empty: it could
    bool has(QStringView name) const;
    QString value(QStringView name) const;
};
FenceInfo parseFenceInfo(QStringView text);

} // namespace Watchfloor
