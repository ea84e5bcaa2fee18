#include "models/frames/distribution.h"

#include "models/frames/steps.h"

#include "models/core/duration.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Watchfloor {

namespace {

constexpr size_t mostBuckets = 100'000;
constexpr size_t mostHeatCells = 1'000'000;

double rounded(double value, int decimals)
{
    const double factor = std::pow(10.0, decimals);
    return std::round(value * factor) / factor;
}

std::vector<const Field *> numericFields(const std::vector<Frame> &frames)
{
    std::vector<const Field *> fields;
    for (const Frame &frame : frames)
        for (const Field &field : frame.fields)
            if (field.type == FieldType::Number && field.numbers)
                fields.push_back(&field);
    return fields;
}

std::vector<double> sortedValues(const std::vector<const Field *> &fields)
{
    std::vector<double> values;
    for (const Field *field : fields)
        std::copy_if(field->numbers->begin(), field->numbers->end(), std::back_inserter(values), [](double value) { return std::isfinite(value); });
    std::sort(values.begin(), values.end());
    return values;
}

using Counts = std::map<double, std::vector<double>>;

Counts counted(const std::vector<const Field *> &fields, const HistogramBuckets &buckets, double size, bool &cut)
{
    Counts counts;
    const size_t columns = buckets.combine ? 1 : fields.size();
    for (size_t column = 0; column < fields.size(); ++column) {
        for (const double value : *fields[column]->numbers) {
            if (!std::isfinite(value))
                continue;
            const double bucket = rounded(std::floor((value - buckets.offset) / size) * size + buckets.offset, 9);
            auto found = counts.find(bucket);
            if (found == counts.end()) {
                cut = cut || counts.size() >= mostBuckets || counts.size() * columns >= mostCells;
                if (cut)
                    continue;
                found = counts.emplace(bucket, std::vector<double>(columns)).first;
            }
            ++found->second[buckets.combine ? 0 : column];
        }
    }
    return counts;
}

/// The edges of one axis' buckets.
struct Edges
{
    double first = 0;
    double size = 1;
    size_t count = 0;
    double logBase = 0;

    double at(size_t place) const
    {
        const double edge = first + double(place) * size;
        return logBase > 0 ? std::pow(logBase, edge) : edge;
    }
    size_t placeOf(double value) const
    {
        const double scaled = logBase > 0 ? std::log(value) / std::log(logBase) : value;
        const double place = std::floor((scaled - first) / size + 1e-9);
        return place < 0 ? 0 : std::min(size_t(place), count - 1);
    }
};

Edges linearEdges(double low, double high, const HeatMapAxis &axis, double usual)
{
    Edges edges;
    edges.size = axis.size > 0 ? axis.size : niceBucketSize((high - low) / (axis.count > 0 ? axis.count : usual), 0);
    edges.first = std::floor(low / edges.size) * edges.size;
    edges.count = size_t(std::clamp(std::floor((high - edges.first) / edges.size) + 1, 1.0, double(mostHeatCells)));
    return edges;
}

Edges logEdges(double low, double high, const HeatMapAxis &axis)
{
    const double factor = std::log(axis.logBase);
    Edges edges = linearEdges(std::log(low) / factor, std::log(high) / factor, {axis.size > 0 ? 1 / axis.size : 1, 0, 0}, 1);
    edges.logBase = axis.logBase;
    return edges;
}

struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool isEmpty() const { return low > high; }
};

/// Every point of every series with a time.
template <typename Visit>
void forEveryPoint(const std::vector<Frame> &frames, bool positive, Visit visit)
{
    for (const Frame &frame : frames) {
        const Field *time = frame.time();
        for (const Field &field : frame.fields) {
            if (!time || field.type != FieldType::Number)
                continue;
            for (size_t row = 0; row < field.size(); ++row)
                if (std::isfinite(field.number(row)) && std::isfinite(time->number(row)) && (!positive || field.number(row) > 0))
                    visit(time->number(row), field.number(row));
        }
    }
}

HeatMapAxis axisIn(const QJsonValue &options, bool isTime)
{
    HeatMapAxis axis;
    const QJsonValue value = options[QLatin1String("value")];
    const QString text = value.isDouble() ? QString::number(value.toDouble()) : value.toString();
    const QJsonValue scale = options[QLatin1String("scale")];
    if (scale[QLatin1String("type")].toString() == u"log")
        axis.logBase = scale[QLatin1String("log")].toDouble(2);
    const double number = numberOf(text).value_or(0);
    const bool isCount = options[QLatin1String("mode")].toString() == u"count";
    (isCount ? axis.count : axis.size) = number;
    if (const auto duration = parseDuration(text); isTime && !isCount && number == 0 && duration)
        axis.size = double(duration->count());
    return axis;
}

} // namespace

double niceBucketSize(double target, double finest)
{
    for (int power = -9; power <= 9; ++power)
        for (const double step : {1.0, 2.0, 2.5, 4.0, 5.0}) {
            if (power == 0 && step == 2.5)
                continue;
            const double size = step * std::pow(10.0, power);
            if (target < size && size >= finest)
                return size;
        }
    return std::max(target, 1.0);
}

