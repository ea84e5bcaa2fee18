#include "widgets/runbooks/runwords.h"

#include "models/alerts/ruleselector.h"
#include "models/core/format.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Watchfloor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

QString signOf(RuleSelector::Comparison comparison)
{
    switch (comparison) {
    case RuleSelector::Comparison::None:
        break;
    case RuleSelector::Comparison::Equal:
        return QStringLiteral("=");
    case RuleSelector::Comparison::NotEqual:
        return QStringLiteral("\u2260");
    case RuleSelector::Comparison::Less:
        return QStringLiteral("<");
    case RuleSelector::Comparison::LessOrEqual:
        return QStringLiteral("\u2264");
    case RuleSelector::Comparison::Greater:
        return QStringLiteral(">");
    case RuleSelector::Comparison::GreaterOrEqual:
        return QStringLiteral("\u2265");
    }
    return {};
}

/// Metric names say what they count: the conventions of Prometheus' naming, and ratios by their word.
Unit unitOf(const QString &selector)
{
    if (selector.contains(QLatin1String("ratio")))
        return ownUnit(QStringLiteral("percentunit"));
    if (selector.contains(QLatin1String("_bytes")))
        return ownUnit(QStringLiteral("bytes"));
    const bool counted = selector.contains(QLatin1String("_seconds_count"));
    if (!counted && (selector.contains(QLatin1String("_seconds")) || selector.contains(QLatin1String(":latency"))))
        return ownUnit(QStringLiteral("s"));
    return ownUnit(QStringLiteral("short"));
}

} // namespace

QString riskIcon(Risk risk)
{
    switch (risk) {
    case Risk::Safe:
        return QStringLiteral("eye");
    case Risk::Disruptive:
        return QStringLiteral("disruptive");
    case Risk::Destructive:
        return QStringLiteral("destructive");
    }
    return {};
}

QString riskWord(Risk risk)
{
    switch (risk) {
    case Risk::Safe:
        return Words::tr("safe");
    case Risk::Disruptive:
        return Words::tr("disruptive");
    case Risk::Destructive:
        return Words::tr("destructive");
    }
    return {};
}

Tone riskTone(Risk risk)
{
    return risk == Risk::Destructive ? Tone::Critical : risk == Risk::Disruptive ? Tone::Warning : Tone::Secondary;
}

ActionButton::Look riskLook(Risk risk)
{
    return risk == Risk::Destructive  ? ActionButton::Look::Danger
           : risk == Risk::Disruptive ? ActionButton::Look::Caution
                                      : ActionButton::Look::Primary;
}

QString stepIcon(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return QStringLiteral("circle");
    case StepState::Running:
        return QStringLiteral("running");
    case StepState::Passed:
        return QStringLiteral("passed");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Skipped:
        return QStringLiteral("skipped");
    case StepState::Stopped:
        return QStringLiteral("stop");
    case StepState::Unknown:
        return QStringLiteral("unseen");
    }
    return {};
}

QString stepWord(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return Words::tr("waiting");
    case StepState::Running:
        return Words::tr("running");
    case StepState::Passed:
        return Words::tr("passed");
    case StepState::Failed:
        return Words::tr("failed");
    case StepState::Skipped:
        return Words::tr("not run");
    case StepState::Stopped:
        return Words::tr("stopped");
    case StepState::Unknown:
        return Words::tr("unknown");
    }
    return {};
}

Tone stepTone(StepState state)
{
    switch (state) {
    case StepState::Running:
        return Tone::Accent;
    case StepState::Passed:
        return Tone::Healthy;
    case StepState::Failed:
        return Tone::Critical;
    case StepState::Stopped:
        return Tone::Warning;
    case StepState::Unknown:
        return Tone::Blind;
    case StepState::Waiting:
    case StepState::Skipped:
        break;
    }
    return Tone::Hint;
}

QString runIcon(RunState state)
{
    switch (state) {
    case RunState::Gating:
    case RunState::Running:
    case RunState::Verifying:
    case RunState::Undoing:
        return QStringLiteral("running");
    case RunState::Succeeded:
        return QStringLiteral("passed");
    case RunState::GateRefused:
    case RunState::Failed:
    case RunState::NotEffective:
        return QStringLiteral("failed");
    case RunState::Stopped:
        return QStringLiteral("stop");
    case RunState::Undone:
        return QStringLiteral("undo");
    }
    return {};
}

QString runWord(const Run &run)
{
    switch (run.state) {
    case RunState::Gating:
        return Words::tr("Checking");
    case RunState::Running:
        return Words::tr("Running");
    case RunState::Verifying:
        return Words::tr("Verifying");
    case RunState::Succeeded:
        if (run.dryRun)
            return Words::tr("Dry run passed");
        return !run.steps.empty() && run.steps.back().step.kind == RunbookStep::Kind::Verify ? Words::tr("Verified") : Words::tr("Succeeded");
    case RunState::GateRefused:
        return run.dryRun ? Words::tr("A gate does not hold") : Words::tr("Refused by a gate");
    case RunState::Failed:
        return Words::tr("Failed");
    case RunState::NotEffective:
        return Words::tr("Ran, not effective");
    case RunState::Stopped:
        return Words::tr("Stopped");
    case RunState::Undoing:
        return Words::tr("Undoing");
    case RunState::Undone:
        return Words::tr("Undone");
    }
    return {};
}

