#include "models/metrics/openmetrics.h"

#include "models/metrics/expositionline.h"
#include "models/metrics/expositionpage.h"
#include "models/metrics/openmetricshistogram.h"
#include "models/metrics/samplevalue.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

struct Type
{
    QLatin1String name;
    QStringList suffixes; ///< of its sample names; an empty one is the bare name
};

const Type *typeNamed(QStringView name)
{
    static const std::vector<Type> types{
        {QLatin1String("unknown"), {QString()}},
        {QLatin1String("gauge"), {QString()}},
        {QLatin1String("stateset"), {QString()}},
        {QLatin1String("info"), {QStringLiteral("_info")}},
        {QLatin1String("counter"), {QStringLiteral("_total"), QStringLiteral("_created")}},
        {QLatin1String("summary"), {QString(), QStringLiteral("_count"), QStringLiteral("_sum"), QStringLiteral("_created")}},
        {QLatin1String("histogram"),
         {QStringLiteral("_count"), QStringLiteral("_sum"), QStringLiteral("_bucket"), QStringLiteral("_created")}},
        {QLatin1String("gaugehistogram"), {QStringLiteral("_gcount"), QStringLiteral("_gsum"), QStringLiteral("_bucket")}},
    };
    const auto found = std::find_if(types.begin(), types.end(), [name](const Type &type) { return name == type.name; });
    return found == types.end() ? nullptr : &*found;
}

bool isInteger(double value)
{
    return std::isfinite(value) && std::trunc(value) == value;
}

/// What is wrong with a sample of this type by itself; `suffix` is what its name has behind the family's.
QString problemOf(const QString &family, QStringView type, QStringView suffix, const Sample &sample)
{
    const auto oneOf = [suffix](std::initializer_list<QStringView> list) { return std::find(list.begin(), list.end(), suffix) != list.end(); };
    const bool isBucket = suffix == u"_bucket";
    if (type == u"stateset" && !sample.labels.contains(family) && !sample.emptyLabels.contains(family))
        return QStringLiteral("a state of %1 without its label").arg(family);
    if (isBucket) {
        const QString bound = sample.labels.value(u"le");
        const auto number = parseExpositionValue(bound.toStdString());
        if (!number || std::isnan(*number) || (*number == std::numeric_limits<double>::infinity() && bound != u"+Inf"))
            return QStringLiteral("a bucket without a canonical number in le");
        if (sample.exemplar && sample.exemplar->value > *number)
            return QStringLiteral("an exemplar that is not of its bucket");
    }
    if ((isBucket || oneOf({u"_count", u"_gcount"})) && !std::isnan(sample.value) && !isInteger(sample.value))
        return QStringLiteral("a count that is not an integer");
    if (type == u"summary" && suffix.isEmpty()) {
        const auto quantile = parseExpositionValue(sample.labels.value(u"quantile").toStdString());
        if (!quantile || !(*quantile >= 0 && *quantile <= 1))
            return QStringLiteral("a summary without a quantile between 0 and 1");
        if (sample.value < 0)
            return QStringLiteral("the value of a quantile is negative");
    }
    if (type == u"stateset" && sample.value != 0 && sample.value != 1)
        return QStringLiteral("a state is neither 0 nor 1");
    if (type == u"info" && sample.value != 1)
        return QStringLiteral("the value of an info is not 1");
    if (oneOf({u"_total", u"_sum", u"_count", u"_bucket", u"_gcount", u"_gsum"}) && std::isnan(sample.value))
        return QStringLiteral("a counter that is not a number");
    if (oneOf({u"_total", u"_sum", u"_count", u"_bucket", u"_gcount"}) && sample.value < 0)
        return QStringLiteral("a counter that is negative");
    const bool mayHaveExemplar = isBucket || (type == u"counter" && suffix == u"_total");
    return sample.exemplar && !mayHaveExemplar ? QStringLiteral("an exemplar where none may stand") : QString();
}

/// The labels of the metric that a sample belongs to, without those that tell its values apart.
Labels groupOf(const QString &family, QStringView type, QStringView suffix, const Sample &sample)
{
    if (type == u"info")
        return {};
    Labels group = sample.labels;
    if (type == u"summary" && suffix.isEmpty())
        group.remove(u"quantile");
    if (type == u"stateset")
        group.remove(family);
    if (suffix == u"_bucket")
        group.remove(u"le");
    return group;
}

/// The family that is being read.
struct OpenFamily
{
    size_t index = 0;
    QString name;
    const Type *type = nullptr;
    bool hasHelp = false;
    int typeLine = 0; ///< 0: none was said
    int unitLine = 0;
    int firstLine = 0;
    int lastLine = 0; ///< of its samples, 0 when it has none
    bool isRefused = false;
    bool isIncomplete = false; ///< a faulty line was left out, so that what is there proves nothing of the whole
    std::optional<Labels> group;
    std::optional<ExactTime> time;
    QSet<Labels> groups;
    QSet<size_t> atThisTime;
    OpenMetricsHistogram histogram;
};

