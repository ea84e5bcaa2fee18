#include "models/core/secret.h"

namespace Watchfloor {

QDebug operator<<(QDebug debug, const Secret &)
{
    return debug << "***";
}

} // namespace Watchfloor
