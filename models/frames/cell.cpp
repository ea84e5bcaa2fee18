#include "models/frames/cell.h"

#include "models/core/jsnumber.h"

#include <QLocale>

#include <cmath>

namespace Watchfloor {

namespace {

QString numberText(double number, FieldType type)
{
    if (type == FieldType::Boolean)
        return number != 0 ? QStringLiteral("true") : QStringLiteral("false");
    return JsNumber::text(number);
}

/// The end of the number that a text begins with; 0 where it begins with none.
qsizetype numberEnd(QStringView text)
{
    qsizetype at = !text.isEmpty() && (text[0] == u'-' || text[0] == u'+') ? 1 : 0;
    if (text.sliced(at).startsWith(u"Infinity"))
        return at + 8;
    const auto skipDigits = [&text](qsizetype from) {
        while (from < text.size() && text[from] >= u'0' && text[from] <= u'9')
            ++from;
        return from;
    };
    const qsizetype whole = skipDigits(at);
    qsizetype end = whole;
    qsizetype digits = whole - at;
    if (end < text.size() && text[end] == u'.') {
        end = skipDigits(end + 1);
        digits += end - whole - 1;
    }
    if (digits == 0)
        return 0;
    if (end < text.size() && (text[end] == u'e' || text[end] == u'E')) {
        qsizetype exponent = end + 1;
        if (exponent < text.size() && (text[exponent] == u'-' || text[exponent] == u'+'))
            ++exponent;
        if (skipDigits(exponent) > exponent)
            end = skipDigits(exponent);
    }
    return end;
}

double readNumber(QStringView text)
{
    if (text.endsWith(u"Infinity"))
        return text.startsWith(u'-') ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    return QLocale::c().toDouble(text.startsWith(u'+') ? text.sliced(1) : text);
}

void pickInto(Field &result, const Field &field, const std::vector<size_t> &rows)
{
    if (field.numbers) {
        auto numbers = std::make_shared<std::vector<double>>(rows.size());
        std::transform(rows.begin(), rows.end(), numbers->begin(), [&field](size_t row) { return field.number(row); });
        result.numbers = std::move(numbers);
    }
    if (field.isText()) {
        result.texts.assign(rows.size(), {});
        std::transform(rows.begin(), rows.end(), result.texts.begin(), [&field](size_t row) { return field.text(row); });
    }
    if (!field.frames.empty()) {
        result.frames.assign(rows.size(), nullptr);
        for (size_t i = 0; i < rows.size(); ++i)
            if (rows[i] < field.frames.size())
                result.frames[i] = field.frames[rows[i]];
    }
}

} // namespace

bool isMissing(const Field &field, size_t row)
{
    return field.isText() ? field.text(row).isNull() : isNone(field.number(row));
}

QString cellText(const Field &field, size_t row)
{
    if (field.isText())
        return field.text(row);
    const double number = field.number(row);
    return isNone(number) ? QString() : numberText(number, field.type);
}

void appendKey(QString &key, const Field &field, size_t row)
{
    if (isMissing(field, row)) {
        key += QChar(u'\u0001');
    } else if (field.isText()) {
        key += field.texts[row];
        key += QChar(u'\u0002');
    } else {
        // The bits of a number tell it apart as well as its digits, and are made faster. Zeros are one.
        const quint64 bits = std::bit_cast<quint64>(field.number(row) == 0 ? 0.0 : field.number(row));
        key += QChar(field.type == FieldType::Boolean ? u'\u0003' : u'\u0004');
        for (const int shift : {0, 16, 32, 48})
            key += QChar(char16_t(bits >> shift & 0xffff));
    }
}

QString cellKey(const Field &field, size_t row)
{
    QString key;
    appendKey(key, field, row);
    return key;
}

std::optional<double> numberOf(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.isEmpty())
        return text.isNull() ? std::nullopt : std::optional(0.0);
    if (trimmed.startsWith(u"0x", Qt::CaseInsensitive)) {
        bool read = false;
        const qulonglong number = trimmed.sliced(2).toULongLong(&read, 16);
        return read ? std::optional(double(number)) : std::nullopt;
    }
    return numberEnd(trimmed) == trimmed.size() ? std::optional(readNumber(trimmed)) : std::nullopt;
}

std::optional<double> leadingNumber(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    const qsizetype end = numberEnd(trimmed);
    return end > 0 ? std::optional(readNumber(trimmed.first(end))) : std::nullopt;
}

Field withoutValues(const Field &field)
{
    Field empty;
    empty.name = field.name;
    empty.type = field.type;
    empty.labels = field.labels;
    empty.config = field.config;
    empty.displayName = field.displayName;
    empty.refId = field.refId;
    empty.legend = field.legend;
    empty.joined = field.joined;
    empty.place = field.place;
    empty.rangeFrom = field.rangeFrom;
    empty.rangeTo = field.rangeTo;
    return empty;
}

Field valuesOf(const Field &field, const std::vector<size_t> &rows)
{
    Field result;
    result.type = field.type;
    pickInto(result, field, rows);
    return result;
}

Field picked(const Field &field, const std::vector<size_t> &rows)
{
    Field result = withoutValues(field);
    pickInto(result, field, rows);
    return result;
}

void pickRows(Frame &frame, const std::vector<size_t> &rows)
{
    for (Field &field : frame.fields)
        field = picked(field, rows);
}

Field textField(const QString &name, std::vector<QString> texts)
{
    Field field;
    field.name = name;
    field.type = FieldType::String;
    field.texts = std::move(texts);
    return field;
}

Field numberField(const QString &name, std::vector<double> numbers, FieldType type)
{
    Field field;
    field.name = name;
    field.type = type;
    field.numbers = std::make_shared<const std::vector<double>>(std::move(numbers));
    return field;
}

void Column::add(const Field &field, size_t row)
{
    if (isMissing(field, row))
        addMissing();
    else if (field.isText())
        addText(field.text(row));
    else
        addNumber(field.number(row), field.type);
}

void Column::addMissing()
{
    if (m_type == FieldType::String)
        m_texts.push_back({});
    else
        m_numbers.push_back(noSample);
}

void Column::addText(const QString &text)
{
    if (m_type != FieldType::String)
        becomeText();
    m_texts.push_back(text);
}

void Column::addNumber(double number, FieldType type)
{
    if (!m_type)
        m_type = type;
    if (m_type != type && m_type != FieldType::String)
        becomeText();
    if (m_type == FieldType::String)
        m_texts.push_back(numberText(number, type));
    else
        m_numbers.push_back(number);
}

void Column::becomeText()
{
    m_texts.reserve(m_numbers.size() + 1);
    for (const double number : m_numbers)
        m_texts.push_back(isNone(number) ? QString() : numberText(number, *m_type));
    m_numbers.clear();
    m_type = FieldType::String;
}

void Column::moveTo(Field &field)
{
    const bool wantsText = !m_type && field.isText();
    if (wantsText)
        m_texts.assign(m_numbers.size(), {});
    if (m_type)
        field.type = *m_type;
    field.texts.clear();
    field.numbers.reset();
    field.frames.clear();
    if (field.isText())
        field.texts = std::move(m_texts);
    else
        field.numbers = std::make_shared<const std::vector<double>>(std::move(m_numbers));
    *this = Column();
}

} // namespace Watchfloor
