#include "models/metrics/expositionline.h"

#include "models/metrics/samplevalue.h"

#include <charconv>

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

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), size_t(60))));
}

class LineReader
{
public:
    LineReader(std::string_view line, ExpositionFormat format)
        : m_rest(line)
        , m_strict(format == ExpositionFormat::OpenMetrics)
    {
    }

    QString read(Sample &sample)
    {
        if (!m_strict)
            skipBlanks();
        const std::string_view name = takeWhile([](char c) { return isLetter(c) || isDigit(c) || c == ':'; });
        if (!isMetricName(name))
            return QStringLiteral("no metric name at \"%1\"").arg(shown(name.empty() ? m_rest : name));
        sample.name = QString::fromUtf8(name.data(), qsizetype(name.size()));
        if (!m_strict)
            skipBlanks();
        if (!m_rest.empty() && m_rest.front() == '{')
            if (const QString fault = readLabels(sample.labels); !fault.isEmpty())
                return fault;
        if (const QString fault = readNumbers(sample.value, sample.timestamp, false); !fault.isEmpty())
            return fault;
        if (m_strict && m_rest.starts_with(" # "))
            return readExemplar(sample);
        return m_rest.empty() ? QString() : QStringLiteral("unexpected text \"%1\"").arg(shown(m_rest));
    }

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
    void skipBlanks()
    {
        takeWhile([](char c) { return c == ' ' || c == '\t'; });
    }
    void skipOptionalBlanks()
    {
        if (!m_strict)
            skipBlanks();
    }
    std::string_view takeToken()
    {
        return takeWhile([](char c) { return c != ' ' && c != '\t'; });
    }
    bool takeSeparator()
    {
        const size_t before = m_rest.size();
        if (m_strict)
            take(' ');
        else
            skipBlanks();
        return m_rest.size() != before;
    }

    QString readLabels(Labels &labels)
    {
        take('{');
        std::vector<Labels::Pair> pairs;
        while (true) {
            skipOptionalBlanks();
            if (take('}'))
                break;
            if (!pairs.empty() && !(take(',') && (skipOptionalBlanks(), true)))
                return QStringLiteral("no comma between labels at \"%1\"").arg(shown(m_rest));
            if (!m_strict && take('}'))
                break;
            const std::string_view name = takeWhile([](char c) { return isLetter(c) || isDigit(c); });
            if (name.empty() || isDigit(name.front()))
                return QStringLiteral("no label name at \"%1\"").arg(shown(m_rest));
            skipOptionalBlanks();
            if (!take('='))
                return QStringLiteral("label %1 has no =").arg(shown(name));
            skipOptionalBlanks();
            QString value;
            if (const QString fault = readQuoted(value); !fault.isEmpty())
                return fault;
            const QString key = QString::fromUtf8(name.data(), qsizetype(name.size()));
            if (std::any_of(pairs.begin(), pairs.end(), [&key](const Labels::Pair &pair) { return pair.first == key; }))
                return QStringLiteral("label %1 stands there twice").arg(key.left(60));
            if (pairs.size() == labelLimit)
                return QStringLiteral("more than %1 labels").arg(labelLimit);
            pairs.emplace_back(key, value);
        }
        labels = Labels(std::move(pairs));
        return {};
    }

    QString readQuoted(QString &value)
    {
        if (!take('"'))
            return QStringLiteral("a label value is not in quotes");
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
                else if (c != '\\' && c != '"')
                    return QStringLiteral("unknown escape \\%1").arg(QChar::fromLatin1(c));
            }
            text += c;
        }
        if (!take('"'))
            return QStringLiteral("a label value has no closing quote");
        if (!QByteArrayView(text).isValidUtf8())
            return QStringLiteral("a label value is not UTF-8");
        value = QString::fromStdString(text);
        return {};
    }

    QString readNumbers(double &value, std::optional<double> &timestamp, bool exemplar)
    {
        const bool separated = takeSeparator();
        const std::string_view number = takeToken();
        if (number.empty() || (m_strict && !separated))
            return exemplar ? QStringLiteral("the exemplar has no value") : QStringLiteral("no value");
        const auto parsed = parseExpositionValue(number);
        if (!parsed)
            return QStringLiteral("\"%1\" is not a number").arg(shown(number));
        value = *parsed;
        if (m_strict && m_rest.starts_with(" # "))
            return {};
        if (!takeSeparator() || (m_rest.empty() && !m_strict))
            return {};
        return readTime(takeToken(), timestamp);
    }

    QString readTime(std::string_view text, std::optional<double> &timestamp)
    {
        if (m_strict) {
            const auto seconds = parseExpositionValue(text);
            if (!seconds || !std::isfinite(*seconds))
                return QStringLiteral("\"%1\" is not a time in seconds").arg(shown(text));
            timestamp = *seconds;
            return {};
        }
        qint64 milliseconds = 0;
        const char *end = text.data() + text.size();
        const auto [rest, fault] = std::from_chars(text.data(), end, milliseconds);
        if (fault != std::errc() || rest != end)
            return QStringLiteral("\"%1\" is not a time in milliseconds").arg(shown(text));
        timestamp = double(milliseconds) / 1000.0;
        skipBlanks();
        return {};
    }

    QString readExemplar(Sample &sample)
    {
        m_rest.remove_prefix(3);
        Exemplar exemplar;
        if (m_rest.empty() || m_rest.front() != '{')
            return QStringLiteral("the exemplar has no labels");
        if (const QString fault = readLabels(exemplar.labels); !fault.isEmpty())
            return fault;
        size_t length = 0;
        for (const auto &[name, value] : exemplar.labels)
            length += size_t(name.size() + value.size());
        if (length > exemplarLabelLimit)
            return QStringLiteral("the exemplar's labels are longer than %1 characters").arg(exemplarLabelLimit);
        if (const QString fault = readNumbers(exemplar.value, exemplar.timestamp, true); !fault.isEmpty())
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

bool isMetricName(std::string_view name)
{
    return !name.empty() && !isDigit(name.front())
           && std::all_of(name.begin(), name.end(), [](char c) { return isLetter(c) || isDigit(c) || c == ':'; });
}

QString parseSampleLine(std::string_view line, ExpositionFormat format, Sample &sample)
{
    return LineReader(line, format).read(sample);
}

QString unescapedHelp(std::string_view text, ExpositionFormat format)
{
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        const bool escape = text[i] == '\\' && (next == 'n' || next == '\\' || (next == '"' && format == ExpositionFormat::OpenMetrics));
        result += escape ? (next == 'n' ? '\n' : next) : text[i];
        i += escape ? 1 : 0;
    }
    return QString::fromStdString(result);
}

} // namespace Watchfloor
