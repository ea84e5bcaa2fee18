#pragma once

#include "models/core/result.h"

#include <QtGlobal>

#include <vector>

namespace Watchfloor {

/// `count` different ports of the loopback address on which nothing listens now. They lie below the range that outgoing
/// connections are given, so that none is lost between this call and the server's start.
Result<std::vector<quint16>> freePorts(size_t count);

} // namespace Watchfloor
