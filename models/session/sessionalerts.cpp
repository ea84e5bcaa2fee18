#include "models/session/sessionprivate.h"

namespace Watchfloor {

void Session::dismiss(const QString &fingerprint)
{
    d->observe({}, AlertDismissal{fingerprint});
}

} // namespace Watchfloor
