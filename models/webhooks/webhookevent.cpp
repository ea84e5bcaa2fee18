#include "models/webhooks/webhookevent.h"

#include "models/core/jsonfile.h"
#include "models/core/jsonwriting.h"

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

constexpr qsizetype entryLimit = 64;
constexpr qsizetype textLimit = 2'048;

QString cut(const QString &text)
{
    if (text.size() <= textLimit)
        return text;
    QString head = text.left(textLimit);
    if (head.back().isHighSurrogate())
        head.chop(1);
    return head + QChar(0x2026);
}

/// Those that tell which alert it is first.
Labels cut(const Labels &labels)
{
    Labels few;
    for (const QStringView name : {QStringView(u"alertname"), QStringView(u"severity"), QStringView(u"service"), QStringView(u"endpoint")})
        if (const QString value = labels.value(name); !value.isEmpty())
            few.set(name.toString(), cut(value));
    for (const auto &[name, value] : labels)
        if (few.size() < entryLimit)
            few.set(name.left(256), cut(value));
    return few;
}

std::optional<Labels> labelsFrom(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_object())
        return std::nullopt;
    Labels labels;
    for (const auto &[name, value] : found->items()) {
        if (!value.is_string())
            return std::nullopt;
        labels.set(QString::fromStdString(name), QString::fromStdString(value.get<std::string>()));
    }
    return labels;
}

qint64 number(WallTime time)
{
    return qint64(time.time_since_epoch().count());
}

}

QString WebhookEvent::summary() const
{
    for (const QStringView name : {QStringView(u"summary"), QStringView(u"message"), QStringView(u"description")})
        if (const QString text = annotations.value(name); !text.isEmpty())
            return text;
    return name();
}

WebhookEvent webhookEvent(const Alert &alert, WebhookEvent::Action action, WallTime at)
{
    WebhookEvent event;
    event.action = action;
    event.fingerprint = alert.fingerprint;
    event.labels = cut(alert.labels);
    event.annotations = cut(alert.annotations);
    event.severity = alert.severity;
    event.startsAt = alert.firingSince.value_or(alert.startsAt);
    if (action == WebhookEvent::Action::Resolved)
        event.endsAt = alert.endedAt.value_or(at);
    event.generatorUrl = cut(alert.generatorUrl);
    event.value = cut(alert.value);
    if (alert.acknowledgement)
        event.person = cut(alert.acknowledgement->owner);
    event.at = at;
    return event;
}

bool wants(const Webhook &webhook, const WebhookEvent &event, const Labels &labels)
{
    if (event.action == WebhookEvent::Action::Acknowledged && webhook.kind != Webhook::Kind::PagerDuty)
        return false;
    if (webhook.least && event.severity > *webhook.least)
        return false;
    return matchAll(webhook.matchers, labels);
}

Json toJson(const WebhookEvent &event)
{
    Json object{{"action", int(event.action)},
                {"fingerprint", event.fingerprint.toStdString()},
                {"labels", jsonMap<Json>(event.labels)},
                {"annotations", jsonMap<Json>(event.annotations)},
                {"severity", int(event.severity)},
                {"startsAt", number(event.startsAt)},
                {"generatorUrl", event.generatorUrl.toStdString()},
                {"value", event.value.toStdString()},
                {"person", event.person.toStdString()},
                {"at", number(event.at)}};
    if (event.endsAt)
        object["endsAt"] = number(*event.endsAt);
    return object;
}

std::optional<WebhookEvent> webhookEventFrom(const Json &object)
{
    if (!object.is_object())
        return std::nullopt;
    const auto action = object.find("action");
    const auto severity = object.find("severity");
    const auto labels = labelsFrom(object, "labels");
    const auto annotations = labelsFrom(object, "annotations");
    const auto startsAt = wallTimeAt(object, "startsAt");
    const auto at = wallTimeAt(object, "at");
    const bool numbers = action != object.end() && action->is_number_integer() && severity != object.end() && severity->is_number_integer();
    if (!numbers || !labels || !annotations || !startsAt || !at || stringAt(object, "fingerprint").isEmpty())
        return std::nullopt;
    const auto actionNumber = action->get<qint64>();
    const auto severityNumber = severity->get<qint64>();
    if (actionNumber < 0 || actionNumber > int(WebhookEvent::Action::Resolved) || severityNumber < 0 || severityNumber > int(Severity::None))
        return std::nullopt;
    WebhookEvent event;
    event.action = WebhookEvent::Action(actionNumber);
    event.severity = Severity(severityNumber);
    event.fingerprint = stringAt(object, "fingerprint");
    event.labels = *labels;
    event.annotations = *annotations;
    event.startsAt = *startsAt;
    event.endsAt = wallTimeAt(object, "endsAt");
    event.generatorUrl = stringAt(object, "generatorUrl");
    event.value = stringAt(object, "value");
    event.person = stringAt(object, "person");
    event.at = *at;
    return event;
}

} // namespace Watchfloor
