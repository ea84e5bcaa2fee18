#include "models/session/acknowledgementfile.h"

#include "models/core/durablefile.h"
#include "models/core/jsonfile.h"
#include "models/core/jsonwriting.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {
QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/acknowledgements.json");
}

} // namespace

Result<Acknowledgements> loadAcknowledgements(const QString &folder)
{
    constexpr qint64 limit = 16 << 20;
    const auto document = readJsonFile(pathIn(folder), limit);
    if (!document)
        return document.error();
    if (document->is_null())
        return Acknowledgements{};
    if (!document->is_object())
        return Error{Error::Kind::Malformed, {}, pathIn(folder)};
    Acknowledgements found;
    for (const auto &[fingerprint, entry] : document->items()) {
        if (!entry.is_object() || !entry.contains("at") || !entry["at"].is_number_integer())
            continue;
        Acknowledgement acknowledgement;
        acknowledgement.owner = stringAt(entry, "owner");
        acknowledgement.comment = stringAt(entry, "comment");
        acknowledgement.at = WallTime(std::chrono::milliseconds(entry["at"].get<qint64>()));
        if (const auto until = entry.find("until"); until != entry.end() && until->is_number_integer())
            acknowledgement.until = WallTime(std::chrono::milliseconds(until->get<qint64>()));
        for (const Severity severity : allSeverities)
            if (severityName(severity) == stringAt(entry, "severity"))
                acknowledgement.severity = severity;
        if (const auto silences = entry.find("silences"); silences != entry.end() && silences->is_array())
            for (const auto &silence : *silences)
                if (silence.is_string())
                    acknowledgement.silence += (acknowledgement.silence.isEmpty() ? QString() : QStringLiteral("\n"))
                                               + QString::fromStdString(silence.get<std::string>());
        found.emplace(QString::fromStdString(fingerprint), std::move(acknowledgement));
    }
    return found;
}

Result<QString> setAsideAcknowledgements(const QString &folder)
{
    return setAside(pathIn(folder));
}

Result<void> saveAcknowledgements(const QString &folder, const Acknowledgements &acknowledgements)
{
    nlohmann::json document = nlohmann::json::object();
    for (const auto &[fingerprint, acknowledgement] : acknowledgements) {
        nlohmann::json &entry = document[fingerprint.toStdString()];
        entry = {{"owner", acknowledgement.owner.toStdString()},
                 {"comment", acknowledgement.comment.toStdString()},
                 {"at", acknowledgement.at.time_since_epoch().count()}};
        if (acknowledgement.until)
            entry["until"] = acknowledgement.until->time_since_epoch().count();
        if (acknowledgement.severity != Severity::None)
            entry["severity"] = severityName(acknowledgement.severity).toStdString();
        if (const QStringList silences = acknowledgement.silence.split(u'\n', Qt::SkipEmptyParts); !silences.isEmpty())
            entry["silences"] = jsonList<nlohmann::json>(silences);
    }
    return replaceJsonFile(pathIn(folder), document);
}

} // namespace Watchfloor
