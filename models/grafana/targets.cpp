#include "models/grafana/targets.h"

#include "models/grafana/jsonvalues.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr size_t targetLimit = 500;

/// The plugin that a target without a typed data source is written for, as its own keys tell.
QString guessedType(const QJsonObject &target, const QString &panelType, const QString &source)
{
    if (target.value(u"expr").isString())
        return panelType == u"logs" || source.contains(u"loki", Qt::CaseInsensitive) ? QStringLiteral("loki") : QStringLiteral("prometheus");
    if (target.contains(u"rawSql"))
        return QStringLiteral("sql");
    if (target.contains(u"scenarioId"))
        return QStringLiteral("grafana-testdata-datasource");
    if (target.contains(u"bucketAggs"))
        return QStringLiteral("elasticsearch");
    if (target.contains(u"measurement") || target.contains(u"policy") || target.contains(u"groupBy"))
        return QStringLiteral("influxdb");
    if (target.contains(u"metricName") || target.contains(u"namespace"))
        return QStringLiteral("cloudwatch");
    return jsonText(target.value(u"target")).isEmpty() ? QString() : QStringLiteral("graphite");
}

/// The target without what says nothing of the query, as JSON: for builders that write no text.
QString structureOf(QJsonObject target)
{
    for (const QLatin1String key : {QLatin1String("refId"), QLatin1String("datasource"), QLatin1String("hide"), QLatin1String("key"),
                                    QLatin1String("format"), QLatin1String("legendFormat"), QLatin1String("intervalFactor"),
                                    QLatin1String("instant"), QLatin1String("range"), QLatin1String("editorMode"), QLatin1String("exemplar"),
                                    QLatin1String("interval"), QLatin1String("$$hashKey"), QLatin1String("withTransforms")})
        target.remove(key);
    const auto isNothing = [](const QJsonValue &value) { return value.isNull() || (value.isString() && value.toString().isEmpty()) || (value.isArray() && value.toArray().isEmpty()); };
    return std::all_of(target.begin(), target.end(), isNothing) ? QString() : QString::fromUtf8(QJsonDocument(target).toJson(QJsonDocument::Compact));
}

/// The query as written; absent where the target says nothing at all. Targets keep keys of data sources they were once written for.
std::optional<QString> queryText(const QJsonObject &target, const QString &type)
{
    const QJsonValue expression = target.value(u"expr");
    if (expression.isString() && (type.isEmpty() || type == u"loki" || isPrometheusType(type)))
        return expression.toString();
    if (type == u"graphite" && target.value(u"target").isString())
        return target.value(u"target").toString();
    for (const QLatin1String key : {QLatin1String("rawSql"), QLatin1String("queryText"), QLatin1String("expression"), QLatin1String("query"),
                                    QLatin1String("rawQuery"), QLatin1String("target"), QLatin1String("expr"), QLatin1String("statement"),
                                    QLatin1String("sql")})
        if (const QString text = target.value(key).toString(); !text.isEmpty())
            return text;
    const QString structure = structureOf(target);
    return structure.isEmpty() ? std::nullopt : std::optional(structure);
}

PanelQuery::Format format(const QString &name)
{
    if (name == u"table")
        return PanelQuery::Format::Table;
    return name == u"heatmap" ? PanelQuery::Format::HeatMap : PanelQuery::Format::TimeSeries;
}

/// "A" … "Z", "AA" …: the first that is not taken.
QString freeRefId(const QSet<QString> &taken)
{
    for (int number = 0;; ++number) {
        QString id;
        for (int rest = number; rest >= 0; rest = rest / 26 - 1)
            id.prepend(QChar(u'A' + rest % 26));
        if (!taken.contains(id))
            return id;
    }
}

class TargetReader
{
public:
    TargetReader(const QJsonObject &panel, const DataSources &sources)
        : m_sources(sources)
        , m_type(jsonText(panel.value(u"type")))
        , m_own(sources.read(panel.value(u"datasource")))
    {
    }

    PanelTargets run(const std::vector<QJsonObject> &targets)
    {
        if (m_own.kind == SourceReference::Kind::Named)
            m_out.source = m_own.source;
        for (const QJsonObject &target : targets)
            if (m_out.queries.size() < targetLimit)
                take(target);
            else
                miss(QStringLiteral("queries beyond %1").arg(targetLimit));
        giveRefIds();
        return std::move(m_out);
    }

private:
    void miss(const QString &what)
    {
        if (!m_out.missing.contains(what))
            m_out.missing.append(what);
    }

