#include "models/metrics/expositionline.h"

#include "models/metrics/samplevalue.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t exemplarLabelLimit = 128;
constexpr size_t labelLimit = 1000;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString shown(std::string_view text)
{
    return toText(text.substr(0, 60));
}

size_t codePoints(const QString &text)
{
    return size_t(std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }));
}

using Pairs = std::vector<Labels::Pair>;

class LineReader
{
public:
    LineReader(std::string_view line, ExpositionFormat format)
        : m_rest(line)
        , m_strict(format == ExpositionFormat::OpenMetrics)
    {
    }

    QString read(Sample &sample, std::optional<ExactTime> &time)
    {
        skipBlanks();
        std::optional<QString> name;
        if (!m_rest.starts_with('{')) {
            const std::string_view plain = takePlainName(true);
            if (plain.empty())
                return QStringLiteral("no metric name at \"%1\"").arg(shown(m_rest));
            name = toText(plain);
            skipBlanks();
        }
        Pairs pairs;
        if (m_rest.starts_with('{'))
            if (const QString fault = readLabels(pairs, &name); !fault.isEmpty())
                return fault;
        if (!name)
            return QStringLiteral("no metric name in the braces");
        sample.name = *name;
        for (const auto &[key, value] : pairs)
            if (value.isEmpty())
                sample.emptyLabels.append(key);
        sample.labels = Labels(std::move(pairs));
        return m_strict ? readStrictRest(sample, time) : readRest(sample);
    }

    std::optional<QString> readName(bool &isQuoted)
    {
        isQuoted = m_rest.starts_with('"');
        if (!isQuoted) {
            const std::string_view plain = takePlainName(true);
            return plain.empty() ? std::nullopt : std::optional(toText(plain));
        }
        QString name;
        return readQuoted(name, QStringLiteral("a name")).isEmpty() && !name.isEmpty() ? std::optional(name) : std::nullopt;
    }
    std::string_view rest() const { return m_rest; }

private:
    template <typename Accept>
    std::string_view takeWhile(Accept accept)
    {
        size_t length = 0;
        while (length < m_rest.size() && accept(m_rest[length]))
            ++length;
        const std::string_view taken = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return taken;
    }
    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// OpenMetrics knows no blanks but those that it demands.
    bool skipBlanks()
    {
        return !m_strict && !takeWhile([](char c) { return c == ' ' || c == '\t'; }).empty();
    }
    std::string_view takeToken()
    {
        return takeWhile([](char c) { return c != ' ' && c != '\t'; });
    }
    std::string_view takePlainName(bool colons)
    {
        if (m_rest.empty() || isDigit(m_rest.front()))
            return {};
        return takeWhile([colons](char c) { return isLetter(c) || isDigit(c) || (colons && c == ':'); });
    }

    /// What stands between braces. `name` is where a quoted metric name goes; null where none may stand.
    QString readLabels(Pairs &pairs, std::optional<QString> *name)
    {
        const bool mayName = name && !name->has_value();
        take('{');
        for (bool first = true;; first = false) {
            skipBlanks();
            if (take('}'))
                return !first && m_strict ? QStringLiteral("a comma before the closing brace") : QString();
            if (const QString fault = readTerm(pairs, mayName ? name : nullptr); !fault.isEmpty())
                return fault;
            skipBlanks();
            if (take('}'))
                return {};
            if (!take(','))
                return QStringLiteral("no comma between labels at \"%1\"").arg(shown(m_rest));
            if (mayName && name->has_value())
                take(' ');
        }
    }

