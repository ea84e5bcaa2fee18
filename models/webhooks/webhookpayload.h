#pragma once

#include "models/core/secret.h"
#include "models/webhooks/webhookevent.h"

#include <QByteArray>

namespace Watchfloor {

/// The body of the message that tells a webhook of an event: JSON. `routingKey` goes into PagerDuty's.
QByteArray webhookBody(const Webhook &webhook, const WebhookEvent &event, const Secret &routingKey);

/// Where PagerDuty takes events. Source: PagerDuty, Events API v2.
QUrl pagerDutyEvents();

/// Text as Slack wants it: & < and > as entities, nothing else. Source: Slack, formatting text for app surfaces.
QString slackText(const QString &text);

} // namespace Watchfloor
