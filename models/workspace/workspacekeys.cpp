#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

std::map<QString, QStringList> makeKeys()
{
    const QStringList secret = words("env file keychain");
    const QStringList basic = words("user password");
    const QStringList credentials = words("bearer basic");
    const QStringList tls = words("ca cert key server_name");
    std::map<QString, QStringList> keys{
        {QString(), words("workspace environment sources services endpoints rules slos dashboards runbooks policy maintenance filters webhooks desk wall secrets")},
        {QStringLiteral("sources[]"), words("name prometheus alertmanager metrics headers credentials tls external_labels limits")},
        {QStringLiteral("sources[].prometheus"), words("url interval")},
        {QStringLiteral("sources[].alertmanager"), words("url interval cluster")},
        {QStringLiteral("sources[].metrics"), words("url interval service")},
        {QStringLiteral("sources[].limits"), words("body series queries")},
        {QStringLiteral("services[]"), words("name labels depends owner version")},
        {QStringLiteral("endpoints[]"), words("name group service url method body interval timeout client conditions degraded "
                                              "failure-threshold success-threshold alerts headers credentials tls")},
        {QStringLiteral("endpoints[].client"), words("timeout")},
        {QStringLiteral("endpoints[].alerts[]"), words("for severity")},
        {QStringLiteral("policy"), words("severities escalation burn silences history shifts")},
        {QStringLiteral("policy.severities"), words("emergency critical warning info none")},
        {QStringLiteral("policy.escalation"), words("emergency critical warning info none")},
        {QStringLiteral("policy.escalation.*"), words("respond escalate path")},
        {QStringLiteral("policy.burn"), words("page ticket freeze")},
        {QStringLiteral("policy.burn.ticket"), words("rate for")},
        {QStringLiteral("policy.shifts[]"), words("name from to days time_zone")},
        {QStringLiteral("policy.silences"), words("longest need most comment warn_before acknowledge")},
        {QStringLiteral("maintenance[]"), words("name match sources days at for time_zone from until ahead comment")},
        {QStringLiteral("filters[]"), words("name match")},
        {QStringLiteral("webhooks[]"), words("name slack pagerduty generic match severity resolved headers credentials tls")},
        {QStringLiteral("webhooks[].slack"), words("url")},
        {QStringLiteral("webhooks[].slack.url"), secret},
        {QStringLiteral("webhooks[].pagerduty"), words("routing_key url")},
        {QStringLiteral("webhooks[].pagerduty.routing_key"), secret},
        {QStringLiteral("webhooks[].generic"), words("url")},
        {QStringLiteral("webhooks[].generic.url"), secret},
        {QStringLiteral("desk"), words("sounds repeat quiet through_quiet services owners")},
        {QStringLiteral("desk.sounds"), words("emergency critical warning info none")},
        {QStringLiteral("desk.quiet[]"), words("from to days time_zone")},
        {QStringLiteral("wall"), words("pages takeover")},
        {QStringLiteral("wall.pages[]"), words("page dwell")},
        {QStringLiteral("secrets.*"), secret},
    };
    for (const QString &owner : {QStringLiteral("sources[]"), QStringLiteral("endpoints[]"), QStringLiteral("webhooks[]")}) {
        keys[owner + QStringLiteral(".credentials")] = credentials;
        keys[owner + QStringLiteral(".credentials.bearer")] = secret;
        keys[owner + QStringLiteral(".credentials.basic")] = basic;
        keys[owner + QStringLiteral(".credentials.basic.password")] = secret;
        keys[owner + QStringLiteral(".tls")] = tls;
    }
    return keys;
}

} // namespace

const std::map<QString, QStringList> &workspaceKeys()
{
    static const std::map<QString, QStringList> keys = makeKeys();
    return keys;
}

const QStringList &keysAt(const QString &path)
{
    return workspaceKeys().at(path);
}

} // namespace Watchfloor
