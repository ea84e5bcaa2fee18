#include "models/session/keptrowsfile.h"

#include "models/core/durablefile.h"
#include "models/episodes/episodejson.h"

#include <QFile>

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

json pairsJson(const Labels &labels)
{
    json map = json::object();
    for (const auto &[name, value] : labels)
        map[name.toStdString()] = value.toStdString();
    return map;
}

json cutJson(const Labels &annotations)
{
    json map = json::object();
    for (const auto &[name, value] : annotations)
        map[name.left(longestValue).toStdString()] = value.left(longestValue).toStdString();
    return map;
}

Labels pairsOf(const json &entry, const char *key)
{
    Labels labels;
    if (const auto found = entry.find(key); found != entry.end() && found->is_object())
        for (const auto &[name, value] : found->items())
            if (value.is_string())
                labels.set(QString::fromStdString(name), QString::fromStdString(value.get<std::string>()));
    return labels;
}

QString textOf(const json &entry, const char *key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

std::optional<WallTime> timeOf(const json &entry, const char *key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_number_integer() ? std::optional(WallTime(std::chrono::milliseconds(found->get<qint64>()))) : std::nullopt;
}

json rowJson(const Alert &alert)
{
    json row{{"labels", pairsJson(alert.labels)},
             {"external", pairsJson(alert.externalLabels)},
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
    const auto startsAt = entry.is_object() ? timeOf(entry, "startsAt") : std::nullopt;
    const auto state = startsAt ? alertStateNamed(textOf(entry, "state")) : std::nullopt;
    if (!state)
        return std::nullopt;
    Alert alert;
    alert.labels = pairsOf(entry, "labels");
    alert.externalLabels = pairsOf(entry, "external");
    alert.annotations = pairsOf(entry, "annotations");
    alert.state = *state;
    alert.startsAt = *startsAt;
    alert.firingSince = timeOf(entry, "firingSince");
    alert.endedAt = timeOf(entry, "endedAt");
    alert.heldFor = timeOf(entry, "heldFor").value_or(WallTime{}).time_since_epoch();
    alert.origins = textOf(entry, "origins").split(u'\n', Qt::SkipEmptyParts);
    alert.receivers = textOf(entry, "receivers").split(u'\n', Qt::SkipEmptyParts);
    alert.generatorUrl = textOf(entry, "generatorUrl");
    return alert;
}

} // namespace

Result<std::vector<Alert>> loadKeptRows(const QString &folder)
{
    QFile file(pathIn(folder));
    if (!file.exists())
        return std::vector<Alert>();
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error{Error::Kind::Io, file.errorString(), file.fileName()};
    const QByteArray text = file.readAll();
    const json document = json::parse(text.begin(), text.end(), nullptr, false);
    if (!document.is_array())
        return Error{Error::Kind::Malformed, {}, file.fileName()};
    std::vector<Alert> rows;
    for (const json &entry : document)
        if (auto row = rowOf(entry); row && rows.size() < mostKeptRows)
            rows.push_back(*std::move(row));
    return rows;
}

Result<void> saveKeptRows(const QString &folder, const std::vector<Alert> &rows)
{
    json document = json::array();
    for (const Alert &alert : rows)
        document.push_back(rowJson(alert));
    return replaceDurably(pathIn(folder), QByteArray::fromStdString(document.dump(1, ' ', false, json::error_handler_t::replace)) + '\n');
}

} // namespace Watchfloor
