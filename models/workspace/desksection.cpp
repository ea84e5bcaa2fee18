#include "models/workspace/sections.h"

#include "models/alerts/notificationpolicy.h"
#include "models/alerts/wavefile.h"
#include "models/core/format.h"
#include "models/workspace/workspacekeys.h"

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr size_t hoursLimit = 50;
constexpr auto shortestRepeat = 5s;
constexpr auto longestRepeat = 24h;

/// A built-in name, "none", or the path of a WAV file that can be played.
QString readSound(Sections &sections, const YamlNode &node)
{
    const QString name = sections.reader.text(node);
    if (name.isEmpty() || name == u"none" || builtInSounds().contains(name))
        return name;
    if (!name.contains(u'.') && !name.contains(u'/')) {
        sections.reader.fault(node, QStringLiteral("%1, none or the path of a WAV file is expected, not \"%2\"").arg(builtInSounds().join(QStringLiteral(", ")), name.left(64)));
        return {};
    }
    const QString path = fromFolder(sections, name);
    const auto checked = checkWaveFile(path);
    if (checked)
        return path;
    const QString why = checked.error().detail.isEmpty() ? errorKindName(checked.error().kind) : checked.error().detail;
    sections.reader.fault(node, QStringLiteral("\"%1\" cannot be played: %2").arg(name.left(128), why));
    return {};
}

void readSounds(Sections &sections, const YamlNode &map, DeskPolicy &desk)
{
    sections.reader.expectKeys(map, keysAt(QStringLiteral("desk.sounds")));
    for (const QString &name : map.keys())
        if (const auto severity = severityNamed(name))
            if (const QString sound = readSound(sections, map.at(name)); !sound.isEmpty())
                desk.sounds[*severity] = sound;
}

QuietHours readQuietHours(YamlReader &reader, const YamlNode &node)
{
    reader.expectKeys(node, keysAt(QStringLiteral("desk.quiet[]")));
    QuietHours hours;
    hours.from = readTimeOfDay(reader, reader.require(node, QStringLiteral("from")));
    hours.to = readTimeOfDay(reader, reader.require(node, QStringLiteral("to")));
    hours.days = readWeekdays(reader, node.at(QStringLiteral("days")));
    hours.timeZone = readTimeZone(reader, node.at(QStringLiteral("time_zone")));
    return hours;
}

QStringList readKnown(YamlReader &reader, const YamlNode &node, const QString &what, const QStringList &known)
{
    const QStringList names = reader.texts(node);
    for (const QString &name : names)
        if (!known.contains(name))
            reader.fault(node, QStringLiteral("there is no %1 \"%2\"").arg(what, name.left(64)));
    return names;
}

} // namespace

void readDesk(Sections &sections, const YamlNode &map)
{
    YamlReader &reader = sections.reader;
    DeskPolicy &desk = sections.workspace.desk;
    reader.expectKeys(map, keysAt(QStringLiteral("desk")));
    readSounds(sections, map.at(QStringLiteral("sounds")), desk);
    if (const YamlNode repeat = map.at(QStringLiteral("repeat")); !repeat.isNull())
        desk.repeat = readDuration(reader, repeat, 2min, shortestRepeat, longestRepeat);
    for (const YamlNode &node : listItems(reader, map.at(QStringLiteral("quiet")), hoursLimit))
        desk.quiet.push_back(readQuietHours(reader, node));
    if (const auto through = readSeverity(reader, map.at(QStringLiteral("through_quiet"))))
        desk.throughQuiet = *through;
    QStringList services;
    QStringList owners;
    for (const Service &service : sections.workspace.services) {
        services << service.name;
        owners << service.owner;
    }
    desk.services = readKnown(reader, map.at(QStringLiteral("services")), QStringLiteral("service"), services);
    desk.owners = readKnown(reader, map.at(QStringLiteral("owners")), QStringLiteral("owner of a service"), owners);
}

} // namespace Watchfloor
