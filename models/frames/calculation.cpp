#include "models/core/jsnumber.h"
#include "models/frames/fieldmatcher.h"
#include "models/frames/reducer.h"
#include "models/frames/steps.h"
#include "models/frames/windows.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace Watchfloor::Steps {

namespace {

using Numbers = std::optional<std::vector<double>>;

/// What a calculation is made of: one frame, and what its fields are shown as.
struct Table
{
    const Frame &frame;
    QStringList names;

    Table(const Frame &of, const FieldNames &fieldNames) : frame(of)
    {
        for (const Field &field : of.fields)
            names << fieldNames.of(field, of);
    }
    const Field *shownAs(const QString &name) const
    {
        for (size_t i = 0; i < frame.fields.size(); ++i)
            if (names[qsizetype(i)] == name)
                return &frame.fields[i];
        return nullptr;
    }
    std::vector<const Field *> fields(const FieldSelection &selection) const
    {
        std::vector<const Field *> found;
        for (size_t i = 0; i < frame.fields.size(); ++i)
            if (selection.matches(frame.fields[i], frame, names[qsizetype(i)]))
                found.push_back(&frame.fields[i]);
        return found;
    }
};

FieldSelection numericOr(const QStringList &names)
{
    return names.isEmpty() ? FieldSelection(fieldMatcher(QStringLiteral("numeric"), {})) : FieldSelection(names);
}

QStringList oneName(const QJsonValue &options)
{
    const QString name = options[QLatin1String("field")].toString();
    return name.isEmpty() ? QStringList() : QStringList{name};
}

Numbers overRow(const Table &table, const QJsonValue &options)
{
    QStringList include;
    for (const QJsonValue &name : options[QLatin1String("include")].toArray())
        include << name.toString();
    const QString reducer = options[QLatin1String("reducer")].toString(QStringLiteral("sum"));
    if (!isKnownReducer(reducer))
        return std::nullopt;
    const std::vector<const Field *> columns = table.fields(numericOr(include));
    std::vector<double> results;
    auto row = std::make_shared<std::vector<double>>(columns.size());
    Field cells;
    cells.numbers = row;
    for (size_t i = 0; i < table.frame.rows(); ++i) {
        for (size_t column = 0; column < columns.size(); ++column)
            (*row)[column] = columns[column]->number(i);
        results.push_back(reduced(cells, reducer));
    }
    return results;
}

Numbers cumulative(const Table &table, const QJsonValue &options)
{
    const QString reducer = options[QLatin1String("reducer")].toString(QStringLiteral("sum"));
    const std::vector<const Field *> fields = table.fields(numericOr(oneName(options)));
    if (fields.empty() || (reducer != u"sum" && reducer != u"mean"))
        return std::nullopt;
    std::vector<double> results;
    double total = 0;
    for (size_t i = 0; i < table.frame.rows(); ++i) {
        const double value = fields.front()->number(i);
        total += std::isnan(value) ? 0 : value;
        results.push_back(reducer == u"sum" ? total : total / double(i + 1));
    }
    return results;
}

Numbers moving(const Table &table, const QJsonValue &options)
{
    const double size = options[QLatin1String("windowSize")].toDouble(0.1);
    const bool isShare = options[QLatin1String("windowSizeMode")].toString() != u"fixed";
    const QString reducer = options[QLatin1String("reducer")].toString(QStringLiteral("mean"));
    const std::vector<const Field *> fields = table.fields(numericOr(oneName(options)));
    const bool known = reducer == u"mean" || reducer == u"variance" || reducer == u"stdDev";
    if (fields.empty() || !fields.front()->numbers || !known || size <= 0)
        return std::nullopt;
    const size_t rows = table.frame.rows();
    const double window = std::ceil(size * (isShare ? double(rows) : 1));
    const bool centered = options[QLatin1String("windowAlignment")].toString() == u"centered";
    return movingValues(*fields.front()->numbers, size_t(std::clamp(window, 1.0, double(rows + 1))), centered, reducer);
}

using Unary = double (*)(double);
using Binary = double (*)(double, double);

Unary unaryNamed(const QString &name)
{
    static const QHash<QString, Unary> known{{QStringLiteral("abs"), [](double x) { return std::fabs(x); }},
                                             {QStringLiteral("exp"), [](double x) { return std::exp(x); }},
                                             {QStringLiteral("ln"), [](double x) { return std::log(x); }},
                                             {QStringLiteral("round"), [](double x) { return JsNumber::round(x); }},
                                             {QStringLiteral("floor"), [](double x) { return std::floor(x); }},
                                             {QStringLiteral("ceil"), [](double x) { return std::ceil(x); }}};
    return known.value(name);
}

Binary binaryNamed(const QString &name)
{
    static const QHash<QString, Binary> known{{QStringLiteral("+"), [](double a, double b) { return a + b; }},
                                              {QStringLiteral("-"), [](double a, double b) { return a - b; }},
                                              {QStringLiteral("*"), [](double a, double b) { return a * b; }},
                                              {QStringLiteral("/"), [](double a, double b) { return a / b; }},
                                              {QStringLiteral("%"), [](double a, double b) { return std::fmod(a, b); }},
                                              {QStringLiteral("^"), [](double a, double b) { return std::pow(a, b); }},
                                              {QStringLiteral("**"), [](double a, double b) { return std::pow(a, b); }}};
    return known.value(name);
}

Numbers unary(const Table &table, const QJsonValue &options)
{
    const Unary operation = unaryNamed(options[QLatin1String("operator")].toString(QStringLiteral("abs")));
    const Field *field = table.shownAs(options[QLatin1String("fieldName")].toString());
    if (!operation || !field || field->type != FieldType::Number || field->size() == 0)
        return std::nullopt;
    std::vector<double> results(field->size());
    std::transform(field->numbers->begin(), field->numbers->end(), results.begin(), operation);
    return results;
}

/// A side of a calculation: a field by name, or a fixed number.
struct Operand
{
    QString matcher;  ///< id of a matcher; empty: fixed
    QString text;
};

Operand operandIn(const QJsonValue &value, const Frames &frames)
{
    if (value.isObject()) {
        const QJsonValue matcher = value[QLatin1String("matcher")];
        if (matcher.isObject() && !value.toObject().contains(QLatin1String("fixed")))
            return {matcher[QLatin1String("id")].toString(), matcher[QLatin1String("options")].toString()};
        const QJsonValue fixed = value[QLatin1String("fixed")];
        return {{}, fixed.isDouble() ? QString::number(fixed.toDouble(), 'g', QLocale::FloatingPointShortest) : fixed.toString()};
    }
    // As it was written before: a text that is a number, unless a field is called that.
    const QString text = value.toString();
    const bool named = std::any_of(frames.begin(), frames.end(), [&text](const Frame &frame) { return frame.find(text) != nullptr; });
    return {named || !numberOf(text) ? QStringLiteral("byName") : QString(), text};
}

Numbers valuesOf(const Operand &operand, const Table &table, const StepOptions &options)
{
    const QString text = options.filled(operand.text);
    if (operand.matcher == u"byName")
        if (const Field *field = table.shownAs(text)) {
            std::vector<double> numbers(field->size());
            for (size_t row = 0; row < numbers.size(); ++row)
                numbers[row] = field->isText() ? numberOf(field->text(row)).value_or(noSample) : field->number(row);
            return numbers;
        }
    if (const std::optional<double> fixed = leadingNumber(text))
        return std::vector<double>(table.frame.rows(), *fixed);
    return std::nullopt;
}

std::vector<double> combined(const std::vector<double> &left, const std::vector<double> &right, Binary operation)
{
    std::vector<double> results(left.size(), noSample);
    for (size_t i = 0; i < left.size() && i < right.size(); ++i)
        results[i] = operation(left[i], right[i]);
    return results;
}

QString resultName(const QString &mode, const StepOptions &options, const Frames &frames)
{
    const QString alias = options.filled(options.text(QLatin1String("alias")));
    if (!alias.isEmpty())
        return alias;
    const auto ofField = [](const QString &name) { return name.isEmpty() ? QString() : u'(' + name + u')'; };
    const QJsonValue own = options[mode == u"cumulativeFunctions" ? QLatin1String("cumulative") : QLatin1String("window")];
    if (mode == u"cumulativeFunctions")
        return QStringLiteral("cumulative ") + own[QLatin1String("reducer")].toString() + ofField(own[QLatin1String("field")].toString());
    if (mode == u"windowFunctions")
        return own[QLatin1String("windowAlignment")].toString() + QStringLiteral(" moving ") + own[QLatin1String("reducer")].toString()
               + ofField(own[QLatin1String("field")].toString());
    if (mode == u"unary") {
        const QJsonValue operation = options[QLatin1String("unary")];
        return operation[QLatin1String("operator")].toString() + ofField(operation[QLatin1String("fieldName")].toString());
    }
    if (mode == u"binary") {
        const QJsonValue operation = options[QLatin1String("binary")];
        const QStringList parts{operandIn(operation[QLatin1String("left")], frames).text, operation[QLatin1String("operator")].toString(),
                                operandIn(operation[QLatin1String("right")], frames).text};
        return parts.join(u' ').remove(u'$');
    }
    if (mode == u"reduceRow")
        return reducerName(options[QLatin1String("reduce")][QLatin1String("reducer")].toString(QStringLiteral("sum")));
    return QStringLiteral("math");
}

/// Beside the fields that are there, or with `replace` in their place; the time stays unless the step says otherwise.
void addField(Frame &frame, Field field, bool replace, bool keepTime)
{
    if (!replace) {
        frame.fields.push_back(std::move(field));
        return;
    }
    std::vector<Field> fields;
    if (const Field *time = frame.time(); time && keepTime)
        fields.push_back(*time);
    fields.push_back(std::move(field));
    frame.fields = std::move(fields);
}

Frames withRowNumbers(Frames frames, const StepOptions &options)
{
    const bool share = options[QLatin1String("index")][QLatin1String("asPercentile")].toBool();
    const QString alias = options.filled(options.text(QLatin1String("alias")));
    for (Frame &frame : frames) {
        std::vector<double> numbers(frame.rows());
        for (size_t i = 0; i < numbers.size(); ++i)
            numbers[i] = share ? double(i) / double(numbers.size()) : double(i);
        Field field = numberField(alias.isEmpty() ? QStringLiteral("Row") : alias, std::move(numbers));
        if (share)
            field.config.unit = {QStringLiteral("percentunit")};
        addField(frame, std::move(field), options[QLatin1String("replaceFields")].toBool(), false);
    }
    return frames;
}

/// A text in which the names of fields stand for their values of the row.
Frames withTemplate(Frames frames, const StepOptions &options)
{
    static const QRegularExpression places(QStringLiteral("\\$(\\w+)|\\$\\{([^}:]+)(?::[^}]*)?\\}"));
    const QJsonValue expression = options[QLatin1String("template")][QLatin1String("expression")];
    if (!expression.isString())
        return frames;
    const QString text = expression.toString();
    const QString alias = options.filled(options.text(QLatin1String("alias")));
    for (Frame &frame : frames) {
        std::vector<QString> texts;
        for (size_t row = 0; row < frame.rows(); ++row) {
            QString filled;
            qsizetype done = 0;
            auto matches = places.globalMatch(text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                const Field *field = frame.find(match.captured(1) + match.captured(2));
                filled += QStringView(text).sliced(done, match.capturedStart() - done);
                filled += field ? cellText(*field, row) : match.captured(0);
                done = match.capturedEnd();
            }
            texts.push_back(options.filled(filled + text.mid(done)));
        }
        addField(frame, textField(alias.isEmpty() ? QStringLiteral("Field") : alias, std::move(texts)), options[QLatin1String("replaceFields")].toBool(), false);
    }
    return frames;
}

/// The same calculation for every field of a type.
Frames forEveryField(Frames frames, const StepOptions &options, const Operand &left, const Operand &right)
{
    const QString name = options[QLatin1String("binary")][QLatin1String("operator")].toString(QStringLiteral("+"));
    const Binary operation = binaryNamed(name);
    const FieldNames names(frames);
    const bool replace = options[QLatin1String("replaceFields")].toBool();
    Frames result;
    for (Frame &frame : frames) {
        const Table table(frame, names);
        const Numbers other = valuesOf(right, table, options);
        std::vector<Field> fields;
        const Field *time = options[QLatin1String("timeSeries")].toBool(true) ? frame.time() : nullptr;
        if (time)
            fields.push_back(*time);
        bool any = false;
        for (const Field &field : frame.fields) {
            if (!replace && &field != time)
                fields.push_back(field);
            if (fieldTypeName(field.type) != left.text || !other || !operation || !field.numbers)
                continue;
            Field made = withoutValues(field);
            made.name = field.name + u' ' + name + u' ' + right.text;
            made.numbers = std::make_shared<const std::vector<double>>(combined(*field.numbers, *other, operation));
            fields.push_back(std::move(made));
            any = true;
        }
        if (replace && !any)
            continue;
        frame.fields = std::move(fields);
        result.push_back(std::move(frame));
    }
    return result;
}

/// A number on the right needs no other series beside it.
bool hasFixedRight(const QString &mode, const StepOptions &options)
{
    const QJsonValue right = options[QLatin1String("binary")][QLatin1String("right")];
    const QJsonValue fixed = right.isObject() ? right[QLatin1String("fixed")] : right;
    return mode == u"binary" && (fixed.isDouble() || (fixed.isString() && numberOf(fixed.toString())));
}

/// The values of the new field; absent where what they are made of is not there.
Numbers calculated(const Table &table, const QString &mode, const Operand &left, const Operand &right, const StepOptions &options)
{
    if (mode == u"reduceRow")
        return overRow(table, options[QLatin1String("reduce")]);
    if (mode == u"cumulativeFunctions")
        return cumulative(table, options[QLatin1String("cumulative")]);
    if (mode == u"windowFunctions")
        return moving(table, options[QLatin1String("window")]);
    if (mode == u"unary")
        return unary(table, options[QLatin1String("unary")]);
    const Binary operation = binaryNamed(options[QLatin1String("binary")][QLatin1String("operator")].toString(QStringLiteral("+")));
    const Numbers leftValues = mode == u"binary" && operation ? valuesOf(left, table, options) : std::nullopt;
    const Numbers rightValues = leftValues ? valuesOf(right, table, options) : std::nullopt;
    return rightValues ? Numbers(combined(*leftValues, *rightValues, operation)) : std::nullopt;
}

} // namespace

