#include "models/http/httpclient.h"

#include "models/http/httperrors.h"
#include "models/http/httppool.h"
#include "models/http/httptransfer.h"
#include "models/http/tlsconfiguration.h"

namespace Watchfloor {

namespace {

constexpr size_t urgentConnections = 6;
constexpr size_t bulkConnections = 8;

} // namespace

HttpClient::HttpClient(HttpTarget target, const Clock &clock, std::shared_ptr<const SecretResolver> secrets, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_clock(clock)
    , m_secrets(std::move(secrets))
    , m_urgent(new HttpPool(urgentConnections, this))
    , m_bulk(new HttpPool(bulkConnections, this))
{
    if (!m_target.base.userName().isEmpty() && m_target.credentials == Credentials{})
        m_basicOfUrl = Secret(
            (m_target.base.userName(QUrl::FullyDecoded) + u':' + m_target.base.password(QUrl::FullyDecoded)).toUtf8().toBase64());
    m_target.base.setUserInfo({});
    m_line.setLoopback(isLoopback(m_target.base.host(QUrl::FullyEncoded)));
}

HttpClient::~HttpClient()
{
    // Before the pools, whose connections they hold.
    qDeleteAll(findChildren<HttpCall *>(Qt::FindDirectChildrenOnly));
}

void HttpClient::setLimits(qint64 bodyBytes, std::chrono::milliseconds urgentDeadline)
{
    m_bodyBytes = bodyBytes;
    m_urgentDeadline = urgentDeadline;
}

void HttpClient::setBulkConnections(int most)
{
    m_bulk->setMost(size_t(std::max(most, 1)));
}

QUrl HttpClient::url(const QString &path, const QList<std::pair<QString, QString>> &query) const
{
    QUrl url = m_target.base;
    if (!path.isEmpty()) {
        QString base = url.path(QUrl::FullyEncoded);
        if (!base.endsWith(u'/'))
            base += u'/';
        url.setPath(base + path, QUrl::TolerantMode);
    }
    if (query.isEmpty())
        return url;
    // QUrlQuery leaves + and ; as they are, which servers read as a space and as a separator.
    QByteArray encoded;
    for (const auto &[name, value] : query) {
        encoded += encoded.isEmpty() ? "" : "&";
        encoded += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    url.setQuery(QString::fromLatin1(encoded), QUrl::StrictMode);
    return url;
}

QPointer<HttpCall> HttpClient::send(HttpRequest request, Lane lane, QObject *context, Handler handler)
{
    auto *transfer = new HttpTransfer(*this, std::move(request), lane, context, std::move(handler));
    transfer->begin();
    return transfer;
}

const Result<QSslConfiguration> &HttpClient::tlsConfiguration()
{
    if (!m_tls || !m_tls->ok())
        m_tls = makeTlsConfiguration(m_target.tls);
    return *m_tls;
}

void HttpClient::forgetTls()
{
    m_tls.reset();
    m_urgent->forgetKept();
    m_bulk->forgetKept();
}

} // namespace Watchfloor
