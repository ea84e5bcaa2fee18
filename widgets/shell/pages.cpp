#include "widgets/shell/mainwindow.h"

#include "widgets/alerts/alertspage.h"
#include "widgets/explore/explorepage.h"
#include "widgets/health/healthpage.h"
#include "widgets/overview/overviewpage.h"
#include "widgets/panels/dashboardspage.h"
#include "widgets/runbooks/runbookspage.h"
#include "widgets/slo/slospage.h"
#include "widgets/sources/sourcespage.h"

namespace Watchfloor {

QStringList pageNames()
{
    return {QStringLiteral("overview"), QStringLiteral("dashboards"), QStringLiteral("alerts"), QStringLiteral("slos"), QStringLiteral("health"), QStringLiteral("runbooks"), QStringLiteral("sources"), QStringLiteral("explore")};
}

std::unique_ptr<Page> makePage(const QString &path, const PageContext &context)
{
    const QString name = path.section(u'/', 0, 0);
    if (name == u"overview")
        return std::make_unique<OverviewPage>(context);
    if (name == u"dashboards")
        return std::make_unique<DashboardsPage>(context);
    if (name == u"alerts")
        return std::make_unique<AlertsPage>(context);
    if (name == u"slos")
        return std::make_unique<SlosPage>(context);
    if (name == u"health")
        return std::make_unique<HealthPage>(context);
    if (name == u"runbooks")
        return std::make_unique<RunbooksPage>(context);
    if (name == u"sources")
        return std::make_unique<SourcesPage>(context);
    if (name == u"explore")
        return std::make_unique<ExplorePage>(context);
    return nullptr;
}

} // namespace Watchfloor
