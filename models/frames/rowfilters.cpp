#include "models/frames/fieldnames.h"
#include "models/frames/pattern.h"
#include "models/frames/roworder.h"
#include "models/frames/steps.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace Watchfloor::Steps {

namespace {

/// One condition on a field's value.
class ValueMatcher
{
public:
    ValueMatcher(const QString &id, const QJsonValue &options, const StepOptions &step)
        : m_id(id)
        , m_value(read(options[QLatin1String("value")], step, id != u"regex"))
        , m_from(read(options[QLatin1String("from")], step, true))
        , m_to(read(options[QLatin1String("to")], step, true))
    {
        if (id == u"regex")
            m_pattern = Pattern::bare(m_value.text);
    }

    bool matches(const Field &field, size_t row) const
    {
        const bool missing = isMissing(field, row);
        if (m_id == u"isNull" || m_id == u"isUndefined")
            return missing;
        if (m_id == u"isNotNull" || m_id == u"isNotUndefined")
            return !missing;
        if (m_id == u"equal" || m_id == u"notEqual")
            return (!missing && equals(field, row)) == (m_id == u"equal");
        if (m_id == u"regex")
            return m_pattern.matches(missing ? QStringLiteral("null") : cellText(field, row));
        if (m_id == u"substring")
            return m_value.text.isEmpty() || (!missing && cellText(field, row).contains(m_value.text));
        if (m_id == u"notSubstring")
            return field.isText() && !missing && !m_value.text.isEmpty() && !cellText(field, row).contains(m_value.text);
        return compares(field, row);
    }

private:
    struct Value
    {
        QString text;
        std::optional<double> number;
        bool isText = false;
    };

    static Value read(const QJsonValue &value, const StepOptions &step, bool fill)
    {
        if (value.isDouble())
            return {QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest), value.toDouble(), false};
        if (value.isBool())
            return {value.toBool() ? QStringLiteral("true") : QStringLiteral("false"), value.toBool() ? 1.0 : 0.0, false};
        const QString text = fill ? step.filled(value.toString()) : value.toString();
        return {text, value.isString() ? numberOf(text) : std::nullopt, true};
    }

    /// As JavaScript's == compares: texts as texts, everything else as numbers.
    bool equals(const Field &field, size_t row) const
    {
        if (field.isText() && m_value.isText)
            return field.text(row) == m_value.text;
        const std::optional<double> number = field.isText() ? numberOf(field.text(row)) : std::optional(field.number(row));
        return number && m_value.number && *number == *m_value.number;
    }

    bool compares(const Field &field, size_t row) const
    {
        const std::optional<double> number = field.isText() ? numberOf(field.text(row)) : std::optional(field.number(row));
        if (!number || std::isnan(*number))
            return false;
        if (m_id == u"between")
            return m_from.number && m_to.number && *number > *m_from.number && *number < *m_to.number;
        if (!m_value.number)
            return false;
        if (m_id == u"greater" || m_id == u"greaterOrEqual")
            return *number > *m_value.number || (m_id == u"greaterOrEqual" && *number == *m_value.number);
        return (m_id == u"lower" || m_id == u"lowerOrEqual") && (*number < *m_value.number || (m_id == u"lowerOrEqual" && *number == *m_value.number));
    }

    QString m_id;
    Value m_value;
    Value m_from;
    Value m_to;
    Pattern m_pattern;
};

struct Filter
{
    QString fieldName;
    ValueMatcher matcher;
};

std::vector<Filter> filtersIn(const StepOptions &options)
{
    std::vector<Filter> filters;
    for (const QJsonValue &filter : options[QLatin1String("filters")].toArray()) {
        const QJsonValue config = filter[QLatin1String("config")];
        filters.push_back({filter[QLatin1String("fieldName")].toString(), {config[QLatin1String("id")].toString(), config[QLatin1String("options")], options}});
    }
    return filters;
}

/// Which field of the frame each filter is for; null where there is none of that name.
std::vector<const Field *> fieldsFor(const std::vector<Filter> &filters, const Frame &frame, const FieldNames &names)
{
    QHash<QString, const Field *> byName;
    for (const Field &field : frame.fields)
        byName.insert(names.of(field, frame), &field);
    std::vector<const Field *> fields;
    for (const Filter &filter : filters)
        fields.push_back(byName.value(filter.fieldName));
    return fields;
}

bool fitsRow(const std::vector<Filter> &filters, const std::vector<const Field *> &fields, size_t row, bool all)
{
    for (size_t i = 0; i < filters.size(); ++i)
        if ((fields[i] && filters[i].matcher.matches(*fields[i], row)) != all)
            return !all;
    return all;
}

} // namespace

Frames filterByValue(Frames frames, const StepOptions &options)
{
    const std::vector<Filter> filters = filtersIn(options);
    if (filters.empty())
        return frames;
    const bool all = options.text(QLatin1String("match")) == u"all";
    const bool include = options.text(QLatin1String("type")) != u"exclude";
    const FieldNames names(frames);
    for (Frame &frame : frames) {
        const std::vector<const Field *> fields = fieldsFor(filters, frame, names);
        std::vector<size_t> rows;
        for (size_t row = 0; row < frame.rows(); ++row)
            if (fitsRow(filters, fields, row, all) == include)
                rows.push_back(row);
        pickRows(frame, rows);
    }
    return frames;
}

Frames sortBy(Frames frames, const StepOptions &options)
{
    const QJsonValue sort = options[QLatin1String("sort")].toArray().at(0);
    const QString name = options.filled(sort[QLatin1String("field")].toString());
    for (Frame &frame : frames) {
        const FieldNames names(std::span(&frame, 1));
        const auto field = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &each) { return names.of(each, frame) == name; });
        if (field != frame.fields.end())
            pickRows(frame, rowsInOrder(*field, sort[QLatin1String("desc")].toBool()));
    }
    return frames;
}

Frames limit(Frames frames, const StepOptions &options)
{
    const QJsonValue value = options[QLatin1String("limitField")];
    const double asked = value.isDouble() ? value.toDouble() : leadingNumber(options.filled(value.toString())).value_or(10);
    const double count = std::isfinite(asked) ? std::clamp(asked, -1e9, 1e9) : 10;
    for (Frame &frame : frames) {
        const size_t kept = size_t(std::fabs(count));
        if (frame.rows() <= kept)
            continue;
        const size_t first = count < 0 ? frame.rows() - kept : 0;
        std::vector<size_t> rows(kept);
        for (size_t i = 0; i < kept; ++i)
            rows[i] = first + i;
        pickRows(frame, rows);
    }
    return frames;
}

} // namespace Watchfloor::Steps