    /// The panel's source unless it is mixed or says none; expressions are expressions everywhere. Source: Grafana, query runner.
    SourceReference sourceOf(const QJsonObject &target) const
    {
        const SourceReference own = m_sources.read(target.value(u"datasource"));
        if (own.kind == SourceReference::Kind::Expression || m_own.kind == SourceReference::Kind::Mixed)
            return own;
        if (m_own.kind != SourceReference::Kind::Default)
            return m_own;
        return own.kind == SourceReference::Kind::Default && own.type.isEmpty() ? m_own : own;
    }

    void take(const QJsonObject &target)
    {
        SourceReference source = sourceOf(target);
        if (source.kind == SourceReference::Kind::DashboardResults) {
            takeResults(target);
            return;
        }
        if (source.type.isEmpty())
            source.type = guessedType(target, m_type, source.source);
        const auto text = queryText(target, source.type);
        if (!text) {
            // Some sources answer without being asked anything in particular; Prometheus does not.
            if (!source.type.isEmpty() && !isPrometheusType(source.type) && !jsonFlag(target.value(u"hide")))
                missSource(source, target);
            return;
        }
        PanelQuery query = common(target);
        query.expression = *text;
        query.language = queryLanguage(source.type);
        if (source.source != m_out.source)
            query.source = source.source;
        query.hidden = jsonFlag(target.value(u"hide")) || text->trimmed().isEmpty();
        if (query.language != u"promql" && !query.hidden)
            missSource(source, target);
        if (!target.value(u"adhocFilters").toArray().isEmpty())
            miss(QStringLiteral("query option: adhocFilters"));
        m_out.queries.push_back(std::move(query));
    }

    void missSource(const SourceReference &source, const QJsonObject &target)
    {
        if (source.kind == SourceReference::Kind::Expression)
            miss(QStringLiteral("expression: %1").arg(jsonText(target.value(u"type")).left(64)));
        else
            miss(QStringLiteral("data source: %1").arg(shownName(source).left(128)));
    }

    void takeResults(const QJsonObject &target)
    {
        if (target.value(u"panelId").isUndefined())
            return;
        if (target.value(u"topic").toString() == u"annotations") {
            miss(QStringLiteral("annotations of another panel"));
        } else if (m_out.resultsOf) {
            miss(QStringLiteral("results of panel %1").arg(jsonInteger(target.value(u"panelId"), 0)));
        } else {
            m_out.resultsOf = jsonInteger(target.value(u"panelId"), 0);
            m_out.withTransformations = jsonFlag(target.value(u"withTransforms"));
        }
    }

    static PanelQuery common(const QJsonObject &target)
    {
        PanelQuery query;
        query.legend = jsonText(target.value(u"legendFormat"));
        if (query.legend == u"__auto")
            query.legend.clear();
        query.refId = jsonText(target.value(u"refId"));
        query.format = format(target.value(u"format").toString());
        const QString kind = target.value(u"queryType").toString();
        query.instant = jsonFlag(target.value(u"instant")) || kind == u"instant" || kind == u"both";
        query.range = jsonFlag(target.value(u"range"), !query.instant) || kind == u"range" || kind == u"both" || !query.instant;
        query.minimumStep = jsonText(target.value(u"interval"));
        query.intervalFactor = std::clamp(jsonInteger(target.value(u"intervalFactor"), 1), 1, 1'000);
        query.exemplars = jsonFlag(target.value(u"exemplar"));
        return query;
    }

    void giveRefIds()
    {
        QSet<QString> taken;
        std::vector<PanelQuery *> without;
        for (PanelQuery &query : m_out.queries) {
            if (query.refId.isEmpty() || taken.contains(query.refId))
                without.push_back(&query);
            else
                taken.insert(query.refId);
        }
        for (PanelQuery *query : without) {
            query->refId = freeRefId(taken);
            taken.insert(query->refId);
        }
    }

    const DataSources &m_sources;
    QString m_type;
    SourceReference m_own;
    PanelTargets m_out;
};

} // namespace

PanelTargets readTargets(const QJsonObject &panel, const DataSources &sources)
{
    return TargetReader(panel, sources).run(jsonObjects(panel.value(u"targets")));
}

} // namespace Watchfloor
