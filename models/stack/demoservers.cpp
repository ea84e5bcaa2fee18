#include "models/stack/demoservers.h"

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr int expectedTargets = 10; // six services, two exporters, Prometheus, Alertmanager

QString portText(quint16 port)
{
    return u"127.0.0.1:%1"_s.arg(port);
}

std::shared_ptr<HttpClient> clientOf(const QUrl &base, const Clock &clock)
{
    HttpTarget target;
    target.base = base;
    return std::make_shared<HttpClient>(target, clock, std::make_shared<SystemSecretResolver>());
}

Probe answers(const QUrl &base, const QString &path, const Clock &clock)
{
    auto client = clientOf(base, clock);
    const QUrl url = client->url(path);
    return httpProbe(std::move(client), url);
}

Probe servicesAnswer(const StackInfo &info, const Clock &clock)
{
    std::vector<Probe> probes;
    for (const StackService &service : info.services)
        probes.push_back(answers(service.url, u"api/health/system"_s, clock));
    return allOf(std::move(probes));
}

ServerSpec serverOf(QLatin1String name, const QStringList &arguments, Probe ready)
{
    ServerSpec spec;
    spec.name = name;
    spec.command.arguments = arguments;
    spec.ready = std::move(ready);
    return spec;
}

} // namespace

std::vector<ServerSpec> demoServers(const StackInfo &info, const StackPorts &ports, const StackTiming &timing, const Clock &clock)
{
    using namespace DemoServer;
    const auto folder = [&info](QLatin1String below) { return info.folder + u'/' + below; };
    const QString redisPort = QString::number(info.redisPort);
    return {serverOf(redis,
                     {u"redis-server"_s, u"--port"_s, redisPort, u"--bind"_s, u"127.0.0.1"_s, u"--dir"_s, folder("redis-data"_L1), u"--save"_s, QString(),
                      u"--appendonly"_s, u"no"_s, u"--daemonize"_s, u"no"_s},
                     redisProbe(info.redisPort, {"PING"})),
            serverOf(nodeExporter,
                     {u"prometheus-node-exporter"_s, u"--web.listen-address="_s + portText(ports.nodeExporter), u"--collector.disable-defaults"_s,
                      u"--collector.cpu"_s, u"--collector.meminfo"_s, u"--collector.loadavg"_s, u"--collector.filesystem"_s, u"--collector.uname"_s,
                      u"--collector.time"_s},
                     answers(info.nodeExporterUrl, QString(), clock)),
            serverOf(redisExporter,
                     {u"prometheus-redis-exporter"_s, u"-web.listen-address"_s, portText(ports.redisExporter), u"-redis.addr"_s,
                      u"redis://"_s + portText(info.redisPort)},
                     answers(info.redisExporterUrl, QString(), clock)),
            serverOf(alertmanager,
                     {u"prometheus-alertmanager"_s, u"--config.file="_s + folder("alertmanager/alertmanager.yml"_L1),
                      u"--storage.path="_s + folder("alertmanager/data"_L1), u"--web.listen-address="_s + portText(ports.alertmanager),
                      u"--cluster.listen-address="_s, u"--web.external-url="_s + info.alertmanagerUrl.toString() + u'/', u"--log.level=warn"_s},
                     answers(info.alertmanagerUrl, u"-/ready"_s, clock)),
            serverOf(supervisor, {u"supervisord"_s, u"-n"_s, u"-c"_s, info.supervisorConfig}, servicesAnswer(info, clock)),
            serverOf(prometheus,
                     {u"prometheus"_s, u"--config.file="_s + folder("prometheus/prometheus.yml"_L1), u"--storage.tsdb.path="_s + folder("prometheus/data"_L1),
                      u"--storage.tsdb.retention.time=60d"_s, u"--web.listen-address="_s + portText(ports.prometheus),
                      u"--web.external-url="_s + info.prometheusUrl.toString() + u'/', u"--query.max-samples=5000000"_s, u"--query.timeout=20s"_s,
                      u"--web.enable-lifecycle"_s, u"--rules.alert.resend-delay=%1s"_s.arg(timing.resend.count()), u"--log.level=warn"_s},
                     answers(info.prometheusUrl, u"-/ready"_s, clock))};
}

Probe targetsUp(const StackInfo &info, const Clock &clock)
{
    auto client = clientOf(info.prometheusUrl, clock);
    const QUrl url = client->url(u"api/v1/query"_s, {{u"query"_s, u"count(up == 1)"_s}});
    const QByteArray expected = '"' + QByteArray::number(expectedTargets) + "\"]";
    return httpProbe(std::move(client), url, [expected](const QByteArray &body) { return body.contains(expected); });
}

} // namespace Watchfloor
