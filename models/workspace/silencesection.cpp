#include "models/workspace/sections.h"

#include "models/silences/silencepreview.h"
#include "models/workspace/workspacekeys.h"

#include <algorithm>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr size_t windowLimit = 200;
constexpr qsizetype matcherLimit = 100;
constexpr qsizetype commentLimit = 1'000;
constexpr auto longestWindow = 7 * 24h;
constexpr auto furthestAhead = 30 * 24h;
constexpr auto longestSilence = 366 * 24h;

Matchers readMatchers(YamlReader &reader, const YamlNode &node)
{
    const auto entries = entriesOf(node);
    if (entries.size() > size_t(matcherLimit))
        reader.fault(node, QStringLiteral("at most %1 matchers").arg(matcherLimit));
    Matchers matchers = matchersOf(reader, entries);
    if (entries.empty() && !node.isNull())
        reader.fault(node, QStringLiteral("at least one matcher is expected: service=\"payment\""));
    if (!matchers.empty() && mutesEverything(matchers))
        reader.fault(node, QStringLiteral("this would mute every alert: one matcher at least must not match a label that is absent, nor any name"));
    return matchers;
}

std::optional<QDate> readDate(YamlReader &reader, const YamlNode &node)
{
    if (node.isNull())
        return std::nullopt;
    const QString text = reader.text(node);
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (date.isValid())
        return date;
    reader.fault(node, QStringLiteral("a date is expected, \"2026-11-28\", not \"%1\"").arg(text.left(64)));
    return std::nullopt;
}

QStringList readAlertmanagers(Sections &sections, const YamlNode &node)
{
    QStringList names;
    for (const YamlNode &entry : entriesOf(node)) {
        const QString name = sections.reader.text(entry);
        const auto &sources = sections.workspace.sources;
        const auto known = std::find_if(sources.begin(), sources.end(), [&name](const SourceSpec &spec) { return spec.name == name; });
        if (known == sources.end())
            sections.reader.fault(entry, QStringLiteral("there is no source \"%1\"").arg(name.left(64)));
        else if (known->kind != SourceKind::Alertmanager)
            sections.reader.fault(entry, QStringLiteral("\"%1\" is not an Alertmanager").arg(name.left(64)));
        else
            names << name;
    }
    return names;
}

MaintenanceWindow readWindow(Sections &sections, const YamlNode &node)
{
    YamlReader &reader = sections.reader;
    reader.expectKeys(node, keysAt(QStringLiteral("maintenance[]")));
    MaintenanceWindow window;
    window.name = readName(reader, node, QStringLiteral("name"));
    window.matchers = readMatchers(reader, reader.require(node, QStringLiteral("match")));
    window.sources = readAlertmanagers(sections, node.at(QStringLiteral("sources")));
    window.days = readWeekdays(reader, node.at(QStringLiteral("days")));
    window.at = readTimeOfDay(reader, reader.require(node, QStringLiteral("at")));
    window.length = readDuration(reader, reader.require(node, QStringLiteral("for")), 1h, 1min, longestWindow);
    window.timeZone = readTimeZone(reader, node.at(QStringLiteral("time_zone")));
    window.from = readDate(reader, node.at(QStringLiteral("from")));
    window.until = readDate(reader, node.at(QStringLiteral("until")));
    window.ahead = readDuration(reader, node.at(QStringLiteral("ahead")), window.ahead, 1min, furthestAhead);
    window.comment = reader.text(node.at(QStringLiteral("comment")));
    if (window.comment.size() > commentLimit)
        reader.fault(node.at(QStringLiteral("comment")), QStringLiteral("a comment has at most %1 characters").arg(commentLimit));
    if (window.from && window.until && *window.until < *window.from)
        reader.fault(node.at(QStringLiteral("until")), QStringLiteral("the last day is before the first"));
    return window;
}

} // namespace

void readSilencePolicy(Sections &sections, const YamlNode &map)
{
    YamlReader &reader = sections.reader;
    SilencePolicy &policy = sections.workspace.silencePolicy;
    reader.expectKeys(map, keysAt(QStringLiteral("policy.silences")));
    policy.longest = readDuration(reader, map.at(QStringLiteral("longest")), policy.longest, 1min, longestSilence);
    policy.need = reader.texts(map.at(QStringLiteral("need")));
    if (!map.at(QStringLiteral("most")).isNull())
        policy.most = readInteger(reader, map.at(QStringLiteral("most")), 0, 0, 1'000'000);
    policy.commentNeeded = reader.boolean(map.at(QStringLiteral("comment")), policy.commentNeeded);
    policy.warnBefore = readDuration(reader, map.at(QStringLiteral("warn_before")), policy.warnBefore, 0ms, 7 * 24h);
    auto &acknowledge = sections.workspace.alertPolicy.acknowledgeSilence;
    acknowledge = readDuration(reader, map.at(QStringLiteral("acknowledge")), std::min(acknowledge, policy.longest), 1min, policy.longest);
}

void readMaintenance(Sections &sections, const YamlNode &list)
{
    std::map<QString, int> lines;
    for (const YamlNode &node : listItems(sections.reader, list, windowLimit)) {
        MaintenanceWindow window = readWindow(sections, node);
        const auto [known, isNew] = lines.emplace(window.name, node.line());
        if (!isNew && !window.name.isEmpty())
            sections.reader.fault(node.at(QStringLiteral("name")), QStringLiteral("a maintenance window of this name stands at line %1").arg(known->second));
        sections.workspace.maintenance.push_back(std::move(window));
    }
}

} // namespace Watchfloor
