#include "models/metrics/exposition.h"

#include "models/metrics/expositionline.h"
#include "models/metrics/samplevalue.h"

#include <QSet>

#include <array>
#include <string_view>

namespace Watchfloor {

namespace {

constexpr size_t sampleLimit = 1'000'000;
constexpr size_t faultLimit = 10'000;
constexpr std::array<std::string_view, 8> suffixes{"_bucket", "_sum", "_count", "_total", "_created", "_info", "_gcount", "_gsum"};

bool isType(std::string_view type, ExpositionFormat format)
{
    static constexpr std::array<std::string_view, 5> text{"counter", "gauge", "histogram", "summary", "untyped"};
    static constexpr std::array<std::string_view, 8> open{"counter", "gauge",  "histogram", "summary",
                                                          "unknown", "info", "stateset",  "gaugehistogram"};
    return format == ExpositionFormat::Text ? std::find(text.begin(), text.end(), type) != text.end()
                                            : std::find(open.begin(), open.end(), type) != open.end();
}

/// Which suffixes the samples of a type carry; "" is the bare name.
std::vector<std::string_view> suffixesOf(const QString &type, ExpositionFormat format)
{
    if (type == QLatin1String("histogram"))
        return {"_bucket", "_sum", "_count", "_created"};
    if (type == QLatin1String("gaugehistogram"))
        return {"_bucket", "_gsum", "_gcount"};
    if (type == QLatin1String("summary"))
        return {"", "_sum", "_count", "_created"};
    if (format == ExpositionFormat::OpenMetrics && type == QLatin1String("counter"))
        return {"_total", "_created"};
    if (format == ExpositionFormat::OpenMetrics && type == QLatin1String("info"))
        return {"_info"};
    return {""};
}

class PageReader
{
public:
    explicit PageReader(ExpositionFormat format)
        : m_format(format)
    {
    }

    Result<ExpositionPage> read(std::string_view body)
    {
        while (!body.empty()) {
            const size_t length = std::min(body.find('\n'), body.size());
            ++m_line;
            readLine(body.substr(0, length));
            body.remove_prefix(std::min(length + 1, body.size()));
            if (m_samples > sampleLimit)
                return Error{Error::Kind::TooLarge, QStringLiteral("more than %1 samples").arg(sampleLimit), {}};
        }
        if (m_format == ExpositionFormat::OpenMetrics && !m_ended)
            return Error{Error::Kind::Truncated, QStringLiteral("the page does not end in # EOF"), {}};
        return std::move(m_page);
    }

private:
    void fault(const QString &message)
    {
        if (m_page.faults.size() < faultLimit)
            m_page.faults.push_back({m_line, message});
    }

    void readLine(std::string_view line)
    {
        const bool open = m_format == ExpositionFormat::OpenMetrics;
        if (m_ended)
            return fault(QStringLiteral("text after # EOF"));
        if (!QByteArrayView(line).isValidUtf8())
            return fault(QStringLiteral("the line is not UTF-8"));
        const size_t start = line.find_first_not_of(open ? "" : " \t");
        if (line.empty() || start == std::string_view::npos)
            return open ? fault(QStringLiteral("an empty line")) : void();
        if (line[start] == '#')
            return open ? readOpenComment(line) : readTextComment(line.substr(start + 1));
        readSample(line);
    }

    void readOpenComment(std::string_view line)
    {
        if (line == "# EOF") {
            m_ended = true;
            return;
        }
        if (!line.starts_with("# "))
            return fault(QStringLiteral("a comment that OpenMetrics does not know"));
        line.remove_prefix(2);
        const auto word = cutWord(line, true);
        const auto name = cutWord(line, true);
        if (word != "TYPE" && word != "HELP" && word != "UNIT")
            return fault(QStringLiteral("a comment that OpenMetrics does not know"));
        readMetadata(word, name, line);
    }

    void readTextComment(std::string_view rest)
    {
        const auto word = cutWord(rest, false);
        if (word != "TYPE" && word != "HELP")
            return;
        const auto name = cutWord(rest, false);
        while (word == "TYPE" && !rest.empty() && (rest.back() == ' ' || rest.back() == '\t'))
            rest.remove_suffix(1);
        readMetadata(word, name, rest);
    }

    static std::string_view cutWord(std::string_view &rest, bool strict)
    {
        const char *blanks = strict ? " " : " \t";
        if (!strict)
            rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
        const size_t length = std::min(rest.find_first_of(blanks), rest.size());
        const auto word = rest.substr(0, length);
        rest.remove_prefix(length);
        if (strict)
            rest.remove_prefix(rest.empty() ? 0 : 1);
        else
            rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
        return word;
    }

