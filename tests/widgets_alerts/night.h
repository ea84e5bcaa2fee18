#pragma once

#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakecommands.h"
#include "widgets/controls/page.h"

#include <cmath>

namespace Watchfloor::Testing {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

inline SourceSpec sourceOf(const QString &name, SourceKind kind, const QString &url)
{
    SourceSpec spec;
    spec.name = name;
    spec.kind = kind;
    spec.target.base = QUrl(url);
    spec.interval = 10s;
    return spec;
}

inline Workspace nightWorkspace()
{
    Workspace workspace;
    workspace.name = u"Unified commerce"_s;
    workspace.environment = u"production"_s;
    workspace.sources = {sourceOf(u"main"_s, SourceKind::Prometheus, u"http://127.0.0.1:9090"_s), sourceOf(u"am-1"_s, SourceKind::Alertmanager, u"http://127.0.0.1:9093"_s),
                         sourceOf(u"am-2"_s, SourceKind::Alertmanager, u"http://127.0.0.1:9094"_s)};
    for (const QString &name : {u"payment"_s, u"api-gateway"_s}) {
        Service service;
        service.name = name;
        service.labels = {{u"service"_s, name}};
        workspace.services.push_back(service);
    }
    Objective objective;
    objective.name = u"payment-availability"_s;
    objective.title = u"Payment availability"_s;
    objective.service = u"payment"_s;
    objective.target = 0.9999;
    workspace.objectives.push_back(objective);
    for (const auto &[name, title] : {std::pair(u"roll-back"_s, u"Roll payment back"_s), std::pair(u"restart"_s, u"Restart payment"_s)}) {
        Runbook runbook;
        runbook.name = name;
        runbook.title = title;
        runbook.target = u"payment"_s;
        runbook.match = {*Matcher::make(u"service"_s, Matcher::Operator::Equal, u"payment"_s)};
        workspace.runbooks.push_back(runbook);
    }
    workspace.alertPolicy.escalation[Severity::Critical] = {5min, 15min, {u"DevOps Lead"_s}};
    workspace.alertPolicy.escalation[Severity::Warning] = {20min, 60min, {u"DevOps Lead"_s}};
    return workspace;
}

inline Session::Options nightOptions()
{
    Session::Options options;
    options.actor = u"mk"_s;
    options.watchFiles = false;
    return options;
}

/// The story of one night, fed through the stores: payment was deployed and fails, am-2 cannot be seen, taxi's series are gone.
class Night
{
public:
    FakeClock clock;
    Session session;
    FakeCommands commands;

    explicit Night(const Workspace &workspace = nightWorkspace())
        : session(workspace, clock, nightOptions())
    {
        QObject::connect(&session.stores().alerts, &AlertStore::presenceWanted, &session, [this](const QString &, const QString &fingerprint, const QString &) { m_wanted << fingerprint; });
    }

    PageContext context() { return {session.stores(), commands, clock, session}; }
    Stores &stores() { return session.stores(); }
    void apply(const QString &source, Observation::Body body) { stores().apply({source, clock.now(), clock.wall(), std::move(body)}); }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        stores().tick(clock.now(), clock.wall());
    }

    OriginAlert alert(const QString &name, const QString &service, const QString &severity, const QString &summary, std::chrono::milliseconds age,
                      OriginAlert::State state = OriginAlert::State::Firing) const
    {
        OriginAlert made;
        made.labels = {{u"alertname"_s, name}, {u"service"_s, service}, {u"severity"_s, severity}, {u"env"_s, u"production"_s}};
        made.annotations = {{u"summary"_s, summary}};
        made.state = state;
        made.startsAt = clock.wall() - age;
        return made;
    }
    QString fingerprintOf(const QString &name) const
    {
        for (const Alert &each : session.stores().alerts.alerts())
            if (each.name() == name)
                return each.fingerprint;
        return {};
    }
    void prometheus(const std::vector<OriginAlert> &alerts, const QString &name = u"main"_s)
    {
        PrometheusAlertsSnapshot snapshot;
        snapshot.alerts = alerts;
        snapshot.totalAlerts = alerts.size();
        snapshot.rules = rules;
        apply(name, SourceAnswer{});
        apply(name, snapshot);
    }
    void alertmanager(const QString &name, const std::vector<OriginAlert> &alerts, const std::vector<Silence> &silences = {})
    {
        AlertmanagerSnapshot snapshot;
        snapshot.alerts = alerts;
        snapshot.totalAlerts = alerts.size();
        snapshot.silences = silences;
        snapshot.serverTime = clock.wall();
        apply(name, SourceAnswer{});
        apply(name, snapshot);
    }