Tone runTone(const Run &run)
{
    switch (run.state) {
    case RunState::Gating:
    case RunState::Running:
    case RunState::Verifying:
    case RunState::Undoing:
        return Tone::Accent;
    case RunState::Succeeded:
        return Tone::Healthy;
    case RunState::GateRefused:
    case RunState::NotEffective:
    case RunState::Stopped:
        return Tone::Warning;
    case RunState::Failed:
        return Tone::Critical;
    case RunState::Undone:
        break;
    }
    return Tone::Secondary;
}

QString stepCaption(RunbookStep::Kind kind, int number)
{
    switch (kind) {
    case RunbookStep::Kind::Gate:
        return Words::tr("Gate");
    case RunbookStep::Kind::Shell:
        return number > 0 ? Words::tr("Step %1").arg(number) : Words::tr("Step");
    case RunbookStep::Kind::Verify:
        return Words::tr("Verify");
    }
    return {};
}

int commandNumber(const std::vector<StepProgress> &steps, size_t index)
{
    if (index >= steps.size() || steps[index].step.kind != RunbookStep::Kind::Shell)
        return 0;
    int number = 0;
    for (size_t at = 0; at <= index; ++at)
        number += steps[at].step.kind == RunbookStep::Kind::Shell ? 1 : 0;
    return number;
}

QString WatchedCondition::valueText(const std::optional<double> &value) const
{
    return value ? quantity(*value, unit).text() : QStringLiteral("\u2014");
}

bool WatchedCondition::isBad(double value) const
{
    if (!limit)
        return false;
    if (badUnlessEqual)
        return *badUnlessEqual != (value == *limit);
    return badAbove ? value > *limit : value < *limit;
}

QString WatchedCondition::limitText() const
{
    return limit && !sign.isEmpty() ? QStringLiteral("%1 %2").arg(sign, roundText(*limit, unit)) : QString();
}

std::optional<WatchedCondition> watchedCondition(const RunbookStep &step, const Workspace &workspace)
{
    if (!step.isQuery)
        return std::nullopt;
    const RuleSelector rule = ruleSelector(step.code.trimmed());
    const SourceSpec *source = workspace.prometheus(step.source);
    WatchedCondition condition;
    condition.source = source ? source->name : step.source;
    condition.selector = rule.selector.isEmpty() ? step.code.trimmed() : rule.selector;
    condition.sign = signOf(rule.comparison);
    condition.limit = rule.threshold;
    const bool passesBelow = rule.comparison == RuleSelector::Comparison::Less || rule.comparison == RuleSelector::Comparison::LessOrEqual;
    // A gate asks whether something is wrong, a verify whether it is right again.
    condition.badAbove = step.kind == RunbookStep::Kind::Gate ? !passesBelow : passesBelow;
    if (rule.comparison == RuleSelector::Comparison::Equal || rule.comparison == RuleSelector::Comparison::NotEqual)
        condition.badUnlessEqual = rule.comparison == RuleSelector::Comparison::Equal;
    condition.unit = unitOf(condition.selector);
    return condition;
}

std::optional<double> worstValue(const QueryAnswer &answer, bool badAbove)
{
    std::optional<double> worst;
    for (const Series &series : answer.series) {
        const double value = series.last();
        if (!std::isnan(value) && (!worst || (badAbove ? value > *worst : value < *worst)))
            worst = value;
    }
    return worst;
}

QString stepMessage(const StepProgress &step, const std::optional<WatchedCondition> &condition)
{
    if (!condition || !step.value || condition->limitText().isEmpty())
        return Format::safeText(step.message, 512);
    const QString value = condition->valueText(step.value);
    const bool holds = step.state == StepState::Passed || step.heldFor.count() > 0;
    if (step.state == StepState::Running && holds)
        return Words::tr("%1, holds for %2").arg(value, tookText(step.heldFor));
    return holds ? QStringLiteral("%1 %2").arg(value, condition->limitText()) : Words::tr("%1, needs %2").arg(value, condition->limitText());
}

QString roundText(double value, const Unit &unit)
{
    Quantity rounded = quantity(value, unit);
    const QString point = QLocale().decimalPoint();
    if (rounded.number.contains(point)) {
        while (rounded.number.endsWith(u'0'))
            rounded.number.chop(1);
        if (rounded.number.endsWith(point))
            rounded.number.chop(point.size());
    }
    return rounded.text();
}

QString tookText(std::chrono::milliseconds took)
{
    using namespace std::chrono_literals;
    if (took < 10s)
        return Words::tr("%1 s").arg(QLocale().toString(double(took.count()) / 1000.0, 'f', 1));
    return Format::span(took);
}

} // namespace Watchfloor
