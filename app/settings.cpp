#include "app/settings.h"

#include <QSettings>

namespace Watchfloor {

namespace {
QSettings settingsFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("watchfloor"), QStringLiteral("settings"));
}
}

Settings loadSettings()
{
    QSettings file = settingsFile();
    Settings settings;
    settings.lastWorkspace = file.value(QStringLiteral("lastWorkspace")).toString();
    settings.theme = file.value(QStringLiteral("theme")).toString() == u"light" ? ThemeMode::Light : ThemeMode::Dark;
    settings.geometry = file.value(QStringLiteral("geometry")).toByteArray();
    return settings;
}

bool saveSettings(const Settings &settings)
{
    QSettings file = settingsFile();
    file.setValue(QStringLiteral("lastWorkspace"), settings.lastWorkspace);
    file.setValue(QStringLiteral("theme"), settings.theme == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark"));
    file.setValue(QStringLiteral("geometry"), settings.geometry);
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace Watchfloor
