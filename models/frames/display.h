#pragma once

#include "models/frames/frame.h"

#include <functional>

namespace Watchfloor {

/// A value as it is shown: text by mapping, unit and decimals; colour and state by mapping, thresholds or colour mode.
struct DisplayValue
{
    Quantity quantity;
    QString text;                 ///< the whole of it
    QString color;                ///< as the dashboard writes colours, a palette place is "palette:3"; empty: none of its own
    State state = State::Healthy;
    double number = noSample;
    double percent = 0;           ///< of the way from minimum to maximum, 0 to 1
    bool mapped = false;
};
DisplayValue displayed(const Field &field, size_t row);
DisplayValue displayed(const Field &field, double value);

/// The colour of a whole series, by its field's colour mode: "palette:N", or what the value decides that the mode names. Empty: none of its own.
QString seriesColor(const Field &field);

/// Fills variables of the dashboard into a text; ${__field.…} and the like are left to this room.
using FillText = std::function<QString(const QString &)>;

/// Defaults, then overrides in their order, then display names, ranges and places; frames as they come from queries and transformations.
void applyFieldConfig(std::vector<Frame> &frames, const FieldConfig &defaults, const std::vector<FieldOverride> &overrides, const FillText &fill = {});

/// An answer as frames: a frame a series, or with `table` one frame with a column a label (Grafana's format "table").
struct FrameOptions
{
    QString refId;
    QString legend;               ///< "{{instance}}", filled from labels into the name; "__auto": whatever tells the series apart
    QString expression = {};      ///< the name of a series without labels
    bool table = false;
    bool instant = false;
    bool severalTables = false;   ///< other queries of the panel are tables too: the column is called "Value #A"
};
std::vector<Frame> framesOf(const QueryAnswer &answer, const FrameOptions &options);
/// The same; the values of series are shared, not copied.
std::vector<Frame> framesOf(const std::shared_ptr<const QueryAnswer> &answer, const FrameOptions &options);

/// What a legend calls a series: the template filled, without one the metric as Prometheus writes it, without labels the expression. Empty for
/// "__auto" where labels tell the series apart.
QString legendOf(const Labels &labels, const QString &legend, const QString &expression);

} // namespace Watchfloor
