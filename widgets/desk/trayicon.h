#pragma once

#include "widgets/theme/theme.h"

#include <QIcon>

namespace Watchfloor {

/// What the tray shows.
struct TrayFace
{
    State state = State::Blind;
    int count = 0;      ///< of what needs somebody; "99+" above 99
    bool muted = false; ///< a struck-out bell
    ThemeMode mode = ThemeMode::Dark;
    bool operator==(const TrayFace &) const = default;
};

/// The state's shape in its colour, with the count in a box that any panel's ground leaves readable, from 16 to 64 pixels.
QIcon trayIcon(const TrayFace &face);

} // namespace Watchfloor
