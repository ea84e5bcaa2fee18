#pragma once

#include "models/core/clock.h"
#include "models/core/labels.h"
#include "models/core/matcher.h"
#include "models/core/severity.h"

#include <QMetaType>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

namespace Watchfloor {

/// Numbers by which what an origin tells again is known without reading it; made where it is parsed. No part of what it says.
struct AlertMark
{
    quint64 key = 0;    ///< over all its labels
    quint64 digest = 0; ///< over all but its end, which moves with every resend; 0: not made
    bool operator==(const AlertMark &) const { return true; }
};

/// An alert as one origin tells it.
struct OriginAlert
{
    enum class State { Pending, Firing, Suppressed };

    Labels labels;
    Labels annotations;
    State state = State::Firing;
    WallTime startsAt{};
    std::optional<WallTime> endsAt; ///< absent: no end told
    QString generatorUrl;
    QString fingerprint; ///< the origin's own, may be empty
    QString value;
    QStringList silencedBy;
    QStringList inhibitedBy; ///< fingerprints as the origin has them
    QStringList mutedBy;     ///< names of time intervals that mute its routes, from Alertmanager 0.28 on
    QStringList receivers;   ///< of an Alertmanager: whom its routes lead to
    AlertMark mark{};
    bool operator==(const OriginAlert &) const = default;
};

/// A silence of an Alertmanager.
struct Silence
{
    enum class State { Pending, Active, Expired };
    QString id;
    State state = State::Active;
    Matchers matchers;
    WallTime startsAt{};
    WallTime endsAt{};
    WallTime updatedAt{};
    QString createdBy;
    QString comment;
    Labels annotations; ///< from Alertmanager 0.28 on; not ours, and kept as they are
    bool operator==(const Silence &) const = default;
};

/// An alerting rule of a Prometheus, as it ran.
struct AlertRule
{
    QString name;
    QString group;
    QString expression;
    std::chrono::milliseconds duration{}; ///< its `for`
    std::chrono::milliseconds keepFiringFor{};
    Labels labels;
    Labels annotations;
    QString health; ///< "ok", "err", "unknown"
    QString lastError;
    bool operator==(const AlertRule &) const = default;
};

/// What an Alertmanager said in one round.
struct AlertmanagerSnapshot
{
    std::vector<OriginAlert> alerts;
    std::vector<Silence> silences;
    size_t unreadSilences = 0; ///< that it has beside them, and nobody here can read
    QString version;
    QString clusterStatus;
    QStringList clusterPeers; ///< addresses of the members that it sees, itself included
    QString configuration;    ///< its own YAML, secrets left out by it
    size_t totalAlerts = 0; ///< before the cut at 100,000
    std::optional<WallTime> serverTime; ///< the Alertmanager's own clock when it answered
    std::optional<WallTime> startedAt;  ///< since when it runs: it forgets its alerts when it restarts
};

/// What a Prometheus said of its alerts in one round.
struct PrometheusAlertsSnapshot
{
    std::vector<OriginAlert> alerts;
    std::vector<AlertRule> rules;
    Labels externalLabels;
    size_t totalAlerts = 0; ///< before the cut at 100,000
};

/// An alert that the console itself raises (an endpoint critical for longer than its limit).
struct ConsoleAlertsSnapshot
{
    std::vector<OriginAlert> alerts;
};

/// What the rule's selector, without its comparison, had when an alert left: series (recovered) or none (vanished).
struct SelectorPresence
{
    QString fingerprint;
    bool present = true;
};

/// An acknowledgement by a person, recorded.
struct Acknowledgement
{
    QString owner;
    QString comment;
    WallTime at{};
    std::optional<WallTime> until{};    ///< when it ends by itself; absent: with the alert
    Severity severity = Severity::None; ///< of the alert when it was taken on; a worse one opens it again. None: not known
    QString silence{};                  ///< "source/id" of the silences that back it, one of each cluster, parted by line feeds; empty: none
    bool operator==(const Acknowledgement &) const = default;
};

/// The state of a row (decisions 27).
enum class AlertState { Firing, Pending, Acknowledged, Silenced, Inhibited, Unseen, Vanished, Recovered };

/// "firing", "unseen": as programs read it.
QString alertStateName(AlertState state);

/// The order of a list, worst first: what fires or was taken on, what cannot be seen, what will fire, what is muted, what is over.
int alertStateRank(AlertState state);

/// What one origin says of an alert.
struct AlertTelling
{
    QString origin;
    bool lists = false; ///< false: it would know, and does not list it
    OriginAlert::State state = OriginAlert::State::Firing;
    WallTime startsAt{};
    bool operator==(const AlertTelling &) const = default;
};

/// The external labels with which one Alertmanager lists an alert.
struct ToldLabels
{
    QString origin;
    Labels external;
    bool operator==(const ToldLabels &) const = default;
};

/// One alert of all its origins.
struct Alert
{
    QString fingerprint; ///< ours: over the labels without external ones
    Labels labels;         ///< without the origins' external ones
    Labels externalLabels; ///< those that an origin added, as one of them tells
    std::vector<ToldLabels> told;  ///< of each Alertmanager, sorted, where they differ or there are several clusters; else none
    Labels annotations;
    Severity severity = Severity::Warning;
    AlertState state = AlertState::Firing;
    WallTime startsAt{};                ///< the earliest of the origins
    std::optional<WallTime> firingSince;
    std::optional<WallTime> endedAt;    ///< recovered, vanished or unseen since
    QStringList origins;                ///< sources that list it now, sorted; while unseen those that did
    QStringList silencedBy;             ///< silence ids
    QStringList inhibitedBy;            ///< fingerprints as the origins have them; AlertStore::findByOrigin knows ours
    QStringList mutedBy;                ///< names of time intervals
    QStringList receivers;              ///< of all Alertmanagers that list it
    int starts = 0;                     ///< how often it began to fire within the policy's time for flapping
    bool flapping = false;
    bool disputed = false;              ///< members of one cluster, or origins that should know, disagree about it
    QString generatorUrl;
    QString value;
    std::optional<Acknowledgement> acknowledgement;
    std::chrono::milliseconds heldFor{}; ///< how long its clock stood before: acknowledged and let go again, or muted
    bool operator==(const Alert &) const = default;

    QString name() const { return labels.value(u"alertname"); }
    QString service() const { return labels.value(u"service"); }
    /// As an Alertmanager sees them: what silences and filters are matched against.
    Labels allLabels() const;
    /// Whether `fits` holds for the external labels of one telling; where `among` is given, of one of those Alertmanagers.
    template <typename Fits>
    bool anyTold(Fits fits, const QStringList *among = nullptr) const
    {
        const auto holds = [&](const ToldLabels &telling) { return (!among || among->contains(telling.origin)) && fits(telling.external); };
        return told.empty() ? fits(externalLabels) : std::any_of(told.begin(), told.end(), holds);
    }
    /// annotations summary, else message, else description.
    QString summary() const;
    /// It may hurt now: firing, pending, acknowledged, silenced, inhibited or unseen.
    bool isOpen() const { return state != AlertState::Recovered && state != AlertState::Vanished; }
    /// When it began, as seen at a time: what claims to begin later began when it was first seen to fire, else then.
    WallTime beganBy(WallTime time) const;
    /// What it says of its service: firing and acknowledged by severity, unseen Blind, pending at most Warning, else Healthy.
    State claim() const;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::AlertState)
Q_DECLARE_METATYPE(Watchfloor::Alert)
