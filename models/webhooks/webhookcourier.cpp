#include "models/webhooks/webhookcourier.h"

#include "models/core/redact.h"
#include "models/webhooks/webhookpayload.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>
#include <QUuid>

namespace Watchfloor {

namespace {

using Action = WebhookEvent::Action;

constexpr qint64 answerLimit = 1 << 20;
constexpr qsizetype excerptLimit = 200;
constexpr size_t failedKept = 200;
constexpr int doublingsMost = 20;

/// Whether another attempt may fare better.
bool mayPass(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Invalid:
    case Error::Kind::Redirected:
    case Error::Kind::Rejected:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Unsupported:
        return false;
    default:
        return true;
    }
}

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::Timeout;
    case 429:
        return Error::Kind::Throttled;
    default:
        return status >= 500 ? Error::Kind::Server : status >= 400 ? Error::Kind::Rejected : status >= 300 ? Error::Kind::Redirected : Error::Kind::NotExpected;
    }
}

/// A log-in page of a proxy, which took nothing. Slack calls its "ok" HTML too.
bool isPage(const HttpResponse &response)
{
    return response.isHtml() && response.body.trimmed().startsWith('<');
}

/// Without what must not be seen: the secrets, and of an address that is one every part that tells it.
QString scrubbed(QString text, const std::vector<Secret> &hidden)
{
    for (const Secret &secret : hidden) {
        const QString value = QString::fromUtf8(secret.reveal()).trimmed();
        const QUrl url(value);
        for (const QString &part : {value, url.toString(QUrl::FullyEncoded), url.path(QUrl::FullyEncoded), url.query(QUrl::FullyEncoded)})
            if (part.size() > 1)
                text.replace(part, QStringLiteral("***"));
    }
    return redacted(text);
}

Error errorOf(const QString &webhook, const HttpResponse &response, const std::vector<Secret> &hidden)
{
    const QString excerpt = isPage(response) ? QStringLiteral("an HTML page") : QString::fromUtf8(response.body.left(4 * excerptLimit)).simplified();
    // Scrubbed before it is cut, so that no half of a secret is left over.
    const QString shown = scrubbed(excerpt, hidden).left(excerptLimit);
    return {kindOf(response.status), shown.isEmpty() ? QStringLiteral("status %1").arg(response.status) : QStringLiteral("status %1: %2").arg(QString::number(response.status), shown), webhook};
}

}

