#include "models/core/duration.h"
#include "models/core/timerange.h"
#include "models/slo/slosource.h"

#include <QRegularExpression>

namespace Watchfloor {

namespace {
const QRegularExpression &windowTemplate()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\{\{\s*\.window\s*\}\})"));
    return pattern;
}

std::chrono::milliseconds lengthOf(const QString &window)
{
    const auto length = parseDuration(window);
    return length ? *length : std::chrono::milliseconds(std::chrono::minutes(5));
}

QString secondsOf(const QString &window)
{
    return QString::number(double(lengthOf(window).count()) / 1000.0, 'g', 15);
}

/// The resolution of subqueries: a minute, more where the window is long, so that one query looks at a few thousand points.
std::chrono::milliseconds resolutionOf(const QString &window)
{
    return roundStep(lengthOf(window), 3'000, std::chrono::minutes(1));
}

QString subquery(const QString &expression, const QString &window)
{
    return QStringLiteral("(%1)[%2:%3]").arg(expression, window, durationText(resolutionOf(window)));
}

/// Without what stands in quotes, for looking at functions and ranges only.
QString withoutStrings(QString expression)
{
    static const QRegularExpression strings(QStringLiteral(R"("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)"));
    return expression.replace(strings, QStringLiteral("\"\""));
}

bool isPerSecond(const QString &expression)
{
    static const QRegularExpression rates(QStringLiteral(R"(\bi?rate\s*\()"));
    return rates.match(withoutStrings(expression)).hasMatch();
}

bool isSelector(const QString &expression)
{
    static const QRegularExpression selector(QStringLiteral(R"(^(?:[A-Za-z_:][A-Za-z0-9_:]*\s*(?:\{[^{}]*\})?|\{[^{}]*\})$)"));
    return selector.match(withoutStrings(expression).trimmed()).hasMatch();
}

/// The counters inside sum(...), which are to be summed after their increase: a sum that falls by the reset of one of its counters
/// counts as a reset of all. Empty where the expression is anything else.
QString summedSelector(const QString &expression)
{
    static const QRegularExpression sum(QStringLiteral(R"(^sum\s*(?:(?:by|without)\s*\([^()]*\)\s*)?\((.*)\)$)"),
                                        QRegularExpression::DotMatchesEverythingOption);
    const QString inner = sum.match(expression).captured(1).trimmed();
    return isSelector(inner) ? inner : QString();
}

/// The range that the expression has of its own, "5m" of rate(x[5m]); empty when it has none.
QString ownRange(const QString &expression)
{
    static const QRegularExpression range(QStringLiteral(R"(\[\s*([0-9a-z]+)\s*\])"));
    return range.match(withoutStrings(expression)).captured(1);
}

/// Puts the window where the expression asks for it; false where it does not.
bool fillWindow(QString &expression, const QString &window)
{
    const QString before = expression;
    expression.replace(windowTemplate(), window);
    expression.replace(QLatin1String("[window]"), QStringLiteral("[%1]").arg(window));
    return expression != before;
}

/// Events over the window of one of the indicator's expressions, one number.
QString eventsOver(QString expression, const QString &window, bool counter)
{
    expression = expression.trimmed();
    QString events;
    if (fillWindow(expression, window))
        events = isPerSecond(expression) ? QStringLiteral("(%1) * %2").arg(expression, secondsOf(window)) : expression;
    else if (isSelector(expression) && counter)
        events = QStringLiteral("increase(%1[%2])").arg(expression, window);
    else if (const QString counters = summedSelector(expression); !counters.isEmpty() && counter)
        events = QStringLiteral("increase(%1[%2])").arg(counters, window);
    else if (isPerSecond(expression))
        events = QStringLiteral("avg_over_time(%1) * %2").arg(subquery(expression, window), secondsOf(window));
    else if (const QString range = ownRange(expression); !range.isEmpty())
        events = QStringLiteral("sum_over_time((%1)[%2:%3])").arg(expression, window, range);
    else
        events = QStringLiteral("%1(%2)").arg(counter ? QStringLiteral("increase") : QStringLiteral("sum_over_time"), subquery(expression, window));
    return QStringLiteral("sum(%1)").arg(events);
}

QString ratioOver(QString expression, const QString &window)
{
    expression = expression.trimmed();
    if (fillWindow(expression, window))
        return QStringLiteral("avg(%1)").arg(expression);
    return QStringLiteral("avg(avg_over_time(%1))").arg(subquery(expression, window));
}

/// A series held against a limit is judged point by point; figures are seconds. A NaN is no observation: x == x leaves it out.
struct ThresholdParts
{
    QString good;
    QString observed;
};

ThresholdParts thresholdOver(const Indicator &indicator, const QString &window)
{
    static const std::map<QString, QString> operators{{QStringLiteral("lt"), QStringLiteral("<")}, {QStringLiteral("lte"), QStringLiteral("<=")},
                                                      {QStringLiteral("gt"), QStringLiteral(">")}, {QStringLiteral("gte"), QStringLiteral(">=")}};
    const auto found = operators.find(indicator.op);
    const QString op = found == operators.end() ? QStringLiteral("<=") : found->second;
    QString series = indicator.threshold.trimmed();
    // A window inside the series is a smoothing of it, not the window that is judged.
    fillWindow(series, QStringLiteral("5m"));
    const QString judged = QStringLiteral("(%1) %2 bool %3").arg(series, op, QString::number(indicator.limit, 'g', 17));
    const QString present = QStringLiteral("(%1) == (%1)").arg(series);
    const QString step = QString::number(double(resolutionOf(window).count()) / 1000.0, 'g', 15);
    return {QStringLiteral("sum(sum_over_time(%1)) * %2").arg(subquery(judged, window), step),
            QStringLiteral("sum(count_over_time(%1)) * %2").arg(subquery(present, window), step)};
}

/// total - good; without a single good event all were bad.
QString withoutGood(const QString &total, const QString &good)
{
    return QStringLiteral("clamp_min((%1) - ((%2) or (%1) * 0), 0)").arg(total, good);
}
}

QString totalExpression(const Objective &objective, const QString &window)
{
    const Indicator &indicator = objective.indicator;
    switch (indicator.kind) {
    case Indicator::Kind::GoodTotal:
    case Indicator::Kind::BadTotal:
        return eventsOver(indicator.total, window, indicator.counter);
    case Indicator::Kind::RatioMetric:
        return QStringLiteral("(%1) * 0 + %2").arg(ratioOver(indicator.ratio, window), secondsOf(window));
    case Indicator::Kind::Threshold:
        return thresholdOver(indicator, window).observed;
    }
    return {};
}

QString errorsExpression(const Objective &objective, const QString &window)
{
    const Indicator &indicator = objective.indicator;
    const QString total = totalExpression(objective, window);
    switch (indicator.kind) {
    case Indicator::Kind::GoodTotal:
        return withoutGood(total, eventsOver(indicator.good, window, indicator.counter));
    case Indicator::Kind::BadTotal:
        // A counter of errors often does not exist before the first one.
        return QStringLiteral("(%1) or (%2) * 0").arg(eventsOver(indicator.bad, window, indicator.counter), total);
    case Indicator::Kind::RatioMetric:
        return QStringLiteral("(%1) * %2").arg(ratioOver(indicator.ratio, window), secondsOf(window));
    case Indicator::Kind::Threshold:
        return withoutGood(total, thresholdOver(indicator, window).good);
    }
    return {};
}

QString errorRatioExpression(const Objective &objective, const QString &window)
{
    if (objective.indicator.kind == Indicator::Kind::RatioMetric)
        return ratioOver(objective.indicator.ratio, window);
    return QStringLiteral("(%1) / (%2)").arg(errorsExpression(objective, window), totalExpression(objective, window));
}

} // namespace Watchfloor
