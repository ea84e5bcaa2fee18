#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/alertreader.h"
#include "models/core/result.h"

#include <QByteArray>

namespace Watchfloor {

/// What an Alertmanager says of itself.
struct AlertmanagerStatus
{
    QString version;
    QString clusterStatus; ///< "ready", "settling", "disabled"
    QStringList clusterPeers; ///< addresses of the members, itself included; none where there is no cluster
    QString configuration;    ///< its own YAML, secrets left out by it
    std::optional<WallTime> startedAt;
    bool operator==(const AlertmanagerStatus &) const = default;
};

/// The silences of one answer, and how many of it nobody here can read.
struct SilenceList
{
    std::vector<Silence> silences;
    size_t unread = 0;
};

/// GET /api/v2/silences. A matcher without isEqual is an equal one.
Result<SilenceList> parseSilenceList(const QByteArray &body);
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

/// The oldest version whose API v2 has all that is needed is 0.17; what is older, "0.16.2" or "0.15.3", is Unsupported with a sentence
/// that names it. What is no version at all is let through: the body shows.
Result<void> checkVersion(const QString &version);

/// Ready to be posted: matchers of which one at least needs a label, an author, a comment, an end after its start.
Result<void> checkSilence(const Silence &silence);

/// Whether `stored` mutes the same alerts until the same time as was asked for.
bool standsAsAsked(const Silence &stored, const Silence &asked);

/// Both lists hold the same matchers, in whatever order.
bool sameMatchers(const Matchers &a, const Matchers &b);

} // namespace Watchfloor
