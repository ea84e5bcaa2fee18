#include "models/session/historykeeper.h"

#include "models/core/format.h"
#include "models/core/jsonfile.h"
#include "models/episodes/episodejson.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {
constexpr int mostRecalled = 500;
}

HistoryKeeper::HistoryKeeper(const Stores &stores, const QString &folder, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_history(folder + QStringLiteral("/history.sqlite"), clock)
    , m_episodes(stores.alerts, stores.sources, m_history, clock)
{
    connect(&m_history, &History::failed, this, &HistoryKeeper::failed);
    connect(&stores.alerts, &AlertStore::transitioned, this, [this](const Alert &alert) { noteTransition(alert); });
}

void HistoryKeeper::recall()
{
    const WallTime now = m_clock.wall();
    m_episodes.recall();
    m_history.transitionsBetween(now - std::chrono::hours(1), now, mostRecalled, this, [this](Result<std::vector<TransitionRecord>> records) {
        if (!records)
            return;
        // What still fires tells of itself as soon as its source answers; only what is over must be remembered.
        std::map<QString, qint64> endedAt;
        for (const TransitionRecord &record : *records)
            if (record.state == alertStateName(AlertState::Recovered))
                endedAt[record.fingerprint] = record.wallMs;
        for (const TransitionRecord &record : *records) {
            const bool firing = record.state == alertStateName(AlertState::Firing);
            const auto ended = endedAt.find(record.fingerprint);
            if ((!firing && record.state != alertStateName(AlertState::Recovered)) || ended == endedAt.end() || record.wallMs > ended->second)
                continue;
            const auto labels = nlohmann::json::parse(record.labelsJson.toStdString(), nullptr, false);
            Mark mark{firing ? Mark::Kind::Alert : Mark::Kind::Recovered, WallTime(std::chrono::milliseconds(record.wallMs)), {}, record.alertname, {}, {}};
            if (labels.is_object())
                mark.service = stringAt(labels, "service");
            mark.key = QStringLiteral("history/%1/%2/%3").arg(record.fingerprint, record.state).arg(record.wallMs);
            Q_EMIT observed(record.source, mark);
        }
    });
}

void HistoryKeeper::follow(const Observation::Body &body, const QString &actor)
{
    if (const auto *change = std::get_if<AcknowledgementChange>(&body))
        m_episodes.noteAcknowledgement(change->fingerprint, change->acknowledgement, actor);
    else if (const auto *dismissal = std::get_if<AlertDismissal>(&body))
        m_episodes.noteDismissal(dismissal->fingerprint, actor);
}

void HistoryKeeper::tick()
{
    m_episodes.tick();
    const Instant now = m_clock.now();
    for (const SourceStatus &status : m_stores.sources.sources()) {
        const State state = status.state(now);
        const auto known = m_sources.find(status.spec.name);
        if (known == m_sources.end()) {
            // Not asked yet is no event; the first answer, or its failure, is where we came in.
            if (status.answers + status.failures > 0)
                m_sources.emplace(status.spec.name, state);
            continue;
        }
        if (std::exchange(known->second, state) != state)
            noteSource(status, state);
    }
}

void HistoryKeeper::noteTransition(const Alert &alert)
{
    TransitionRecord record{alert.fingerprint, alert.name(), labelsJson(alert.labels), alertStateName(alert.state), m_clock.wall().time_since_epoch().count(), alert.origins.join(u',')};
    m_history.record(record);
}

void HistoryKeeper::noteSource(const SourceStatus &status, State state)
{
    const auto &error = status.freshness.error();
    m_history.record(SourceRecord{status.spec.name, stateName(state), error ? error->detail : QString(), m_clock.wall().time_since_epoch().count()});
    Mark mark{Mark::Kind::Source, m_clock.wall(), {}, {}, {}, {}};
    const QString what = error ? QStringLiteral("%1: %2").arg(Format::state(state).toLower(), Format::words(*error)) : Format::state(state).toLower();
    mark.text = QStringLiteral("%1 %2").arg(status.spec.name, what);
    mark.key = QStringLiteral("source/%1/%2/%3").arg(status.spec.name, stateName(state)).arg(mark.at.time_since_epoch().count());
    Q_EMIT observed(status.spec.name, mark);
}

} // namespace Watchfloor
