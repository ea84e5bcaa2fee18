#pragma once

#include "models/alerts/alertstore.h"
#include "models/silences/silencepolicy.h"

namespace Watchfloor {

/// What a member of a cluster says of a silence.
struct SilenceMember
{
    enum class Says {
        Stands,  ///< has it as it is
        Waiting, ///< has not been asked since the silence last changed
        Lacks,   ///< was asked since, and does not have it
        Differs, ///< was asked since, and has another end, state or matchers
        Blind,   ///< cannot be asked now
    };
    QString source;
    Says says = Says::Stands;
    bool operator==(const SilenceMember &) const = default;
};

/// A silence of a cluster, as the member says that heard of it last.
struct ClusterSilence
{
    QString cluster;
    Silence silence;
    std::vector<SilenceMember> members; ///< every one of the cluster, in the workspace's order
    bool operator==(const ClusterSilence &) const = default;

    /// A member that can be asked says otherwise.
    bool isDisputed() const;
    /// Those that say so, for a sentence.
    QStringList membersThat(SilenceMember::Says says) const;
};

/// Every silence of every cluster, once. `now` and `wall` are the same moment.
std::vector<ClusterSilence> clusterSilences(const AlertStore &alerts, const SourceStore &sources, Instant now, WallTime wall);

/// One of them; absent where no member of the cluster tells of it.
std::optional<ClusterSilence> findSilence(const AlertStore &alerts, const SourceStore &sources, const QString &cluster, const QString &id, Instant now,
                                          WallTime wall);

/// What the members say of a silence that was posted at `since`, also where none tells of it any more: who answered after that
/// and does not have it, or has it as ended, lacks it.
std::vector<SilenceMember> tellingsOf(const AlertStore &alerts, const SourceStore &sources, const QString &cluster, const QString &id, Instant since,
                                      Instant now, WallTime wall);

/// The cluster of a source; of a name that is none, the name itself.
QString clusterOf(const AlertStore &alerts, const QString &source);

/// A silence that ends soon while alerts that only it mutes still fire.
struct EndingSilence
{
    QString cluster;
    Silence silence;
    int firing = 0;
    std::chrono::milliseconds rest{};
    bool operator==(const EndingSilence &) const = default;
};

/// Those that end within the policy's `warnBefore` while alerts of theirs fire that no longer silence mutes; the next to end first.
std::vector<EndingSilence> endingSoon(const AlertStore &alerts, const SilencePolicy &policy, WallTime now);

} // namespace Watchfloor
