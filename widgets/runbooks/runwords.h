#pragma once

#include "models/core/unit.h"
#include "models/metrics/seriesstore.h"
#include "models/runbooks/run.h"
#include "widgets/controls/buttons.h"
#include "widgets/theme/theme.h"

#include <optional>

namespace Watchfloor {

struct Workspace;

/// How a risk looks and is called.
QString riskIcon(Risk risk);
QString riskWord(Risk risk);
Tone riskTone(Risk risk);
ActionButton::Look riskLook(Risk risk);

/// How a step's or a run's state looks and is called.
QString stepIcon(StepState state);
QString stepWord(StepState state);
Tone stepTone(StepState state);
QString runIcon(RunState state);
QString runWord(const Run &run);
Tone runTone(const Run &run);

/// "GATE", "STEP 2", "VERIFY"; `number` counts the commands.
QString stepCaption(RunbookStep::Kind kind, int number);
/// The number of a step among the commands of a list, from 1; 0 for gates and verifies.
int commandNumber(const std::vector<StepProgress> &steps, size_t index);

/// What a gate or verify watches, and its limit.
struct WatchedCondition
{
    QString source;   ///< resolved
    QString selector; ///< empty: the whole expression is not a comparison
    QString sign;     ///< "<"
    std::optional<double> limit;
    bool badAbove = true;
    std::optional<bool> badUnlessEqual; ///< for = and ≠, where above and below mean nothing
    Unit unit;
    bool operator==(const WatchedCondition &) const = default;

    /// Whether the value is on the wrong side of the limit; where one value is wanted, whether it is another.
    bool isBad(double value) const;
    /// "4.71 %", or a dash.
    QString valueText(const std::optional<double> &value) const;
    /// "< 0.5 %", empty without a limit.
    QString limitText() const;
};
/// Of a step that asks a Prometheus; absent for a script.
std::optional<WatchedCondition> watchedCondition(const RunbookStep &step, const Workspace &workspace);
/// The newest value of an answer, of several series the one furthest from what is wanted.
std::optional<double> worstValue(const QueryAnswer &answer, bool badAbove);
/// The step's own words, with figures in the unit they have: "1.74 %, needs < 0.5 %".
QString stepMessage(const StepProgress &step, const std::optional<WatchedCondition> &condition);

/// A limit as people write it: "0.5 %", not "0.50 %".
QString roundText(double value, const Unit &unit);

/// "0.4 s", "38 s", "1 min 52 s".
QString tookText(std::chrono::milliseconds took);

} // namespace Watchfloor
