#pragma once

#include "models/alerts/alertcells.h"
#include "models/core/result.h"

#include <map>

namespace Watchfloor {

/// How a person left the alert list: filter, groups, columns and order.
struct AlertView
{
    QStringList terms;
    QString filterName;              ///< of the saved filter that the terms are; empty: none
    QStringList grouping;            ///< as AlertRowsModel has it; empty: flat
    std::vector<AlertColumn> columns; ///< in their order; empty: those that the width of the page asks for
    std::map<QString, int> widths;   ///< by a column's id, in pixels
    std::optional<AlertColumn> sortedBy; ///< absent: worst first
    bool descending = false;
    bool operator==(const AlertView &) const = default;
};

/// From alert-view.json in a data folder. What is absent, unreadable or unknown is as it is at first: how a list looked is no reason
/// to show none.
AlertView loadAlertView(const QString &folder);
Result<void> saveAlertView(const QString &folder, const AlertView &view);

} // namespace Watchfloor
