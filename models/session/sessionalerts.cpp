#include "models/session/sessionprivate.h"

namespace Watchfloor {

void Session::acknowledge(const AcknowledgeRequest &request)
{
    const WallTime now = m_clock.wall();
    for (const QString &fingerprint : request.fingerprints) {
        const Alert *alert = m_stores.alerts.find(fingerprint);
        Acknowledgement acknowledgement{m_options.actor, request.comment, now};
        acknowledgement.severity = alert ? alert->severity : Severity::None;
        if (request.length)
            acknowledgement.until = now + *request.length;
        d->saveAcknowledgement(fingerprint, acknowledgement);
        d->observe({}, AcknowledgementChange{fingerprint, acknowledgement});
    }
}

void Session::unacknowledge(const QString &fingerprint)
{
    d->saveAcknowledgement(fingerprint, std::nullopt);
    d->observe({}, AcknowledgementChange{fingerprint, std::nullopt});
}

void Session::dismiss(const QString &fingerprint)
{
    d->observe({}, AlertDismissal{fingerprint});
}

void Session::postSilence(const QString &source, const Silence &silence, QObject *context, std::function<void(Result<QString>)> handler)
{
    SourceConnection *connection = d->connection(source);
    if (!connection || !connection->alertmanager()) {
        handler(Error{Error::Kind::NotFound, {}, source});
        return;
    }
    Silence signedSilence = silence;
    if (signedSilence.createdBy.isEmpty())
        signedSilence.createdBy = m_options.actor;
    const AuditLog::Entry intent{m_options.actor, {}, QStringLiteral("silence"), QStringLiteral("intent"),
                                 QStringLiteral("{\"matchers\":%1}").arg(quoted(matchersText(signedSilence.matchers)))};
    if (const auto recorded = d->record(intent); !recorded) {
        handler(recorded.error());
        return;
    }
    connection->alertmanager()->postSilence(signedSilence, context,
                                            [this, source, intent, handler = std::move(handler), signedSilence](Result<QString> id) {
        (void)d->record({intent.actor, {}, intent.event, id ? QStringLiteral("ok") : QStringLiteral("failed"), intent.detail});
        if (id) {
            d->observe(source, Mark{Mark::Kind::Silence, m_clock.wall(), {}, matchersText(signedSilence.matchers), m_options.actor, *id});
            if (SourceConnection *asked = d->connection(source))
                asked->poll();
        }
        handler(std::move(id));
    });
}

void Session::expireSilence(const QString &source, const QString &id, QObject *context, std::function<void(Result<QString>)> handler)
{
    SourceConnection *connection = d->connection(source);
    if (!connection || !connection->alertmanager()) {
        handler(Error{Error::Kind::NotFound, {}, source});
        return;
    }
    const AuditLog::Entry intent{m_options.actor, {}, QStringLiteral("silence-expire"), QStringLiteral("intent"),
                                 QStringLiteral("{\"id\":%1}").arg(quoted(id))};
    if (const auto recorded = d->record(intent); !recorded) {
        handler(recorded.error());
        return;
    }
    connection->alertmanager()->expireSilence(id, context, [this, source, intent, handler = std::move(handler)](Result<QString> ended) {
        (void)d->record({intent.actor, {}, intent.event, ended ? QStringLiteral("ok") : QStringLiteral("failed"), intent.detail});
        if (SourceConnection *asked = d->connection(source))
            asked->poll();
        handler(std::move(ended));
    });
}

void Session::retryDelivery(const QString &) { }

} // namespace Watchfloor
