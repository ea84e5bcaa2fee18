#pragma once

#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "widgets/controls/page.h"
#include "widgets/runbooks/runbookspage.h"

#include <cmath>

namespace Watchfloor::Testing {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A door that remembers what was asked and answers when the test says so.
class RunDoor final : public Commands
{
public:
    bool locked = false;
    std::vector<RunRequest> runs;
    QStringList stopped;
    QStringList undone;
    std::vector<QueryKey> watched;
    std::optional<Error> refusal;
    std::map<QString, std::function<void(Result<QStringList>)>> choices;
    std::vector<std::pair<QString, std::function<void(Result<QueryAnswer>)>>> asked;

    bool actionsLocked() const override { return locked; }
    std::optional<std::chrono::milliseconds> unlockedFor() const override { return locked ? std::nullopt : std::optional(std::chrono::milliseconds(14min + 57s)); }
    void unlock(std::chrono::minutes length) override
    {
        unlockedLength = length;
        locked = false;
        Q_EMIT lockChanged();
    }
    void lock() override {}
    void acknowledge(const AcknowledgeRequest &) override {}
    void unacknowledge(const QString &) override {}
    void dismiss(const QString &) override {}
    void postSilence(const QString &, const Silence &, QObject *, std::function<void(Result<QString>)>) override {}
    void expireSilence(const QString &, const QString &, QObject *, std::function<void(Result<QString>)>) override {}
    Result<QString> startRun(const RunRequest &request) override
    {
        if (refusal)
            return *refusal;
        runs.push_back(request);
        return u"run-%1"_s.arg(runs.size());
    }
    void stopRun(const QString &id) override { stopped << id; }
    void undoRun(const QString &id) override { undone << id; }
    void fetchChoices(const QString &, const QString &parameter, QObject *, std::function<void(Result<QStringList>)> handler) override
    {
        choices[parameter] = std::move(handler);
    }
    QueryInterest watch(const QueryKey &key, std::chrono::milliseconds) override
    {
        watched.push_back(key);
        return std::make_shared<const QueryKey>(key);
    }
    void evaluate(const QString &, const QString &expression, QObject *, std::function<void(Result<QueryAnswer>)> handler) override
    {
        asked.emplace_back(expression, std::move(handler));
    }
    void refreshNow() override {}
    void setRefreshInterval(std::chrono::milliseconds) override {}

    std::chrono::minutes unlockedLength{};
};

inline QByteArray rollBackText()
{
    return R"(---
runbook: roll-back
title: Roll payment back to a known-good commit
match: ['alertname=~"HighErrorRate|ServiceDown"', 'service="payment"']
target: payment
risk: disruptive
parameters:
  commit:
    pattern: "[0-9a-f]{7,40}"
    ask: Which commit was good?
    choices: [git, -C, /srv/payment, log, --oneline]
---
Only when the error ratio rose within an hour of a deploy. A commit is known-good when it served production for a day and
kept its objective; older ones need a word with [payments](https://chat.example.org/payments).

## Is it the deploy?

```promql gate="errors are high" source=main
service:error_ratio:1m{service="payment"} > 0.01
```

## Put the good commit back

The working copy moves; **nothing** is served from it until the restart.

```sh step="Check out" timeout=60s undo="git -C /srv/payment checkout -"
git -C /srv/payment checkout "$commit"
```

```sh step="Restart" timeout=60s
supervisorctl restart payment
```

## Prove it

```promql verify="errors are gone" source=main within=5m for=1m
service:error_ratio:1m{service="payment"} < 0.005
```

## If it does not help

The run ends as *ran, not effective* and keeps nothing. Then [Check Stripe](check-stripe.md), and call payments before a second
rollback.

| Sign | Meaning |
|---|---|
| `5xx` only on `/charge` | Stripe |
| all paths | the deploy |

- First look at the error ratio.
- Then at the last deploy.
)";
}

inline QByteArray flushText()
{
    return R"(---
runbook: flush-cache
title: Flush the cache
match: ['alertname="LowCacheHitRate"']
target: redis
risk: destructive
---
Removes every key of database 2. Every service then misses until the cache is warm again.

```promql gate="redis answers" source=main
redis_up == 1
```

```sh gate="replica is in sync" timeout=10s
redis-cli -n 2 info replication
```

```sh step="Flush" timeout=60s
kubectl exec -n production deployment/redis -- redis-cli -n 2 FLUSHDB
```
)";
}

