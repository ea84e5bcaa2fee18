#pragma once

#include "models/alerts/alert.h"
#include "models/core/timerange.h"

#include <vector>

namespace Watchfloor {

/// Something that befell an alert: a state it took, or what a person or the clock did about it.
struct EpisodeEvent
{
    enum class Kind { State, Acknowledged, Released, Escalated, Notified, Dismissed };

    Kind kind = Kind::State;
    AlertState state = AlertState::Firing; ///< of Kind::State
    WallTime at{};
    QString who;  ///< the person, or the one on the escalation path
    QString text; ///< a comment
    bool operator==(const EpisodeEvent &) const = default;
};

/// One life of one alert, from the first that was seen of it until it was over; kept after that.
struct Episode
{
    qint64 id = 0; ///< of the record
    QString fingerprint;
    Labels labels;
    QString summary;
    Severity severity = Severity::Warning;
    QStringList origins;
    WallTime startedAt{};              ///< when its condition became true, as its origins say
    std::optional<WallTime> firedAt;   ///< when it first fired; absent: it stayed pending
    std::optional<WallTime> seenAt;    ///< when this console first told of it
    std::optional<WallTime> acknowledgedAt;
    std::optional<WallTime> endedAt;   ///< absent: it is open
    AlertState state = AlertState::Firing; ///< its last
    QString owner;
    int starts = 0;      ///< how often it began to fire in this life; above 1 it flapped
    int escalations = 0;
    std::vector<EpisodeEvent> events; ///< oldest first; only where one episode is asked for
    bool operator==(const Episode &) const = default;

    QString name() const { return labels.value(u"alertname"); }
    QString service() const { return labels.value(u"service"); }
};

/// What a person looks for in the record. Everything that is given must hold.
struct EpisodeSearch
{
    QString text;        ///< words, found in labels and summary without case
    Matchers matchers;
    QString fingerprint; ///< of one alert alone
    std::optional<TimeRange> during; ///< it was open at some time of this
    bool withEvents = false;
    bool brief = false;  ///< of the labels only alertname and service, no summary: for counting very many
    int limit = 500;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::Episode)
