#include "models/services/alertfolding.h"

#include "models/alerts/alertstore.h"
#include "models/routing/routingstore.h"
#include "models/services/servicestore.h"

#include <algorithm>
#include <map>

namespace Watchfloor {

namespace {

constexpr int deepest = 64; ///< services between a cause and what follows from it

bool mayBeFolded(AlertState state)
{
    switch (state) {
    case AlertState::Firing:
    case AlertState::Pending:
    case AlertState::Acknowledged:
    case AlertState::Silenced:
    case AlertState::Inhibited:
        return true;
    case AlertState::Unseen:
    case AlertState::Vanished:
    case AlertState::Recovered:
        return false;
    }
    return false;
}

/// Somebody is told of it, so that what follows from it may stand under it.
bool isFailure(const Alert &alert)
{
    return (alert.state == AlertState::Firing || alert.state == AlertState::Acknowledged) && stateOf(alert.severity) == State::Critical;
}

/// What failed at the far end of the dependencies of a service.
struct Cause
{
    const Alert *alert = nullptr;
    size_t place = 0; ///< of the alert in the list: the first one is the worst
    QString dependency{};
};

/// Finds for every service the alert that its own follow from.
class Causes
{
public:
    Causes(const AlertRows &alerts, const ServiceStore &services)
        : m_services(services)
    {
        for (const ServiceStatus &status : services.services())
            m_nodes[status.service.name].status = &status;
        if (!anyDepends())
            return;
        m_needsEndpoints = needsEndpoints();
        for (const Service &service : services.declared()) {
            const auto node = m_nodes.find(service.name);
            m_byPlace.push_back(node == m_nodes.end() ? nullptr : &node->second);
        }
        m_owners.reserve(alerts.size());
        for (size_t place = 0; place < alerts.size(); ++place)
            m_owners.push_back(enter(alerts[place], place));
        for (auto &[name, node] : m_nodes)
            resolve(node, 0);
    }

    /// Of the alert at a position; null or without an alert where it follows from nothing.
    const Cause *of(size_t position) const { return position < m_owners.size() && m_owners[position] ? &m_owners[position]->cause : nullptr; }

private:
    struct Node
    {
        const ServiceStatus *status = nullptr;
        Cause failure{}; ///< its own worst
        Cause cause{};
        enum class Visit { None, Open, Done } visit = Visit::None;
    };

    bool anyDepends() const
    {
        return std::any_of(m_nodes.begin(), m_nodes.end(), [](const auto &entry) { return !entry.second.status->service.depends.isEmpty(); });
    }

    bool needsEndpoints() const
    {
        for (const auto &[name, node] : m_nodes)
            for (const QString &dependency : node.status->service.depends)
                if (m_nodes.find(dependency) == m_nodes.end())
                    return true;
        return false;
    }

    Node *enter(const Alert &alert, size_t place)
    {
        if (!mayBeFolded(alert.state))
            return nullptr;
        const std::optional<size_t> declared = m_services.ownerOf(alert);
        Node *owner = declared ? m_byPlace[*declared] : nullptr;
        if (!isFailure(alert))
            return owner;
        if (owner && !owner->failure.alert)
            owner->failure = {&alert, place, owner->status->service.name};
        // A dependency may be an endpoint, by its key or its name alone.
        const QString endpoint = m_needsEndpoints ? alert.labels.value(u"endpoint") : QString();
        if (!endpoint.isEmpty()) {
            const QString name = endpoint.mid(endpoint.lastIndexOf(u'/') + 1);
            m_endpoints.try_emplace(endpoint, Cause{&alert, place, endpoint});
            m_endpoints.try_emplace(name, Cause{&alert, place, name});
        }
        return owner;
    }

    void resolve(Node &node, int depth)
    {
        if (node.visit != Node::Visit::None || depth > deepest)
            return;
        node.visit = Node::Visit::Open;
        for (const QString &name : node.status->service.depends) {
            const Cause cause = causeAt(name, node, depth);
            if (cause.alert && (!node.cause.alert || cause.place < node.cause.place))
                node.cause = cause;
        }
        node.visit = Node::Visit::Done;
    }

    Cause causeAt(const QString &name, const Node &from, int depth)
    {
        if (const auto found = m_nodes.find(name); found != m_nodes.end()) {
            Node &node = found->second;
            const bool failed = node.failure.alert || node.status->state == State::Critical;
            // In a ring of services the one where the search began follows from the others and not they from it.
            if (!failed || node.visit == Node::Visit::Open)
                return {};
            resolve(node, depth + 1);
            if (node.cause.alert || node.visit != Node::Visit::Done)
                return node.cause;
            return node.failure;
        }
        const auto endpoint = m_endpoints.find(name);
        if (endpoint == m_endpoints.end())
            return {};
        const auto owner = m_nodes.find(m_services.serviceOf(endpoint->second.alert->labels));
        if (owner != m_nodes.end() && &owner->second != &from) {
            if (owner->second.visit == Node::Visit::Open)
                return {};
            resolve(owner->second, depth + 1);
            if (owner->second.cause.alert || owner->second.visit != Node::Visit::Done)
                return owner->second.cause;
        }
        return endpoint->second;
    }

