#include "models/frames/fieldnames.h"
#include "models/frames/pattern.h"
#include "models/frames/steps.h"

#include <QHash>
#include <QJsonDocument>

#include <cmath>

namespace Watchfloor::Steps {

namespace {

constexpr qsizetype mostFields = 1'000;
constexpr qsizetype longestText = 1'000'000;

/// What was found in one text, in its order. An undefined value is one of none.
using Found = std::vector<std::pair<QString, QJsonValue>>;
using Extractor = std::function<std::optional<Found>(const QString &)>;

Found membersOf(const QJsonValue &value)
{
    Found found;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size() && i < mostFields; ++i)
            found.push_back({QString::number(i), array[i]});
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        found.push_back({member.key(), *member});
    return found;
}

QJsonValue parsed(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Undefined);
}

/// "a.b[0].c"
QJsonValue atPath(QJsonValue value, const QString &path)
{
    static const QRegularExpression part(QStringLiteral("\\[\"?([^\\]\"]*)\"?\\]|([^.\\[\\]]+)"));
    auto matches = part.globalMatch(path);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString name = match.captured(1) + match.captured(2);
        value = value.isArray() ? value.toArray().at(name.toInt()) : value.toObject().value(name);
    }
    return value;
}

std::optional<Found> fromJson(const QString &text, const QJsonArray &paths)
{
    const QJsonValue value = parsed(text);
    if (value.isUndefined())
        return std::nullopt;
    Found found;
    for (const QJsonValue &wanted : paths) {
        const QString path = wanted[QLatin1String("path")].toString();
        const QString alias = wanted[QLatin1String("alias")].toString();
        if (path.isEmpty())
            continue;
        const QJsonValue member = atPath(value, path);
        const bool none = member.isUndefined() || member.isNull();
        found.push_back({alias.isEmpty() ? path : alias, none ? QJsonValue(QStringLiteral("Not Found")) : member});
    }
    return found.empty() ? membersOf(value) : found;
}

/// Pairs as logs write them: a=b, c: "d e", f. Source: Grafana, "Key+value pairs".
class PairReader
{
public:
    Found read(const QString &text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            QChar c = text[i];
            if (!m_quote.isNull() && c == m_quote) {
                m_quote = QChar();
                endWord();
                continue;
            }
            const bool escaped = c == u'\\' && i + 1 < text.size();
            if (escaped)
                c = text[++i];
            if (escaped || !m_quote.isNull())
                m_word += c;
            else
                readPlain(c);
        }
        if (!m_key.isEmpty())
            set(m_key, m_word);
        else if (!m_word.isEmpty())
            set(m_word, {});
        return std::move(m_found);
    }

private:
    void readPlain(QChar c)
    {
        if (c == u':' || c == u'=') {
            if (m_word.isEmpty())
                return;
            if (!m_key.isEmpty())
                set(m_key, {});
            m_key = std::exchange(m_word, {});
        } else if (c == u'"' || c == u'\'') {
            m_quote = c;
        } else if (c.isSpace()) {
            if (!m_word.isEmpty() && m_key.isEmpty())
                set(std::exchange(m_word, {}), {});
            endWord();
        } else if (QStringView(u",;&{}").contains(c)) {
            endWord();
        } else {
            m_word += c;
        }
    }

    void endWord()
    {
        if (m_word.isEmpty())
            return;
        if (m_key.isEmpty())
            m_key = std::exchange(m_word, {});
        else
            set(std::exchange(m_key, {}), std::exchange(m_word, {}));
    }

    void set(const QString &key, const QString &value)
    {
        const auto known = std::find_if(m_found.begin(), m_found.end(), [&key](const auto &pair) { return pair.first == key; });
        if (known != m_found.end())
            known->second = value;
        else if (m_found.size() < size_t(mostFields))
            m_found.push_back({key, value.isNull() ? QStringLiteral("") : value});
    }

    Found m_found;
    QString m_key;
    QString m_word;
    QChar m_quote;
};

Found fromPairs(const QString &text)
{
    return PairReader().read(text);
}

Found fromParts(const QString &text, const QString &delimiter)
{
    const QRegularExpression separator(QStringLiteral("\\s*%1\\s*").arg(QRegularExpression::escape(delimiter)));
    Found found;
    for (const QString &part : text.trimmed().split(separator))
        if (found.size() < size_t(mostFields))
            found.push_back({part, 1});
    return found;
}

