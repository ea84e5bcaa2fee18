#include "models/episodes/episodekeeper.h"

#include "models/database/historyschema.h"
#include "models/episodes/episodejson.h"
#include "models/episodes/episodequery.h"
#include "models/episodes/episoderow.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr auto sweepInterval = 10s;
constexpr auto watchInterval = 60s;
constexpr auto pruneInterval = 24h;
constexpr auto unknownPatience = 2min; ///< with origins that are no sources: their alerts need time to be raised again
constexpr int mostLeft = 100'000;
constexpr qsizetype mostSwept = 4'000; ///< at a time: of 50,000 each is looked at once in two minutes

bool fires(AlertState state)
{
    return state == AlertState::Firing || state == AlertState::Acknowledged || state == AlertState::Silenced || state == AlertState::Inhibited;
}

Episode episodeOf(const Alert &alert, WallTime now)
{
    Episode episode;
    episode.fingerprint = alert.fingerprint;
    episode.labels = alert.externalLabels.isEmpty() ? alert.labels : alert.allLabels();
    episode.summary = alert.summary();
    episode.severity = alert.severity;
    episode.origins = alert.origins;
    episode.startedAt = alert.startsAt;
    episode.firedAt = alert.firingSince;
    episode.seenAt = now;
    episode.state = alert.state;
    if (!alert.isOpen())
        episode.endedAt = alert.endedAt.value_or(now);
    if (alert.acknowledgement)
        episode.owner = alert.acknowledgement->owner;
    return episode;
}

WallTime timeOf(const Alert &alert, bool isFirst, WallTime now)
{
    if (!alert.isOpen() || alert.state == AlertState::Unseen)
        return alert.endedAt.value_or(now);
    if (!isFirst)
        return now;
    return alert.state == AlertState::Pending ? alert.startsAt : alert.firingSince.value_or(now);
}

} // namespace

