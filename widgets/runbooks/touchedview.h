#pragma once

#include "models/session/stores.h"

#include <QWidget>

namespace Watchfloor {

/// What a run on a target touches: the target and the services that depend on it, with their states and what is left of their
/// budgets.
class TouchedView final : public QWidget
{
    Q_OBJECT

public:
    TouchedView(const Stores &stores, const QString &target, QWidget *parent = nullptr);

    /// The services that depend on the target, the target itself first where it is one.
    static std::vector<const ServiceStatus *> touched(const Stores &stores, const QString &target);

private:
    void addServices(class QVBoxLayout *column, const Stores &stores, const std::vector<const ServiceStatus *> &services);
    void addBudgets(QVBoxLayout *column, const Stores &stores, const std::vector<const ServiceStatus *> &services);
    void addAlerts(QVBoxLayout *column, const Stores &stores, const std::vector<const ServiceStatus *> &services);
};

} // namespace Watchfloor
