#include "app/console.h"
#include "app/firstpaint.h"
#include "app/invocation.h"
#include "app/translations.h"
#include "app/verbs/explain.h"
#include "app/verbs/snapshot.h"
#include "app/verbs/verbs.h"
#include "models/core/log.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include <sys/resource.h>

using namespace Watchfloor;

namespace {

void prepare(const Invocation &invocation)
{
    QCoreApplication::setApplicationName(QStringLiteral("watchfloor"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WATCHFLOOR_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.watchfloor.Watchfloor"));
    const QString logs = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/watchfloor/log");
    QDir().mkpath(logs);
    if (const auto opened = openLog(logs, invocation.verbose); !opened)
        log(LogCategory::App).warn("no log file: {}", opened.error().detail.toStdString());
}

int runWithGui(int argc, char **argv, const Invocation &invocation)
{
    const auto *window = std::get_if<OpenWindow>(&invocation.verb);
    const bool headless = !window || !window->renderFolder.isEmpty();
    if (headless)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // A page as such a screen shows it: at twice the scale. The wall scales itself.
    constexpr int doubledFrom = 3000;
    const auto *picture = std::get_if<SnapshotVerb>(&invocation.verb);
    if (picture && picture->size.width() >= doubledFrom && picture->page != u"wall" && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    // What a verb prints is read by programs and pasted into tickets: it stays English. The window speaks the person's language.
    installTranslations(application);
    FirstPaint::reportIfAsked(application);
    prepare(invocation);
    if (const auto *snapshot = std::get_if<SnapshotVerb>(&invocation.verb))
        return snapshotVerb(*snapshot, invocation);
    Console console(*window, invocation);
    const int started = console.start();
    return started != exitFine ? started : QApplication::exec();
}

int runWithoutGui(int argc, char **argv, const Invocation &invocation)
{
    const QCoreApplication application(argc, argv);
    prepare(invocation);
    if (const auto *check = std::get_if<CheckVerb>(&invocation.verb))
        return checkVerb(*check, invocation);
    if (const auto *audit = std::get_if<AuditVerb>(&invocation.verb))
        return auditVerb(*audit, invocation);
    if (const auto *metrics = std::get_if<MetricsVerb>(&invocation.verb))
        return metricsVerb(*metrics, invocation);
    if (const auto *explain = std::get_if<ExplainVerb>(&invocation.verb))
        return explainVerb(*explain, invocation.json);
    if (const auto *import = std::get_if<ImportVerb>(&invocation.verb))
        return importVerb(*import, invocation.json);
    return runOnLoop(invocation);
}

} // namespace

int main(int argc, char **argv)
{
    // A core dump would hold every secret that is in memory.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    const auto read = readCommandLine(argc, argv);
    if (const int *over = std::get_if<int>(&read))
        return *over;
    const auto &invocation = std::get<Invocation>(read);
    return needsGui(invocation) ? runWithGui(argc, argv, invocation) : runWithoutGui(argc, argv, invocation);
}
