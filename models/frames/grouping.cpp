#include "models/frames/fieldmatcher.h"
#include "models/frames/reducer.h"
#include "models/frames/steps.h"

#include <QHash>

namespace Watchfloor::Steps {

namespace {

using Rows = std::vector<size_t>;
using FieldsOf = std::vector<const Field *>;

/// The rows of each group, groups in the order in which they first come.
std::vector<Rows> groupsOf(const Frame &frame, const FieldsOf &keys)
{
    QHash<QString, size_t> places;
    std::vector<Rows> groups;
    for (size_t row = 0; row < frame.rows(); ++row) {
        QString key;
        for (const Field *field : keys)
            appendKey(key, *field, row);
        const auto found = places.constFind(key);
        if (found == places.constEnd()) {
            places.insert(key, groups.size());
            groups.push_back({row});
        } else {
            groups[*found].push_back(row);
        }
    }
    return groups;
}

/// The key itself, once a group.
Field keyField(const Field &field, const std::vector<Rows> &groups)
{
    Rows firsts;
    for (const Rows &group : groups)
        firsts.push_back(group.front());
    Field result = picked(field, firsts);
    result.labels = {};
    return result;
}

FieldType typeAfter(const QString &reducer, FieldType type)
{
    if (reducer == u"allIsNull" || reducer == u"allIsZero")
        return FieldType::Boolean;
    if (reducer == u"allValues" || reducer == u"uniqueValues")
        return FieldType::String;
    return reducer == u"count" || reducer == u"countAll" || reducer == u"distinctCount" || reducer == u"changeCount" ? FieldType::Number : type;
}

Field aggregated(const Field &field, const QString &shown, const QString &reducer, const std::vector<Rows> &groups)
{
    Field result;
    result.name = shown + QStringLiteral(" (") + reducer + u')';
    result.type = typeAfter(reducer, field.type);
    result.refId = field.refId;
    std::vector<double> numbers;
    for (const Rows &group : groups) {
        const Reduction value = reduction(valuesOf(field, group), reducer);
        if (result.isText())
            result.texts.push_back(value.type == FieldType::String ? value.text : cellText(numberField({}, {value.number}), 0));
        else
            numbers.push_back(value.number);
    }
    if (!result.isText())
        result.numbers = std::make_shared<const std::vector<double>>(std::move(numbers));
    return result;
}

/// What is asked of a field: to group by it, or to calculate, and what it is called there.
struct Rule
{
    bool groups = false;
    QStringList reducers;
    QString name;
};

Rule ruleIn(const QJsonValue &options)
{
    constexpr qsizetype mostReducers = 50;
    const QString operation = options[QLatin1String("operation")].toString();
    Rule rule;
    rule.groups = operation == u"groupby";
    if (operation == u"aggregate")
        for (const QJsonValue &reducer : options[QLatin1String("aggregations")].toArray())
            if (isKnownReducer(reducer.toString()) && rule.reducers.size() < mostReducers)
                rule.reducers << reducer.toString();
    // A key can be counted too.
    const QJsonArray aggregations = options[QLatin1String("aggregations")].toArray();
    if (rule.groups && aggregations.size() == 1 && aggregations[0].toString() == u"count")
        rule.reducers << QStringLiteral("count");
    return rule;
}

/// Rules by name, or in the newer way by matchers; the first matcher that fits counts.
class GroupRules
{
public:
    /// Among several frames a field is called by its configuration or its own name, alone as it is shown.
    GroupRules(const StepOptions &options, bool several) : m_byName(options[QLatin1String("fields")].toObject()), m_keys(keysIn(m_byName)), m_several(several)
    {
        for (const QJsonValue &entry : options[QLatin1String("rules")].toArray()) {
            const QJsonValue matcher = entry[QLatin1String("matcher")];
            m_matchers.push_back({FieldSelection(fieldMatcher(matcher[QLatin1String("id")].toString(), matcher[QLatin1String("options")])), ruleIn(entry)});
        }
    }

    bool groupByAnything() const
    {
        const auto groups = [](const QJsonValue &value) { return ruleIn(value).groups; };
        return std::any_of(m_byName.begin(), m_byName.end(), groups)
               || std::any_of(m_matchers.begin(), m_matchers.end(), [](const auto &each) { return each.second.groups; });
    }

