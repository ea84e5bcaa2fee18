#include "models/grafana/annotationreader.h"

#include "models/grafana/datasources.h"
#include "models/grafana/jsonvalues.h"

namespace Watchfloor {

namespace {

constexpr qsizetype nameLength = 128;

QString queryText(const QJsonObject &json)
{
    for (const QLatin1String path : {QLatin1String("expr"), QLatin1String("target.expr"), QLatin1String("query")})
        if (const QString text = jsonText(jsonAt(json, path)); !text.isEmpty())
            return text;
    return {};
}

/// Marks that people set on the dashboard are kept by Grafana itself; every dashboard has that entry.
bool isGrafanasOwn(const QJsonObject &json)
{
    return jsonFlag(json.value(u"builtIn")) || json.value(u"type").toString() == u"dashboard"
           || jsonAt(json, QStringLiteral("target.type")).toString() == u"dashboard";
}

AnnotationQuery annotation(const QJsonObject &json, const QString &source)
{
    AnnotationQuery query;
    query.name = jsonText(json.value(u"name"));
    query.source = source;
    query.expression = queryText(json);
    query.color = jsonText(json.value(u"iconColor"));
    query.titleFormat = jsonText(json.value(u"titleFormat"));
    query.textFormat = jsonText(json.value(u"textFormat"));
    query.tagLabels = jsonText(json.value(u"tagKeys"));
    query.step = jsonText(json.value(u"step"));
    query.enabled = jsonFlag(json.value(u"enable"), true);
    query.hidden = jsonFlag(json.value(u"hide"));
    query.valueIsTime = json.value(u"useValueForTime").toString() == u"on" || jsonFlag(json.value(u"useValueForTime"));
    return query;
}

} // namespace

std::vector<AnnotationQuery> readAnnotations(const QJsonObject &dashboard, const DataSources &sources, QStringList &notes)
{
    std::vector<AnnotationQuery> annotations;
    for (const QJsonObject &json : jsonObjects(jsonAt(dashboard, QStringLiteral("annotations.list")))) {
        const QString name = jsonText(json.value(u"name")).left(nameLength);
        const SourceReference source = sources.read(json.value(u"datasource"));
        const bool hasQuery = !queryText(json).isEmpty();
        const bool isPrometheus = isPrometheusType(source.type) || (source.type.isEmpty() && hasQuery);
        if (isGrafanasOwn(json) || (isPrometheus && !hasQuery))
            continue;
        if (!isPrometheus) {
            notes.append(QStringLiteral("annotation %1: data source: %2").arg(name, shownName(source).left(nameLength)));
            continue;
        }
        if (!jsonTexts(jsonAt(json, QStringLiteral("filter.ids"))).isEmpty())
            notes.append(QStringLiteral("annotation %1 is shown in every panel").arg(name));
        annotations.push_back(annotation(json, source.source));
    }
    return annotations;
}

std::vector<DashboardLink> readDashboardLinks(const QJsonObject &dashboard)
{
    std::vector<DashboardLink> links;
    for (const QJsonObject &json : jsonObjects(dashboard.value(u"links"))) {
        DashboardLink link{jsonText(json.value(u"title")), jsonText(json.value(u"url")), {}, jsonFlag(json.value(u"keepTime")), jsonFlag(json.value(u"includeVars"))};
        if (json.value(u"type").toString() == u"dashboards")
            link.tags = jsonTexts(json.value(u"tags"));
        if (!link.url.isEmpty() || !link.tags.isEmpty())
            links.push_back(std::move(link));
    }
    return links;
}

} // namespace Watchfloor
