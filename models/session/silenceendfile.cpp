#include "models/session/silenceendfile.h"

#include "models/core/durablefile.h"
#include "models/core/jsonfile.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

constexpr qint64 largestFile = 4 << 20;

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/silenceends.json");
}

} // namespace

Result<std::vector<SilenceEnd>> loadSilenceEnds(const QString &folder)
{
    const auto document = readJsonList(pathIn(folder), largestFile);
    if (!document)
        return document.error();
    std::vector<SilenceEnd> ends;
    for (const nlohmann::json &entry : *document) {
        const auto end = entry.is_object() ? wallTimeAt(entry, "end") : std::nullopt;
        if (!end || ends.size() >= mostSilenceEnds)
            continue;
        const BackingSilence silence{stringAt(entry, "source"), stringAt(entry, "id")};
        if (!silence.source.isEmpty() && !silence.id.isEmpty())
            ends.push_back({silence, *end});
    }
    return ends;
}

Result<QString> setAsideSilenceEnds(const QString &folder)
{
    return setAside(pathIn(folder));
}

Result<void> saveSilenceEnds(const QString &folder, const std::vector<SilenceEnd> &ends)
{
    nlohmann::json document = nlohmann::json::array();
    for (const SilenceEnd &each : ends)
        document.push_back({{"source", each.silence.source.toStdString()},
                            {"id", each.silence.id.toStdString()},
                            {"end", each.end.time_since_epoch().count()}});
    return replaceJsonFile(pathIn(folder), document);
}

} // namespace Watchfloor
