#include "models/runbooks/executor.h"


namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds patience(10);
constexpr qsizetype choicesLimit = 1'000;
constexpr qsizetype lineLimit = 512;

Result<QStringList> choicesFrom(const ProcessOutcome &outcome, const QString &output, const QString &where)
{
    switch (outcome.end) {
    case ProcessOutcome::End::FailedToStart:
        return Error{Error::Kind::MissingTool, outcome.error, where};
    case ProcessOutcome::End::TimedOut:
        return Error{Error::Kind::Timeout, u"the list of choices took too long"_s, where};
    case ProcessOutcome::End::Stopped:
        return Error{Error::Kind::Cancelled, {}, where};
    case ProcessOutcome::End::Exited:
    case ProcessOutcome::End::Crashed:
        break;
    }
    if (!outcome.succeeded())
        return Error{Error::Kind::Invalid, u"exit %1: %2"_s.arg(outcome.exitCode).arg(output.trimmed().left(lineLimit)), where};
    QStringList choices;
    for (const QString &line : output.split(u'\n'))
        if (const QString choice = line.trimmed().left(lineLimit); !choice.isEmpty() && choices.size() < choicesLimit)
            choices.append(choice);
    return choices;
}

} // namespace

void fetchChoices(const Runbook &runbook, const RunbookParameter &parameter, const Clock &clock, QObject *context,
                  std::function<void(Result<QStringList>)> handler)
{
    if (parameter.choicesCommand.isEmpty())
        return handler(QStringList());
    auto *process = new Process(clock, context);
    auto output = std::make_shared<QString>();
    QObject::connect(process, &Process::output, context, [output](const QString &text) {
        if (output->size() < choicesLimit * lineLimit)
            *output += text;
    });
    QObject::connect(process, &Process::finished, context, [=](const ProcessOutcome &outcome) {
        process->deleteLater();
        handler(choicesFrom(outcome, *output, parameter.name));
    });
    process->start({.arguments = parameter.choicesCommand, .directory = runbook.directory, .environment = runbook.environment,
                    .standardInput = {}, .timeout = patience});
}

} // namespace Watchfloor
