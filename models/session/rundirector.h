#pragma once

#include "models/runbooks/executor.h"
#include "models/runbooks/runstore.h"
#include "models/session/commands.h"

#include <QObject>

#include <map>
#include <memory>

namespace Watchfloor {

/// Starts runs and keeps them for their undo. That one target has one run at a time, and none that was not recorded, is the
/// executor's own care.
class RunDirector final : public QObject
{
    Q_OBJECT

public:
    /// `audit` may be null: then nothing is ever started.
    RunDirector(const RunStore &store, AuditLog *audit, Executor::Prometheis prometheis, const Clock &clock, QObject *parent = nullptr);
    ~RunDirector() override;

    Result<QString> start(const Commands::RunRequest &request, const QString &actor);
    void stop(const QString &id);
    void undo(const QString &id);

Q_SIGNALS:
    void progressed(const Watchfloor::Run &run);
    void output(const QString &runId, const QString &text);

private:
    Executor *find(const QString &id);

    const RunStore &m_store;
    AuditLog *m_audit;
    Executor::Prometheis m_prometheis;
    const Clock &m_clock;
    std::map<QString, std::unique_ptr<Executor>> m_live;
};

} // namespace Watchfloor
