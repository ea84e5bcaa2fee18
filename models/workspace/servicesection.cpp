#include "models/workspace/sections.h"

#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

constexpr size_t serviceLimit = 2'000;

Service readService(YamlReader &reader, const YamlNode &node)
{
    reader.expectKeys(node, keysAt(QStringLiteral("services[]")));
    Service service;
    service.name = readName(reader, node, QStringLiteral("name"));
    service.labels = readLabels(reader, node.at(QStringLiteral("labels")));
    service.depends = reader.texts(node.at(QStringLiteral("depends")));
    service.owner = reader.text(node.at(QStringLiteral("owner")));
    service.version = reader.text(node.at(QStringLiteral("version")));
    return service;
}

} // namespace

void readServices(Sections &sections, const YamlNode &list)
{
    for (const YamlNode &node : listItems(sections.reader, list, serviceLimit)) {
        sections.workspace.services.push_back(readService(sections.reader, node));
        sections.serviceNodes.push_back(node);
    }
}

} // namespace Watchfloor
