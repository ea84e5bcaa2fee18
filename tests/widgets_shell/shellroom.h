#pragma once

#include "models/health/condition.h"
#include "tests/support/fakeclock.h"
#include "tests/support/widgethands.h"
#include "widgets/shell/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline Workspace shopWorkspace()
{
    Workspace workspace;
    workspace.name = u"Unified <b>commerce</b>"_s;
    workspace.environment = u"production"_s;
    for (const auto &[name, kind] : {std::pair(u"main"_s, SourceKind::Prometheus), std::pair(u"am-1"_s, SourceKind::Alertmanager),
                                     std::pair(u"orders-raw"_s, SourceKind::Metrics)}) {
        SourceSpec spec;
        spec.name = name;
        spec.kind = kind;
        spec.target.base = QUrl(u"http://127.0.0.1:9"_s);
        spec.interval = 10s;
        workspace.sources.push_back(spec);
    }
    for (const QString &name : {u"payment"_s, u"api-gateway"_s}) {
        Service service;
        service.name = name;
        service.labels = {{u"service"_s, name}};
        workspace.services.push_back(service);
    }
    Endpoint endpoint;
    endpoint.name = u"system"_s;
    endpoint.group = u"payment"_s;
    endpoint.target.base = QUrl(u"http://127.0.0.1:9/health"_s);
    endpoint.interval = 10s;
    endpoint.conditions = {*parseCondition(u"[STATUS] == 200"_s)};
    workspace.endpoints = {endpoint};
    Objective objective;
    objective.name = u"payment-availability"_s;
    objective.service = u"payment"_s;
    workspace.objectives = {objective};
    Dashboard dashboard;
    dashboard.name = u"checkout"_s;
    dashboard.title = u"Checkout board"_s;
    workspace.dashboards = {dashboard};
    const auto document = readRunbook("---\nrunbook: roll-back\ntitle: Roll payment back\nmatch: ['service=\"payment\"']\ntarget: payment\nrisk: disruptive\n---\n"
                                      "```sh step=\"Restart\" timeout=5s\ntrue\n```\n",
                                      u"/nowhere/roll-back.md"_s);
    if (!document.runbook)
        qFatal("%s", qPrintable(document.faults.front().toString()));
    workspace.runbooks = {*document.runbook};
    return workspace;
}

/// A window on a session that asks nobody: what becomes true is told to its stores, what a person does goes through the window.
struct ShellRoom
{
    QTemporaryDir folder;
    FakeClock clock;
    Session session;
    MainWindow window;

    explicit ShellRoom(const Workspace &workspace = shopWorkspace())
        : session(workspace, clock, {.dataFolder = folder.path(), .actor = u"mk"_s, .watchFiles = false, .storageError = {}})
        , window(session, ThemeMode::Dark)
    {
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
    }

    void apply(const QString &source, Observation::Body body) { session.stores().apply({source, clock.now(), clock.wall(), std::move(body)}); }
    void seen(const QString &source) { apply(source, SourceAnswer{}); }
    /// Everybody answers, and this fires.
    void tell(const QStringList &firing = {}, int endpointStatus = 200)
    {
        for (const QString &source : {u"main"_s, u"am-1"_s, u"orders-raw"_s})
            seen(source);
        PrometheusAlertsSnapshot snapshot;
        for (const QString &name : firing) {
            OriginAlert alert;
            alert.labels = {{u"alertname"_s, name}, {u"severity"_s, u"critical"_s}, {u"service"_s, u"payment"_s}};
            alert.startsAt = clock.wall() - 1min;
            snapshot.alerts.push_back(alert);
        }
        apply(u"main"_s, snapshot);
        ProbeResult probe;
        probe.endpoint = u"payment/system"_s;
        probe.state = endpointStatus == 200 ? State::Healthy : State::Critical;
        probe.httpStatus = endpointStatus;
        apply({}, probe);
        tick();
    }
    void tick()
    {
        session.stores().tick(clock.now(), clock.wall());
        Q_EMIT session.ticked();
    }
    QString fingerprint() const { return session.stores().alerts.alerts().front().fingerprint; }

    template <typename T>
    T *visible() const
    {
        return shownIn<T>(window);
    }
    bool choose(const QString &text) const
    {
        return chooseFrom(visible<QMenu>(), text);
    }
};

} // namespace Watchfloor::Testing
