#include "models/session/session.h"

#include "models/session/sessionprivate.h"

#include <pwd.h>
#include <unistd.h>

namespace Watchfloor {

namespace {

QString userName()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
}

} // namespace

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
        d->loadEnds();
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
    connect(&d->pages, &PageQueries::answered, this, [this](const QuerySnapshot &snapshot) { d->observe(snapshot.key.source, snapshot); });
    connect(&d->hub, &QueryHub::lapsed, &m_stores.series, &SeriesStore::forget);
    connect(&d->versions, &VersionWatch::observed, this, [this](const QString &source, const Observation::Body &body) { d->observe(source, body); });
    connect(&m_stores.alerts, &AlertStore::presenceWanted, this,
            [this](const QString &source, const QString &fingerprint, const QString &expression) { d->askPresence(source, fingerprint, expression); });
    connect(&m_stores.alerts, &AlertStore::transitioned, this,
            [this](const Alert &alert, AlertState before) {
                d->noteTransition(alert, before);
                d->handOn(alert);
            });
    if (!m_options.dataFolder.isEmpty()) {
        d->history = std::make_unique<HistoryKeeper>(m_stores, m_options.dataFolder, clock);
        connect(d->history.get(), &HistoryKeeper::observed, this, [this](const QString &source, const Observation::Body &body) { d->observe(source, body); });
        connect(d->history.get(), &HistoryKeeper::failed, this, &Commands::failed);
    }
    d->watchEscalations();
    connect(&d->second, &QTimer::timeout, this, [this] {
        d->marksThisSecond = 0;
        d->judgeConsoleAlerts();
        d->tellFigures();
        m_stores.tick(m_clock.now(), m_clock.wall());
        d->keepMaintenance();
        d->keepRows();
        d->keepFailing();
        d->keepRuleStarts();
        d->keepEnds();
        // With many alerts each of these takes its time: what a person does comes in between.
        QTimer::singleShot(1, this, [this] { d->keepRecords(); });
    });
    m_stores.setWorkspace(workspace);
    d->recallFilters();
    d->build();
}

void Session::Private::keepRecords()
{
    if (history)
        history->tick();
    escalations.tick();
    if (courier) {
        handOnWhatEnded();
        courier->pump();
    }
    if (unlockedUntil && session.m_clock.now() >= *unlockedUntil)
        session.lock();
    QTimer::singleShot(1, &session, [this] { Q_EMIT session.ticked(); });
}

Session::~Session()
{
    d->keepRows();
    d->keepFailing();
    d->keepRuleStarts(true);
    d->keepEnds();
}

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
    return d->pages.hasSource(resolved.source) ? d->pages.watch(resolved) : d->hub.watch(resolved, interval);
}

void Session::setPaused(const QueryInterest &interest, bool paused)
{
    d->hub.setPaused(interest, paused);
}

void Session::evaluate(const QString &source, const QString &expression, QObject *context, std::function<void(Result<QueryAnswer>)> handler)
{
    if (d->pages.hasSource(source)) {
        handler(d->pages.evaluate(source, expression));
        return;
    }
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
    if (d->ruleConnection)
        d->ruleConnection->poll();
    for (const auto &endpoint : d->endpoints)
        endpoint->poll();
    d->hub.refresh();
}

void Session::setRefreshInterval(std::chrono::milliseconds interval)
{
    d->hub.setRefreshInterval(interval);
}

} // namespace Watchfloor