inline QByteArray simpleText(const char *name, const char *title, const char *target, const char *risk)
{
    return "---\nrunbook: " + QByteArray(name) + "\ntitle: " + title + "\ntarget: " + target + "\nrisk: " + risk
           + "\n---\nReads only.\n\n```sh step=\"Look\" timeout=20s\nset -e\ncurl -s localhost | head -n 3\n```\n";
}

inline Runbook bookOf(const QByteArray &text, const QString &file)
{
    const RunbookDocument document = readRunbook(text, file);
    return document.runbook.value_or(Runbook());
}

inline Workspace rehearsalWorkspace()
{
    Workspace workspace;
    workspace.name = u"Unified commerce"_s;
    workspace.environment = u"production"_s;
    SourceSpec main;
    main.name = u"main"_s;
    main.target.base = QUrl(u"http://127.0.0.1:9090"_s);
    main.interval = 10s;
    workspace.sources = {main};
    for (const QString &name : {u"payment"_s, u"ecommerce"_s, u"hotel"_s, u"auth"_s, u"redis"_s, u"postgres"_s, u"api-gateway"_s}) {
        Service service;
        service.name = name;
        service.labels = {{u"service"_s, name}};
        service.owner = u"payments"_s;
        if (name == u"ecommerce" || name == u"hotel" || name == u"auth")
            service.depends = {u"redis"_s};
        workspace.services.push_back(service);
    }
    for (const QString &name : {u"ecommerce"_s, u"hotel"_s, u"auth"_s}) {
        Objective objective;
        objective.name = name + u"-availability"_s;
        objective.title = name;
        objective.service = name;
        objective.target = 0.999;
        workspace.objectives.push_back(objective);
    }
    workspace.runbooks = {bookOf(rollBackText(), u"/w/runbooks/roll-back.md"_s),
                          bookOf(flushText(), u"/w/runbooks/flush-cache.md"_s),
                          bookOf(simpleText("check-stripe", "Check Stripe", "payment", "safe"), u"/w/check-stripe.md"_s),
                          bookOf(simpleText("restart-payment", "Restart payment", "payment", "disruptive"), u"/w/restart-payment.md"_s),
                          bookOf(simpleText("replay-charges", "Replay failed charges", "payment", "destructive"), u"/w/replay.md"_s),
                          bookOf(simpleText("warm-cache", "Warm up cache", "redis", "safe"), u"/w/warm.md"_s),
                          bookOf(simpleText("cache-statistics", "Cache statistics", "redis", "safe"), u"/w/stat.md"_s),
                          bookOf(simpleText("check-replication", "Check replication", "postgres", "safe"), u"/w/repl.md"_s),
                          bookOf(simpleText("kill-slow", "Kill slow queries", "postgres", "disruptive"), u"/w/kill.md"_s),
                          bookOf(simpleText("fail-over", "Fail over to replica", "postgres", "destructive"), u"/w/fail.md"_s),
                          bookOf(simpleText("restart-gateway", "Restart gateway pods", "api-gateway", "disruptive"), u"/w/gateway.md"_s)};
    return workspace;
}

/// A production with runbooks, an alert that asks for one, and a door.
class Rehearsal
{
public:
    FakeClock clock;
    Session session;
    RunDoor door;

    explicit Rehearsal(const Workspace &workspace = rehearsalWorkspace())
        : session(workspace, clock, options())
    {
        QObject::connect(&door, &Commands::runOutput, &door, [this](const QString &id, const QString &text) { stores().runs.appendOutput(id, text); });
    }
    static Session::Options options()
    {
        Session::Options made;
        made.actor = u"mk"_s;
        made.watchFiles = false;
        return made;
    }
    PageContext context() { return {session.stores(), door, clock, session}; }
    Stores &stores() { return session.stores(); }
    void apply(const QString &source, Observation::Body body) { stores().apply({source, clock.now(), clock.wall(), std::move(body)}); }

    void raise(const QString &name, const QString &service)
    {
        OriginAlert alert;
        alert.labels = {{u"alertname"_s, name}, {u"service"_s, service}, {u"severity"_s, u"critical"_s}};
        alert.state = OriginAlert::State::Firing;
        alert.startsAt = clock.wall() - 6min;
        apply(u"main"_s, SourceAnswer{});
        PrometheusAlertsSnapshot snapshot;
        snapshot.alerts = {alert};
        apply(u"main"_s, snapshot);
    }

