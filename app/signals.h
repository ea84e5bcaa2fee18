#pragma once

#include <QSocketNotifier>

#include <memory>

namespace Watchfloor {

/// From here on SIGINT, SIGTERM and SIGHUP no longer end the program but activate the notifier, on the main loop. Null when the
/// system refuses; then they end it as ever.
std::unique_ptr<QSocketNotifier> notifyOnInterrupt();

/// Takes what was signalled out of the notifier, so that it does not fire again for it.
void drainInterrupt(QSocketNotifier &notifier);

} // namespace Watchfloor
