#include "models/alerts/alertkey.h"

#include <QRandomGenerator>

#include <cstring>
#include <unordered_map>

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

quint64 hashed(const Labels &labels, quint64 seed)
{
    quint64 hash = finished(seed ^ quint64(labels.size()));
    for (const auto &[name, value] : labels)
        hash = hashed(value, hashed(name, hash));
    return hash;
}

quint64 hashed(const QStringList &list, quint64 seed)
{
    quint64 hash = finished(seed ^ quint64(list.size()));
    for (const QString &text : list)
        hash = hashed(text, hash);
    return hash;
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

/// What one pair adds to a key.
quint64 pairKey(QStringView name, QStringView value)
{
    return hashed(value, hashed(name, multiplier));
}

} // namespace

quint64 familyKey(quint64 key, const Labels &labels)
{
    const QString severity = labels.value(u"severity");
    return severity.isEmpty() ? key : key - pairKey(u"severity", severity);
}

quint64 alertKey(const Labels &labels, const Labels &external)
{
    quint64 sum = 0;
    walk(labels, external, [&sum](const Labels::Pair &pair, bool isExternal) {
        if (!isExternal)
            sum += pairKey(pair.first, pair.second);
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

AlertMark markOf(const OriginAlert &alert)
{
    static const quint64 seed = QRandomGenerator::system()->generate64();
    quint64 hash = hashed(alert.annotations, hashed(alert.labels, seed));
    hash = finished(hash ^ quint64(alert.state));
    hash = finished(hash ^ quint64(alert.startsAt.time_since_epoch().count()));
    hash = hashed(alert.value, hashed(alert.fingerprint, hashed(alert.generatorUrl, hash)));
    hash = hashed(alert.receivers, hashed(alert.mutedBy, hashed(alert.inhibitedBy, hashed(alert.silencedBy, hash))));
    return {alertKey(alert.labels), std::max<quint64>(hash, 1)};
}

void markAll(std::vector<OriginAlert> &alerts)
{
    std::unordered_map<quint64, size_t> known;
    known.reserve(alerts.size());
    size_t kept = 0;
    for (OriginAlert &alert : alerts) {
        alert.mark = markOf(alert);
        const auto [first, isNew] = known.emplace(alert.mark.key, kept);
        if (!isNew && alerts[first->second].labels == alert.labels) {
            if (alert.state == OriginAlert::State::Firing && alerts[first->second].state != alert.state)
                alerts[first->second] = std::move(alert);
            continue;
        }
        if (&alerts[kept] != &alert)
            alerts[kept] = std::move(alert);
        ++kept;
    }
    alerts.resize(kept);
}

} // namespace Watchfloor
