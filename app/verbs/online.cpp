#include "app/verbs/verbs.h"

#include "app/verbs/alertlines.h"
#include "app/verbs/runconsole.h"
#include "app/verbs/verbjson.h"
#include "app/workspacefinder.h"
#include "models/session/datafolder.h"
#include "models/session/session.h"

#include <QCoreApplication>

namespace Watchfloor {

namespace {

/// What a verb does with a session whose sources have all been asked once.
void afterRound(Session &session, const Invocation &invocation)
{
    const bool json = invocation.json;
    if (std::holds_alternative<StatusVerb>(invocation.verb))
        QCoreApplication::exit(printStatus(session, json));
    else if (const auto *alerts = std::get_if<AlertsVerb>(&invocation.verb))
        QCoreApplication::exit(printAlerts(session, *alerts, json));
    else if (const auto *probe = std::get_if<ProbeVerb>(&invocation.verb))
        QCoreApplication::exit(printProbes(session, *probe, json));
    else if (std::holds_alternative<SloStatusVerb>(invocation.verb))
        QCoreApplication::exit(printSlos(session, json));
    else if (const auto *silence = std::get_if<SilenceVerb>(&invocation.verb))
        runSilenceVerb(session, *silence, json);
}

/// Large answers are worked through in slices: what a verb says waits for the last.
void whenSettled(Session &session, const std::function<void()> &then)
{
    const AlertStore &alerts = session.stores().alerts;
    if (!alerts.isBusy())
        return then();
    QObject::connect(&alerts, &AlertStore::settled, &session, then, Qt::SingleShotConnection);
}

/// Members of a cluster that say different things may only have been asked at different times: a second answer tells.
void afterSecondRound(Session &session, const Invocation &invocation)
{
    const bool tellsAlerts = std::holds_alternative<AlertsVerb>(invocation.verb) || std::holds_alternative<StatusVerb>(invocation.verb);
    if (!tellsAlerts || !AlertLines(session).wantsSecondAnswer())
        return afterRound(session, invocation);
    session.round([&session, &invocation] { whenSettled(session, [&session, &invocation] { afterRound(session, invocation); }); });
}

/// Whoever reads what these verbs write reads one document, also of what went wrong.
bool speaksJson(const Invocation &invocation)
{
    return invocation.json && (std::holds_alternative<AlertsVerb>(invocation.verb) || std::holds_alternative<SilenceVerb>(invocation.verb));
}

/// Only what acts needs a place to record it; asking works on a read-only home, too.
Result<Session::Options> optionsOf(const Invocation &invocation, const Workspace &workspace)
{
    Session::Options options;
    options.watchFiles = false;
    const auto *silence = std::get_if<SilenceVerb>(&invocation.verb);
    const bool acts = std::holds_alternative<RunVerb>(invocation.verb)
                      || (silence && (silence->action == SilenceVerb::Action::Add || silence->action == SilenceVerb::Action::Expire));
    if (!acts)
        return options;
    const auto folder = prepareDataFolder(workspace.file.isEmpty() ? workspace.name : workspace.file);
    if (!folder)
        return folder.error();
    options.dataFolder = *folder;
    return options;
}

} // namespace

int runOnLoop(const Invocation &invocation)
{
    const SystemClock clock;
    std::unique_ptr<Session> session;
    std::unique_ptr<RunConsole> console;
    WorkspaceFinder finder(clock);
    finder.find(invocation.workspace, [&](const std::optional<Workspace> &workspace) {
        if (!workspace) {
            if (speaksJson(invocation))
                refuse(QStringLiteral("There is no workspace that can be read; what is wrong stands on standard error."), exitCannot, true);
            return QCoreApplication::exit(exitCannot);
        }
        const auto options = optionsOf(invocation, *workspace);
        if (!options)
            return QCoreApplication::exit(refuse(options.error(), exitCannot, speaksJson(invocation)));
        session = std::make_unique<Session>(*workspace, clock, *options);
        if (const auto *run = std::get_if<RunVerb>(&invocation.verb))
            console = std::make_unique<RunConsole>(*session, *run, invocation.json);
        session->round([&] {
            if (console)
                console->start();
            else
                whenSettled(*session, [&] { afterSecondRound(*session, invocation); });
        });
    });
    return QCoreApplication::exec();
}

} // namespace Watchfloor
