#pragma once

class QCoreApplication;

namespace Watchfloor {

/// Installs the translation for the first of the person's languages that there is one for, and Qt's own for the same language.
/// Where none fits the texts are English, with English plural forms.
void installTranslations(QCoreApplication &application);

} // namespace Watchfloor
