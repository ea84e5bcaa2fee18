#pragma once

#include "tests/support/fakeclock.h"
#include "widgets/desk/desk.h"
#include "widgets/theme/applytheme.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline Workspace deskWorkspace(const DeskPolicy &policy = {})
{
    Workspace workspace;
    workspace.name = u"Shop"_s;
    workspace.desk = policy;
    for (const auto &[name, kind] : {std::pair(u"main"_s, SourceKind::Prometheus), std::pair(u"am-1"_s, SourceKind::Alertmanager)}) {
        SourceSpec spec;
        spec.name = name;
        spec.kind = kind;
        spec.target.base = QUrl(u"http://127.0.0.1:9"_s);
        spec.interval = 10s;
        workspace.sources.push_back(spec);
    }
    for (const auto &[name, owner] : {std::pair(u"payment"_s, u"team-pay"_s), std::pair(u"hotel"_s, u"team-stay"_s), std::pair(u"taxi"_s, QString())}) {
        Service service;
        service.name = name;
        service.owner = owner;
        service.labels = {{u"service"_s, name}};
        workspace.services.push_back(service);
    }
    return workspace;
}

/// A desk over a session that asks nobody: what becomes true is told to its stores.
struct DeskRoom
{
    QTemporaryDir folder;
    FakeClock clock;
    Session session;
    Desk desk;

    explicit DeskRoom(const DeskPolicy &policy = {})
        : session(deskWorkspace(policy), clock, {.dataFolder = folder.path(), .actor = u"mk"_s, .watchFiles = false, .storageError = {}})
        , desk(session)
    {
    }

    void apply(const QString &source, Observation::Body body) { session.stores().apply({source, clock.now(), clock.wall(), std::move(body)}); }
    static OriginAlert alert(const QString &name, const QString &severity, const QString &service = u"payment"_s)
    {
        OriginAlert made;
        made.labels = {{u"alertname"_s, name}, {u"severity"_s, severity}};
        if (!service.isEmpty())
            made.labels.set(u"service"_s, service);
        made.annotations = {{u"summary"_s, u"%1 of <b>%2</b>"_s.arg(name, service)}};
        return made;
    }
    /// The Alertmanager lists these, and nothing else; both sources answer.
    void fire(std::vector<OriginAlert> alerts, OriginAlert::State state = OriginAlert::State::Firing)
    {
        AlertmanagerSnapshot snapshot;
        for (OriginAlert &one : alerts) {
            one.state = state;
            one.startsAt = m_began.value(one.labels.value(u"alertname"), clock.wall() - 1min);
            m_began.insert(one.labels.value(u"alertname"), one.startsAt);
            one.endsAt = clock.wall() + 5min;
            if (state == OriginAlert::State::Suppressed)
                one.silencedBy = {u"s1"_s};
            snapshot.alerts.push_back(one);
        }
        snapshot.totalAlerts = snapshot.alerts.size();
        snapshot.serverTime = clock.wall();
        apply(u"main"_s, SourceAnswer{});
        apply(u"am-1"_s, SourceAnswer{});
        apply(u"main"_s, PrometheusAlertsSnapshot{});
        apply(u"am-1"_s, snapshot);
    }
    void fire(const QStringList &names, const QString &severity = u"critical"_s, OriginAlert::State state = OriginAlert::State::Firing)
    {
        std::vector<OriginAlert> alerts;
        for (const QString &name : names)
            alerts.push_back(alert(name, severity));
        fire(std::move(alerts), state);
    }
    void tick()
    {
        session.stores().tick(clock.now(), clock.wall());
        Q_EMIT session.ticked();
    }
    const Alert *named(const QString &name) const
    {
        for (const Alert &one : session.stores().alerts.alerts())
            if (one.name() == name)
                return &one;
        return nullptr;
    }
    QAction *action(const QString &name) { return desk.trayIcon()->contextMenu()->findChild<QAction *>(name); }

private:
    QHash<QString, WallTime> m_began;
};

} // namespace Watchfloor::Testing