    Rule of(const Field &field, const Frame &frame, const QString &shown) const
    {
        const QString own = !m_several ? shown : field.config.displayName.isEmpty() ? field.name : field.config.displayName;
        const auto found = std::find_if(m_matchers.begin(), m_matchers.end(), [&](const auto &each) { return each.first.matches(field, frame, shown); });
        Rule rule = found != m_matchers.end() ? found->second : ruleIn(m_byName[m_byName.contains(own) ? own : field.name]);
        rule.groups = found != m_matchers.end() ? rule.groups : m_keys.matches(field, frame, shown);
        rule.name = own;
        return rule;
    }

private:
    static FieldSelection keysIn(const QJsonObject &byName)
    {
        QStringList names;
        for (auto entry = byName.begin(); entry != byName.end(); ++entry)
            if (ruleIn(*entry).groups)
                names << entry.key();
        return FieldSelection(names);
    }

    QJsonObject m_byName;
    FieldSelection m_keys;
    bool m_several;
    std::vector<std::pair<FieldSelection, Rule>> m_matchers;
};

/// A table of the group's rows with the fields that nothing was asked of.
Field nestedField(const Frame &frame, const std::vector<Rule> &rules, const std::vector<Rows> &groups)
{
    Field field;
    field.name = QStringLiteral("__nestedFrames");
    field.type = FieldType::Other;
    for (const Rows &group : groups) {
        auto table = std::make_shared<Frame>();
        table->refId = frame.refId;
        for (size_t i = 0; i < frame.fields.size(); ++i)
            if (!rules[i].groups && rules[i].reducers.isEmpty())
                table->fields.push_back(picked(frame.fields[i], group));
        field.frames.push_back(std::move(table));
        field.texts.push_back(QString());
    }
    return field;
}

Frames grouped(const Frames &frames, const GroupRules &groupRules, bool nested)
{
    const FieldNames names(frames);
    Frames result;
    for (const Frame &frame : frames) {
        std::vector<Rule> rules;
        for (const Field &field : frame.fields)
            rules.push_back(groupRules.of(field, frame, names.of(field, frame)));
        FieldsOf keys;
        for (size_t i = 0; i < rules.size(); ++i)
            if (rules[i].groups)
                keys.push_back(&frame.fields[i]);
        if (keys.empty())
            continue;
        const std::vector<Rows> groups = groupsOf(frame, keys);
        Frame table;
        table.refId = frame.refId;
        table.cut = frame.cut;
        for (const Field *key : keys)
            table.fields.push_back(keyField(*key, groups));
        for (size_t i = 0; i < rules.size(); ++i)
            for (const QString &reducer : rules[i].reducers)
                table.fields.push_back(aggregated(frame.fields[i], rules[i].name, reducer, groups));
        if (nested)
            table.fields.push_back(nestedField(frame, rules, groups));
        result.push_back(std::move(table));
    }
    return result;
}

const Field *fieldCalled(const Frame &frame, const QString &name)
{
    const FieldNames names(std::span(&frame, 1));
    const FieldSelection selection(QStringList{name});
    const auto found = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &field) { return selection.matches(field, frame, names.of(field, frame)); });
    return found == frame.fields.end() ? nullptr : &*found;
}

/// The different values of a field and which of them each row has.
struct Different
{
    Rows firstRows;
    Rows placeOfRow;
};

Different differentValues(const Field &field)
{
    Different different;
    QHash<QString, size_t> places;
    for (size_t row = 0; row < field.size(); ++row) {
        const QString key = cellKey(field, row);
        if (!places.contains(key)) {
            places.insert(key, different.firstRows.size());
            different.firstRows.push_back(row);
        }
        different.placeOfRow.push_back(places.value(key));
    }
    return different;
}

QString orDefault(const QString &text, const char16_t *fallback)
{
    return text.isEmpty() ? QString::fromUtf16(fallback) : text;
}

/// A matrix' cell that no row is for.
Field withEmptyCells(Field field, const std::vector<size_t> &rows, const QString &empty)
{
    if (empty.isEmpty() || empty == u"null")
        return field;
    auto numbers = field.numbers ? std::make_shared<std::vector<double>>(*field.numbers) : nullptr;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] != noRow)
            continue;
        if (field.isText())
            field.texts[i] = empty == u"empty" ? QStringLiteral("") : empty == u"zero" ? QStringLiteral("0") : empty;
        else if (empty == u"zero" || empty == u"true" || empty == u"false")
            (*numbers)[i] = empty == u"true" ? 1 : 0;
    }
    if (numbers)
        field.numbers = numbers;
    return field;
}

/// The name of a part by its values: "api", "job=api zone=b".
QString partName(const Frame &frame, const FieldsOf &keys, size_t row, const QJsonValue &naming)
{
    QStringList parts;
    for (const Field *key : keys) {
        const QString text = cellText(*key, row);
        parts << (naming[QLatin1String("withNames")].toBool() ? key->name + naming[QLatin1String("separator1")].toString(QStringLiteral("=")) + text : text);
    }
    const QString name = parts.join(naming[QLatin1String("separator2")].toString(QStringLiteral(" ")));
    return naming[QLatin1String("append")].toBool() && !frame.name.isEmpty() ? frame.name + u' ' + name : name;
}

