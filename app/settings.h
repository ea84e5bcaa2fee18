#pragma once

#include "models/alerts/notificationpolicy.h"
#include "widgets/theme/theme.h"

#include <QByteArray>
#include <QString>

namespace Watchfloor {

/// What the program remembers of its own between starts, in $XDG_CONFIG_HOME/watchfloor/settings.ini. Losing it loses no record.
struct Settings
{
    QString lastWorkspace;
    ThemeMode theme = ThemeMode::Dark;
    QByteArray geometry;
    DeskChoice desk;
};

Settings loadSettings();
/// False when the file could not be written; what stood there stands.
bool saveSettings(const Settings &settings);

} // namespace Watchfloor
