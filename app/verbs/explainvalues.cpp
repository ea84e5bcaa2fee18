#include "app/verbs/explainkinds.h"

#include "models/core/unit.h"
#include "models/panels/interval.h"

#include <cmath>

namespace Watchfloor::Explain {

namespace {

/// The members of a question that are numbers, each within what its reader takes; the first fault is kept.
class Numbers
{
public:
    explicit Numbers(const ExplainRequest &request)
        : m_request(request)
    {
    }

    std::optional<double> of(const char *name, double limit)
    {
        const auto value = m_request.number(name);
        if (const auto *fault = std::get_if<ExplainFault>(&value)) {
            keep(*fault);
            return std::nullopt;
        }
        const auto &number = std::get<std::optional<double>>(value);
        if (number && !(std::fabs(*number) <= limit))
            keep({QStringLiteral("\"%1\" is too large").arg(QLatin1String(name))});
        return number;
    }
    qint64 wholeOf(const char *name, qint64 fallback, double limit)
    {
        const auto number = of(name, limit);
        return number && !m_fault ? qint64(*number) : fallback;
    }
    /// An interval as text, or a number of seconds.
    QString intervalOf(const char *name)
    {
        const ExplainJson *value = m_request.member(name);
        if (value && value->is_number())
            return QString::fromStdString(value->dump());
        const auto text = m_request.text(name);
        if (const auto *fault = std::get_if<ExplainFault>(&text)) {
            keep(*fault);
            return {};
        }
        return std::get<QString>(text);
    }
    const std::optional<ExplainFault> &fault() const { return m_fault; }

private:
    void keep(const ExplainFault &fault)
    {
        if (!m_fault)
            m_fault = fault;
    }

    const ExplainRequest &m_request;
    std::optional<ExplainFault> m_fault;
};

double secondsOf(std::chrono::nanoseconds time)
{
    return double(time.count()) / 1e9;
}

}

Explanation value(const ExplainRequest &request)
{
    const auto unit = request.text("unit");
    const auto number = request.number("value", true);
    const auto zone = request.text("timeZone");
    Numbers numbers(request);
    const auto decimals = numbers.of("decimals", 1'000);
    const auto now = numbers.of("now", 1e17);
    if (const auto *fault = std::get_if<ExplainFault>(&unit))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&number))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&zone))
        return *fault;
    if (numbers.fault())
        return *numbers.fault();
    UnitContext context{.locale = QLocale(QLocale::English, QLocale::UnitedStates)};
    if (const QString &name = std::get<QString>(zone); !name.isEmpty()) {
        context.zone = name == u"utc" ? QTimeZone::utc() : QTimeZone(name.toUtf8());
        if (!context.zone->isValid())
            return ExplainFault{QStringLiteral("unknown time zone \"%1\"").arg(name.left(60))};
    }
    if (now)
        context.now = WallTime(std::chrono::milliseconds(qint64(*now)));
    // The empty id is our own style; Grafana writes plain numbers.
    const QString &id = std::get<QString>(unit);
    const Quantity text = quantity(std::get<std::optional<double>>(number), Unit{id.isEmpty() ? QStringLiteral("none") : id},
                                   decimals ? std::optional(int(*decimals)) : std::nullopt, context);
    return ExplainJson{{"text", explainText(text.text())}};
}

Explanation interval(const ExplainRequest &request)
{
    constexpr double latest = 1e11; // seconds: the year 5138
    Numbers numbers(request);
    const auto from = numbers.of("from", latest);
    const auto to = numbers.of("to", latest);
    IntervalRequest asked;
    asked.scrapeInterval = numbers.intervalOf("scrapeInterval");
    asked.minimumStep = numbers.intervalOf("minStep");
    asked.intervalFactor = numbers.wholeOf("intervalFactor", 1, 1e9);
    asked.maximumPoints = numbers.wholeOf("maxDataPoints", 0, 1e12);
    asked.interval = std::chrono::milliseconds(numbers.wholeOf("intervalMs", 0, 1e15));
    const auto expression = request.text("expr");
    if (numbers.fault())
        return *numbers.fault();
    if (const auto *fault = std::get_if<ExplainFault>(&expression))
        return *fault;
    if (!from || !to)
        return ExplainFault{QStringLiteral("\"from\" and \"to\" are needed, in seconds since 1970")};
    asked.from = fromEpochSeconds(*from);
    asked.to = fromEpochSeconds(*to);
    const auto reckoned = queryInterval(asked);
    if (!reckoned)
        return ExplainFault{reckoned.error().detail};
    return ExplainJson{{"step", explainNumber(secondsOf(reckoned->step))},
                       {"rateInterval", explainNumber(secondsOf(reckoned->rateInterval))},
                       {"from", explainNumber(secondsOf(reckoned->from))},
                       {"to", explainNumber(secondsOf(reckoned->to))},
                       {"expr", explainText(withIntervals(std::get<QString>(expression), *reckoned))}};
}

} // namespace Watchfloor::Explain
