#pragma once

#include "models/panels/dashboard.h"

#include <QByteArray>

namespace Watchfloor {

/// Larger files than this are nobody's dashboards; refused before they are read.
inline constexpr qint64 grafanaSizeLimit = 64 * 1024 * 1024;

struct GrafanaDocument
{
    bool recognized = false; ///< it is Grafana's, whole or broken; else another reader may try
    std::vector<Dashboard> dashboards;
    std::vector<Fault> faults;
    int leftOut = 0;         ///< panels beyond what one dashboard may have
};

/// Every dashboard in a text as Grafana writes and others wrap it (see unwrapped()), of schema 1 to 42 and of the resources of version 0 to 2.
/// Nothing is lost silently: what is not done here stands in each panel's `missing` and in the dashboard's `notes`. Names are the ConfigMap's
/// keys or the file's base name, each once; panel ids are unique.
GrafanaDocument readGrafanaDashboards(const QByteArray &text, const QString &file);

/// The first of them.
DashboardDocument readGrafanaDashboard(const QByteArray &text, const QString &file);

/// "full", "partial", "placeholder"
QString panelSupportName(PanelSupport support);

} // namespace Watchfloor
