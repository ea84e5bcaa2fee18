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

void Session::retryDelivery(const QString &) { }

} // namespace Watchfloor
