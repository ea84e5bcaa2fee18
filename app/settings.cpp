#include "app/settings.h"

#include <QSettings>

#include <cmath>

namespace Watchfloor {

namespace {
QSettings settingsFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("watchfloor"), QStringLiteral("settings"));
}

DeskChoice loadDesk(const QSettings &file)
{
    DeskChoice choice;
    const auto flag = [&file](const QString &name, bool fallback) { return file.value(QStringLiteral("desk/") + name, fallback).toBool(); };
    choice.notifications = flag(QStringLiteral("notifications"), choice.notifications);
    choice.sound = flag(QStringLiteral("sound"), choice.sound);
    choice.quietHours = flag(QStringLiteral("quietHours"), choice.quietHours);
    choice.onlyMine = flag(QStringLiteral("onlyMine"), choice.onlyMine);
    choice.unowned = flag(QStringLiteral("unowned"), choice.unowned);
    choice.services = file.value(QStringLiteral("desk/services")).toStringList();
    choice.owners = file.value(QStringLiteral("desk/owners")).toStringList();
    // A hand may have written anything.
    bool isNumber = false;
    const double volume = file.value(QStringLiteral("desk/volume")).toDouble(&isNumber);
    if (isNumber && std::isfinite(volume))
        choice.volume = std::clamp(volume, 0.0, 1.0);
    const qint64 muted = file.value(QStringLiteral("desk/mutedUntil")).toLongLong(&isNumber);
    if (isNumber && muted > 0)
        choice.mutedUntil = WallTime(std::chrono::milliseconds(muted));
    return choice;
}

void saveDesk(QSettings &file, const DeskChoice &choice)
{
    const std::pair<const char *, QVariant> values[] = {
        {"notifications", choice.notifications}, {"sound", choice.sound},       {"quietHours", choice.quietHours}, {"onlyMine", choice.onlyMine},
        {"unowned", choice.unowned},             {"services", choice.services}, {"owners", choice.owners},         {"volume", choice.volume},
    };
    for (const auto &[name, value] : values)
        file.setValue(QStringLiteral("desk/") + QLatin1String(name), value);
    if (choice.mutedUntil)
        file.setValue(QStringLiteral("desk/mutedUntil"), qint64(choice.mutedUntil->time_since_epoch().count()));
    else
        file.remove(QStringLiteral("desk/mutedUntil"));
}
}

Settings loadSettings()
{
    QSettings file = settingsFile();
    Settings settings;
    settings.lastWorkspace = file.value(QStringLiteral("lastWorkspace")).toString();
    settings.theme = file.value(QStringLiteral("theme")).toString() == u"light" ? ThemeMode::Light : ThemeMode::Dark;
    settings.geometry = file.value(QStringLiteral("geometry")).toByteArray();
    settings.desk = loadDesk(file);
    return settings;
}

bool saveSettings(const Settings &settings)
{
    QSettings file = settingsFile();
    file.setValue(QStringLiteral("lastWorkspace"), settings.lastWorkspace);
    file.setValue(QStringLiteral("theme"), settings.theme == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark"));
    file.setValue(QStringLiteral("geometry"), settings.geometry);
    saveDesk(file, settings.desk);
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace Watchfloor
