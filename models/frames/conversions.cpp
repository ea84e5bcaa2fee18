#include "models/frames/fieldmatcher.h"
#include "models/frames/steps.h"
#include "models/frames/timetext.h"

#include <cmath>

namespace Watchfloor::Steps {

namespace {

std::vector<double> numbersOf(const Field &field)
{
    std::vector<double> numbers(field.size());
    for (size_t row = 0; row < numbers.size(); ++row) {
        if (!field.isText()) {
            numbers[row] = field.number(row);
            continue;
        }
        // Some sources group digits by commas.
        QString text = field.text(row);
        const std::optional<double> number = text.isEmpty() ? std::nullopt : numberOf(text.remove(u','));
        numbers[row] = number && std::isfinite(*number) ? *number : noSample;
    }
    return numbers;
}

Field withNumbers(const Field &field, std::vector<double> numbers, FieldType type)
{
    Field result = withoutValues(field);
    result.type = type;
    result.numbers = std::make_shared<const std::vector<double>>(std::move(numbers));
    return result;
}

Field asTime(const Field &field, const QString &format)
{
    if (field.type == FieldType::Time)
        return field;
    std::vector<double> times(field.size());
    for (size_t row = 0; row < times.size(); ++row) {
        if (field.isText())
            times[row] = readTime(field.text(row), format).value_or(noSample);
        else
            times[row] = format == u"X" ? field.number(row) * 1000 : field.number(row);
    }
    return withNumbers(field, std::move(times), FieldType::Time);
}

Field asText(const Field &field, const QString &format)
{
    Field result = withoutValues(field);
    result.type = FieldType::String;
    for (size_t row = 0; row < field.size(); ++row)
        result.texts.push_back(field.type == FieldType::Time && !isMissing(field, row) ? timeText(field.number(row), format, {}) : cellText(field, row));
    return result;
}

Field asFlag(const Field &field)
{
    std::vector<double> flags(field.size());
    for (size_t row = 0; row < flags.size(); ++row)
        flags[row] = field.isText() ? !field.text(row).isEmpty() : !isMissing(field, row) && field.number(row) != 0;
    return withNumbers(field, std::move(flags), FieldType::Boolean);
}

Field converted(const Field &field, const QJsonValue &conversion)
{
    const QString type = conversion[QLatin1String("destinationType")].toString();
    const QString format = conversion[QLatin1String("dateFormat")].toString();
    if (type == u"time")
        return asTime(field, format);
    if (type == u"number")
        return withNumbers(field, numbersOf(field), FieldType::Number);
    if (type == u"string")
        return asText(field, format);
    return type == u"boolean" ? asFlag(field) : field;
}

QString capitalised(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1).toLower();
}

QString wordsOf(const QString &text, const QString &separator)
{
    QStringList words;
    for (const QString &word : text.split(u' '))
        words << capitalised(word);
    return words.join(separator);
}

/// "{name}" stands for the value of that field in the same row.
QString affix(QString text, const Frame &frame, size_t row)
{
    static const QRegularExpression place(QStringLiteral("\\{([\\w._-]+)\\}"));
    QString result;
    qsizetype done = 0;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const Field *field = frame.find(match.captured(1));
        result += QStringView(text).sliced(done, match.capturedStart() - done);
        result += field ? cellText(*field, row) : match.captured(0);
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

QString formatted(const QString &text, const StepOptions &options)
{
    const QString format = options[QLatin1String("outputFormat")].toString(QStringLiteral("Upper Case"));
    if (format == u"Upper Case")
        return text.toUpper();
    if (format == u"Lower Case")
        return text.toLower();
    if (format == u"Sentence Case")
        return text.left(1).toUpper() + text.mid(1);
    if (format == u"Title Case")
        return wordsOf(text, QStringLiteral(" "));
    if (format == u"Pascal Case")
        return wordsOf(text, {});
    if (format == u"Camel Case") {
        const QString joined = wordsOf(text, {});
        return joined.left(1).toLower() + joined.mid(1);
    }
    if (format == u"Snake Case" || format == u"Kebab Case")
        return text.toLower().replace(u' ', format == u"Snake Case" ? u'_' : u'-');
    if (format == u"Trim")
        return text.trimmed();
    if (format == u"Substring") {
        const int size = int(text.size());
        const int from = std::clamp(options[QLatin1String("substringStart")].toInt(0), 0, size);
        const int to = std::clamp(options[QLatin1String("substringEnd")].toInt(size), 0, size);
        return text.mid(std::min(from, to), std::abs(to - from));
    }
    return text;
}

/// Applies `convert` to each field that is called `name`.
template <typename Convert>
void forFieldsCalled(Frames &frames, const QString &name, Convert convert)
{
    const FieldSelection selection(QStringList{name});
    const FieldNames names(frames);
    for (Frame &frame : frames) {
        std::vector<size_t> found;
        for (size_t i = 0; i < frame.fields.size(); ++i)
            if (selection.matches(frame.fields[i], frame, names.of(frame.fields[i], frame)))
                found.push_back(i);
        for (const size_t i : found)
            frame.fields[i] = convert(frame.fields[i], frame);
    }
}

QStringList valuesAsTexts(const Field &field)
{
    QStringList texts;
    for (size_t row = 0; row < field.size(); ++row)
        texts << cellText(field, row);
    return texts;
}

Frame transposed(const Frame &frame, const FieldNames &names, const QString &firstName, const QString &restName)
{
    if (frame.fields.empty())
        return frame;
    const Field &first = frame.fields.front();
    const bool headed = first.type == FieldType::String || first.type == FieldType::Time;
    const size_t skipped = headed ? 1 : 0;
    std::vector<QString> titles;
    for (size_t i = skipped; i < frame.fields.size(); ++i)
        titles.push_back(names.of(frame.fields[i], frame));
    Frame result;
    result.name = frame.name;
    result.refId = QStringLiteral("transpose-") + frame.refId;
    result.fields.push_back(textField(firstName, std::move(titles)));
    const QStringList headers = headed ? valuesAsTexts(first) : QStringList();
    for (size_t row = 0; row < frame.rows(); ++row) {
        result.cut = result.fields.size() >= mostColumns || result.fields.size() * frame.fields.size() > mostCells;
        if (result.cut)
            break;
        Column column;
        for (size_t i = skipped; i < frame.fields.size(); ++i) {
            if (frame.fields[i].isText() && isMissing(frame.fields[i], row))
                column.addText(QStringLiteral(""));
            else
                column.add(frame.fields[i], row);
        }
        Field field = numberField(restName, {});
        column.moveTo(field);
        field.labels.set(headed ? first.name : QStringLiteral("row"), headed ? headers[qsizetype(row)] : QString::number(row + 1));
        result.fields.push_back(std::move(field));
    }
    return result;
}

} // namespace

Frames convertFieldType(Frames frames, const StepOptions &options)
{
    for (const QJsonValue &conversion : options[QLatin1String("conversions")].toArray())
        if (const QString name = conversion[QLatin1String("targetField")].toString(); !name.isEmpty())
            forFieldsCalled(frames, name, [&](const Field &field, const Frame &) { return converted(field, conversion); });
    return frames;
}

Frames formatTime(Frames frames, const StepOptions &options)
{
    const QString name = options.text(QLatin1String("timeField"));
    const QString zone = options.text(QLatin1String("timezone"));
    const QString format = options.text(QLatin1String("outputFormat"));
    for (Frame &frame : frames) {
        for (Field &field : frame.fields) {
            if (field.name != name || field.isText())
                continue;
            Field text = withoutValues(field);
            text.type = FieldType::String;
            for (size_t row = 0; row < field.size(); ++row)
                text.texts.push_back(isMissing(field, row) ? QString() : timeText(field.number(row), format, zone));
            field = std::move(text);
        }
    }
    return frames;
}

Frames formatString(Frames frames, const StepOptions &options)
{
    const bool isAffix = options.text(QLatin1String("outputFormat")) == u"Affix";
    forFieldsCalled(frames, options.text(QLatin1String("stringField")), [&](const Field &field, const Frame &frame) {
        Field result = withoutValues(field);
        result.type = FieldType::String;
        for (size_t row = 0; row < field.size(); ++row) {
            const QString text = cellText(field, row);
            if (isAffix)
                result.texts.push_back(affix(options.text(QLatin1String("stringPrefix")), frame, row) + text + affix(options.text(QLatin1String("stringSuffix")), frame, row));
            else
                result.texts.push_back(text.isEmpty() ? text : formatted(text, options));
        }
        return result;
    });
    return frames;
}

Frames transpose(Frames frames, const StepOptions &options)
{
    const auto named = [&](QLatin1String key, const char16_t *fallback) {
        const QString name = options.text(key);
        return name.isEmpty() ? QString::fromUtf16(fallback) : name;
    };
    const FieldNames names(frames);
    for (Frame &frame : frames)
        frame = transposed(frame, names, named(QLatin1String("firstFieldName"), u"Field"), named(QLatin1String("restFieldsName"), u"Value"));
    return frames;
}

} // namespace Watchfloor::Steps
