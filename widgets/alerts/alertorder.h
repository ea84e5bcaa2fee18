#pragma once

#include "models/session/stores.h"
#include "widgets/charts/statetimeline.h"

#include <QCoreApplication>

namespace Watchfloor {

/// "In what order it happened": the worst alerts of a span of time and the sources that cannot be seen, oldest first.
class AlertOrder
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::AlertOrder)

public:
    struct Rows
    {
        std::vector<StateTimeline::Row> rows;
        QStringList fingerprints; ///< parallel; empty for a source
    };

    static Rows of(const Stores &stores, TimeRange range, Instant now, size_t most);
    /// `end` is when it was over or last seen, now where it goes on.
    static StateTimeline::Row rowOf(const Alert &alert, WallTime end, WallTime now);
};

} // namespace Watchfloor
