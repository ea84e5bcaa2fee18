#include "models/panels/shownvalues.h"

#include "models/frames/reducer.h"

#include <QRegularExpression>

#include <cmath>

namespace Watchfloor {

namespace {

/// Which fields a panel's "fields" option names: numeric ones, those whose name a pattern finds, or one by its name.
class FieldChoice
{
public:
    explicit FieldChoice(const QString &fields)
        : m_name(fields)
    {
        const qsizetype last = fields.lastIndexOf(u'/');
        if (fields.startsWith(u'/') && last > 0) {
            m_isPattern = true;
            m_pattern.setPattern(fields.sliced(1, last - 1));
            if (fields.sliced(last + 1).contains(u'i'))
                m_pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
        }
    }
    bool holds(const Field &field) const
    {
        if (m_name.isEmpty())
            return field.isNumeric();
        if (!m_isPattern)
            return field.displayName == m_name || field.name == m_name;
        return m_pattern.isValid() && m_pattern.match(field.displayName).hasMatch();
    }

private:
    QString m_name;
    QRegularExpression m_pattern;
    bool m_isPattern = false;
};

/// The text that names a row: the first of its fields that is one.
QString rowName(const Frame &frame, const Field &field, size_t row)
{
    for (const Field &other : frame.fields)
        if (&other != &field && other.isText())
            return other.text(row);
    return frame.rows() == 1 ? field.displayName : QStringLiteral("%1 %2").arg(field.displayName).arg(row + 1);
}

ShownValue reducedValue(const Field &field, const QString &calculation, bool several)
{
    ShownValue shown;
    shown.field = &field;
    shown.name = several ? QStringLiteral("%1 %2").arg(field.displayName, reducerName(calculation)) : field.displayName;
    const Reduction result = reduction(field, calculation);
    if (result.type == FieldType::String || result.type == FieldType::Other) {
        shown.value.text = result.text;
        shown.value.quantity.number = result.text;
    } else {
        shown.value = displayed(field, result.number);
    }
    if (!field.isNumeric() || field.size() < 2)
        return shown;
    shown.line = *field.numbers;
    const auto isNumber = [](double value) { return !std::isnan(value); };
    const auto first = std::find_if(shown.line.begin(), shown.line.end(), isNumber);
    const auto last = std::find_if(shown.line.rbegin(), shown.line.rend(), isNumber);
    if (first != shown.line.end() && *first != 0)
        shown.change = (*last - *first) / std::abs(*first);
    return shown;
}

} // namespace

std::vector<ShownValue> shownValues(const std::vector<Frame> &frames, const ReduceOptions &options, size_t limit)
{
    const FieldChoice choice(options.fields);
    const QStringList calculations = options.calculations.isEmpty() ? QStringList{QStringLiteral("lastNotNull")} : options.calculations;
    const size_t rowLimit = options.allValues && options.limit > 0 ? std::min(limit, size_t(options.limit)) : limit;
    std::vector<ShownValue> shown;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (!choice.holds(field) || field.config.style.hiddenInChart)
                continue;
            if (options.allValues) {
                for (size_t row = 0; row < field.size() && shown.size() < rowLimit; ++row)
                    shown.push_back({rowName(frame, field, row), displayed(field, row), &field, {}, {}});
                continue;
            }
            for (const QString &calculation : calculations)
                if (shown.size() < limit)
                    shown.push_back(reducedValue(field, calculation, calculations.size() > 1));
        }
    }
    return shown;
}

} // namespace Watchfloor
