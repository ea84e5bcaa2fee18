#pragma once

class QCoreApplication;

namespace Watchfloor {

/// Installs the translation for the system's language, and Qt's own, where there is one.
void installTranslations(QCoreApplication &application);

} // namespace Watchfloor
