#include "models/frames/transformation.h"

#include "models/frames/fieldmatcher.h"
#include "models/frames/steps.h"

#include <QHash>
#include <QSet>

namespace Watchfloor {

namespace {

using Step = Frames (*)(Frames, const StepOptions &);

// A dashboard is not trusted: each step may make as many cells as a frame holds.
constexpr size_t mostSteps = 100;
constexpr size_t mostFrames = 10'000;

Frames unchanged(Frames frames, const StepOptions &)
{
    return frames;
}

const QHash<QString, Step> &steps()
{
    static const QHash<QString, Step> known{{QStringLiteral("organize"), Steps::organize},
                                            {QStringLiteral("filterFieldsByName"), Steps::filterFieldsByName},
                                            {QStringLiteral("filterFields"), Steps::filterFields},
                                            {QStringLiteral("filterByRefId"), Steps::filterByRefId},
                                            {QStringLiteral("filterFrames"), Steps::filterFrames},
                                            {QStringLiteral("order"), Steps::order},
                                            {QStringLiteral("rename"), Steps::rename},
                                            {QStringLiteral("renameByRegex"), Steps::renameByRegex},
                                            {QStringLiteral("filterByValue"), Steps::filterByValue},
                                            {QStringLiteral("sortBy"), Steps::sortBy},
                                            {QStringLiteral("limit"), Steps::limit},
                                            {QStringLiteral("joinByField"), Steps::joinByField},
                                            {QStringLiteral("seriesToColumns"), Steps::joinByField},
                                            {QStringLiteral("ensureColumns"), Steps::ensureColumns},
                                            {QStringLiteral("joinByLabels"), Steps::joinByLabels},
                                            {QStringLiteral("merge"), Steps::merge},
                                            {QStringLiteral("concatenate"), Steps::concatenate},
                                            {QStringLiteral("seriesToRows"), Steps::seriesToRows},
                                            {QStringLiteral("groupBy"), Steps::groupBy},
                                            {QStringLiteral("groupToNestedTable"), Steps::groupToNestedTable},
                                            {QStringLiteral("groupingToMatrix"), Steps::groupingToMatrix},
                                            {QStringLiteral("partitionByValues"), Steps::partitionByValues},
                                            {QStringLiteral("calculateField"), Steps::calculateField},
                                            {QStringLiteral("reduce"), Steps::reduce},
                                            {QStringLiteral("labelsToFields"), Steps::labelsToFields},
                                            {QStringLiteral("timeSeriesTable"), Steps::timeSeriesTable},
                                            {QStringLiteral("prepareTimeSeries"), Steps::prepareTimeSeries},
                                            {QStringLiteral("convertFieldType"), Steps::convertFieldType},
                                            {QStringLiteral("formatTime"), Steps::formatTime},
                                            {QStringLiteral("formatString"), Steps::formatString},
                                            {QStringLiteral("extractFields"), Steps::extractFields},
                                            {QStringLiteral("transpose"), Steps::transpose},
                                            {QStringLiteral("rowsToFields"), Steps::rowsToFields},
                                            {QStringLiteral("configFromData"), Steps::configFromData},
                                            {QStringLiteral("histogram"), Steps::histogram},
                                            {QStringLiteral("heatmap"), Steps::heatmap},
                                            {QStringLiteral("noop"), unchanged}};
    return known;
}

/// Frames of other queries stay as they are, in the place of the first of them.
Frames applied(Step step, Frames frames, const StepOptions &options, const QString &refIds)
{
    if (refIds.isEmpty())
        return step(std::move(frames), options);
    const QuerySelection selection(refIds);
    Frames meant, others;
    size_t place = 0;
    for (size_t i = 0; i < frames.size(); ++i) {
        const bool matches = selection.matches(frames[i].refId);
        if (!matches && others.empty())
            place = i;
        (matches ? meant : others).push_back(std::move(frames[i]));
    }
    Frames result = step(std::move(meant), options);
    result.insert(result.begin() + std::ptrdiff_t(std::min(place, result.size())), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    return result;
}

} // namespace

bool isKnownTransformation(const QString &id)
{
    // Tables within cells are made, but no table shows them.
    return steps().contains(id) && id != u"groupToNestedTable";
}

std::vector<Frame> transformed(std::vector<Frame> frames, const std::vector<Transformation> &transformations, const FillText &fill)
{
    for (size_t i = 0; i < transformations.size() && i < mostSteps; ++i) {
        const Transformation &transformation = transformations[i];
        const auto step = steps().constFind(transformation.id);
        if (transformation.disabled || step == steps().constEnd())
            continue;
        frames = applied(*step, std::move(frames), {transformation.options, fill}, transformation.refIdFilter);
        if (frames.size() > mostFrames) {
            frames.resize(mostFrames);
            frames.back().cut = true;
        }
    }
    return frames;
}

} // namespace Watchfloor
