#pragma once

#include "models/grafana/grafanadashboard.h"

#include <QByteArray>

namespace Watchfloor::Testing {

/// JSON with quotes of either kind: moc cannot read raw literals with brackets that close elsewhere.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// A dashboard of today with these panels.
inline QByteArray dashboardText(const QByteArray &panels, const QByteArray &more = {})
{
    return json("{'title': 'Nodes', 'uid': 'n1', 'schemaVersion': 39, 'panels': [") + panels + "]" + (more.isEmpty() ? QByteArray() : ", " + more) + "}";
}

/// The same of an older version.
inline QByteArray oldText(int schema, const QByteArray &panels)
{
    return json("{'title': 'Nodes', 'schemaVersion':") + QByteArray::number(schema) + json(", 'panels': [") + panels + "]}";
}

inline Dashboard dashboardOf(const QByteArray &text)
{
    const DashboardDocument document = readGrafanaDashboard(text, QStringLiteral("/dashboards/nodes.json"));
    return document.dashboard.value_or(Dashboard());
}

/// The only panel of a dashboard of this version.
inline Panel panelOf(const QByteArray &panel, int schema = 39)
{
    const Dashboard dashboard = dashboardOf(oldText(schema, panel));
    return dashboard.panels.size() == 1 ? dashboard.panels.front() : Panel();
}

/// A configuration's property of one override, as text.
inline QJsonValue overrideValue(const Panel &panel, size_t rule, const char *id)
{
    if (rule < panel.overrides.size())
        for (const FieldProperty &property : panel.overrides[rule].properties)
            if (property.id == QLatin1String(id))
                return property.value;
    return QJsonValue::Undefined;
}

} // namespace Watchfloor::Testing
