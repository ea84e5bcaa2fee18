#pragma once

#include "models/core/clock.h"

#include <QString>

namespace Watchfloor {

/// A moment worth a line on every time axis.
struct Mark
{
    enum class Kind { Deploy, Restart, Run, Alert, Recovered, Incident, Source, Silence, Note };

    Kind kind = Kind::Note;
    WallTime at{};
    QString service; ///< empty: concerns everything
    QString text;    ///< "4f1c9ae deployed": plain, without the service's name
    QString actor;   ///< who did it, where known
    QString key;     ///< the same key is the same mark: "deploy/payment/4f1c9ae"

    bool operator==(const Mark &) const = default;
};

} // namespace Watchfloor
