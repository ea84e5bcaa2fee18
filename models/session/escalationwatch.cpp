#include "models/session/escalationwatch.h"

namespace Watchfloor {

namespace {

constexpr size_t mostAtOnce = 1'000; ///< the rest a second later: each is recorded and told of
constexpr size_t lookedAtOnce = 8'000;

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
    m_slices.setInterval(1);
    connect(&m_slices, &QTimer::timeout, this, &EscalationWatch::proceed);
    connect(&alerts, &AlertStore::changed, this, [this] {
        m_hasChanged = true;
        m_look.reset();
        m_slices.stop();
    });
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
    const bool isDue = m_next && now >= *m_next;
    if (!m_isLearnt || m_look || m_alerts.isBusy() || (!m_hasChanged && !isDue))
        return;
    m_look.emplace();
    m_look->now = now;
    m_look->taken.reserve(m_taken.size());
    proceed();
}

void EscalationWatch::proceed()
{
    // What is being taken in is looked at when all of it is.
    if (m_alerts.isBusy()) {
        m_hasChanged = true;
        m_look.reset();
        m_slices.stop();
        return;
    }
    const auto alerts = m_alerts.alerts().pointers();
    const size_t end = std::min(alerts.size(), m_look->next + lookedAtOnce);
    for (; m_look->next < end; ++m_look->next)
        look(*alerts[m_look->next]);
    if (m_look->next < alerts.size())
        m_slices.start();
    else
        finish();
}

void EscalationWatch::look(const Alert &alert)
{
    const AlertPolicy &policy = m_alerts.policy();
    const EscalationClock clock = policy.escalation.empty() ? EscalationClock() : escalationOf(alert, policy, m_look->now);
    const bool mayEscalate = alert.isOpen() && policy.escalation.find(alert.severity) != policy.escalation.end();
    const int steps = mayEscalate ? stepsOf(alert) : 0;
    const int reached = std::max(steps, clock.runs ? clock.level : 0);
    const bool isLater = clock.runs && clock.level > steps && m_look->fallen.size() >= mostAtOnce;
    m_look->isPartial = m_look->isPartial || isLater;
    if (reached > 0)
        m_look->taken.insert(alert.fingerprint, {beganOf(alert), isLater ? steps : reached});
    if (!clock.runs || isLater)
        return;
    const QStringList &path = policy.escalation.at(alert.severity).path;
    for (int level = steps + 1; level <= clock.level; ++level)
        m_look->fallen.push_back({alert, path.value(level), level, escalationTime(alert, policy, level).value_or(m_look->now)});
    if (clock.nextAt)
        m_look->due = std::min(m_look->due.value_or(*clock.nextAt), *clock.nextAt);
}

void EscalationWatch::finish()
{
    m_slices.stop();
    m_hasChanged = m_look->isPartial;
    m_next = m_look->due;
    m_taken = std::move(m_look->taken);
    const std::vector<Escalation> fallen = std::move(m_look->fallen);
    m_look.reset();
    if (!fallen.empty())
        Q_EMIT escalated(fallen);
}

} // namespace Watchfloor