    QString readTerm(Pairs &pairs, std::optional<QString> *name)
    {
        QString key;
        const bool isQuoted = m_rest.starts_with('"');
        if (isQuoted) {
            if (const QString fault = readQuoted(key, QStringLiteral("a name")); !fault.isEmpty())
                return fault;
        } else {
            key = toText(takePlainName(false));
        }
        if (key.isEmpty())
            return QStringLiteral("no label name at \"%1\"").arg(shown(m_rest));
        skipBlanks();
        if (isQuoted && name && (m_rest.starts_with(',') || m_rest.starts_with('}'))) {
            if (*name)
                return QStringLiteral("a second metric name, %1").arg(quoted(key.left(60)));
            *name = key;
            return {};
        }
        if (!take('='))
            return QStringLiteral("label %1 has no =").arg(key.left(60));
        if (key == QLatin1String("__name__"))
            return QStringLiteral("the label name __name__ is reserved");
        skipBlanks();
        QString value;
        if (const QString fault = readQuoted(value, QStringLiteral("a label value")); !fault.isEmpty())
            return fault;
        if (std::any_of(pairs.begin(), pairs.end(), [&key](const Labels::Pair &pair) { return pair.first == key; }))
            return QStringLiteral("label %1 stands there twice").arg(key.left(60));
        if (pairs.size() == labelLimit)
            return QStringLiteral("more than %1 labels").arg(labelLimit);
        pairs.emplace_back(std::move(key), std::move(value));
        return {};
    }

    /// OpenMetrics leaves a backslash before any other character as it is; the text format knows three escapes and no other.
    QString readQuoted(QString &value, const QString &what)
    {
        if (!take('"'))
            return QStringLiteral("%1 is not in quotes").arg(what);
        std::string text;
        while (!m_rest.empty() && m_rest.front() != '"') {
            char c = m_rest.front();
            m_rest.remove_prefix(1);
            if (c == '\\') {
                if (m_rest.empty())
                    break;
                c = m_rest.front();
                m_rest.remove_prefix(1);
                if (c == 'n')
                    c = '\n';
                else if (c != '\\' && c != '"') {
                    if (!m_strict)
                        return QStringLiteral("unknown escape \\%1").arg(QChar::fromLatin1(c));
                    text += '\\';
                }
            }
            text += c;
        }
        if (!take('"'))
            return QStringLiteral("%1 has no closing quote").arg(what);
        if (!QByteArrayView(text).isValidUtf8())
            return QStringLiteral("%1 is not UTF-8").arg(what);
        value = QString::fromStdString(text);
        return {};
    }

    /// The text format's value and time in milliseconds, any blanks between them and behind.
    QString readRest(Sample &sample)
    {
        skipBlanks();
        if (const QString fault = readValue(sample.value, QStringLiteral("no value")); !fault.isEmpty())
            return fault;
        skipBlanks();
        if (m_rest.empty())
            return {};
        std::string_view text = takeToken();
        const std::string_view shownText = text;
        if (text.size() > 1 && text.front() == '+' && isDigit(text[1]))
            text.remove_prefix(1);
        qint64 milliseconds = 0;
        const char *end = text.data() + text.size();
        const auto [rest, fault] = std::from_chars(text.data(), end, milliseconds);
        if (fault != std::errc() || rest != end)
            return QStringLiteral("\"%1\" is not a time in milliseconds").arg(shown(shownText));
        sample.timestamp = double(milliseconds) / 1000.0;
        skipBlanks();
        return m_rest.empty() ? QString() : QStringLiteral("unexpected text \"%1\"").arg(shown(m_rest));
    }

    QString readStrictRest(Sample &sample, std::optional<ExactTime> &time)
    {
        if (!take(' '))
            return QStringLiteral("no value");
        if (const QString fault = readValue(sample.value, QStringLiteral("no value")); !fault.isEmpty())
            return fault;
        if (!m_rest.empty() && !m_rest.starts_with(" # ")) {
            time.emplace();
            if (const QString fault = readSeconds(sample.timestamp, *time); !fault.isEmpty())
                return fault;
        }
        if (m_rest.starts_with(" # "))
            return readExemplar(sample);
        return m_rest.empty() ? QString() : QStringLiteral("unexpected text \"%1\"").arg(shown(m_rest));
    }

