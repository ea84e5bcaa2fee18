#include "models/stack/stackserver.h"

#include "models/core/log.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr qsizetype keptOutput = 2'000;

QString endText(const ProcessOutcome &outcome)
{
    if (outcome.end == ProcessOutcome::End::FailedToStart)
        return outcome.error;
    return outcome.end == ProcessOutcome::End::Exited ? u"ended with code %1"_s.arg(outcome.exitCode) : u"crashed"_s;
}

} // namespace

StackServer::StackServer(ServerSpec spec, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_clock(clock)
    , m_poller(clock)
{
    m_spec.command.timeout = std::chrono::milliseconds(0);
    connect(&m_poller, &Poller::succeeded, this, [this] {
        m_isReady = true;
        Q_EMIT ready();
    });
    connect(&m_poller, &Poller::gaveUp, this,
            [this] { Q_EMIT failed({Error::Kind::Timeout, u"is not ready: %1"_s.arg(m_lastOutput.simplified()), m_spec.name}); });
}

void StackServer::start()
{
    if (isRunning())
        return;
    m_isReady = m_isAsked = m_isStopping = false;
    m_lastOutput.clear();
    m_process = std::make_unique<Process>(m_clock);
    connect(m_process.get(), &Process::output, this, &StackServer::handleOutput);
    connect(m_process.get(), &Process::finished, this, &StackServer::handleFinished);
    connect(m_process.get(), &Process::started, this, [this] {
        Q_EMIT started(m_process->processId());
        m_poller.start(m_spec.ready, m_spec.patience);
    });
    m_process->start(m_spec.command);
}

void StackServer::stop()
{
    m_isAsked = true;
    m_poller.stop();
    if (!isRunning()) {
        Q_EMIT stopped();
        return;
    }
    m_isStopping = true;
    m_process->stop(m_spec.grace);
}

void StackServer::kill()
{
    if (!isRunning() || processId() < 2)
        return;
    m_isAsked = true;
    m_poller.stop();
    ::kill(pid_t(processId()), SIGKILL);
}

bool StackServer::isRunning() const
{
    return m_process && m_process->isRunning();
}

qint64 StackServer::processId() const
{
    return isRunning() ? m_process->processId() : 0;
}

void StackServer::handleOutput(const QString &text)
{
    m_lastOutput = (m_lastOutput + text).right(keptOutput);
}

void StackServer::handleFinished(const ProcessOutcome &outcome)
{
    m_poller.stop();
    if (m_isStopping) {
        Q_EMIT stopped();
        return;
    }
    if (m_isAsked)
        return;
    const QString last = m_lastOutput.simplified().right(400);
    log(LogCategory::Stack).warn("{} {}: {}", m_spec.name.toStdString(), endText(outcome).toStdString(), last.toStdString());
    if (m_isReady)
        Q_EMIT ended();
    else
        Q_EMIT failed({Error::Kind::Io, u"%1: %2"_s.arg(endText(outcome), last), m_spec.name});
}

} // namespace Watchfloor
