// The whole console, idle but for a dashboard of 24 panels refreshed every five seconds. benchidle WATCHFLOOR URL [SECONDS]
// URL is a server that answers any range; the peer's page fetches bodies of the same size at the same pace.
#include "tests/bench/display.h"
#include "tests/bench/measurement.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <cstdlib>
#include <unistd.h>

using namespace Watchfloor;

namespace {

QString writeWorkspace(const QTemporaryDir &folder, const QString &server)
{
    QFile dashboard(folder.filePath(QStringLiteral("wall.yaml")));
    QFile workspace(folder.filePath(QStringLiteral("watchfloor.yaml")));
    if (!dashboard.open(QIODevice::WriteOnly) || !workspace.open(QIODevice::WriteOnly))
        return {};
    QByteArray text = "dashboard: Wall\npanels:\n";
    for (int panel = 0; panel < 24; ++panel)
        text += "  - {title: Panel " + QByteArray::number(panel) + ", kind: timeseries, at: [" + QByteArray::number(panel % 6 * 4) + ", "
            + QByteArray::number(panel / 6 * 6) + ", 4, 6], queries: ['panel==" + QByteArray::number(panel) + "']}\n";
    dashboard.write(text);
    workspace.write("workspace: Idle\nsources:\n  - {name: main, prometheus: {url: '" + server.toUtf8() + "', interval: 5s}}\ndashboards: [wall.yaml]\nwall: {pages: [{page: dashboards/wall, dwell: 1h}]}\n");
    return workspace.fileName();
}

/// Processor time of a process so far in ms.
double processorMs(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) * 1000 / double(sysconf(_SC_CLK_TCK));
}

double pssMegabytes(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').value(0).toDouble() / 1024;
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 3) {
        std::fputs("usage: benchidle WATCHFLOOR URL [SECONDS]\n", stderr);
        return 2;
    }
    const unsigned long seconds = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 60;
    const Bench::Display display;
    const QTemporaryDir home;
    const QTemporaryDir folder;
    const QString workspace = writeWorkspace(folder, QString::fromLocal8Bit(argv[2]));
    if (!display.name() || workspace.isEmpty()) {
        std::fputs("benchidle needs Xvfb and a folder that can be written\n", stderr);
        return 1;
    }
    QProcess console;
    console.setProcessEnvironment(Bench::environmentOn(*display.name(), home.path()));
    console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    console.start(QString::fromLocal8Bit(argv[1]), {QStringLiteral("--wall"), workspace});
    console.waitForStarted();
    constexpr unsigned long warmSeconds = 15;
    QThread::sleep(warmSeconds);
    const double before = processorMs(console.processId());
    QThread::sleep(seconds);
    const double used = (processorMs(console.processId()) - before) / (double(seconds) * 10);
    const double memory = pssMegabytes(console.processId());
    const bool lived = !console.waitForFinished(1);
    console.terminate();
    console.waitForFinished();
    if (!lived) {
        std::fputs("the console ended before it was measured\n", stderr);
        return 1;
    }
    Bench::print({"idle wall, processor", "%", {used}, {}});
    Bench::print({"idle wall, memory", "MB", {memory}, {}});
    return 0;
}
