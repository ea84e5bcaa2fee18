#include "models/frames/heatmaprows.h"

#include "models/frames/cell.h"
#include "models/frames/fieldmatcher.h"
#include "models/frames/joins.h"

#include <algorithm>
#include <map>

namespace Watchfloor {

namespace {

/// The upper bound of a series' bucket, by its label or by the name that its legend gives it.
std::optional<double> boundOf(const Frame &frame)
{
    if (frame.fields.size() != 2 || frame.fields[1].type != FieldType::Number)
        return std::nullopt;
    const QString le = frame.fields[1].labels.value(u"le");
    const QString name = le.isEmpty() ? frame.name : le;
    if (name.compare(u"+Inf", Qt::CaseInsensitive) == 0 || name.compare(u"Inf", Qt::CaseInsensitive) == 0)
        return std::numeric_limits<double>::infinity();
    return name.isEmpty() ? std::nullopt : numberOf(name);
}

struct Bucket
{
    double bound = 0;
    Frame frame;
};

/// Each count without the one of the bucket below; scrapes of one moment that contradict each other are zero.
void takeApart(std::vector<Field> &counts)
{
    for (size_t i = counts.size(); i > 1; --i) {
        const Field &below = counts[i - 2];
        std::vector<double> values = *counts[i - 1].numbers;
        for (size_t row = 0; row < values.size(); ++row) {
            const double less = below.number(row);
            values[row] -= std::isnan(less) ? 0 : less;
            if (values[row] < 1e-9)
                values[row] = 0;
        }
        counts[i - 1].numbers = std::make_shared<const std::vector<double>>(std::move(values));
    }
}

Frame rowsOf(std::vector<Bucket> buckets)
{
    std::stable_sort(buckets.begin(), buckets.end(), [](const Bucket &a, const Bucket &b) { return a.bound < b.bound; });
    std::vector<Frame> frames;
    for (Bucket &bucket : buckets) {
        const QString le = bucket.frame.fields[1].labels.value(u"le");
        bucket.frame.name = le.isEmpty() ? bucket.frame.name : le;
        bucket.frame.fields[1].legend = bucket.frame.name;
        frames.push_back(std::move(bucket.frame));
    }
    const QString refId = frames.front().refId;
    // Buckets of one query have one grid; where they have not, they are laid on a common one.
    Frame rows = frames.size() == 1 ? frames.front() : joinedFrames(frames, FieldSelection(fieldMatcher(QStringLiteral("firstTimeField"), {})), JoinMode::Outer).value_or(frames.front());
    rows.refId = refId;
    rows.name.clear();
    std::vector<Field> counts(std::make_move_iterator(rows.fields.begin() + 1), std::make_move_iterator(rows.fields.end()));
    takeApart(counts);
    rows.fields.resize(1);
    std::move(counts.begin(), counts.end(), std::back_inserter(rows.fields));
    return rows;
}

} // namespace

std::vector<Frame> heatMapRows(std::vector<Frame> frames)
{
    std::map<Labels, size_t> places;
    std::vector<std::vector<Bucket>> groups;
    std::vector<Frame> result;
    for (Frame &frame : frames) {
        const std::optional<double> bound = boundOf(frame);
        if (!bound) {
            result.push_back(std::move(frame));
            continue;
        }
        Labels others = frame.fields[1].labels;
        others.remove(u"le");
        const auto [place, isNew] = places.try_emplace(others, groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back({*bound, std::move(frame)});
    }
    for (std::vector<Bucket> &group : groups)
        result.push_back(rowsOf(std::move(group)));
    return result;
}

} // namespace Watchfloor