/// The rows of one combination of values, as a frame that is told from the others by labels or by its name.
Frame partOf(const Frame &frame, const FieldsOf &keys, const Rows &rows, const StepOptions &options)
{
    const QJsonValue naming = options[QLatin1String("naming")];
    const bool asLabels = naming[QLatin1String("asLabels")].toBool(true);
    Frame part;
    part.refId = frame.refId;
    part.name = asLabels ? frame.name : partName(frame, keys, rows.front(), naming);
    for (const Field &source : frame.fields) {
        if (std::find(keys.begin(), keys.end(), &source) != keys.end() && !options[QLatin1String("keepFields")].toBool())
            continue;
        Field field = picked(source, rows);
        for (const Field *key : keys)
            if (asLabels)
                field.labels.set(key->name, cellText(*key, rows.front()));
        field.displayName.clear();
        // A name that was given would be the same in all parts.
        const QString given = field.config.displayName.isEmpty() ? field.legend : field.config.displayName;
        if (!given.isEmpty())
            field.name = given;
        field.config.displayName.clear();
        field.legend.clear();
        part.fields.push_back(std::move(field));
    }
    return part;
}

} // namespace

Frames groupBy(Frames frames, const StepOptions &options)
{
    const GroupRules rules(options, frames.size() > 1);
    return rules.groupByAnything() ? grouped(frames, rules, false) : frames;
}

Frames groupToNestedTable(Frames frames, const StepOptions &options)
{
    const GroupRules rules(options, frames.size() > 1);
    return rules.groupByAnything() ? grouped(frames, rules, true) : frames;
}

Frames groupingToMatrix(Frames frames, const StepOptions &options)
{
    if (frames.size() != 1)
        return frames;
    const Frame &frame = frames.front();
    const QString columnName = orDefault(options.text(QLatin1String("columnField")), u"Time");
    const QString rowName = orDefault(options.text(QLatin1String("rowField")), u"Time");
    const Field *columnKey = fieldCalled(frame, columnName);
    const Field *rowKey = fieldCalled(frame, rowName);
    const Field *value = fieldCalled(frame, orDefault(options.text(QLatin1String("valueField")), u"Value"));
    if (!columnKey || !rowKey || !value)
        return frames;
    const Different columns = differentValues(*columnKey);
    const Different rows = differentValues(*rowKey);
    const size_t width = std::min({columns.firstRows.size(), mostColumns - 1, mostCells / std::max<size_t>(rows.firstRows.size(), 1)});
    std::vector<Rows> cells(width, Rows(rows.firstRows.size(), noRow));
    for (size_t row = 0; row < value->size(); ++row)
        if (columns.placeOfRow[row] < width)
            cells[columns.placeOfRow[row]][rows.placeOfRow[row]] = row;
    Frame matrix;
    matrix.refId = QStringLiteral("groupingToMatrix-") + frame.refId;
    matrix.cut = width < columns.firstRows.size();
    Field titles = picked(*rowKey, rows.firstRows);
    titles.name = rowName + u'\\' + columnName;
    titles.labels = {};
    matrix.fields.push_back(std::move(titles));
    const QString empty = options.text(QLatin1String("emptyValue"));
    for (size_t column = 0; column < width; ++column) {
        Field field = withEmptyCells(picked(*value, cells[column]), cells[column], value->isText() && empty.isEmpty() ? QStringLiteral("empty") : empty);
        field.name = cellText(*columnKey, columns.firstRows[column]);
        field.labels = {};
        field.config.displayName.clear();
        if (!columnKey->isText())
            field.legend.clear();
        matrix.fields.push_back(std::move(field));
    }
    return {std::move(matrix)};
}

Frames partitionByValues(Frames frames, const StepOptions &options)
{
    QStringList wanted;
    for (const QJsonValue &name : options[QLatin1String("fields")].toArray())
        wanted << name.toString();
    if (wanted.isEmpty() || frames.empty())
        return frames;
    const Frame &frame = frames.front();
    const FieldSelection selection(wanted);
    const FieldNames names(std::span(&frame, 1));
    FieldsOf keys;
    for (const Field &field : frame.fields)
        if (selection.matches(field, frame, names.of(field, frame)))
            keys.push_back(&field);
    if (keys.empty())
        return {frame};
    Frames result;
    for (const Rows &group : groupsOf(frame, keys))
        result.push_back(partOf(frame, keys, group, options));
    return result;
}

} // namespace Watchfloor::Steps