    /// Everything that the picture of the page tells.
    void tell()
    {
        using State = OriginAlert::State;
        rule(u"HighErrorRate"_s, u"sum(rate(http_requests_total{service=\"payment\",code=~\"5..\"}[1m])) / sum(rate(http_requests_total{service=\"payment\"}[1m])) > 0.01"_s, 5min);
        for (const QString &name : {u"QueueDepthBuilding"_s, u"DiskFillsIn24h"_s, u"HighMemory"_s})
            rule(name, u"depth > 1000"_s, 30min);
        rule(u"TaxiDispatchSlow"_s, u"dispatch_seconds > 1"_s, 5min);
        rule(u"LowCacheHitRate"_s, u"hit_ratio < 0.7"_s, 5min);
        clock.advance(-84s);
        const OriginAlert taxi = alert(u"TaxiDispatchSlow"_s, u"taxi"_s, u"warning"_s, u"Dispatch takes 4.1 s, limit 1 s"_s, 9min);
        const OriginAlert cache = alert(u"LowCacheHitRate"_s, u"redis"_s, u"warning"_s, u"Hit rate 91.2 %, was 64 %"_s, 9min);
        alertmanager(u"am-2"_s, {alert(u"CdnPurgeLag"_s, u"cdn"_s, u"warning"_s, u"Purges lag 22 min behind"_s, 22min)});
        for (const auto step : {0s, 12s, 12s, 12s, 12s, 12s, 12s, 12s}) {
            pass(step);
            prometheus({taxi, cache});
            alertmanager(u"am-1"_s, {taxi, cache});
        }
        OriginAlert errors = alert(u"HighErrorRate"_s, u"payment"_s, u"critical"_s, u"Error ratio 4.71 % on payment, limit 1 %"_s, 6min + 48s);
        errors.annotations.set(u"description"_s, u"More than 1 % of payment requests answer 5xx for 5 min."_s);
        errors.annotations.set(u"impact"_s, u"Customers see a failed card payment and may try twice."_s);
        errors.annotations.set(u"runbook_url"_s, u"https://runbooks.example.org/payment/high-error-rate"_s);
        const OriginAlert latency = alert(u"HighAPILatency"_s, u"api-gateway"_s, u"warning"_s, u"p95 612 ms, limit 500 ms"_s, 5min + 44s);
        const OriginAlert burn = alert(u"PaymentBudgetFastBurn"_s, u"payment"_s, u"critical"_s, u"Burning 47x over 1 h, page at 10x"_s, 4min);
        const OriginAlert stripe = alert(u"StripeLatency"_s, u"stripe"_s, u"warning"_s, u"p95 1.3 s, limit 1 s"_s, 11min);
        const OriginAlert slow = alert(u"HighResponseTime"_s, u"payment"_s, u"warning"_s, u"p95 1.82 s, limit 1 s"_s, 5min);
        const OriginAlert breaker = alert(u"CircuitBreakerOpen"_s, u"api-gateway"_s, u"warning"_s, u"Breaker to payment half-open"_s, 3min);
        const OriginAlert backup = alert(u"BackupMissed"_s, u"reports-db"_s, u"critical"_s, u"Last backup 27 h ago, limit 26 h"_s, 62min);
        const OriginAlert cpu = alert(u"NodeHighCPU"_s, u"ci-7"_s, u"warning"_s, u"CPU 93 %, limit 90 %"_s, 72min);
        prometheus({errors, latency, burn, stripe, slow, breaker, backup, cpu,
                    alert(u"QueueDepthBuilding"_s, u"rabbitmq"_s, u"warning"_s, u"Depth 1,204, rising 14 a minute"_s, 7min, State::Pending),
                    alert(u"DiskFillsIn24h"_s, u"db-2"_s, u"warning"_s, u"/var/lib full in 21 h at this pace"_s, 8min, State::Pending),
                    alert(u"HighMemory"_s, u"es-3"_s, u"critical"_s, u"Memory 81 %, limit 80 %"_s, 26min, State::Pending)});
        const auto muted = [](OriginAlert by, const QStringList &silences, const QStringList &inhibitors) {
            by.state = State::Suppressed;
            by.silencedBy = silences;
            by.inhibitedBy = inhibitors;
            return by;
        };
        OriginAlert firing = errors;
        firing.startsAt = clock.wall() - 108s;
        firing.fingerprint = errorsFingerprint;
        alertmanager(u"am-1"_s,
                     {firing, latency, burn, stripe, muted(slow, {}, {u"x"_s}), muted(breaker, {}, {u"x"_s}), muted(backup, {u"s1"_s}, {}), muted(cpu, {u"s2"_s}, {})},
                     {silence(u"s1"_s, u"reports-db"_s, u"jo"_s), silence(u"s2"_s, u"ci-7"_s, u"ak"_s)});
        acknowledge(u"PaymentBudgetFastBurn"_s, 3min);
        acknowledge(u"StripeLatency"_s, 8min);
        for (const QString &fingerprint : std::exchange(m_wanted, {}))
            apply({}, SelectorPresence{fingerprint, stores().alerts.find(fingerprint)->name() != u"TaxiDispatchSlow"});
        apply({}, Mark{Mark::Kind::Deploy, clock.wall() - 7min - 44s, u"payment"_s, u"4f1c9ae deployed"_s, {}, u"deploy/payment/4f1c9ae"_s});
        budget();
    }