class OpenReader
{
public:
    ExpositionPage read(std::string_view body)
    {
        while (!body.empty()) {
            const size_t length = std::min(body.find('\n'), body.size());
            m_page.nextLine();
            if (m_ended) {
                m_page.fault(QStringLiteral("text after # EOF"));
                break;
            }
            readLine(body.substr(0, length));
            body.remove_prefix(std::min(length + 1, body.size()));
        }
        finishFamily();
        if (m_page.line() == 0)
            m_page.nextLine();
        if (!m_ended)
            m_page.fault(QStringLiteral("the page does not end in # EOF"));
        ExpositionPage page = m_page.take();
        page.isCut = !m_ended;
        std::stable_sort(page.faults.begin(), page.faults.end(),
                         [](const ExpositionFault &a, const ExpositionFault &b) { return a.line < b.line; });
        return page;
    }

private:
    void readLine(std::string_view line)
    {
        if (!QByteArrayView(line).isValidUtf8())
            return m_page.fault(QStringLiteral("the line is not UTF-8"));
        if (line.empty())
            return m_page.fault(QStringLiteral("an empty line"));
        if (line.ends_with('\r'))
            return m_page.fault(QStringLiteral("the line ends in a carriage return"));
        if (line == "# EOF") {
            finishFamily();
            m_ended = true;
        } else if (line.starts_with('#')) {
            readMetadata(line);
        } else {
            readSample(line);
        }
    }

    void readMetadata(std::string_view line)
    {
        const std::string_view word = line.substr(0, 7);
        if (word != "# TYPE " && word != "# HELP " && word != "# UNIT ")
            return m_page.fault(QStringLiteral("a comment that OpenMetrics does not know"));
        const QString what = ExpositionPageBuilder::toText(word.substr(2, 4));
        std::string_view rest = line.substr(7);
        const auto name = takeMetricName(rest, ExpositionFormat::OpenMetrics);
        if (!name)
            return m_page.fault(QStringLiteral("%1 names no metric").arg(what));
        if (!rest.starts_with(' '))
            return m_page.fault(QStringLiteral("%1 of %2 says nothing").arg(what, *name));
        rest.remove_prefix(1);
        if (m_current && m_current->name == *name && m_current->lastLine > 0)
            return m_page.fault(QStringLiteral("%1 of %2 comes after its samples").arg(what, *name));
        if (!m_current || m_current->name != *name)
            beginFamily(*name);
        if (what == QLatin1String("TYPE"))
            readType(rest);
        else if (what == QLatin1String("UNIT"))
            readUnit(rest);
        else if (m_current->hasHelp)
            m_page.fault(QStringLiteral("a second HELP of %1").arg(m_current->name));
        else
            m_page.family(m_current->index).help = unescapedHelp(rest, true);
        m_current->hasHelp = m_current->hasHelp || what == QLatin1String("HELP");
    }

    void readType(std::string_view text)
    {
        const QString name = ExpositionPageBuilder::toText(text);
        const Type *type = typeNamed(name);
        if (m_current->typeLine > 0)
            return m_page.fault(QStringLiteral("a second TYPE of %1").arg(m_current->name));
        m_current->typeLine = m_page.line();
        if (!type)
            return m_page.fault(QStringLiteral("\"%1\" is not a type").arg(name.left(60)));
        m_current->type = type;
        m_page.family(m_current->index).type = name;
    }

    void readUnit(std::string_view text)
    {
        if (m_current->unitLine > 0)
            return m_page.fault(QStringLiteral("a second UNIT of %1").arg(m_current->name));
        m_current->unitLine = m_page.line();
        m_page.family(m_current->index).unit = ExpositionPageBuilder::toText(text);
    }

    void beginFamily(const QString &name)
    {
        finishFamily();
        m_current.emplace();
        m_current->name = name;
        m_current->type = typeNamed(u"unknown");
        m_current->firstLine = m_page.line();
        const auto known = m_page.find(name);
        if (known || m_claimed.contains(name)) {
            m_current->isRefused = true;
            m_page.fault(known ? QStringLiteral("%1 is interrupted by other metrics").arg(name)
                               : QStringLiteral("the name %1 is that of a sample of another metric").arg(name));
        }
        m_current->index = known ? *known : m_page.add(name);
    }

    void finishFamily()
    {
        if (!m_current)
            return;
        const OpenFamily &family = *m_current;
        const QString unit = family.unitLine > 0 ? m_page.family(family.index).unit : QString();
        if (!unit.isEmpty() && !family.name.endsWith(u'_' + unit))
            m_page.faultAt(family.unitLine, QStringLiteral("the name %1 does not end in its unit").arg(family.name));
        else if (!unit.isEmpty() && (family.type->name == QLatin1String("info") || family.type->name == QLatin1String("stateset")))
            m_page.faultAt(family.unitLine, QStringLiteral("%1 is of a type that has no unit").arg(family.name));
        endHistogram();
        QStringList claims{family.name};
        for (const QString &suffix : family.type->suffixes)
            claims.append(family.name + suffix);
        const bool clashes = std::any_of(claims.begin(), claims.end(), [this](const QString &name) { return m_claimed.contains(name); });
        if (clashes && !family.isRefused)
            m_page.faultAt(family.typeLine > 0 ? family.typeLine : family.firstLine,
                           QStringLiteral("%1 has a sample with the name of another metric").arg(family.name));
        m_claimed.unite(QSet<QString>(claims.begin(), claims.end()));
        m_current.reset();
    }

