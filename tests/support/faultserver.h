#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <vector>

#include <sys/socket.h>

namespace Watchfloor::Testing {

/// What a server under test saw of one request.
struct SeenRequest
{
    QByteArray method;
    QString path;
    QUrlQuery query;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body{};
    int connection = 0; ///< counts from 1; the same number is the same kept connection

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers)
            if (key == name.toLower())
                return value;
        return {};
    }
};

/// What the server does with one request: an honest answer by default, each member one way to be dishonest.
struct Answer
{
    enum class End { KeepAlive, Close, Reset, Hang };
    static constexpr qint64 honestLength = -1;
    static constexpr qint64 noLength = -2;

    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    std::vector<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{};
    qint64 declaredLength = honestLength;      ///< Content-Length as told
    qint64 filler = 0;                         ///< this many bytes of 'x' after the body, made while sending
    bool chunked = false;                      ///< chunked coding; with End::Close the last chunk is missing
    bool silent = false;                       ///< no byte at all, only the end
    std::chrono::milliseconds delay{0};        ///< before the first byte
    std::chrono::milliseconds gap{0};          ///< one byte of the body each
    End end = End::KeepAlive;

    static Answer json(QByteArray body, int status = 200) { return {.status = status, .body = std::move(body)}; }
    static Answer text(QByteArray body, int status = 200)
    {
        return {.status = status, .contentType = "text/plain; version=0.0.4; charset=utf-8", .body = std::move(body)};
    }
    static Answer html(int status = 200)
    {
        return {.status = status,
                .contentType = "text/html; charset=UTF-8",
                .body = "<!DOCTYPE html><html><head><title>Log in</title></head><body><form>Please log in</form></body></html>"};
    }
    /// `body` and then the end, although `declared` bytes were promised.
    static Answer cut(QByteArray body, qint64 declared, int status = 200)
    {
        return {.status = status, .body = std::move(body), .declaredLength = declared, .end = End::Close};
    }
    static Answer drip(QByteArray body, std::chrono::milliseconds gap) { return {.body = std::move(body), .gap = gap}; }
    static Answer slow(QByteArray body, std::chrono::milliseconds delay) { return {.body = std::move(body), .delay = delay}; }
    static Answer hugeHeader(qsizetype bytes) { return {.headers = {{"X-Huge", QByteArray(bytes, 'h')}}, .body = "{}"}; }
    static Answer hugeBody(qint64 bytes, bool tellLength = true)
    {
        return {.declaredLength = tellLength ? honestLength : noLength, .filler = bytes,
                .end = tellLength ? End::KeepAlive : End::Close};
    }
    static Answer redirect(const QUrl &to, int status = 302) { return {.status = status, .headers = {{"Location", to.toEncoded()}}}; }
    /// An HTTP error; `retryAfter` seconds when not negative.
    static Answer error(int status, QByteArray body = "{\"status\":\"error\"}", int retryAfter = -1)
    {
        Answer answer = json(std::move(body), status);
        if (retryAfter >= 0)
            answer.headers.emplace_back("Retry-After", QByteArray::number(retryAfter));
        return answer;
    }
    /// A part of the body, then RST.
    static Answer reset(QByteArray part = "{\"sta", qint64 declared = 1000)
    {
        return {.body = std::move(part), .declaredLength = declared, .end = End::Reset};
    }
    /// The request is read and never answered.
    static Answer hang() { return {.silent = true, .end = End::Hang}; }
    /// The request is read, then the connection is closed without a byte, as a kept connection that timed out does.
    static Answer hangUp() { return {.silent = true, .end = End::Close}; }
    /// `zeros` bytes of zeros, deflated to about a thousandth.
    static Answer deflateBomb(qsizetype zeros)
    {
        return {.headers = {{"Content-Encoding", "deflate"}}, .body = qCompress(QByteArray(zeros, '\0'), 9).mid(4)};
    }
    static Answer deflated(const QByteArray &body)
    {
        return {.headers = {{"Content-Encoding", "deflate"}}, .body = qCompress(body, 9).mid(4)};
    }
};

