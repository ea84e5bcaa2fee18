#include "models/silences/clustersilence.h"

#include "models/alerts/alertmanagerjson.h"
#include "models/silences/silencepreview.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;
using Says = SilenceMember::Says;

/// Clocks differ, and members tell one another within seconds.
constexpr auto gossip = 3s;

bool isSame(const Silence &a, const Silence &b)
{
    return a.state == b.state && std::chrono::abs(a.endsAt - b.endsAt) <= 1s && sameMatchers(a.matchers, b.matchers);
}

/// Whether `a` is what became of `b`: by a later word, or by time alone, which leaves none.
bool isNewer(const Silence &a, const Silence &b)
{
    return std::tie(a.updatedAt, a.state) > std::tie(b.updatedAt, b.state);
}

/// When it became what it is.
WallTime changedAt(const Silence &silence)
{
    switch (silence.state) {
    case Silence::State::Pending:
        return silence.updatedAt;
    case Silence::State::Active:
        return std::max(silence.updatedAt, silence.startsAt);
    case Silence::State::Expired:
        return std::max(silence.updatedAt, silence.endsAt);
    }
    return silence.updatedAt;
}

/// When a source last answered; absent while it cannot be seen.
std::optional<WallTime> lastAnswer(const SourceStore &sources, const QString &source, Instant now, WallTime wall)
{
    const SourceStatus *status = sources.find(source);
    if (!status || status->state(now) != State::Healthy || !status->freshness.lastValid())
        return std::nullopt;
    return wall - (now - *status->freshness.lastValid());
}

Says saysOf(const Silence *own, const Silence &newest, const std::optional<WallTime> &answered)
{
    if (!answered)
        return Says::Blind;
    if (own && isSame(*own, newest))
        return Says::Stands;
    if (!own && newest.state == Silence::State::Expired)
        return Says::Stands; // what is over may be forgotten
    if (*answered < changedAt(newest) + gossip)
        return Says::Waiting;
    return own ? Says::Differs : Says::Lacks;
}

using Place = std::pair<QString, QString>; ///< cluster, id

} // namespace

bool ClusterSilence::isDisputed() const
{
    return std::any_of(members.begin(), members.end(),
                       [](const SilenceMember &member) { return member.says == Says::Lacks || member.says == Says::Differs; });
}

QStringList ClusterSilence::membersThat(SilenceMember::Says says) const
{
    QStringList names;
    for (const SilenceMember &member : members)
        if (member.says == says)
            names << member.source;
    return names;
}

std::vector<ClusterSilence> clusterSilences(const AlertStore &alerts, const SourceStore &sources, Instant now, WallTime wall)
{
    std::vector<ClusterSilence> all;
    for (const auto &[cluster, members] : alerts.clusters()) {
        std::map<QString, const Silence *> newest;
        std::vector<std::map<QString, const Silence *>> own(size_t(members.size()));
        for (size_t i = 0; i < own.size(); ++i)
            for (const Silence &silence : alerts.silences(members[qsizetype(i)])) {
                own[i][silence.id] = &silence;
                const Silence *&known = newest[silence.id];
                if (!known || isNewer(silence, *known))
                    known = &silence;
            }
        std::vector<std::optional<WallTime>> answered;
        for (const QString &member : members)
            answered.push_back(lastAnswer(sources, member, now, wall));
        for (const auto &[id, silence] : newest) {
            ClusterSilence row{cluster, *silence, {}};
            for (size_t i = 0; i < own.size(); ++i) {
                const auto found = own[i].find(id);
                row.members.push_back({members[qsizetype(i)], saysOf(found == own[i].end() ? nullptr : found->second, *silence, answered[i])});
            }
            all.push_back(std::move(row));
        }
    }
    return all;
}

std::optional<ClusterSilence> findSilence(const AlertStore &alerts, const SourceStore &sources, const QString &cluster, const QString &id, Instant now,
                                          WallTime wall)
{
    for (ClusterSilence &row : clusterSilences(alerts, sources, now, wall))
        if (row.cluster == cluster && row.silence.id == id)
            return std::move(row);
    return std::nullopt;
}

std::vector<SilenceMember> tellingsOf(const AlertStore &alerts, const SourceStore &sources, const QString &cluster, const QString &id, Instant since,
                                      Instant now, WallTime wall)
{
    if (auto row = findSilence(alerts, sources, cluster, id, now, wall)) {
        // To agree that it is over is not to have it.
        for (SilenceMember &member : row->members)
            if (row->silence.state == Silence::State::Expired && member.says == Says::Stands)
                member.says = Says::Lacks;
        return std::move(row->members);
    }
    std::vector<SilenceMember> members;
    const auto clusters = alerts.clusters();
    const auto known = clusters.find(cluster);
    for (const QString &source : known == clusters.end() ? QStringList(cluster) : known->second) {
        const SourceStatus *status = sources.find(source);
        const bool isVisible = status && status->state(now) == State::Healthy && status->freshness.lastValid();
        members.push_back({source, !isVisible ? Says::Blind : *status->freshness.lastValid() >= since + gossip ? Says::Lacks : Says::Waiting});
    }
    return members;
}

QString clusterOf(const AlertStore &alerts, const QString &source)
{
    for (const auto &[cluster, members] : alerts.clusters())
        if (members.contains(source))
            return cluster;
    return source;
}

std::vector<EndingSilence> endingSoon(const AlertStore &alerts, const SilencePolicy &policy, WallTime now)
{
    std::map<Place, EndingSilence> soon;
    std::set<QString> ids;
    for (const auto &[source, silence] : alerts.allSilences()) {
        const auto rest = silence.endsAt - now;
        if (silence.state != Silence::State::Active || rest.count() <= 0 || rest > policy.warnBefore)
            continue;
        const QString cluster = clusterOf(alerts, source);
        EndingSilence &row = soon[{cluster, silence.id}];
        // Of two tellings the later end is the newer one: silences are extended, and what was cut short is over.
        if (row.silence.endsAt < silence.endsAt)
            row = {cluster, silence, 0, rest};
        ids.insert(silence.id);
    }
    if (soon.empty())
        return {};
    struct Counted
    {
        AlertMatch match;
        QStringList members;
        EndingSilence *row = nullptr;
    };
    std::vector<Counted> counted;
    const auto clusters = alerts.clusters();
    for (auto &[place, row] : soon) {
        const auto known = clusters.find(row.cluster);
        counted.push_back({AlertMatch(row.silence.matchers), known == clusters.end() ? QStringList(row.cluster) : known->second, &row});
    }
    const auto isSoon = [&ids](const QString &id) { return ids.contains(id); };
    for (const Alert &alert : alerts.alerts()) {
        if (!isPastPending(alert) || !std::all_of(alert.silencedBy.begin(), alert.silencedBy.end(), isSoon))
            continue;
        for (auto &[match, members, row] : counted)
            if (match.matches(alert, &members))
                ++row->firing;
    }
    std::vector<EndingSilence> ending;
    for (auto &[place, row] : soon)
        if (row.firing > 0)
            ending.push_back(std::move(row));
    std::stable_sort(ending.begin(), ending.end(), [](const EndingSilence &a, const EndingSilence &b) { return a.rest < b.rest; });
    return ending;
}

} // namespace Watchfloor
