#pragma once

#include "models/core/clock.h"
#include "models/metrics/prometheusclient.h"
#include "models/process/process.h"
#include "models/runbooks/auditlog.h"
#include "models/runbooks/run.h"

#include <QObject>

#include <functional>

namespace Watchfloor {

/// Runs one runbook: record, gates, steps, verifies, record. One object a run. Never retries, never runs what it could not record.
class Executor final : public QObject
{
    Q_OBJECT

public:
    /// The client of a source by name (empty: the only Prometheus), or null; and whether that source can be seen now.
    struct Prometheis
    {
        std::function<PrometheusClient *(const QString &source)> client;
        std::function<bool(const QString &source)> isVisible;
    };
    struct Request
    {
        Runbook runbook;
        std::map<QString, QString> parameters;
        QString actor;
        QString reason;
        bool dryRun = false;
        bool overrideGates = false; ///< only with a reason
    };

    Executor(Request request, AuditLog &audit, Prometheis prometheis, const Clock &clock, QObject *parent = nullptr);
    ~Executor() override;

    void start();
    /// Ends the running process group, or stops waiting for a verify; what ran stays recorded.
    void stop();
    /// Runs the undo commands of the steps that ran, in reverse order. Only after the run is over.
    void undo();
    const Run &run() const;

Q_SIGNALS:
    /// The run moved on; `run` is the whole value without its output.
    void progressed(const Watchfloor::Run &run);
    void output(const QString &runId, const QString &text);
    void finished(const Watchfloor::Run &run);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Runs a parameter's choices command and answers with its lines.
void fetchChoices(const Runbook &runbook, const RunbookParameter &parameter, const Clock &clock, QObject *context,
                  std::function<void(Result<QStringList>)> handler);

} // namespace Watchfloor