EpisodeKeeper::EpisodeKeeper(const AlertStore &alerts, const SourceStore &sources, History &history, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_alerts(alerts)
    , m_sources(sources)
    , m_history(history)
    , m_clock(clock)
    , m_writer(std::make_shared<EpisodeWriter>())
    , m_beganAt(clock.now())
{
    connect(&alerts, &AlertStore::transitioned, this, &EpisodeKeeper::noteTransition);
}

void EpisodeKeeper::recall()
{
    using Lefts = std::vector<Left>;
    m_history.ask<Lefts>(
        [](QSqlDatabase &database) -> Result<Lefts> {
            QSqlQuery query(database);
            if (const auto done = execute(query, QStringLiteral("SELECT id, fingerprint, origins, escalations FROM episode WHERE ended_ms = ? LIMIT ?"), {openEpisodeEnd, mostLeft}); !done)
                return done.error();
            Lefts lefts;
            while (query.next()) {
                Left left{query.value(1).toString(), query.value(2).toString().split(u'\n', Qt::SkipEmptyParts), {}};
                if (query.value(3).toInt() > 0) {
                    const auto events = eventsOf(database, query.value(0).toLongLong());
                    if (!events)
                        return events.error();
                    for (const EpisodeEvent &event : *events)
                        if (event.kind == EpisodeEvent::Kind::Escalated)
                            left.escalatedAt.push_back(event.at);
                }
                lefts.push_back(std::move(left));
            }
            return lefts;
        },
        this, [this](Result<Lefts> lefts) {
            if (lefts)
                m_left = *std::move(lefts);
            Q_EMIT recalled(m_left);
        });
}

void EpisodeKeeper::tick()
{
    const Instant now = m_clock.now();
    const auto isDue = [now](std::optional<Instant> &last, auto interval) {
        if (last && now - *last < interval)
            return false;
        last = now;
        return true;
    };
    // In the middle of a round the store does not list what it lists.
    if (!m_alerts.isBusy()) {
        judgeLeft();
        if (isDue(m_sweptAt, sweepInterval))
            sweep();
    }
    if (isDue(m_watchedAt, watchInterval))
        m_history.record([writer = m_writer, wall = m_clock.wall()](QSqlDatabase &database) { return writer->watch(database, wall); });
    if (isDue(m_prunedAt, pruneInterval)) {
        const int days = std::max(m_alerts.policy().historyDays, 1);
        m_history.prune(days);
        m_history.record([oldest = m_clock.wall() - std::chrono::days(days)](QSqlDatabase &database) { return EpisodeWriter::prune(database, oldest); });
    }
}

void EpisodeKeeper::noteTransition(const Alert &alert, AlertState before)
{
    const WallTime now = m_clock.wall();
    const auto known = m_known.find(alert.fingerprint);
    const bool isFirst = known == m_known.end() && before == AlertState::Recovered && alert.isOpen();
    EpisodeChange change;
    change.alert = episodeOf(alert, now);
    change.isFirst = isFirst;
    change.begins = fires(alert.state) && (before == AlertState::Recovered || before == AlertState::Vanished || before == AlertState::Pending);
    change.event = EpisodeEvent{EpisodeEvent::Kind::State, alert.state, timeOf(alert, false, now), {}, {}};
    change.began = timeOf(alert, isFirst, now);
    change.together = m_alerts.policy().flapping.within;
    write(std::move(change));
    Known &kept = known == m_known.end() ? m_known[alert.fingerprint] : *known;
    kept.state = alert.state;
    kept.labels = alert.allLabels();
    followAcknowledgement(alert, kept);
    if (!alert.isOpen())
        m_known.remove(alert.fingerprint);
}

/// Acknowledgements end by themselves too: with their time, with the alert, with a worse severity.
void EpisodeKeeper::followAcknowledgement(const Alert &alert, Known &known)
{
    if (alert.acknowledgement && known.acknowledgedAt != alert.acknowledgement->at)
        return noteAcknowledgement(alert.fingerprint, alert.acknowledgement, alert.acknowledgement->owner);
    if (!alert.acknowledgement && known.acknowledgedAt && alert.isOpen())
        noteAcknowledgement(alert.fingerprint, std::nullopt, {});
}

EpisodeChange EpisodeKeeper::asideOf(const QString &fingerprint, EpisodeEvent::Kind kind, const QString &who) const
{
    EpisodeChange change;
    change.alert.fingerprint = fingerprint;
    change.event = EpisodeEvent{kind, AlertState::Firing, m_clock.wall(), who, {}};
    change.isAside = true;
    return change;
}

void EpisodeKeeper::noteAcknowledgement(const QString &fingerprint, const std::optional<Acknowledgement> &acknowledgement, const QString &who)
{
    const auto known = m_known.find(fingerprint);
    // An acknowledgement that waits for its alert is told with it.
    if (known == m_known.end() || (acknowledgement ? known->acknowledgedAt == acknowledgement->at : !known->acknowledgedAt))
        return;
    EpisodeChange change = asideOf(fingerprint, acknowledgement ? EpisodeEvent::Kind::Acknowledged : EpisodeEvent::Kind::Released, who);
    known->acknowledgedAt = acknowledgement ? std::optional(acknowledgement->at) : std::nullopt;
    if (acknowledgement) {
        change.alert.owner = acknowledgement->owner;
        change.alert.acknowledgedAt = acknowledgement->at;
        change.event->who = acknowledgement->owner;
        change.event->text = acknowledgement->comment;
        change.event->at = acknowledgement->at;
    }
    write(std::move(change));
}

void EpisodeKeeper::noteDismissal(const QString &fingerprint, const QString &who)
{
    EpisodeChange change = asideOf(fingerprint, EpisodeEvent::Kind::Dismissed, who);
    const Alert *alert = m_alerts.find(fingerprint);
    if (!alert || (alert->isOpen() && alert->state != AlertState::Unseen))
        return; // the store takes only what is over, or cannot be seen, away
    change.alert.state = alert->state;
    change.alert.endedAt = alert->endedAt.value_or(m_clock.wall());
    write(std::move(change));
    m_known.remove(fingerprint);
}

void EpisodeKeeper::noteEscalation(const Escalation &escalation)
{
    EpisodeChange change = asideOf(escalation.alert.fingerprint, EpisodeEvent::Kind::Escalated, escalation.to);
    change.event->at = escalation.at;
    change.began = escalation.alert.firingSince.value_or(escalation.alert.startsAt);
    change.level = escalation.level;
    write(std::move(change));
}

/// What left without a transition: pending that never fired, and rows that another name took over. What stands in the store
/// without a word is told of here too.
void EpisodeKeeper::sweep()
{
    const WallTime now = m_clock.wall();
    QStringList gone;
    if (m_sweptTo >= m_known.size())
        m_sweptTo = 0;
    auto known = std::next(m_known.cbegin(), m_sweptTo);
    for (const qsizetype end = std::min(m_sweptTo + mostSwept, qsizetype(m_known.size())); m_sweptTo < end; ++m_sweptTo, ++known)
        if (const Alert *alert = m_alerts.find(known.key()); !alert || !alert->isOpen())
            gone << known.key();
    const int open = int(m_alerts.alerts().size()) - m_alerts.count(AlertState::Recovered) - m_alerts.count(AlertState::Vanished);
    if (gone.isEmpty() && open == m_known.size())
        return;
    QHash<Labels, QString> renamed;
    for (const Alert &alert : m_alerts.alerts())
        if (alert.isOpen() && !m_known.contains(alert.fingerprint))
            renamed.insert(alert.allLabels(), alert.fingerprint);
    for (const QString &fingerprint : gone) {
        const Known left = m_known.take(fingerprint);
        if (const auto heir = renamed.constFind(left.labels); heir != renamed.cend()) {
            m_history.record([writer = m_writer, fingerprint, heir = *heir](QSqlDatabase &database) { return writer->rename(database, fingerprint, heir); });
            m_known.insert(*heir, left);
            continue;
        }
        EpisodeChange change = asideOf(fingerprint, EpisodeEvent::Kind::State, {});
        change.alert.state = left.state == AlertState::Pending ? AlertState::Recovered : AlertState::Unseen;
        change.alert.endedAt = now;
        change.event->state = change.alert.state;
        write(std::move(change));
    }
    for (const QString &fingerprint : renamed)
        if (const Alert *alert = m_alerts.find(fingerprint); alert && !m_known.contains(fingerprint))
            noteTransition(*alert, AlertState::Recovered);
}

/// What an earlier console left open: seen again it goes on; where all who told of it answer and do not list it, it is over.
void EpisodeKeeper::judgeLeft()
{
    const Instant now = m_clock.now();
    std::erase_if(m_left, [this, now](const Left &left) {
        if (m_known.contains(left.fingerprint))
            return true;
        const bool isPatient = now - m_beganAt <= unknownPatience;
        const bool haveAnswered = std::all_of(left.origins.begin(), left.origins.end(), [&](const QString &origin) {
            return m_sources.find(origin) ? m_sources.state(origin, now) == State::Healthy : !isPatient;
        });
        if (!haveAnswered || (left.origins.isEmpty() && isPatient))
            return false;
        m_history.record([writer = m_writer, fingerprint = left.fingerprint](QSqlDatabase &database) { return writer->closeUnseen(database, fingerprint); });
        return true;
    });
}

void EpisodeKeeper::write(EpisodeChange change)
{
    m_history.record([writer = m_writer, change = std::move(change)](QSqlDatabase &database) { return writer->apply(database, change); });
}

void EpisodeKeeper::search(const EpisodeSearch &search, QObject *context, std::function<void(Result<std::vector<Episode>>)> handler)
{
    m_history.ask<std::vector<Episode>>(
        [search](QSqlDatabase &database) -> Result<std::vector<Episode>> {
            auto found = findEpisodes(database, search);
            return found ? Result<std::vector<Episode>>(std::move(found->episodes)) : Result<std::vector<Episode>>(found.error());
        },
        context, std::move(handler));
}

} // namespace Watchfloor
