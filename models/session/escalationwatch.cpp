#include "models/session/escalationwatch.h"

namespace Watchfloor {

namespace {

constexpr size_t mostAtOnce = 1'000; ///< the rest a second later: each is recorded and told of

WallTime beganOf(const Alert &alert)
{
    return alert.firingSince.value_or(alert.startsAt);
}

} // namespace

EscalationWatch::EscalationWatch(const AlertStore &alerts, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_alerts(alerts)
    , m_clock(clock)
{
    connect(&alerts, &AlertStore::changed, this, [this] { m_hasChanged = true; });
}

void EscalationWatch::learn(const std::vector<EpisodeKeeper::Left> &left)
{
    for (const EpisodeKeeper::Left &open : left)
        if (!open.escalatedAt.empty())
            m_recorded.insert(open.fingerprint, open.escalatedAt);
    m_isLearnt = true;
    m_hasChanged = true;
}

int EscalationWatch::stepsOf(const Alert &alert) const
{
    const WallTime began = beganOf(alert);
    if (const auto taken = m_taken.constFind(alert.fingerprint); taken != m_taken.constEnd() && taken->began == began)
        return taken->steps;
    const auto recorded = m_recorded.constFind(alert.fingerprint);
    if (recorded == m_recorded.constEnd())
        return 0;
    return int(std::count_if(recorded->begin(), recorded->end(), [began](WallTime at) { return at >= began; }));
}

void EscalationWatch::tick()
{
    const WallTime now = m_clock.wall();
    const AlertPolicy &policy = m_alerts.policy();
    const bool isDue = m_next && now >= *m_next;
    if (!m_isLearnt || m_alerts.isBusy() || (!m_hasChanged && !isDue))
        return;
    m_hasChanged = false;
    m_next.reset();
    std::vector<Escalation> fallen;
    QHash<QString, Taken> taken;
    for (const Alert &alert : m_alerts.alerts()) {
        const EscalationClock clock = policy.escalation.empty() ? EscalationClock() : escalationOf(alert, policy, now);
        const bool mayEscalate = alert.isOpen() && policy.escalation.find(alert.severity) != policy.escalation.end();
        const int steps = mayEscalate ? stepsOf(alert) : 0;
        if (const int reached = std::max(steps, clock.runs ? clock.level : 0); reached > 0)
            taken.insert(alert.fingerprint, {beganOf(alert), reached});
        if (!clock.runs)
            continue;
        if (fallen.size() >= mostAtOnce && clock.level > steps) {
            m_hasChanged = true;
            if (const auto known = taken.find(alert.fingerprint); known != taken.end())
                known->steps = steps;
            continue;
        }
        const QStringList &path = policy.escalation.at(alert.severity).path;
        for (int level = steps + 1; level <= clock.level; ++level)
            fallen.push_back({alert, path.value(level), level, escalationTime(alert, policy, level).value_or(now)});
        if (clock.nextAt)
            m_next = std::min(m_next.value_or(*clock.nextAt), *clock.nextAt);
    }
    m_taken = std::move(taken);
    if (!fallen.empty())
        Q_EMIT escalated(fallen);
}

} // namespace Watchfloor
