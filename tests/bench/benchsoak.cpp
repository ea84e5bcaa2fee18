// The demo platform with a window in front of it, for minutes: what memory and main loop come to. Read from the program's own log.
// benchsoak WATCHFLOOR [MINUTES]
#include "tests/bench/display.h"
#include "tests/bench/measurement.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdlib>
#include <signal.h>

using namespace Watchfloor;

namespace {

struct Pulse
{
    double p50 = 0;
    double p99 = 0;
    double p999 = 0;
    double resident = 0;
};

std::vector<Pulse> pulsesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression line(QStringLiteral("pulse: loop late by ([\\d.]+) ms \\(median\\) ([\\d.]+) ms \\(p99\\) ([\\d.]+) ms "
                                                        "\\(p99\\.9\\) over \\d+ shots, resident ([\\d.]+) MB"));
    std::vector<Pulse> pulses;
    for (auto matches = line.globalMatch(QString::fromUtf8(file.readAll())); matches.hasNext();) {
        const auto match = matches.next();
        pulses.push_back({match.captured(1).toDouble(), match.captured(2).toDouble(), match.captured(3).toDouble(), match.captured(4).toDouble()});
    }
    return pulses;
}

/// Until so many pulses are in the log, or the program is gone.
std::vector<Pulse> watch(QProcess &console, const QString &log, size_t minutes)
{
    constexpr int lookEveryMs = 2'000;
    std::vector<Pulse> pulses;
    while (pulses.size() < minutes && !console.waitForFinished(lookEveryMs)) {
        console.readAllStandardError();
        console.readAllStandardOutput();
        pulses = pulsesIn(log);
    }
    return pulses;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: benchsoak WATCHFLOOR [MINUTES]\n", stderr);
        return 2;
    }
    const int minutes = argc > 2 ? std::atoi(argv[2]) : 10;
    const Bench::Display display;
    const QTemporaryDir home;
    if (!display.name() || minutes < 1) {
        std::fputs("benchsoak needs Xvfb and a minute at least\n", stderr);
        return 1;
    }
    QProcess console;
    console.setProcessEnvironment(Bench::environmentOn(*display.name(), home.path()));
    console.start(QString::fromLocal8Bit(argv[1]), {QStringLiteral("--demo")});
    const auto pulses = watch(console, home.filePath(QStringLiteral(".local/share/watchfloor/log/watchfloor.log")), size_t(minutes));
    // As Ctrl+C: the console ends every server that it started.
    if (console.processId() > 0)
        ::kill(pid_t(console.processId()), SIGINT);
    constexpr int patienceMs = 60'000;
    console.waitForFinished(patienceMs);
    if (pulses.size() < size_t(minutes)) {
        std::fputs("the console did not stay that long\n", stderr);
        return 1;
    }
    const std::string span = "demo, " + std::to_string(minutes) + " min, ";
    std::vector<double> resident;
    for (const Pulse &pulse : pulses)
        resident.push_back(pulse.resident);
    Bench::print({span + "resident at the end", "MB", {resident.back()}, 120});
    Bench::print({span + "resident, minute by minute", "MB", resident, {}});
    Bench::print({span + "loop latency, median", "ms", {pulses.back().p50}, {}});
    Bench::print({span + "loop latency, p99", "ms", {pulses.back().p99}, {}});
    Bench::print({span + "loop latency, p99.9", "ms", {pulses.back().p999}, 16});
    return 0;
}
