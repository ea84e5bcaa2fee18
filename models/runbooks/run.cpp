#include "models/runbooks/run.h"

namespace Watchfloor {

using namespace Qt::StringLiterals;

QString runStateName(RunState state)
{
    switch (state) {
    case RunState::Gating:
        return u"gating"_s;
    case RunState::Running:
        return u"running"_s;
    case RunState::Verifying:
        return u"verifying"_s;
    case RunState::Succeeded:
        return u"succeeded"_s;
    case RunState::GateRefused:
        return u"gate-refused"_s;
    case RunState::Failed:
        return u"failed"_s;
    case RunState::NotEffective:
        return u"not-effective"_s;
    case RunState::Stopped:
        return u"stopped"_s;
    case RunState::Undoing:
        return u"undoing"_s;
    case RunState::Undone:
        return u"undone"_s;
    }
    return {};
}

QString stepStateName(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return u"waiting"_s;
    case StepState::Running:
        return u"running"_s;
    case StepState::Passed:
        return u"passed"_s;
    case StepState::Failed:
        return u"failed"_s;
    case StepState::Skipped:
        return u"skipped"_s;
    case StepState::Stopped:
        return u"stopped"_s;
    case StepState::Unknown:
        return u"unknown"_s;
    }
    return {};
}

bool isOver(RunState state)
{
    switch (state) {
    case RunState::Gating:
    case RunState::Running:
    case RunState::Verifying:
    case RunState::Undoing:
        return false;
    case RunState::Succeeded:
    case RunState::GateRefused:
    case RunState::Failed:
    case RunState::NotEffective:
    case RunState::Stopped:
    case RunState::Undone:
        return true;
    }
    return true;
}

} // namespace Watchfloor
