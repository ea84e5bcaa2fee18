#include "models/frames/display.h"

#include "models/text/template.h"

#include <cmath>

namespace Watchfloor {

DisplayValue displayed(const Field &field, double value)
{
    DisplayValue shown;
    shown.number = value;
    shown.quantity = quantity(value, field.config.unit, field.config.decimals.value_or(-1));
    shown.text = std::isnan(value) ? field.config.noValue : shown.quantity.text();
    shown.state = stateUnder(field.config.thresholds, value, field.config.minimum, field.config.maximum);
    return shown;
}

DisplayValue displayed(const Field &field, size_t row)
{
    if (field.type == FieldType::String || field.type == FieldType::Other) {
        DisplayValue shown;
        shown.text = field.text(row);
        return shown;
    }
    return displayed(field, field.number(row));
}

void applyFieldConfig(std::vector<Frame> &frames, const FieldConfig &defaults, const std::vector<FieldOverride> &)
{
    for (Frame &frame : frames)
        for (Field &field : frame.fields) {
            field.config = defaults;
            field.displayName = frame.name.isEmpty() || field.type == FieldType::Time ? field.name : frame.name;
        }
}

std::vector<Frame> framesOf(const QueryAnswer &answer, const FrameOptions &options)
{
    std::vector<Frame> frames;
    for (const Series &series : answer.series) {
        auto times = std::make_shared<std::vector<double>>(*series.times);
        for (double &time : *times)
            time *= 1000;
        Frame frame{options.refId, options.legend.isEmpty() ? series.labels.toString() : filledLegend(options.legend, series.labels), {}};
        frame.fields.push_back({.name = QStringLiteral("Time"), .type = FieldType::Time, .labels = {}, .numbers = times, .texts = {}, .config = {}, .displayName = {}, .refId = options.refId});
        frame.fields.push_back({.name = QStringLiteral("Value"), .type = FieldType::Number, .labels = series.labels,
                                .numbers = std::make_shared<const std::vector<double>>(series.values), .texts = {}, .config = {}, .displayName = {}, .refId = options.refId});
        frames.push_back(std::move(frame));
    }
    return frames;
}

} // namespace Watchfloor
