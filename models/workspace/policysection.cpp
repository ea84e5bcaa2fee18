#include "models/workspace/sections.h"

#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr size_t pageLimit = 100;

/// Words given for one severity leave the others; those of severities that are not given stay.
void readSeverities(YamlReader &reader, const YamlNode &map, SeverityMapping &mapping)
{
    reader.expectKeys(map, keysAt(QStringLiteral("policy.severities")));
    QStringList taken;
    for (const QString &name : map.keys()) {
        const auto severity = severityNamed(name);
        if (!severity)
            continue;
        const QStringList words = reader.texts(map.at(name));
        for (const QString &word : words) {
            if (taken.contains(word, Qt::CaseInsensitive))
                reader.fault(map.at(name), QStringLiteral("\"%1\" names two severities").arg(word.left(64)));
            for (QStringList &others : mapping.words)
                others.removeIf([&word](const QString &other) { return other.compare(word, Qt::CaseInsensitive) == 0; });
        }
        // The same severity in two spellings ("critical", "CRITICAL") is one word.
        QSet<QString> own;
        for (const QString &word : words)
            own.insert(word.toLower());
        taken.append(QStringList(own.begin(), own.end()));
        mapping.words[*severity] = words;
    }
}

void readEscalation(YamlReader &reader, const YamlNode &map, AlertPolicy &policy)
{
    reader.expectKeys(map, keysAt(QStringLiteral("policy.escalation")));
    for (const QString &name : map.keys()) {
        const auto severity = severityNamed(name);
        if (!severity)
            continue;
        const YamlNode node = map.at(name);
        reader.expectKeys(node, keysAt(QStringLiteral("policy.escalation.*")));
        EscalationStep step;
        step.respond = reader.duration(reader.require(node, QStringLiteral("respond")));
        step.escalate = reader.duration(node.at(QStringLiteral("escalate")));
        step.path = reader.texts(node.at(QStringLiteral("path")));
        policy.escalation[*severity] = step;
    }
}

double readRate(YamlReader &reader, const YamlNode &node, double fallback)
{
    const double rate = reader.number(node, fallback);
    if (rate > 0)
        return rate;
    reader.fault(node, QStringLiteral("a burn rate above 0 is expected"));
    return fallback;
}

void readBurn(YamlReader &reader, const YamlNode &map, BurnPolicy &policy)
{
    reader.expectKeys(map, keysAt(QStringLiteral("policy.burn")));
    policy.page = readRate(reader, map.at(QStringLiteral("page")), policy.page);
    const YamlNode ticket = map.at(QStringLiteral("ticket"));
    if (ticket.isMap()) {
        reader.expectKeys(ticket, keysAt(QStringLiteral("policy.burn.ticket")));
        policy.ticket = readRate(reader, ticket.at(QStringLiteral("rate")), policy.ticket);
        policy.ticketFor = reader.duration(ticket.at(QStringLiteral("for")), policy.ticketFor);
    } else {
        policy.ticket = readRate(reader, ticket, policy.ticket);
    }
    policy.freeze = reader.ratio(map.at(QStringLiteral("freeze")), policy.freeze);
}

WallPage readPage(YamlReader &reader, const YamlNode &node)
{
    if (node.isScalar())
        return {node.scalar(), WallPage().dwell};
    reader.expectKeys(node, keysAt(QStringLiteral("wall.pages[]")));
    WallPage page;
    page.page = reader.text(reader.require(node, QStringLiteral("page")), page.page);
    page.dwell = readDuration(reader, node.at(QStringLiteral("dwell")), page.dwell, 1s, 24h);
    return page;
}

/// A state's name, or never.
std::optional<State> readTakeover(YamlReader &reader, const YamlNode &node)
{
    const QString name = reader.text(node);
    if (name == u"never")
        return std::nullopt;
    for (const State state : {State::Critical, State::Blind, State::Stale, State::Warning})
        if (stateName(state) == name)
            return state;
    reader.fault(node, QStringLiteral("critical, blind, stale, warning or never is expected, not \"%1\"").arg(name.left(64)));
    return State::Critical;
}

} // namespace

void readPolicy(Sections &sections, const YamlNode &map)
{
    YamlReader &reader = sections.reader;
    reader.expectKeys(map, keysAt(QStringLiteral("policy")));
    readSeverities(reader, map.at(QStringLiteral("severities")), sections.workspace.alertPolicy.severities);
    readEscalation(reader, map.at(QStringLiteral("escalation")), sections.workspace.alertPolicy);
    readBurn(reader, map.at(QStringLiteral("burn")), sections.workspace.burnPolicy);
    readSilencePolicy(sections, map.at(QStringLiteral("silences")));
    readHistoryPolicy(sections, map);
}

void readWall(Sections &sections, const YamlNode &map)
{
    YamlReader &reader = sections.reader;
    reader.expectKeys(map, keysAt(QStringLiteral("wall")));
    const YamlNode pages = map.at(QStringLiteral("pages"));
    WallSpec &wall = sections.workspace.wall;
    if (!pages.isNull()) {
        wall.pages.clear();
        for (const YamlNode &page : listItems(reader, pages, pageLimit))
            wall.pages.push_back(readPage(reader, page));
        if (wall.pages.empty() && pages.isSequence())
            reader.fault(pages, QStringLiteral("a wall shows at least one page"));
    }
    if (!map.at(QStringLiteral("takeover")).isNull())
        wall.takeover = readTakeover(reader, map.at(QStringLiteral("takeover")));
}

} // namespace Watchfloor
