#include "models/http/httpclient.h"

#include "models/http/httptransfer.h"
#include "models/http/tlsconfiguration.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace Watchfloor {

namespace {

constexpr size_t urgentManagers = 1;
constexpr size_t bulkManagers = 2;

} // namespace

HttpClient::HttpClient(HttpTarget target, const Clock &clock, std::shared_ptr<const SecretResolver> secrets, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_clock(clock)
    , m_secrets(std::move(secrets))
{
    if (!m_target.base.userName().isEmpty() && m_target.credentials == Credentials{})
        m_basicOfUrl = Secret(
            (m_target.base.userName(QUrl::FullyDecoded) + u':' + m_target.base.password(QUrl::FullyDecoded)).toUtf8().toBase64());
    m_target.base.setUserInfo({});
}

HttpClient::~HttpClient()
{
    // Before the managers, whose replies they hold.
    qDeleteAll(findChildren<HttpCall *>(Qt::FindDirectChildrenOnly));
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

QNetworkAccessManager *HttpClient::managerFor(Lane lane)
{
    auto &managers = lane == Lane::Urgent ? m_urgent : m_bulk;
    const size_t most = lane == Lane::Urgent ? urgentManagers : bulkManagers;
    if (managers.size() < most && (managers.empty() || m_inFlight > 1)) {
        managers.push_back(newManager());
        return managers.back();
    }
    return managers[m_nextBulk++ % managers.size()];
}

QNetworkAccessManager *HttpClient::newManager()
{
    auto *manager = new QNetworkAccessManager(this);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setStrictTransportSecurityEnabled(false);
    manager->setAutoDeleteReplies(false);
    const QString host = m_target.base.host();
    if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
        manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}

const Result<QSslConfiguration> &HttpClient::tlsConfiguration()
{
    if (!m_tls || !m_tls->ok())
        m_tls = makeTlsConfiguration(m_target.tls);
    return *m_tls;
}

void HttpClient::forgetTls()
{
    // A manager keeps the outcome of its first handshake for a host; what runs on the old ones may end there.
    m_tls.reset();
    m_retired.insert(m_retired.end(), m_urgent.begin(), m_urgent.end());
    m_retired.insert(m_retired.end(), m_bulk.begin(), m_bulk.end());
    m_urgent.clear();
    m_bulk.clear();
}

void HttpClient::release()
{
    if (--m_inFlight > 0)
        return;
    for (QNetworkAccessManager *manager : std::exchange(m_retired, {}))
        manager->deleteLater();
}

} // namespace Watchfloor
