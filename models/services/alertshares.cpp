#include "models/services/alertshares.h"

#include <utility>

namespace Watchfloor {

namespace {

constexpr size_t few = 2'000; ///< so many are looked at in one go
constexpr int unitsAtOnce = 8'000; ///< some milliseconds, as others take their turn beside it
constexpr int costOfNew = 10; ///< of looking at one that is known

bool isSame(const Labels &kept, const Labels &labels)
{
    return kept.begin() == labels.begin() && kept.size() == labels.size();
}

} // namespace

AlertShares::AlertShares(const AlertStore &alerts)
    : m_alerts(alerts)
{
    m_slices.setInterval(1);
    connect(&m_slices, &QTimer::timeout, this, &AlertShares::prepare);
    connect(&alerts, &AlertStore::changed, this, &AlertShares::handleChange);
}

void AlertShares::setServices(const ServiceIndex &index, size_t count)
{
    m_index = index;
    m_shares.assign(count, {});
    m_kept.clear();
    m_slices.stop();
    m_isStale = true;
}

void AlertShares::handleChange()
{
    ++m_round;
    m_isStale = true;
    m_next = 0;
    if (m_isSliced && m_alerts.alerts().size() > few)
        m_slices.start();
    else
        m_slices.stop();
}

void AlertShares::prepare()
{
    if (m_next == 0)
        begin();
    const auto alerts = m_alerts.alerts().pointers();
    for (int units = unitsAtOnce; units > 0 && m_next < alerts.size(); ++m_next) {
        const size_t before = m_kept.size();
        add(*alerts[m_next]);
        units -= m_kept.size() > before ? costOfNew : 1;
    }
    if (m_next < alerts.size())
        return;
    m_slices.stop();
    finish();
}

/// Those that left are forgotten when they are many.
void AlertShares::sweep()
{
    const size_t present = m_alerts.alerts().size();
    if (m_kept.size() > present + present / 4 + few)
        std::erase_if(m_kept, [this](const auto &entry) { return entry.second.round != m_round; });
}

const AlertShares::Kept &AlertShares::known(const Alert &alert)
{
    Kept &kept = m_kept[&alert];
    kept.round = m_round;
    if (isSame(kept.labels, alert.labels) && !alert.labels.isEmpty())
        return kept;
    kept.labels = alert.labels;
    kept.services.clear();
    m_index.forEachOwner(alert.labels, [&kept](size_t service) { kept.services.append(service); });
    kept.owner = kept.services.size() < 2 ? kept.services.isEmpty() ? std::nullopt : std::optional(kept.services.front()) : m_index.owner(alert.labels);
    const QString name = alert.name();
    kept.aboutErrors = name.contains(u"error", Qt::CaseInsensitive);
    kept.aboutLatency = name.contains(u"latency", Qt::CaseInsensitive);
    return kept;
}

std::optional<size_t> AlertShares::ownerOf(const Alert &alert) const
{
    const auto kept = m_kept.find(&alert);
    return kept != m_kept.end() && isSame(kept->second.labels, alert.labels) ? kept->second.owner : m_index.owner(alert.labels);
}

std::vector<const Alert *> AlertShares::openOf(size_t service)
{
    update();
    std::vector<const Alert *> open;
    open.reserve(m_shares[service].open.size());
    for (const AlertShare::Open &one : m_shares[service].open)
        if (const Alert *alert = m_isStale ? m_alerts.find(one.fingerprint) : one.alert; alert && alert->isOpen())
            open.push_back(alert);
    return open;
}

void AlertShares::update()
{
    if (!m_isStale || m_slices.isActive())
        return;
    begin();
    for (const Alert &alert : m_alerts.alerts())
        add(alert);
    finish();
}

void AlertShares::begin()
{
    m_kept.reserve(m_alerts.alerts().size());
    m_gathered.assign(m_shares.size(), {});
    m_gatheredUnowned = {};
}

void AlertShares::finish()
{
    m_shares = std::move(m_gathered);
    m_unowned = m_gatheredUnowned;
    m_isStale = false;
    m_hasShared = m_hasShared || !m_alerts.isBusy();
    sweep();
}

void AlertShares::add(const Alert &alert)
{
    const Kept &kept = known(alert);
    if (!alert.isOpen())
        return;
    const State claim = alert.claim();
    if (kept.services.isEmpty() && claim != State::Healthy)
        m_gatheredUnowned.add(claim);
    if (kept.owner && m_gathered[*kept.owner].open.size() < mostOpen)
        m_gathered[*kept.owner].open.push_back({&alert, alert.fingerprint});
    const bool fires = alert.state == AlertState::Firing || alert.state == AlertState::Acknowledged;
    for (const size_t service : kept.services) {
        AlertShare &own = m_gathered[service];
        if (claim < own.worst.state)
            own.worst = evidenceOf(alert);
        if (!fires)
            continue;
        ++own.firing;
        if (kept.aboutErrors)
            own.errors = worse(own.errors, claim);
        if (kept.aboutLatency)
            own.latency = worse(own.latency, claim);
    }
}

} // namespace Watchfloor