/// An HTTP/1.1 server on a free loopback port that answers as it is told, faults included, and remembers what it saw.
///
///     FaultServer server;
///     server.on("/api/v1/alerts", Answer::json(body));
///     server.on("/-/healthy", {Answer::error(503), Answer::text("OK")});   // one after the other; the last stays
///     HttpClient client({.base = server.url()}, clock, secrets);
class FaultServer : public QTcpServer
{
public:
    using Responder = std::function<Answer(const SeenRequest &)>;

    explicit FaultServer(QObject *parent = nullptr)
        : QTcpServer(parent)
    {
        listen(QHostAddress::LocalHost);
    }

    /// From here on connections are TLS, with this certificate chain and key; `authority` also asks for a client certificate.
    void useTls(const QList<QSslCertificate> &chain, const QSslKey &key, const QList<QSslCertificate> &authority = {})
    {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls.setLocalCertificateChain(chain);
        m_tls.setPrivateKey(key);
        m_tls.setPeerVerifyMode(authority.isEmpty() ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
        m_tls.setCaCertificates(authority);
        m_usesTls = true;
    }

    QUrl url(const QString &path = {}, const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("%1://%2:%3%4").arg(m_usesTls ? QStringLiteral("https") : QStringLiteral("http"), host,
                                                      QString::number(serverPort()), path));
    }

    void on(const QString &path, Answer answer) { m_answers[path] = {std::move(answer)}; }
    void on(const QString &path, std::initializer_list<Answer> answers) { m_answers[path] = answers; }
    void on(const QString &path, Responder responder) { m_responders[path] = std::move(responder); }
    /// Everything that has no answer of its own; 404 until it is told.
    void otherwise(Answer answer) { m_default = std::move(answer); }

    const std::vector<SeenRequest> &requests() const { return m_requests; }
    std::vector<SeenRequest> requestsTo(const QString &path) const
    {
        std::vector<SeenRequest> found;
        for (const auto &request : m_requests)
            if (request.path == path)
                found.push_back(request);
        return found;
    }
    void forgetRequests() { m_requests.clear(); }
    int connections() const { return m_connections; }
    int openConnections() const
    {
        return int(std::count_if(m_sockets.begin(), m_sockets.end(), [](const auto &socket) { return !socket.isNull(); }));
    }

    /// Closes what is open, as a server that restarts does.
    void closeConnections()
    {
        for (const auto &socket : m_sockets)
            if (socket)
                socket->abort();
    }
    /// Refuses connections from here on, on a port that stays known; comeBack() listens there again.
    void goAway()
    {
        m_port = serverPort();
        close();
        closeConnections();
    }
    bool comeBack() { return listen(QHostAddress::LocalHost, m_port); }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        const int number = ++m_connections;
        m_sockets.emplace_back(socket);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        socket->setSocketDescriptor(descriptor);
        if (m_usesTls) {
            socket->setSslConfiguration(m_tls);
            socket->startServerEncryption();
        }
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QSslSocket::readyRead, this, [this, socket, buffer, number] {
            buffer->append(socket->readAll());
            handleBytes(socket, *buffer, number);
        });
    }

