#pragma once

#include "models/alerts/alert.h"

#include <QHash>

#include <memory>
#include <vector>

namespace Watchfloor {

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
    QString configuration;
    QString cluster;
    std::optional<Instant> appliedAt;
    std::optional<WallTime> serverTime;
    std::vector<quint64> order; ///< keys of its latest round, as they came: the next round comes alike
    bool visible = false;

    /// The rule that makes an alert of these labels; null when there is none of its name.
    const AlertRule *ruleFor(const Labels &labels) const;
};

/// What one origin says of one alert, without the labels, which are the alert's.
struct AlertEntry
{
    size_t origin = 0;
    quint64 round = 0;
    size_t place = 0; ///< in the origin's latest round
    OriginAlert::State state = OriginAlert::State::Firing;
    WallTime startsAt{};
    std::optional<WallTime> endsAt;
    Labels external;
    Labels annotations;
    QString generatorUrl;
    QString fingerprint;
    QString value;
    QStringList silencedBy;
    QStringList inhibitedBy;
    QStringList mutedBy;
    QStringList receivers;

    /// Takes over what changed; false when nothing but the end did, which moves with every resend.
    bool update(const OriginAlert &alert);
};

/// Everything remembered of one row, its episode included: from the first listing until it is over.
struct AlertRecord
{
    quint64 key = 0;
    size_t row = 0;
    std::vector<AlertEntry> entries;   ///< of those that list it
    std::vector<size_t> raisers;       ///< every Prometheus that listed it
    std::vector<size_t> carriers;      ///< every Alertmanager that listed it
    std::optional<size_t> generator;   ///< the Prometheus at its generator URL
    std::optional<bool> presence;      ///< whether its series was still there after it left
    std::optional<Instant> askedAt;    ///< since when that is asked
    std::optional<Instant> recoveredAt;
    std::optional<WallTime> stoodSince; ///< while its clock stands
    bool everRan = false;               ///< its clock, in this episode
    Severity acknowledgedAs = Severity::None;
    bool everListed = false;
    bool everFired = false;
    bool everPending = false;
    bool endTold = false; ///< its last Alertmanager dropped it before its time: somebody said that it ended
    bool dirty = true;
    bool removed = false;

    void beginEpisode();
    AlertEntry *entryOf(size_t origin);
};

/// A 64-bit key over the labels less those that `external` has with the same value. Pairs are added up, so order is nothing.
quint64 alertKey(const Labels &labels, const Labels &external);
/// `labels` less the pairs of `external` are exactly `bare`.
bool isSameWithout(const Labels &labels, const Labels &external, const Labels &bare);
/// `labels` less the pairs of `external`; those taken away come back in `taken`.
Labels strippedOf(const Labels &labels, const Labels &external, Labels &taken);

QString fingerprintText(quint64 key);

} // namespace Watchfloor
