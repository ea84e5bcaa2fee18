#include "app/verbs/runconsole.h"

#include "app/signals.h"
#include "models/core/format.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <iostream>
#include <unistd.h>

namespace Watchfloor {

namespace {

/// Words of a step's state on a terminal.
const char *stepWord(StepState state)
{
    switch (state) {
    case StepState::Waiting: return "waiting";
    case StepState::Running: return "running";
    case StepState::Passed: return "passed";
    case StepState::Failed: return "FAILED";
    case StepState::Skipped: return "not run";
    case StepState::Stopped: return "stopped";
    case StepState::Unknown: return "outcome unknown";
    }
    return "";
}

} // namespace

RunConsole::RunConsole(Session &session, RunVerb verb, bool json, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_verb(std::move(verb))
    , m_json(json)
{
    connect(&session.stores().runs, &RunStore::runChanged, this, &RunConsole::handleRun);
    connect(&session, &Commands::runOutput, this, [this](const QString &id, const QString &text) {
        if (id == m_id && !m_json)
            std::cout << text.toStdString() << std::flush;
    });
}

void RunConsole::start()
{
    const Runbook *runbook = m_session.stores().runs.runbook(m_verb.runbook);
    if (!runbook) {
        std::cerr << "no runbook " << m_verb.runbook.toStdString() << " in this workspace\n";
        return QCoreApplication::exit(exitCannot);
    }
    std::map<QString, QString> parameters;
    for (const QString &word : m_verb.parameters) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1) {
            std::cerr << "-p " << word.toStdString() << ": wants name=value\n";
            return QCoreApplication::exit(exitCannot);
        }
        parameters[word.first(equals)] = word.sliced(equals + 1);
    }
    if (const auto fits = checkParameters(*runbook, parameters); !fits) {
        std::cerr << Format::sentence(fits.error()).toStdString() << '\n';
        return QCoreApplication::exit(exitCannot);
    }
    if (!m_verb.dryRun && !confirmed(*runbook, parameters))
        return QCoreApplication::exit(exitCannot);
    // The person at the terminal confirmed; that is this run's unlocking, and it is recorded.
    if (!m_verb.dryRun && m_session.actionsLocked())
        m_session.unlock(std::chrono::minutes(1));
    listenForInterrupt();
    // A run takes longer than an answer stays fresh: its gates and verifies need sources that are asked again.
    m_session.start();
    const auto id = m_session.startRun({m_verb.runbook, parameters, m_verb.reason, m_verb.dryRun, false});
    if (!id) {
        std::cerr << Format::sentence(id.error()).toStdString() << '\n';
        return QCoreApplication::exit(id.error().kind == Error::Kind::Locked ? exitFound : exitCannot);
    }
    m_id = *id;
    handleRun(m_id);
}

bool RunConsole::confirmed(const Runbook &runbook, const std::map<QString, QString> &parameters) const
{
    if (m_verb.yes)
        return true;
    std::cerr << runbook.title.toStdString() << "\n  target " << runbook.target.toStdString() << ", " << riskName(runbook.risk).toStdString() << '\n';
    for (const RunbookStep &step : runbook.steps) {
        const auto command = resolveCommand(runbook, step.code, parameters);
        std::cerr << "  " << step.title.toStdString() << ": "
                  << (step.kind == RunbookStep::Kind::Shell && command ? command->shown : step.code).toStdString() << '\n';
    }
    if (!::isatty(STDIN_FILENO)) {
        std::cerr << "Nobody can be asked here: confirm with --yes.\n";
        return false;
    }
    const bool destructive = runbook.risk == Risk::Destructive;
    const QString wanted = destructive ? runbook.target : QStringLiteral("yes");
    std::cerr << "Type " << wanted.toStdString() << " to run it: " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return QString::fromStdString(answer).trimmed() == wanted;
}

void RunConsole::handleRun(const QString &id)
{
    const Run *run = m_session.stores().runs.find(id);
    if (!run || id != m_id)
        return;
    for (; m_shownSteps < run->steps.size(); ++m_shownSteps) {
        const StepProgress &step = run->steps[m_shownSteps];
        if (step.state == StepState::Waiting || step.state == StepState::Running)
            break;
        if (m_json)
            continue;
        const bool wouldRun = run->dryRun && step.step.kind == RunbookStep::Kind::Shell && step.state == StepState::Skipped;
        const QString &text = wouldRun ? step.shown : step.message;
        std::cout << "[" << (wouldRun ? "would run" : stepWord(step.state)) << "] " << step.step.title.toStdString() << (text.isEmpty() ? "" : ": ")
                  << text.toStdString() << std::endl;
    }
    if (isOver(run->state) && !std::exchange(m_finished, true))
        finish(*run);
}

void RunConsole::finish(const Run &run)
{
    if (m_json) {
        nlohmann::json steps = nlohmann::json::array();
        for (const StepProgress &step : run.steps)
            steps.push_back({{"title", step.step.title.toStdString()}, {"state", stepWord(step.state)}, {"shown", step.shown.toStdString()}, {"message", step.message.toStdString()}});
        std::cout << nlohmann::json{{"run", run.id.toStdString()}, {"state", runStateName(run.state).toStdString()}, {"dryRun", run.dryRun}, {"steps", steps}}.dump() << '\n';
    } else {
        std::cout << runStateName(run.state).toStdString() << std::endl;
    }
    if (run.error)
        std::cerr << Format::sentence(*run.error).toStdString() << '\n';
    QCoreApplication::exit(run.state == RunState::Succeeded ? exitFine : exitFound);
}

void RunConsole::listenForInterrupt()
{
    m_interrupt = notifyOnInterrupt();
    if (m_interrupt)
        connect(m_interrupt.get(), &QSocketNotifier::activated, this, [this] {
            drainInterrupt(*m_interrupt);
            m_session.stopRun(m_id);
        });
}

} // namespace Watchfloor
