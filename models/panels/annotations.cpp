#include "models/panels/annotations.h"

#include "models/panels/intervaltext.h"
#include "models/text/template.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t eventLimit = 1'000;
constexpr qsizetype textLimit = 1'000;
constexpr double latestMoment = 4'102'444'800'000; // the year 2100, in milliseconds

BoardEvent eventOf(const AnnotationQuery &query, const Labels &labels, double start, double end)
{
    BoardEvent event;
    event.start = fromEpochSeconds(start);
    event.end = fromEpochSeconds(end);
    event.title = filledLegend(query.titleFormat, labels).left(textLimit);
    if (event.title.isEmpty())
        event.title = query.name;
    QStringList words;
    if (!query.textFormat.isEmpty())
        words << filledLegend(query.textFormat, labels).left(textLimit);
    QStringList tags;
    for (const QString &label : query.tagLabels.split(u',', Qt::SkipEmptyParts))
        if (const QString value = labels.value(label.trimmed()); !value.isEmpty())
            tags << value;
    if (!tags.isEmpty())
        words << tags.join(QStringLiteral(", "));
    event.text = words.join(u'\n');
    event.color = query.color;
    return event;
}

void addTimes(std::vector<BoardEvent> &events, const AnnotationQuery &query, const Series &series)
{
    double last = noSample;
    for (const double value : series.values) {
        if (!(value > 0) || value > latestMoment || value == last)
            continue;
        last = value;
        events.push_back(eventOf(query, series.labels, value / 1000, value / 1000));
    }
}

void addRuns(std::vector<BoardEvent> &events, const AnnotationQuery &query, const Series &series, double step)
{
    BoardEvent *open = nullptr;
    double last = 0;
    for (size_t at = 0; at < series.size(); ++at) {
        const double value = series.values[at];
        if (std::isnan(value) || value == 0)
            continue;
        const double time = (*series.times)[at];
        if (open && !isGap(last, time, step)) {
            open->end = fromEpochSeconds(time);
        } else {
            events.push_back(eventOf(query, series.labels, time, time));
            open = &events.back();
        }
        last = time;
    }
}

} // namespace

std::chrono::milliseconds annotationStep(const AnnotationQuery &query)
{
    const auto parsed = query.step.isEmpty() ? Result<std::chrono::nanoseconds>(std::chrono::minutes(1)) : IntervalText::parsed(query.step);
    return parsed && *parsed >= std::chrono::seconds(1) ? std::chrono::duration_cast<std::chrono::milliseconds>(*parsed) : std::chrono::minutes(1);
}

std::vector<BoardEvent> eventsOf(const AnnotationQuery &query, const QueryAnswer &answer, std::chrono::milliseconds step)
{
    std::vector<BoardEvent> events;
    for (const Series &series : answer.series) {
        if (query.valueIsTime)
            addTimes(events, query, series);
        else
            addRuns(events, query, series, std::chrono::duration<double>(step).count());
    }
    std::stable_sort(events.begin(), events.end(), [](const BoardEvent &a, const BoardEvent &b) { return a.start < b.start; });
    if (events.size() > eventLimit)
        events.erase(events.begin(), events.end() - ptrdiff_t(eventLimit));
    return events;
}

} // namespace Watchfloor
