#include "models/session/keptrowsfile.h"

#include "models/core/jsonfile.h"
#include "models/core/jsonwriting.h"
#include "models/episodes/episodejson.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

using nlohmann::json;

constexpr qint64 largestFile = 32 << 20;
constexpr qsizetype longestValue = 2'000;

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/rows.json");
}

json cutJson(const Labels &annotations)
{
    json map = json::object();
    for (const auto &[name, value] : annotations)
        map[name.left(longestValue).toStdString()] = value.left(longestValue).toStdString();
    return map;
}

json rowJson(const Alert &alert)
{
    json row{{"labels", jsonMap<json>(alert.labels)},
             {"external", jsonMap<json>(alert.externalLabels)},
             {"annotations", cutJson(alert.annotations)},
             {"state", alertStateName(alert.state).toStdString()},
             {"startsAt", alert.startsAt.time_since_epoch().count()},
             {"heldFor", alert.heldFor.count()},
             {"origins", alert.origins.join(u'\n').toStdString()},
             {"receivers", alert.receivers.join(u'\n').toStdString()},
             {"generatorUrl", alert.generatorUrl.left(longestValue).toStdString()}};
    if (alert.firingSince)
        row["firingSince"] = alert.firingSince->time_since_epoch().count();
    if (alert.endedAt)
        row["endedAt"] = alert.endedAt->time_since_epoch().count();
    return row;
}

std::optional<Alert> rowOf(const json &entry)
{
    const auto startsAt = entry.is_object() ? wallTimeAt(entry, "startsAt") : std::nullopt;
    const auto state = startsAt ? alertStateNamed(stringAt(entry, "state")) : std::nullopt;
    if (!state)
        return std::nullopt;
    Alert alert;
    alert.labels = labelsAt(entry, "labels");
    alert.externalLabels = labelsAt(entry, "external");
    alert.annotations = labelsAt(entry, "annotations");
    alert.state = *state;
    alert.startsAt = *startsAt;
    alert.firingSince = wallTimeAt(entry, "firingSince");
    alert.endedAt = wallTimeAt(entry, "endedAt");
    alert.heldFor = wallTimeAt(entry, "heldFor").value_or(WallTime{}).time_since_epoch();
    alert.origins = stringAt(entry, "origins").split(u'\n', Qt::SkipEmptyParts);
    alert.receivers = stringAt(entry, "receivers").split(u'\n', Qt::SkipEmptyParts);
    alert.generatorUrl = stringAt(entry, "generatorUrl");
    return alert;
}

} // namespace

Result<std::vector<Alert>> loadKeptRows(const QString &folder)
{
    const auto document = readJsonList(pathIn(folder), largestFile);
    if (!document)
        return document.error();
    std::vector<Alert> rows;
    for (const json &entry : *document)
        if (auto row = rowOf(entry); row && rows.size() < mostKeptRows)
            rows.push_back(*std::move(row));
    return rows;
}

Result<void> saveKeptRows(const QString &folder, const std::vector<Alert> &rows)
{
    json document = json::array();
    for (const Alert &alert : rows)
        document.push_back(rowJson(alert));
    return replaceJsonFile(pathIn(folder), document);
}

} // namespace Watchfloor
