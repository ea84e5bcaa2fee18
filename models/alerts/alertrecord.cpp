#include "models/alerts/alertrecord.h"

namespace Watchfloor {

const AlertRule *AlertOrigin::ruleFor(const Labels &labels) const
{
    const auto found = rulesByName.constFind(labels.value(u"alertname"));
    if (found == rulesByName.constEnd())
        return nullptr;
    // Several rules may share a name; their own labels tell them apart, unless a template made those.
    const auto fits = [this, &labels](size_t index) {
        const Labels &own = rules[index].labels;
        return std::all_of(own.begin(), own.end(), [&labels](const auto &pair) {
            return pair.second.contains(QStringLiteral("{{")) || labels.value(pair.first) == pair.second;
        });
    };
    const auto best = std::find_if(found->begin(), found->end(), fits);
    return &rules[best == found->end() ? found->front() : *best];
}

void AlertEntry::take(const OriginAlert &alert, const AlertMark &its)
{
    mark = its;
    fingerprint = alert.fingerprint;
    mutedBy = alert.mutedBy;
    receivers = alert.receivers;
    state = alert.state;
    startsAt = alert.startsAt;
    annotations = alert.annotations;
    generatorUrl = alert.generatorUrl;
    value = alert.value;
    silencedBy = alert.silencedBy;
    inhibitedBy = alert.inhibitedBy;
}

void AlertRecord::beginEpisode()
{
    raisers.clear();
    carriers.clear();
    generator.reset();
    presence.reset();
    askedAt.reset();
    recoveredAt.reset();
    everFired = false;
    everPending = false;
    endTold = false;
    stoodSince.reset();
    everRan = false;
    alert.acknowledgement.reset();
    alert.firingSince.reset();
    alert.heldFor = {};
}

bool AlertRecord::isLeftBehind(WallTime startsAt) const
{
    using namespace std::chrono_literals;
    constexpr auto clocksDiffer = 1min;
    if (!entries.empty() || !everListed)
        return false;
    // It began after an earlier console lost sight of it, or after somebody took it on while it could not be seen.
    const WallTime taken = alert.acknowledgement ? alert.acknowledgement->at : alert.startsAt;
    return !alert.isOpen() || (isRestored && startsAt > std::max(alert.endedAt.value_or(alert.startsAt), taken) + clocksDiffer);
}

bool AlertRecord::isListedBy(size_t origin) const
{
    return std::any_of(entries.begin(), entries.end(), [origin](const AlertEntry &entry) { return entry.origin == origin; });
}

AlertEntry *AlertRecord::entryOf(size_t origin, quint64 entryKey)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [=](const AlertEntry &entry) { return entry.origin == origin && entry.mark.key == entryKey; });
    return found == entries.end() ? nullptr : &*found;
}

AlertPosition AlertRecord::positionNow()
{
    constexpr int severityCount = int(allSeverities.size());
    const int badness = (alertStateRank(alert.state) * severityCount + int(alert.severity)) * 2 + (alert.state == AlertState::Acknowledged ? 1 : 0);
    return {badness, alert.startsAt, key, this};
}

} // namespace Watchfloor
