#pragma once

#include <QList>

namespace Watchfloor {

/// Signals every member of the process group `leader` and every process of its session, which a grandchild that made a group of
/// its own has not left.
void signalGroup(qint64 leader, int signal);

/// The living processes of the group or session of `leader`, zombies left out, from /proc.
QList<qint64> groupMembers(qint64 leader);

} // namespace Watchfloor
