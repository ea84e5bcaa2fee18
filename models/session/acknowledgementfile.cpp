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
}

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
        if (!entry.is_object())
            continue;
        Acknowledgement acknowledgement;
        acknowledgement.owner = QString::fromStdString(entry.value("owner", std::string()));
        acknowledgement.comment = QString::fromStdString(entry.value("comment", std::string()));
        acknowledgement.at = WallTime(std::chrono::milliseconds(entry.value("at", qint64(0))));
        found.emplace(QString::fromStdString(fingerprint), std::move(acknowledgement));
    }
    return found;
}

Result<void> saveAcknowledgements(const QString &folder, const Acknowledgements &acknowledgements)
{
    nlohmann::json document = nlohmann::json::object();
    for (const auto &[fingerprint, acknowledgement] : acknowledgements)
        document[fingerprint.toStdString()] = {{"owner", acknowledgement.owner.toStdString()},
                                               {"comment", acknowledgement.comment.toStdString()},
                                               {"at", acknowledgement.at.time_since_epoch().count()}};
    return replaceDurably(pathIn(folder), QByteArray::fromStdString(document.dump(1)) + '\n');
}

} // namespace Watchfloor
