#include "models/frames/fieldmatcher.h"
#include "models/frames/reducer.h"
#include "models/frames/steps.h"

#include <QHash>
#include <QSet>

namespace Watchfloor::Steps {

namespace {

/// What a field of the data is used as: a key of Grafana's list ("min", "threshold1", "field.name"); empty: nothing.
struct Use
{
    QString key;
    QString reducer;
    QString color; ///< of a threshold
    bool chosen = false;
};

bool isKnownUse(const QString &key)
{
    static const QSet<QString> known{QStringLiteral("field.name"), QStringLiteral("field.value"),   QStringLiteral("field.label"), QStringLiteral("__ignore"),
                                     QStringLiteral("max"),        QStringLiteral("min"),           QStringLiteral("unit"),        QStringLiteral("decimals"),
                                     QStringLiteral("displayName"), QStringLiteral("color"),        QStringLiteral("threshold1"),  QStringLiteral("mappings.value"),
                                     QStringLiteral("mappings.color"), QStringLiteral("mappings.text")};
    return known.contains(key);
}

/// By what the step says of each field, else by the field's name.
std::vector<Use> usesOf(const Frame &frame, const QJsonArray &mappings)
{
    const FieldNames names(std::span(&frame, 1));
    std::vector<Use> uses;
    for (const Field &field : frame.fields) {
        const QString name = names.of(field, frame);
        Use use{name.toLower(), {}, QStringLiteral("red"), false};
        for (const QJsonValue &mapping : mappings) {
            if (mapping[QLatin1String("fieldName")].toString() != name)
                continue;
            use.key = mapping[QLatin1String("handlerKey")].toString();
            use.reducer = mapping[QLatin1String("reducerId")].toString();
            use.color = mapping[QLatin1String("handlerArguments")][QLatin1String("threshold")][QLatin1String("color")].toString(QStringLiteral("red"));
            use.chosen = true;
            break;
        }
        if (!isKnownUse(use.key))
            use.key.clear();
        uses.push_back(use);
    }
    return uses;
}

void addThreshold(FieldConfig &config, double from, const QString &color)
{
    if (config.thresholds.steps.empty())
        config.thresholds.steps.push_back({-std::numeric_limits<double>::infinity(), false, QStringLiteral("green"), State::Healthy});
    config.thresholds.steps.push_back({from, false, color, stateOfColor(color)});
    std::stable_sort(config.thresholds.steps.begin(), config.thresholds.steps.end(), [](const ThresholdStep &a, const ThresholdStep &b) { return a.from < b.from; });
}

/// Sets one property from a value of the data.
void applyValue(FieldConfig &config, const Use &use, const QString &text, std::optional<double> number)
{
    if (use.key == u"min")
        config.minimum = number ? number : config.minimum;
    else if (use.key == u"max")
        config.maximum = number ? number : config.maximum;
    else if (use.key == u"unit")
        config.unit = {text};
    else if (use.key == u"displayName")
        config.displayName = text;
    else if (use.key == u"color")
        config.color = {QStringLiteral("fixed"), text, {}};
    else if (use.key == u"decimals" && number && *number >= 0 && *number <= 15)
        config.decimals = int(*number);
    else if (use.key == u"threshold1" && number)
        addThreshold(config, *number, use.color);
}

std::optional<double> numberAt(const Field &field, size_t row)
{
    if (isMissing(field, row))
        return std::nullopt;
    return field.isText() ? numberOf(field.text(row)) : std::optional(field.number(row));
}

/// Values, texts and colours of mappings stand in columns of the data.
void applyMappings(FieldConfig &config, const Frame &frame, const std::vector<Use> &uses)
{
    const Field *columns[3] = {};
    const char16_t *keys[] = {u"mappings.value", u"mappings.text", u"mappings.color"};
    for (size_t i = 0; i < uses.size(); ++i)
        for (size_t key = 0; key < 3; ++key)
            if (uses[i].key == QStringView(keys[key]))
                columns[key] = &frame.fields[i];
    if (!columns[0])
        return;
    constexpr size_t mostMappings = 2'000;
    for (size_t row = 0; row < columns[0]->size() && row < mostMappings; ++row) {
        ValueMapping mapping;
        mapping.match = cellText(*columns[0], row);
        mapping.text = columns[1] ? cellText(*columns[1], row) : QString();
        mapping.color = columns[2] ? cellText(*columns[2], row) : QString();
        if (!mapping.match.isNull())
            config.mappings.push_back(mapping);
    }
}

/// The name and the value of each row: as chosen, else the first text and the first number.
size_t fieldUsedAs(const Frame &frame, std::vector<Use> &uses, const QString &key, FieldType type)
{
    size_t first = noRow;
    for (size_t i = 0; i < uses.size(); ++i) {
        if (uses[i].key == key)
            return i;
        if (first == noRow && !uses[i].chosen && uses[i].key.isEmpty() && frame.fields[i].type == type)
            first = i;
    }
    if (first != noRow)
        uses[first].key = key;
    return first;
}

Frame rowsAsFields(const Frame &frame, const QJsonArray &mappings)
{
    std::vector<Use> uses = usesOf(frame, mappings);
    const size_t nameAt = fieldUsedAs(frame, uses, QStringLiteral("field.name"), FieldType::String);
    const size_t valueAt = fieldUsedAs(frame, uses, QStringLiteral("field.value"), FieldType::Number);
    if (nameAt == noRow || valueAt == noRow)
        return frame;
    const FieldNames names(std::span(&frame, 1));
    Frame result;
    result.refId = frame.refId;
    for (size_t row = 0; row < frame.rows(); ++row) {
        result.cut = row >= mostColumns;
        if (result.cut)
            break;
        Field field = picked(frame.fields[valueAt], {row});
        field.name = cellText(frame.fields[nameAt], row);
        field.labels = frame.fields[nameAt].labels;
        field.legend.clear();
        field.displayName.clear();
        field.config = {};
        for (size_t i = 0; i < uses.size(); ++i) {
            if (isMissing(frame.fields[i], row))
                continue;
            if (uses[i].key.isEmpty() || uses[i].key == u"field.label")
                field.labels.set(names.of(frame.fields[i], frame), cellText(frame.fields[i], row));
            else
                applyValue(field.config, uses[i], cellText(frame.fields[i], row), numberAt(frame.fields[i], row));
        }
        result.fields.push_back(std::move(field));
    }
    return result;
}

/// Everything the configuring frame says, each of its fields as the one value that its reducer leaves.
void configure(FieldConfig &config, const Frame &source, const std::vector<Use> &uses)
{
    for (size_t i = 0; i < uses.size(); ++i) {
        if (uses[i].key.isEmpty() || uses[i].key.startsWith(u"mappings."))
            continue;
        const Reduction value = reduction(source.fields[i], uses[i].reducer.isEmpty() ? QStringLiteral("lastNotNull") : uses[i].reducer);
        const bool isText = value.type == FieldType::String;
        if (isText ? value.text.isNull() : std::isnan(value.number))
            continue;
        const Field cell = isText ? textField({}, {value.text}) : numberField({}, {value.number}, value.type);
        applyValue(config, uses[i], cellText(cell, 0), numberAt(cell, 0));
    }
    applyMappings(config, source, uses);
}

} // namespace

Frames rowsToFields(Frames frames, const StepOptions &options)
{
    for (Frame &frame : frames)
        frame = rowsAsFields(frame, options[QLatin1String("mappings")].toArray());
    return frames;
}

Frames configFromData(Frames frames, const StepOptions &options)
{
    const QString refId = options[QLatin1String("configRefId")].toString(QStringLiteral("config"));
    const auto found = std::find_if(frames.begin(), frames.end(), [&refId](const Frame &frame) { return frame.refId == refId; });
    if (found == frames.end())
        return frames;
    const Frame source = *found;
    const std::vector<Use> uses = usesOf(source, options[QLatin1String("mappings")].toArray());
    const QJsonValue applyTo = options[QLatin1String("applyTo")];
    const FieldSelection selection(applyTo.isObject() ? fieldMatcher(applyTo[QLatin1String("id")].toString(), applyTo[QLatin1String("options")])
                                                      : fieldMatcher(QStringLiteral("numeric"), {}));
    const FieldNames names(frames);
    for (Frame &frame : frames) {
        std::vector<size_t> meant;
        for (size_t i = 0; i < frame.fields.size(); ++i)
            if (selection.matches(frame.fields[i], frame, names.of(frame.fields[i], frame)))
                meant.push_back(i);
        for (const size_t i : meant)
            configure(frame.fields[i].config, source, uses);
    }
    if (frames.size() > 1)
        frames.erase(found);
    return frames;
}

} // namespace Watchfloor::Steps
