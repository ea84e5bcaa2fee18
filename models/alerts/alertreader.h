#pragma once

#include "models/alerts/alert.h"
#include "models/core/result.h"

#include <QByteArray>

namespace Watchfloor {

/// At most so many alerts of one answer are kept, worst first (decisions 27).
inline constexpr size_t alertLimit = 100'000;
/// The longest value of an annotation that is kept whole, in characters; a longer one is cut and says so.
inline constexpr qsizetype annotationLimit = 16'384;

/// The alerts of one answer and how many there were before the cut.
struct AlertList
{
    std::vector<OriginAlert> alerts;
    size_t total = 0;
    QStringList unprocessed = {}; ///< fingerprints of those that had not met the silences yet; they fire until they have
    bool operator==(const AlertList &) const = default;
};

/// GET /api/v2/alerts. `severities` say what is worst when there are too many. The envelope of API v1 is Unsupported.
/// An alert without a fingerprint is given Alertmanager's. Source: Alertmanager, api/v2/openapi.yaml, every version since 0.17.
Result<AlertList> parseAlerts(const QByteArray &body, const SeverityMapping &severities = {}, size_t limit = alertLimit);

/// GET /api/v2/alerts/groups: the alerts of all groups, each once.
Result<AlertList> parseAlertGroups(const QByteArray &body, const SeverityMapping &severities = {}, size_t limit = alertLimit);

/// Makes one of those that have one fingerprint: it fires when one of them does, the lists are joined.
void mergeByFingerprint(AlertList &list);

/// FNV-1a of 64 bits over the sorted labels, 16 digits. Source: Prometheus' common/model, LabelSet.Fingerprint.
QString alertmanagerFingerprint(const Labels &labels);

} // namespace Watchfloor
