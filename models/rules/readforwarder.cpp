#include "models/rules/readforwarder.h"

#include <QRandomGenerator>
#include <QTcpSocket>

#include <array>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr qsizetype longestHead = 16 << 10;
constexpr qsizetype longestBody = 4 << 20;
constexpr int mostConnections = 128;

QByteArray randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

/// One request of our own Prometheus: what it sends and nothing more is understood.
struct Asked
{
    QByteArray method;
    QByteArray path;
    QByteArray authorization;
    qsizetype bodySize = 0;
    bool isValid = false;
};

Asked parsedHead(const QByteArray &head)
{
    Asked asked;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.front().trimmed().split(' ');
    if (words.size() != 3 || words[2] != "HTTP/1.1")
        return asked;
    asked.method = words[0];
    asked.path = words[1];
    asked.isValid = true;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 1)
            continue;
        const QByteArray name = line.first(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "authorization")
            asked.authorization = value;
        else if (name == "content-length")
            asked.bodySize = value.toLongLong(&asked.isValid);
        else if (name == "transfer-encoding")
            asked.isValid = false;
    }
    asked.isValid = asked.isValid && asked.bodySize >= 0 && asked.bodySize <= longestBody;
    return asked;
}

QByteArray refusal(int status, const char *reason)
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason + "\r\nContent-Length: 0\r\n\r\n";
}

} // namespace

struct ReadForwarder::Upstream
{
    SourceSpec spec;
    std::unique_ptr<HttpClient> http;
    std::optional<Error> failure;
};

/// One connection: a request after the other, each answered before the next is looked at.
class ReadForwarder::Exchange final : public QObject
{
public:
    Exchange(ReadForwarder &forwarder, QTcpSocket *socket)
        : QObject(socket)
        , m_forwarder(forwarder)
        , m_socket(socket)
    {
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::disconnected, this, [this] {
            if (m_call)
                m_call->cancel();
            m_socket->deleteLater();
        });
    }