    void endHistogram()
    {
        const QString problem = m_current->histogram.finish();
        if (!problem.isEmpty() && !m_current->isIncomplete)
            m_page.faultAt(m_current->lastLine, problem);
    }

    bool belongs(const QString &sampleName) const
    {
        if (!m_current || !sampleName.startsWith(m_current->name))
            return false;
        const QStringView suffix = QStringView(sampleName).mid(m_current->name.size());
        const QStringList &suffixes = m_current->type->suffixes;
        return std::any_of(suffixes.begin(), suffixes.end(), [suffix](const QString &allowed) { return suffix == allowed; });
    }

    void readSample(std::string_view line)
    {
        Sample sample;
        std::optional<ExactTime> time;
        QString problem = parseSampleLine(line, ExpositionFormat::OpenMetrics, sample, time);
        if (problem.isEmpty())
            problem = takeSample(std::move(sample), time);
        if (problem.isEmpty())
            return;
        m_page.fault(problem);
        if (m_current)
            m_current->isIncomplete = true;
    }

    /// Adds a sample to the family that it belongs to; the first of another name begins a family. Says what is wrong with it.
    QString takeSample(Sample sample, const std::optional<ExactTime> &time)
    {
        if (!belongs(sample.name)) {
            if (m_current && m_current->name == sample.name)
                return QStringLiteral("%1 is not a sample name of a %2").arg(sample.name, m_current->type->name);
            beginFamily(sample.name);
        }
        OpenFamily &family = *m_current;
        const QStringView suffix = QStringView(sample.name).mid(family.name.size());
        const QStringView type = m_page.family(family.index).type;
        if (family.lastLine == 0)
            family.lastLine = m_page.line();
        if (const QString problem = problemOf(family.name, type, suffix, sample); !problem.isEmpty())
            return problem;
        const Labels group = groupOf(family.name, type, suffix, sample);
        bool isCut = false;
        if (const QString problem = orderProblem(group, time, type == u"info", sample, isCut); !problem.isEmpty())
            return problem;
        if (!isCut && (type == u"histogram" || type == u"gaugehistogram"))
            readHistogram(group, time, suffix, sample);
        family.group = group;
        family.groups.insert(group);
        family.time = time;
        family.lastLine = m_page.line();
        if (!isCut)
            m_page.addSample(family.index, std::move(sample));
        return {};
    }

    void readHistogram(const Labels &group, const std::optional<ExactTime> &time, QStringView suffix, const Sample &sample)
    {
        OpenMetricsHistogram &histogram = m_current->histogram;
        if (histogram.isNext(group, time))
            endHistogram();
        if (const QString problem = histogram.add(group, time, suffix, sample); !problem.isEmpty())
            m_page.fault(problem);
    }

    /// Metrics one after the other, each with all its times or none, ascending. Two samples of one time, to the
    /// nanosecond, are one: the first counts, and `isCut` is set for the second.
    QString orderProblem(const Labels &group, const std::optional<ExactTime> &time, bool isInfo, const Sample &sample, bool &isCut)
    {
        OpenFamily &family = *m_current;
        const bool isSameGroup = family.group && *family.group == group;
        if (family.group && !isSameGroup && family.groups.contains(group))
            return QStringLiteral("the samples of one metric of %1 do not stand together").arg(family.name);
        if (isSameGroup && time.has_value() != family.time.has_value())
            return QStringLiteral("some samples of one metric of %1 have a time and some have none").arg(family.name);
        if (isSameGroup && time && *time < *family.time && !isInfo)
            return QStringLiteral("the times of %1 go backwards").arg(family.name);
        if (!isSameGroup || time != family.time)
            family.atThisTime.clear();
        const size_t id = qHashMulti(0, sample.name, sample.labels);
        if (family.atThisTime.contains(id)) {
            isCut = time.has_value();
            return isCut ? QString() : QStringLiteral("%1%2 stands there twice").arg(sample.name, sample.labels.toString().left(200));
        }
        family.atThisTime.insert(id);
        return {};
    }

    ExpositionPageBuilder m_page{QStringLiteral("unknown")};
    std::optional<OpenFamily> m_current;
    QSet<QString> m_claimed;
    bool m_ended = false;
};

}

ExpositionPage readOpenMetrics(std::string_view body)
{
    return OpenReader().read(body);
}

} // namespace Watchfloor
