#include "models/session/sessionprivate.h"

#include "models/alerts/backing.h"
#include "models/silences/silencepreview.h"

namespace Watchfloor {

namespace {

/// Why this console posts it, where the person gave no reason: an Alertmanager wants one.
QString reasonOf(const Acknowledgement &acknowledgement)
{
    return acknowledgement.comment.trimmed().isEmpty() ? QStringLiteral("acknowledged in Watchfloor") : acknowledgement.comment;
}

bool isMutedBy(const Alert &alert, const Acknowledgement &acknowledgement)
{
    return alert.state == AlertState::Silenced
           && std::any_of(alert.silencedBy.begin(), alert.silencedBy.end(), [&](const QString &id) { return isBackedBy(acknowledgement, id); });
}

/// When the silences behind it end by themselves.
WallTime backedUntil(const Acknowledgement &acknowledgement, const AlertPolicy &policy)
{
    return acknowledgement.until.value_or(acknowledgement.at + policy.acknowledgeSilence);
}

} // namespace

void Session::acknowledge(const AcknowledgeRequest &request)
{
    const WallTime now = m_clock.wall();
    for (const QString &fingerprint : request.fingerprints) {
        const Alert *alert = m_stores.alerts.find(fingerprint);
        Acknowledgement acknowledgement{request.owner.isEmpty() ? m_options.actor : request.owner, request.comment, now};
        acknowledgement.severity = alert ? alert->severity : Severity::None;
        if (request.length)
            acknowledgement.until = now + *request.length;
        if (const auto before = d->acknowledgements.find(fingerprint); before != d->acknowledgements.end())
            d->endSilences(d->backingEnds(before->second));
        d->saveAcknowledgement(fingerprint, acknowledgement);
        d->observe({}, AcknowledgementChange{fingerprint, acknowledgement});
        if (request.silence)
            d->backAcknowledgement(fingerprint, acknowledgement);
    }
}

void Session::unacknowledge(const QString &fingerprint)
{
    d->dropAcknowledgement(fingerprint);
    d->observe({}, AcknowledgementChange{fingerprint, std::nullopt});
}

/// Posts a silence of exactly this alert, as each cluster that lists it labels it. The acknowledgement stands all the same where
/// one cannot be posted, and the person is told.
void Session::Private::backAcknowledgement(const QString &fingerprint, const Acknowledgement &acknowledgement)
{
    const AlertStore &alerts = session.m_stores.alerts;
    const Alert *alert = alerts.find(fingerprint);
    if (!alert)
        return;
    bool isListed = false;
    for (const auto &[cluster, members] : alerts.clusters()) {
        std::vector<Labels> listed;
        for (const QString &member : members)
            if (listed.empty())
                listed = alerts.labelsAt(*alert, member);
        for (const Labels &labels : listed) {
            isListed = true;
            postBacking(fingerprint, acknowledgement, cluster, labels);
        }
    }
    if (!isListed)
        Q_EMIT session.failed(Error{Error::Kind::NotFound, tr("It is acknowledged here alone: no Alertmanager lists it, so nothing was silenced."), alert->name()});
}

void Session::Private::postBacking(const QString &fingerprint, const Acknowledgement &acknowledgement, const QString &cluster, const Labels &labels)
{
    Alert exact;
    exact.labels = labels;
    Silence silence;
    silence.matchers = matchersFor(exact);
    silence.startsAt = acknowledgement.at;
    silence.endsAt = backedUntil(acknowledgement, session.m_stores.alerts.policy());
    silence.createdBy = acknowledgement.owner;
    silence.comment = reasonOf(acknowledgement);
    if (qsizetype(silence.matchers.size()) != labels.size()) {
        // One label less would mute others too.
        Q_EMIT session.failed(Error{Error::Kind::Unsupported, tr("It is acknowledged here alone: one of its labels cannot be matched by a silence."), cluster});
        return;
    }
    session.postSilence(cluster, silence, &session, [this, fingerprint, cluster, at = acknowledgement.at, end = silence.endsAt](const Result<QString> &id) {
        if (!id) {
            Q_EMIT session.failed(id.error());
            return;
        }
        const auto kept = acknowledgements.find(fingerprint);
        if (kept == acknowledgements.end() || kept->second.at != at) {
            // Let go while the silence was under way.
            endSilences({{{cluster, *id}, end}});
            return;
        }
        addBacking(kept->second, {cluster, *id});
        keepAcknowledgements();
        observe({}, AcknowledgementChange{fingerprint, kept->second});
    });
}

/// The silences behind it, to be ended.
std::vector<SilenceEnd> Session::Private::backingEnds(const Acknowledgement &acknowledgement) const
{
    std::vector<SilenceEnd> ends;
    for (const BackingSilence &silence : backingSilences(acknowledgement))
        ends.push_back({silence, backedUntil(acknowledgement, session.m_stores.alerts.policy())});
    return ends;
}

void Session::Private::dropAcknowledgement(const QString &fingerprint)
{
    const auto kept = acknowledgements.find(fingerprint);
    if (kept == acknowledgements.end())
        return;
    const std::vector<SilenceEnd> ends = backingEnds(kept->second);
    addEnds(ends);
    saveAcknowledgement(fingerprint, std::nullopt);
    endSilences(ends);
}

/// An acknowledgement of an earlier console comes back with its alert. One of an earlier occurrence or of a lesser severity does
/// not, nor one whose time is over; they end.
void Session::Private::keepOrDrop(const Alert &alert, AlertState before, const Acknowledgement &kept)
{
    constexpr auto clocksDiffer = std::chrono::minutes(1);
    const bool returns = (alert.state == AlertState::Firing || isMutedBy(alert, kept)) && !alert.acknowledgement;
    const bool sameOccurrence = before != AlertState::Acknowledged && alert.startsAt <= kept.at + clocksDiffer;
    const bool isOver = kept.until && *kept.until <= session.m_clock.wall();
    const bool isWorse = kept.severity != Severity::None && alert.severity < kept.severity;
    if (!alert.isOpen() || (returns && (!sameOccurrence || isOver || isWorse)))
        return dropAcknowledgement(alert.fingerprint);
    if (returns)
        QTimer::singleShot(0, &session, [this, fingerprint = alert.fingerprint, kept] {
            observe({}, AcknowledgementChange{fingerprint, kept});
        });
}

/// A row gets another name when its Prometheus tells its external labels after an Alertmanager told the alert: what was taken on
/// under the one goes on under the other, without a transition that would say so.
void Session::Private::followAcknowledgements()
{
    const AlertStore &alerts = session.m_stores.alerts;
    std::vector<std::pair<Alert, Acknowledgement>> unmarked;
    QStringList lost;
    for (const auto &[fingerprint, kept] : acknowledgements) {
        const Alert *alert = alerts.find(fingerprint);
        if (!alert)
            lost << fingerprint;
        else if (alert->fingerprint == fingerprint && alert->state == AlertState::Firing && !alert->acknowledgement)
            unmarked.emplace_back(*alert, kept);
    }
    bool isMoved = false;
    if (!lost.isEmpty())
        for (const Alert &alert : alerts.alerts()) {
            if (!alert.acknowledgement || acknowledgements.contains(alert.fingerprint))
                continue;
            const auto before = std::find_if(lost.begin(), lost.end(), [&](const QString &name) { return acknowledgements.at(name) == *alert.acknowledgement; });
            if (before == lost.end())
                continue;
            auto renamed = acknowledgements.extract(*before);
            renamed.key() = alert.fingerprint;
            acknowledgements.insert(std::move(renamed));
            lost.erase(before);
            isMoved = true;
        }
    if (isMoved)
        keepAcknowledgements();
    for (const auto &[alert, kept] : unmarked)
        keepOrDrop(alert, AlertState::Recovered, kept);
}

void Session::Private::saveAcknowledgement(const QString &fingerprint, std::optional<Acknowledgement> acknowledgement)
{
    const bool was = acknowledgements.contains(fingerprint);
    if (!acknowledgement && !was)
        return;
    const bool forAnother = acknowledgement && acknowledgement->owner != session.m_options.actor;
    const QString owner = forAnother ? QStringLiteral(",\"owner\":") + quoted(acknowledgement->owner) : QString();
    const auto recorded = record({session.m_options.actor, {}, acknowledgement ? QStringLiteral("acknowledge") : QStringLiteral("acknowledgement-end"),
            QStringLiteral("ok"), QStringLiteral("{\"fingerprint\":%1%2}").arg(quoted(fingerprint), owner)});
    if (acknowledgement)
        acknowledgements[fingerprint] = *acknowledgement;
    else
        acknowledgements.erase(fingerprint);
    if (!recorded) {
        // It counts in this console, and the person is told that it is kept nowhere.
        Q_EMIT session.failed(recorded.error());
        return;
    }
    keepAcknowledgements();
}

void Session::Private::keepAcknowledgements()
{
    if (session.m_options.dataFolder.isEmpty())
        return;
    if (const auto saved = saveAcknowledgements(session.m_options.dataFolder, acknowledgements); !saved)
        Q_EMIT session.failed(saved.error());
}

} // namespace Watchfloor