private:
    void read()
    {
        if (m_isAsking)
            return;
        m_buffer += m_socket->read(longestHead + longestBody + 4 - m_buffer.size());
        const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            if (m_buffer.size() > longestHead)
                m_socket->abort();
            return;
        }
        const Asked asked = parsedHead(m_buffer.first(headEnd));
        if (!asked.isValid || headEnd > longestHead)
            return m_socket->abort();
        if (m_buffer.size() < headEnd + 4 + asked.bodySize)
            return;
        const QByteArray body = m_buffer.mid(headEnd + 4, asked.bodySize);
        m_buffer.remove(0, headEnd + 4 + asked.bodySize);
        m_isAsking = true;
        forward(asked, body);
    }

    void forward(const Asked &asked, const QByteArray &body)
    {
        if (asked.authorization != "Bearer " + m_forwarder.m_token)
            return answer(refusal(401, "Unauthorized"));
        const QList<QByteArray> parts = asked.path.split('/');
        bool isNumber = false;
        const size_t source = parts.size() == 3 ? size_t(parts[2].toUInt(&isNumber)) : 0;
        if (!isNumber || source >= m_forwarder.m_upstreams.size())
            return answer(refusal(404, "Not Found"));
        const SourceKind kind = m_forwarder.m_upstreams[source]->spec.kind;
        if (asked.method == "POST" && parts[1] == "read" && kind == SourceKind::Prometheus)
            return forwardRead(source, body);
        if (asked.method == "GET" && parts[1] == "scrape" && kind == SourceKind::Metrics)
            return forwardScrape(source);
        answer(refusal(404, "Not Found"));
    }

    void forwardRead(size_t source, const QByteArray &body)
    {
        HttpClient &http = *m_forwarder.m_upstreams[source]->http;
        HttpRequest request;
        request.method = QByteArrayLiteral("POST");
        request.url = http.url(u"api/v1/read"_s);
        request.body = body;
        request.contentType = QByteArrayLiteral("application/x-protobuf");
        request.headers = {{u"Content-Encoding"_s, u"snappy"_s}, {u"Accept-Encoding"_s, u"snappy"_s}, {u"X-Prometheus-Remote-Read-Version"_s, u"0.1.0"_s}};
        request.kind = BodyKind::QueryRange;
        request.deadline = m_forwarder.m_deadline;
        request.changesNothing = true;
        m_call = http.send(request, HttpClient::Lane::Bulk, this, [this, source](const Result<HttpResponse> &response) {
            if (source >= m_forwarder.m_upstreams.size())
                return;
            Upstream &upstream = *m_forwarder.m_upstreams[source];
            if (response && response->contentType == "application/x-protobuf") {
                upstream.failure.reset();
                return answer(*response, "application/x-protobuf");
            }
            // Not answered: see the class.
            upstream.failure = response ? Error{Error::Kind::NotExpected, u"a remote read was answered with %1"_s.arg(QString::fromLatin1(response->contentType.left(60))), {}}
                                        : response.error();
        });
    }

    void forwardScrape(size_t source)
    {
        HttpClient &http = *m_forwarder.m_upstreams[source]->http;
        HttpRequest request;
        request.url = http.target().base;
        request.kind = BodyKind::Metrics;
        request.deadline = m_forwarder.m_deadline;
        m_call = http.send(request, HttpClient::Lane::Bulk, this, [this](const Result<HttpResponse> &response) {
            if (!response)
                return answer(refusal(502, "Bad Gateway"));
            answer(*response, response->header("content-type"));
        });
    }

    void answer(const HttpResponse &response, const QByteArray &contentType)
    {
        const QByteArray coding = response.header("content-encoding");
        answer("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + (coding.isEmpty() ? QByteArray() : "\r\nContent-Encoding: " + coding)
               + "\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\n\r\n" + response.body);
    }

    void answer(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        m_isAsking = false;
        // Later, for this may have been called out of read().
        QMetaObject::invokeMethod(this, [this] { read(); }, Qt::QueuedConnection);
    }

    ReadForwarder &m_forwarder;
    QTcpSocket *m_socket;
    QByteArray m_buffer;
    QPointer<HttpCall> m_call;
    bool m_isAsking = false;
};

ReadForwarder::ReadForwarder(const Clock &clock, std::shared_ptr<const SecretResolver> secrets, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_secrets(std::move(secrets))
    , m_token(randomToken())
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            take(socket);
    });
}

ReadForwarder::~ReadForwarder()
{
    // What is still connected must not find its way back into what goes away.
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        delete socket;
}

Result<void> ReadForwarder::listen()
{
    if (m_server.isListening() || m_server.listen(QHostAddress(QHostAddress::LocalHost), 0))
        return {};
    return Error{Error::Kind::Io, m_server.errorString(), u"127.0.0.1"_s};
}

void ReadForwarder::take(QTcpSocket *socket)
{
    if (m_open >= mostConnections) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_open;
    connect(socket, &QObject::destroyed, this, [this] { --m_open; });
    new Exchange(*this, socket);
}

void ReadForwarder::setSources(const std::vector<SourceSpec> &sources, std::chrono::milliseconds deadline)
{
    m_deadline = deadline;
    m_upstreams.clear();
    for (const SourceSpec &spec : sources) {
        auto upstream = std::make_unique<Upstream>();
        upstream->spec = spec;
        upstream->http = std::make_unique<HttpClient>(spec.target, m_clock, m_secrets);
        upstream->http->setLimits(spec.bodyLimitBytes, m_deadline);
        m_upstreams.push_back(std::move(upstream));
    }
}

HttpClient *ReadForwarder::client(size_t source) const
{
    return source < m_upstreams.size() ? m_upstreams[source]->http.get() : nullptr;
}

std::optional<Error> ReadForwarder::failure() const
{
    for (const auto &upstream : m_upstreams)
        if (upstream->failure) {
            Error error = *upstream->failure;
            error.where = upstream->spec.name;
            return error;
        }
    return std::nullopt;
}

} // namespace Watchfloor
