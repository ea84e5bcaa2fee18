#pragma once

#include "models/runbooks/executor.h"
#include "models/runbooks/runstore.h"
#include "models/runbooks/targetlock.h"
#include "models/session/commands.h"

#include <QObject>

#include <map>
#include <memory>

namespace Watchfloor {

/// Starts runs and keeps them: one at a time for a target, none that could not be recorded.
class RunDirector final : public QObject
{
    Q_OBJECT

public:
    /// `audit` may be null: then nothing is ever started.
    RunDirector(const RunStore &store, AuditLog *audit, QString lockFolder, Executor::Prometheis prometheis, const Clock &clock,
                QObject *parent = nullptr);
    ~RunDirector() override;

    Result<QString> start(const Commands::RunRequest &request, const QString &actor);
    void stop(const QString &id);
    void undo(const QString &id);

Q_SIGNALS:
    void progressed(const Watchfloor::Run &run);
    void output(const QString &runId, const QString &text);

private:
    struct Live
    {
        std::unique_ptr<Executor> executor;
        std::unique_ptr<TargetLock> lock;
    };
    Executor *find(const QString &id);

    const RunStore &m_store;
    AuditLog *m_audit;
    QString m_lockFolder;
    Executor::Prometheis m_prometheis;
    const Clock &m_clock;
    std::map<QString, Live> m_live;
};

} // namespace Watchfloor
