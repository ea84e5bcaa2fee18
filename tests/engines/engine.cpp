#include "tests/engines/engine.h"

#include "models/stack/freeports.h"
#include "tests/support/httpanswer.h"
#include "tests/support/stackserver.h"

#include <QTest>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds patience(60'000);
}

Engine::Engine(Kind kind)
    : m_kind(kind)
    , m_name(kind == Kind::Prometheus ? u"prometheus"_s : u"victoria-metrics"_s)
{
}

bool Engine::start()
{
    const auto ports = freePorts(1);
    if (!ports || !m_stack.prepare(m_parent.path()).ok() || !m_stack.folder().write(u"prometheus.yml"_s, "global: {}\n").ok()) {
        m_fault = u"no port or no folder"_s;
        return false;
    }
    m_port = ports->front();
    m_url = QUrl(u"http://127.0.0.1:%1/"_s.arg(m_port));
    m_http = std::make_unique<HttpClient>(HttpTarget{.base = m_url}, m_clock, nullptr);
    m_stack.add(spec());
    return startServer();
}

ServerSpec Engine::spec() const
{
    const QString data = m_stack.folder().path() + u"/data"_s;
    const QString address = u"127.0.0.1:%1"_s.arg(m_port);
    Command command;
    command.timeout = std::chrono::milliseconds(0);
    if (m_kind == Kind::Prometheus)
        command.arguments = {m_name, u"--config.file="_s + m_stack.folder().path() + u"/prometheus.yml"_s, u"--storage.tsdb.path="_s + data,
                             u"--storage.tsdb.retention.time=60d"_s, u"--web.listen-address="_s + address,
                             u"--web.enable-remote-write-receiver"_s, u"--web.enable-admin-api"_s, u"--log.level=error"_s};
    else
        command.arguments = {m_name, u"-storageDataPath="_s + data, u"-retentionPeriod=3"_s, u"-httpListenAddr="_s + address};
    auto client = std::make_shared<HttpClient>(HttpTarget{.base = m_url}, m_clock, nullptr);
    const QString ready = m_kind == Kind::Prometheus ? u"-/ready"_s : u"-/healthy"_s;
    return {.name = m_name, .command = command, .ready = httpProbe(client, m_url.resolved(QUrl(ready)))};
}

bool Engine::startServer()
{
    const auto started = Testing::startServer(m_stack, m_name, patience);
    if (!started)
        m_fault = started.error().detail;
    return started.ok();
}

bool Engine::restart()
{
    m_stack.killServer(m_name);
    if (!QTest::qWaitFor([this] { return processId() == 0; }, int(patience.count()))) {
        m_fault = u"not to be killed"_s;
        return false;
    }
    return startServer();
}

bool Engine::write(const std::vector<WrittenSeries> &series)
{
    HttpRequest request;
    request.method = "POST";
    request.url = m_http->url(u"api/v1/write"_s);
    request.body = remoteWriteBody(series);
    request.contentType = "application/x-protobuf";
    request.headers = {{u"Content-Encoding"_s, u"snappy"_s}, {u"X-Prometheus-Remote-Write-Version"_s, u"0.1.0"_s}};
    request.deadline = std::chrono::minutes(1);
    request.wantErrorBody = true;
    const auto answer = answerTo(*m_http, std::move(request), HttpClient::Lane::Bulk, patience);
    if (!answer)
        m_fault = answer.error().detail;
    else if (answer->status >= 300)
        m_fault = u"%1 %2"_s.arg(answer->status).arg(QString::fromUtf8(answer->body.left(300)));
    else
        return true;
    return false;
}

} // namespace Watchfloor::Testing
