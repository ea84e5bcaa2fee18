#include "models/workspace/sections.h"

#include "models/health/condition.h"
#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr size_t endpointLimit = 2'000;
constexpr size_t conditionLimit = 50;
constexpr int thresholdMost = 1'000;

std::vector<Condition> readConditions(YamlReader &reader, const YamlNode &list)
{
    std::vector<Condition> conditions;
    for (const YamlNode &node : listItems(reader, list, conditionLimit)) {
        const QString text = reader.text(node);
        if (!node.isScalar())
            continue;
        const auto condition = parseCondition(text);
        if (condition)
            conditions.push_back(*condition);
        else
            reader.fault(node, condition.error().detail);
    }
    return conditions;
}

EndpointAlert readAlert(YamlReader &reader, const YamlNode &node)
{
    reader.expectKeys(node, keysAt(QStringLiteral("endpoints[].alerts[]")));
    EndpointAlert alert;
    alert.after = reader.duration(node.at(QStringLiteral("for")));
    alert.severity = reader.text(node.at(QStringLiteral("severity")), alert.severity);
    return alert;
}

QByteArray readMethod(YamlReader &reader, const YamlNode &node)
{
    const QString method = reader.text(node, QStringLiteral("GET")).toUpper();
    const QStringList known{QStringLiteral("GET"), QStringLiteral("HEAD"), QStringLiteral("POST"), QStringLiteral("OPTIONS")};
    if (!known.contains(method))
        reader.fault(node, QStringLiteral("a check asks with %1").arg(known.join(QLatin1String(", "))));
    return method.toLatin1();
}

std::chrono::milliseconds readTimeout(YamlReader &reader, const YamlNode &node)
{
    const YamlNode client = node.at(QStringLiteral("client"));
    reader.expectKeys(client, keysAt(QStringLiteral("endpoints[].client")));
    const YamlNode own = node.at(QStringLiteral("timeout"));
    const YamlNode ofClient = client.at(QStringLiteral("timeout"));
    if (!own.isNull() && !ofClient.isNull())
        reader.fault(ofClient, QStringLiteral("timeout stands here a second time"));
    return readDuration(reader, own.isNull() ? ofClient : own, 10s, 10ms, 10min);
}

Endpoint readEndpoint(Sections &sections, const YamlNode &node)
{
    YamlReader &reader = sections.reader;
    const QString path = QStringLiteral("endpoints[]");
    reader.expectKeys(node, keysAt(path));
    Endpoint endpoint;
    endpoint.name = readName(reader, node, QStringLiteral("name"));
    endpoint.group = reader.text(node.at(QStringLiteral("group")));
    endpoint.service = reader.text(node.at(QStringLiteral("service")));
    endpoint.target.base = readUrl(reader, reader.require(node, QStringLiteral("url")));
    endpoint.method = readMethod(reader, node.at(QStringLiteral("method")));
    const QString body = reader.text(node.at(QStringLiteral("body")));
    checkSecretNames(sections, node.at(QStringLiteral("body")), body);
    endpoint.body = body.toUtf8();
    endpoint.interval = readInterval(reader, node.at(QStringLiteral("interval")), endpoint.interval);
    endpoint.timeout = readTimeout(reader, node);
    const YamlNode conditions = reader.require(node, QStringLiteral("conditions"));
    endpoint.conditions = readConditions(reader, conditions);
    if (conditions.isSequence() && conditions.items().empty())
        reader.fault(conditions, QStringLiteral("a check without a condition says nothing"));
    endpoint.degraded = readConditions(reader, node.at(QStringLiteral("degraded")));
    endpoint.failureThreshold = readInteger(reader, node.at(QStringLiteral("failure-threshold")), 1, 1, thresholdMost);
    endpoint.successThreshold = readInteger(reader, node.at(QStringLiteral("success-threshold")), 1, 1, thresholdMost);
    for (const YamlNode &alert : listItems(reader, node.at(QStringLiteral("alerts")), conditionLimit))
        endpoint.alerts.push_back(readAlert(reader, alert));
    readConnection(sections, node, path, endpoint.target);
    return endpoint;
}

} // namespace

void readEndpoints(Sections &sections, const YamlNode &list)
{
    for (const YamlNode &node : listItems(sections.reader, list, endpointLimit)) {
        sections.workspace.endpoints.push_back(readEndpoint(sections, node));
        sections.endpointNodes.push_back(node);
    }
}

} // namespace Watchfloor
