#include "models/session/sessionprivate.h"

namespace Watchfloor {

namespace {

/// Where the alerts of endpoints come from.
const QString endpointOrigin = QStringLiteral("endpoints");

/// The console's own alerts, its endpoints' and its rules': nobody else hands them on.
bool isOurs(const Alert &alert, const SourceSpec *rules)
{
    return !alert.origins.isEmpty() && std::all_of(alert.origins.begin(), alert.origins.end(), [rules](const QString &origin) {
        return origin == endpointOrigin || (rules && origin == rules->name);
    });
}

/// Who evaluates the rules has seen the one of that name through since it was started, and can be believed.
bool hasEvaluated(const Stores &stores, const SourceSpec &source, const QString &alertname, Instant now)
{
    if (stores.sources.state(source.name, now) != State::Healthy)
        return false;
    const std::vector<KnownRule> rules = stores.alerts.rules();
    return std::none_of(rules.begin(), rules.end(), [&](const KnownRule &known) {
        return known.source == source.name && known.rule.name == alertname && known.rule.health != u"ok";
    });
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
    if (alert.state == AlertState::Firing && isOurs(alert, session.m_stores.ruleSource()))
        courier->hand(webhookEvent(alert, WebhookEvent::Action::Firing, now), alert.labels);
    else if (alert.state == AlertState::Acknowledged && isOurs(alert, session.m_stores.ruleSource()))
        courier->hand(webhookEvent(alert, WebhookEvent::Action::Acknowledged, now), alert.labels);
    else if (!alert.isOpen())
        courier->hand(webhookEvent(alert, WebhookEvent::Action::Resolved, now), alert.labels);
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

/// What an earlier console told of may have ended while none ran: its endpoint or its rule says so, or is not watched any more.
void Session::Private::handOnWhatEnded()
{
    if (!courier)
        return;
    for (WebhookEvent &event : courier->open()) {
        const Alert *alert = session.m_stores.alerts.find(event.fingerprint);
        const EndpointStatus *endpoint = session.m_stores.health.find(event.labels.value(u"endpoint"));
        const bool seenWell = endpoint && endpoint->latest.value && endpoint->failuresInRow == 0
                              && (endpoint->state(session.m_clock.now()) == State::Healthy || endpoint->state(session.m_clock.now()) == State::Warning);
        const SourceSpec *rules = session.m_stores.ruleSource();
        const bool mayBeRaised = !endpoint && rules && !hasEvaluated(session.m_stores, *rules, event.labels.value(u"alertname"), session.m_clock.now());
        if ((alert && alert->isOpen()) || (endpoint && !seenWell) || mayBeRaised)
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
