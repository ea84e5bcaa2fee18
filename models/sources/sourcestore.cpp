#include "models/sources/sourcestore.h"

#include <algorithm>

namespace Watchfloor {

QString sourceKindName(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Prometheus:
        return QStringLiteral("prometheus");
    case SourceKind::Alertmanager:
        return QStringLiteral("alertmanager");
    case SourceKind::Metrics:
        return QStringLiteral("metrics");
    case SourceKind::Endpoints:
        return QStringLiteral("endpoints");
    case SourceKind::Rules:
        return QStringLiteral("rules");
    }
    return {};
}

void SourceStore::setSources(const std::vector<SourceSpec> &specs)
{
    std::vector<SourceStatus> next;
    for (const SourceSpec &spec : specs) {
        const SourceStatus *known = find(spec.name);
        SourceStatus status = known && known->spec == spec ? *known : SourceStatus{};
        status.spec = spec;
        status.freshness.setInterval(spec.interval);
        next.push_back(std::move(status));
    }
    m_sources = std::move(next);
    Q_EMIT changed({});
}

void SourceStore::apply(const QString &name, const SourceAnswer &answer, Instant now)
{
    SourceStatus *found = known(name);
    if (!found)
        return;
    found->freshness.recordValid(now);
    found->latency = answer.latency;
    ++found->answers;
    if (!answer.version.isEmpty())
        found->version = answer.version;
    Q_EMIT changed(name);
}

void SourceStore::apply(const QString &name, const SourceFigures &figures)
{
    SourceStatus *found = known(name);
    if (!found || found->figures == figures)
        return;
    found->figures = figures;
    Q_EMIT figuresChanged(name);
}

void SourceStore::applyFailure(const QString &name, const Error &error, Instant now)
{
    SourceStatus *found = known(name);
    if (!found)
        return;
    found->freshness.recordFailure(now, error);
    ++found->failures;
    Q_EMIT changed(name);
}

SourceStatus *SourceStore::known(const QString &name)
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), [&name](const SourceStatus &status) { return status.spec.name == name; });
    return found == m_sources.end() ? nullptr : &*found;
}

const SourceStatus *SourceStore::find(const QString &name) const
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), [&name](const auto &status) { return status.spec.name == name; });
    return found == m_sources.end() ? nullptr : &*found;
}

State SourceStore::state(const QString &name, Instant now) const
{
    const SourceStatus *status = find(name);
    return status ? status->state(now) : State::Blind;
}

} // namespace Watchfloor
