#include "models/session/sessionprivate.h"

namespace Watchfloor {

namespace {

/// The console's own alerts come from here: nobody else hands them on.
const QString consoleOrigin = QStringLiteral("endpoints");

bool isOurs(const Alert &alert)
{
    return !alert.origins.isEmpty() && std::all_of(alert.origins.begin(), alert.origins.end(), [](const QString &origin) { return origin == consoleOrigin; });
}

} // namespace

/// Only a console that stays hands anything on: one that answers a question and ends tells nobody.
void Session::Private::buildWebhooks()
{
    const std::vector<Webhook> &webhooks = session.m_stores.workspace().webhooks;
    if (!started || (!courier && webhooks.empty()))
        return;
    if (!courier) {
        courier = std::make_unique<WebhookCourier>(session.m_clock, WebhookCourier::Options{.folder = session.m_options.dataFolder});
        QObject::connect(courier.get(), &WebhookCourier::changed, &session, [this](const Delivery &delivery) { noteDelivery(delivery); });
        QObject::connect(courier.get(), &WebhookCourier::failed, &session, &Commands::failed);
        if (const auto recalled = courier->recall(); !recalled)
            Q_EMIT session.failed(recalled.error());
    } else if (servedWebhooks == webhooks && webhookSecrets == secrets) {
        return;
    }
    servedWebhooks = webhooks;
    webhookSecrets = secrets;
    courier->setWebhooks(webhooks, secrets);
    for (const Alert &alert : session.m_stores.alerts.alerts())
        handOn(alert);
}

void Session::Private::handOn(const Alert &alert)
{
    if (!courier)
        return;
    const WallTime now = session.m_clock.wall();
    if (alert.state == AlertState::Firing && isOurs(alert))
        courier->hand(webhookEvent(alert, WebhookEvent::Action::Firing, now));
    else if (alert.state == AlertState::Acknowledged && isOurs(alert))
        courier->hand(webhookEvent(alert, WebhookEvent::Action::Acknowledged, now));
    else if (!alert.isOpen())
        courier->hand(webhookEvent(alert, WebhookEvent::Action::Resolved, now));
}

void Session::Private::noteDelivery(const Delivery &delivery)
{
    observe({}, delivery);
    if (!delivery.settledAt || !hasRoomForRecord())
        return;
    const bool delivered = delivery.state == Delivery::State::Delivered;
    recordLater({QStringLiteral("console"), {}, QStringLiteral("webhook"), delivered ? QStringLiteral("ok") : QStringLiteral("failed"),
                 QStringLiteral("{\"webhook\":%1,\"alert\":%2,\"attempts\":%3}").arg(quoted(delivery.webhook), quoted(delivery.alertname), QString::number(delivery.attempts))});
}

/// What an earlier console told of may have ended while none ran: its endpoint says so, or is not watched any more.
void Session::Private::handOnWhatEnded()
{
    if (!courier)
        return;
    for (WebhookEvent &event : courier->open()) {
        const Alert *alert = session.m_stores.alerts.find(event.fingerprint);
        const EndpointStatus *endpoint = session.m_stores.health.find(event.labels.value(u"endpoint"));
        const bool seenWell = endpoint && endpoint->latest.value && endpoint->failuresInRow == 0
                              && (endpoint->state(session.m_clock.now()) == State::Healthy || endpoint->state(session.m_clock.now()) == State::Warning);
        if ((alert && alert->isOpen()) || (endpoint && !seenWell))
            continue;
        event.action = WebhookEvent::Action::Resolved;
        event.at = session.m_clock.wall();
        event.endsAt = event.at;
        courier->hand(event);
    }
}

void Session::retryDelivery(const QString &id)
{
    if (d->courier)
        d->courier->retry(id);
}

} // namespace Watchfloor
