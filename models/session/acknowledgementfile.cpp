#include "models/session/acknowledgementfile.h"

#include "models/core/durablefile.h"

#include <QFile>

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {
QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/acknowledgements.json");
}

QString textOf(const nlohmann::json &entry, const char *key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

} // namespace

Result<Acknowledgements> loadAcknowledgements(const QString &folder)
{
    QFile file(pathIn(folder));
    if (!file.exists())
        return Acknowledgements{};
    constexpr qint64 limit = 16 << 20;
    if (!file.open(QIODevice::ReadOnly) || file.size() > limit)
        return Error{Error::Kind::Io, file.errorString(), file.fileName()};
    const QByteArray text = file.readAll();
    const auto document = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (!document.is_object())
        return Error{Error::Kind::Malformed, {}, file.fileName()};
    Acknowledgements found;
    for (const auto &[fingerprint, entry] : document.items()) {
        if (!entry.is_object() || !entry.contains("at") || !entry["at"].is_number_integer())
            continue;
        Acknowledgement acknowledgement;
        acknowledgement.owner = textOf(entry, "owner");
        acknowledgement.comment = textOf(entry, "comment");
        acknowledgement.at = WallTime(std::chrono::milliseconds(entry["at"].get<qint64>()));
        if (const auto until = entry.find("until"); until != entry.end() && until->is_number_integer())
            acknowledgement.until = WallTime(std::chrono::milliseconds(until->get<qint64>()));
        for (const Severity severity : allSeverities)
            if (severityName(severity) == textOf(entry, "severity"))
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
        for (const QString &silence : acknowledgement.silence.split(u'\n', Qt::SkipEmptyParts))
            entry["silences"].push_back(silence.toStdString());
    }
    return replaceDurably(pathIn(folder), QByteArray::fromStdString(document.dump(1)) + '\n');
}

} // namespace Watchfloor
