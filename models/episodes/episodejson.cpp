#include "models/episodes/episodejson.h"

#include "models/core/jsonwriting.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

using Json = nlohmann::ordered_json;

std::string text(const QString &value)
{
    return value.toStdString();
}

Json timeJson(const std::optional<WallTime> &time)
{
    return time ? Json(jsonTime(*time)) : Json();
}

Json eventJson(const EpisodeEvent &event)
{
    Json object{{"event", text(episodeEventName(event.kind))}, {"at", timeJson(event.at)}};
    if (event.kind == EpisodeEvent::Kind::State)
        object["state"] = text(alertStateName(event.state));
    if (!event.who.isEmpty())
        object["who"] = text(event.who);
    if (!event.text.isEmpty())
        object["text"] = text(event.text);
    return object;
}

Json episodeJson(const Episode &episode)
{
    Json events = Json::array();
    for (const EpisodeEvent &event : episode.events)
        events.push_back(eventJson(event));
    return {{"fingerprint", text(episode.fingerprint)},
            {"alert", text(episode.name())},
            {"service", text(episode.service())},
            {"severity", text(severityName(episode.severity))},
            {"state", text(alertStateName(episode.state))},
            {"summary", text(episode.summary)},
            {"labels", jsonMap<Json>(episode.labels)},
            {"origins", jsonList<Json>(episode.origins)},
            {"startedAt", timeJson(episode.startedAt)},
            {"firedAt", timeJson(episode.firedAt)},
            {"seenAt", timeJson(episode.seenAt)},
            {"acknowledgedAt", timeJson(episode.acknowledgedAt)},
            {"endedAt", timeJson(episode.endedAt)},
            {"owner", text(episode.owner)},
            {"starts", episode.starts},
            {"escalations", episode.escalations},
            {"events", std::move(events)}};
}

} // namespace

QString labelsJson(const Labels &labels)
{
    return QString::fromStdString(jsonMap<Json>(labels).dump(-1, ' ', false, Json::error_handler_t::replace));
}

Labels labelsOfJson(const QString &json)
{
    const auto object = Json::parse(json.toStdString(), nullptr, false);
    if (!object.is_object())
        return {};
    std::vector<Labels::Pair> pairs;
    for (const auto &[name, value] : object.items())
        if (value.is_string())
            pairs.emplace_back(QString::fromStdString(name), QString::fromStdString(value.get_ref<const std::string &>()));
    return Labels(std::move(pairs));
}

QString episodeEventName(EpisodeEvent::Kind kind)
{
    switch (kind) {
    case EpisodeEvent::Kind::State:
        return QStringLiteral("state");
    case EpisodeEvent::Kind::Acknowledged:
        return QStringLiteral("acknowledged");
    case EpisodeEvent::Kind::Released:
        return QStringLiteral("released");
    case EpisodeEvent::Kind::Escalated:
        return QStringLiteral("escalated");
    case EpisodeEvent::Kind::Notified:
        return QStringLiteral("notified");
    case EpisodeEvent::Kind::Dismissed:
        return QStringLiteral("dismissed");
    }
    return {};
}

std::optional<EpisodeEvent::Kind> episodeEventKind(QStringView name)
{
    using Kind = EpisodeEvent::Kind;
    for (const Kind kind : {Kind::State, Kind::Acknowledged, Kind::Released, Kind::Escalated, Kind::Notified, Kind::Dismissed})
        if (episodeEventName(kind) == name)
            return kind;
    return std::nullopt;
}

std::optional<AlertState> alertStateNamed(QStringView name)
{
    using enum AlertState;
    for (const AlertState state : {Firing, Pending, Acknowledged, Silenced, Inhibited, Unseen, Vanished, Recovered})
        if (alertStateName(state) == name)
            return state;
    return std::nullopt;
}

Severity severityNamed(QStringView name)
{
    for (const Severity severity : allSeverities)
        if (severityName(severity) == name)
            return severity;
    return Severity::Warning;
}

QString episodesJson(const std::vector<Episode> &episodes)
{
    Json array = Json::array();
    for (const Episode &episode : episodes)
        array.push_back(episodeJson(episode));
    return QString::fromStdString(array.dump(2, ' ', false, Json::error_handler_t::replace));
}

} // namespace Watchfloor