double foundBucketSize(const std::vector<double> &sorted, int count)
{
    double finest = sorted.size() == 1 ? 1 : std::numeric_limits<double>::infinity();
    for (size_t i = 1; i < sorted.size(); ++i)
        if (const double gap = sorted[i] - sorted[i - 1]; gap > 0)
            finest = std::min(finest, gap);
    if (std::isinf(finest))
        finest = 1;
    return niceBucketSize((sorted.back() - sorted.front()) / std::max(count, 1), finest);
}

double niceColumnLength(double length, double count)
{
    const double target = length / std::max(count, 1.0);
    constexpr double ladder[] = {1, 5, 10, 50, 100, 500, 1e3, 2e3, 5e3, 10e3, 15e3, 30e3, 60e3, 120e3, 300e3, 600e3, 900e3, 1.8e6, 3.6e6, 7.2e6, 10.8e6,
                                 21.6e6, 43.2e6, 86.4e6, 604.8e6, 2592e6};
    for (const double step : ladder)
        if (step >= target)
            return step;
    return ladder[std::size(ladder) - 1];
}

std::optional<Frame> histogramOf(const std::vector<Frame> &frames, const HistogramBuckets &buckets)
{
    const std::vector<const Field *> fields = numericFields(frames);
    if (fields.empty())
        return std::nullopt;
    const std::vector<double> values = sortedValues(fields);
    const double size = buckets.size > 0 ? buckets.size : values.empty() ? 1 : foundBucketSize(values, buckets.count);
    Frame frame;
    const Counts counts = counted(fields, buckets, size, frame.cut);
    std::vector<double> low, high;
    std::vector<std::vector<double>> columns(buckets.combine ? 1 : fields.size());
    for (const auto &[bucket, row] : counts) {
        low.push_back(bucket);
        high.push_back(bucket + size);
        for (size_t i = 0; i < columns.size(); ++i)
            columns[i].push_back(row[i]);
    }
    frame.refId = QStringLiteral("histogram");
    frame.fields = {numberField(QStringLiteral("xMin"), std::move(low)), numberField(QStringLiteral("xMax"), std::move(high))};
    for (size_t i = 0; i < columns.size(); ++i) {
        Field field = withoutValues(*fields[i]);
        if (buckets.combine) {
            field = numberField(QStringLiteral("count"), {});
            field.config.displayName = QStringLiteral("Count");
        }
        field.numbers = std::make_shared<const std::vector<double>>(std::move(columns[i]));
        frame.fields.push_back(std::move(field));
    }
    return frame;
}

std::optional<Frame> heatMapOf(const std::vector<Frame> &frames, const HeatMapAxis &x, const HeatMapAxis &y)
{
    const bool log = y.logBase > 1;
    Extent times, values;
    forEveryPoint(frames, log, [&](double time, double value) {
        times.add(time);
        values.add(value);
    });
    if (times.isEmpty())
        return std::nullopt;
    const double step = x.size > 0 ? x.size : niceColumnLength(times.high - times.low, x.count > 0 ? x.count : 30);
    const Edges columns = linearEdges(times.low, times.high, {step, 0, 0}, 30);
    const Edges rows = log ? logEdges(values.low, values.high, y) : linearEdges(values.low, values.high, y, 10);
    if (columns.count * rows.count > mostHeatCells)
        return std::nullopt;
    std::vector<double> counts(columns.count * rows.count);
    forEveryPoint(frames, log, [&](double time, double value) { ++counts[columns.placeOf(time) * rows.count + rows.placeOf(value)]; });
    std::vector<double> at, low, high;
    for (size_t column = 0; column < columns.count; ++column) {
        for (size_t row = 0; row < rows.count; ++row) {
            at.push_back(columns.at(column));
            low.push_back(rows.at(row));
            high.push_back(rows.at(row + 1));
        }
    }
    Frame frame;
    frame.refId = QStringLiteral("heatmap");
    frame.fields = {numberField(QStringLiteral("xMin"), std::move(at), FieldType::Time), numberField(QStringLiteral("yMin"), std::move(low)),
                    numberField(QStringLiteral("yMax"), std::move(high)), numberField(QStringLiteral("count"), std::move(counts))};
    return frame;
}

namespace Steps {

Frames histogram(Frames frames, const StepOptions &options)
{
    const auto number = [&](QLatin1String key) {
        const QJsonValue value = options[key];
        return value.isDouble() ? value.toDouble() : leadingNumber(options.filled(value.toString())).value_or(0);
    };
    // As a step of its own it does not ask how many buckets are wanted.
    HistogramBuckets buckets;
    buckets.size = number(QLatin1String("bucketSize"));
    buckets.offset = number(QLatin1String("bucketOffset"));
    buckets.combine = options[QLatin1String("combine")].toBool();
    if (frames.empty())
        return frames;
    std::optional<Frame> frame = histogramOf(frames, buckets);
    return frame ? Frames{std::move(*frame)} : Frames();
}

Frames heatmap(Frames frames, const StepOptions &options)
{
    std::optional<Frame> cells = heatMapOf(frames, axisIn(options[QLatin1String("xBuckets")], true), axisIn(options[QLatin1String("yBuckets")], false));
    if (!cells)
        return frames;
    Frames result{std::move(*cells)};
    if (options[QLatin1String("keepOriginalData")].toBool())
        result.insert(result.end(), std::make_move_iterator(frames.begin()), std::make_move_iterator(frames.end()));
    return result;
}

} // namespace Steps

} // namespace Watchfloor