Frames calculateField(Frames frames, const StepOptions &options)
{
    const QString mode = options[QLatin1String("mode")].toString(QStringLiteral("reduceRow"));
    const bool keepTime = options[QLatin1String("timeSeries")].toBool(true);
    if (keepTime && !hasFixedRight(mode, options))
        frames = ensureColumns(std::move(frames), options);
    if (mode == u"index")
        return withRowNumbers(std::move(frames), options);
    if (mode == u"templateExpression")
        return withTemplate(std::move(frames), options);
    const QJsonValue binary = options[QLatin1String("binary")];
    const Operand left = operandIn(binary[QLatin1String("left")], frames);
    const Operand right = operandIn(binary[QLatin1String("right")], frames);
    if (mode == u"binary" && left.matcher == u"byType")
        return forEveryField(std::move(frames), options, left, right);
    const QString name = resultName(mode, options, frames);
    const FieldNames names(frames);
    std::vector<Numbers> values;
    for (const Frame &frame : frames)
        values.push_back(calculated(Table(frame, names), mode, left, right, options));
    const bool replace = options[QLatin1String("replaceFields")].toBool();
    Frames result;
    for (size_t i = 0; i < frames.size(); ++i) {
        if (values[i]) {
            Field field = numberField(name, std::move(*values[i]));
            // A name that was given stays, whatever labels other fields have.
            field.config.displayName = options.filled(options.text(QLatin1String("alias")));
            addField(frames[i], std::move(field), replace, keepTime);
        }
        if (values[i] || !replace)
            result.push_back(std::move(frames[i]));
    }
    return result;
}

} // namespace Watchfloor::Steps
