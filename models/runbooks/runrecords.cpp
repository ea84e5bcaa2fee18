#include "models/runbooks/runrecords.h"

#include "models/core/jsonwriting.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

using Json = nlohmann::ordered_json;

QString dumped(const Json &json)
{
    return QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string kindName(const RunbookStep &step)
{
    switch (step.kind) {
    case RunbookStep::Kind::Gate:
        return "gate";
    case RunbookStep::Kind::Shell:
        return "step";
    case RunbookStep::Kind::Verify:
        return "verify";
    }
    return {};
}

} // namespace

QString runStartDetail(const Run &run, bool overrideGates)
{
    Json json{{"runbook", run.runbook.toStdString()}, {"title", run.title.toStdString()}, {"target", run.target.toStdString()},
              {"risk", riskName(run.risk).toStdString()}};
    if (run.dryRun)
        json["dryRun"] = true;
    if (overrideGates)
        json["overrideGates"] = true;
    if (!run.reason.isEmpty())
        json["reason"] = run.reason.toStdString();
    if (!run.parameters.empty())
        json["parameters"] = jsonMap<Json>(run.parameters);
    for (const auto &step : run.steps)
        json["steps"].push_back(step.shown.toStdString());
    return dumped(json);
}

QString stepDetail(const Run &run, const StepProgress &step)
{
    Json json{{"runbook", run.runbook.toStdString()}, {"target", run.target.toStdString()}, {"kind", kindName(step.step)},
              {"step", step.step.title.toStdString()}, {"command", step.shown.toStdString()}};
    if (step.state != StepState::Running)
        json["tookMs"] = qint64(step.took.count());
    if (step.exitCode)
        json["exit"] = *step.exitCode;
    if (step.value)
        json["value"] = *step.value;
    if (!step.message.isEmpty())
        json["message"] = step.message.toStdString();
    return dumped(json);
}

QString runEndDetail(const Run &run)
{
    Json json{{"runbook", run.runbook.toStdString()}, {"target", run.target.toStdString()}};
    if (run.dryRun)
        json["dryRun"] = true;
    if (run.endedAt)
        json["tookMs"] = qint64((*run.endedAt - run.startedAt).count());
    if (run.error)
        json["error"] = run.error->detail.toStdString();
    return dumped(json);
}

QString outcomeWord(StepState state)
{
    return state == StepState::Passed ? u"ok"_s : stepStateName(state);
}

QString outcomeWord(RunState state)
{
    switch (state) {
    case RunState::Succeeded:
    case RunState::Undone:
        return u"ok"_s;
    case RunState::GateRefused:
        return u"refused"_s;
    case RunState::Gating:
    case RunState::Running:
    case RunState::Verifying:
    case RunState::Failed:
    case RunState::NotEffective:
    case RunState::Stopped:
    case RunState::Undoing:
        break;
    }
    return runStateName(state);
}

} // namespace Watchfloor
