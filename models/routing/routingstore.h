#pragma once

#include "models/alerts/alertstore.h"
#include "models/routing/inhibition.h"
#include "models/routing/notificationtrace.h"

#include <QObject>

#include <memory>

namespace Watchfloor {

/// The routes of every Alertmanager, read from the configuration that it tells in its status, and what they mean for an alert.
class RoutingStore final : public QObject
{
    Q_OBJECT

public:
    RoutingStore(const SourceStore &sources, const AlertStore &alerts, QObject *parent = nullptr);
    ~RoutingStore() override;

    /// Read once for each text that was told; null where none was.
    std::shared_ptr<const RoutingConfig> config(const QString &source) const;
    /// Every different configuration.
    std::vector<std::shared_ptr<const RoutingConfig>> configs() const;
    /// One for each cluster of Alertmanagers, by name. None for an alert that only this console raises.
    std::vector<NotificationTrace> traces(const Alert &alert, Instant now, WallTime wall) const;

Q_SIGNALS:
    /// A configuration came or changed.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
