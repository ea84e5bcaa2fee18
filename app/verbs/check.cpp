#include "app/verbs/verbs.h"

#include "app/workspacechoice.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace Watchfloor {

int checkVerb(const CheckVerb &verb, const Invocation &invocation)
{
    QStringList paths = verb.workspaces;
    if (paths.isEmpty())
        paths << QStringLiteral("watchfloor.yaml");
    nlohmann::json errors = nlohmann::json::array();
    bool readable = true;
    for (const QString &path : paths) {
        const WorkspaceDocument document = readWorkspace(path);
        for (const Fault &fault : document.faults) {
            // Line 0 with the file itself as its place: it could not be opened at all.
            readable = readable && !(fault.line == 0 && fault.path.isEmpty());
            errors.push_back({{"file", fault.file.toStdString()},
                              {"line", fault.line},
                              {"column", fault.column},
                              {"path", fault.path.toStdString()},
                              {"message", fault.message.toStdString()}});
            if (!invocation.json)
                std::cout << fault.toString().toStdString() << '\n';
        }
        if (!invocation.json && document.workspace && document.faults.empty())
            std::cout << path.toStdString() << ": fine, " << document.workspace->sources.size() << " sources, " << document.workspace->services.size()
                      << " services, " << document.workspace->objectives.size() << " objectives, " << document.workspace->runbooks.size()
                      << " runbooks\n";
    }
    if (invocation.json)
        std::cout << nlohmann::json{{"errors", errors}}.dump() << '\n';
    if (!readable)
        return exitCannot;
    return errors.empty() ? exitFine : exitFound;
}

} // namespace Watchfloor
