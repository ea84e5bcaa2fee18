#pragma once

#include "models/alerts/alertstore.h"

#include <QObject>

#include <memory>

namespace Watchfloor {

/// The routes of every Alertmanager, read from the configuration that it tells in its status, and what they mean for an alert.
class RoutingStore final : public QObject
{
    Q_OBJECT

public:
    explicit RoutingStore(const AlertStore &alerts, QObject *parent = nullptr);
    ~RoutingStore() override;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
