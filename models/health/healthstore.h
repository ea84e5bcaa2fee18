#pragma once

#include "models/health/endpoint.h"

#include <QObject>

#include <deque>
#include <map>

namespace Watchfloor {

/// What one endpoint is known to be: thresholds applied, freshness kept, the latest probes remembered.
struct EndpointStatus
{
    struct Tick
    {
        WallTime at{};
        State state = State::Blind;
        std::chrono::milliseconds duration{};
    };

    Endpoint endpoint;
    Fresh<ProbeResult> latest;                ///< claimed is the state after thresholds
    std::optional<ProbeResult> lastFailure;   ///< with the time below
    WallTime lastFailureAt{};
    std::optional<WallTime> criticalSince;    ///< as it is told
    Instant criticalFrom{};                   ///< the same by the clock that nobody sets, for EndpointAlert::after
    std::optional<WallTime> leftCritical;     ///< since then, as an earlier console left it; until something is known of it now
    int failuresInRow = 0;
    int successesInRow = 0;
    std::deque<Tick> history; ///< newest last, at most 240

    State state(Instant now) const;
    /// A few words for the state: "503, wants 200", "time-out", "certificate refused".
    QString reason(Instant now) const;
    /// The share of remembered probes that succeeded, of those that saw anything; absent when none did.
    std::optional<double> availability() const;
};

/// Why a probe is not healthy, in a few words.
QString reasonOf(const ProbeResult &result);

/// All endpoints in the order of the workspace.
class HealthStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Replaces the set; what stays keeps its history.
    void setEndpoints(const std::vector<Endpoint> &endpoints);
    void apply(const ProbeResult &result, Instant now, WallTime at);
    /// What an earlier console left failing, by key, and since when: what fails still at the first look is the same failure.
    void recall(const std::map<QString, WallTime> &failing);
    /// What recall() takes.
    std::map<QString, WallTime> failing() const;

    const std::vector<EndpointStatus> &endpoints() const { return m_endpoints; }
    const EndpointStatus *find(const QString &key) const;
    /// The service an endpoint belongs to (decisions 20).
    static QString serviceOf(const Endpoint &endpoint) { return endpoint.service.isEmpty() ? endpoint.group : endpoint.service; }

Q_SIGNALS:
    void changed(const QString &endpointKey); ///< empty: the whole set

private:
    std::vector<EndpointStatus> m_endpoints;
};

/// An endpoint that has been critical for as long as one of its alerts asks. Not seeing it any more does not end it.
struct FiringEndpointAlert
{
    QString endpoint; ///< Endpoint::key()
    QString service;
    QString severity; ///< in the workspace's words
    WallTime since{};
    QString reason;
    bool operator==(const FiringEndpointAlert &) const = default;
};

/// In the order of the endpoints, and of their alerts.
std::vector<FiringEndpointAlert> firingEndpointAlerts(const HealthStore &store, Instant now);

} // namespace Watchfloor