    void readMetadata(std::string_view word, std::string_view name, std::string_view text)
    {
        if (!isMetricName(name))
            return fault(QStringLiteral("%1 names no metric").arg(toText(word)));
        const QString key = toText(name);
        if (word == "TYPE" && !isType(text, m_format))
            return fault(QStringLiteral("\"%1\" is not a type").arg(toText(text.substr(0, 60))));
        if (m_said.contains(toText(word) + u' ' + key))
            return fault(QStringLiteral("a second %1 of %2").arg(toText(word), key));
        const bool isNew = !m_index.contains(key);
        if (!isNew && m_format == ExpositionFormat::OpenMetrics && m_index.value(key) != m_current)
            return fault(QStringLiteral("%1 is interrupted by other metrics").arg(key));
        const size_t index = familyNamed(key);
        MetricFamily &family = m_page.families[index];
        if (!family.samples.empty() && (word == "TYPE" || m_format == ExpositionFormat::OpenMetrics))
            return fault(QStringLiteral("%1 of %2 comes after its samples").arg(toText(word), key));
        if (word == "UNIT" && !text.empty() && !key.endsWith(u'_' + toText(text)))
            return fault(QStringLiteral("the name %1 does not end in its unit").arg(key));
        m_said.insert(toText(word) + u' ' + key);
        m_current = index;
        if (word == "TYPE")
            family.type = toText(text);
        else if (word == "UNIT")
            family.unit = toText(text);
        else
            family.help = unescapedHelp(text, m_format);
    }

    void readSample(std::string_view line)
    {
        ++m_samples;
        Sample sample;
        if (const QString problem = parseSampleLine(line, m_format, sample); !problem.isEmpty())
            return fault(problem);
        const size_t index = familyOf(sample.name);
        const MetricFamily &known = m_page.families[index];
        if (m_format == ExpositionFormat::OpenMetrics && index != m_current && !known.samples.empty())
            return fault(QStringLiteral("%1 is interrupted by other metrics").arg(known.name));
        if (const QString problem = problemOf(known, sample); !problem.isEmpty())
            return fault(problem);
        const size_t hash = qHashMulti(0, sample.name, sample.labels, sample.timestamp.value_or(-1));
        if (m_seen.contains(hash))
            return fault(QStringLiteral("%1%2 stands there twice").arg(sample.name, sample.labels.toString().left(200)));
        m_seen.insert(hash);
        m_current = index;
        m_page.families[index].samples.push_back(std::move(sample));
    }

    QString problemOf(const MetricFamily &family, const Sample &sample) const
    {
        const QStringView suffix = QStringView(sample.name).mid(family.name.size());
        if (suffix == u"_bucket" && !parseExpositionValue(sample.labels.value(u"le").toStdString()))
            return QStringLiteral("a bucket without a number in le");
        if (family.type == QLatin1String("summary") && suffix.isEmpty()
            && !parseExpositionValue(sample.labels.value(u"quantile").toStdString()))
            return QStringLiteral("a summary without a number in quantile");
        if (m_format == ExpositionFormat::Text)
            return {};
        if (family.type == QLatin1String("counter") && suffix == u"_total" && !(sample.value >= 0))
            return QStringLiteral("a counter that is negative or not a number");
        if (sample.exemplar && suffix != u"_total" && suffix != u"_bucket")
            return QStringLiteral("an exemplar where none may stand");
        if (!carries(family, suffix))
            return QStringLiteral("%1 is not a sample name of a %2").arg(sample.name, family.type);
        return {};
    }

    bool carries(const MetricFamily &family, QStringView suffix) const
    {
        const auto allowed = suffixesOf(family.type, m_format);
        return std::any_of(allowed.begin(), allowed.end(), [suffix](std::string_view candidate) {
            return suffix == QLatin1String(candidate.data(), qsizetype(candidate.size()));
        });
    }

    /// The family a sample name belongs to: the name itself, or what stands before a suffix that its type carries.
    size_t familyOf(const QString &sampleName)
    {
        if (const auto found = m_index.constFind(sampleName); found != m_index.constEnd())
            return *found;
        for (const std::string_view suffix : suffixes) {
            const QLatin1String tail(suffix.data(), qsizetype(suffix.size()));
            if (!sampleName.endsWith(tail))
                continue;
            const auto found = m_index.constFind(sampleName.chopped(tail.size()));
            if (found != m_index.constEnd() && carries(m_page.families[*found], tail.size() ? QStringView(sampleName).last(tail.size()) : QStringView()))
                return *found;
        }
        return familyNamed(sampleName);
    }

    size_t familyNamed(const QString &name)
    {
        const auto found = m_index.constFind(name);
        if (found != m_index.constEnd())
            return *found;
        MetricFamily family;
        family.name = name;
        if (m_format == ExpositionFormat::OpenMetrics)
            family.type = QStringLiteral("unknown");
        m_page.families.push_back(std::move(family));
        m_index.insert(name, m_page.families.size() - 1);
        return m_page.families.size() - 1;
    }

    static QString toText(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

    ExpositionFormat m_format;
    ExpositionPage m_page;
    QHash<QString, size_t> m_index;
    QSet<QString> m_said;
    QSet<size_t> m_seen;
    size_t m_current = size_t(-1);
    size_t m_samples = 0;
    int m_line = 0;
    bool m_ended = false;
};

}

const MetricFamily *ExpositionPage::find(QStringView name) const
{
    const auto found = std::find_if(families.begin(), families.end(), [name](const MetricFamily &family) { return family.name == name; });
    return found == families.end() ? nullptr : &*found;
}

ExpositionFormat expositionFormat(QByteArrayView contentType)
{
    return contentType.trimmed().startsWith("application/openmetrics-text") ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text;
}

Result<ExpositionPage> parseExposition(QByteArrayView body, ExpositionFormat format)
{
    if (body.trimmed().startsWith('<'))
        return Error{Error::Kind::NotExpected, QStringLiteral("HTML page"), {}};
    return PageReader(format).read(std::string_view(body.data(), size_t(body.size())));
}

} // namespace Watchfloor
