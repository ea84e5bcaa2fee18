#include "models/stack/localstack.h"

#include "models/core/log.h"

using namespace Qt::StringLiterals;

namespace Watchfloor {

LocalStack::LocalStack(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

LocalStack::~LocalStack() = default;

Result<void> LocalStack::prepare(const QString &parentFolder)
{
    const QString parent = parentFolder.isEmpty() ? StackFolder::defaultParent() : parentFolder;
    if (const int ended = endLeftovers(parent))
        log(LogCategory::Stack).warn("ended what {} earlier run(s) left in {}", ended, parent.toStdString());
    m_isStopping = false;
    return m_folder.create(parent);
}

void LocalStack::add(ServerSpec spec)
{
    const QString name = spec.name;
    auto server = std::make_unique<StackServer>(std::move(spec), m_clock);
    connect(server.get(), &StackServer::started, this, [this, name](qint64 pid) {
        if (const auto recorded = m_folder.record(name, pid); !recorded)
            log(LogCategory::Stack).warn("pid of {}: {}", name.toStdString(), recorded.error().detail.toStdString());
    });
    connect(server.get(), &StackServer::ready, this, [this, name] { Q_EMIT serverReady(name); });
    connect(server.get(), &StackServer::failed, this, [this, name](const Error &error) { Q_EMIT serverFailed(name, error); });
    connect(server.get(), &StackServer::ended, this, [this, name] { Q_EMIT serverEnded(name); });
    connect(server.get(), &StackServer::stopped, this, [this, name] { handleStopped(name); });
    m_servers[name] = std::move(server);
}

void LocalStack::startServer(const QString &name)
{
    const auto found = m_servers.find(name);
    if (found != m_servers.end() && !m_isStopping)
        found->second->start();
}

void LocalStack::killServer(const QString &name)
{
    const auto found = m_servers.find(name);
    if (found != m_servers.end())
        found->second->kill();
}

qint64 LocalStack::serverPid(const QString &name) const
{
    const auto found = m_servers.find(name);
    return found == m_servers.end() ? 0 : found->second->processId();
}

void LocalStack::run(const Command &command, QObject *context, Done done)
{
    auto *process = new Process(m_clock, this);
    auto output = std::make_shared<QString>();
    connect(process, &Process::output, this, [output](const QString &text) { *output += text; });
    connect(process, &Process::finished, context,
            [process, output, done = std::move(done), name = command.arguments.value(0)](const ProcessOutcome &outcome) {
                process->deleteLater();
                if (outcome.succeeded())
                    return done(*output);
                const QString said = outcome.error.isEmpty() ? output->simplified().left(400) : outcome.error;
                const auto kind = outcome.end == ProcessOutcome::End::TimedOut ? Error::Kind::Timeout : Error::Kind::Io;
                done(Error{kind, u"code %1: %2"_s.arg(outcome.exitCode).arg(said), name});
            });
    process->start(command);
}

void LocalStack::runAll(std::vector<Command> commands, QObject *context, Done done)
{
    if (commands.empty())
        return done(QString());
    const Command first = commands.front();
    commands.erase(commands.begin());
    run(first, context, [this, commands, context, done](Result<QString> result) {
        if (!result || commands.empty())
            return done(result);
        runAll(commands, context, done);
    });
}

void LocalStack::stop()
{
    if (m_isStopping)
        return;
    m_isStopping = true;
    for (Process *tool : findChildren<Process *>(Qt::FindDirectChildrenOnly))
        tool->stop(std::chrono::milliseconds(500));
    for (const auto &[name, server] : m_servers)
        m_stopping.insert(name);
    if (m_servers.empty())
        return finishStopping();
    for (const auto &[name, server] : m_servers)
        server->stop();
}

void LocalStack::handleStopped(const QString &name)
{
    m_stopping.remove(name);
    if (m_isStopping && m_stopping.isEmpty())
        // Later, because this may be the server's own signal and the servers go away.
        QMetaObject::invokeMethod(this, [this] { finishStopping(); }, Qt::QueuedConnection);
}

void LocalStack::finishStopping()
{
    m_servers.clear();
    if (!m_folder.remove())
        log(LogCategory::Stack).warn("the private folder could not be removed as a whole");
    Q_EMIT stopped();
}

} // namespace Watchfloor