    /// How far a run of the runbook came: steps before `active` passed, it runs unless the run is over.
    Run run(const QString &book, const QString &id, RunState state, size_t active)
    {
        const Runbook &runbook = *stores().runs.runbook(book);
        Run made;
        made.id = id;
        made.runbook = book;
        made.title = runbook.title;
        made.target = runbook.target;
        made.risk = runbook.risk;
        made.actor = u"mk"_s;
        made.parameters = {{u"commit"_s, u"9b31f02"_s}};
        made.state = state;
        made.startedAt = clock.wall() - 44s;
        made.firstRecord = 1482;
        made.lastRecord = 1486;
        for (size_t at = 0; at < runbook.steps.size(); ++at) {
            StepProgress step;
            step.step = runbook.steps[at];
            step.shown = step.step.code.trimmed();
            if (at <= active) {
                const bool current = at == active && !isOver(state);
                step.state = current ? StepState::Running : state == RunState::Failed && at == active ? StepState::Failed : StepState::Passed;
                step.startedAt = made.startedAt + std::chrono::seconds(2 * at);
                step.took = current ? std::chrono::milliseconds(38s) : 400ms;
                if (step.step.isQuery)
                    step.value = step.step.kind == RunbookStep::Kind::Gate ? 0.0471 : 0.0174;
                else
                    step.exitCode = 0;
                step.message = step.step.isQuery ? u"0.0174, needs < 0.005"_s : u"exit 0"_s;
            }
            made.steps.push_back(step);
        }
        if (isOver(state))
            made.endedAt = clock.wall();
        return made;
    }

    void answer(const QueryKey &key)
    {
        auto times = std::make_shared<std::vector<double>>();
        Series series;
        const double end = toEpochSeconds(clock.wall());
        for (double at = end - 900; at <= end; at += 5) {
            times->push_back(at);
            const double left = end - at;
            series.values.push_back(left > 480 ? 0.0006 : left > 420 ? 0.0006 + 0.0465 * (480 - left) / 60 : left > 38 ? 0.0471 + 0.0006 * std::sin(at / 40) : 0.0174 + 0.0008 * left);
        }
        series.times = times;
        series.labels = {{u"service"_s, u"payment"_s}};
        auto answered = std::make_shared<QueryAnswer>();
        answered->type = QueryAnswer::Type::Matrix;
        answered->series.push_back(std::move(series));
        answered->totalSeries = 1;
        apply(key.source, QuerySnapshot{key, answered, {}, 3s, 10s});
    }
    void answerAll()
    {
        const auto keys = door.watched;
        for (const QueryKey &key : keys)
            answer(key);
    }
    /// A number for every service's rate, error ratio and p95, and budgets.
    void fillServices()
    {
        const ServiceQueries queries = stores().services.queriesOf({});
        const auto fill = [this](const QueryKey &key, double value) {
            auto answered = std::make_shared<QueryAnswer>();
            for (const Service &service : session.stores().workspace().services) {
                Series series;
                series.labels = {{u"service"_s, service.name}};
                const double end = toEpochSeconds(clock.wall());
                series.times = std::make_shared<const std::vector<double>>(std::vector<double>{end - 10, end});
                series.values = {value, value};
                answered->series.push_back(std::move(series));
            }
            apply(key.source, QuerySnapshot{key, answered, {}, {}, 15s});
        };
        fill(queries.requestRate, 120);
        fill(queries.errorRatio, 0.0004);
        fill(queries.latency, 0.402);
        fill(stores().services.queries().back(), 1);
        double errors = 0.12;
        for (const Objective &objective : session.stores().workspace().objectives) {
            SloSnapshot snapshot;
            snapshot.objective = objective.name;
            snapshot.total = 1'000'000;
            snapshot.errors = errors * 1'000;
            snapshot.burn = {{5min, 0.4}, {1h, 0.5}};
            snapshot.at = clock.wall();
            apply(u"main"_s, snapshot);
            errors /= 2;
        }
        stores().tick(clock.now(), clock.wall());
    }
    static QueryAnswer vectorOf(double value)
    {
        QueryAnswer answer;
        Series series;
        series.times = std::make_shared<const std::vector<double>>(std::vector<double>{1.0});
        series.values = {value};
        answer.series.push_back(series);
        return answer;
    }
};

} // namespace Watchfloor::Testing
