#include "models/metrics/textexposition.h"

#include "models/metrics/expositionline.h"
#include "models/metrics/expositionpage.h"
#include "models/metrics/samplevalue.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace Watchfloor {

namespace {

constexpr std::string_view blanks = " \t";

void skipBlanks(std::string_view &rest)
{
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
}

std::string_view takeWord(std::string_view &rest)
{
    skipBlanks(rest);
    const std::string_view word = rest.substr(0, rest.find_first_of(blanks));
    rest.remove_prefix(word.size());
    return word;
}

/// The type a TYPE line names, in any case; gauge histograms were never part of the format and are written in two ways.
std::optional<QString> typeOf(std::string_view text)
{
    const QString type = ExpositionPageBuilder::toText(text).toLower();
    if (type == QLatin1String("gauge_histogram"))
        return QStringLiteral("gaugehistogram");
    for (const char *known : {"counter", "gauge", "histogram", "summary", "untyped", "gaugehistogram"})
        if (type == QLatin1String(known))
            return type;
    return std::nullopt;
}

bool isHistogram(const QString &type)
{
    return type == QLatin1String("histogram") || type == QLatin1String("gaugehistogram");
}

class TextReader
{
public:
    explicit TextReader(bool once)
        : m_once(once)
    {
    }

    ExpositionPage read(std::string_view body)
    {
        while (!body.empty()) {
            const size_t length = body.find('\n');
            m_page.nextLine();
            readLine(body.substr(0, length));
            if (length == std::string_view::npos) {
                if (body.find_first_not_of(blanks) != std::string_view::npos)
                    m_page.fault(QStringLiteral("the last line does not end in a line feed"));
                break;
            }
            body.remove_prefix(length + 1);
        }
        return m_page.take();
    }

private:
    void readLine(std::string_view line)
    {
        skipBlanks(line);
        if (line.empty())
            return;
        if (line.front() == '#')
            return readComment(line.substr(1));
        if (!QByteArrayView(line).isValidUtf8())
            return m_page.fault(QStringLiteral("the line is not UTF-8"));
        readSample(line);
    }

    /// A line of metadata that stops after its name says nothing and is no fault.
    void readComment(std::string_view rest)
    {
        const std::string_view word = takeWord(rest);
        if (word != "TYPE" && word != "HELP")
            return;
        skipBlanks(rest);
        if (rest.empty())
            return;
        bool isQuoted = false;
        const auto name = takeMetricName(rest, ExpositionFormat::Text, &isQuoted);
        if (!name || (!rest.empty() && blanks.find(rest.front()) == std::string_view::npos))
            return m_page.fault(QStringLiteral("%1 names no metric").arg(ExpositionPageBuilder::toText(word)));
        skipBlanks(rest);
        if (rest.empty())
            return;
        if (!QByteArrayView(rest).isValidUtf8())
            return m_page.fault(QStringLiteral("the line is not UTF-8"));
        if (word == "TYPE")
            readType(*name, rest);
        else
            readHelp(*name, rest, isQuoted);
    }

    void readType(const QString &name, std::string_view text)
    {
        const size_t index = familyNamed(name);
        if (m_typed.contains(name))
            return m_page.fault(QStringLiteral("a second TYPE of %1").arg(name));
        if (!m_page.family(index).samples.empty())
            return m_page.fault(QStringLiteral("TYPE of %1 comes after its samples").arg(name));
        const auto type = typeOf(text);
        if (!type)
            return m_page.fault(QStringLiteral("\"%1\" is not a type").arg(ExpositionPageBuilder::toText(text.substr(0, 60))));
        m_typed.insert(name);
        m_page.family(index).type = *type;
    }

    void readHelp(const QString &name, std::string_view text, bool isQuoted)
    {
        const size_t index = familyNamed(name);
        if (m_helped.contains(name))
            return m_page.fault(QStringLiteral("a second HELP of %1").arg(name));
        m_helped.insert(name);
        m_page.family(index).help = unescapedHelp(text, isQuoted);
    }

    void readSample(std::string_view line)
    {
        Sample sample;
        std::optional<ExactTime> time;
        if (const QString problem = parseSampleLine(line, ExpositionFormat::Text, sample, time); !problem.isEmpty())
            return m_page.fault(problem);
        const size_t index = familyOf(sample.name);
        const MetricFamily &family = m_page.family(index);
        if (const QString problem = isHistogram(family.type)                     ? histogramProblem(family, sample)
                                    : family.type == QLatin1String("summary") ? summaryProblem(family, sample)
                                                                              : QString();
            !problem.isEmpty())
            return m_page.fault(problem);
        const size_t hash = qHashMulti(0, sample.name, sample.labels, sample.timestamp.value_or(-1));
        const bool isAgain = m_seen.contains(hash);
        if (isAgain)
            m_page.remark(QStringLiteral("%1%2 stands there twice").arg(sample.name, sample.labels.toString().left(200)));
        m_seen.insert(hash);
        if (!isAgain || !m_once)
            m_page.addSample(index, std::move(sample));
    }

    QString histogramProblem(const MetricFamily &family, const Sample &sample)
    {
        const QStringView suffix = QStringView(sample.name).mid(family.name.size());
        const bool hasBound = sample.labels.contains(u"le") || sample.emptyLabels.contains(QStringLiteral("le"));
        const auto bound = parseExpositionValue(sample.labels.value(u"le").toStdString());
        if (hasBound && !bound)
            return QStringLiteral("a bucket without a number in le");
        const bool isNegative = sample.value < 0;
        if (suffix == u"_count")
            return isNegative ? QStringLiteral("a negative count of histogram %1").arg(family.name) : QString();
        if (suffix == u"_sum")
            return {};
        if (!hasBound)
            m_page.remark(QStringLiteral("a bucket without le"));
        return hasBound && isNegative && !std::isnan(*bound) ? QStringLiteral("a negative bucket of histogram %1").arg(family.name) : QString();
    }

    QString summaryProblem(const MetricFamily &family, const Sample &sample)
    {
        const bool hasQuantile = sample.labels.contains(u"quantile") || sample.emptyLabels.contains(QStringLiteral("quantile"));
        if (hasQuantile && !parseExpositionValue(sample.labels.value(u"quantile").toStdString()))
            return QStringLiteral("a summary without a number in quantile");
        if (!hasQuantile && sample.name == family.name)
            m_page.remark(QStringLiteral("a sample of summary %1 without quantile").arg(family.name));
        return {};
    }

    /// The family a sample belongs to: of its own name, or the summary or histogram whose part it is.
    size_t familyOf(const QString &name)
    {
        if (const auto own = m_page.find(name))
            return *own;
        for (const QLatin1String suffix : {QLatin1String("_count"), QLatin1String("_sum"), QLatin1String("_bucket")}) {
            if (!name.endsWith(suffix))
                continue;
            const auto base = m_page.find(name.chopped(suffix.size()));
            const bool fits = base
                              && (isHistogram(m_page.family(*base).type)
                                  || (m_page.family(*base).type == QLatin1String("summary") && suffix != QLatin1String("_bucket")));
            if (fits)
                return *base;
        }
        return m_page.add(name);
    }

    size_t familyNamed(const QString &name)
    {
        const auto known = m_page.find(name);
        return known ? *known : m_page.add(name);
    }

    ExpositionPageBuilder m_page{QStringLiteral("untyped")};
    QSet<QString> m_typed;
    QSet<QString> m_helped;
    QSet<size_t> m_seen;
    bool m_once;
};

}

ExpositionPage readTextExposition(std::string_view body, bool once)
{
    return TextReader(once).read(body);
}

} // namespace Watchfloor
