#include "models/direct/pagequeries.h"

#include "models/direct/evaluation.h"

#include <QElapsedTimer>
#include <QPointer>

#include <map>
#include <set>

namespace Watchfloor {

namespace {

// Filling in an hour of one-second moments must not hold the main loop: the rest waits for its next turn.
constexpr qint64 turnMilliseconds = 4;
constexpr size_t answeredSeries = 1'000;
constexpr int momentLimit = 1'000;

using Moment = std::chrono::milliseconds; ///< since 1970, a multiple of the step

Moment momentOf(double seconds)
{
    return Moment(qint64(seconds * 1000));
}

} // namespace

struct PageQueries::Source
{
    PageHistory history;
    std::chrono::milliseconds interval{};
    std::optional<Error> error = Error{Error::Kind::Blind, QStringLiteral("the page was not read yet"), {}};
    bool everRead = false;
    std::map<QString, MetricMetadata> metrics;
};

struct PageQueries::Watched
{
    QueryKey key;
    PromExpression expression; ///< null: `fault` says why
    std::optional<Error> fault;
    std::weak_ptr<const QueryKey> interest;
    std::vector<double> times;
    std::map<Labels, std::vector<double>> columns; ///< as many numbers as times
    std::optional<Moment> last;
    size_t leftOut = 0;
    bool dirty = true;

    void append(double time, const QueryAnswer &answer);
    void forgetBefore(double time);
    std::shared_ptr<const QueryAnswer> answer() const;
};

void PageQueries::Watched::append(double time, const QueryAnswer &answer)
{
    leftOut = 0;
    for (const Series &series : answer.series) {
        auto column = columns.find(series.labels);
        if (column == columns.end()) {
            if (columns.size() >= answeredSeries) {
                ++leftOut;
                continue;
            }
            column = columns.emplace(series.labels, std::vector<double>(times.size(), noSample)).first;
        }
        if (column->second.size() == times.size())
            column->second.push_back(series.values.front());
    }
    times.push_back(time);
    for (auto &[labels, column] : columns)
        column.resize(times.size(), noSample);
}

void PageQueries::Watched::forgetBefore(double time)
{
    const auto kept = std::lower_bound(times.begin(), times.end(), time);
    const auto count = kept - times.begin();
    if (count == 0)
        return;
    times.erase(times.begin(), kept);
    for (auto column = columns.begin(); column != columns.end();) {
        column->second.erase(column->second.begin(), column->second.begin() + count);
        const bool empty = std::all_of(column->second.begin(), column->second.end(), [](double value) { return std::isnan(value); });
        column = empty ? columns.erase(column) : std::next(column);
    }
}

std::shared_ptr<const QueryAnswer> PageQueries::Watched::answer() const
{
    auto answer = std::make_shared<QueryAnswer>();
    answer->type = QueryAnswer::Type::Matrix;
    const auto shared = std::make_shared<const std::vector<double>>(times);
    for (const auto &[labels, column] : columns) {
        Series series;
        series.labels = labels;
        series.times = shared;
        series.values = column;
        answer->series.push_back(std::move(series));
    }
    answer->totalSeries = columns.size() + leftOut;
    return answer;
}

PageQueries::PageQueries(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &PageQueries::advanceAll);
}

PageQueries::~PageQueries() = default;

void PageQueries::addSource(const QString &name, std::chrono::milliseconds interval)
{
    auto &source = m_sources[name];
    if (!source)
        source = std::make_unique<Source>();
    source->interval = interval;
}

void PageQueries::removeSource(const QString &name)
{
    m_sources.erase(name);
}

bool PageQueries::hasSource(const QString &name) const
{
    return m_sources.contains(name);
}

void PageQueries::append(const QString &source, const ExpositionPage &page)
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end())
        return;
    found->second->history.append(page, m_clock.wall());
    found->second->error.reset();
    found->second->everRead = true;
    std::map<QString, MetricMetadata> metrics;
    for (const MetricFamily &family : page.families)
        for (const Sample &sample : family.samples)
            metrics.try_emplace(sample.name, MetricMetadata{family.type, family.help, family.unit});
    found->second->metrics = std::move(metrics);
    for (const auto &[key, watched] : m_watched)
        watched->dirty = watched->dirty || key.source == source;
    m_turn.start();
}

void PageQueries::fail(const QString &source, const Error &error)
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end())
        return;
    found->second->error = error;
    for (const auto &[key, watched] : m_watched)
        if (key.source == source)
            tell(*watched, *found->second, nullptr, error);
}

QueryInterest PageQueries::watch(const QueryKey &key)
{
    auto &watched = m_watched[key];
    if (watched)
        if (QueryInterest living = watched->interest.lock())
            return living;
    watched = std::make_unique<Watched>();
    watched->key = key;
    const Result<PromExpression> parsed = parsePromql(key.expression);
    if (parsed)
        watched->fault = unsupportedPart(**parsed);
    else
        watched->fault = parsed.error();
    if (parsed && !watched->fault)
        watched->expression = *parsed;
    const QPointer<PageQueries> guard(this);
    QueryInterest interest(new QueryKey(key), [guard](const QueryKey *gone) {
        const std::unique_ptr<const QueryKey> owned(gone);
        if (guard)
            guard->forget(*owned);
    });
    watched->interest = interest;
    m_turn.start();
    return interest;
}

void PageQueries::forget(const QueryKey &key)
{
    const auto found = m_watched.find(key);
    if (found != m_watched.end() && found->second->interest.expired())
        m_watched.erase(found);
}

