#pragma once

#include "widgets/theme/theme.h"

class QApplication;
class QPalette;
class QString;

namespace Watchfloor {

/// Style, palette, font and style sheet of the whole application. Called again with the other mode it changes what is shown.
void applyTheme(QApplication &application, ThemeMode mode);

/// The palette alone, for a window that has a mode of its own.
QPalette themePalette(const Theme &theme);

/// The style sheet of Qt's own controls, made from the tokens.
QString themeStyleSheet(const Theme &theme);

} // namespace Watchfloor
