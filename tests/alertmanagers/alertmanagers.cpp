#include "tests/alertmanagers/alertmanagers.h"

#include "models/http/httpclient.h"
#include "models/stack/freeports.h"
#include "tests/support/httpanswer.h"
#include "tests/support/stackserver.h"

#include <QDateTime>
#include <QTest>

#include <csignal>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;

namespace {
QByteArray alertJson(const Labels &labels, const QByteArray &times)
{
    QByteArray text;
    for (const auto &[name, value] : labels)
        text += (text.isEmpty() ? "" : ",") + quoted(name).toUtf8() + ':' + quoted(value).toUtf8();
    return "{\"labels\":{" + text + "},\"annotations\":{\"summary\":\"told by a test\"}," + times + '}';
}
}

bool Alertmanagers::start(int count, Gossip gossip)
{
    const auto ports = freePorts(size_t(2 * count));
    if (!ports || !m_stack.prepare(m_parent.path()).ok()
        || !m_stack.folder().write(u"am.yml"_s, "route: {receiver: none, group_wait: 0s}\nreceivers: [{name: none}]\n").ok()
        || !m_stack.folder().write(u"web.yml"_s, m_guard).ok())
        return false;
    m_ports = *ports;
    m_count = count;
    for (int member = 0; member < count; ++member) {
        m_stack.add(spec(member, gossip));
        if (!startServer(m_stack, name(member)).ok())
            return false;
    }
    return true;
}

bool Alertmanagers::startTold(int count, const std::vector<Labels> &alerts, Gossip gossip)
{
    if (!start(count, gossip))
        return false;
    for (int member = 0; member < count; ++member)
        if (!tell(member, alerts))
            return false;
    return true;
}

void Alertmanagers::guard(const QString &certificateFile, const QString &keyFile, const QString &caFile)
{
    // The password's bcrypt, of the least cost.
    m_guard = "tls_server_config: {cert_file: " + certificateFile.toUtf8() + ", key_file: " + keyFile.toUtf8()
              + "}\nbasic_auth_users: {ops: '$2b$04$abcdefghijklmnopqrstuuTnc8amReAFiMHxaSoW9U22KarbWnkSm'}\n";
    m_caFile = caFile;
}

QUrl Alertmanagers::url(int member) const
{
    return QUrl(u"%1://127.0.0.1:%2/"_s.arg(m_guard.isEmpty() ? u"http"_s : u"https"_s).arg(m_ports[size_t(member)]));
}

HttpTarget Alertmanagers::target(int member) const
{
    HttpTarget target{.base = url(member)};
    if (m_guard.isEmpty())
        return target;
    target.base.setUserName(u"ops"_s);
    target.base.setPassword(u"let me in"_s);
    target.tls.caFile = m_caFile;
    return target;
}

ServerSpec Alertmanagers::spec(int member, Gossip gossip) const
{
    const auto gossipAddress = [this](int of) { return u"127.0.0.1:%1"_s.arg(m_ports[size_t(m_count + of)]); };
    Command command;
    command.timeout = std::chrono::milliseconds(0);
    command.arguments = {u"prometheus-alertmanager"_s, u"--config.file="_s + m_stack.folder().path() + u"/am.yml"_s,
                         u"--storage.path="_s + m_stack.folder().path() + u'/' + name(member),
                         u"--web.listen-address=127.0.0.1:%1"_s.arg(m_ports[size_t(member)]), u"--log.level=error"_s};
    if (!m_guard.isEmpty())
        command.arguments << u"--web.config.file="_s + m_stack.folder().path() + u"/web.yml"_s;
    if (gossip == Gossip::Apart || m_count == 1) {
        command.arguments << u"--cluster.listen-address="_s;
    } else {
        command.arguments << u"--cluster.listen-address="_s + gossipAddress(member) << u"--cluster.advertise-address="_s + gossipAddress(member)
                          << u"--cluster.settle-timeout=1s"_s << u"--cluster.gossip-interval=50ms"_s << u"--cluster.pushpull-interval=1s"_s
                          << u"--cluster.reconnect-interval=1s"_s;
        for (int other = 0; other < m_count; ++other)
            if (other != member)
                command.arguments << u"--cluster.peer="_s + gossipAddress(other);
    }
    auto client = std::make_shared<HttpClient>(target(member), m_clock, nullptr);
    return {.name = name(member), .command = command, .ready = httpProbe(client, url(member).resolved(QUrl(u"-/ready"_s)))};
}

bool Alertmanagers::tell(int member, const std::vector<Labels> &alerts, bool over)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray times = "\"startsAt\":\"" + now.addSecs(-60).toString(Qt::ISODateWithMs).toUtf8() + "\",\"endsAt\":\""
                             + now.addSecs(over ? -1 : 600).toString(Qt::ISODateWithMs).toUtf8() + '"';
    QByteArray body;
    for (const Labels &labels : alerts)
        body += (body.isEmpty() ? "" : ",") + alertJson(labels, times);
    HttpClient http(target(member), m_clock, nullptr);
    HttpRequest request;
    request.method = "POST";
    request.url = http.url(u"api/v2/alerts"_s);
    request.body = '[' + body + ']';
    request.contentType = "application/json";
    const auto response = answerTo(http, std::move(request), HttpClient::Lane::Bulk);
    return response.ok() && response->status == 200;
}

void Alertmanagers::kill(int member)
{
    m_stack.killServer(name(member));
}

bool Alertmanagers::restart(int member)
{
    return QTest::qWaitFor([&] { return m_stack.serverPid(name(member)) == 0; }, patience) && startServer(m_stack, name(member)).ok();
}

void Alertmanagers::freeze(int member)
{
    ::kill(pid_t(m_stack.serverPid(name(member))), SIGSTOP);
}

void Alertmanagers::thaw(int member)
{
    ::kill(pid_t(m_stack.serverPid(name(member))), SIGCONT);
}

} // namespace Watchfloor::Testing
