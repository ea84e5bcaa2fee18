#include "models/frames/fieldmatcher.h"
#include "models/frames/reducer.h"
#include "models/frames/steps.h"

#include <cmath>

namespace Watchfloor::Steps {

namespace {

constexpr qsizetype mostReducers = 200;

QStringList reducersIn(const StepOptions &options)
{
    const QJsonValue value = options[QLatin1String("reducers")];
    QStringList reducers;
    for (const QJsonValue &reducer : value.toArray())
        if (isKnownReducer(reducer.toString()) && reducers.size() < mostReducers)
            reducers << reducer.toString();
    return value.isUndefined() ? QStringList{QStringLiteral("max")} : reducers;
}

FieldSelection selectionIn(const StepOptions &options, bool reduceFields)
{
    const QJsonValue fields = options[QLatin1String("fields")];
    if (fields.isObject())
        return FieldSelection(fieldMatcher(fields[QLatin1String("id")].toString(), fields[QLatin1String("options")]));
    if (reduceFields && options[QLatin1String("includeTimeField")].toBool())
        return FieldSelection(fieldMatcher(QStringLiteral("alwaysMatch"), {}));
    const QJsonObject time{{QStringLiteral("id"), QStringLiteral("time")}};
    return FieldSelection(fieldMatcher(QStringLiteral("invertMatch"), time));
}

void add(Column &column, const Reduction &value)
{
    if (value.type == FieldType::String) {
        if (value.text.isNull())
            column.addMissing();
        else
            column.addText(value.text);
    } else if (std::isnan(value.number)) {
        column.addMissing();
    } else {
        column.addNumber(value.number, value.type);
    }
}

/// One row a field: its name, its labels where they are asked for, and a column a calculation.
Frame seriesToRowsReduced(const Frames &frames, const FieldSelection &selection, const QStringList &reducers, bool withLabels)
{
    const FieldNames names(frames);
    const QStringList labels = withLabels ? labelNamesOf(frames) : QStringList();
    std::vector<QString> fieldNames;
    std::vector<std::vector<QString>> labelTexts(size_t(labels.size()));
    std::vector<Column> values(size_t(reducers.size()));
    Frame result;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            const QString name = names.of(field, frame);
            if (!selection.matches(field, frame, name))
                continue;
            fieldNames.push_back(withLabels ? field.name : name);
            for (qsizetype i = 0; i < labels.size(); ++i)
                labelTexts[size_t(i)].push_back(field.labels.contains(labels[i]) ? field.labels.value(labels[i]) : QString());
            for (qsizetype i = 0; i < reducers.size(); ++i)
                add(values[size_t(i)], reduction(field, reducers[i]));
        }
    }
    result.refId = frames.empty() ? QString() : frames.front().refId;
    result.fields.push_back(textField(QStringLiteral("Field"), std::move(fieldNames)));
    for (qsizetype i = 0; i < labels.size(); ++i)
        result.fields.push_back(textField(labels[i], std::move(labelTexts[size_t(i)])));
    for (qsizetype i = 0; i < reducers.size(); ++i) {
        Field field = numberField(reducerName(reducers[i]), {});
        values[size_t(i)].moveTo(field);
        result.fields.push_back(std::move(field));
    }
    return result;
}

/// The same fields, each with one row a calculation.
Frames fieldsReduced(const Frames &frames, const FieldSelection &selection, const QStringList &reducers)
{
    const FieldNames names(frames);
    Frames result;
    for (const Frame &frame : frames) {
        Frame reducedFrame;
        reducedFrame.refId = frame.refId;
        reducedFrame.name = frame.name;
        for (const Field &field : frame.fields) {
            if (!selection.matches(field, frame, names.of(field, frame)))
                continue;
            for (const QString &reducer : reducers) {
                Field copy = withoutValues(field);
                copy.displayName.clear();
                Column column;
                add(column, reduction(field, reducer));
                column.moveTo(copy);
                if (reducers.size() > 1)
                    copy.labels.set(QStringLiteral("reducer"), reducerName(reducer));
                reducedFrame.fields.push_back(std::move(copy));
            }
        }
        if (!reducedFrame.fields.empty())
            result.push_back(std::move(reducedFrame));
    }
    return result;
}

} // namespace

Frames reduce(Frames frames, const StepOptions &options)
{
    const QStringList reducers = reducersIn(options);
    if (reducers.isEmpty())
        return frames;
    const bool reduceFields = options.text(QLatin1String("mode")) == u"reduceFields";
    const FieldSelection selection = selectionIn(options, reduceFields);
    if (reduceFields)
        return fieldsReduced(frames, selection, reducers);
    if (frames.empty())
        return frames;
    return {seriesToRowsReduced(frames, selection, reducers, options[QLatin1String("labelsToFields")].toBool())};
}

} // namespace Watchfloor::Steps
