#pragma once

#include "models/services/service.h"

#include <QHash>

namespace Watchfloor {

/// What makes an alert or a series a service's own: its labels, and where it declares none, `service` with its name.
Labels labelsOf(const Service &service);

/// Finds the services that a set of labels belongs to without asking each of them: 50,000 alerts are looked up in one round.
class ServiceIndex
{
public:
    ServiceIndex() = default;
    explicit ServiceIndex(const std::vector<Service> &services);

    /// Calls `visit` with the position of every service all of whose labels are among `labels`.
    template <typename Visitor>
    void forEachOwner(const Labels &labels, Visitor &&visit) const
    {
        for (const Bucket &bucket : m_buckets) {
            const auto found = bucket.services.constFind(labels.value(bucket.name));
            if (found == bucket.services.constEnd())
                continue;
            for (const size_t service : *found)
                if (labels.containsAll(m_labels[service]))
                    visit(service);
        }
    }
    /// The owner that asks for the most labels, the first declared of several.
    std::optional<size_t> owner(const Labels &labels) const;

private:
    /// Services by the value of one label that they ask for.
    struct Bucket
    {
        QString name;
        QHash<QString, std::vector<size_t>> services;
    };
    std::vector<Labels> m_labels;
    std::vector<Bucket> m_buckets;
};

} // namespace Watchfloor
