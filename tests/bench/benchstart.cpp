// Exec to the first painted window, with the demo platform's workspace and nobody behind its addresses.
// benchstart WATCHFLOOR [ROUNDS]
#include "models/stack/demoservices.h"
#include "models/stack/demotemplates.h"
#include "tests/bench/display.h"
#include "tests/bench/measurement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdlib>
#include <ctime>

using namespace Watchfloor;

namespace {

double monotonicMs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QUrl loopback(quint16 port)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
}

/// The workspace as the demo platform would write it; empty when it cannot be written.
QString writeWorkspace(const QString &folder)
{
    StackInfo info;
    info.folder = folder;
    info.prometheusUrl = loopback(1);
    info.alertmanagerUrl = loopback(2);
    info.redisExporterUrl = loopback(3);
    quint16 port = 10;
    for (const DemoService &service : demoServices()) {
        info.services.push_back({service.name, port, folder + u'/' + service.name, loopback(port)});
        ++port;
    }
    const auto files = stackFiles(info, templateValues(info, {1, 2, 4, 3}, timingOf(StackProfile::Demo), QStringLiteral("/bin/true")));
    if (!files)
        return {};
    for (const StackFile &file : *files) {
        const QString path = folder + u'/' + file.path;
        QFile out(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !out.open(QIODevice::WriteOnly) || out.write(file.text.toUtf8()) < 0)
            return {};
    }
    return folder + QStringLiteral("/workspace/watchfloor.yaml");
}

/// Absent when the program ended or said nothing for ten seconds.
std::optional<double> startOnce(const QString &program, const QString &workspace, const QProcessEnvironment &environment)
{
    QProcess console;
    console.setProcessEnvironment(environment);
    console.setReadChannel(QProcess::StandardError);
    const double started = monotonicMs();
    console.start(program, {workspace});
    constexpr int patienceMs = 10'000;
    std::optional<double> painted;
    QByteArray all;
    while (!painted && console.waitForReadyRead(patienceMs)) {
        while (console.canReadLine()) {
            const QByteArray line = console.readLine();
            all += line;
            if (line.startsWith("first paint "))
                painted = line.mid(12).trimmed().toDouble() - started;
        }
    }
    if (!painted)
        std::fprintf(stderr, "%s showed no window: %s", qPrintable(program), all.constData());
    console.terminate();
    console.waitForFinished();
    return painted;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: benchstart WATCHFLOOR [ROUNDS]\n", stderr);
        return 2;
    }
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 15;
    const Bench::Display display;
    const QTemporaryDir home;
    const QString workspace = writeWorkspace(home.path());
    if (!display.name() || workspace.isEmpty()) {
        std::fputs("benchstart needs Xvfb and a folder that can be written\n", stderr);
        return 1;
    }
    QProcessEnvironment environment = Bench::environmentOn(*display.name(), home.path());
    environment.insert(QStringLiteral("WATCHFLOOR_REPORT_FIRST_PAINT"), QStringLiteral("1"));
    std::vector<double> times;
    for (int round = 0; round <= rounds; ++round) {
        const auto time = startOnce(QString::fromLocal8Bit(argv[1]), workspace, environment);
        if (!time)
            return 1;
        if (round > 0) // the first fills the page cache
            times.push_back(*time);
    }
    Bench::print({"exec to first painted window", "ms", times, 150});
    return 0;
}