Result<QueryAnswer> PageQueries::evaluate(const QString &source, const QString &expression) const
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end())
        return Error{Error::Kind::NotFound, QStringLiteral("no such source"), source};
    if (found->second->error)
        return *found->second->error;
    const Result<PromExpression> parsed = parsePromql(expression);
    if (!parsed)
        return parsed.error();
    if (const auto part = unsupportedPart(**parsed))
        return *part;
    return evaluatePage(*parsed, found->second->history, m_clock.wall());
}

Result<QueryAnswer> PageQueries::evaluateRange(const QString &source, const QString &expression, TimeRange range, std::chrono::milliseconds step) const
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end() || !found->second->everRead)
        return Error{Error::Kind::Blind, QStringLiteral("the page was not read yet"), source};
    const Result<PromExpression> parsed = parsePromql(expression);
    if (!parsed)
        return parsed.error();
    if (const auto part = unsupportedPart(**parsed))
        return *part;
    step = std::max({step, std::chrono::milliseconds(100), range.length() / momentLimit});
    const Moment end = range.end.time_since_epoch();
    const Moment oldest = std::max<Moment>(range.start.time_since_epoch(), momentOf(found->second->history.times().front()));
    Watched once;
    for (Moment next = (oldest + step - Moment(1)) / step * step; next <= end; next += step) {
        const Result<QueryAnswer> answer = evaluatePage(*parsed, found->second->history, WallTime{next});
        if (!answer)
            return answer.error();
        once.append(toEpochSeconds(WallTime{next}), *answer);
    }
    return *once.answer();
}

Result<std::map<QString, MetricMetadata>> PageQueries::metrics(const QString &source) const
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end() || !found->second->everRead)
        return Error{Error::Kind::Blind, QStringLiteral("the page was not read yet"), source};
    return found->second->metrics;
}

Result<std::vector<const PageHistory::PageSeries *>> PageQueries::matched(const QString &source, const QString &match) const
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end() || !found->second->everRead)
        return Error{Error::Kind::Blind, QStringLiteral("the page was not read yet"), source};
    if (match.isEmpty())
        return found->second->history.select({});
    const Result<PromExpression> parsed = parsePromql(match);
    if (!parsed)
        return parsed.error();
    if ((*parsed)->kind != PromNode::Kind::Selector)
        return Error{Error::Kind::Invalid, QStringLiteral("a selector is expected"), {}};
    return found->second->history.select((*parsed)->matchers);
}

Result<QStringList> PageQueries::labels(const QString &source, const QString &match) const
{
    const auto series = matched(source, match);
    if (!series)
        return series.error();
    std::set<QString> names;
    for (const auto *one : *series)
        for (const auto &[name, value] : one->labels)
            names.insert(name);
    return QStringList(names.begin(), names.end());
}

Result<QStringList> PageQueries::labelValues(const QString &source, const QString &label, const QString &match) const
{
    const auto series = matched(source, match);
    if (!series)
        return series.error();
    std::set<QString> values;
    for (const auto *one : *series)
        if (const QString value = one->labels.value(label); !value.isEmpty())
            values.insert(value);
    return QStringList(values.begin(), values.end());
}

void PageQueries::advanceAll()
{
    QElapsedTimer turn;
    turn.start();
    std::vector<QueryKey> due;
    for (const auto &[key, watched] : m_watched)
        if (watched->dirty)
            due.push_back(key);
    for (const QueryKey &key : due) {
        if (turn.elapsed() > turnMilliseconds) {
            m_turn.start();
            return;
        }
        const auto watched = m_watched.find(key); // what is told may have dropped others
        const auto source = m_sources.find(key.source);
        if (watched == m_watched.end() || source == m_sources.end())
            continue;
        if (!advance(*watched->second, *source->second))
            m_turn.start();
    }
}

bool PageQueries::advance(Watched &watched, Source &source)
{
    if (watched.fault || !source.everRead) {
        watched.dirty = false;
        if (watched.fault || source.error)
            tell(watched, source, nullptr, watched.fault ? watched.fault : source.error);
        return true;
    }
    const Moment now = m_clock.wall().time_since_epoch();
    if (watched.key.isInstant()) {
        watched.dirty = false;
        Result<QueryAnswer> answer = evaluatePage(watched.expression, source.history, m_clock.wall());
        if (answer)
            tell(watched, source, std::make_shared<const QueryAnswer>(*std::move(answer)), {});
        else
            tell(watched, source, nullptr, answer.error());
        return true;
    }
    const Moment step = std::max<Moment>(watched.key.step, std::chrono::milliseconds(100));
    const Moment oldest = std::max(now - watched.key.length, momentOf(source.history.times().front()));
    Moment next = watched.last ? std::max(*watched.last + step, oldest) : oldest;
    next = (next + step - Moment(1)) / step * step;
    QElapsedTimer turn;
    turn.start();
    for (; next <= now; next += step) {
        if (turn.elapsed() > turnMilliseconds)
            return false;
        const WallTime at{next};
        const Result<QueryAnswer> answer = evaluatePage(watched.expression, source.history, at);
        watched.last = next;
        if (!answer) {
            watched.dirty = false;
            tell(watched, source, nullptr, answer.error());
            return true;
        }
        watched.append(toEpochSeconds(at), *answer);
    }
    watched.dirty = false;
    watched.forgetBefore(double((now - watched.key.length).count()) / 1000);
    tell(watched, source, watched.answer(), {});
    return true;
}

void PageQueries::tell(const Watched &watched, const Source &source, std::shared_ptr<const QueryAnswer> answer, std::optional<Error> error)
{
    QuerySnapshot snapshot;
    snapshot.key = watched.key;
    snapshot.answer = std::move(answer);
    snapshot.error = std::move(error);
    snapshot.interval = std::max(source.interval, watched.key.isInstant() ? std::chrono::milliseconds(0) : watched.key.step);
    Q_EMIT answered(snapshot);
}

} // namespace Watchfloor