WebhookCourier::WebhookCourier(const Clock &clock, Options options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(std::move(options))
{
    m_writer.setMaxThreadCount(1);
}

WebhookCourier::~WebhookCourier()
{
    m_lines.clear();
    m_writer.waitForDone();
    save(true);
}

Result<void> WebhookCourier::recall()
{
    if (m_options.folder.isEmpty())
        return {};
    Result<WebhookMail> mail = loadWebhookMail(m_options.folder);
    if (!mail) {
        Error error = mail.error();
        if (const auto aside = setAsideWebhookMail(m_options.folder))
            error.detail = QStringLiteral("what waited to be handed on is not known; the damaged file is kept as %1").arg(*aside);
        return error;
    }
    m_letters = std::move(mail->letters);
    m_told = std::move(mail->told);
    for (const WebhookLetter &letter : m_letters)
        Q_EMIT changed(letter.delivery);
    return {};
}

void WebhookCourier::setWebhooks(const std::vector<Webhook> &webhooks, std::shared_ptr<const SecretResolver> secrets)
{
    ++m_generation;
    m_secrets = std::move(secrets);
    m_lines.clear();
    for (const Webhook &webhook : webhooks) {
        m_lines.push_back(std::make_unique<Line>());
        m_lines.back()->webhook = webhook;
    }
    for (WebhookLetter &letter : m_letters) {
        if (letter.isSettled())
            continue;
        if (!line(letter.delivery.webhook)) {
            fail(letter, {Error::Kind::NotFound, QStringLiteral("the workspace has no such webhook any more"), letter.delivery.webhook});
        } else if (letter.delivery.state == Delivery::State::Sending) {
            letter.delivery.state = Delivery::State::Waiting;
            letter.due = m_clock.now();
            Q_EMIT changed(letter.delivery);
        }
    }
    std::erase_if(m_told, [this](const auto &told) { return !line(told.first.first); });
    pump();
}

void WebhookCourier::hand(const WebhookEvent &event, const Labels &labels)
{
    for (const auto &served : m_lines) {
        const Webhook &webhook = served->webhook;
        const std::pair key(webhook.name, event.fingerprint);
        const auto told = m_told.find(key);
        if (event.action == Action::Resolved) {
            // Whoever heard of the beginning hears of the end, whatever became of the labels.
            if (told == m_told.end())
                continue;
            m_told.erase(told);
            touch();
            if (webhook.resolved)
                enqueue(webhook.name, event);
        } else if (event.action == Action::Acknowledged) {
            if (told == m_told.end() || told->second.action == Action::Acknowledged || !wants(webhook, event, labels))
                continue;
            told->second = event;
            enqueue(webhook.name, event);
        } else if (told != m_told.end()) {
            told->second.action = Action::Firing; // let go again: nobody is told twice that it fires
            touch();
        } else if (wants(webhook, event, labels)) {
            m_told[key] = event;
            enqueue(webhook.name, event);
        }
    }
    pump();
}

void WebhookCourier::enqueue(const QString &webhook, const WebhookEvent &event)
{
    WebhookLetter letter;
    letter.event = event;
    letter.due = m_clock.now();
    Delivery &delivery = letter.delivery;
    delivery.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    delivery.webhook = webhook;
    delivery.fingerprint = event.fingerprint;
    delivery.alertname = event.name();
    delivery.resolved = event.action == Action::Resolved;
    delivery.acknowledged = event.action == Action::Acknowledged;
    delivery.at = event.at;
    m_letters.push_back(std::move(letter));
    Q_EMIT changed(m_letters.back().delivery);
    limit();
    touch();
}

/// The oldest go: what waits longest is told last, and the newest state of an alert is the one that counts.
void WebhookCourier::limit()
{
    size_t open = waiting();
    for (auto it = m_letters.begin(); it != m_letters.end() && open > m_options.mostWaiting; ++it) {
        if (it->isSettled() || it->delivery.state == Delivery::State::Sending)
            continue;
        fail(*it, {Error::Kind::TooLarge, QStringLiteral("more than %1 messages wait; the oldest are not sent").arg(m_options.mostWaiting), it->delivery.webhook});
        --open;
    }
    size_t failedLetters = m_letters.size() - open;
    for (auto it = m_letters.begin(); it != m_letters.end() && failedLetters > failedKept;) {
        if (it->isSettled()) {
            it = m_letters.erase(it);
            --failedLetters;
        } else {
            ++it;
        }
    }
}

/// It says that an alert fires which is over, and nothing behind it would say so.
bool WebhookCourier::isBehindItsTime(const WebhookLetter &letter) const
{
    if (letter.delivery.state != Delivery::State::Failed || letter.delivery.resolved || m_told.count(letter.thread()) > 0)
        return false;
    return std::none_of(m_letters.begin(), m_letters.end(), [&letter](const WebhookLetter &other) {
        return other.thread() == letter.thread() && other.delivery.resolved && !other.isSettled();
    });
}

void WebhookCourier::retry(const QString &id)
{
    WebhookLetter *wanted = letter(id);
    if (!wanted || wanted->delivery.state == Delivery::State::Sending)
        return;
    Line *served = line(wanted->delivery.webhook);
    if (!served)
        return fail(*wanted, {Error::Kind::NotFound, QStringLiteral("the workspace has no such webhook any more"), wanted->delivery.webhook});
    if (isBehindItsTime(*wanted))
        return fail(*wanted, {Error::Kind::Invalid, QStringLiteral("not sent again: the alert is over, and this would open it there anew"), wanted->delivery.webhook});
    wanted->delivery.state = Delivery::State::Waiting;
    wanted->delivery.settledAt.reset();
    wanted->delivery.nextAt.reset();
    wanted->due = m_clock.now();
    served->pausedUntil = {};
    Q_EMIT changed(wanted->delivery);
    touch();
    pump();
}

void WebhookCourier::pump()
{
    // An attempt may end before it began, where a secret is missing: its turn comes after this one.
    m_pumpAgain = true;
    if (std::exchange(m_pumping, true))
        return;
    while (std::exchange(m_pumpAgain, false))
        pumpOnce();
    m_pumping = false;
}

void WebhookCourier::pumpOnce()
{
    const Instant now = m_clock.now();
    std::set<std::pair<QString, QString>> held; // an alert's next message goes when the one before is settled
    for (size_t i = 0; i < m_letters.size(); ++i) {
        WebhookLetter &next = m_letters[i];
        if (next.isSettled() || !held.insert(next.thread()).second || next.delivery.state == Delivery::State::Sending)
            continue;
        Line *served = line(next.delivery.webhook);
        if (!served || next.due > now || served->pausedUntil > now || served->inFlight >= m_options.mostInFlight)
            continue;
        if (next.delivery.state == Delivery::State::Retrying && m_clock.wall() - next.delivery.at > m_options.giveUpAfter)
            fail(next, next.delivery.error.value_or(Error{Error::Kind::Timeout, QStringLiteral("given up: it is too old"), next.delivery.webhook}));
        else
            send(next, *served);
    }
}

void WebhookCourier::send(WebhookLetter &letter, Line &line)
{
    ++line.inFlight;
    letter.delivery.state = Delivery::State::Sending;
    ++letter.delivery.attempts;
    letter.delivery.nextAt.reset();
    const QString id = letter.delivery.id;
    const Webhook &webhook = line.webhook;
    const QUrl address = webhook.target.base.isEmpty() && webhook.kind == Webhook::Kind::PagerDuty ? pagerDutyEvents() : webhook.target.base;
    Q_EMIT changed(letter.delivery);
    if (!webhook.secretUrl.isSet())
        return resolveKey(id, address, {});
    m_secrets->resolve(webhook.secretUrl, [self = QPointer(this), id, generation = m_generation](const Result<Secret> &secret) {
        if (!self || generation != self->m_generation)
            return;
        if (!secret)
            return self->handleAnswer(id, secret.error(), {});
        const QUrl url(QString::fromUtf8(secret->reveal()).trimmed(), QUrl::StrictMode);
        if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
            return self->handleAnswer(id, Error{Error::Kind::Invalid, QStringLiteral("the secret is not an http or https address"), {}}, {});
        self->resolveKey(id, url, *secret);
    });
}

void WebhookCourier::resolveKey(const QString &id, const QUrl &address, const Secret &secretAddress)
{
    const WebhookLetter *sent = letter(id);
    const Line *served = sent ? line(sent->delivery.webhook) : nullptr;
    if (!served)
        return;
    if (!served->webhook.routingKey.isSet())
        return post(id, address, secretAddress, {});
    m_secrets->resolve(served->webhook.routingKey, [self = QPointer(this), id, address, secretAddress, generation = m_generation](const Result<Secret> &key) {
        if (!self || generation != self->m_generation)
            return;
        if (!key)
            return self->handleAnswer(id, key.error(), {secretAddress});
        self->post(id, address, secretAddress, *key);
    });
}

HttpClient &WebhookCourier::clientOf(Line &line, const QUrl &address)
{
    for (const auto &[base, client] : line.clients)
        if (base == address)
            return *client;
    std::erase_if(line.clients, [](const auto &other) { return other.second->inFlight() == 0; });
    HttpTarget target = line.webhook.target;
    target.base = address;
    line.clients.emplace_back(address, std::make_unique<HttpClient>(std::move(target), m_clock, m_secrets));
    return *line.clients.back().second;
}

void WebhookCourier::post(const QString &id, const QUrl &address, const Secret &secretAddress, const Secret &routingKey)
{
    WebhookLetter *sent = letter(id);
    Line *served = sent ? line(sent->delivery.webhook) : nullptr;
    if (!served)
        return;
    HttpClient &client = clientOf(*served, address);
    HttpRequest request;
    request.method = "POST";
    request.url = client.target().base;
    request.body = webhookBody(served->webhook, sent->event, routingKey);
    request.contentType = "application/json";
    request.deadline = m_options.deadline;
    request.bodyLimitBytes = answerLimit;
    request.wantErrorBody = true;
    // The same message may come twice; by this a receiver can tell.
    request.headers.push_back({QStringLiteral("Idempotency-Key"), id});
    client.send(std::move(request), HttpClient::Lane::Urgent, this, [this, id, hidden = std::vector{secretAddress, routingKey}, generation = m_generation](const Result<HttpResponse> &answer) {
        if (generation == m_generation)
            handleAnswer(id, answer, hidden);
    });
}

void WebhookCourier::handleAnswer(const QString &id, const Result<HttpResponse> &answer, const std::vector<Secret> &hidden)
{
    WebhookLetter *sent = letter(id);
    if (!sent)
        return;
    const QString webhook = sent->delivery.webhook;
    if (Line *served = line(webhook); served && served->inFlight > 0)
        --served->inFlight;
    const bool taken = answer && answer->status >= 200 && answer->status < 300 && !isPage(*answer);
    if (taken) {
        deliver(*sent);
    } else {
        const Error error = answer ? errorOf(webhook, *answer, hidden) : Error{answer.error().kind, scrubbed(answer.error().detail, hidden), webhook};
        const auto asked = answer ? retryAfter(answer->header("Retry-After"), m_clock.wall()) : std::nullopt;
        if (mayPass(error.kind))
            postpone(*sent, error, asked);
        else
            fail(*sent, error);
    }
    touch();
    pump();
}

void WebhookCourier::deliver(WebhookLetter &letter)
{
    Delivery delivered = letter.delivery;
    delivered.state = Delivery::State::Delivered;
    delivered.settledAt = m_clock.wall();
    delivered.error.reset();
    std::erase_if(m_letters, [&delivered](const WebhookLetter &other) { return other.delivery.id == delivered.id; });
    Q_EMIT changed(delivered);
}

void WebhookCourier::fail(WebhookLetter &letter, const Error &error)
{
    letter.delivery.state = Delivery::State::Failed;
    letter.delivery.settledAt = m_clock.wall();
    letter.delivery.nextAt.reset();
    letter.delivery.error = error;
    touch();
    Q_EMIT changed(letter.delivery);
}

void WebhookCourier::postpone(WebhookLetter &letter, const Error &error, std::optional<std::chrono::milliseconds> asked)
{
    const auto delay = std::max(delayAfter(letter.delivery.attempts), asked.value_or(std::chrono::milliseconds(0)));
    letter.due = m_clock.now() + delay;
    letter.delivery.state = Delivery::State::Retrying;
    letter.delivery.error = error;
    letter.delivery.nextAt = m_clock.wall() + delay;
    // Who asks to wait means every message.
    if (Line *served = line(letter.delivery.webhook); served && asked)
        served->pausedUntil = std::max(served->pausedUntil, m_clock.now() + *asked);
    Q_EMIT changed(letter.delivery);
}

std::chrono::milliseconds WebhookCourier::delayAfter(int attempts) const
{
    const int doublings = std::clamp(attempts - 1, 0, doublingsMost);
    const double plain = std::min(double(m_options.firstDelay.count()) * double(qint64(1) << doublings), double(m_options.longestDelay.count()));
    const double share = 1.0 + m_options.jitter * (2.0 * QRandomGenerator::global()->generateDouble() - 1.0);
    return std::chrono::milliseconds(qint64(plain * share));
}

WebhookCourier::Line *WebhookCourier::line(const QString &webhook)
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&webhook](const auto &other) { return other->webhook.name == webhook; });
    return found == m_lines.end() ? nullptr : found->get();
}

