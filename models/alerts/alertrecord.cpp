#include "models/alerts/alertrecord.h"

#include <cstring>

namespace Watchfloor {

namespace {

constexpr quint64 multiplier = 0x9FB21C651E98DF25ULL;

quint64 finished(quint64 hash)
{
    hash ^= hash >> 32;
    hash *= multiplier;
    hash ^= hash >> 29;
    hash *= 0x94D049BB133111EBULL;
    return hash ^ (hash >> 31);
}

/// The same on every run: history and acknowledgements are kept by it.
quint64 hashed(QStringView text, quint64 seed)
{
    quint64 hash = seed ^ (quint64(text.size()) * multiplier);
    const char *bytes = reinterpret_cast<const char *>(text.utf16());
    qsizetype left = text.size() * qsizetype(sizeof(char16_t));
    while (left > 0) {
        quint64 word = 0;
        std::memcpy(&word, bytes, size_t(std::min<qsizetype>(left, 8)));
        hash = (hash ^ word) * multiplier;
        hash ^= hash >> 32;
        bytes += 8;
        left -= 8;
    }
    return finished(hash);
}

/// Calls `take` for each pair, with whether `external` has it too. Both are sorted by name.
template <typename Take>
void walk(const Labels &labels, const Labels &external, Take take)
{
    auto other = external.begin();
    for (const auto &pair : labels) {
        while (other != external.end() && other->first < pair.first)
            ++other;
        take(pair, other != external.end() && *other == pair);
    }
}

} // namespace

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

bool AlertEntry::update(const OriginAlert &alert)
{
    endsAt = alert.endsAt;
    if (state == alert.state && startsAt == alert.startsAt && value == alert.value && annotations == alert.annotations
        && generatorUrl == alert.generatorUrl && silencedBy == alert.silencedBy && inhibitedBy == alert.inhibitedBy && mutedBy == alert.mutedBy
        && receivers == alert.receivers && fingerprint == alert.fingerprint)
        return false;
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
    return true;
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
}

AlertEntry *AlertRecord::entryOf(size_t origin)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [origin](const AlertEntry &entry) { return entry.origin == origin; });
    return found == entries.end() ? nullptr : &*found;
}

quint64 alertKey(const Labels &labels, const Labels &external)
{
    quint64 sum = 0;
    walk(labels, external, [&sum](const Labels::Pair &pair, bool isExternal) {
        if (!isExternal)
            sum += hashed(pair.second, hashed(pair.first, multiplier));
    });
    return sum;
}

bool isSameWithout(const Labels &labels, const Labels &external, const Labels &bare)
{
    if (external.isEmpty())
        return labels == bare;
    auto wanted = bare.begin();
    bool same = true;
    walk(labels, external, [&](const Labels::Pair &pair, bool isExternal) {
        if (!same || isExternal)
            return;
        same = wanted != bare.end() && *wanted == pair;
        if (same)
            ++wanted;
    });
    return same && wanted == bare.end();
}

Labels strippedOf(const Labels &labels, const Labels &external, Labels &taken)
{
    if (external.isEmpty())
        return labels;
    std::vector<Labels::Pair> rest;
    std::vector<Labels::Pair> removed;
    walk(labels, external, [&](const Labels::Pair &pair, bool isExternal) { (isExternal ? removed : rest).push_back(pair); });
    taken = Labels(std::move(removed));
    return Labels(std::move(rest));
}

QString fingerprintText(quint64 key)
{
    return QStringLiteral("%1").arg(key, 16, 16, QLatin1Char('0'));
}

} // namespace Watchfloor
