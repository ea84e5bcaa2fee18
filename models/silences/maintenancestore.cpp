#include "models/silences/maintenancestore.h"

#include <algorithm>
#include <tuple>

namespace Watchfloor {

namespace {

auto placeOf(const MaintenanceReport &report)
{
    return std::tie(report.startsAt, report.window, report.source);
}

} // namespace

void MaintenanceStore::setWindows(const std::vector<MaintenanceWindow> &windows)
{
    if (windows == m_windows)
        return;
    m_windows = windows;
    std::erase_if(m_reports, [this](const MaintenanceReport &report) {
        return std::none_of(m_windows.begin(), m_windows.end(), [&report](const MaintenanceWindow &window) { return window.name == report.window; });
    });
    Q_EMIT changed();
}

void MaintenanceStore::apply(const MaintenanceReport &report)
{
    const auto place = std::lower_bound(m_reports.begin(), m_reports.end(), report,
                                        [](const MaintenanceReport &a, const MaintenanceReport &b) { return placeOf(a) < placeOf(b); });
    if (place == m_reports.end() || placeOf(*place) != placeOf(report))
        m_reports.insert(place, report);
    else if (*place == report)
        return;
    else
        *place = report;
    Q_EMIT changed();
}

void MaintenanceStore::tick(WallTime now)
{
    if (std::erase_if(m_reports, [now](const MaintenanceReport &report) { return report.endsAt <= now; }) > 0)
        Q_EMIT changed();
}

} // namespace Watchfloor
