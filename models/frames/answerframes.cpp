#include "models/frames/display.h"

#include "models/core/jsnumber.h"
#include "models/frames/cell.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <set>

namespace Watchfloor {

namespace {

using Numbers = std::shared_ptr<const std::vector<double>>;
/// Where a series' values are to be had.
using ValuesOf = std::function<Numbers(const Series &)>;

Field timeField(Numbers times)
{
    Field field;
    field.name = QStringLiteral("Time");
    field.type = FieldType::Time;
    field.numbers = std::move(times);
    return field;
}

/// The grids of an answer in milliseconds, each made once however many series share it.
class Grids
{
public:
    Numbers milliseconds(const Numbers &seconds)
    {
        Numbers &found = m_grids[seconds.get()];
        if (!found) {
            auto made = std::make_shared<std::vector<double>>(seconds->size());
            std::transform(seconds->begin(), seconds->end(), made->begin(), [](double time) { return std::round(time * 1000); });
            found = std::move(made);
        }
        return found;
    }

private:
    QHash<const void *, Numbers> m_grids;
};

/// Buckets of native histograms as cells: one row a bucket and moment. Source: Grafana, heatmap-cells.
Frame cellsOf(const Series &series, const FrameOptions &options)
{
    std::vector<double> times, low, high, count;
    for (const HistogramPoint &point : series.histograms) {
        for (const HistogramBucket &bucket : point.histogram.buckets) {
            if (times.size() >= mostCells / 4)
                break;
            times.push_back(std::round(point.time * 1000));
            low.push_back(bucket.lower);
            high.push_back(bucket.upper);
            count.push_back(bucket.count);
        }
    }
    Frame frame;
    frame.refId = options.refId;
    frame.name = legendOf(series.labels, options.legend, options.expression);
    frame.cut = times.size() >= mostCells / 4;
    frame.fields.push_back(numberField(QStringLiteral("xMax"), std::move(times), FieldType::Time));
    frame.fields.push_back(numberField(QStringLiteral("yMin"), std::move(low)));
    frame.fields.push_back(numberField(QStringLiteral("yMax"), std::move(high)));
    frame.fields.push_back(numberField(QStringLiteral("count"), std::move(count)));
    for (Field &field : frame.fields)
        field.refId = options.refId;
    return frame;
}

Frame seriesFrame(const Series &series, const FrameOptions &options, Numbers times, Numbers values)
{
    Frame frame;
    frame.refId = options.refId;
    frame.name = legendOf(series.labels, options.legend, options.expression);
    frame.fields.push_back(timeField(std::move(times)));
    Field value = numberField(QStringLiteral("Value"), {});
    value.numbers = std::move(values);
    value.labels = series.labels;
    value.legend = frame.name;
    frame.fields.push_back(std::move(value));
    for (Field &field : frame.fields)
        field.refId = options.refId;
    return frame;
}

/// The values of a series at one moment are there even where they are no numbers; over time NaN marks a gap.
Numbers markedValues(const QueryAnswer &answer, const Series &series, const ValuesOf &valuesOf)
{
    const bool atOneMoment = answer.type == QueryAnswer::Type::Vector || answer.type == QueryAnswer::Type::Scalar;
    if (!atOneMoment || std::none_of(series.values.begin(), series.values.end(), [](double value) { return std::isnan(value); }))
        return valuesOf(series);
    std::vector<double> values = series.values;
    std::replace_if(values.begin(), values.end(), [](double value) { return std::isnan(value); }, notANumber);
    return std::make_shared<const std::vector<double>>(std::move(values));
}

struct TableRow
{
    double time = 0;
    double value = 0;
    const Labels *labels = nullptr;
};

std::vector<TableRow> tableRows(const QueryAnswer &answer, bool &cut)
{
    std::vector<TableRow> rows;
    for (const Series &series : answer.series) {
        for (size_t i = 0; i < series.values.size() && i < series.times->size(); ++i) {
            // A gap that was marked for a line is no row.
            if (std::isnan(series.values[i]) && answer.type == QueryAnswer::Type::Matrix)
                continue;
            if (rows.size() >= mostCells / 4) {
                cut = true;
                return rows;
            }
            const double value = std::isnan(series.values[i]) ? notANumber : series.values[i];
            rows.push_back({std::round((*series.times)[i] * 1000), value, &series.labels});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const TableRow &a, const TableRow &b) { return a.time < b.time; });
    return rows;
}

QStringList labelNames(const QueryAnswer &answer)
{
    QStringList names;
    std::set<QString> known;
    for (const Series &series : answer.series)
        for (const auto &[name, value] : series.labels)
            if (known.size() < mostColumns && known.insert(name).second)
                names << name;
    return names;
}

/// Columns of time, every label, and value. Source: Grafana's Prometheus data source, format "table".
Frame tableFrame(const QueryAnswer &answer, const FrameOptions &options)
{
    Frame frame;
    frame.refId = options.refId;
    const std::vector<TableRow> rows = tableRows(answer, frame.cut);
    std::vector<double> times, values;
    for (const TableRow &row : rows) {
        times.push_back(row.time);
        values.push_back(row.value);
    }
    frame.fields.push_back(numberField(QStringLiteral("Time"), std::move(times), FieldType::Time));
    for (const QString &name : labelNames(answer)) {
        std::vector<QString> texts;
        for (const TableRow &row : rows) {
            const QString text = row.labels->value(name);
            texts.push_back(text.isNull() ? QStringLiteral("") : text);
        }
        frame.fields.push_back(textField(name, std::move(texts)));
        frame.fields.back().config.cell.filterable = true;
    }
    frame.fields.push_back(numberField(options.severalTables ? QStringLiteral("Value #") + options.refId : QStringLiteral("Value"), std::move(values)));
    for (Field &field : frame.fields)
        field.refId = options.refId;
    return frame;
}

std::vector<Frame> made(const QueryAnswer &answer, const FrameOptions &options, const ValuesOf &valuesOf)
{
    std::vector<Frame> frames;
    if (answer.type == QueryAnswer::Type::String) {
        Frame frame;
        frame.refId = options.refId;
        frame.fields.push_back(textField(QStringLiteral("Value"), {answer.text.isNull() ? QStringLiteral("") : answer.text}));
        frame.fields.back().refId = options.refId;
        return {frame};
    }
    const bool anyNumbers = std::any_of(answer.series.begin(), answer.series.end(), [](const Series &series) { return !series.values.empty(); });
    if (options.table && (anyNumbers || answer.series.empty())) {
        if (!answer.series.empty())
            frames.push_back(tableFrame(answer, options));
        return frames;
    }
    Grids grids;
    frames.reserve(answer.series.size());
    for (const Series &series : answer.series) {
        if (series.values.size() != series.times->size())
            continue;
        if (!series.values.empty() || series.histograms.empty())
            frames.push_back(seriesFrame(series, options, grids.milliseconds(series.times), markedValues(answer, series, valuesOf)));
        if (!series.histograms.empty())
            frames.push_back(cellsOf(series, options));
    }
    return frames;
}

QString metricText(const Labels &labels)
{
    QStringList pairs;
    for (const auto &[name, value] : labels)
        if (name != u"__name__")
            pairs << name + u'=' + quoted(value);
    const QString name = labels.value(u"__name__");
    return pairs.isEmpty() ? name : name + u'{' + pairs.join(QStringLiteral(", ")) + u'}';
}

} // namespace

QString legendOf(const Labels &labels, const QString &legend, const QString &expression)
{
    if (legend == u"__auto" && !labels.isEmpty())
        return {};
    if (legend.isEmpty() || legend == u"__auto") {
        const QString text = metricText(labels);
        return text.isEmpty() ? expression : text;
    }
    static const QRegularExpression places(QStringLiteral("\\{\\{\\s*(.+?)\\s*\\}\\}"));
    QString filled;
    qsizetype done = 0;
    auto matches = places.globalMatch(legend);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString name = match.captured(1);
        filled += QStringView(legend).sliced(done, match.capturedStart() - done);
        filled += labels.value(name.startsWith(u"$labels.") ? QStringView(name).sliced(8) : QStringView(name));
        done = match.capturedEnd();
    }
    filled += legend.mid(done);
    return filled == u"{}" ? expression : filled;
}

std::vector<Frame> framesOf(const QueryAnswer &answer, const FrameOptions &options)
{
    return made(answer, options, [](const Series &series) { return std::make_shared<const std::vector<double>>(series.values); });
}

std::vector<Frame> framesOf(const std::shared_ptr<const QueryAnswer> &answer, const FrameOptions &options)
{
    if (!answer)
        return {};
    return made(*answer, options, [&answer](const Series &series) { return Numbers(answer, &series.values); });
}

} // namespace Watchfloor
