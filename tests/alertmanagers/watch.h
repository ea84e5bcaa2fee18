#pragma once

#include "models/session/session.h"
#include "models/silences/silencepreview.h"
#include "tests/alertmanagers/alertmanagers.h"

#include <QTest>

namespace Watchfloor::Testing {

/// The machine's clock, which a test may put ahead where something is due only later.
class AheadClock final : public Clock
{
public:
    Instant now() const override { return m_clock.now() + m_ahead; }
    WallTime wall() const override { return m_clock.wall() + m_ahead; }
    void advance(std::chrono::milliseconds by) { m_ahead += by; }

private:
    SystemClock m_clock;
    std::chrono::milliseconds m_ahead{};
};

/// A console that watches Alertmanagers twice a second.
struct Watch
{
    AheadClock clock;
    QTemporaryDir folder;
    std::unique_ptr<Session> session;
    QStringList failures;

    /// The first `count` of them, or those that follow `first`.
    Watch(const Alertmanagers &servers, int count, const QString &cluster = {}, const std::vector<MaintenanceWindow> &windows = {}, int first = 0)
    {
        Workspace workspace;
        workspace.name = QStringLiteral("Cluster");
        workspace.environment = QStringLiteral("staging");
        workspace.maintenance = windows;
        for (int member = first; member < first + count; ++member) {
            SourceSpec spec;
            spec.name = servers.name(member);
            spec.kind = SourceKind::Alertmanager;
            spec.target = servers.target(member);
            spec.interval = std::chrono::milliseconds(500);
            spec.cluster = cluster;
            workspace.sources.push_back(spec);
        }
        session = std::make_unique<Session>(workspace, clock, Session::Options{folder.path(), QStringLiteral("ab"), false, {}});
        QObject::connect(session.get(), &Commands::failed, session.get(), [this](const Error &error) { failures << error.detail; });
        session->start();
    }

    const AlertStore &alerts() const { return session->stores().alerts; }
    /// The row of that name; null: there is none.
    const Alert *row(const QString &name) const
    {
        for (const Alert &alert : alerts().alerts())
            if (alert.name() == name)
                return &alert;
        return nullptr;
    }
    bool isIn(const QString &name, AlertState state) const { return row(name) && row(name)->state == state; }
    qsizetype activeSilences(const QString &source) const
    {
        const auto &all = alerts().silences(source);
        return std::count_if(all.begin(), all.end(), [](const Silence &silence) { return silence.state == Silence::State::Active; });
    }
    /// Every one that is watched.
    bool eachHasActiveSilences(qsizetype count) const
    {
        const auto &sources = session->stores().sources.sources();
        return std::all_of(sources.begin(), sources.end(), [&](const SourceStatus &source) { return activeSilences(source.spec.name) == count; });
    }
    /// How many tell of it.
    qsizetype tellers(const QString &name) const { return row(name) ? row(name)->origins.size() : 0; }
    bool isSeen(const QString &source) const { return session->stores().sources.state(source, clock.now()) == State::Healthy; }

    Silence silenceOf(const Alert &alert) const
    {
        Silence silence;
        silence.matchers = matchersFor(alert);
        silence.startsAt = clock.wall();
        silence.endsAt = clock.wall() + std::chrono::hours(1);
        silence.createdBy = QStringLiteral("ab");
        silence.comment = QStringLiteral("a test");
        return silence;
    }
    /// Posts and waits for the answer.
    Result<QString> post(const QString &source, const Silence &silence)
    {
        std::optional<Result<QString>> answer;
        session->postSilence(source, silence, session.get(), [&answer](Result<QString> id) { answer = std::move(id); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, patience))
            return Error{Error::Kind::Timeout, {}, {}};
        return *answer;
    }
};

inline Labels namedAlert(const QString &name, const QString &severity = QStringLiteral("critical"))
{
    return {{QStringLiteral("alertname"), name}, {QStringLiteral("service"), QStringLiteral("payment")}, {QStringLiteral("severity"), severity}};
}

/// Alert0, Alert1 and so on.
inline std::vector<Labels> namedAlerts(int count)
{
    std::vector<Labels> alerts;
    for (int i = 0; i < count; ++i)
        alerts.push_back(namedAlert(QStringLiteral("Alert%1").arg(i)));
    return alerts;
}

} // namespace Watchfloor::Testing
