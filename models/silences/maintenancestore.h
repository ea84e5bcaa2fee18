#pragma once

#include "models/silences/maintenance.h"

#include <QObject>

#include <vector>

namespace Watchfloor {

/// What became of each occurrence of each maintenance window.
class MaintenanceStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setWindows(const std::vector<MaintenanceWindow> &windows);
    void apply(const MaintenanceReport &report);
    /// Occurrences that are over are forgotten.
    void tick(WallTime now);

    const std::vector<MaintenanceWindow> &windows() const { return m_windows; }
    /// By begin, then window, then source.
    const std::vector<MaintenanceReport> &reports() const { return m_reports; }

Q_SIGNALS:
    void changed();

private:
    std::vector<MaintenanceWindow> m_windows;
    std::vector<MaintenanceReport> m_reports;
};

} // namespace Watchfloor
