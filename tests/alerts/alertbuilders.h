#pragma once

#include "models/alerts/alertstore.h"
#include "tests/support/fakeclock.h"

#include <QStringList>

namespace Watchfloor::Testing {

using namespace std::chrono_literals;

inline const QString mainSource = QStringLiteral("main");
inline const QString amSource = QStringLiteral("am-1");

inline SourceSpec spec(const QString &name, SourceKind kind, const QString &url = {})
{
    SourceSpec made;
    made.name = name;
    made.kind = kind;
    made.target.base = QUrl(url);
    made.interval = 10s;
    return made;
}

inline Labels labelsOf(const QString &name, const QString &service = QStringLiteral("payment"),
                       const QString &severity = QStringLiteral("critical"))
{
    return {{QStringLiteral("alertname"), name}, {QStringLiteral("service"), service}, {QStringLiteral("severity"), severity}};
}

inline OriginAlert alertOf(const Labels &labels, OriginAlert::State state = OriginAlert::State::Firing)
{
    OriginAlert alert;
    alert.labels = labels;
    alert.state = state;
    alert.startsAt = WallTime(1'795'230'000'000ms);
    alert.annotations = {{QStringLiteral("summary"), labels.value(u"alertname") + QStringLiteral(" of ") + labels.value(u"service")}};
    return alert;
}

inline AlertRule ruleOf(const QString &name, const QString &expression = QStringLiteral("errors > 0.01"),
                        const QString &health = QStringLiteral("ok"))
{
    AlertRule rule;
    rule.name = name;
    rule.expression = expression;
    rule.labels = {{QStringLiteral("severity"), QStringLiteral("critical")}};
    rule.health = health;
    return rule;
}

/// A Prometheus "main", an Alertmanager "am-1" and the store over both, with time in hand.
struct Floor
{
    FakeClock clock;
    SourceStore sources;
    AlertStore store{sources};
    std::vector<AlertRule> rules{ruleOf(QStringLiteral("HighErrorRate"))};
    Labels external;
    QStringList asked;                            ///< fingerprints whose presence was wanted
    QStringList expressions;
    std::vector<std::pair<AlertState, AlertState>> moves; ///< before, after
    int changes = 0;

    Floor()
    {
        sources.setSources({spec(mainSource, SourceKind::Prometheus, QStringLiteral("http://127.0.0.1:9090")),
                            spec(amSource, SourceKind::Alertmanager, QStringLiteral("http://127.0.0.1:9093"))});
        QObject::connect(&store, &AlertStore::presenceWanted, &store, [this](const QString &, const QString &fingerprint, const QString &expression) {
            asked << fingerprint;
            expressions << expression;
        });
        QObject::connect(&store, &AlertStore::transitioned, &store,
                         [this](const Alert &alert, AlertState before) { moves.emplace_back(before, alert.state); });
        QObject::connect(&store, &AlertStore::changed, &store, [this] { ++changes; });
    }

    void prometheus(const std::vector<OriginAlert> &alerts, const QString &name = mainSource)
    {
        sources.apply(name, {}, clock.now());
        PrometheusAlertsSnapshot snapshot;
        snapshot.alerts = alerts;
        snapshot.totalAlerts = alerts.size();
        snapshot.rules = rules;
        snapshot.externalLabels = external;
        store.apply(name, snapshot, clock.now(), clock.wall());
    }
    void alertmanager(const std::vector<OriginAlert> &alerts, const QString &name = amSource, const std::vector<Silence> &silences = {})
    {
        sources.apply(name, {}, clock.now());
        AlertmanagerSnapshot snapshot;
        snapshot.alerts = alerts;
        snapshot.totalAlerts = alerts.size();
        snapshot.silences = silences;
        snapshot.serverTime = clock.wall();
        store.apply(name, snapshot, clock.now(), clock.wall());
    }
    void answer(const QString &fingerprint, bool present) { store.apply(SelectorPresence{fingerprint, present}, clock.now(), clock.wall()); }
    /// The policy from now on.
    void respondTo(Severity severity, std::chrono::milliseconds respond, std::chrono::milliseconds escalate)
    {
        AlertPolicy policy;
        policy.escalation[severity] = {respond, escalate, {}};
        store.setPolicy(policy);
    }
    /// Time passes; only the named sources go on answering with nothing new.
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        store.tick(clock.now(), clock.wall());
    }
    const Alert &only() const { return store.alerts().front(); }
    AlertState state() const { return only().state; }
};

} // namespace Watchfloor::Testing
