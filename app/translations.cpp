#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Q_INIT_RESOURCE works outside of namespaces only.
static void initResource()
{
    Q_INIT_RESOURCE(translations);
}

namespace Watchfloor {

void installTranslations(QCoreApplication &application)
{
    initResource();
    const QString folder = QStringLiteral(":/i18n");
    auto *own = new QTranslator(&application);
    if (!own->load(QLocale(), QStringLiteral("watchfloor"), QStringLiteral("_"), folder)
        && !own->load(QStringLiteral("watchfloor_en"), folder))
        return;
    QCoreApplication::installTranslator(own);
    // Qt's own texts in another language than ours would read like two programs.
    auto *qt = new QTranslator(&application);
    if (qt->load(QStringLiteral("qtbase_") + own->language(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

} // namespace Watchfloor
