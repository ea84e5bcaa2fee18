#pragma once

#include "models/session/session.h"
#include "models/stack/localstack.h"
#include "tests/support/faultserver.h"

#include <QTemporaryDir>

namespace Watchfloor::Testing {

/// A page with one number, a real Prometheus that scrapes it, and a console with rule files over that Prometheus.
struct RuleRig
{
    static constexpr int patience = 30'000;

    SystemClock clock;
    QTemporaryDir parent{QStringLiteral("/tmp/tst-XXXXXX")};
    QTemporaryDir data;
    FaultServer page;
    double failed = 0; ///< what the page says
    bool isPageDown = false;
    LocalStack stack{clock};
    quint16 port = 0;
    Workspace workspace;
    std::unique_ptr<Session> session;
    std::vector<std::pair<QString, AlertState>> transitions;

    RuleRig();

    /// With these rules of its own.
    [[nodiscard]] bool startPrometheus(const QByteArray &rules = "groups: []\n");
    [[nodiscard]] bool restartPrometheus();
    void addFile(const QString &name, const QByteArray &text);
    void addSource(const QString &name, SourceKind kind, const QUrl &url);
    void startSession();
    /// All of it, with one file of rules, while the page says that something failed.
    [[nodiscard]] bool startFailing(const QString &name, const QByteArray &text);

    const Alert *row(const QString &name) const;
    bool isIn(const QString &name, AlertState state) const { return row(name) && row(name)->state == state; }
    bool everWas(const QString &name, AlertState state) const;
    State rulesState() const { return session->stores().sources.state(QStringLiteral("rules"), clock.now()); }
    std::optional<Error> rulesError() const;
    /// Of the private Prometheus; 0: it does not run.
    qint64 privatePid() const;
};

} // namespace Watchfloor::Testing
