#pragma once

#include "models/alerts/alert.h"
#include "models/http/httpclient.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Watchfloor {

/// One Alertmanager through API v2; the caller decides when. Alerts, silences and status are one round: any failure fails it.
class AlertmanagerSource final : public QObject
{
    Q_OBJECT

public:
    AlertmanagerSource(HttpClient &http, QObject *parent = nullptr);
    void poll();

    using SilenceHandler = std::function<void(Result<QString>)>;
    /// Posts a silence (with an id: edits it), reads it back and answers with its id only when it stands as asked.
    void postSilence(const Silence &silence, QObject *context, SilenceHandler handler);
    /// Ends a silence; ending one that ended already is fine.
    void expireSilence(const QString &id, QObject *context, SilenceHandler handler);
    /// One by its id, in whatever state it is.
    void fetchSilence(const QString &id, QObject *context, std::function<void(Result<Silence>)> handler);
    /// All of them as they are now, beside the rounds.
    void fetchSilences(QObject *context, std::function<void(Result<std::vector<Silence>>)> handler);

Q_SIGNALS:
    /// What is pointed to belongs to the receiver: copies of 10,000 alerts cost more than all the rest.
    void finished(const std::shared_ptr<Watchfloor::AlertmanagerSnapshot> &snapshot, std::chrono::milliseconds latency);
    void failed(const Watchfloor::Error &error);

private:
    struct Round;
    void ask(const std::shared_ptr<Round> &round, const QString &path, std::function<void(Round &, Result<HttpResponse>)> take);
    void settle(const std::shared_ptr<Round> &round);
    void sendSilence(const Silence &silence, QObject *context, SilenceHandler handler);
    void confirmSilence(const QString &id, const Silence &asked, QObject *context, SilenceHandler handler);

    HttpClient &m_http;
    bool m_underWay = false;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::AlertmanagerSnapshot)
