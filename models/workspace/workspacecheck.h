#pragma once

#include "models/text/fault.h"

#include <QByteArray>

#include <vector>

namespace Watchfloor {

/// What `check --json` prints: {"errors":[{"file","line","column","path","message"}]}, one line, UTF-8.
QByteArray faultsJson(const std::vector<Fault> &faults);

/// One fault a line, as people and editors read it.
QString faultsText(const std::vector<Fault> &faults);

} // namespace Watchfloor
