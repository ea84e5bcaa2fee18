#include "models/slo/openslo.h"

#include "models/core/duration.h"
#include "models/slo/durationshorthand.h"

#include <map>

namespace Watchfloor {

namespace {
constexpr std::chrono::milliseconds shortestWindow = std::chrono::hours(1);
constexpr std::chrono::milliseconds longestWindow = std::chrono::hours(24 * 366);

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QString shown(const QString &text)
{
    return text.left(128);
}

/// Reads the documents of one file: first what may be named, then the SLOs that name it.
class OpenSloFile
{
public:
    explicit OpenSloFile(YamlReader &reader)
        : m_reader(reader)
    {
    }

    std::vector<Objective> read(std::span<const YamlNode> documents)
    {
        for (const YamlNode &document : documents)
            collect(document);
        for (const YamlNode &document : documents) {
            if (m_reader.text(document.at(key("kind"))) == QLatin1String("SLO"))
                readSlo(document);
        }
        return std::move(m_objectives);
    }

private:
    void collect(const YamlNode &document);
    void readSlo(const YamlNode &document);
    std::optional<YamlNode> indicatorOf(const YamlNode &spec);
    std::chrono::milliseconds window(const YamlNode &spec);
    std::chrono::milliseconds shorthand(const YamlNode &node);
    void checkBudgeting(const YamlNode &spec);
    double target(const YamlNode &objective);
    void readMetric(const YamlNode &sli, Objective &objective);
    void readRatio(const YamlNode &ratio, Objective &objective);
    void readRawRatio(const YamlNode &ratio, Objective &objective);
    void readThreshold(const YamlNode &level, Objective &objective);
    QString query(const YamlNode &metric, Objective &objective);
    Labels labelsOf(const YamlNode &node);

