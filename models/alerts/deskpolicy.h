#pragma once

#include "models/core/severity.h"

#include <QByteArray>
#include <QList>
#include <QTime>

#include <chrono>
#include <map>
#include <optional>

namespace Watchfloor {

/// A daily span in which only the worst may make noise; one that ends before it begins passes midnight.
struct QuietHours
{
    QTime from;
    QTime to;
    QList<int> days;     ///< 1 is Monday, as Qt has it, of the day it begins; empty: every day
    QByteArray timeZone; ///< IANA; empty: this machine's
    bool operator==(const QuietHours &) const = default;
};

/// What the desk outside the window does about alerts.
struct DeskPolicy
{
    std::map<Severity, QString> sounds; ///< by severity: the name of a built-in sound, a path of a WAV file, or "none"
    std::optional<std::chrono::milliseconds> repeat; ///< the sound again until somebody looked; absent: once
    std::vector<QuietHours> quiet;
    Severity throughQuiet = Severity::Emergency;     ///< this severity or worse is told in quiet hours too
    QStringList services;                            ///< only these services' alerts; empty: all
    QStringList owners;                              ///< or only those of services with these owners
    bool operator==(const DeskPolicy &) const = default;
};

} // namespace Watchfloor
