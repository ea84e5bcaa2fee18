#include "models/session/sessionprivate.h"

#include "models/core/log.h"

namespace Watchfloor {

namespace {

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

void Session::Private::observe(const QString &source, const Observation::Body &body)
{
    if (history)
        history->follow(body, session.m_options.actor);
    session.m_stores.apply({source, session.m_clock.now(), session.m_clock.wall(), body});
}

void Session::Private::followPage(const Observation &observation)
{
    if (!pages.hasSource(observation.source))
        return;
    if (const auto *snapshot = std::get_if<MetricsSnapshot>(&observation.body); snapshot && snapshot->page)
        pages.append(observation.source, *snapshot->page);
    else if (const auto *failure = std::get_if<SourceFailure>(&observation.body))
        pages.fail(observation.source, failure->error);
}

/// One of a round has answered; with the last of them the round is over.
void Session::Private::settle(const std::shared_ptr<Round> &round)
{
    if (round->over || --round->open > 0)
        return;
    if (session.m_stores.alerts.isBusy()) {
        // Answered, and not yet worked through.
        round->open = 1;
        QObject::connect(&session.m_stores.alerts, &AlertStore::settled, &session, [this, round] { settle(round); }, Qt::SingleShotConnection);
        return;
    }
    round->over = true;
    std::erase_if(rounds, [&round](const auto &waiting) { return waiting.expired() || waiting.lock() == round; });
    tellFigures();
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
    buildWebhooks();
    buildRules();
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
                         [this](const std::shared_ptr<const Observation> &observation) {
                             session.m_stores.applyShared(observation);
                             followPage(*observation);
                         });
        fresh.push_back(connection.get());
        connections.push_back(std::move(connection));
    }
    for (const auto &gone : before)
        if (gone && gone->prometheus())
            hub.removeSource(gone->spec().name);
        else if (gone)
            pages.removeSource(gone->spec().name);
    for (SourceConnection *connection : fresh)
        if (connection->prometheus())
            hub.addSource(connection->spec().name, connection->prometheus(), connection->spec().interval, connection->spec().concurrency);
        else if (connection->spec().kind == SourceKind::Metrics)
            pages.addSource(connection->spec().name, connection->spec().interval);
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
    const bool isFirst = !std::exchange(started, true);
    if (isFirst)
        recallRuleStarts();
    buildRules(); // before rows of theirs come back
    if (isFirst) {
        recallRows();
        recallFailing();
    }
    session.m_stores.alerts.setSliced(true);
    session.m_stores.services.setSliced(true);
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
    for (std::optional<Error> *kept : {&acknowledgementError, &silenceEndError, &filterError})
        if (const auto error = std::exchange(*kept, std::nullopt))
            Q_EMIT session.failed(*error);
    buildWebhooks();
    if (std::exchange(toldUnfinished, true))
        return;
    endSilences(std::vector<SilenceEnd>(silenceEnds));
    tellUnfinishedRuns();
    if (history)
        history->recall();
}

/// What the sources cost is a fact like any other and takes the same road.
void Session::Private::tellFigures()
{
    for (const auto &connection : connections)
        if (connection->prometheus())
            observe(connection->spec().name, hub.figures(connection->spec().name));
}

SourceConnection *Session::Private::connection(const QString &name) const
{
    const auto found = std::find_if(connections.begin(), connections.end(), [&name](const auto &candidate) { return candidate->spec().name == name; });
    if (found != connections.end())
        return found->get();
    return ruleConnection && ruleConnection->spec().name == name ? ruleConnection.get() : nullptr;
}

PrometheusClient *Session::Private::prometheus(const QString &name) const
{
    const SourceSpec *spec = session.m_stores.workspace().prometheus(name);
    SourceConnection *found = connection(spec ? spec->name : name);
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
