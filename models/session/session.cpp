#include "models/session/session.h"

#include "models/core/log.h"
#include "models/health/healthstore.h"
#include "models/runbooks/auditlog.h"
#include "models/runbooks/auditscan.h"
#include "models/session/acknowledgementfile.h"
#include "models/session/connection.h"
#include "models/session/historykeeper.h"
#include "models/session/rundirector.h"
#include "models/session/versionwatch.h"
#include "models/slo/slosource.h"
#include "models/workspace/workspacewatcher.h"

#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <pwd.h>
#include <unistd.h>

namespace Watchfloor {

namespace {

QString userName()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
}

/// What of a target decides whether two endpoints may share connections.
HttpTarget originOf(HttpTarget target)
{
    target.base.setPath(QStringLiteral("/"));
    target.base.setQuery(QString());
    target.base.setFragment(QString());
    return target;
}

constexpr std::chrono::milliseconds slowestSloInterval{60'000};

} // namespace

/// The parts that exist because of the workspace, rebuilt with it, and those that stay.
class Session::Private
{
public:
    explicit Private(Session &owner)
        : session(owner)
        , hub(owner.m_clock)
        , versions(hub)
    {
        recorder.setMaxThreadCount(1);
    }

    /// A question to everything at once, open until all have answered.
    struct Round
    {
        size_t open = 0;
        std::function<void()> finished;
        bool over = false;
    };

    void observe(const QString &source, const Observation::Body &body);
    void settle(const std::shared_ptr<Round> &round);
    void build();
    void buildSources(const Workspace &workspace);
    void watchFiles(const Workspace &workspace);
    void buildSlos(const Workspace &workspace);
    void buildEndpoints(const Workspace &workspace);
    void start();
    void judgeConsoleAlerts();
    void askPresence(const QString &source, const QString &fingerprint, const QString &expression);
    void noteTransition(const Alert &alert, AlertState before);
    void keepOrDrop(const Alert &alert, AlertState before, const Acknowledgement &kept);
    Result<void> record(const AuditLog::Entry &entry);
    bool hasRoomForRecord();
    void recordLater(AuditLog::Entry entry);
    void recordLeftOut();
    void noteRecorded(const Result<AuditRecord> &written, bool tell);
    void tellUnfinishedRuns();
    void saveAcknowledgement(const QString &fingerprint, std::optional<Acknowledgement> acknowledgement);
    SourceConnection *connection(const QString &name) const;
    PrometheusClient *prometheus(const QString &name) const;
    Executor::Prometheis prometheis();