    const ServiceStore &m_services;
    std::map<QString, Node> m_nodes; ///< by name, so that a ring is opened at the same place each time
    std::map<QString, Cause> m_endpoints;
    std::vector<Node *> m_byPlace; ///< as the services are declared
    std::vector<Node *> m_owners;  ///< by position of the alert; null: of no service
    bool m_needsEndpoints = false;
};

/// Many alerts are held back by few: each of those is looked up once.
class Inhibitors
{
public:
    Inhibitors(const AlertRows &alerts, const AlertStore &store, const RoutingStore *routing)
        : m_alerts(alerts)
        , m_store(store)
        , m_routing(routing)
    {
    }

    const Alert *of(const Alert &alert)
    {
        for (const QString &id : alert.inhibitedBy) {
            auto known = m_known.find(id);
            if (known == m_known.end())
                known = m_known.insert(id, m_store.findByOrigin(id));
            if (*known && (*known)->isOpen() && (*known)->fingerprint != alert.fingerprint)
                return *known;
        }
        return byRule(alert);
    }

private:
    const Alert *byRule(const Alert &alert)
    {
        if (m_routing && !m_indexed)
            for (const auto &config : m_routing->configs())
                m_indices.emplace_back(m_alerts, *config);
        m_indexed = true;
        for (const InhibitionIndex &index : m_indices)
            if (const Alert *found = index.inhibitorOf(alert).alert; found && found->fingerprint != alert.fingerprint)
                return found;
        return nullptr;
    }

    const AlertRows &m_alerts;
    const AlertStore &m_store;
    const RoutingStore *m_routing;
    std::vector<InhibitionIndex> m_indices;
    bool m_indexed = false;
    QHash<QString, const Alert *> m_known;
};

} // namespace

const FoldedAlert *AlertFolding::find(const QString &fingerprint) const
{
    const auto found = m_folded.constFind(fingerprint);
    return found == m_folded.constEnd() ? nullptr : &*found;
}

int AlertFolding::count(const QString &root, FoldedAlert::Reason reason) const
{
    const int dependent = m_dependent.value(root);
    return reason == FoldedAlert::Reason::Depends ? dependent : m_counts.value(root) - dependent;
}

void AlertFolding::add(const QString &child, FoldedAlert folded)
{
    if (child != folded.parent)
        m_folded.insert(child, std::move(folded));
}

void AlertFolding::resolve()
{
    QStringList children = m_folded.keys();
    children.sort(); // a ring is opened at the same place each time
    for (const QString &child : children) {
        QStringList way{child};
        auto at = m_folded.constFind(child);
        while (at != m_folded.constEnd() && at->root.isEmpty() && !way.contains(at->parent)) {
            way << at->parent;
            at = m_folded.constFind(at->parent);
        }
        QString top = way.last();
        if (at != m_folded.constEnd()) {
            const bool ring = at->root.isEmpty();
            top = ring ? at->parent : at->root;
            if (ring)
                m_folded.remove(top);
        }
        for (const QString &step : way)
            if (const auto folded = m_folded.find(step); folded != m_folded.end())
                folded->root = top;
    }
    m_counts.clear();
    m_dependent.clear();
    for (const FoldedAlert &folded : std::as_const(m_folded)) {
        ++m_counts[folded.root];
        if (folded.reason == FoldedAlert::Reason::Depends)
            ++m_dependent[folded.root];
    }
}

std::vector<AlertLink> linkAlerts(const AlertRows &alerts, const AlertStore &store, const ServiceStore &services, const RoutingStore *routing)
{
    std::vector<AlertLink> links;
    const Causes causes(alerts, services);
    Inhibitors inhibitors(alerts, store, routing);
    for (size_t i = 0; i < alerts.size(); ++i) {
        const Alert &alert = alerts[i];
        if (!mayBeFolded(alert.state))
            continue;
        if (const Alert *inhibitor = alert.state == AlertState::Inhibited ? inhibitors.of(alert) : nullptr)
            links.push_back({&alert, inhibitor, FoldedAlert::Reason::Inhibited, {}});
        else if (const Cause *cause = causes.of(i); cause && cause->alert && cause->alert != &alert)
            links.push_back({&alert, cause->alert, FoldedAlert::Reason::Depends, cause->dependency});
    }
    return links;
}

AlertFolding foldAlerts(const AlertRows &alerts, const AlertStore &store, const ServiceStore &services, const RoutingStore *routing)
{
    AlertFolding folding;
    for (const AlertLink &link : linkAlerts(alerts, store, services, routing))
        folding.add(link.child->fingerprint, {link.parent->fingerprint, {}, link.reason, link.dependency});
    folding.resolve();
    return folding;
}

} // namespace Watchfloor
