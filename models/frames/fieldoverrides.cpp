#include "models/frames/display.h"

#include "models/frames/fieldmacros.h"
#include "models/frames/fieldmatcher.h"

#include <cmath>

namespace Watchfloor {

namespace {

struct Rule
{
    FieldSelection fields;
    const std::vector<FieldProperty> *properties;
};

/// What came with the data (a name, a unit, limits of a transformation) counts more than the panel's defaults. Some of these are for numbers only.
FieldConfig withDefaults(const FieldConfig &own, const FieldConfig &defaults, FieldType type)
{
    FieldConfig config = defaults;
    if (type != FieldType::Number && type != FieldType::Other) {
        config.decimals.reset();
        config.minimum.reset();
        config.maximum.reset();
    }
    if (!own.displayName.isEmpty())
        config.displayName = own.displayName;
    if (!own.unit.id.isEmpty())
        config.unit = own.unit;
    if (own.decimals)
        config.decimals = own.decimals;
    if (own.minimum)
        config.minimum = own.minimum;
    if (own.maximum)
        config.maximum = own.maximum;
    if (!own.thresholds.steps.empty())
        config.thresholds = own.thresholds;
    if (!own.mappings.empty())
        config.mappings = own.mappings;
    if (!own.color.mode.isEmpty())
        config.color = own.color;
    if (!own.noValue.isEmpty())
        config.noValue = own.noValue;
    if (!own.description.isEmpty())
        config.description = own.description;
    config.links.insert(config.links.begin(), own.links.begin(), own.links.end());
    config.cell.filterable = config.cell.filterable || own.cell.filterable;
    return config;
}

struct Range
{
    double low = noSample;
    double high = noSample;

    void add(const Field &field)
    {
        for (const double value : *field.numbers) {
            if (!(low <= value) && !std::isnan(value))
                low = value;
            if (!(high >= value) && !std::isnan(value))
                high = value;
        }
    }
};

bool hasRange(const Field &field)
{
    return field.type == FieldType::Number && field.numbers;
}

/// Minimum and maximum of each field, or of all together, where the panel names none.
void setRanges(std::vector<Frame> &frames)
{
    std::optional<Range> common;
    const auto commonRange = [&] {
        if (!common) {
            common.emplace();
            for (const Frame &frame : frames)
                for (const Field &field : frame.fields)
                    if (hasRange(field))
                        common->add(field);
        }
        return *common;
    };
    for (Frame &frame : frames) {
        for (Field &field : frame.fields) {
            const FieldConfig &config = field.config;
            if (!hasRange(field))
                continue;
            Range range;
            if (!config.minimum || !config.maximum) {
                if (config.ownRange)
                    range.add(field);
                else
                    range = commonRange();
            }
            field.rangeFrom = config.minimum.value_or(range.low);
            field.rangeTo = config.maximum.value_or(range.high);
        }
    }
}

QString filledName(const QString &name, const Frame &frame, const Field &field, const FillText &fill)
{
    const QString filled = filledMacros(name, {&frame, &field, field.displayName, std::nullopt, std::nullopt, std::nullopt});
    return fill ? fill(filled) : filled;
}

void override(Field &field, const Frame &frame, const std::vector<Rule> &rules, const QString &shown)
{
    for (const Rule &rule : rules) {
        // Overrides are found by the name that the data gave, and by the one that the defaults make of it.
        if (!rule.fields.matches(field, frame, shown) && (shown == field.displayName || !rule.fields.matches(field, frame, field.displayName)))
            continue;
        for (const FieldProperty &property : *rule.properties)
            applyProperty(field.config, property);
    }
    if (field.config.minimum && field.config.maximum && *field.config.minimum > *field.config.maximum)
        std::swap(field.config.minimum, field.config.maximum);
}

} // namespace

void applyFieldConfig(std::vector<Frame> &frames, const FieldConfig &defaults, const std::vector<FieldOverride> &overrides, const FillText &fill)
{
    std::vector<Rule> rules;
    for (const FieldOverride &rule : overrides)
        rules.push_back({FieldSelection(rule.matcher), &rule.properties});
    nameFields(frames);
    int place = 0;
    for (Frame &frame : frames) {
        for (Field &field : frame.fields) {
            field.config = withDefaults(field.config, defaults, field.type);
            const QString &name = field.config.displayName;
            override(field, frame, rules, name.isEmpty() ? field.displayName : filledName(name, frame, field, fill));
            if (!field.config.displayName.isEmpty())
                field.displayName = filledName(field.config.displayName, frame, field, fill);
            field.place = place;
            place += field.type != FieldType::Time;
        }
    }
    setRanges(frames);
}

} // namespace Watchfloor
