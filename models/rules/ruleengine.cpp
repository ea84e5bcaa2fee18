#include "models/rules/ruleengine.h"

#include "models/core/log.h"
#include "models/stack/freeports.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Watchfloor {

namespace {

const QString serverName = u"prometheus"_s;
const QString userName = u"watchfloor"_s;
constexpr auto surveyEvery = 60s;
constexpr auto surveyOfTheDeaf = 10s;
constexpr auto firstPause = 1s;
constexpr auto longestPause = 60s;
constexpr auto lookForProgramEvery = 5s;

std::chrono::milliseconds questionTime(std::chrono::milliseconds interval)
{
    return std::clamp<std::chrono::milliseconds>(2 * interval, 2s, 10s);
}

/// The shortest at which a source is asked: what comes in between nobody sees.
std::chrono::milliseconds intervalOf(const std::vector<SourceSpec> &sources)
{
    std::chrono::milliseconds shortest = sources.empty() ? 15s : 60s;
    for (const SourceSpec &spec : sources)
        shortest = std::min(shortest, spec.interval);
    return std::max<std::chrono::milliseconds>(shortest, 1s);
}

/// What all of them add; what only one adds stays on the alert.
Labels commonLabels(const std::vector<Labels> &all)
{
    Labels common;
    for (const auto &[name, value] : all.empty() ? Labels() : all.front())
        if (std::all_of(all.begin(), all.end(), [&name, &value](const Labels &labels) { return labels.value(name) == value; }))
            common.set(name, value);
    return common;
}

} // namespace

