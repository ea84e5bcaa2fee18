#include "models/slo/slosource.h"

#include "models/core/duration.h"
#include "models/core/timerange.h"
#include "models/slo/budget.h"

namespace Watchfloor {

namespace {
constexpr int pollsPerBurnDown = 10;
constexpr int burnDownPoints = 180;
constexpr std::chrono::milliseconds errorRatioLength = std::chrono::hours(3);
constexpr std::chrono::milliseconds errorRatioStep = std::chrono::minutes(1);

/// The one number of an answer; absent where there is none or it is not one.
std::optional<double> numberOf(const QueryAnswer &answer)
{
    if (answer.series.empty())
        return std::nullopt;
    const double value = answer.series.front().last();
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}
}

class SloSource::Private
{
public:
    Private(SloSource &owner, PrometheusClient &prometheus, const Clock &time, std::chrono::milliseconds every)
        : source(owner)
        , client(prometheus)
        , clock(time)
        , interval(every)
    {
    }

    void poll();

private:
    using Take = std::function<void(const QueryAnswer &)>;

    void ask(const QString &expression, Take take);
    void askRange(const QString &expression, TimeRange range, std::chrono::milliseconds step, Take take);
    PrometheusClient::Handler<QueryAnswer> handled(Take take);
    void askTotals();
    void askBurnRates();
    void askErrorRatio();
    void askBurnDown();
    void finish();

    SloSource &source;
    PrometheusClient &client;
    const Clock &clock;
    std::chrono::milliseconds interval;

    SloSnapshot snapshot;
    Series errorsOfStep;
    bool burnDownAsked = false;
    int validPolls = 0;
    int open = 0; ///< questions without an answer yet, and one for the asking itself
};

void SloSource::Private::poll()
{
    if (open > 0)
        return;
    open = 1;
    snapshot = SloSnapshot{};
    snapshot.objective = source.m_objective.name;
    snapshot.interval = interval;
    snapshot.at = clock.wall();
    errorsOfStep = {};
    burnDownAsked = validPolls % pollsPerBurnDown == 0;
    askTotals();
    askBurnRates();
    askErrorRatio();
    if (burnDownAsked)
        askBurnDown();
    finish();
}

void SloSource::Private::ask(const QString &expression, Take take)
{
    ++open;
    client.query(expression, snapshot.at, &source, handled(std::move(take)));
}

void SloSource::Private::askRange(const QString &expression, TimeRange range, std::chrono::milliseconds step, Take take)
{
    ++open;
    client.queryRange(expression, range, step, &source, handled(std::move(take)));
}

PrometheusClient::Handler<QueryAnswer> SloSource::Private::handled(Take take)
{
    return [this, take = std::move(take)](Result<QueryAnswer> answer) {
        if (answer)
            take(*answer);
        else if (!snapshot.error)
            snapshot.error = answer.error();
        finish();
    };
}

void SloSource::Private::askTotals()
{
    const QString window = durationText(source.m_objective.window);
    ask(errorsExpression(source.m_objective, window), [this](const QueryAnswer &answer) { snapshot.errors = numberOf(answer); });
    ask(totalExpression(source.m_objective, window), [this](const QueryAnswer &answer) { snapshot.total = numberOf(answer); });
}

void SloSource::Private::askBurnRates()
{
    for (const auto window : burnWindows) {
        const size_t at = snapshot.burn.size();
        snapshot.burn.push_back({window, std::nullopt});
        ask(errorRatioExpression(source.m_objective, durationText(window)), [this, at](const QueryAnswer &answer) {
            if (const auto ratio = numberOf(answer))
                snapshot.burn[at].rate = burnRate(source.m_objective, *ratio, 1);
        });
    }
}

void SloSource::Private::askErrorRatio()
{
    const TimeRange range = alignedTo(lastUntil(snapshot.at, errorRatioLength), errorRatioStep);
    askRange(errorRatioExpression(source.m_objective, QStringLiteral("5m")), range, errorRatioStep, [this](const QueryAnswer &answer) {
        if (answer.series.empty())
            return;
        const Series &series = answer.series.front();
        for (size_t at = 0; at < series.size(); ++at)
            snapshot.errorRatio.emplace_back(fromEpochSeconds((*series.times)[at]), series.values[at]);
    });
}

void SloSource::Private::askBurnDown()
{
    const auto window = source.m_objective.window;
    const auto step = roundStep(window, burnDownPoints, std::chrono::minutes(1));
    // The last step ends at this very moment, or what just went wrong would be missing.
    const TimeRange range{snapshot.at - window + step, snapshot.at};
    const TimeRange counted{range.end - ((range.end - range.start) / step) * step, range.end};
    askRange(errorsExpression(source.m_objective, durationText(step)), counted, step, [this](const QueryAnswer &answer) {
        if (!answer.series.empty())
            errorsOfStep = answer.series.front();
    });
}

void SloSource::Private::finish()
{
    if (--open > 0)
        return;
    // One without the other would be counted as no errors.
    if (!snapshot.error && snapshot.errors.has_value() != snapshot.total.has_value())
        snapshot.error = Error{Error::Kind::Malformed, QStringLiteral("errors and total of \"%1\" do not both have a value").arg(snapshot.objective), {}};
    if (burnDownAsked && !snapshot.error && snapshot.errors && snapshot.total) {
        const std::vector<double> none;
        snapshot.burnDown = burnDownOf(source.m_objective, errorsOfStep.times ? *errorsOfStep.times : none, errorsOfStep.values,
                                       *snapshot.errors, *snapshot.total, snapshot.at);
    }
    if (!snapshot.error)
        ++validPolls;
    Q_EMIT source.finished(snapshot);
}

SloSource::SloSource(Objective objective, PrometheusClient &client, const Clock &clock, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_objective(std::move(objective))
    , d(std::make_unique<Private>(*this, client, clock, interval))
{
}

SloSource::~SloSource() = default;

void SloSource::poll()
{
    d->poll();
}

} // namespace Watchfloor
