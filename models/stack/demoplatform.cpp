#include "models/stack/demoplatform.h"

#include "models/core/log.h"
#include "models/stack/demohistory.h"
#include "models/stack/demoservers.h"
#include "models/stack/demoservices.h"
#include "models/stack/demotemplates.h"
#include "models/stack/freeports.h"
#include "models/stack/localstack.h"
#include "models/stack/workingcopy.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Watchfloor {

namespace {

using namespace DemoServer;

constexpr int mostAttempts = 3;

QUrl loopback(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

Command commandOf(const QStringList &arguments)
{
    Command command;
    command.arguments = arguments;
    return command;
}

/// Installed it stands in libexec, in a build tree below app/.
QString foundServiceProgram()
{
    const QDir own(QCoreApplication::applicationDirPath());
    const QString name = u"watchfloor-demo-service"_s;
    for (const auto &place : {"../libexec/watchfloor/"_L1, ""_L1, "demoservice/"_L1, "../app/demoservice/"_L1, "../../app/demoservice/"_L1}) {
        const QFileInfo file(own.filePath(place + name));
        if (file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

/// Fails when a program that the platform starts is not here.
Result<void> requirePrograms()
{
    for (const auto &name : {"prometheus"_L1, "promtool"_L1, "prometheus-alertmanager"_L1, "prometheus-node-exporter"_L1,
                             "prometheus-redis-exporter"_L1, "redis-server"_L1, "redis-cli"_L1, "supervisord"_L1, "supervisorctl"_L1,
                             "git"_L1}) {
        if (const auto found = findProgram(name); !found)
            return found.error();
    }
    return {};
}

/// Writes the history as files in `folder` and answers with their paths.
Result<QStringList> writeHistoryFiles(const QString &folder, qint64 endSeconds)
{
    QStringList paths;
    for (const HistoryPart &part : historyParts(endSeconds)) {
        const QString path = u"%1/history-%2.om"_s.arg(folder).arg(paths.size());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || !writeHistory(file, part, endSeconds) || !file.flush())
            return Error{Error::Kind::Io, file.errorString(), path};
        paths.append(path);
    }
    return paths;
}

} // namespace

class DemoPlatform::Private
{
public:
    enum class Phase { Idle, Starting, Ready, Stopping };

    Private(DemoPlatform &owner, Options wanted, const Clock &time)
        : q(owner)
        , options(std::move(wanted))
        , clock(time)
    {
    }

    void begin();
    Result<void> arrange();
    Result<void> writeFiles();
    void choosePorts(const std::vector<quint16> &ports);
    void makeHistory();
    void makeBlocks(const QStringList &files);
    void makeWorkingCopies();
    void finishPart(const QString &part);
    void handleReady(const QString &name);
    void handleFailure(const Error &error);
    void handleStopped();
    QString folder(const QString &below) const { return stack->folder().path() + u'/' + below; }

    DemoPlatform &q;
    Options options;
    const Clock &clock;
    std::unique_ptr<LocalStack> stack;
    std::unique_ptr<Poller> targets;
    StackInfo info;
    StackPorts ports;
    StackTiming timing;
    QString servicePath;
    QSet<QString> openParts; ///< what must be done before the platform is ready
    Phase phase = Phase::Idle;
    std::optional<Error> failure;
    int attempts = 0;
    qint64 startedSeconds = 0;
};

void DemoPlatform::Private::begin()
{
    phase = Phase::Starting;
    failure.reset();
    ++attempts;
    stack = std::make_unique<LocalStack>(clock);
    connect(stack.get(), &LocalStack::serverReady, &q, [this](const QString &name) { handleReady(name); });
    connect(stack.get(), &LocalStack::serverFailed, &q, [this](const QString &name, const Error &error) {
        if (phase == Phase::Ready)
            Q_EMIT q.serverEnded(name);
        else
            handleFailure(error);
    });
    connect(stack.get(), &LocalStack::serverEnded, &q, [this](const QString &name) {
        if (phase == Phase::Starting)
            handleFailure({Error::Kind::Io, u"ended soon after its start"_s, name});
        else
            Q_EMIT q.serverEnded(name);
    });
    connect(stack.get(), &LocalStack::stopped, &q, [this] { handleStopped(); });
    if (const auto arranged = arrange(); !arranged)
        return handleFailure(arranged.error());

    Q_EMIT q.progress(u"Writing 30 days of history"_s);
    openParts = {redis, nodeExporter, redisExporter, alertmanager, u"working copies"_s, u"history"_s, supervisor, prometheus};
    makeHistory();
    makeWorkingCopies();
    for (const auto &name : {redis, nodeExporter, redisExporter, alertmanager})
        stack->startServer(name);
}

Result<void> DemoPlatform::Private::arrange()
{
    if (const auto programs = requirePrograms(); !programs)
        return programs.error();
    servicePath = options.servicePath.isEmpty() ? foundServiceProgram() : options.servicePath;
    if (!QFileInfo(servicePath).isExecutable())
        return Error{Error::Kind::MissingTool, u"watchfloor-demo-service is not where it was installed"_s, servicePath};
    if (const auto prepared = stack->prepare(options.parentFolder); !prepared)
        return prepared.error();
    const auto found = freePorts(5 + demoServices().size());
    if (!found)
        return found.error();
    startedSeconds = clock.wall().time_since_epoch() / 1s;
    timing = timingOf(options.profile);
    choosePorts(*found);
    if (const auto written = writeFiles(); !written)
        return written.error();
    for (ServerSpec &server : demoServers(info, ports, timing, clock))
        stack->add(std::move(server));
    return {};
}

void DemoPlatform::Private::choosePorts(const std::vector<quint16> &found)
{
    ports = {.prometheus = found[0], .alertmanager = found[1], .nodeExporter = found[2], .redisExporter = found[3]};
    info = {};
    info.folder = stack->folder().path();
    info.workspacePath = folder(u"workspace/watchfloor.yaml"_s);
    info.prometheusUrl = loopback(ports.prometheus);
    info.alertmanagerUrl = loopback(ports.alertmanager);
    info.nodeExporterUrl = loopback(ports.nodeExporter);
    info.redisExporterUrl = loopback(ports.redisExporter);
    info.redisPort = found[4];
    info.supervisorConfig = folder(u"supervisord.conf"_s);
    for (size_t i = 0; i < demoServices().size(); ++i) {
        const QString &name = demoServices()[i].name;
        info.services.push_back({name, found[5 + i], folder(u"services/"_s + name), loopback(found[5 + i])});
    }
}

Result<void> DemoPlatform::Private::writeFiles()
{
    const auto files = stackFiles(info, templateValues(info, ports, timing, servicePath));
    if (!files)
        return files.error();
    for (const StackFile &file : *files) {
        if (const auto written = stack->folder().write(file.path, file.text.toUtf8()); !written)
            return written.error();
    }
    for (const DemoService &service : demoServices()) {
        const CounterPair end = countersAt(service, historySeconds);
        const QByteArray seed = "{\"good\":" + QByteArray::number(end.good) + ",\"errors\":" + QByteArray::number(end.errors)
                                + ",\"atMs\":" + QByteArray::number(startedSeconds * 1000) + "}\n";
        if (const auto written = stack->folder().write(u"seeds/%1.json"_s.arg(service.name), seed); !written)
            return written.error();
        QDir().mkpath(folder(u"services/"_s + service.name));
    }
    for (const auto &name : {"logs"_L1, "redis-data"_L1})
        QDir().mkpath(folder(name));
    return {};
}

void DemoPlatform::Private::makeHistory()
{
    using Watcher = QFutureWatcher<Result<QStringList>>;
    auto *watcher = new Watcher(stack.get());
    connect(watcher, &Watcher::finished, &q, [this, watcher] {
        watcher->deleteLater();
        if (phase != Phase::Starting)
            return;
        const Result<QStringList> files = watcher->result();
        if (!files)
            return handleFailure(files.error());
        makeBlocks(*files);
    });
    watcher->setFuture(QtConcurrent::run(writeHistoryFiles, info.folder, startedSeconds));
}

void DemoPlatform::Private::makeBlocks(const QStringList &files)
{
    std::vector<Command> commands;
    for (const QString &file : files) {
        // Longer blocks than the two hours of upstream's default: 40 instead of 360, a tenth of the time.
        commands.push_back(commandOf({u"promtool"_s, u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s, u"--quiet"_s,
                                      u"--max-block-duration=48h"_s, file, folder(u"prometheus/data"_s)}));
        commands.back().timeout = 180s;
    }
    stack->runAll(std::move(commands), &q, [this, files](const Result<QString> &done) {
        if (phase != Phase::Starting)
            return;
        if (!done)
            return handleFailure(done.error());
        for (const QString &file : files)
            QFile::remove(file);
        finishPart(u"history"_s);
    });
}

void DemoPlatform::Private::makeWorkingCopies()
{
    auto left = std::make_shared<size_t>(info.services.size());
    for (const StackService &service : info.services) {
        stack->runAll(makeWorkingCopy(*demoService(service.name), service.directory, startedSeconds), &q,
                      [this, left](const Result<QString> &done) {
                          if (phase != Phase::Starting)
                              return;
                          if (!done)
                              return handleFailure(done.error());
                          if (--*left == 0)
                              finishPart(u"working copies"_s);
                      });
    }
}

void DemoPlatform::Private::handleReady(const QString &name)
{
    if (phase == Phase::Ready) {
        Q_EMIT q.serverReady(name);
        return;
    }
    if (phase != Phase::Starting)
        return;
    if (name != redis)
        return finishPart(name);
    // The first start finds the cache warm; after a kill it comes back empty, as a cache does.
    QList<QByteArray> lines;
    for (int key = 1; key <= 7; ++key)
        lines.append("SET unified_attrs:" + QByteArray::number(key) + " warm");
    redisProbe(info.redisPort, lines)(&q, [this](bool warm) {
        if (phase == Phase::Starting && !warm)
            handleFailure({Error::Kind::NotExpected, u"its keys could not be set"_s, redis});
        else if (phase == Phase::Starting)
            finishPart(redis);
    });
}

/// Starts what now has all that it leans on.
void DemoPlatform::Private::finishPart(const QString &part)
{
    openParts.remove(part);
    const bool servicesCanRun = !openParts.contains(redis) && !openParts.contains(u"working copies"_s);
    if (servicesCanRun && (part == redis || part == "working copies"_L1)) {
        Q_EMIT q.progress(u"Starting six services under supervisord"_s);
        stack->startServer(supervisor);
    }
    if (openParts == QSet<QString>{prometheus} && part != prometheus) {
        Q_EMIT q.progress(u"Starting Prometheus"_s);
        stack->startServer(prometheus);
    }
    if (!openParts.isEmpty())
        return;
    Q_EMIT q.progress(u"Waiting for the first scrape of every target"_s);
    targets = std::make_unique<Poller>(clock);
    connect(targets.get(), &Poller::succeeded, &q, [this] {
        phase = Phase::Ready;
        Q_EMIT q.ready(info);
    });
    connect(targets.get(), &Poller::gaveUp, &q,
            [this] { handleFailure({Error::Kind::Timeout, u"not every target of Prometheus is up"_s, info.prometheusUrl.toString()}); });
    targets->start(targetsUp(info, clock), 60s);
}

void DemoPlatform::Private::handleFailure(const Error &error)
{
    if (phase != Phase::Starting)
        return;
    log(LogCategory::Stack).warn("start failed at {}: {}", error.where.toStdString(), error.detail.toStdString());
    phase = Phase::Stopping;
    failure = error;
    targets.reset();
    stack->stop();
}

void DemoPlatform::Private::handleStopped()
{
    phase = Phase::Idle;
    if (!failure) {
        Q_EMIT q.stopped();
        return;
    }
    // Somebody else may have taken one of the ports in the meantime; the next attempt chooses others.
    const bool portTaken = failure->detail.contains("address already in use"_L1, Qt::CaseInsensitive);
    if (portTaken && attempts < mostAttempts) {
        QMetaObject::invokeMethod(&q, [this] { begin(); }, Qt::QueuedConnection);
        return;
    }
    Q_EMIT q.failed(*failure);
}

DemoPlatform::DemoPlatform(Options options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(options), clock))
{
}

DemoPlatform::~DemoPlatform() = default;

void DemoPlatform::start()
{
    if (d->phase != Private::Phase::Idle)
        return;
    d->attempts = 0;
    // Later, so that even what fails at once is told by a signal that somebody can hear.
    d->phase = Private::Phase::Starting;
    QMetaObject::invokeMethod(this, [this] {
        if (d->phase == Private::Phase::Starting)
            d->begin();
    }, Qt::QueuedConnection);
}

void DemoPlatform::stop()
{
    if (d->phase == Private::Phase::Stopping) {
        // A failed start that is being cleaned up is now simply stopped.
        d->failure.reset();
        return;
    }
    d->targets.reset();
    if (d->phase == Private::Phase::Idle || !d->stack) {
        d->phase = Private::Phase::Idle;
        QMetaObject::invokeMethod(this, [this] { Q_EMIT stopped(); }, Qt::QueuedConnection);
        return;
    }
    d->phase = Private::Phase::Stopping;
    d->failure.reset();
    d->stack->stop();
}

bool DemoPlatform::isReady() const
{
    return d->phase == Private::Phase::Ready;
}

const StackInfo &DemoPlatform::info() const
{
    return d->info;
}

void DemoPlatform::badDeploy(const QString &name, QObject *context, Done done)
{
    const DemoService *service = demoService(name);
    const StackService *place = d->info.service(name);
    if (!isReady() || service == nullptr || place == nullptr)
        return done(Error{Error::Kind::NotFound, u"there is no such service"_s, name});
    const QString directory = place->directory;
    // Every release has a number of its own, so that the same fault can be deployed twice.
    d->stack->runAll({gitCommand(directory, {u"checkout"_s, u"-q"_s, u"main"_s}), gitCommand(directory, {u"rev-list"_s, u"--count"_s, u"main"_s})},
                     context, [this, service, directory, context, done](const Result<QString> &count) {
        if (!count)
            return done(count.error());
        QFile file(directory + "/service.json"_L1);
        if (!file.open(QIODevice::WriteOnly) || file.write(badRelease(*service, count->trimmed().toInt())) < 0 || !file.flush())
            return done(Error{Error::Kind::Io, file.errorString(), file.fileName()});
        d->stack->runAll({gitCommand(directory, {u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, service->badRelease}),
                          commandOf({u"supervisorctl"_s, u"-c"_s, d->info.supervisorConfig, u"restart"_s, service->name}),
                          gitCommand(directory, {u"rev-parse"_s, u"--short=7"_s, u"HEAD"_s})},
                         context, [done](const Result<QString> &commit) { done(commit ? Result<QString>(commit->trimmed()) : commit); });
    });
}

void DemoPlatform::commits(const QString &service, QObject *context, std::function<void(Result<QStringList>)> done)
{
    const StackService *place = d->info.service(service);
    if (!isReady() || place == nullptr)
        return done(Error{Error::Kind::NotFound, u"there is no such service"_s, service});
    d->stack->run(gitCommand(place->directory, {u"log"_s, u"--format=%h %s"_s, u"main"_s}), context, [done](const Result<QString> &log) {
        if (!log)
            return done(log.error());
        done(log->trimmed().split(u'\n', Qt::SkipEmptyParts));
    });
}

void DemoPlatform::killServer(const QString &name)
{
    if (d->stack)
        d->stack->killServer(name);
}

void DemoPlatform::restartServer(const QString &name)
{
    if (isReady())
        d->stack->startServer(name);
}

qint64 DemoPlatform::serverPid(const QString &name) const
{
    return d->stack ? d->stack->serverPid(name) : 0;
}

} // namespace Watchfloor
