#include "models/services/serviceindex.h"

namespace Watchfloor {

Labels labelsOf(const Service &service)
{
    return service.labels.isEmpty() ? Labels{{QStringLiteral("service"), service.name}} : service.labels;
}

ServiceIndex::ServiceIndex(const std::vector<Service> &services)
{
    for (size_t position = 0; position < services.size(); ++position) {
        m_labels.push_back(labelsOf(services[position]));
        if (m_labels.back().isEmpty())
            continue;
        const auto &[name, value] = *m_labels.back().begin();
        auto bucket = std::find_if(m_buckets.begin(), m_buckets.end(), [&name](const Bucket &other) { return other.name == name; });
        if (bucket == m_buckets.end())
            bucket = m_buckets.insert(bucket, {name, {}});
        bucket->services[value].push_back(position);
    }
}

std::optional<size_t> ServiceIndex::owner(const Labels &labels) const
{
    std::optional<size_t> best;
    forEachOwner(labels, [this, &best](size_t service) {
        const bool asksMore = best && m_labels[service].size() > m_labels[*best].size();
        const bool earlier = best && m_labels[service].size() == m_labels[*best].size() && service < *best;
        if (!best || asksMore || earlier)
            best = service;
    });
    return best;
}

} // namespace Watchfloor
