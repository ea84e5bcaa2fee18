#include "models/frames/joins.h"
#include "models/frames/roworder.h"

#include <map>
#include <set>

namespace Watchfloor::Steps {

namespace {

/// Fields of a wide frame that have the same labels stand in one row of the long one.
struct LongShape
{
    const Field *time = nullptr;
    std::map<Labels, std::vector<const Field *>> byLabels;
    std::set<QString> values;
    std::set<QString> factors;
    std::map<QString, const Field *> factorFields;
};

LongShape shapeOf(const Frame &frame)
{
    LongShape shape;
    std::map<QString, FieldType> types;
    for (const Field &field : frame.fields) {
        if (field.type == FieldType::String || field.type == FieldType::Boolean) {
            shape.factorFields.try_emplace(field.name, &field);
            shape.factors.insert(field.name);
        } else if (field.type == FieldType::Time && !shape.time) {
            shape.time = &field;
        } else if (types.try_emplace(field.name, field.type).first->second == field.type) {
            shape.values.insert(field.name);
            shape.byLabels[field.labels].push_back(&field);
            for (const auto &[name, value] : field.labels)
                shape.factors.insert(name);
        }
    }
    return shape;
}

void addLongRow(std::map<QString, Column> &columns, const LongShape &shape, const Labels &labels, const std::vector<const Field *> &fields, size_t row)
{
    for (const QString &name : shape.values) {
        const auto found = std::find_if(fields.begin(), fields.end(), [&name](const Field *field) { return field->name == name; });
        if (found == fields.end())
            columns[name].addMissing();
        else
            columns[name].add(**found, row);
    }
    for (const QString &name : shape.factors) {
        const auto field = shape.factorFields.find(name);
        if (labels.contains(name))
            columns[name].addText(labels.value(name));
        else if (field != shape.factorFields.end() && !isMissing(*field->second, row))
            columns[name].addText(cellText(*field->second, row));
        else
            columns[name].addMissing();
    }
}

std::optional<Frame> longFrame(const Frame &frame)
{
    const LongShape shape = shapeOf(frame);
    if (!shape.time)
        return std::nullopt;
    Frame result;
    result.refId = frame.refId;
    result.name = frame.name;
    Column times;
    std::map<QString, Column> columns;
    for (const size_t row : rowsInOrder(*shape.time, false)) {
        for (const auto &[labels, fields] : shape.byLabels) {
            result.cut = (times.size() + 1) * (1 + shape.values.size() + shape.factors.size()) > mostCells;
            if (result.cut)
                break;
            times.addNumber(shape.time->number(row), FieldType::Time);
            addLongRow(columns, shape, labels, fields, row);
        }
    }
    Field time = withoutValues(*shape.time);
    times.moveTo(time);
    result.fields.push_back(std::move(time));
    for (const std::set<QString> *names : {&shape.values, &shape.factors}) {
        for (const QString &name : *names) {
            Field field = names == &shape.values ? numberField(name, {}) : textField(name, {});
            columns[name].moveTo(field);
            result.fields.push_back(std::move(field));
        }
    }
    return result;
}

Frames longFrames(const Frames &frames)
{
    Frames result;
    for (const Frame &frame : frames)
        if (std::optional<Frame> made = longFrame(frame))
            result.push_back(std::move(*made));
    return result;
}

/// A frame of time and value for each value and each combination of the texts beside it.
void addSeries(Frames &result, const Frame &frame, const Field &value, const std::vector<const Field *> &texts)
{
    std::map<std::vector<QString>, std::vector<size_t>> rows;
    std::vector<const std::vector<size_t> *> inOrder;
    std::vector<const std::vector<QString> *> keys;
    for (size_t row = 0; row < frame.rows(); ++row) {
        if (isMissing(value, row) || isMissing(frame.fields[0], row))
            continue;
        std::vector<QString> key;
        for (const Field *field : texts)
            key.push_back(field->text(row));
        const auto [place, isNew] = rows.try_emplace(std::move(key));
        if (isNew) {
            inOrder.push_back(&place->second);
            keys.push_back(&place->first);
        }
        place->second.push_back(row);
    }
    for (size_t i = 0; i < inOrder.size(); ++i) {
        Frame series;
        series.refId = frame.refId;
        series.name = frame.name;
        series.fields = {picked(frame.fields[0], *inOrder[i]), picked(value, *inOrder[i])};
        for (size_t label = 0; label < texts.size(); ++label)
            series.fields[1].labels.set(texts[label]->name, (*keys[i])[label]);
        result.push_back(std::move(series));
    }
}

Frames manyFrames(const Frames &frames)
{
    Frames result;
    for (const Frame &frame : longFrames(frames)) {
        std::vector<const Field *> texts;
        for (const Field &field : frame.fields)
            if (field.type == FieldType::String)
                texts.push_back(&field);
        for (const Field &field : frame.fields)
            if (field.isNumeric())
                addSeries(result, frame, field, texts);
    }
    return result;
}

} // namespace

Frames prepareTimeSeries(Frames frames, const StepOptions &options)
{
    const QString format = options.text(QLatin1String("format"));
    if (format == u"many" || format == u"multi")
        return manyFrames(frames);
    if (format == u"long")
        return longFrames(frames);
    if (frames.size() < 2)
        return frames;
    // Rows of series whose texts tell them apart are series of their own first.
    const bool anyText = std::any_of(frames.begin(), frames.end(), [](const Frame &frame) {
        return std::any_of(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.type == FieldType::String; });
    });
    if (anyText)
        frames = manyFrames(frames);
    std::optional<Frame> joined = joinedFrames(frames, FieldSelection(fieldMatcher(QStringLiteral("firstTimeField"), {})), JoinMode::Outer);
    return joined ? Frames{std::move(*joined)} : Frames();
}

} // namespace Watchfloor::Steps
