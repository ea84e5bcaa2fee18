#pragma once

#include "models/core/result.h"
#include "models/webhooks/delivery.h"
#include "models/webhooks/webhookevent.h"

#include <deque>
#include <map>

namespace Watchfloor {

/// A message to one webhook while it waits, is under way or has failed.
struct WebhookLetter
{
    Delivery delivery;
    WebhookEvent event;
    Instant due{};

    bool isSettled() const { return delivery.state == Delivery::State::Failed || delivery.state == Delivery::State::Delivered; }
    std::pair<QString, QString> thread() const { return {delivery.webhook, delivery.fingerprint}; }
};

/// What each webhook (first) was told last of each alert (second) that it was not told to be over.
using ToldAlerts = std::map<std::pair<QString, QString>, WebhookEvent>;

struct WebhookMail
{
    std::deque<WebhookLetter> letters;
    ToldAlerts told;
};

/// What the folder keeps of an earlier console; nothing is an empty one.
Result<WebhookMail> loadWebhookMail(const QString &folder);
/// Renames a file that cannot be read; its new name.
Result<QString> setAsideWebhookMail(const QString &folder);
QByteArray webhookMailText(const WebhookMail &mail);
Result<void> saveWebhookMail(const QString &folder, const QByteArray &text);

} // namespace Watchfloor
