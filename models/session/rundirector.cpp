#include "models/session/rundirector.h"

#include <QCoreApplication>

namespace Watchfloor {

RunDirector::RunDirector(const RunStore &store, AuditLog *audit, Executor::Prometheis prometheis, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_audit(audit)
    , m_prometheis(std::move(prometheis))
    , m_clock(clock)
{
}

RunDirector::~RunDirector() = default;

Result<QString> RunDirector::start(const Commands::RunRequest &request, const QString &actor)
{
    const Runbook *runbook = m_store.runbook(request.runbook);
    if (!runbook)
        return Error{Error::Kind::NotFound, {}, request.runbook};
    if (!m_audit)
        return Error{Error::Kind::ReadOnly, QCoreApplication::translate("RunDirector", "There is no data folder to record the run in."), request.runbook};
    if (const auto fits = checkParameters(*runbook, request.parameters); !fits)
        return fits.error();
    auto executor = std::make_unique<Executor>(Executor::Request{*runbook, request.parameters, actor, request.reason, request.dryRun, request.overrideGates},
                                               *m_audit, m_prometheis, m_clock);
    const QString id = executor->run().id;
    connect(executor.get(), &Executor::progressed, this, &RunDirector::progressed);
    connect(executor.get(), &Executor::output, this, &RunDirector::output);
    connect(executor.get(), &Executor::finished, this, &RunDirector::progressed);
    Executor &started = *executor;
    m_live.emplace(id, std::move(executor));
    started.start();
    // What it could not even begin (the target is held, nothing can be recorded) it says at once.
    if (started.run().error && isOver(started.run().state))
        return *started.run().error;
    return id;
}

void RunDirector::stop(const QString &id)
{
    if (Executor *executor = find(id))
        executor->stop();
}

void RunDirector::undo(const QString &id)
{
    if (Executor *executor = find(id))
        executor->undo();
}

Executor *RunDirector::find(const QString &id)
{
    const auto found = m_live.find(id);
    return found == m_live.end() ? nullptr : found->second.get();
}

} // namespace Watchfloor
