#pragma once

#include "models/runbooks/runbook.h"

namespace Watchfloor {

/// An address under which a runbook may be known elsewhere: http or https, with a host.
bool isRunbookAddress(const QString &address);

/// The runbook here to which a link of an alert leads; null when there is none. One that names the address in its front matter
/// goes first; then one whose name, title or file the last part of the path is, or what is behind #; then one that matches the
/// alert name which that part is, as collections of runbooks have it.
const Runbook *runbookAt(const QString &address, const std::vector<Runbook> &runbooks);

} // namespace Watchfloor
