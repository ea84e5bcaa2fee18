#include "models/webhooks/webhookletter.h"

#include "models/core/durablefile.h"
#include "models/core/jsonfile.h"

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

constexpr qint64 fileLimit = 64 << 20;
constexpr size_t letterLimit = 2'000;
constexpr size_t toldLimit = 20'000;

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/webhooks.json");
}

int numberOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? int(std::clamp<qint64>(found->get<qint64>(), 0, 1'000'000)) : 0;
}

std::optional<WebhookLetter> letterOf(const Json &json)
{
    const auto event = json.is_object() && json.contains("event") ? webhookEventFrom(json["event"]) : std::nullopt;
    if (!event)
        return std::nullopt;
    WebhookLetter letter;
    letter.event = *event;
    letter.delivery.id = stringAt(json, "id");
    letter.delivery.webhook = stringAt(json, "webhook");
    letter.delivery.fingerprint = event->fingerprint;
    letter.delivery.alertname = event->name();
    letter.delivery.resolved = event->action == WebhookEvent::Action::Resolved;
    letter.delivery.acknowledged = event->action == WebhookEvent::Action::Acknowledged;
    letter.delivery.attempts = numberOf(json, "attempts");
    letter.delivery.at = event->at;
    if (json.contains("error") && json["error"].is_object()) {
        const int kind = numberOf(json["error"], "kind");
        letter.delivery.error = Error{Error::Kind(std::min(kind, int(Error::Kind::Blind))), stringAt(json["error"], "detail"), letter.delivery.webhook};
    }
    if (json.contains("failedAt") && json["failedAt"].is_number_integer()) {
        letter.delivery.state = Delivery::State::Failed;
        letter.delivery.settledAt = WallTime(std::chrono::milliseconds(json["failedAt"].get<qint64>()));
    }
    return letter.delivery.id.isEmpty() || letter.delivery.webhook.isEmpty() ? std::nullopt : std::optional(letter);
}

Json jsonOf(const WebhookLetter &letter)
{
    const Delivery &delivery = letter.delivery;
    Json json{{"id", delivery.id.toStdString()}, {"webhook", delivery.webhook.toStdString()}, {"attempts", delivery.attempts}, {"event", toJson(letter.event)}};
    if (delivery.error)
        json["error"] = {{"kind", int(delivery.error->kind)}, {"detail", delivery.error->detail.toStdString()}};
    if (delivery.state == Delivery::State::Failed && delivery.settledAt)
        json["failedAt"] = qint64(delivery.settledAt->time_since_epoch().count());
    return json;
}

}

Result<WebhookMail> loadWebhookMail(const QString &folder)
{
    const auto document = readJsonFile(pathIn(folder), fileLimit);
    if (!document)
        return document.error();
    if (document->is_null())
        return WebhookMail{};
    if (!document->is_object() || !document->contains("letters") || !(*document)["letters"].is_array() || !document->contains("told") || !(*document)["told"].is_array())
        return Error{Error::Kind::Malformed, {}, pathIn(folder)};
    WebhookMail mail;
    for (const Json &entry : (*document)["letters"])
        if (auto letter = letterOf(entry); letter && mail.letters.size() < letterLimit)
            mail.letters.push_back(*std::move(letter));
    for (const Json &entry : (*document)["told"]) {
        const auto event = entry.is_object() && entry.contains("event") ? webhookEventFrom(entry["event"]) : std::nullopt;
        if (event && mail.told.size() < toldLimit)
            mail.told[{stringAt(entry, "webhook"), event->fingerprint}] = *event;
    }
    return mail;
}

Result<QString> setAsideWebhookMail(const QString &folder)
{
    return setAside(pathIn(folder));
}

QByteArray webhookMailText(const WebhookMail &mail)
{
    Json document{{"letters", Json::array()}, {"told", Json::array()}};
    for (const WebhookLetter &letter : mail.letters)
        document["letters"].push_back(jsonOf(letter));
    for (const auto &[key, event] : mail.told)
        document["told"].push_back({{"webhook", key.first.toStdString()}, {"event", toJson(event)}});
    return jsonFileText(document);
}

Result<void> saveWebhookMail(const QString &folder, const QByteArray &text)
{
    return replaceDurably(pathIn(folder), text);
}

} // namespace Watchfloor
