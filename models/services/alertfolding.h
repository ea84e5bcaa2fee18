#pragma once

#include "models/alerts/alertrows.h"

#include <QHash>

#include <vector>

namespace Watchfloor {

class AlertStore;
class RoutingStore;
class ServiceStore;

/// Why an alert stands under another one.
struct FoldedAlert
{
    enum class Reason {
        Inhibited, ///< an Alertmanager holds it back because the parent fires
        Depends,   ///< its service depends on what the parent says has failed
    };

    QString parent; ///< fingerprint of the alert that it follows from
    QString root;   ///< of the row under which it stands; the parent, or where that is folded itself, what that follows from
    Reason reason = Reason::Inhibited;
    QString dependency; ///< the service or endpoint that has failed; of Depends only
    bool operator==(const FoldedAlert &) const = default;
};

/// An alert and the one that it stands under, as long as the store does not change.
struct AlertLink
{
    const Alert *child = nullptr;
    const Alert *parent = nullptr;
    FoldedAlert::Reason reason = FoldedAlert::Reason::Inhibited;
    QString dependency{};
};

/// Which alerts stand under which. A root is never folded itself, so every alert is a row of its own or counted by one.
class AlertFolding
{
public:
    /// Null for an alert that stands for itself.
    const FoldedAlert *find(const QString &fingerprint) const;
    /// How many stand under this row.
    int count(const QString &root) const { return m_counts.value(root); }
    int count(const QString &root, FoldedAlert::Reason reason) const;
    const QHash<QString, FoldedAlert> &folded() const { return m_folded; }
    bool operator==(const AlertFolding &other) const { return m_folded == other.m_folded; }

    void add(const QString &child, FoldedAlert folded);
    /// Resolves every root; a ring of alerts that inhibit each other is opened at one of them.
    void resolve();

private:
    QHash<QString, FoldedAlert> m_folded;
    QHash<QString, int> m_counts;
    QHash<QString, int> m_dependent; ///< of the counts, those by dependency
};

/// An inhibited alert stands under its inhibitor: the one that an Alertmanager names, else, with `routing`, one that its
/// configuration lets inhibit it. An alert of a service stands under the critical alert of what the service depends on, through as
/// many failed services as there are between them. Alerts that are over, or whose origin cannot be seen, stand for themselves.
/// One pass over the alerts, which are worst first: of several that may be the parent the first is.
std::vector<AlertLink> linkAlerts(const AlertRows &alerts, const AlertStore &store, const ServiceStore &services, const RoutingStore *routing = nullptr);
/// The same with every root found, and rings opened.
AlertFolding foldAlerts(const AlertRows &alerts, const AlertStore &store, const ServiceStore &services, const RoutingStore *routing = nullptr);

} // namespace Watchfloor
