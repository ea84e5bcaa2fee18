#include "models/session/sessionprivate.h"

namespace Watchfloor {

namespace {

/// "rules", or what comes near it where a source is called that already.
QString ruleSourceName(const Workspace &workspace)
{
    QString name = QStringLiteral("rules");
    const auto isTaken = [&](const SourceSpec &spec) { return spec.name == name; };
    while (std::any_of(workspace.sources.begin(), workspace.sources.end(), isTaken))
        name.prepend(QStringLiteral("console "));
    return name;
}

/// In which everything that rules read was scraped once, the raw pages by the one that evaluates.
std::chrono::milliseconds rulePatience(const Workspace &workspace)
{
    std::chrono::milliseconds longest{1'000};
    for (const SourceSpec &spec : workspace.sources)
        if (spec.kind == SourceKind::Prometheus || spec.kind == SourceKind::Metrics)
            longest = std::max(longest, spec.interval);
    return 2 * longest;
}

} // namespace

void Session::Private::buildRules()
{
    const Workspace &workspace = session.m_stores.workspace();
    if (!started)
        return;
    if (workspace.ruleFiles.isEmpty()) {
        ruleEngine.reset();
        ruleStarts = {}; // somebody else may evaluate them now
        connectRules();
        observe({}, RuleReport{});
        return;
    }
    if (ruleEngine && ruleSecrets != workspace.secrets)
        ruleEngine.reset();
    WantedRules wanted{ruleSourceName(workspace), workspace.rules, {}, workspace.sources};
    std::copy_if(workspace.setAside.begin(), workspace.setAside.end(), std::back_inserter(wanted.faults),
                 [&workspace](const Fault &fault) { return workspace.ruleFiles.contains(fault.file); });
    if (!ruleEngine) {
        ruleSecrets = workspace.secrets;
        ruleEngine = std::make_unique<RuleEngine>(session.m_clock, secrets, session.m_options.dataFolder);
        ruleStarts.beginAnew(session.m_clock.wall());
        QObject::connect(ruleEngine.get(), &RuleEngine::started, &session, [this] { ruleStarts.beginAnew(session.m_clock.wall()); });
        QObject::connect(ruleEngine.get(), &RuleEngine::sourceChanged, &session, [this] { connectRules(); });
        QObject::connect(ruleEngine.get(), &RuleEngine::reported, &session, [this](const RuleReport &report) { observe({}, report); });
        QObject::connect(ruleEngine.get(), &RuleEngine::failed, &session, [this](const Error &error) {
            connectRules();
            if (const auto source = ruleEngine->source())
                observe(source->name, SourceFailure{error});
        });
    }
    ruleEngine->setWanted(wanted);
    connectRules();
}

/// Declares who evaluates the rules, and asks it as any other source where it has an address.
void Session::Private::connectRules()
{
    const std::optional<SourceSpec> source = ruleEngine ? ruleEngine->source() : std::nullopt;
    session.m_stores.setRuleSource(source);
    if (ruleConnection && source && ruleConnection->spec() == *source)
        return;
    if (ruleConnection)
        hub.removeSource(ruleConnection->spec().name);
    ruleConnection.reset();
    if (!source || source->target.base.isEmpty())
        return;
    ruleConnection = std::make_unique<SourceConnection>(*source, session.m_clock, secrets);
    QObject::connect(ruleConnection.get(), &SourceConnection::observed, &session,
                     [this](const std::shared_ptr<const Observation> &observation) { followRules(observation); });
    hub.addSource(source->name, ruleConnection->prometheus(), source->interval, source->concurrency);
    ruleConnection->start();
}

/// What it answers while it cannot read a source is no answer: an alert that it does not list may fire all the same. So the word that
/// it answered waits for what it said.
void Session::Private::followRules(const std::shared_ptr<const Observation> &observation)
{
    if (std::holds_alternative<SourceAnswer>(observation->body)) {
        ruleAnswer = observation;
        return;
    }
    const auto *said = std::get_if<PrometheusAlertsSnapshot>(&observation->body);
    if (const auto failure = said ? ruleEngine->failure(*said) : ruleEngine->failure()) {
        observe(observation->source, SourceFailure{*failure});
        return;
    }
    if (const auto answer = std::exchange(ruleAnswer, {}); answer && said)
        session.m_stores.applyShared(answer);
    std::optional<PrometheusAlertsSnapshot> changed;
    if (said)
        changed = ruleStarts.follow(*said, ruleConnection->spec().externalLabels, rulePatience(session.m_stores.workspace()), observation->at, observation->wall);
    if (changed)
        session.m_stores.applyShared(std::make_shared<Observation>(Observation{observation->source, observation->at, observation->wall, *std::move(changed)}));
    else
        session.m_stores.applyShared(observation);
    noteEndedRules();
}

} // namespace Watchfloor
