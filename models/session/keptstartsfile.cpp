#include "models/session/keptstartsfile.h"

#include "models/core/jsonfile.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {
constexpr qint64 largestFile = 4 << 20;
}

Result<KeptStarts> loadKeptStarts(const QString &path)
{
    const auto document = readJsonFile(path, largestFile);
    if (!document)
        return document.error();
    if (document->is_null())
        return KeptStarts();
    const auto seenAt = document->is_object() ? wallTimeAt(*document, "seenAt") : std::nullopt;
    if (!seenAt || !document->contains("since") || !(*document)["since"].is_object())
        return Error{Error::Kind::Malformed, {}, path};
    KeptStarts starts{{}, *seenAt};
    const nlohmann::json &since = (*document)["since"];
    for (const auto &item : since.items())
        if (const auto at = wallTimeAt(since, item.key().c_str()); at && starts.since.size() < mostKeptStarts)
            starts.since.emplace(QString::fromStdString(item.key()), *at);
    return starts;
}

Result<void> saveKeptStarts(const QString &path, const KeptStarts &starts)
{
    nlohmann::json since = nlohmann::json::object();
    for (const auto &[key, time] : starts.since)
        if (since.size() < mostKeptStarts)
            since[key.toStdString()] = time.time_since_epoch().count();
    const nlohmann::json document{{"seenAt", starts.seenAt.time_since_epoch().count()}, {"since", std::move(since)}};
    return replaceJsonFile(path, document);
}

} // namespace Watchfloor
