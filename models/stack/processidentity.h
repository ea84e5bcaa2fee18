#pragma once

#include <QByteArray>

#include <optional>

namespace Watchfloor {

/// Which process this is: its id alone may belong to another one by now, with the start time it cannot.
struct ProcessIdentity
{
    qint64 pid = 0;
    qint64 startTicks = 0; ///< field 22 of /proc/PID/stat, since boot
    bool operator==(const ProcessIdentity &) const = default;
};

/// The identity of a process that lives now; zombies are dead.
std::optional<ProcessIdentity> identityOf(qint64 pid);

bool isAlive(const ProcessIdentity &identity);

/// As it is written to a pid file, and read from one.
QByteArray identityText(const ProcessIdentity &identity);
std::optional<ProcessIdentity> parseIdentity(const QByteArray &text);

} // namespace Watchfloor
