#pragma once

#include "models/frames/cell.h"
#include "models/frames/display.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Watchfloor {

using Frames = std::vector<Frame>;

/// What a step of a transformation is told: Grafana's options, and the variables of the dashboard.
struct StepOptions
{
    const QJsonObject &values;
    const FillText &fill;

    QJsonValue operator[](QLatin1String key) const { return values[key]; }
    QString text(QLatin1String key) const { return values[key].toString(); }
    /// With variables filled in.
    QString filled(const QString &text) const { return fill ? fill(text) : text; }
};

/// The steps, each under Grafana's name of it. Every one takes frames as the step before left them; what its options do not fit comes out
/// unchanged. Source: Grafana, transformations of grafana-data and of its panels.
namespace Steps {

Frames organize(Frames frames, const StepOptions &options);
Frames filterFieldsByName(Frames frames, const StepOptions &options);
Frames filterFields(Frames frames, const StepOptions &options);
Frames filterByRefId(Frames frames, const StepOptions &options);
Frames filterFrames(Frames frames, const StepOptions &options);
Frames order(Frames frames, const StepOptions &options);
Frames rename(Frames frames, const StepOptions &options);
Frames renameByRegex(Frames frames, const StepOptions &options);

Frames filterByValue(Frames frames, const StepOptions &options);
Frames sortBy(Frames frames, const StepOptions &options);
Frames limit(Frames frames, const StepOptions &options);

Frames joinByField(Frames frames, const StepOptions &options);
Frames ensureColumns(Frames frames, const StepOptions &options);
Frames joinByLabels(Frames frames, const StepOptions &options);

Frames merge(Frames frames, const StepOptions &options);
Frames concatenate(Frames frames, const StepOptions &options);
Frames seriesToRows(Frames frames, const StepOptions &options);

Frames groupBy(Frames frames, const StepOptions &options);
Frames groupToNestedTable(Frames frames, const StepOptions &options);
Frames groupingToMatrix(Frames frames, const StepOptions &options);
Frames partitionByValues(Frames frames, const StepOptions &options);

Frames calculateField(Frames frames, const StepOptions &options);
Frames reduce(Frames frames, const StepOptions &options);

Frames labelsToFields(Frames frames, const StepOptions &options);
Frames timeSeriesTable(Frames frames, const StepOptions &options);
Frames prepareTimeSeries(Frames frames, const StepOptions &options);

Frames convertFieldType(Frames frames, const StepOptions &options);
Frames formatTime(Frames frames, const StepOptions &options);
Frames formatString(Frames frames, const StepOptions &options);
Frames extractFields(Frames frames, const StepOptions &options);
Frames transpose(Frames frames, const StepOptions &options);

Frames rowsToFields(Frames frames, const StepOptions &options);
Frames configFromData(Frames frames, const StepOptions &options);

Frames histogram(Frames frames, const StepOptions &options);
Frames heatmap(Frames frames, const StepOptions &options);

} // namespace Steps

} // namespace Watchfloor
