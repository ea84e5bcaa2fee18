#pragma once

#include "models/core/state.h"
#include "models/routing/routingconfig.h"

#include <optional>

namespace Watchfloor {

/// A route that an alert takes, and what became of it there. Alertmanager does not tell when it sends: times follow from its
/// configuration and from when the alerts of the group began.
struct RouteTrace
{
    QStringList path; ///< the matchers of each node below the root, {a="b", c="d"} without braces; empty: the root itself
    QString receiver;
    QStringList integrations;
    Labels groupLabels;
    bool groupByAll = false;
    int groupSize = 1;          ///< alerts of the group, this one included, as far as they were looked at
    std::chrono::milliseconds groupWait{};
    std::chrono::milliseconds groupInterval{};
    std::chrono::milliseconds repeatInterval{};
    QStringList mutedBy;        ///< names of intervals that mute it now
    bool inactive = false;      ///< none of its active intervals is now
    QStringList activeIntervals;
    std::optional<WallTime> mutedUntil; ///< absent while not muted, or no end within a year
    WallTime firstAt{};         ///< when it is or would be sent first
    std::optional<WallTime> sentAt; ///< when it was sent first, as far as that can be told; absent: not yet
    std::optional<WallTime> nextAt; ///< when it is sent again if nothing in the group changes
    bool isMuted() const { return inactive || !mutedBy.isEmpty(); }
};

/// A silence that holds an alert back.
struct SilenceTrace
{
    QString source;
    QString id;
    QString createdBy; ///< empty: the silence itself is not known
    QString comment;
    WallTime startsAt{};
    WallTime endsAt{};
};

/// An alert that holds another one back.
struct InhibitorTrace
{
    QString fingerprint; ///< ours; empty: it is not known here
    QString name;
    QString service;
    std::optional<WallTime> firingSince;
    std::optional<InhibitRule> rule; ///< absent: none in the configuration explains it
};

/// What one member of a cluster says.
struct MemberTrace
{
    QString name;
    State visibility = State::Blind; ///< Healthy, Stale or Blind
    bool lists = false;
    bool suppressed = false;
};

/// Why people were told of an alert by one Alertmanager or a cluster of them, or why not.
struct NotificationTrace
{
    enum class Verdict {
        Unknown,   ///< nobody there can be asked, or its configuration is not known
        Pending,   ///< Prometheus has not sent it yet
        NotListed, ///< nobody there has it
        Silenced,
        Inhibited,
        Muted,    ///< by time intervals, on all of its routes
        Waiting,  ///< the group wait runs
        Notified, ///< on one route at least
        Over,
    };

    QString alertmanager; ///< name of the cluster, or of the only member
    Verdict verdict = Verdict::Unknown;
    std::vector<MemberTrace> members;
    std::vector<RouteTrace> routes;
    std::vector<SilenceTrace> silences;
    std::vector<InhibitorTrace> inhibitors;
    std::optional<WallTime> firesAt; ///< of a pending one
    bool uncertain = false;          ///< a part of the configuration that matters cannot be read here
    bool configurationsDiffer = false; ///< its members do not have the same

    /// Members that cannot be asked: what they send is not known.
    QStringList blindMembers() const;
    /// The first time of all routes.
    std::optional<WallTime> sentAt() const;
};

/// What became of an alert on one route, without what a silence or another alert did to it.
/// `began`: when the alert began for the Alertmanager; `groupBegan`: when the first of its group did.
RouteTrace traceRoute(const RoutingConfig &config, const RoutingConfig::Path &path, const Labels &labels, WallTime began, WallTime groupBegan, WallTime now);

} // namespace Watchfloor
