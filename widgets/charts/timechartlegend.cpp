#include "models/core/format.h"
#include "widgets/charts/timechartprivate.h"

namespace Watchfloor {

namespace {

constexpr int nameCap = 80;

double figureOf(TimeChart::Figure wanted, const SeriesFigures &figures)
{
    switch (wanted) {
    case TimeChart::Figure::Last:
        return figures.last;
    case TimeChart::Figure::Minimum:
        return figures.minimum;
    case TimeChart::Figure::Maximum:
        return figures.maximum;
    case TimeChart::Figure::Mean:
        return figures.mean;
    case TimeChart::Figure::Sum:
        return figures.sum;
    case TimeChart::Figure::Given:
        break;
    }
    return noSample;
}

} // namespace

/// The last values are at hand; what has to read all samples is the worker's.
bool TimeChart::Private::wantsFigures() const
{
    return legendOptions.mode != Legend::None && std::any_of(legendOptions.columns.begin(), legendOptions.columns.end(), [](const LegendColumn &column) {
        return column.figure != Figure::Last && column.figure != Figure::Given;
    });
}

QString TimeChart::Private::nameOf(const ChartSeries &line) const
{
    const QString name = Format::safeText(line.name, nameCap);
    return line.back.count() == 0 ? name : TimeChart::tr("%1 · %2 earlier", "a series and how long ago").arg(name, Format::span(line.back));
}

void TimeChart::Private::showLegend()
{
    if (legendOptions.mode == Legend::None) {
        legend->setEntries(legendOptions, {});
        return;
    }
    const bool counted = wantsFigures() && figures.size() == series.size();
    std::vector<ChartLegend::Entry> entries;
    for (size_t at = 0; at < series.size(); ++at) {
        const ChartSeries &line = *series[at];
        if (!line.inLegend)
            continue;
        SeriesFigures own = counted ? figures[at] : SeriesFigures();
        own.last = line.data().last();
        ChartLegend::Entry entry{int(at), colorOf(at), nameOf(line), hidden.contains(line.name), line.dashed || line.back.count() != 0 || !line.style.dashes.empty(), {}};
        size_t given = 0;
        for (const LegendColumn &column : legendOptions.columns) {
            if (column.figure == Figure::Given) {
                const LegendFigure figure = given < line.figures.size() ? line.figures[given] : LegendFigure();
                ++given;
                entry.figures.push_back({figure.value, figure.text.isEmpty() ? valueText(figure.value, line) : figure.text});
                continue;
            }
            const double value = figureOf(column.figure, own);
            entry.figures.push_back({value, valueText(value, line)});
        }
        entries.push_back(std::move(entry));
    }
    legend->setEntries(legendOptions, std::move(entries));
    legend->setIsolated(isolated);
}

void TimeChart::Private::toggle(int index)
{
    const QString &name = series[size_t(index)]->name;
    if (!hidden.remove(name))
        hidden.insert(name);
    showLegend();
    repaint();
    schedule();
    Q_EMIT q->hiddenChanged(hidden);
}

} // namespace Watchfloor
