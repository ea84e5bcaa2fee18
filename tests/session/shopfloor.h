#pragma once

#include "models/runbooks/auditlog.h"
#include "tests/session/rig.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QTemporaryDir>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const char *const rollback = R"(---
runbook: rollback
title: Roll payment back
match: ['alertname="HighErrorRate"']
target: payment
risk: disruptive
parameters: {commit: {pattern: "[0-9a-f]{7,40}", ask: "Which commit was good?", choices: [sh, -c, 'printf "4f1c9ae newest\n9b31f02 good\n"']}}
---
Only after a deploy.

```promql gate="errors are high"
errors > 0.01
```
```sh step="Check out" timeout=20s undo="sh -c 'echo undone >> trace'"
echo "$commit" >> trace
echo checked out
```
```promql verify="errors are gone" within=20s
errors < 0.005
```
)";

inline const char *const hang = R"(---
runbook: hang
title: Wait for ever
target: payment
risk: safe
---
```sh step="Wait" timeout=60s
echo waiting; sleep 60
```
)";

/// The files of a session, gone with the object.
class ShopFolder
{
public:
    QString path(const QString &name = {}) const { return QDir(m_folder.path()).filePath(name); }
    QString data() const { return path(u"data"_s); }
    ShopFolder() { QDir(m_folder.path()).mkdir(u"data"_s); }

    void write(const QString &name, const QByteArray &text) const { writeFile(path(name), text); }
    QByteArray read(const QString &name) const { return contentOf(path(name)); }
    /// "event/outcome" of every record, those of alerts that came and went by themselves left out.
    QStringList recorded() const
    {
        const SystemClock clock;
        QStringList events;
        const auto records = AuditLog(data() + u"/audit.jsonl"_s, clock).read();
        for (const AuditRecord &record : records ? *records : std::vector<AuditRecord>())
            if (record.event != u"alert")
                events << record.event + u'/' + record.outcome;
        return events;
    }
    QStringList transitions() const
    {
        const SystemClock clock;
        QStringList outcomes;
        const auto records = AuditLog(data() + u"/audit.jsonl"_s, clock).read();
        for (const AuditRecord &record : records ? *records : std::vector<AuditRecord>())
            if (record.event == u"alert")
                outcomes << record.outcome;
        return outcomes;
    }

private:
    QTemporaryDir m_folder;
};

/// Long enough that a busy machine does not make a source stale, which refuses a gate.
inline constexpr std::chrono::milliseconds calmInterval{500};

/// A session over a Prometheus and an Alertmanager, with a folder of its own.
struct ShopFloor
{
    ShopFolder folder;
    SystemClock clock;
    FakePrometheus prometheus;
    FakeAlertmanager alertmanager;
    Workspace workspace;

    explicit ShopFloor(const QString &environment = u"staging"_s)
    {
        workspace = workspaceOf({sourceAt(u"main"_s, SourceKind::Prometheus, prometheus.server.url(), calmInterval),
                                 sourceAt(u"am"_s, SourceKind::Alertmanager, alertmanager.server.url(), calmInterval)});
        workspace.environment = environment;
        workspace.services = {paymentService()};
        for (const char *text : {rollback, hang}) {
            auto document = readRunbook(text, folder.path(u"runbook.md"_s));
            if (!document.runbook)
                qFatal("%s", qPrintable(document.faults.front().toString()));
            workspace.runbooks.push_back(*document.runbook);
        }
    }
    Session::Options options() const { return {.dataFolder = folder.data(), .actor = u"ab"_s, .watchFiles = false}; }
    /// A session over it that runs.
    std::unique_ptr<Session> start() const
    {
        auto session = std::make_unique<Session>(workspace, clock, options());
        session->start();
        return session;
    }
    Commands::RunRequest rollbackTo(const QString &commit) const { return {u"rollback"_s, {{u"commit"_s, commit}}, {}, false, false}; }
};

inline bool isSeen(const Session &session, const char *source)
{
    return session.stores().sources.state(QString::fromLatin1(source), session.clock().now()) == State::Healthy;
}

inline QString onlyFingerprint(const Session &session)
{
    return session.stores().alerts.alerts().size() == 1 ? session.stores().alerts.alerts().front().fingerprint : QString();
}

} // namespace Watchfloor::Testing
