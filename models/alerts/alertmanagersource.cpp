#include "models/alerts/alertmanagersource.h"

#include "models/alerts/alertkey.h"
#include "models/alerts/alertmanagerjson.h"
#include "models/core/redact.h"
#include "models/http/httperrors.h"
#include "models/metrics/parallelparse.h"

#include <QLocale>

namespace Watchfloor {

namespace {

const QString alertsPath = QStringLiteral("api/v2/alerts");
const QString silencesPath = QStringLiteral("api/v2/silences");
const QString statusPath = QStringLiteral("api/v2/status");

/// An id goes into a path: only what Alertmanager makes of them.
bool isSilenceId(const QString &id)
{
    const auto valid = [](QChar c) { return c == u'-' || (c.unicode() < 128 && c.isLetterOrNumber()); };
    return !id.isEmpty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), valid);
}

Error invalid(const QString &why)
{
    return {Error::Kind::Invalid, why, {}};
}

std::optional<Error> notJson(const HttpResponse &response, const QUrl &url)
{
    if (response.contentType == "application/json")
        return std::nullopt;
    const QString what = response.isHtml() ? QStringLiteral("HTML page") : QStringLiteral("not JSON");
    return Error{Error::Kind::NotExpected, what, redacted(url)};
}

/// An HTTP error with what the Alertmanager says about it.
std::optional<Error> refusal(const HttpResponse &response, const QUrl &url)
{
    if (response.status < 300)
        return std::nullopt;
    Error error = statusError(response, url, SystemClock().wall());
    if (const QString text = refusalText(response.body); !text.isEmpty() && !response.isHtml())
        error.detail = redacted(text);
    return error;
}

/// It was taken. What fails from here on must not read as if nothing had been sent: it would be posted to another member again.
Error notReadBack(const Error &error)
{
    if (error.kind == Error::Kind::NotFound)
        return error;
    return {Error::Kind::Blind, QStringLiteral("the silence was taken, and could not be read back (%1)").arg(error.detail), error.where};
}

std::optional<WallTime> dateOf(const HttpResponse &response)
{
    const QString text = QString::fromLatin1(response.header("date")).trimmed();
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return WallTime(std::chrono::milliseconds(date.toMSecsSinceEpoch()));
}

/// What can be done in the pool is done there.
Result<AlertList> marked(Result<AlertList> list)
{
    if (list)
        markAll(list->alerts);
    return list;
}

HttpRequest getRequest(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.kind = BodyKind::Alertmanager;
    return request;
}

} // namespace

/// What comes together while three answers are under way.
struct AlertmanagerSource::Round
{
    AlertmanagerSnapshot snapshot;
    std::chrono::milliseconds latency{};
    std::optional<Error> error;
    int open = 3;

    void take(const Error &failure)
    {
        if (!error)
            error = failure;
    }
};