private:
    void handleBytes(QSslSocket *socket, QByteArray &buffer, int connection)
    {
        while (true) {
            const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
            if (headEnd < 0)
                return;
            SeenRequest request = parseHead(buffer.left(headEnd));
            const qsizetype length = request.header("content-length").toLongLong();
            if (buffer.size() < headEnd + 4 + length)
                return;
            request.body = buffer.mid(headEnd + 4, length);
            request.connection = connection;
            buffer.remove(0, headEnd + 4 + length);
            m_requests.push_back(request);
            const Answer answer = answerFor(request);
            if (answer.delay.count() > 0)
                QTimer::singleShot(answer.delay, socket, [socket, answer, request] { send(socket, answer, request); });
            else
                send(socket, answer, request);
        }
    }

    static SeenRequest parseHead(const QByteArray &head)
    {
        SeenRequest request;
        const QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> words = lines.value(0).trimmed().split(' ');
        request.method = words.value(0);
        const QUrl url = QUrl::fromEncoded(words.value(1));
        request.path = url.path();
        request.query = QUrlQuery(url);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            request.headers.emplace_back(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
        }
        return request;
    }

    Answer answerFor(const SeenRequest &request)
    {
        if (const auto responder = m_responders.find(request.path); responder != m_responders.end())
            return responder->second(request);
        const auto found = m_answers.find(request.path);
        if (found == m_answers.end() || found->second.empty())
            return m_default;
        Answer answer = found->second.front();
        if (found->second.size() > 1)
            found->second.pop_front();
        return answer;
    }

    static void send(QSslSocket *socket, const Answer &answer, const SeenRequest &request)
    {
        if (answer.silent)
            return finish(socket, answer.end);
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\n";
        if (!answer.contentType.isEmpty())
            head += "Content-Type: " + answer.contentType + "\r\n";
        for (const auto &[name, value] : answer.headers)
            head += name + ": " + value + "\r\n";
        if (answer.chunked)
            head += "Transfer-Encoding: chunked\r\n";
        else if (answer.declaredLength != Answer::noLength)
            head += "Content-Length: "
                    + QByteArray::number(answer.declaredLength >= 0 ? answer.declaredLength : answer.body.size() + answer.filler)
                    + "\r\n";
        if (answer.end == Answer::End::Close)
            head += "Connection: close\r\n";
        socket->write(head + "\r\n");
        if (request.method == "HEAD")
            return finish(socket, answer.end);
        if (answer.gap.count() > 0)
            return drip(socket, answer, 0);
        if (answer.chunked)
            socket->write(QByteArray::number(answer.body.size(), 16) + "\r\n" + answer.body + "\r\n"
                          + (answer.end == Answer::End::KeepAlive ? "0\r\n\r\n" : ""));
        else
            socket->write(answer.body);
        if (answer.filler > 0)
            return fill(socket, answer.filler, answer.end);
        finish(socket, answer.end);
    }

    static void drip(QSslSocket *socket, const Answer &answer, qsizetype sent)
    {
        if (sent == answer.body.size())
            return finish(socket, answer.end);
        socket->write(answer.body.mid(sent, 1));
        socket->flush();
        QTimer::singleShot(answer.gap, socket, [socket, answer, sent] { drip(socket, answer, sent + 1); });
    }

    /// Sends as fast as the peer reads, with at most a mebibyte waiting here.
    static void fill(QSslSocket *socket, qint64 left, Answer::End end)
    {
        constexpr qint64 piece = 1 << 18;
        while (left > 0 && socket->bytesToWrite() < 4 * piece) {
            const qint64 bytes = std::min(left, piece);
            socket->write(QByteArray(bytes, 'x'));
            left -= bytes;
        }
        if (left == 0)
            return finish(socket, end);
        connect(socket, &QSslSocket::bytesWritten, socket, [socket, left, end] {
            disconnect(socket, &QSslSocket::bytesWritten, socket, nullptr);
            fill(socket, left, end);
        });
    }

    static void finish(QSslSocket *socket, Answer::End end)
    {
        switch (end) {
        case Answer::End::KeepAlive:
        case Answer::End::Hang:
            return;
        case Answer::End::Close:
            return socket->disconnectFromHost();
        case Answer::End::Reset:
            socket->flush();
            return resetHard(socket);
        }
    }

    /// An abort with nothing unread sends FIN; with linger 0 it is RST, as from a killed server with data under way.
    static void resetHard(QSslSocket *socket)
    {
        const linger now{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        socket->abort();
    }

    std::map<QString, std::deque<Answer>> m_answers;
    std::map<QString, Responder> m_responders;
    Answer m_default = Answer::json("{\"status\":\"error\",\"error\":\"no such page\"}", 404);
    std::vector<SeenRequest> m_requests;
    std::vector<QPointer<QSslSocket>> m_sockets;
    QSslConfiguration m_tls;
    bool m_usesTls = false;
    int m_connections = 0;
    quint16 m_port = 0;
};

} // namespace Watchfloor::Testing
