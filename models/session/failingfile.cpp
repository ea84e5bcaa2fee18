#include "models/session/failingfile.h"

#include "models/core/durablefile.h"

#include <QFile>

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

constexpr qint64 largestFile = 4 << 20;
constexpr size_t mostEndpoints = 10'000;

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/endpoints.json");
}

WallTime timeOf(const nlohmann::json &value)
{
    return WallTime(std::chrono::milliseconds(value.get<qint64>()));
}

} // namespace

Result<FailingEndpoints> loadFailingEndpoints(const QString &folder)
{
    QFile file(pathIn(folder));
    if (!file.exists())
        return FailingEndpoints();
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error{Error::Kind::Io, file.errorString(), file.fileName()};
    const QByteArray text = file.readAll();
    const auto document = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    const auto seenAt = document.is_object() ? document.find("seenAt") : document.end();
    const auto since = document.is_object() ? document.find("failing") : document.end();
    if (seenAt == document.end() || !seenAt->is_number_integer() || since == document.end() || !since->is_object())
        return Error{Error::Kind::Malformed, {}, file.fileName()};
    FailingEndpoints failing;
    failing.seenAt = timeOf(*seenAt);
    for (const auto &[key, time] : since->items())
        if (time.is_number_integer() && failing.since.size() < mostEndpoints)
            failing.since.emplace(QString::fromStdString(key), timeOf(time));
    return failing;
}

Result<void> saveFailingEndpoints(const QString &folder, const FailingEndpoints &failing)
{
    nlohmann::json since = nlohmann::json::object();
    for (const auto &[key, time] : failing.since)
        since[key.toStdString()] = time.time_since_epoch().count();
    const nlohmann::json document{{"seenAt", failing.seenAt.time_since_epoch().count()}, {"failing", std::move(since)}};
    return replaceDurably(pathIn(folder), QByteArray::fromStdString(document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace)) + '\n');
}

} // namespace Watchfloor
