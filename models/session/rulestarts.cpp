#include "models/session/rulestarts.h"

#include "models/alerts/alertkey.h"

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr auto samplesRound = 1s; ///< what Prometheus finds in its samples is told in whole seconds
constexpr auto longestPatience = 15min;

/// The earlier one; a start that only lost its fraction is the same.
WallTime earlierOf(WallTime kept, WallTime told)
{
    return told + samplesRound < kept ? told : kept;
}

/// Whether what has been active for so long fires. Of two rules with one name it may be either; without one nobody knows.
bool isLongEnough(std::chrono::milliseconds active, const std::vector<AlertRule> &rules, const QString &name)
{
    bool isKnown = false;
    for (const AlertRule &rule : rules)
        if (rule.name == name && active < rule.duration)
            return false;
        else
            isKnown = isKnown || rule.name == name;
    return isKnown;
}

bool areEvaluated(const std::vector<AlertRule> &rules)
{
    return std::all_of(rules.begin(), rules.end(), [](const AlertRule &rule) { return rule.health.isEmpty() || rule.health == u"ok"; });
}

} // namespace

void RuleStarts::recall(const KeptStarts &left, WallTime at)
{
    for (const auto &[fingerprint, since] : left.since)
        m_left.insert_or_assign(fingerprint, Left{since, left.seenAt, goesOn(left.seenAt, at)});
    m_seenAt = left.seenAt;
}

void RuleStarts::beginAnew(WallTime at)
{
    for (const Active &active : std::exchange(m_active, {}))
        m_left.insert_or_assign(active.fingerprint, Left{active.startsAt, m_seenAt, goesOn(m_seenAt, at)});
    m_answeredAt.reset();
}

RuleStarts::Active RuleStarts::activeOf(quint64 key, const OriginAlert &alert, const Labels &external, const std::vector<AlertRule> &rules)
{
    if (const auto known = m_active.constFind(key); known != m_active.constEnd() && alert.startsAt <= known->toldAt) {
        Active active = *known;
        if (alert.startsAt < active.toldAt)
            active.startsAt = active.goesOn ? earlierOf(active.startsAt, alert.startsAt) : alert.startsAt;
        m_moved = m_moved || active.startsAt != known->startsAt || active.told != alert.state;
        active.toldAt = alert.startsAt;
        active.told = alert.state;
        return active;
    }
    m_moved = true;
    Active active{fingerprintText(alertKey(alert.labels, external)), alert.startsAt, alert.startsAt, alert.state};
    if (const auto left = m_left.find(active.fingerprint); left != m_left.end()) {
        if (left->second.goesOn) {
            active.goesOn = true;
            active.startsAt = earlierOf(left->second.startsAt, alert.startsAt);
            active.fired = isLongEnough(left->second.seenAt - active.startsAt, rules, alert.labels.value(u"alertname"));
        }
        m_left.erase(left);
    }
    return active;
}

std::optional<PrometheusAlertsSnapshot> RuleStarts::follow(const PrometheusAlertsSnapshot &answer, const Labels &external,
                                                           std::chrono::milliseconds patience, Instant now, WallTime at)
{
    std::optional<PrometheusAlertsSnapshot> said;
    QHash<quint64, Active> active;
    for (size_t i = 0; i < answer.alerts.size(); ++i) {
        const OriginAlert &alert = answer.alerts[i];
        const quint64 key = alert.mark.digest != 0 ? alert.mark.key : alertKey(alert.labels);
        if (m_left.empty() && active.size() >= qsizetype(mostKeptStarts) && !m_active.contains(key))
            continue;
        const Active its = activeOf(key, alert, external, answer.rules);
        active.insert(key, its);
        const bool fires = its.fired && alert.state == OriginAlert::State::Pending;
        if (its.startsAt == alert.startsAt && !fires)
            continue;
        if (!said)
            said = answer;
        OriginAlert &told = said->alerts[i];
        told.startsAt = its.startsAt;
        if (fires)
            told.state = OriginAlert::State::Firing;
        told.mark = markOf(told);
    }
    m_moved = m_moved || active.size() != m_active.size();
    m_active = std::move(active);
    m_seenAt = at;
    if (!m_answeredAt)
        m_answeredAt = now;
    const auto waited = now - *m_answeredAt;
    if (m_left.empty() || waited < patience || (!areEvaluated(answer.rules) && waited < longestPatience))
        return said;
    m_moved = true;
    for (const auto &[fingerprint, left] : std::exchange(m_left, {}))
        if (answer.totalAlerts <= answer.alerts.size()) // of one that was cut nobody knows what it leaves out
            m_ended << fingerprint;
    return said;
}

KeptStarts RuleStarts::kept() const
{
    KeptStarts kept{{}, m_seenAt};
    for (const auto &[fingerprint, left] : m_left)
        kept.since.emplace(fingerprint, left.startsAt);
    for (const Active &active : m_active)
        kept.since.insert_or_assign(active.fingerprint, active.startsAt);
    return kept;
}

} // namespace Watchfloor