    QString readValue(double &value, const QString &missing)
    {
        const std::string_view number = takeToken();
        if (number.empty())
            return missing;
        const auto parsed = parseExpositionValue(number);
        if (!parsed)
            return QStringLiteral("\"%1\" is not a number").arg(shown(number));
        value = *parsed;
        return {};
    }

    QString readSeconds(std::optional<double> &timestamp, ExactTime &exact)
    {
        if (!take(' '))
            return QStringLiteral("unexpected text \"%1\"").arg(shown(m_rest));
        const std::string_view text = takeToken();
        const auto seconds = parseExpositionValue(text);
        if (!seconds || !std::isfinite(*seconds))
            return QStringLiteral("\"%1\" is not a time in seconds").arg(shown(text));
        timestamp = *seconds;
        exact = exactTime(text, *seconds);
        return {};
    }

    static ExactTime exactTime(std::string_view text, double seconds)
    {
        ExactTime time;
        if (text.find_first_of("eE") != std::string_view::npos) {
            time.seconds = std::trunc(seconds);
            time.nanoseconds = int((seconds - std::trunc(seconds)) * 1e9);
            return time;
        }
        const bool negative = text.starts_with('-');
        text.remove_prefix(text.find_first_not_of("+-"));
        const size_t point = std::min(text.find('.'), text.size());
        for (const char digit : text.substr(0, point))
            time.seconds = time.seconds * 10 + (digit - '0');
        for (size_t i = 1; i <= 9; ++i)
            time.nanoseconds = time.nanoseconds * 10 + (point + i < text.size() ? text[point + i] - '0' : 0);
        if (negative) {
            time.seconds = -time.seconds;
            time.nanoseconds = -time.nanoseconds;
        }
        return time;
    }

    QString readExemplar(Sample &sample)
    {
        m_rest.remove_prefix(3);
        Exemplar exemplar;
        if (!m_rest.starts_with('{'))
            return QStringLiteral("the exemplar has no labels");
        Pairs pairs;
        if (const QString fault = readLabels(pairs, nullptr); !fault.isEmpty())
            return fault;
        size_t length = 0;
        for (const auto &[name, value] : pairs)
            length += codePoints(name) + codePoints(value);
        if (length > exemplarLabelLimit)
            return QStringLiteral("the exemplar's labels are longer than %1 characters").arg(exemplarLabelLimit);
        exemplar.labels = Labels(std::move(pairs));
        const QString missing = QStringLiteral("the exemplar has no value");
        if (!take(' '))
            return missing;
        if (const QString fault = readValue(exemplar.value, missing); !fault.isEmpty())
            return fault;
        ExactTime exact;
        if (!m_rest.empty())
            if (const QString fault = readSeconds(exemplar.timestamp, exact); !fault.isEmpty())
                return fault;
        if (!m_rest.empty())
            return QStringLiteral("unexpected text \"%1\"").arg(shown(m_rest));
        sample.exemplar = std::move(exemplar);
        return {};
    }

    std::string_view m_rest;
    bool m_strict;
};

}

QString parseSampleLine(std::string_view line, ExpositionFormat format, Sample &sample, std::optional<ExactTime> &time)
{
    return LineReader(line, format).read(sample, time);
}

std::optional<QString> takeMetricName(std::string_view &rest, ExpositionFormat format, bool *isQuoted)
{
    LineReader reader(rest, format);
    bool isInQuotes = false;
    auto name = reader.readName(isInQuotes);
    if (name)
        rest = reader.rest();
    if (isQuoted)
        *isQuoted = isInQuotes;
    return name;
}

QString unescapedHelp(std::string_view text, bool quotes)
{
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        const bool escape = text[i] == '\\' && (next == 'n' || next == '\\' || (next == '"' && quotes));
        result += escape ? (next == 'n' ? '\n' : next) : text[i];
        i += escape ? 1 : 0;
    }
    return QString::fromStdString(result);
}

} // namespace Watchfloor