std::optional<Found> fromPattern(const QString &text, const Pattern &pattern)
{
    const QRegularExpressionMatch match = pattern.isValid() ? pattern.expression().match(text) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return std::nullopt;
    Found found;
    const QStringList names = pattern.expression().namedCaptureGroups();
    for (qsizetype i = 0; i < names.size(); ++i)
        if (!names[i].isEmpty())
            found.push_back({names[i], match.captured(int(i))});
    return found;
}

Extractor extractorFor(const StepOptions &options)
{
    const QString format = options[QLatin1String("format")].toString(QStringLiteral("auto"));
    const QString delimiter = options[QLatin1String("delimiter")].toString(QStringLiteral(","));
    const QJsonArray paths = options[QLatin1String("jsonPaths")].toArray();
    if (format == u"json")
        return [paths](const QString &text) { return fromJson(text, paths); };
    if (format == u"kvp")
        return [](const QString &text) { return fromPairs(text); };
    if (format == u"delimiter")
        return [delimiter](const QString &text) { return fromParts(text, delimiter); };
    if (format == u"regexp") {
        const QString written = options.text(QLatin1String("regExp"));
        const Pattern pattern(written.startsWith(u'/') ? written : QStringLiteral("/(?<NewField>.*)/"));
        return [pattern](const QString &text) { return fromPattern(text, pattern); };
    }
    return [](const QString &text) {
        const std::optional<Found> json = fromJson(text, {});
        return json ? *json : fromPairs(text);
    };
}

void addValue(Column &column, const QJsonValue &value)
{
    if (value.isDouble())
        column.addNumber(value.toDouble());
    else if (value.isBool())
        column.addNumber(value.toBool(), FieldType::Boolean);
    else if (value.isString())
        column.addText(value.toString());
    else if (value.isObject())
        column.addText(QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
    else if (value.isArray())
        column.addText(QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)));
    else
        column.addMissing();
}

/// The columns that the texts of a field hold; one that a text does not name has no value there.
std::vector<Field> extracted(const Field &source, const Extractor &extract, bool &cut)
{
    QStringList names;
    QHash<QString, qsizetype> places;
    std::vector<Column> columns;
    for (size_t row = 0; row < source.size(); ++row) {
        const QString text = cellText(source, row);
        const std::optional<Found> found = text.isNull() || text.size() > longestText ? std::nullopt : extract(text);
        for (const auto &[name, value] : found.value_or(Found())) {
            if (!places.contains(name)) {
                cut = cut || names.size() >= mostFields || size_t(names.size() + 1) * source.size() > mostCells;
                if (cut)
                    continue;
                places.insert(name, names.size());
                names << name;
                columns.emplace_back();
            }
            Column &column = columns[size_t(places.value(name))];
            while (column.size() < row)
                column.addMissing();
            if (column.size() == row)
                addValue(column, value);
        }
    }
    std::vector<Field> fields;
    for (qsizetype i = 0; i < names.size(); ++i) {
        while (columns[size_t(i)].size() < source.size())
            columns[size_t(i)].addMissing();
        Field field = textField(names[i], {});
        columns[size_t(i)].moveTo(field);
        fields.push_back(std::move(field));
    }
    return fields;
}

} // namespace

Frames extractFields(Frames frames, const StepOptions &options)
{
    const QString name = options.text(QLatin1String("source"));
    if (name.isEmpty())
        return frames;
    const Extractor extract = extractorFor(options);
    const FieldNames names(frames);
    for (Frame &frame : frames) {
        const auto source = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &field) { return field.name == name || names.of(field, frame) == name; });
        if (source == frame.fields.end())
            continue;
        std::vector<Field> found = extracted(*source, extract, frame.cut);
        std::vector<Field> fields;
        if (!options[QLatin1String("replace")].toBool())
            fields = frame.fields;
        if (const Field *time = frame.time(); time && options[QLatin1String("keepTime")].toBool() && fields.empty())
            fields.push_back(*time);
        std::move(found.begin(), found.end(), std::back_inserter(fields));
        frame.fields = std::move(fields);
    }
    return frames;
}

} // namespace Watchfloor::Steps
