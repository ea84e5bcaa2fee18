#include "models/webhooks/webhookpayload.h"

#include "models/core/jsonwriting.h"

namespace Watchfloor {

namespace {

using Json = nlohmann::json;
using Action = WebhookEvent::Action;

constexpr qsizetype pagerDutySummary = 1'024;
constexpr qsizetype slackSection = 3'000;
constexpr qsizetype slackField = 500;
constexpr size_t slackFields = 10;
const QString consoleName = QStringLiteral("Watchfloor");

/// At most `limit` characters, not through the middle of one.
QString cut(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    QString head = text.left(limit - 1);
    if (!head.isEmpty() && head.back().isHighSurrogate())
        head.chop(1);
    return head + QChar(0x2026);
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QByteArray dumped(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// An address that a person may follow; anything else that a rule wrote there is none.
QString followable(const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    const bool web = url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty() && url.userInfo().isEmpty();
    return web ? url.toString(QUrl::FullyEncoded) : QString();
}

QString stateWord(Action action)
{
    return action == Action::Resolved ? QStringLiteral("RESOLVED") : action == Action::Acknowledged ? QStringLiteral("ACKNOWLEDGED") : QStringLiteral("FIRING");
}

/// Slack's own names of colours, so that every program that speaks its dialect knows them.
const char *slackColour(const WebhookEvent &event)
{
    if (event.action == Action::Resolved)
        return "good";
    return stateOf(event.severity) == State::Critical ? "danger" : stateOf(event.severity) == State::Warning ? "warning" : "good";
}

/// The text comes to Slack's way of linking inside <address|text>.
QString slackHeadline(const WebhookEvent &event)
{
    const QString link = followable(event.generatorUrl);
    const QString title = slackText(cut(event.name(), 150));
    const bool plain = link.isEmpty() || link.contains(u'|') || link.contains(u'>');
    return QStringLiteral("*[%1] %2*").arg(stateWord(event.action), plain ? title : QStringLiteral("<%1|%2>").arg(slackText(link), title));
}

QByteArray slackBody(const WebhookEvent &event)
{
    const QString summary = slackText(cut(event.summary(), slackSection / 2));
    Json fields = Json::array();
    for (const auto &[name, value] : event.labels)
        if (name != u"alertname" && fields.size() < slackFields)
            fields.push_back({{"title", utf8(slackText(cut(name, slackField)))}, {"value", utf8(slackText(cut(value, slackField)))}, {"short", value.size() < 40}});
    Json attachment{{"color", slackColour(event)},
                    {"fallback", utf8(QStringLiteral("[%1] %2: %3").arg(stateWord(event.action), slackText(cut(event.name(), 150)), summary))},
                    {"text", utf8(summary)},
                    {"fields", std::move(fields)},
                    {"footer", utf8(consoleName)},
                    {"ts", qint64(event.at.time_since_epoch().count()) / 1000}};
    Json body{{"text", utf8(slackHeadline(event))}};
    body["blocks"] = Json::array({{{"type", "section"}, {"text", {{"type", "mrkdwn"}, {"text", utf8(slackHeadline(event))}}}}});
    body["attachments"] = Json::array({std::move(attachment)});
    return dumped(body);
}

const char *pagerDutySeverity(Severity severity)
{
    switch (severity) {
    case Severity::Emergency:
    case Severity::Critical:
        return "critical";
    case Severity::Warning:
        return "warning";
    case Severity::Info:
    case Severity::None:
        break;
    }
    return "info";
}

/// What the alert is about, the narrowest first.
QString pagerDutySource(const Labels &labels)
{
    for (const QStringView name : {QStringView(u"instance"), QStringView(u"endpoint"), QStringView(u"host"), QStringView(u"service"), QStringView(u"job")})
        if (const QString value = labels.value(name); !value.isEmpty())
            return value;
    return consoleName;
}

QByteArray pagerDutyBody(const WebhookEvent &event, const Secret &routingKey)
{
    const char *action = event.action == Action::Resolved ? "resolve" : event.action == Action::Acknowledged ? "acknowledge" : "trigger";
    Json body{{"routing_key", routingKey.reveal().trimmed().toStdString()}, {"event_action", action}, {"dedup_key", utf8(QStringLiteral("watchfloor/") + event.fingerprint.left(200))}};
    if (event.action != Action::Firing)
        return dumped(body);
    const QString summary = event.summary() == event.name() ? event.name() : QStringLiteral("%1: %2").arg(event.name(), event.summary());
    Json details{{"labels", jsonMap<Json>(event.labels)}, {"annotations", jsonMap<Json>(event.annotations)}};
    if (!event.value.isEmpty())
        details["value"] = utf8(event.value);
    Json payload{{"summary", utf8(cut(summary, pagerDutySummary))},
                 {"source", utf8(cut(pagerDutySource(event.labels), slackField))},
                 {"severity", pagerDutySeverity(event.severity)},
                 {"timestamp", jsonTime(event.startsAt)},
                 {"class", utf8(cut(event.name(), slackField))},
                 {"custom_details", std::move(details)}};
    if (const QString service = event.labels.value(u"service"); !service.isEmpty())
        payload["component"] = utf8(cut(service, slackField));
    const QString group = event.labels.value(u"group").isEmpty() ? event.labels.value(u"job") : event.labels.value(u"group");
    if (!group.isEmpty())
        payload["group"] = utf8(cut(group, slackField));
    body["payload"] = std::move(payload);
    body["client"] = utf8(consoleName);
    if (const QString link = followable(event.generatorUrl); !link.isEmpty())
        body["links"] = Json::array({{{"href", utf8(link)}, {"text", utf8(event.name())}}});
    return dumped(body);
}

/// The message that Alertmanager's webhook receivers read, version 4.
QByteArray genericBody(const Webhook &webhook, const WebhookEvent &event)
{
    const char *status = event.action == Action::Resolved ? "resolved" : "firing";
    const Json labels = jsonMap<Json>(event.labels);
    const Json annotations = jsonMap<Json>(event.annotations);
    const Json alert{{"status", status},
                     {"labels", labels},
                     {"annotations", annotations},
                     {"startsAt", jsonTime(event.startsAt)},
                     {"endsAt", event.endsAt ? jsonTime(*event.endsAt) : "0001-01-01T00:00:00Z"},
                     {"generatorURL", utf8(followable(event.generatorUrl))},
                     {"fingerprint", utf8(event.fingerprint)}};
    const Json group{{"alertname", utf8(event.name())}};
    return dumped({{"version", "4"},
                   {"groupKey", utf8(QStringLiteral("{}:{alertname=\"%1\", fingerprint=\"%2\"}").arg(event.name(), event.fingerprint))},
                   {"truncatedAlerts", 0},
                   {"status", status},
                   {"receiver", utf8(webhook.name)},
                   {"groupLabels", group},
                   {"commonLabels", labels},
                   {"commonAnnotations", annotations},
                   {"externalURL", ""},
                   {"alerts", Json::array({alert})}});
}

}

QUrl pagerDutyEvents()
{
    return QUrl(QStringLiteral("https://events.pagerduty.com/v2/enqueue"));
}

QString slackText(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'&', QLatin1String("&amp;"));
    escaped.replace(u'<', QLatin1String("&lt;"));
    escaped.replace(u'>', QLatin1String("&gt;"));
    return escaped;
}

QByteArray webhookBody(const Webhook &webhook, const WebhookEvent &event, const Secret &routingKey)
{
    switch (webhook.kind) {
    case Webhook::Kind::Slack:
        return slackBody(event);
    case Webhook::Kind::PagerDuty:
        return pagerDutyBody(event, routingKey);
    case Webhook::Kind::Generic:
        break;
    }
    return genericBody(webhook, event);
}

} // namespace Watchfloor