    Session &session;
    QueryHub hub;
    VersionWatch versions;
    std::shared_ptr<const SecretResolver> secrets;
    std::map<QString, SecretReference> declaredSecrets;
    std::vector<std::unique_ptr<SourceConnection>> connections;
    std::vector<std::pair<HttpTarget, std::unique_ptr<HttpClient>>> endpointClients;
    std::vector<std::unique_ptr<EndpointConnection>> endpoints;
    std::vector<std::unique_ptr<SloSource>> slos;
    std::vector<std::unique_ptr<QTimer>> sloTimers;
    std::vector<QueryInterest> tileInterests;
    std::unique_ptr<AuditLog> audit;
    std::unique_ptr<RunDirector> runs;
    std::unique_ptr<HistoryKeeper> history;
    std::unique_ptr<WorkspaceWatcher> watcher;
    QString watchedFile;
    std::vector<std::weak_ptr<Round>> rounds;
    Acknowledgements acknowledgements;
    std::optional<Error> acknowledgementError;
    QTimer second;
    std::optional<Instant> unlockedUntil;
    std::vector<OriginAlert> consoleAlerts;
    bool started = false;
    bool toldUnfinished = false;
    int recordsLeftOut = 0;
    int marksThisSecond = 0;
    std::atomic<int> recordsWaiting = 0;
    QThreadPool recorder; ///< one thread, so that records keep their order; last, so that it ends first
};

Session::Session(const Workspace &workspace, const Clock &clock, Options options, QObject *parent)
    : Commands(parent)
    , m_clock(clock)
    , m_options(std::move(options))
    , d(std::make_unique<Private>(*this))
{
    if (m_options.actor.isEmpty())
        m_options.actor = userName();
    m_storageError = m_options.storageError;
    if (!m_options.dataFolder.isEmpty()) {
        d->audit = std::make_unique<AuditLog>(m_options.dataFolder + QStringLiteral("/audit.jsonl"), clock);
        if (auto kept = loadAcknowledgements(m_options.dataFolder)) {
            d->acknowledgements = *std::move(kept);
        } else {
            d->acknowledgementError = kept.error();
            if (const auto aside = setAsideAcknowledgements(m_options.dataFolder))
                d->acknowledgementError->detail = tr("What was acknowledged before is not known; the damaged file is kept as %1.").arg(*aside);
        }
    }
    d->runs = std::make_unique<RunDirector>(m_stores.runs, d->audit.get(), d->prometheis(), clock);
    connect(d->runs.get(), &RunDirector::progressed, this, [this](const Run &run) { d->observe({}, run); });
    connect(d->runs.get(), &RunDirector::output, this, [this](const QString &id, const QString &text) {
        d->observe({}, RunOutput{id, text});
        Q_EMIT runOutput(id, text);
    });
    connect(&d->hub, &QueryHub::answered, this, [this](const QuerySnapshot &snapshot) {
        d->observe(snapshot.key.source, snapshot);
        d->versions.handle(snapshot, m_clock.wall());
    });
    connect(&d->versions, &VersionWatch::observed, this, [this](const QString &source, const Observation::Body &body) { d->observe(source, body); });
    connect(&m_stores.alerts, &AlertStore::presenceWanted, this,
            [this](const QString &source, const QString &fingerprint, const QString &expression) { d->askPresence(source, fingerprint, expression); });
    connect(&m_stores.alerts, &AlertStore::transitioned, this,
            [this](const Alert &alert, AlertState before) { d->noteTransition(alert, before); });
    if (!m_options.dataFolder.isEmpty()) {
        d->history = std::make_unique<HistoryKeeper>(m_stores, m_options.dataFolder, clock);
        connect(d->history.get(), &HistoryKeeper::observed, this, [this](const QString &source, const Observation::Body &body) { d->observe(source, body); });
        connect(d->history.get(), &HistoryKeeper::failed, this, &Commands::failed);
    }
    connect(&d->second, &QTimer::timeout, this, [this] {
        d->marksThisSecond = 0;
        d->judgeConsoleAlerts();
        m_stores.tick(m_clock.now(), m_clock.wall());
        if (d->history)
            d->history->tick();
        if (d->unlockedUntil && m_clock.now() >= *d->unlockedUntil)
            lock();
        Q_EMIT ticked();
    });
    m_stores.setWorkspace(workspace);
    d->build();
}

Session::~Session() = default;

QueryHub &Session::hub()
{
    return d->hub;
}

int Session::queriesPerMinute() const
{
    int sum = 0;
    for (const auto &connection : d->connections)
        sum += connection->prometheus() ? d->hub.queriesPerMinute(connection->spec().name) : 0;
    return sum;
}

qint64 Session::bytesPerMinute() const
{
    qint64 sum = 0;
    for (const auto &connection : d->connections)
        sum += connection->prometheus() ? d->hub.bytesPerMinute(connection->spec().name) : 0;
    return sum;
}

void Session::start()
{
    d->start();
}

void Session::round(std::function<void()> finished)
{
    // One count for everything that was asked; the last answer calls back. Objectives follow their source's first answer.
    auto round = std::make_shared<Private::Round>();
    round->open = d->connections.size() + d->endpoints.size() + d->slos.size() + 1;
    round->finished = std::move(finished);
    d->rounds.push_back(round);
    const auto one = [this, round] { d->settle(round); };
    for (const auto &connection : d->connections) {
        connect(connection.get(), &SourceConnection::roundEnded, this, one, Qt::SingleShotConnection);
        connection->poll();
    }
    for (const auto &endpoint : d->endpoints) {
        connect(endpoint.get(), &EndpointConnection::roundEnded, this, one, Qt::SingleShotConnection);
        endpoint->poll();
    }
    for (const auto &slo : d->slos) {
        connect(slo.get(), &SloSource::finished, this, one, Qt::SingleShotConnection);
        slo->poll();
    }
    // The tiles' figures decide what a service is; one round of the hub belongs to it.
    auto waiting = std::make_shared<std::set<QueryKey>>();
    for (const QueryInterest &interest : d->tileInterests)
        waiting->insert(*interest);
    if (waiting->empty()) {
        QTimer::singleShot(0, this, one);
        return;
    }
    auto *listener = new QObject(this);
    connect(&d->hub, &QueryHub::answered, listener, [waiting, one, listener](const QuerySnapshot &snapshot) {
        if (waiting->erase(snapshot.key) > 0 && waiting->empty()) {
            listener->deleteLater();
            one();
        }
    });
    d->hub.refresh();
}

void Session::replaceWorkspace(const Workspace &workspace)
{
    const bool samePlace = workspace.environment == m_stores.workspace().environment && workspace.name == m_stores.workspace().name;
    m_stores.setWorkspace(workspace);
    d->build();
    if (d->started)
        d->start();
    // Who asked everything asks again: those who were to answer are gone.
    for (const auto &waiting : std::exchange(d->rounds, {}))
        if (const auto open = waiting.lock(); open && !std::exchange(open->over, true))
            round(std::move(open->finished));
    if (!samePlace)
        lock(); // what was unlocked was another environment
    Q_EMIT workspaceChanged();
    Q_EMIT lockChanged();
}

bool Session::actionsLocked() const
{
    return m_stores.workspace().isProduction() && (!d->unlockedUntil || m_clock.now() >= *d->unlockedUntil);
}

std::optional<std::chrono::milliseconds> Session::unlockedFor() const
{
    if (!d->unlockedUntil || m_clock.now() >= *d->unlockedUntil)
        return std::nullopt;
    return *d->unlockedUntil - m_clock.now();
}

void Session::unlock(std::chrono::minutes length)
{
    const auto recorded =
        d->record({m_options.actor, {}, QStringLiteral("unlock"), QStringLiteral("ok"), QStringLiteral("{\"minutes\":%1}").arg(length.count())});
    if (!recorded) {
        Q_EMIT failed(recorded.error());
        return;
    }
    d->unlockedUntil = m_clock.now() + length;
    Q_EMIT lockChanged();
}

void Session::lock()
{
    if (!std::exchange(d->unlockedUntil, std::nullopt))
        return;
    (void)d->record({m_options.actor, {}, QStringLiteral("lock"), QStringLiteral("ok"), {}});
    Q_EMIT lockChanged();
}

void Session::acknowledge(const QStringList &fingerprints, const QString &comment)
{
    for (const QString &fingerprint : fingerprints) {
        const Acknowledgement acknowledgement{m_options.actor, comment, m_clock.wall()};
        d->saveAcknowledgement(fingerprint, acknowledgement);
        d->observe({}, AcknowledgementChange{fingerprint, acknowledgement});
    }
}

void Session::unacknowledge(const QString &fingerprint)
{
    d->saveAcknowledgement(fingerprint, std::nullopt);
    d->observe({}, AcknowledgementChange{fingerprint, std::nullopt});
}

void Session::dismiss(const QString &fingerprint)
{
    d->observe({}, AlertDismissal{fingerprint});
}

void Session::postSilence(const QString &source, const Silence &silence, QObject *context, std::function<void(Result<QString>)> handler)
{
    SourceConnection *connection = d->connection(source);
    if (!connection || !connection->alertmanager()) {
        handler(Error{Error::Kind::NotFound, {}, source});
        return;
    }
    Silence signedSilence = silence;
    if (signedSilence.createdBy.isEmpty())
        signedSilence.createdBy = m_options.actor;
    const AuditLog::Entry intent{m_options.actor, {}, QStringLiteral("silence"), QStringLiteral("intent"),
                                 QStringLiteral("{\"matchers\":%1}").arg(quoted(matchersText(signedSilence.matchers)))};
    if (const auto recorded = d->record(intent); !recorded) {
        handler(recorded.error());
        return;
    }
    connection->alertmanager()->postSilence(signedSilence, context,
                                            [this, source, intent, handler = std::move(handler), signedSilence](Result<QString> id) {
        (void)d->record({intent.actor, {}, intent.event, id ? QStringLiteral("ok") : QStringLiteral("failed"), intent.detail});
        if (id) {
            d->observe(source, Mark{Mark::Kind::Silence, m_clock.wall(), {}, matchersText(signedSilence.matchers), m_options.actor, *id});
            if (SourceConnection *asked = d->connection(source))
                asked->poll();
        }
        handler(std::move(id));
    });
}

void Session::expireSilence(const QString &source, const QString &id, QObject *context, std::function<void(Result<QString>)> handler)
{
    SourceConnection *connection = d->connection(source);
    if (!connection || !connection->alertmanager()) {
        handler(Error{Error::Kind::NotFound, {}, source});
        return;
    }
    const AuditLog::Entry intent{m_options.actor, {}, QStringLiteral("silence-expire"), QStringLiteral("intent"),
                                 QStringLiteral("{\"id\":%1}").arg(quoted(id))};
    if (const auto recorded = d->record(intent); !recorded) {
        handler(recorded.error());
        return;
    }
    connection->alertmanager()->expireSilence(id, context, [this, source, intent, handler = std::move(handler)](Result<QString> ended) {
        (void)d->record({intent.actor, {}, intent.event, ended ? QStringLiteral("ok") : QStringLiteral("failed"), intent.detail});
        if (SourceConnection *asked = d->connection(source))
            asked->poll();
        handler(std::move(ended));
    });
}

Result<QString> Session::startRun(const RunRequest &request)
{
    if (actionsLocked() && !request.dryRun) {
        const Error error = m_storageError ? *m_storageError : Error{Error::Kind::Locked, tr("Production is locked. Unlock it in the top bar first."), request.runbook};
        Q_EMIT failed(error);
        return error;
    }
    auto id = d->runs->start(request, m_options.actor);
    if (!id)
        Q_EMIT failed(id.error());
    return id;
}

void Session::stopRun(const QString &id)
{
    d->runs->stop(id);
}

void Session::undoRun(const QString &id)
{
    if (actionsLocked()) {
        Q_EMIT failed(Error{Error::Kind::Locked, tr("Production is locked. Unlock it in the top bar first."), id});
        return;
    }
    d->runs->undo(id);
}

void Session::fetchChoices(const QString &runbook, const QString &parameter, QObject *context, std::function<void(Result<QStringList>)> handler)
{
    const Runbook *found = m_stores.runs.runbook(runbook);
    if (found)
        for (const RunbookParameter &candidate : found->parameters)
            if (candidate.name == parameter) {
                Watchfloor::fetchChoices(*found, candidate, m_clock, context, std::move(handler));
                return;
            }
    handler(Error{Error::Kind::NotFound, {}, runbook + u'/' + parameter});
}

QueryInterest Session::watch(const QueryKey &key, std::chrono::milliseconds interval)
{
    QueryKey resolved = key;
    if (resolved.source.isEmpty())
        if (const SourceSpec *only = m_stores.workspace().prometheus())
            resolved.source = only->name;
    return d->hub.watch(resolved, interval);
}

void Session::evaluate(const QString &source, const QString &expression, QObject *context, std::function<void(Result<QueryAnswer>)> handler)
{
    PrometheusClient *client = d->prometheus(source);
    if (!client) {
        handler(Error{Error::Kind::NotFound, {}, source});
        return;
    }
    client->query(expression, m_clock.wall(), context, std::move(handler));
}

void Session::refreshNow()
{
    for (const auto &connection : d->connections)
        connection->poll();
    for (const auto &endpoint : d->endpoints)
        endpoint->poll();
    d->hub.refresh();
}

void Session::setRefreshInterval(std::chrono::milliseconds interval)
{
    d->hub.setRefreshInterval(interval);
}

void Session::Private::observe(const QString &source, const Observation::Body &body)
{
    session.m_stores.apply({source, session.m_clock.now(), session.m_clock.wall(), body});
}

/// One of a round has answered; with the last of them the round is over.
void Session::Private::settle(const std::shared_ptr<Round> &round)
{
    if (round->over || --round->open > 0)
        return;
    round->over = true;
    std::erase_if(rounds, [&round](const auto &waiting) { return waiting.expired() || waiting.lock() == round; });
    session.m_stores.tick(session.m_clock.now(), session.m_clock.wall());
    round->finished();
}

void Session::Private::build()
{
    const Workspace &workspace = session.m_stores.workspace();
    slos.clear();
    sloTimers.clear();
    endpoints.clear();
    endpointClients.clear();
    buildSources(workspace);
    buildEndpoints(workspace);
    buildSlos(workspace);
    const SourceSpec *figures = session.m_stores.figuresSource();
    versions.setServices(workspace.services, figures ? figures->name : QString());
    std::vector<QueryInterest> wanted;
    for (const QueryKey &key : session.m_stores.services.queries())
        wanted.push_back(hub.watch(key));
    tileInterests = std::move(wanted);
    watchFiles(workspace);
}

/// A source that stays as it was keeps its connection: what is under way there, a run's gate perhaps, gets its answer.
void Session::Private::buildSources(const Workspace &workspace)
{
    auto before = std::exchange(connections, {});
    const bool sameSecrets = secrets && declaredSecrets == workspace.secrets;
    if (!sameSecrets) {
        declaredSecrets = workspace.secrets;
        secrets = std::make_shared<SystemSecretResolver>(workspace.secrets);
    }
    std::vector<SourceConnection *> fresh;
    for (const SourceSpec &spec : workspace.sources) {
        const auto kept = std::find_if(before.begin(), before.end(),
                                       [&](const auto &known) { return known && sameSecrets && known->spec() == spec; });
        if (kept != before.end()) {
            connections.push_back(std::move(*kept));
            continue;
        }
        auto connection = std::make_unique<SourceConnection>(spec, session.m_clock, secrets);
        QObject::connect(connection.get(), &SourceConnection::observed, &session,
                         [this](const Observation &observation) { session.m_stores.apply(observation); });
        fresh.push_back(connection.get());
        connections.push_back(std::move(connection));
    }
    for (const auto &gone : before)
        if (gone && gone->prometheus())
            hub.removeSource(gone->spec().name);
    for (SourceConnection *connection : fresh)
        if (connection->prometheus())
            hub.addSource(connection->spec().name, connection->prometheus(), connection->spec().interval);
}

void Session::Private::watchFiles(const Workspace &workspace)
{
    // The watcher of the same file already follows what the file names now, and may know of a newer change.
    if (watcher && workspace.file == watchedFile)
        return;
    watcher.reset();
    watchedFile = workspace.file;
    if (session.m_options.watchFiles && !workspace.file.isEmpty()) {
        watcher = std::make_unique<WorkspaceWatcher>(workspace);
        QObject::connect(watcher.get(), &WorkspaceWatcher::reloaded, &session, [this](const Workspace &next) {
            session.m_reloadFaults.clear();
            // The watcher that speaks may be replaced with everything else: let it finish its sentence first.
            QTimer::singleShot(0, &session, [this, next] { session.replaceWorkspace(next); });
        });
        QObject::connect(watcher.get(), &WorkspaceWatcher::broken, &session, [this](const std::vector<Fault> &faults) {
            session.m_reloadFaults = faults;
            for (const Fault &fault : faults)
                log(LogCategory::Workspace).warn("{}", fault.toString().toStdString());
            Q_EMIT session.workspaceChanged();
        });
    }
}

void Session::Private::buildEndpoints(const Workspace &workspace)
{
    for (const Endpoint &endpoint : workspace.endpoints) {
        const HttpTarget origin = originOf(endpoint.target);
        auto client = std::find_if(endpointClients.begin(), endpointClients.end(), [&origin](const auto &pair) { return pair.first == origin; });
        if (client == endpointClients.end()) {
            endpointClients.emplace_back(origin, std::make_unique<HttpClient>(origin, session.m_clock, secrets));
            client = std::prev(endpointClients.end());
        }
        auto connection = std::make_unique<EndpointConnection>(endpoint, *client->second);
        QObject::connect(connection.get(), &EndpointConnection::observed, &session,
                         [this](const QString &source, const Observation::Body &body) { observe(source, body); });
        endpoints.push_back(std::move(connection));
    }
}

void Session::Private::buildSlos(const Workspace &workspace)
{
    for (const Objective &objective : workspace.objectives) {
        const SourceSpec *spec = workspace.prometheus(objective.source);
        PrometheusClient *client = spec ? prometheus(spec->name) : nullptr;
        if (!client)
            continue;
        const auto interval = std::min(spec->interval * 2, slowestSloInterval);
        auto source = std::make_unique<SloSource>(objective, *client, session.m_clock, interval);
        QObject::connect(source.get(), &SloSource::finished, &session,
                         [this, name = spec->name](const SloSnapshot &snapshot) { observe(name, snapshot); });
        auto timer = std::make_unique<QTimer>();
        timer->setInterval(int(interval.count()));
        QObject::connect(timer.get(), &QTimer::timeout, source.get(), &SloSource::poll);
        slos.push_back(std::move(source));
        sloTimers.push_back(std::move(timer));
    }
}

void Session::Private::start()
{
    started = true;
    for (const auto &connection : connections)
        connection->start();
    for (const auto &endpoint : endpoints)
        endpoint->start();
    // Objectives ask for thirty days each: spread over their interval, they never come at once.
    for (size_t i = 0; i < slos.size(); ++i) {
        const int offset = int(300 + 150 * i);
        QTimer::singleShot(offset, slos[i].get(), [source = slos[i].get(), timer = sloTimers[i].get()] {
            source->poll();
            timer->start();
        });
    }
    if (!second.isActive())
        second.start(1'000);
    if (const auto error = std::exchange(acknowledgementError, std::nullopt))
        Q_EMIT session.failed(*error);
    if (std::exchange(toldUnfinished, true))
        return;
    tellUnfinishedRuns();
    if (history)
        history->recall();
}

void Session::Private::judgeConsoleAlerts()
{
    std::vector<OriginAlert> raised;
    for (const FiringEndpointAlert &firing : firingEndpointAlerts(session.m_stores.health, session.m_clock.wall())) {
        OriginAlert alert;
        alert.labels = Labels{{QStringLiteral("alertname"), QStringLiteral("EndpointDown")},
                              {QStringLiteral("endpoint"), firing.endpoint},
                              {QStringLiteral("service"), firing.service},
                              {QStringLiteral("severity"), firing.severity}};
        alert.annotations = Labels{{QStringLiteral("summary"), firing.reason}};
        alert.startsAt = firing.since;
        raised.push_back(std::move(alert));
    }
    if (raised == consoleAlerts)
        return;
    consoleAlerts = raised;
    observe(QStringLiteral("endpoints"), ConsoleAlertsSnapshot{std::move(raised)});
}

void Session::Private::askPresence(const QString &source, const QString &fingerprint, const QString &expression)
{
    PrometheusClient *client = prometheus(source);
    if (!client)
        return;
    client->query(expression, session.m_clock.wall(), &session, [this, source, fingerprint](Result<QueryAnswer> answer) {
        // No answer is no evidence: the row stays unseen and is asked about again.
        if (answer)
            observe(source, SelectorPresence{fingerprint, !answer->series.empty()});
    });
}

void Session::Private::noteTransition(const Alert &alert, AlertState before)
{
    if (const auto kept = acknowledgements.find(alert.fingerprint); kept != acknowledgements.end())
        keepOrDrop(alert, before, kept->second);
    if (hasRoomForRecord())
        recordLater({QStringLiteral("console"), {}, QStringLiteral("alert"), alertStateName(alert.state),
                     QStringLiteral("{\"alert\":%1,\"was\":%2}").arg(quoted(alert.labels.toString()), quoted(alertStateName(before)))});
    if (alert.state != AlertState::Firing && alert.state != AlertState::Recovered)
        return;
    const bool firing = alert.state == AlertState::Firing;
    if (firing && before == AlertState::Acknowledged)
        return;
    // A storm is one stroke on a time axis already, and must not push the deploys out of the store.
    constexpr int mostMarks = 100;
    if (++marksThisSecond > mostMarks)
        return;
    // An alert that fired before we came began then, not now.
    const bool found = before == AlertState::Recovered; // a new row has this as its state before
    const WallTime at = firing ? (found ? alert.startsAt : session.m_clock.wall()) : alert.endedAt.value_or(session.m_clock.wall());
    Mark mark{firing ? Mark::Kind::Alert : Mark::Kind::Recovered, at, alert.service(), alert.name(), {}, {}};
    mark.key = QStringLiteral("alert/%1/%2/%3").arg(alert.fingerprint, alertStateName(alert.state)).arg(alert.startsAt.time_since_epoch().count());
    observe({}, mark);
}

/// An acknowledgement of an earlier console comes back with its alert; one of an earlier occurrence, or of a lesser severity,
/// does not, and ends.
void Session::Private::keepOrDrop(const Alert &alert, AlertState before, const Acknowledgement &kept)
{
    constexpr auto clocksDiffer = std::chrono::minutes(1);
    const bool returns = alert.state == AlertState::Firing && !alert.acknowledgement;
    const bool sameOccurrence = before != AlertState::Acknowledged && alert.startsAt <= kept.at + clocksDiffer;
    if (!alert.isOpen() || (returns && !sameOccurrence))
        return saveAcknowledgement(alert.fingerprint, std::nullopt);
    if (returns)
        QTimer::singleShot(0, &session, [this, fingerprint = alert.fingerprint, kept] {
            observe({}, AcknowledgementChange{fingerprint, kept});
        });
}

Result<void> Session::Private::record(const AuditLog::Entry &entry)
{
    if (!audit && session.m_storageError)
        return *session.m_storageError;
    if (!audit)
        return Error{Error::Kind::ReadOnly, tr("There is no data folder to record it in."), entry.event};
    const auto written = audit->append(entry);
    noteRecorded(written, false);
    return written ? Result<void>() : written.error();
}

/// Whether one more transition gets a record of its own; where not, it is counted.
bool Session::Private::hasRoomForRecord()
{
    constexpr int mostWaiting = 500;
    if (!audit)
        return false;
    if (recordsWaiting < mostWaiting)
        return true;
    ++recordsLeftOut;
    return false;
}

/// What happens by itself, a thousand alerts at once perhaps, must not hold the main loop for a disk; what a person does waits
/// for its record.
void Session::Private::recordLater(AuditLog::Entry entry)
{
    if (!audit)
        return;
    ++recordsWaiting;
    recorder.start([this, path = audit->path(), entry = std::move(entry)] {
        AuditLog log(path, session.m_clock);
        const auto written = log.append(entry);
        const bool last = --recordsWaiting == 0;
        QMetaObject::invokeMethod(&session, [this, written, last] {
            noteRecorded(written, true);
            if (last)
                recordLeftOut();
        }, Qt::QueuedConnection);
    });
}

/// In a storm not every transition gets a line of its own; how many did not, does.
void Session::Private::recordLeftOut()
{
    if (const int count = std::exchange(recordsLeftOut, 0); count > 0)
        recordLater({QStringLiteral("console"), {}, QStringLiteral("alert"), QStringLiteral("left-out"), QStringLiteral("{\"transitions\":%1}").arg(count)});
}

/// `tell`: nobody else waits for the answer.
void Session::Private::noteRecorded(const Result<AuditRecord> &written, bool tell)
{
    if (written) {
        if (std::exchange(session.m_storageError, std::nullopt))
            Q_EMIT session.lockChanged();
        return;
    }
    log(LogCategory::App).error("audit record not written: {}", written.error().detail.toStdString());
    if (session.m_storageError != written.error()) {
        session.m_storageError = written.error();
        if (tell)
            Q_EMIT session.failed(written.error());
        Q_EMIT session.lockChanged();
    }
}

/// What was in flight when an earlier console died: told, with how to look, and never run again by itself.
void Session::Private::tellUnfinishedRuns()
{
    if (!audit)
        return;
    recorder.start([this, path = audit->path()] {
        const AuditLog log(path, session.m_clock);
        const auto unfinished = unfinishedRuns(log);
        if (!unfinished || unfinished->empty())
            return;
        QMetaObject::invokeMethod(&session, [this, runs = *unfinished] {
            for (const UnfinishedRun &left : runs) {
                Run run;
                run.id = left.run;
                run.runbook = left.runbook;
                run.title = left.runbook;
                run.target = left.target;
                run.actor = left.actor;
                run.state = RunState::Stopped;
                run.startedAt = left.since;
                run.endedAt = left.since;
                run.firstRecord = left.seq;
                run.error = Error{Error::Kind::Blind, tr("Its end was never recorded: its outcome is unknown. Check the target; the last step that began was: %1").arg(left.step.isEmpty() ? tr("none") : left.command), left.runbook};
                observe({}, run);
            }
        }, Qt::QueuedConnection);
    });
}

void Session::Private::saveAcknowledgement(const QString &fingerprint, std::optional<Acknowledgement> acknowledgement)
{
    const bool was = acknowledgements.contains(fingerprint);
    if (!acknowledgement && !was)
        return;
    const auto recorded = record({session.m_options.actor, {}, acknowledgement ? QStringLiteral("acknowledge") : QStringLiteral("acknowledgement-end"),
            QStringLiteral("ok"), QStringLiteral("{\"fingerprint\":%1}").arg(quoted(fingerprint))});
    if (acknowledgement)
        acknowledgements[fingerprint] = *acknowledgement;
    else
        acknowledgements.erase(fingerprint);
    if (!recorded) {
        // It counts in this console, and the person is told that it is kept nowhere.
        Q_EMIT session.failed(recorded.error());
        return;
    }
    if (const auto saved = saveAcknowledgements(session.m_options.dataFolder, acknowledgements); !saved)
        Q_EMIT session.failed(saved.error());
}

SourceConnection *Session::Private::connection(const QString &name) const
{
    const auto found = std::find_if(connections.begin(), connections.end(), [&name](const auto &candidate) { return candidate->spec().name == name; });
    return found == connections.end() ? nullptr : found->get();
}

PrometheusClient *Session::Private::prometheus(const QString &name) const
{
    const SourceSpec *spec = session.m_stores.workspace().prometheus(name);
    SourceConnection *found = spec ? connection(spec->name) : nullptr;
    return found ? found->prometheus() : nullptr;
}

Executor::Prometheis Session::Private::prometheis()
{
    return {[this](const QString &source) { return prometheus(source); },
            [this](const QString &source) {
                const SourceSpec *spec = session.m_stores.workspace().prometheus(source);
                return spec && session.m_stores.sources.state(spec->name, session.m_clock.now()) == State::Healthy;
            }};
}

} // namespace Watchfloor
