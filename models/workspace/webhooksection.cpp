#include "models/workspace/sections.h"

#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

constexpr size_t webhookLimit = 50;
constexpr size_t matcherLimit = 100;

struct KindKey
{
    QString key;
    Webhook::Kind kind;
};

const std::array<KindKey, 3> &kindKeys()
{
    static const std::array<KindKey, 3> keys{{{QStringLiteral("slack"), Webhook::Kind::Slack},
                                              {QStringLiteral("pagerduty"), Webhook::Kind::PagerDuty},
                                              {QStringLiteral("generic"), Webhook::Kind::Generic}}};
    return keys;
}

/// An address, or where one stands that is a secret.
void readAddress(Sections &sections, const YamlNode &node, const QString &path, Webhook &webhook)
{
    if (node.isMap()) {
        webhook.secretUrl = readSecretReference(sections, node, path);
        return;
    }
    webhook.target.base = readUrl(sections.reader, node);
    // Whoever knows such an address may write to the channel.
    if (webhook.target.base.host() == u"hooks.slack.com")
        sections.reader.fault(node, QStringLiteral("this address is a secret and does not belong into this file; say url: {env: NAME}, {file: path} or {keychain: entry}"));
}

void readKind(Sections &sections, const YamlNode &map, const KindKey &kind, Webhook &webhook)
{
    YamlReader &reader = sections.reader;
    const QString path = QStringLiteral("webhooks[].") + kind.key;
    const QString url = QStringLiteral("url");
    webhook.kind = kind.kind;
    reader.expectKeys(map, keysAt(path));
    if (!map.isMap()) {
        if (map.isNull())
            reader.fault(map, QStringLiteral("%1 takes a map").arg(kind.key));
        return;
    }
    if (kind.kind != Webhook::Kind::PagerDuty) {
        if (const YamlNode address = reader.require(map, url); !address.isNull())
            readAddress(sections, address, path + QStringLiteral(".url"), webhook);
        return;
    }
    if (const YamlNode key = reader.require(map, QStringLiteral("routing_key")); !key.isNull())
        webhook.routingKey = readSecretReference(sections, key, path + QStringLiteral(".routing_key"));
    if (map.has(url))
        webhook.target.base = readUrl(reader, map.at(url));
}

Matchers readMatch(YamlReader &reader, const YamlNode &node)
{
    return matchersOf(reader, node.isScalar() ? std::vector{node} : listItems(reader, node, matcherLimit));
}

Webhook readWebhook(Sections &sections, const YamlNode &node)
{
    YamlReader &reader = sections.reader;
    const QString path = QStringLiteral("webhooks[]");
    reader.expectKeys(node, keysAt(path));
    Webhook webhook;
    webhook.name = readName(reader, node, QStringLiteral("name"));
    int kinds = 0;
    for (const KindKey &kind : kindKeys()) {
        if (!node.has(kind.key))
            continue;
        ++kinds;
        readKind(sections, node.at(kind.key), kind, webhook);
    }
    if (kinds != 1 && node.isMap())
        reader.fault(node, QStringLiteral("a webhook is one of slack, pagerduty and generic"));
    webhook.matchers = readMatch(reader, node.at(QStringLiteral("match")));
    webhook.least = readSeverity(reader, node.at(QStringLiteral("severity")));
    webhook.resolved = reader.boolean(node.at(QStringLiteral("resolved")), true);
    readConnection(sections, node, path, webhook.target);
    return webhook;
}

} // namespace

void readWebhooks(Sections &sections, const YamlNode &list)
{
    std::map<QString, int> lines;
    for (const YamlNode &node : listItems(sections.reader, list, webhookLimit)) {
        Webhook webhook = readWebhook(sections, node);
        const auto [first, isNew] = lines.emplace(webhook.name, node.line());
        if (!isNew && !webhook.name.isEmpty())
            sections.reader.fault(node.at(QStringLiteral("name")), QStringLiteral("\"%1\" is the name of another webhook, in line %2").arg(webhook.name).arg(first->second));
        sections.workspace.webhooks.push_back(std::move(webhook));
    }
}

} // namespace Watchfloor