RuleEngine::RuleEngine(const Clock &clock, std::shared_ptr<const SecretResolver> secrets, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_secrets(std::move(secrets))
    , m_dataFolder(dataFolder)
    , m_stack(clock)
    , m_forwarder(clock, m_secrets)
    , m_judge(clock)
    , m_password(QUuid::createUuid().toByteArray(QUuid::Id128) + QUuid::createUuid().toByteArray(QUuid::Id128))
{
    m_surveyAgain.setSingleShot(true);
    m_startAgain.setSingleShot(true);
    connect(&m_surveyAgain, &QTimer::timeout, this, &RuleEngine::survey);
    connect(&m_startAgain, &QTimer::timeout, this, &RuleEngine::start);
    connect(&m_survey, &RuleSurvey::finished, this, &RuleEngine::plan);
    connect(&m_stack, &LocalStack::serverReady, this, [this] {
        m_isReady = true;
        m_readyAt = m_clock.now();
        m_failedStarts = 0;
        m_error.reset();
        Q_EMIT started();
        Q_EMIT sourceChanged();
    });
    connect(&m_stack, &LocalStack::serverFailed, this, [this](const QString &, const Error &error) {
        ++m_failedStarts;
        m_port = 0; // somebody else may listen there by now
        startAgain({Error::Kind::Blind, u"the private Prometheus does not start: %1"_s.arg(error.detail), m_wanted.name});
    });
    connect(&m_stack, &LocalStack::serverEnded, this,
            [this] { startAgain({Error::Kind::Blind, u"the private Prometheus ended, and is started again"_s, m_wanted.name}); });
}

RuleEngine::~RuleEngine() = default;

void RuleEngine::setWanted(const WantedRules &wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    m_asked.clear();
    for (const SourceSpec &spec : wanted.sources)
        if (spec.kind == SourceKind::Prometheus || spec.kind == SourceKind::Metrics)
            m_asked.push_back(spec);
    m_interval = intervalOf(m_asked);
    m_forwarder.setSources(m_asked, questionTime(m_interval) - 500ms);
    m_plan.reset();
    m_configuration.clear();
    if (const Result<void> listening = m_forwarder.listen(); !listening)
        return startAgain(listening.error());
    survey();
}

std::optional<SourceSpec> RuleEngine::source() const
{
    if (m_plan && m_running.empty() && m_report.faults.empty())
        return std::nullopt;
    SourceSpec spec;
    spec.name = m_wanted.name;
    spec.kind = SourceKind::Rules;
    spec.interval = m_interval;
    spec.externalLabels = m_externalLabels;
    if (m_port == 0)
        return spec;
    spec.target.base = QUrl(u"http://127.0.0.1:%1/"_s.arg(m_port));
    spec.target.credentials.user = userName;
    spec.target.credentials.password = {SecretReference::Kind::File, folder() + u"/console"_s};
    return spec;
}

std::optional<Error> RuleEngine::failure() const
{
    if (m_plan && m_running.empty() && !m_report.faults.empty())
        return Error{Error::Kind::Invalid, m_report.faults.front().message, m_report.faults.front().toString().section(u": "_s, 0, 0)};
    if (!m_isReady)
        return m_error ? m_error : std::optional(Error{Error::Kind::Starting, {}, m_wanted.name});
    auto failure = m_forwarder.failure();
    if (!failure)
        return std::nullopt;
    return Error{Error::Kind::Blind, u"rules cannot read %1: %2 %3"_s.arg(failure->where, errorKindName(failure->kind), failure->detail).trimmed(), m_wanted.name};
}

std::optional<Error> RuleEngine::failure(const PrometheusAlertsSnapshot &answer) const
{
    const auto waits = [](const AlertRule &rule) { return rule.health == u"unknown"; };
    const auto error = failure();
    if (error || m_clock.now() - m_readyAt > 2 * m_interval || std::none_of(answer.rules.begin(), answer.rules.end(), waits))
        return error;
    return Error{Error::Kind::Starting, {}, m_wanted.name};
}

void RuleEngine::survey()
{
    std::map<size_t, HttpClient *> asked;
    for (size_t i = 0; i < m_asked.size(); ++i)
        if (m_asked[i].kind == SourceKind::Prometheus)
            asked[i] = m_forwarder.client(i);
    m_survey.ask(asked);
}

void RuleEngine::plan(const std::map<size_t, RuleSurroundings> &found)
{
    std::map<QString, ListedGroups> listed;
    std::vector<Labels> added;
    std::vector<size_t> readable;
    bool hasDeaf = false;
    m_report.unreadable.clear();
    for (const auto &[source, told] : found) {
        hasDeaf = hasDeaf || !told.listed;
        if (told.listed)
            listed[m_asked[source].name] = *told.listed;
        if (told.offersRemoteRead)
            readable.push_back(source);
        else
            m_report.unreadable << m_asked[source].name;
        const bool isTold = told.externalLabels && !told.externalLabels->isEmpty();
        if (told.offersRemoteRead)
            added.push_back(isTold ? *told.externalLabels : m_asked[source].externalLabels);
    }
    m_surveyAgain.start(hasDeaf ? surveyOfTheDeaf : surveyEvery);
    m_externalLabels = commonLabels(added);
    m_readable = std::move(readable);
    RulePlan next = planRules(m_wanted.files, listed);
    const bool isSame = m_plan == next;
    m_plan = std::move(next);
    if (isSame)
        return settle(m_faults);
    judge();
}

/// Every file is written as Prometheus would read it, and judged, before it counts.
void RuleEngine::judge()
{
    if (!m_isPrepared) {
        if (const Result<void> prepared = m_stack.prepare({}); !prepared)
            return startAgain(prepared.error());
        m_isPrepared = true;
    }
    QStringList written;
    for (size_t i = 0; i < m_plan->files.size(); ++i) {
        const QString name = u"judged/%1.json"_s.arg(i);
        if (const Result<void> done = m_stack.folder().write(name, ruleFileText(m_plan->files[i])); !done)
            return startAgain(done.error());
        written << folder() + u'/' + name;
    }
    m_judge.judge(written, m_plan->files, [this](const std::vector<Fault> &faults) { settle(faults); });
}

void RuleEngine::settle(const std::vector<Fault> &faults)
{
    m_faults = faults;
    m_running.clear();
    for (const RuleFile &file : m_plan->files)
        if (std::none_of(faults.begin(), faults.end(), [&file](const Fault &fault) { return fault.file == file.path; }))
            m_running.push_back(file);
    m_report.faults = m_wanted.faults;
    m_report.faults.insert(m_report.faults.end(), faults.begin(), faults.end());
    m_report.skipped = m_plan->skipped;
    Q_EMIT reported(m_report);
    const QByteArray before = m_configuration;
    if (const Result<void> done = writeConfiguration(); !done)
        return startAgain(done.error());
    if (before != m_configuration)
        run();
    Q_EMIT sourceChanged();
}

Result<void> RuleEngine::writeConfiguration()
{
    const StackFolder &stack = m_stack.folder();
    RuleSetup setup{m_asked, m_readable, m_forwarder.port(), folder() + u"/forwarder"_s, {}, m_interval};
    QByteArray all;
    for (size_t i = 0; i < m_running.size(); ++i) {
        const QString name = u"rules/%1.json"_s.arg(i);
        const QByteArray text = ruleFileText(m_running[i]);
        if (const Result<void> done = stack.write(name, text); !done)
            return done;
        setup.ruleFiles << folder() + u'/' + name;
        all += text;
    }
    const QByteArray web = webConfiguration(userName, m_password);
    if (web.isEmpty())
        return Error{Error::Kind::Unsupported, u"no bcrypt hash could be made"_s, m_wanted.name};
    const QByteArray own = prometheusConfiguration(setup);
    for (const auto &[name, bytes] : {std::pair(u"prometheus.yml"_s, own), std::pair(u"web.yml"_s, web), std::pair(u"console"_s, m_password),
                                      std::pair(u"forwarder"_s, m_forwarder.token())}) {
        if (const Result<void> done = stack.write(name, bytes); !done)
            return done;
        QFile::setPermissions(folder() + u'/' + name, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    m_configuration = own + all;
    return {};
}

void RuleEngine::run()
{
    if (m_running.empty()) {
        m_startAgain.stop();
        m_isStarted = m_isReady = false;
        m_stack.killServer(serverName);
        if (const auto error = failure(); error && source())
            Q_EMIT failed(*error);
    } else if (m_isReady) {
        reload();
    } else if (!m_isStarted) {
        start();
    }
}

void RuleEngine::start()
{
    if (!m_plan)
        return survey(); // what failed before there was a plan is tried from its beginning
    if (!m_isPrepared)
        return judge();
    m_isStarted = true;
    if (const auto program = findProgram(serverName); !program)
        return startAgain(program.error());
    const bool isNew = m_port == 0;
    if (isNew) {
        const auto ports = freePorts(1);
        if (!ports)
            return startAgain(ports.error());
        m_port = ports->front();
    }
    m_stack.add(serverSpec());
    m_stack.startServer(serverName);
    if (isNew)
        Q_EMIT sourceChanged();
}

/// A reload keeps what is pending in the groups that stay as they were.
void RuleEngine::reload()
{
    const auto http = console();
    HttpRequest request;
    request.method = QByteArrayLiteral("POST");
    request.url = http->url(u"-/reload"_s);
    http->send(request, HttpClient::Lane::Urgent, this, [this, http](const Result<HttpResponse> &response) {
        if (response || !m_isReady)
            return;
        log(LogCategory::Stack).warn("rules: {}", response.error().detail.toStdString());
        m_stack.killServer(serverName);
        startAgain({Error::Kind::Blind, u"the private Prometheus did not take the rules over, and is started again"_s, m_wanted.name});
    });
}

void RuleEngine::startAgain(const Error &error)
{
    m_isReady = m_isStarted = false;
    m_error = error;
    const auto pause = std::min<std::chrono::milliseconds>(firstPause * (1 << std::min(m_failedStarts, 6)), longestPause);
    m_startAgain.start(error.kind == Error::Kind::MissingTool ? std::chrono::milliseconds(lookForProgramEvery) : pause);
    Q_EMIT failed(error);
}

ServerSpec RuleEngine::serverSpec()
{
    const QString seconds = u"%1ms"_s.arg(questionTime(m_interval).count());
    ServerSpec spec;
    spec.name = serverName;
    spec.command.arguments = {serverName,
                              u"--config.file="_s + folder() + u"/prometheus.yml"_s,
                              u"--web.config.file="_s + folder() + u"/web.yml"_s,
                              u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port),
                              u"--web.enable-lifecycle"_s,
                              u"--storage.tsdb.path="_s + samplesFolder(),
                              u"--storage.tsdb.retention.time=15d"_s,
                              u"--storage.tsdb.retention.size=512MB"_s,
                              u"--query.timeout="_s + seconds,
                              u"--query.max-samples=5000000"_s,
                              u"--rules.alert.for-grace-period=15s"_s,
                              u"--log.level=warn"_s};
    spec.ready = httpProbe(console(), QUrl(u"http://127.0.0.1:%1/-/ready"_s.arg(m_port)));
    return spec;
}

/// Samples that do not let it start twice are left alone.
QString RuleEngine::samplesFolder()
{
    const QString own = folder() + u"/samples"_s;
    if (m_dataFolder.isEmpty() || m_failedStarts > 1)
        return own;
    if (!m_lock)
        m_lock = std::make_unique<QLockFile>(m_dataFolder + u"/rules.lock"_s);
    m_lock->setStaleLockTime(0);
    if (!m_lock->isLocked() && !m_lock->tryLock(0))
        return own;
    return m_dataFolder + u"/rules"_s;
}

std::shared_ptr<HttpClient> RuleEngine::console() const
{
    HttpTarget target;
    target.base = QUrl(u"http://127.0.0.1:%1/"_s.arg(m_port));
    target.credentials.user = userName;
    target.credentials.password = {SecretReference::Kind::File, folder() + u"/console"_s};
    return std::make_shared<HttpClient>(target, m_clock, m_secrets);
}

} // namespace Watchfloor
