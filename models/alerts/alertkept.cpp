#include "models/alerts/alertbook.h"

namespace Watchfloor {

namespace {

bool isKept(AlertState state)
{
    return state == AlertState::Vanished || state == AlertState::Unseen;
}

} // namespace

std::vector<Alert> AlertStore::keptRows(size_t most) const
{
    std::vector<Alert> kept;
    if (count(AlertState::Vanished) + count(AlertState::Unseen) == 0)
        return kept;
    for (const Alert &alert : m_rows)
        if (isKept(alert.state) && kept.size() < most)
            kept.push_back(alert);
    return kept;
}

void AlertStore::restore(const std::vector<Alert> &rows, Instant now, WallTime at)
{
    d->takeTime(now, at);
    for (const Alert &row : rows)
        if (isKept(row.state))
            d->restore(row);
    d->lookAround();
    d->pump(true);
}

/// As it was left: nobody lists it, and those who did are asked as soon as they can be seen.
void AlertStore::Private::restore(const Alert &row)
{
    const quint64 key = alertKey(row.labels);
    if (row.labels.isEmpty() || byKey.contains(key))
        return;
    auto record = std::make_unique<AlertRecord>();
    record->key = key;
    record->family = familyKey(key, row.labels);
    record->slot = records.size();
    record->alert = row;
    record->alert.fingerprint = fingerprintText(key);
    record->alert.severity = store.m_policy.severities.of(row.labels.value(u"severity"));
    record->everListed = true;
    record->everFired = true;
    record->everRan = true;
    record->isRestored = true;
    record->fires = row.state == AlertState::Unseen;
    record->acknowledgedAs = row.acknowledgement ? row.acknowledgement->severity : Severity::None;
    // Its end was told when it came; what may still be open goes on in the record.
    record->told = row.state == AlertState::Vanished ? row.state : AlertState::Recovered;
    for (const QString &name : row.origins) {
        const SourceStatus *status = sources.find(name);
        if (status && (status->spec.kind == SourceKind::Prometheus || status->spec.kind == SourceKind::Rules))
            record->raisers.push_back(originOf(name, AlertOrigin::Kind::Prometheus));
        else if (status && status->spec.kind == SourceKind::Alertmanager)
            record->carriers.push_back(originOf(name, AlertOrigin::Kind::Alertmanager));
    }
    joinFamily(*record);
    byKey.insert(key, record.get());
    records.push_back(std::move(record));
    touch(*records.back());
}

} // namespace Watchfloor
