#include "models/session/sessionprivate.h"

#include <QDateTime>

namespace Watchfloor {

void Session::searchEpisodes(const EpisodeSearch &search, QObject *context, std::function<void(Result<std::vector<Episode>>)> handler)
{
    if (d->history)
        d->history->episodes().search(search, context, std::move(handler));
    else
        handler(m_storageError.value_or(Error{Error::Kind::ReadOnly, tr("There is no data folder to record it in."), {}}));
}

void Session::Private::watchEscalations()
{
    QObject::connect(&escalations, &EscalationWatch::escalated, &session, [this](const std::vector<Escalation> &fallen) { noteEscalations(fallen); });
    if (!history)
        return escalations.learn({});
    QObject::connect(&history->episodes(), &EpisodeKeeper::recalled, &session,
                     [this](const std::vector<EpisodeKeeper::Left> &left) { escalations.learn(left); });
}

/// A step fell due by itself: the record, the log of actions and the time axis have it before anybody is told.
void Session::Private::noteEscalations(const std::vector<Escalation> &fallen)
{
    constexpr int mostMarks = 20; ///< of one second: a storm is one stroke already
    int marks = 0;
    for (const Escalation &escalation : fallen) {
        const Alert &alert = escalation.alert;
        if (history)
            history->episodes().noteEscalation(escalation);
        const QString due = QDateTime::fromMSecsSinceEpoch(escalation.at.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODate);
        if (hasRoomForRecord())
            recordLater({QStringLiteral("console"), {}, QStringLiteral("escalation"), QStringLiteral("ok"),
                         QStringLiteral("{\"alert\":%1,\"to\":%2,\"level\":%3,\"due\":%4}")
                             .arg(quoted(alert.labels.toString()), quoted(escalation.to))
                             .arg(escalation.level)
                             .arg(quoted(due))});
        if (++marks > mostMarks)
            continue;
        Mark mark{Mark::Kind::Note, escalation.at, alert.service(), tr("%1 escalated to %2").arg(alert.name(), escalation.to), escalation.to, {}};
        mark.key = QStringLiteral("escalation/%1/%2/%3").arg(alert.fingerprint).arg(alert.firingSince.value_or(alert.startsAt).time_since_epoch().count()).arg(escalation.level);
        observe({}, mark);
    }
    Q_EMIT session.escalated(fallen);
}

} // namespace Watchfloor
