#pragma once

#include "models/alerts/alertcells.h"

namespace Watchfloor {

/// Alerts as text for a chat, a program or a document.
class AlertCopy
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::AlertCopy)

public:
    enum class Form { Text, Json, Markdown };

    struct Copied
    {
        QString text;
        int alerts = 0;
        int leftOut = 0; ///< of a selection that is larger than what is copied at once
    };

    /// Text and Markdown have these columns; JSON has all that is known. At most 10,000 alerts and some megabytes.
    static Copied of(const std::vector<const Alert *> &alerts, Form form, const std::vector<AlertColumn> &columns, const AlertStore &store, WallTime now);
    /// One alert with all that is known of it: what the columns say, labels, annotations.
    static QString whole(const Alert &alert, Form form, const AlertStore &store, WallTime now);
};

} // namespace Watchfloor
