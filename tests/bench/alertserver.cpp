#include "tests/bench/alertserver.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpServer>
#include <QTcpSocket>

namespace Watchfloor::Bench {

using namespace std::chrono_literals;

namespace {

QByteArray rfc3339(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs).toUtf8();
}

QByteArray alertJson(int number, int round, bool changed, WallTime now)
{
    const QByteArray id = QByteArray::number(number);
    return R"({"annotations":{"summary":"Something is wrong with pod-)" + id + (changed ? QByteArray::number(round) : QByteArray())
           + R"("},"endsAt":")" + rfc3339(now + 4h) + R"(","fingerprint":")" + id + R"(","receivers":[{"name":"team"}],"startsAt":")"
           + rfc3339(WallTime(1'795'220'000'000ms) + std::chrono::seconds(number % 7'200))
           + R"(","status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"updatedAt":")" + rfc3339(now)
           + R"(","generatorURL":"http://prometheus.example:9090/graph?g0.expr=up","labels":{"alertname":"Alert)" + QByteArray::number(number % 40)
           + R"(","env":"production","instance":"10.)" + QByteArray::number(number / 62'500) + '.' + QByteArray::number(number / 250 % 250) + '.'
           + QByteArray::number(number % 250) + R"(:9100","job":"node","pod":"pod-)" + id + R"(","service":"service-)"
           + QByteArray::number(number % 120) + R"(","severity":")" + (number % 7 == 0 ? "critical" : "warning") + R"("}})";
}

} // namespace

QByteArray stormJson(int alerts, int churn, int round, WallTime now)
{
    QByteArray body = "[";
    for (int at = 0; at < alerts; ++at)
        body += (at > 0 ? "," : "") + alertJson(at < churn ? at + (round + 1) * alerts : at, round, at % 50 == round % 50, now);
    return body + ']';
}

AlertServer::AlertServer()
{
    auto *server = new QTcpServer;
    server->listen(QHostAddress::LocalHost);
    m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server->serverPort()));
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    QObject::connect(server, &QTcpServer::newConnection, server, [this, server] {
        QTcpSocket *socket = server->nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, pending = QByteArray()]() mutable {
            pending += socket->readAll();
            for (qsizetype end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
                socket->write(answerTo(pending.first(end)));
                pending.remove(0, end + 4);
            }
        });
    });
    m_thread.start();
}

AlertServer::~AlertServer()
{
    m_thread.quit();
    m_thread.wait();
}

Workspace AlertServer::workspace() const
{
    Workspace workspace;
    workspace.name = QStringLiteral("storm");
    SourceSpec source;
    source.name = QStringLiteral("am-1");
    source.kind = SourceKind::Alertmanager;
    source.target.base = m_url;
    source.interval = 24h;
    source.bodyLimitBytes = 256 << 20;
    workspace.sources = {source};
    return workspace;
}

void AlertServer::setAlerts(QByteArray body, WallTime now)
{
    const QMutexLocker lock(&m_mutex);
    m_alerts = std::move(body);
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC);
    m_date = QLocale::c().toString(date, QStringLiteral("'Date: 'ddd, dd MMM yyyy HH:mm:ss 'GMT\r\n'")).toLatin1();
}

QByteArray AlertServer::answerTo(const QByteArray &request)
{
    QByteArray body = R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.25.0"},"uptime":"2026-11-21T00:00:00.000Z"})";
    if (request.startsWith("GET /api/v2/silences"))
        body = "[]";
    const QMutexLocker lock(&m_mutex);
    if (request.startsWith("GET /api/v2/alerts"))
        body = m_alerts;
    return "HTTP/1.1 200 OK\r\n" + m_date + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace Watchfloor::Bench
