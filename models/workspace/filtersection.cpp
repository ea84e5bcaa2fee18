#include "models/workspace/sections.h"

#include "models/alerts/alertfilter.h"
#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

constexpr size_t filterLimit = 200;
constexpr size_t termLimit = 32;

SavedFilter readFilter(YamlReader &reader, const YamlNode &node)
{
    reader.expectKeys(node, keysAt(QStringLiteral("filters[]")));
    SavedFilter filter;
    filter.name = readName(reader, node, QStringLiteral("name"));
    const YamlNode match = reader.require(node, QStringLiteral("match"));
    const std::vector<YamlNode> terms = match.isScalar() ? std::vector{match} : listItems(reader, match, termLimit);
    for (const YamlNode &term : terms) {
        const QString text = reader.text(term);
        if (const auto parsed = parseAlertFilter({text}); !parsed)
            reader.fault(term, parsed.error().detail);
        filter.terms << text;
    }
    if (terms.empty() && match.isSequence())
        reader.fault(match, QStringLiteral("a filter has at least one term"));
    return filter;
}

} // namespace

void readFilters(Sections &sections, const YamlNode &list)
{
    std::map<QString, int> lines;
    for (const YamlNode &node : listItems(sections.reader, list, filterLimit)) {
        SavedFilter filter = readFilter(sections.reader, node);
        const auto [first, isNew] = lines.emplace(filter.name, node.line());
        if (!isNew && !filter.name.isEmpty())
            sections.reader.fault(node.at(QStringLiteral("name")), QStringLiteral("\"%1\" is the name of another filter, in line %2").arg(filter.name).arg(first->second));
        sections.workspace.filters.push_back(std::move(filter));
    }
}

} // namespace Watchfloor