AlertmanagerSource::AlertmanagerSource(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

void AlertmanagerSource::poll()
{
    if (m_underWay)
        return;
    m_underWay = true;
    const auto round = std::make_shared<Round>();
    ask(round, alertsPath, [this, round](Round &, Result<HttpResponse> response) {
        round->latency = response->duration;
        round->snapshot.serverTime = dateOf(*response);
        const QByteArray body = response->body;
        const auto parse = [body] { return marked(parseAlerts(body)); };
        parseSomewhere<AlertList>(this, body.size(), parse, [this, round](Result<AlertList> list) {
            if (list) {
                round->snapshot.totalAlerts = list->total;
                round->snapshot.alerts = std::move(list->alerts);
            } else {
                round->take(list.error());
            }
            settle(round);
        });
    });
    ask(round, silencesPath, [this, round](Round &, Result<HttpResponse> response) {
        const QByteArray body = response->body;
        const auto parse = [body] { return parseSilenceList(body); };
        parseSomewhere<SilenceList>(this, body.size(), parse, [this, round](Result<SilenceList> list) {
            if (list) {
                round->snapshot.silences = std::move(list->silences);
                round->snapshot.unreadSilences = list->unread;
            } else {
                round->take(list.error());
            }
            settle(round);
        });
    });
    ask(round, statusPath, [this, round](Round &, Result<HttpResponse> response) {
        if (const auto status = parseStatus(response->body)) {
            round->snapshot.version = status->version;
            round->snapshot.clusterStatus = status->clusterStatus;
            round->snapshot.startedAt = status->startedAt;
            round->snapshot.clusterPeers = status->clusterPeers;
            round->snapshot.configuration = status->configuration;
        } else {
            round->take(status.error());
        }
        settle(round);
    });
}

void AlertmanagerSource::ask(const std::shared_ptr<Round> &round, const QString &path,
                             std::function<void(Round &, Result<HttpResponse>)> take)
{
    const QUrl url = m_http.url(path);
    m_http.send(getRequest(url), HttpClient::Lane::Urgent, this, [this, round, url, take = std::move(take)](Result<HttpResponse> response) {
        const auto error = response ? notJson(*response, url) : std::optional(response.error());
        if (!error)
            return take(*round, std::move(response));
        round->take(*error);
        settle(round);
    });
}

void AlertmanagerSource::settle(const std::shared_ptr<Round> &round)
{
    if (--round->open > 0)
        return;
    m_underWay = false;
    if (!round->error) {
        Q_EMIT finished({round, &round->snapshot}, round->latency);
        return;
    }
    Error error = *round->error;
    if (error.where.isEmpty())
        error.where = redacted(m_http.target().base);
    Q_EMIT failed(error);
}

void AlertmanagerSource::postSilence(const Silence &silence, QObject *context, SilenceHandler handler)
{
    if (const auto checked = checkSilence(silence); !checked)
        return handler(checked.error());
    if (silence.id.isEmpty())
        return sendSilence(silence, context, std::move(handler));
    if (!isSilenceId(silence.id))
        return handler(invalid(QStringLiteral("not the id of a silence")));
    // An edit with a start of our own would end the silence and make another: what stands there goes back as it came.
    fetchSilence(silence.id, context, [this, silence, context = QPointer<QObject>(context), handler](Result<Silence> stored) {
        if (!stored)
            return handler(stored.error());
        Silence edited = silence;
        // Others keep tickets and links there; nobody changes them here.
        edited.annotations = stored->annotations;
        if (stored->state == Silence::State::Expired)
            edited.id.clear();
        else if (stored->state == Silence::State::Active)
            edited.startsAt = stored->startsAt;
        sendSilence(edited, context, handler);
    });
}

void AlertmanagerSource::fetchSilence(const QString &id, QObject *context, std::function<void(Result<Silence>)> handler)
{
    const QUrl url = m_http.url(QStringLiteral("api/v2/silence/") + id);
    m_http.send(getRequest(url), HttpClient::Lane::Urgent, context, [url, handler = std::move(handler)](Result<HttpResponse> response) {
        if (!response)
            return handler(response.error());
        if (const auto error = notJson(*response, url))
            return handler(*error);
        handler(parseSilence(response->body));
    });
}

void AlertmanagerSource::fetchSilences(QObject *context, std::function<void(Result<std::vector<Silence>>)> handler)
{
    const QUrl url = m_http.url(silencesPath);
    m_http.send(getRequest(url), HttpClient::Lane::Urgent, context, [url, handler = std::move(handler)](Result<HttpResponse> response) {
        if (!response)
            return handler(response.error());
        if (const auto error = notJson(*response, url))
            return handler(*error);
        handler(parseSilences(response->body));
    });
}

void AlertmanagerSource::sendSilence(const Silence &silence, QObject *context, SilenceHandler handler)
{
    HttpRequest request = getRequest(m_http.url(silencesPath));
    request.method = QByteArrayLiteral("POST");
    request.body = silenceJson(silence);
    request.contentType = QByteArrayLiteral("application/json");
    request.wantErrorBody = true;
    const QUrl url = request.url;
    m_http.send(std::move(request), HttpClient::Lane::Urgent, context,
                [this, self = QPointer<AlertmanagerSource>(this), url, silence, context = QPointer<QObject>(context),
                 handler = std::move(handler)](Result<HttpResponse> response) {
                    if (!response)
                        return handler(response.error());
                    if (const auto error = refusal(*response, url))
                        return handler(*error);
                    const auto id = parseSilenceId(response->body);
                    if (!id || !isSilenceId(*id))
                        return handler(id ? invalid(QStringLiteral("the answer holds no id of a silence")) : id.error());
                    if (self)
                        confirmSilence(*id, silence, context, handler);
                });
}

void AlertmanagerSource::confirmSilence(const QString &id, const Silence &asked, QObject *context, SilenceHandler handler)
{
    fetchSilence(id, context,
                 [this, self = QPointer<AlertmanagerSource>(this), id, asked, context = QPointer<QObject>(context),
                  handler = std::move(handler)](Result<Silence> stored) {
                     if (!stored)
                         return handler(notReadBack(stored.error()));
                     if (standsAsAsked(*stored, asked))
                         return handler(id);
                     if (sameMatchers(stored->matchers, asked.matchers) || !self)
                         return handler(invalid(QStringLiteral("the silence does not stand as it was asked for")));
                     // Versions before 0.22 ignore isEqual: what was to spare one alert would mute all others.
                     expireSilence(id, context, [handler](const Result<QString> &) {
                         handler(Error{Error::Kind::Unsupported,
                                       QStringLiteral("this Alertmanager does not keep the matchers as sent; the silence was ended again"),
                                       {}});
                     });
                 });
}

void AlertmanagerSource::expireSilence(const QString &id, QObject *context, SilenceHandler handler)
{
    if (!isSilenceId(id))
        return handler(invalid(QStringLiteral("not the id of a silence")));
    HttpRequest request = getRequest(m_http.url(QStringLiteral("api/v2/silence/") + id));
    request.method = QByteArrayLiteral("DELETE");
    request.wantErrorBody = true;
    const QUrl url = request.url;
    m_http.send(std::move(request), HttpClient::Lane::Urgent, context,
                [self = QPointer<AlertmanagerSource>(this), this, id, url, context = QPointer<QObject>(context),
                 handler = std::move(handler)](Result<HttpResponse> response) {
                    if (!response)
                        return handler(response.error());
                    const auto error = refusal(*response, url);
                    if (!error)
                        return handler(id);
                    if (!self)
                        return;
                    // Newer versions refuse to end what has ended; the silence itself says whether that was why.
                    fetchSilence(id, context, [id, error, handler](const Result<Silence> &stored) {
                        if (stored && stored->state == Silence::State::Expired)
                            return handler(id);
                        handler(*error);
                    });
                });
}

} // namespace Watchfloor
