#include "tests/ruleengine/rulerig.h"

#include "models/http/httpclient.h"
#include "models/stack/freeports.h"
#include "tests/support/stackserver.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;

RuleRig::RuleRig()
{
    page.on(u"/metrics"_s, [this](const SeenRequest &) {
        return isPageDown ? Answer::error(500) : Answer::text("orders_failed " + QByteArray::number(failed) + '\n');
    });
    workspace.name = u"Rules"_s;
    workspace.environment = u"staging"_s;
}

bool RuleRig::startPrometheus(const QByteArray &rules)
{
    const auto ports = freePorts(1);
    if (!ports || !stack.prepare(parent.path()).ok())
        return false;
    port = ports->front();
    const QByteArray configuration = "global: {scrape_interval: 1s, evaluation_interval: 1s, external_labels: {cluster: eu}}\n"
                                     "rule_files: [rules.yml]\n"
                                     "scrape_configs: [{job_name: orders, static_configs: [{targets: ['127.0.0.1:"
                                     + QByteArray::number(page.serverPort()) + "']}]}]\n";
    if (!stack.folder().write(u"prometheus.yml"_s, configuration).ok() || !stack.folder().write(u"rules.yml"_s, rules).ok())
        return false;
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(port));
    ServerSpec spec;
    spec.name = u"main"_s;
    spec.command.arguments = {u"prometheus"_s, u"--config.file="_s + stack.folder().path() + u"/prometheus.yml"_s, u"--storage.tsdb.path="_s + stack.folder().path() + u"/samples"_s,
                              u"--web.listen-address=127.0.0.1:%1"_s.arg(port), u"--log.level=error"_s};
    spec.ready = httpProbe(std::make_shared<HttpClient>(HttpTarget{url}, clock, std::make_shared<SystemSecretResolver>()), url.resolved(QUrl(u"-/ready"_s)));
    stack.add(std::move(spec));
    addSource(u"main"_s, SourceKind::Prometheus, url);
    return startServer(stack, u"main"_s).ok();
}

bool RuleRig::restartPrometheus()
{
    return startServer(stack, u"main"_s).ok();
}

void RuleRig::addFile(const QString &name, const QByteArray &text)
{
    workspace.ruleFiles << name;
    RuleDocument document = readRuleFile(text, name);
    if (document.faults.empty())
        workspace.rules.push_back(document.file);
    workspace.setAside.insert(workspace.setAside.end(), document.faults.begin(), document.faults.end());
}

void RuleRig::addSource(const QString &name, SourceKind kind, const QUrl &url)
{
    SourceSpec spec;
    spec.name = name;
    spec.kind = kind;
    spec.target.base = url;
    spec.interval = std::chrono::seconds(1);
    workspace.sources.push_back(spec);
}

void RuleRig::startSession()
{
    session = std::make_unique<Session>(workspace, clock, Session::Options{data.path(), u"ab"_s, false, {}});
    QObject::connect(&session->stores().alerts, &AlertStore::transitioned, session.get(),
                     [this](const Alert &alert, AlertState) { transitions.emplace_back(alert.name(), alert.state); });
    session->start();
}

bool RuleRig::startFailing(const QString &name, const QByteArray &text)
{
    if (!startPrometheus())
        return false;
    addFile(name, text);
    failed = 1;
    startSession();
    return true;
}

const Alert *RuleRig::row(const QString &name) const
{
    for (const Alert &alert : session->stores().alerts.alerts())
        if (alert.name() == name)
            return &alert;
    return nullptr;
}

bool RuleRig::everWas(const QString &name, AlertState state) const
{
    return std::find(transitions.begin(), transitions.end(), std::pair(name, state)) != transitions.end();
}

std::optional<Error> RuleRig::rulesError() const
{
    const SourceStatus *status = session->stores().sources.find(u"rules"_s);
    return status ? status->freshness.error() : std::nullopt;
}

qint64 RuleRig::privatePid() const
{
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile status(u"/proc/"_s + entry + u"/stat"_s);
        QFile line(u"/proc/"_s + entry + u"/cmdline"_s);
        if (entry.toLongLong() < 2 || !status.open(QIODevice::ReadOnly) || !line.open(QIODevice::ReadOnly))
            continue;
        const QByteArray facts = status.readAll();
        const QList<QByteArray> after = facts.mid(facts.lastIndexOf(')') + 2).split(' ');
        if (after.value(0) != "Z" && after.value(1).toLongLong() == ::getpid() && line.readAll().contains("--web.config.file="))
            return entry.toLongLong();
    }
    return 0;
}

} // namespace Watchfloor::Testing
