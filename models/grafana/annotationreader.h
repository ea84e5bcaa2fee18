#pragma once

#include "models/panels/dashboard.h"

#include <QJsonObject>

namespace Watchfloor {

class DataSources;

/// The marks that a dashboard asks of a Prometheus; those of other sources are added to `notes`.
std::vector<AnnotationQuery> readAnnotations(const QJsonObject &dashboard, const DataSources &sources, QStringList &notes);

/// Links to somewhere: an address, or the tags of dashboards. They are shown before anybody follows them.
std::vector<DashboardLink> readDashboardLinks(const QJsonObject &dashboard);

} // namespace Watchfloor
