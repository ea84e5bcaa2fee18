#include "tests/bench/alertserver.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace Watchfloor::Bench {

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

void AlertServer::setAlerts(QByteArray body)
{
    const QMutexLocker lock(&m_mutex);
    m_alerts = std::move(body);
}

QByteArray AlertServer::answerTo(const QByteArray &request)
{
    QByteArray body = R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.25.0"},"uptime":"2026-11-21T00:00:00.000Z"})";
    if (request.startsWith("GET /api/v2/silences"))
        body = "[]";
    const QMutexLocker lock(&m_mutex);
    if (request.startsWith("GET /api/v2/alerts"))
        body = m_alerts;
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace Watchfloor::Bench
