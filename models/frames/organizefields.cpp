#include "models/frames/fieldmatcher.h"
#include "models/frames/roworder.h"
#include "models/frames/steps.h"

#include <algorithm>

namespace Watchfloor::Steps {

namespace {

using Selection = std::optional<FieldSelection>;

/// Fields that are excluded go; with something to include only that stays. A frame without fields goes with them.
Frames selected(Frames frames, const Selection &include, const Selection &exclude)
{
    if (!include && !exclude)
        return frames;
    const FieldNames names(frames);
    Frames result;
    for (Frame &frame : frames) {
        std::vector<bool> kept;
        for (const Field &field : frame.fields) {
            const QString name = names.of(field, frame);
            kept.push_back(!(exclude && exclude->matches(field, frame, name)) && (!include || include->matches(field, frame, name)));
        }
        std::vector<Field> fields;
        for (size_t i = 0; i < kept.size(); ++i)
            if (kept[i])
                fields.push_back(frame.fields[i]);
        if (fields.empty())
            continue;
        frame.fields = std::move(fields);
        result.push_back(std::move(frame));
    }
    return result;
}

/// The names that are set to true.
Selection namesChosen(const QJsonValue &choices)
{
    const QJsonObject object = choices.toObject();
    QStringList names;
    for (auto choice = object.begin(); choice != object.end(); ++choice)
        if (choice->toBool())
            names << choice.key();
    return names.isEmpty() ? Selection() : Selection(FieldSelection(names));
}

QStringList namesIn(const QString &variable)
{
    // Several values come in braces.
    const bool braced = variable.startsWith(u'{') && variable.endsWith(u'}');
    return (braced ? variable.mid(1, variable.size() - 2) : variable).split(u',');
}

Selection namesOrPattern(const QJsonValue &options, bool byVariable, const StepOptions &step)
{
    if (!options.isObject())
        return {};
    const QString variable = options[QLatin1String("variable")].toString();
    if (byVariable && !variable.isEmpty())
        return FieldSelection(namesIn(step.filled(variable)));
    const QJsonArray names = options[QLatin1String("names")].toArray();
    const QString pattern = step.filled(options[QLatin1String("pattern")].toString());
    if (names.isEmpty() && pattern.isEmpty())
        return {};
    const QJsonObject both{{QStringLiteral("names"), names}, {QStringLiteral("pattern"), pattern}};
    return FieldSelection(fieldMatcher(QStringLiteral("byRegexpOrNames"), both));
}

Selection matcherIn(const QJsonValue &config)
{
    return config.isObject() ? Selection(FieldSelection(fieldMatcher(config[QLatin1String("id")].toString(), config[QLatin1String("options")]))) : Selection();
}

template <typename Less>
void orderFields(Frame &frame, Less less)
{
    std::vector<size_t> places(frame.fields.size());
    for (size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    std::stable_sort(places.begin(), places.end(), less);
    std::vector<Field> fields;
    for (const size_t place : places)
        fields.push_back(std::move(frame.fields[place]));
    frame.fields = std::move(fields);
}

void orderByIndex(Frames &frames, const QJsonObject &indexes)
{
    if (indexes.isEmpty())
        return;
    const FieldNames names(frames);
    for (Frame &frame : frames) {
        std::vector<double> index;
        for (const Field &field : frame.fields) {
            const QJsonValue value = indexes[names.of(field, frame)];
            index.push_back(value.isDouble() ? value.toDouble() : std::numeric_limits<double>::max());
        }
        orderFields(frame, [&index](size_t a, size_t b) { return index[a] < index[b]; });
    }
}

/// One rule of the automatic order: by a label's value, or without a label by name.
struct AutoOrder
{
    QString label;
    bool descending = false;
};

std::vector<AutoOrder> autoOrders(const StepOptions &options)
{
    std::vector<AutoOrder> orders;
    for (const QJsonValue &rule : options[QLatin1String("orderBy")].toArray())
        orders.push_back({rule[QLatin1String("type")].toString() == u"label" ? rule[QLatin1String("name")].toString() : QString(), rule[QLatin1String("desc")].toBool()});
    return orders;
}

/// The first time comes first whatever the rules say; then the first rule that tells fields apart counts.
void orderByRules(Frame &frame, const FieldNames &names, const std::vector<AutoOrder> &orders)
{
    QStringList shown;
    for (const Field &field : frame.fields)
        shown << names.of(field, frame);
    const Field *time = frame.time();
    const size_t timeAt = time ? size_t(time - frame.fields.data()) : noRow;
    orderFields(frame, [&](size_t a, size_t b) {
        if (a == timeAt || b == timeAt)
            return a == timeAt && b != timeAt;
        for (const AutoOrder &order : orders) {
            const auto text = [&](size_t place) { return order.label.isEmpty() ? shown[qsizetype(place)] : frame.fields[place].labels.value(order.label); };
            const int compared = comparedNaturally(text(a), text(b)) * (order.descending ? -1 : 1);
            if (compared != 0)
                return compared < 0;
        }
        return false;
    });
}

} // namespace

Frames organize(Frames frames, const StepOptions &options)
{
    frames = selected(std::move(frames), namesChosen(options[QLatin1String("includeByName")]), namesChosen(options[QLatin1String("excludeByName")]));
    return rename(order(std::move(frames), options), options);
}

Frames order(Frames frames, const StepOptions &options)
{
    if (options.text(QLatin1String("orderByMode")) != u"auto") {
        orderByIndex(frames, options[QLatin1String("indexByName")].toObject());
        return frames;
    }
    const std::vector<AutoOrder> orders = autoOrders(options);
    const FieldNames names(frames);
    for (Frame &frame : frames)
        orderByRules(frame, names, orders);
    return frames;
}

Frames rename(Frames frames, const StepOptions &options)
{
    const QJsonObject newNames = options[QLatin1String("renameByName")].toObject();
    if (newNames.isEmpty())
        return frames;
    for (Frame &frame : frames) {
        const FieldNames names(std::span(&frame, 1));
        // All names are found before any is changed: names of equal fields depend on each other.
        QStringList found;
        for (const Field &field : frame.fields)
            found << newNames[names.of(field, frame)].toString();
        for (size_t i = 0; i < frame.fields.size(); ++i)
            if (!found[qsizetype(i)].isEmpty())
                frame.fields[i].config.displayName = found[qsizetype(i)];
    }
    return frames;
}

Frames renameByRegex(Frames frames, const StepOptions &options)
{
    const QJsonValue regex = options[QLatin1String("regex")];
    const QJsonValue replacement = options[QLatin1String("renamePattern")];
    const Pattern pattern(regex.toString(QStringLiteral("(.*)")));
    for (Frame &frame : frames) {
        const FieldNames names(std::span(&frame, 1));
        QStringList found;
        for (const Field &field : frame.fields)
            found << names.of(field, frame);
        for (size_t i = 0; i < frame.fields.size(); ++i)
            if (const QString &name = found[qsizetype(i)]; pattern.matches(name))
                frame.fields[i].config.displayName = pattern.replaced(name, replacement.toString(QStringLiteral("$1")));
    }
    return frames;
}

Frames filterFieldsByName(Frames frames, const StepOptions &options)
{
    const bool byVariable = options[QLatin1String("byVariable")].toBool();
    return selected(std::move(frames), namesOrPattern(options[QLatin1String("include")], byVariable, options),
                    namesOrPattern(options[QLatin1String("exclude")], byVariable, options));
}

Frames filterFields(Frames frames, const StepOptions &options)
{
    return selected(std::move(frames), matcherIn(options[QLatin1String("include")]), matcherIn(options[QLatin1String("exclude")]));
}

Frames filterByRefId(Frames frames, const StepOptions &options)
{
    const QString include = options.text(QLatin1String("include"));
    const QString exclude = options.text(QLatin1String("exclude"));
    const QuerySelection included(include);
    const QuerySelection excluded(exclude);
    std::erase_if(frames, [&](const Frame &frame) {
        return (!exclude.isEmpty() && excluded.matches(frame.refId)) || (!include.isEmpty() && !included.matches(frame.refId));
    });
    return frames;
}

Frames filterFrames(Frames frames, const StepOptions &options)
{
    const auto matches = [](const QJsonValue &matcher, const Frame &frame) {
        const QString text = matcher[QLatin1String("options")].toString();
        if (matcher[QLatin1String("id")].toString() == u"byRefId")
            return QuerySelection(text).matches(frame.refId);
        return matcher[QLatin1String("id")].toString() == u"byName" && Pattern(text).matches(frame.name);
    };
    const QJsonValue include = options[QLatin1String("include")];
    const QJsonValue exclude = options[QLatin1String("exclude")];
    std::erase_if(frames, [&](const Frame &frame) { return (exclude.isObject() && matches(exclude, frame)) || (include.isObject() && !matches(include, frame)); });
    return frames;
}

} // namespace Watchfloor::Steps