WebhookLetter *WebhookCourier::letter(const QString &id)
{
    const auto found = std::find_if(m_letters.begin(), m_letters.end(), [&id](const WebhookLetter &other) { return other.delivery.id == id; });
    return found == m_letters.end() ? nullptr : &*found;
}

std::vector<WebhookEvent> WebhookCourier::open() const
{
    std::map<QString, WebhookEvent> byAlert;
    for (const auto &[key, event] : m_told)
        byAlert.emplace(key.second, event);
    std::vector<WebhookEvent> events;
    for (auto &[fingerprint, event] : byAlert)
        events.push_back(std::move(event));
    return events;
}

size_t WebhookCourier::waiting() const
{
    return size_t(std::count_if(m_letters.begin(), m_letters.end(), [](const WebhookLetter &letter) { return !letter.isSettled(); }));
}

/// Many changes of one turn of the event loop are one write.
void WebhookCourier::touch()
{
    if (std::exchange(m_dirty, true) || m_options.folder.isEmpty())
        return;
    QTimer::singleShot(0, this, [this] { save(false); });
}

void WebhookCourier::save(bool now)
{
    if (m_options.folder.isEmpty() || !std::exchange(m_dirty, false))
        return;
    const auto write = [folder = m_options.folder, text = webhookMailText({m_letters, m_told})] { return saveWebhookMail(folder, text); };
    if (now) {
        (void)write();
        return;
    }
    m_writer.start([self = this, write] {
        if (const auto saved = write(); !saved)
            QMetaObject::invokeMethod(self, [self, error = saved.error()] { Q_EMIT self->failed(error); }, Qt::QueuedConnection);
    });
}

} // namespace Watchfloor
