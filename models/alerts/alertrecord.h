#pragma once

#include "models/alerts/alertkey.h"

#include <QHash>

#include <memory>
#include <tuple>
#include <vector>

namespace Watchfloor {

struct AlertRecord;

/// Where an alert stood in the latest round of an origin: what comes again there with the same digest needs no look at its record.
struct AlertPlace
{
    AlertRecord *record = nullptr;
    AlertMark mark;
    std::optional<WallTime> endsAt;
    bool taken = false;
};

/// A server, or the console itself, with what its latest round said.
struct AlertOrigin
{
    enum class Kind { Prometheus, Alertmanager, Console };

    QString name;
    Kind kind = Kind::Prometheus;
    QString address; ///< scheme://host:port of a Prometheus, for generator URLs
    Labels external;
    std::vector<AlertRule> rules;
    QHash<QString, std::vector<size_t>> rulesByName;
    std::vector<Silence> silences;
    size_t unreadSilences = 0;
    QString configuration;
    QString cluster;   ///< as the workspace names it
    QStringList peers; ///< as the Alertmanager's status has them
    std::vector<size_t> members; ///< origins of its cluster, itself included; of an Alertmanager only
    bool hasOthers = false;      ///< there are Alertmanagers of other clusters
    bool regroups = true;        ///< the workspace changed: whom it was with before counts no more
    std::optional<Instant> appliedAt;
    quint64 answeredIn = 0; ///< its latest round
    std::optional<WallTime> serverTime;
    std::optional<WallTime> startedAt;
    std::vector<AlertPlace> places; ///< as they came in its latest round: the next comes alike
    quint64 epoch = 0;              ///< in which the places were taken
    bool visible = false;

    /// The rule that makes an alert of these labels; null when there is none of its name.
    const AlertRule *ruleFor(const Labels &labels) const;
};

/// What one origin says of one alert, without the labels, which are the alert's.
struct AlertEntry
{
    size_t origin = 0;
    quint64 round = 0;
    AlertMark mark; ///< its key tells apart what an origin lists twice, with two external labels
    OriginAlert::State state = OriginAlert::State::Firing;
    WallTime startsAt{};
    Labels external;
    Labels annotations;
    QString generatorUrl;
    QString fingerprint;
    QString value;
    QStringList silencedBy;
    QStringList inhibitedBy;
    QStringList mutedBy;
    QStringList receivers;

    void take(const OriginAlert &alert, const AlertMark &its);
};

/// Where a row stands in the list, worst first.
struct AlertPosition
{
    int badness = 0;
    WallTime startsAt{};
    quint64 key = 0;
    AlertRecord *record = nullptr;

    auto rank() const { return std::tie(badness, startsAt, key); }
    bool operator<(const AlertPosition &other) const { return rank() < other.rank(); }
    bool operator==(const AlertPosition &other) const { return rank() == other.rank(); }
};

/// Everything remembered of one alert, its episode included: from the first listing until it is over.
struct AlertRecord
{
    quint64 key = 0;
    quint64 family = 0; ///< key over the labels without the severity
    Alert alert;
    std::vector<AlertEntry> entries;   ///< of those that list it
    std::vector<size_t> raisers;       ///< every Prometheus that listed it
    std::vector<size_t> carriers;      ///< every Alertmanager that listed it
    std::optional<size_t> generator;   ///< the Prometheus at its generator URL
    std::optional<bool> presence;      ///< whether its series was still there after it left
    std::optional<Instant> lostAt;     ///< when its series were first said to be gone after it left
    std::optional<Instant> askedAt;    ///< since when that is asked
    std::optional<Instant> recoveredAt;
    std::optional<WallTime> stoodSince; ///< while its clock stands
    std::vector<Instant> begins;        ///< when it began to fire, within the policy's time
    std::optional<Instant> movedAt;     ///< when it began or ended last
    std::optional<AlertPosition> position; ///< in the list; absent: it has no row of its own
    std::optional<AlertState> counted;
    AlertRecord *kin = nullptr;    ///< the next with the same labels but for the severity
    AlertRecord *leader = nullptr; ///< in whose row it stands
    quint64 stirredIn = 0;         ///< the round in which an Alertmanager last began or ceased to list it, or changed its word
    Instant dueAt = Instant::max(); ///< when it is judged again though nobody says anything
    Instant watchedAt = Instant::max();
    size_t slot = 0;
    Severity acknowledgedAs = Severity::None;
    AlertState told = AlertState::Recovered; ///< what listeners know
    bool everListed = false;
    bool everFired = false;
    bool everPending = false;
    bool everRan = false; ///< its clock, in this episode
    bool endTold = false; ///< its last Alertmanager dropped it before its time: somebody said that it ended
    bool contested = false; ///< members of a cluster differ; not all have answered since
    bool fires = false;
    bool left = false; ///< nobody lists it, or nobody did until now
    bool isRestored = false; ///< left by an earlier console, and listed by nobody since
    bool dirty = true;
    bool queued = false;
    bool moved = false;
    bool removed = false;

    void beginEpisode();
    /// What is known of it is of an episode that ended before `startsAt`.
    bool isLeftBehind(WallTime startsAt) const;
    bool isListedBy(size_t origin) const;
    AlertEntry *entryOf(size_t origin, quint64 entryKey);
    AlertPosition positionNow();
};

} // namespace Watchfloor
