#pragma once

#include "models/alerts/alertstore.h"
#include "models/services/evidence.h"
#include "models/services/serviceindex.h"

#include <QTimer>
#include <QVarLengthArray>

#include <unordered_map>
#include <vector>

namespace Watchfloor {

/// What the alerts say of one service.
struct AlertShare
{
    Evidence worst{State::Healthy, {}, std::nullopt};
    int firing = 0;
    State errors = State::Healthy;  ///< by alerts about errors
    State latency = State::Healthy; ///< by alerts about latency

    /// An open alert that is this service's before any other's. The address is its own until the store changes.
    struct Open
    {
        const Alert *alert;
        QString fingerprint;
    };
    std::vector<Open> open; ///< worst first, so many as are worth looking at
};

/// What the alerts of a store say of each service. Whose an alert is, is remembered as long as it says the same of itself: a round of
/// 50,000 looks only at those that are new.
class AlertShares final : public QObject
{
    Q_OBJECT

public:
    explicit AlertShares(const AlertStore &alerts);

    void setServices(const ServiceIndex &index, size_t count);
    /// Looks at many new ones between events; what is told of services is as before until all are looked at.
    void setSliced(bool sliced) { m_isSliced = sliced; }
    void update();
    /// Whether the first that is to be known of them is still being worked through.
    bool isWaiting() const { return !m_hasShared && (m_alerts.isBusy() || m_slices.isActive()); }
    const AlertShare &of(size_t service) const { return m_shares[service]; }
    /// Open alerts that the service owns, worst first and at most mostOpen. While many new ones are looked at, those of before that
    /// are still there and open. As long as the store does not change.
    std::vector<const Alert *> openOf(size_t service);
    static constexpr size_t mostOpen = 50;
    /// Open alerts that are no service's, by what they claim; those that claim nothing bad are not in it.
    const StateCounts &unowned() const { return m_unowned; }
    /// The owner among the services, as ServiceIndex has it.
    std::optional<size_t> ownerOf(const Alert &alert) const;

private:
    struct Kept
    {
        Labels labels; ///< shares its memory with the alert's while these stay
        QVarLengthArray<size_t, 2> services;
        std::optional<size_t> owner;
        bool aboutErrors = false;
        bool aboutLatency = false;
        quint64 round = 0;
    };

    void handleChange();
    void prepare();
    void sweep();
    const Kept &known(const Alert &alert);
    void begin();
    void add(const Alert &alert);
    void finish();

    const AlertStore &m_alerts;
    ServiceIndex m_index;
    std::vector<AlertShare> m_shares;
    std::vector<AlertShare> m_gathered; ///< of the alerts before m_next
    StateCounts m_unowned;
    StateCounts m_gatheredUnowned;
    /// An address may come to another alert: then its labels are elsewhere, too.
    std::unordered_map<const Alert *, Kept> m_kept;
    QTimer m_slices;
    quint64 m_round = 1;
    size_t m_next = 0; ///< to be looked at
    bool m_isSliced = false;
    bool m_isStale = true;
    bool m_hasShared = false; ///< once all that was there was looked at
};

} // namespace Watchfloor