    void acknowledge(const QString &name, std::chrono::milliseconds ago)
    {
        apply({}, AcknowledgementChange{fingerprintOf(name), Acknowledgement{u"mk"_s, {}, clock.wall() - ago}});
    }
    Silence silence(const QString &id, const QString &service, const QString &by) const
    {
        Silence made;
        made.id = id;
        made.matchers = {*Matcher::make(u"service"_s, Matcher::Operator::Equal, service)};
        made.startsAt = clock.wall() - 1h;
        made.endsAt = clock.wall() + 2h;
        made.createdBy = by;
        made.comment = u"planned work"_s;
        return made;
    }
    /// Answers what a page watches with a line that rises since the deploy.
    void answer(const QueryKey &key)
    {
        auto times = std::make_shared<std::vector<double>>();
        Series series;
        const double end = toEpochSeconds(clock.wall());
        for (double at = end - 1800; at <= end; at += 10) {
            times->push_back(at);
            const double since = at - (end - 464);
            series.values.push_back(since < 0 ? 0.0005 + 0.0002 * std::sin(at / 60) : 0.0471 * (1 - std::exp(-since / 130)));
        }
        series.times = times;
        auto answered = std::make_shared<QueryAnswer>();
        answered->type = QueryAnswer::Type::Matrix;
        answered->series.push_back(std::move(series));
        answered->totalSeries = 1;
        apply(key.source, QuerySnapshot{key, answered, {}, 2s, 10s});
    }

    std::vector<AlertRule> rules;
    QString errorsFingerprint; ///< "x": the Alertmanager names the errors as what inhibits

private:
    void rule(const QString &name, const QString &expression, std::chrono::milliseconds duration)
    {
        AlertRule made;
        made.name = name;
        made.expression = expression;
        made.duration = duration;
        made.health = u"ok"_s;
        rules.push_back(made);
    }
    void budget()
    {
        SloSnapshot snapshot;
        snapshot.objective = u"payment-availability"_s;
        snapshot.total = 1'000'000;
        snapshot.errors = 82;
        snapshot.burn = {{5min, 471.0}, {1h, 47.0}};
        snapshot.at = clock.wall();
        apply(u"main"_s, snapshot);
    }

    QStringList m_wanted;
};

} // namespace Watchfloor::Testing
