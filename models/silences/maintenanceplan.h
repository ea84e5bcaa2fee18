#pragma once

#include "models/silences/occurrences.h"

#include "models/alerts/alert.h"

namespace Watchfloor {

/// What a silence's comment says of the window that it was made for.
struct MaintenanceMark
{
    QString workspace;
    QString window;
    QString begin; ///< as MaintenanceOccurrence has it
    bool operator==(const MaintenanceMark &) const = default;
};

/// "[watchfloor maintenance Unified commerce/Nightly backup 2026-11-28T02:00+01:00]"
QString maintenanceMarkText(const MaintenanceMark &mark);
/// The mark at the end of a comment; absent where none stands there.
std::optional<MaintenanceMark> maintenanceMark(const QString &comment);

/// A cluster as it was last seen.
struct MaintenanceCluster
{
    QString name;
    QStringList members;
    bool visible = false;          ///< one member at least answers now
    std::vector<Silence> silences; ///< of all members, each id once, the newest telling of it
};

/// What is to be done for a window, at one cluster.
struct MaintenanceAction
{
    enum class Kind { Make, End };
    Kind kind = Kind::Make;
    Silence silence; ///< to be posted; of End the one that goes
    MaintenanceReport report; ///< whose it is; of End without a meaning but for window and source
    bool operator==(const MaintenanceAction &) const = default;
};

struct MaintenancePlan
{
    std::vector<MaintenanceReport> reports; ///< of every occurrence whose time has come to be made
    std::vector<MaintenanceAction> actions;
};

/// What stands, what is missing, and what is to be done about it. It only looks: the same world gives the same plan in every
/// console. Its own silences are known by their mark. One that is missing is made, again where an Alertmanager lost it; one that a
/// person ended is not made again; one whose end a person moved stays; of two the one with the lesser id stays. Pending ones of
/// windows or times that are no longer in the file, or are worded otherwise there, go, unless they were made after the file was
/// written: then another console has a newer file.
MaintenancePlan planMaintenance(const QString &workspace, const std::vector<MaintenanceWindow> &windows,
                                const std::vector<MaintenanceCluster> &clusters, WallTime now, WallTime fileWritten);

} // namespace Watchfloor
