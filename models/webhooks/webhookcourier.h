#pragma once

#include "models/http/httpclient.h"
#include "models/webhooks/delivery.h"
#include "models/webhooks/webhookletter.h"

#include <QThreadPool>

#include <deque>
#include <map>
#include <set>

namespace Watchfloor {

/// Hands the console's own alerts on: at least once each, in the order of their states, again and again until a webhook takes it,
/// refuses it for good, or it is too old. What waits survives the end of the console; secrets are read at the moment of sending
/// and stand in no file, log or error.
class WebhookCourier final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString folder{}; ///< where what waits is kept; empty: nowhere
        std::chrono::milliseconds firstDelay{2'000}; ///< before the second attempt; doubled for each further one
        std::chrono::milliseconds longestDelay{300'000};
        std::chrono::milliseconds giveUpAfter{86'400'000};
        std::chrono::milliseconds deadline{10'000}; ///< of one attempt
        double jitter = 0.2; ///< a delay is longer or shorter by at most this share
        size_t mostWaiting = 1'000;
        size_t mostInFlight = 4; ///< to one webhook
    };

    WebhookCourier(const Clock &clock, Options options, QObject *parent = nullptr);
    ~WebhookCourier() override;

    /// Takes up what an earlier console left. A damaged file is set aside, and said.
    Result<void> recall();
    /// Messages to webhooks that are not there any more fail.
    void setWebhooks(const std::vector<Webhook> &webhooks, std::shared_ptr<const SecretResolver> secrets);
    /// Queues the event for every webhook that wants it and has not been told of it; `labels` are the alert's, of which the event may
    /// have a part only.
    void hand(const WebhookEvent &event, const Labels &labels);
    void hand(const WebhookEvent &event) { hand(event, event.labels); }
    /// A person wants a message sent now, a failed one too; not one that would open there what is over.
    void retry(const QString &id);
    /// Sends what is due. Called once a second and after whatever makes something due.
    void pump();

    /// Alerts that somebody was told of and that are not told to be over.
    std::vector<WebhookEvent> open() const;
    size_t waiting() const;

Q_SIGNALS:
    void changed(const Watchfloor::Delivery &delivery);
    void failed(const Watchfloor::Error &error);

private:
    /// A webhook while it is served.
    struct Line
    {
        Webhook webhook;
        std::vector<std::pair<QUrl, std::unique_ptr<HttpClient>>> clients{}; ///< by address, which a secret may change
        Instant pausedUntil{};
        size_t inFlight = 0;
    };

    Line *line(const QString &webhook);
    HttpClient &clientOf(Line &line, const QUrl &address);
    WebhookLetter *letter(const QString &id);
    bool isBehindItsTime(const WebhookLetter &letter) const;
    void enqueue(const QString &webhook, const WebhookEvent &event);
    void pumpOnce();
    void send(WebhookLetter &letter, Line &line);
    void resolveKey(const QString &id, const QUrl &address, const Secret &secretAddress);
    void post(const QString &id, const QUrl &address, const Secret &secretAddress, const Secret &routingKey);
    void handleAnswer(const QString &id, const Result<HttpResponse> &answer, const std::vector<Secret> &hidden);
    void deliver(WebhookLetter &letter);
    void fail(WebhookLetter &letter, const Error &error);
    void postpone(WebhookLetter &letter, const Error &error, std::optional<std::chrono::milliseconds> asked);
    std::chrono::milliseconds delayAfter(int attempts) const;
    void limit();
    void touch();
    void save(bool now);

    const Clock &m_clock;
    Options m_options;
    std::shared_ptr<const SecretResolver> m_secrets;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::deque<WebhookLetter> m_letters; ///< waiting, under way and failed, oldest first
    ToldAlerts m_told;
    quint64 m_generation = 0; ///< of the webhooks; answers to an earlier one are not waited for
    bool m_dirty = false;
    bool m_pumping = false;
    bool m_pumpAgain = false;
    QThreadPool m_writer;
};

} // namespace Watchfloor