    YamlReader &m_reader;
    std::map<QString, YamlNode> m_indicators; ///< spec of each SLI by name
    QStringList m_names;                      ///< "kind/name" of every object
    std::vector<Objective> m_objectives;
};

void OpenSloFile::collect(const YamlNode &document)
{
    static const QStringList kinds{key("SLO"), key("SLI"), key("Service"), key("DataSource"), key("AlertPolicy"), key("AlertCondition"),
                                   key("AlertNotificationTarget")};
    m_reader.expectKeys(document, {key("apiVersion"), key("kind"), key("metadata"), key("spec")});
    const YamlNode kindNode = m_reader.require(document, key("kind"));
    const QString kind = m_reader.text(kindNode);
    if (!kind.isEmpty() && !kinds.contains(kind))
        m_reader.fault(kindNode, QStringLiteral("\"%1\" is not a kind of OpenSLO v1; those are %2").arg(shown(kind), kinds.join(QLatin1String(", "))));
    const YamlNode metadata = m_reader.require(document, key("metadata"));
    m_reader.expectKeys(metadata, {key("name"), key("displayName"), key("labels"), key("annotations")});
    const YamlNode nameNode = metadata.isNull() ? YamlNode() : m_reader.require(metadata, key("name"));
    const QString name = m_reader.text(nameNode);
    const QString object = kind + QLatin1Char('/') + name;
    if (!name.isEmpty() && m_names.contains(object))
        m_reader.fault(nameNode, QStringLiteral("another %1 of this file is called \"%2\"").arg(kind, shown(name)));
    m_names.append(object);
    const YamlNode spec = kind == QLatin1String("Service") ? document.at(key("spec")) : m_reader.require(document, key("spec"));
    if (!spec.isNull() && !spec.isMap())
        m_reader.fault(spec, QStringLiteral("a map is expected"));
    if (kind == QLatin1String("SLI") && spec.isMap())
        m_indicators.emplace(name, spec);
}

void OpenSloFile::readSlo(const YamlNode &document)
{
    const YamlNode metadata = document.at(key("metadata"));
    const YamlNode spec = document.at(key("spec"));
    if (!spec.isMap())
        return;
    m_reader.expectKeys(spec, {key("description"), key("service"), key("indicator"), key("indicatorRef"), key("timeWindow"),
                               key("budgetingMethod"), key("objectives"), key("alertPolicies")});
    Objective base;
    base.name = m_reader.text(metadata.at(key("name")));
    base.title = m_reader.text(metadata.at(key("displayName")), m_reader.text(spec.at(key("description"))));
    base.service = m_reader.text(m_reader.require(spec, key("service")));
    base.labels = labelsOf(metadata.at(key("labels")));
    base.window = window(spec);
    base.file = m_reader.file();
    checkBudgeting(spec);
    const auto sli = indicatorOf(spec);
    if (sli)
        readMetric(*sli, base);
    const YamlNode levels = m_reader.require(spec, key("objectives"));
    if (!levels.isNull() && (!levels.isSequence() || levels.items().empty()))
        m_reader.fault(levels, QStringLiteral("a list of objectives is expected"));
    const auto items = levels.items();
    if (base.indicator.kind == Indicator::Kind::Threshold && items.size() > 1)
        m_reader.fault(levels, QStringLiteral("a thresholdMetric has exactly one objective"));
    for (size_t at = 0; at < items.size(); ++at) {
        const YamlNode &level = items[at];
        m_reader.expectKeys(level, {key("displayName"), key("op"), key("value"), key("target"), key("targetPercent"), key("timeSliceTarget"),
                                    key("timeSliceWindow")});
        Objective objective = base;
        const QString display = m_reader.text(level.at(key("displayName")));
        if (items.size() > 1)
            objective.name += QLatin1Char('-') + QString::number(at + 1);
        if (!display.isEmpty())
            objective.title = base.title.isEmpty() || items.size() == 1 ? (base.title.isEmpty() ? display : base.title)
                                                                         : QStringLiteral("%1, %2").arg(base.title, display);
        objective.target = target(level);
        if (sli && base.indicator.kind == Indicator::Kind::Threshold)
            readThreshold(level, objective);
        m_objectives.push_back(std::move(objective));
    }
}

Labels OpenSloFile::labelsOf(const YamlNode &node)
{
    Labels labels;
    for (const QString &name : node.keys())
        labels.set(name, m_reader.texts(node.at(name)).join(QLatin1Char(',')));
    return labels;
}

/// The SLI's spec, inline or named; nothing, and a fault, where there is none.
std::optional<YamlNode> OpenSloFile::indicatorOf(const YamlNode &spec)
{
    const bool isInline = spec.has(key("indicator"));
    if (isInline == spec.has(key("indicatorRef"))) {
        m_reader.fault(spec, QStringLiteral("exactly one of \"indicator\" and \"indicatorRef\" is expected"));
        return std::nullopt;
    }
    if (isInline) {
        const YamlNode indicator = m_reader.require(spec, key("indicator"));
        m_reader.expectKeys(indicator, {key("metadata"), key("spec")});
        const YamlNode inner = indicator.isNull() ? YamlNode() : m_reader.require(indicator, key("spec"));
        return inner.isMap() ? std::optional(inner) : std::nullopt;
    }
    const YamlNode reference = m_reader.require(spec, key("indicatorRef"));
    const QString name = m_reader.text(reference);
    const auto found = m_indicators.find(name);
    if (found != m_indicators.end())
        return found->second;
    if (!name.isEmpty())
        m_reader.fault(reference, QStringLiteral("no SLI called \"%1\" stands in this file").arg(shown(name)));
    return std::nullopt;
}

std::chrono::milliseconds OpenSloFile::window(const YamlNode &spec)
{
    const std::chrono::milliseconds usual = Objective().window;
    if (!spec.has(key("timeWindow")))
        return usual;
    const YamlNode windows = m_reader.require(spec, key("timeWindow"));
    if (windows.isNull())
        return usual;
    const auto items = windows.items();
    if (items.size() != 1) {
        m_reader.fault(windows, QStringLiteral("a list of exactly one time window is expected"));
        return usual;
    }
    const YamlNode &one = items.front();
    m_reader.expectKeys(one, {key("duration"), key("isRolling"), key("calendar")});
    if (one.has(key("calendar")) || !m_reader.boolean(one.at(key("isRolling")), true)) {
        m_reader.fault(one.has(key("calendar")) ? one.keyNode(key("calendar")) : one.at(key("isRolling")),
                       QStringLiteral("calendar windows are not supported; write isRolling: true with a duration such as 30d"));
        return usual;
    }
    const YamlNode length = m_reader.require(one, key("duration"));
    return length.isNull() ? usual : shorthand(length);
}

/// OpenSLO's duration-shorthand. Months, quarters and years have no length of their own, which a rolling window needs.
std::chrono::milliseconds OpenSloFile::shorthand(const YamlNode &node)
{
    const std::chrono::milliseconds usual = Objective().window;
    const QString text = m_reader.text(node);
    if (text.endsWith(QLatin1Char('M')) || text.endsWith(QLatin1Char('Q')) || text.endsWith(QLatin1Char('Y'))) {
        m_reader.fault(node, QStringLiteral("\"%1\" has no fixed length; write a rolling window in days or weeks, such as 30d").arg(shown(text)));
        return usual;
    }
    const auto length = parseDurationShorthand(text);
    if (!length) {
        m_reader.fault(node, length.error().detail);
        return usual;
    }
    if (*length < shortestWindow || *length > longestWindow) {
        m_reader.fault(node, QStringLiteral("a window is from %1 to %2 long").arg(durationText(shortestWindow), durationText(longestWindow)));
        return usual;
    }
    return *length;
}

void OpenSloFile::checkBudgeting(const YamlNode &spec)
{
    const YamlNode method = m_reader.require(spec, key("budgetingMethod"));
    const QString name = m_reader.text(method);
    if (name == QLatin1String("Timeslices") || name == QLatin1String("RatioTimeslices"))
        m_reader.fault(method, QStringLiteral("the budgeting method %1 is not supported; Occurrences is").arg(name));
    else if (!name.isEmpty() && name != QLatin1String("Occurrences"))
        m_reader.fault(method, QStringLiteral("\"%1\" is not a budgeting method; Occurrences is").arg(shown(name)));
}

double OpenSloFile::target(const YamlNode &objective)
{
    const double usual = Objective().target;
    const bool isPercent = objective.has(key("targetPercent"));
    if (isPercent == objective.has(key("target"))) {
        m_reader.fault(objective, QStringLiteral("exactly one of \"target\" and \"targetPercent\" is expected"));
        return usual;
    }
    const YamlNode node = m_reader.require(objective, isPercent ? key("targetPercent") : key("target"));
    const double full = isPercent ? 100 : 1;
    const double value = m_reader.number(node, usual * full);
    if (value == full)
        m_reader.fault(node, noBudgetMessage());
    else if (value <= 0 || value > full)
        m_reader.fault(node, isPercent ? QStringLiteral("targetPercent is between 0 and 100, such as 99.9")
                                       : QStringLiteral("target is between 0 and 1, such as 0.999"));
    return value / full;
}

void OpenSloFile::readMetric(const YamlNode &sli, Objective &objective)
{
    m_reader.expectKeys(sli, {key("description"), key("thresholdMetric"), key("ratioMetric")});
    const bool isRatio = sli.has(key("ratioMetric"));
    if (isRatio == sli.has(key("thresholdMetric"))) {
        m_reader.fault(sli, QStringLiteral("exactly one of \"ratioMetric\" and \"thresholdMetric\" is expected"));
        return;
    }
    if (isRatio) {
        readRatio(m_reader.require(sli, key("ratioMetric")), objective);
        return;
    }
    objective.indicator.kind = Indicator::Kind::Threshold;
    objective.indicator.threshold = query(m_reader.require(sli, key("thresholdMetric")), objective);
}

void OpenSloFile::readRatio(const YamlNode &ratio, Objective &objective)
{
    if (ratio.isNull())
        return;
    m_reader.expectKeys(ratio, {key("counter"), key("good"), key("bad"), key("total"), key("raw"), key("rawType")});
    if (!ratio.isMap())
        return;
    Indicator &indicator = objective.indicator;
    indicator.counter = m_reader.boolean(ratio.at(key("counter")), true);
    if (ratio.has(key("raw"))) {
        readRawRatio(ratio, objective);
        return;
    }
    if (ratio.has(key("good")) == ratio.has(key("bad")))
        m_reader.fault(ratio, QStringLiteral("exactly one of \"good\" and \"bad\" is expected beside \"total\""));
    indicator.kind = ratio.has(key("good")) ? Indicator::Kind::GoodTotal : Indicator::Kind::BadTotal;
    if (ratio.has(key("good")))
        indicator.good = query(m_reader.require(ratio, key("good")), objective);
    if (ratio.has(key("bad")))
        indicator.bad = query(m_reader.require(ratio, key("bad")), objective);
    indicator.total = query(m_reader.require(ratio, key("total")), objective);
}

void OpenSloFile::readRawRatio(const YamlNode &ratio, Objective &objective)
{
    objective.indicator.kind = Indicator::Kind::RatioMetric;
    if (ratio.has(key("good")) || ratio.has(key("bad")) || ratio.has(key("total")))
        m_reader.fault(ratio.keyNode(key("raw")), QStringLiteral("\"raw\" stands alone, without \"good\", \"bad\" and \"total\""));
    const QString raw = query(m_reader.require(ratio, key("raw")), objective);
    const YamlNode typeNode = m_reader.require(ratio, key("rawType"));
    const QString type = m_reader.text(typeNode);
    if (!type.isEmpty() && type != QLatin1String("success") && type != QLatin1String("failure"))
        m_reader.fault(typeNode, QStringLiteral("rawType is success or failure"));
    objective.indicator.ratio = type == QLatin1String("success") ? QStringLiteral("1 - (%1)").arg(raw) : raw;
}

void OpenSloFile::readThreshold(const YamlNode &level, Objective &objective)
{
    static const QStringList operators{key("lt"), key("lte"), key("gt"), key("gte")};
    const YamlNode op = m_reader.require(level, key("op"));
    objective.indicator.op = m_reader.text(op);
    if (!objective.indicator.op.isEmpty() && !operators.contains(objective.indicator.op))
        m_reader.fault(op, QStringLiteral("op is one of %1").arg(operators.join(QLatin1String(", "))));
    objective.indicator.limit = m_reader.number(m_reader.require(level, key("value")));
}

/// The PromQL of a metric source. Its metricSourceRef names the source of the workspace that is asked.
QString OpenSloFile::query(const YamlNode &metric, Objective &objective)
{
    if (metric.isNull())
        return {};
    m_reader.expectKeys(metric, {key("metricSource")});
    const YamlNode source = metric.isMap() ? m_reader.require(metric, key("metricSource")) : YamlNode();
    if (source.isNull())
        return {};
    m_reader.expectKeys(source, {key("metricSourceRef"), key("type"), key("spec")});
    const YamlNode type = source.at(key("type"));
    const QString typeName = m_reader.text(type, key("Prometheus"));
    if (typeName.compare(QLatin1String("prometheus"), Qt::CaseInsensitive) != 0)
        m_reader.fault(type, QStringLiteral("metric sources of type \"%1\" are not supported; Prometheus is").arg(shown(typeName)));
    const YamlNode reference = source.at(key("metricSourceRef"));
    const QString name = m_reader.text(reference);
    if (!objective.source.isEmpty() && !name.isEmpty() && name != objective.source)
        m_reader.fault(reference, QStringLiteral("one objective asks one source, and this one asks \"%1\" already").arg(shown(objective.source)));
    else if (!name.isEmpty())
        objective.source = name;
    const YamlNode spec = source.isMap() ? m_reader.require(source, key("spec")) : YamlNode();
    for (const QString &written : {key("query"), key("promql"), key("expr")}) {
        if (spec.has(written))
            return m_reader.text(m_reader.require(spec, written));
    }
    if (!spec.isNull())
        m_reader.fault(spec, QStringLiteral("\"query\" is missing"));
    return {};
}
}

std::vector<Objective> readOpenSlo(std::span<const YamlNode> documents, YamlReader &reader)
{
    return OpenSloFile(reader).read(documents);
}

} // namespace Watchfloor
