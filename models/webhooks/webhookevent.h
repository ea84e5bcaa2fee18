#pragma once

#include "models/alerts/alert.h"
#include "models/webhooks/webhook.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

/// What is told of an alert: as it was at that moment, cut to what a message takes.
struct WebhookEvent
{
    enum class Action { Firing, Acknowledged, Resolved };

    Action action = Action::Firing;
    QString fingerprint;
    Labels labels{};
    Labels annotations{};
    Severity severity = Severity::Warning;
    WallTime startsAt{};
    std::optional<WallTime> endsAt{};
    QString generatorUrl{};
    QString value{};
    QString person{};   ///< who took it on
    WallTime at{};      ///< when the alert took the state that is told
    bool operator==(const WebhookEvent &) const = default;

    QString name() const { return labels.value(u"alertname"); }
    /// annotations summary, else message, else description, else the alert's name.
    QString summary() const;
};

WebhookEvent webhookEvent(const Alert &alert, WebhookEvent::Action action, WallTime at);

/// Whether a webhook wants to hear of alerts like this one, whose labels, uncut, are `labels`; the end is another question.
bool wants(const Webhook &webhook, const WebhookEvent &event, const Labels &labels);

nlohmann::json toJson(const WebhookEvent &event);
/// Nothing where a member is missing or of another type.
std::optional<WebhookEvent> webhookEventFrom(const nlohmann::json &json);

} // namespace Watchfloor
