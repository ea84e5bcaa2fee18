#include "app/demoservice/demoserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Watchfloor;

namespace {

int complain(const QString &sentence)
{
    std::fprintf(stderr, "watchfloor-demo-service: %s\n", qPrintable(sentence));
    return 2;
}

/// SIGTERM and SIGINT as a descriptor, so that they end the event loop and not the process.
int endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

int main(int argc, char **argv)
{
    // Whoever started us may be killed without a chance to end us.
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"watchfloor-demo-service"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WATCHFLOOR_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"One service of Watchfloor's demo platform"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption service(u"service"_s, u"Name of the service."_s, u"name"_s);
    const QCommandLineOption port(u"port"_s, u"Port on the loopback address."_s, u"port"_s);
    const QCommandLineOption redisPort(u"redis-port"_s, u"Port of redis."_s, u"port"_s);
    const QCommandLineOption directory(u"directory"_s, u"Git working copy with service.json."_s, u"folder"_s);
    const QCommandLineOption seed(u"seed"_s, u"Counts to start from; the file is read once and removed."_s, u"file"_s);
    parser.addOptions({service, port, redisPort, directory, seed});
    parser.process(application);

    bool portGood = false;
    bool redisGood = false;
    const DemoServer::Options options{.service = parser.value(service),
                                      .port = parser.value(port).toUShort(&portGood),
                                      .redisPort = parser.value(redisPort).toUShort(&redisGood),
                                      .directory = parser.value(directory),
                                      .seedFile = parser.value(seed)};
    if (options.service.isEmpty() || options.directory.isEmpty() || !portGood || !redisGood)
        return complain(u"needs --service, --port, --redis-port and --directory"_s);
    const Result<ServicePlan> plan = readServicePlan(options.directory);
    if (!plan)
        return complain(u"%1: %2"_s.arg(plan.error().where, plan.error().detail));

    QSocketNotifier ending(endingSignals(), QSocketNotifier::Read);
    QObject::connect(&ending, &QSocketNotifier::activated, &application, [] { QCoreApplication::quit(); });
    DemoServer server(options, *plan);
    if (!server.listen())
        return complain(u"port %1 cannot be listened on"_s.arg(options.port));
    return QCoreApplication::exec();
}
