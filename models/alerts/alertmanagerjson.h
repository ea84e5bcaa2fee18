#pragma once

#include "models/alerts/alert.h"
#include "models/core/result.h"

#include <QByteArray>

namespace Watchfloor {

/// At most so many alerts of one answer are kept, worst first (decisions 27).
inline constexpr size_t alertLimit = 100'000;

/// The alerts of one answer and how many there were before the cut.
struct AlertList
{
    std::vector<OriginAlert> alerts;
    size_t total = 0;
    bool operator==(const AlertList &) const = default;
};

/// What an Alertmanager says of itself.
struct AlertmanagerStatus
{
    QString version;
    QString clusterStatus; ///< "ready", "settling", "disabled"
    std::optional<WallTime> startedAt;
    bool operator==(const AlertmanagerStatus &) const = default;
};

/// GET /api/v2/alerts. `severities` say what is worst when there are too many. The envelope of API v1 is Unsupported.
/// Source: Alertmanager, api/v2/openapi.yaml, every version since 0.17.
Result<AlertList> parseAlerts(const QByteArray &body, const SeverityMapping &severities = {}, size_t limit = alertLimit);

/// GET /api/v2/silences. A matcher without isEqual is an equal one.
Result<std::vector<Silence>> parseSilences(const QByteArray &body);
/// GET /api/v2/silence/{id}
Result<Silence> parseSilence(const QByteArray &body);
/// GET /api/v2/status
Result<AlertmanagerStatus> parseStatus(const QByteArray &body);
/// The answer to POST /api/v2/silences: the id.
Result<QString> parseSilenceId(const QByteArray &body);
/// What a refusal says: a bare JSON string, {"message"}, or plain text.
QString refusalText(const QByteArray &body);

/// The body of POST /api/v2/silences; with an id it edits.
QByteArray silenceJson(const Silence &silence);

/// Ready to be posted: matchers of which one at least needs a label, an author, a comment, an end after its start.
Result<void> checkSilence(const Silence &silence);

/// Whether `stored` mutes the same alerts until the same time as was asked for.
bool standsAsAsked(const Silence &stored, const Silence &asked);

/// Both lists hold the same matchers, in whatever order.
bool sameMatchers(const Matchers &a, const Matchers &b);

} // namespace Watchfloor
