#include "models/session/failingfile.h"

#include "models/core/jsonfile.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

constexpr qint64 largestFile = 4 << 20;
constexpr size_t mostEndpoints = 10'000;

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/endpoints.json");
}

} // namespace

Result<FailingEndpoints> loadFailingEndpoints(const QString &folder)
{
    const auto document = readJsonFile(pathIn(folder), largestFile);
    if (!document)
        return document.error();
    if (document->is_null())
        return FailingEndpoints();
    const auto seenAt = document->is_object() ? wallTimeAt(*document, "seenAt") : std::nullopt;
    if (!seenAt || !document->contains("failing") || !(*document)["failing"].is_object())
        return Error{Error::Kind::Malformed, {}, pathIn(folder)};
    FailingEndpoints failing{{}, *seenAt};
    const nlohmann::json &since = (*document)["failing"];
    for (const auto &item : since.items())
        if (const auto at = wallTimeAt(since, item.key().c_str()); at && failing.since.size() < mostEndpoints)
            failing.since.emplace(QString::fromStdString(item.key()), *at);
    return failing;
}

Result<void> saveFailingEndpoints(const QString &folder, const FailingEndpoints &failing)
{
    nlohmann::json since = nlohmann::json::object();
    for (const auto &[key, time] : failing.since)
        since[key.toStdString()] = time.time_since_epoch().count();
    const nlohmann::json document{{"seenAt", failing.seenAt.time_since_epoch().count()}, {"failing", std::move(since)}};
    return replaceJsonFile(pathIn(folder), document);
}

} // namespace Watchfloor
