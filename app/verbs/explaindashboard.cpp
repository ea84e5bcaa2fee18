#include "app/verbs/dashboardjson.h"
#include "app/verbs/explainkinds.h"

#include "models/grafana/grafanadashboard.h"

namespace Watchfloor {

namespace {

ExplainJson panelJson(const Panel &panel)
{
    QStringList queries;
    for (const PanelQuery &query : panel.queries)
        queries.append(query.expression);
    return {{"id", panel.id},
            {"title", explainText(panel.title)},
            {"type", explainText(panel.type)},
            {"support", explainText(panelSupportName(panel.support))},
            {"queries", explainTexts(queries)},
            {"missing", explainTexts(panel.missing)}};
}

} // namespace

ExplainJson dashboardJson(const Dashboard &dashboard)
{
    ExplainJson panels = ExplainJson::array();
    for (const Panel &panel : dashboard.panels)
        panels.push_back(panelJson(panel));
    QStringList variables;
    for (const Variable &variable : dashboard.variables)
        variables.append(variable.name);
    return {{"title", explainText(dashboard.title)},
            {"panels", std::move(panels)},
            {"variables", explainTexts(variables)},
            {"notes", explainTexts(dashboard.notes)}};
}

namespace Explain {

/// The first dashboard in the text; all of them as `dashboards` too where there are several.
Explanation dashboard(const ExplainRequest &request)
{
    const auto body = request.body();
    if (const auto *fault = std::get_if<ExplainFault>(&body))
        return *fault;
    const GrafanaDocument document = readGrafanaDashboards(std::get<QByteArray>(body), QString());
    if (document.dashboards.empty()) {
        if (document.faults.empty())
            return ExplainFault{QStringLiteral("this is no Grafana dashboard")};
        const Fault &fault = document.faults.front();
        const auto place = [](int number) { return number > 0 ? std::optional(number) : std::nullopt; };
        return ExplainFault{fault.path.isEmpty() ? fault.message : fault.path + QStringLiteral(": ") + fault.message, place(fault.line), place(fault.column)};
    }
    ExplainJson json = dashboardJson(document.dashboards.front());
    json["lost"] = document.leftOut;
    if (document.dashboards.size() > 1)
        for (const Dashboard &dashboard : document.dashboards)
            json["dashboards"].push_back(dashboardJson(dashboard));
    for (const Fault &fault : document.faults)
        json["errors"].push_back(explainText(fault.toString()));
    return json;
}

} // namespace Explain

} // namespace Watchfloor
