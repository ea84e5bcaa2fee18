#include "models/session/sessionprivate.h"

#include "models/core/log.h"
#include "models/health/healthstore.h"
#include "models/runbooks/auditscan.h"

#include <thread>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr auto turnOfOthers = 7ms;

} // namespace

void Session::Private::judgeConsoleAlerts()
{
    std::vector<OriginAlert> raised;
    for (const FiringEndpointAlert &firing : firingEndpointAlerts(session.m_stores.health, session.m_clock.now())) {
        OriginAlert alert;
        alert.labels = Labels{{QStringLiteral("alertname"), QStringLiteral("EndpointDown")},
                              {QStringLiteral("endpoint"), firing.endpoint},
                              {QStringLiteral("service"), firing.service},
                              {QStringLiteral("severity"), firing.severity}};
        alert.annotations = Labels{{QStringLiteral("summary"), firing.reason}};
        alert.startsAt = firing.since;
        raised.push_back(std::move(alert));
    }
    if (raised == consoleAlerts)
        return;
    consoleAlerts = raised;
    observe(QStringLiteral("endpoints"), ConsoleAlertsSnapshot{std::move(raised)});
}

void Session::Private::askPresence(const QString &source, const QString &fingerprint, const QString &expression)
{
    PrometheusClient *client = prometheus(source);
    if (!client)
        return;
    client->query(expression, session.m_clock.wall(), &session, [this, source, fingerprint](Result<QueryAnswer> answer) {
        // No answer is no evidence: the row stays unseen and is asked about again.
        if (answer)
            observe(source, SelectorPresence{fingerprint, !answer->series.empty()});
    });
}

void Session::Private::noteTransition(const Alert &alert, AlertState before)
{
    if (const auto kept = acknowledgements.find(alert.fingerprint); kept != acknowledgements.end())
        keepOrDrop(alert, before, kept->second);
    if (hasRoomForRecord())
        recordLater({QStringLiteral("console"), {}, QStringLiteral("alert"), alertStateName(alert.state),
                     QStringLiteral("{\"alert\":%1,\"was\":%2}").arg(quoted(alert.labels.toString()), quoted(alertStateName(before)))});
    if (alert.state != AlertState::Firing && alert.state != AlertState::Recovered)
        return;
    const bool firing = alert.state == AlertState::Firing;
    if (firing && before == AlertState::Acknowledged)
        return;
    // A storm is one stroke on a time axis already, and must not push the deploys out of the store.
    constexpr int mostMarks = 100;
    if (++marksThisSecond > mostMarks)
        return;
    // An alert that fired before we came began then, not now.
    const bool found = before == AlertState::Recovered; // a new row has this as its state before
    const WallTime at = firing ? (found ? alert.startsAt : session.m_clock.wall()) : alert.endedAt.value_or(session.m_clock.wall());
    Mark mark{firing ? Mark::Kind::Alert : Mark::Kind::Recovered, at, alert.service(), alert.name(), {}, {}};
    mark.key = QStringLiteral("alert/%1/%2/%3").arg(alert.fingerprint, alertStateName(alert.state)).arg(alert.startsAt.time_since_epoch().count());
    observe({}, mark);
}

Result<void> Session::Private::record(const AuditLog::Entry &entry)
{
    if (!audit && session.m_storageError)
        return *session.m_storageError;
    if (!audit)
        return Error{Error::Kind::ReadOnly, tr("There is no data folder to record it in."), entry.event};
    const auto written = audit->append(entry);
    noteRecorded(written, false);
    return written ? Result<void>() : written.error();
}

/// Whether one more transition gets a record of its own; where not, it is counted.
bool Session::Private::hasRoomForRecord()
{
    constexpr int mostWaiting = 500;
    if (!audit)
        return false;
    if (recordsWaiting < mostWaiting)
        return true;
    ++recordsLeftOut;
    return false;
}

/// What happens by itself, a thousand alerts at once perhaps, must not hold the main loop for a disk; what a person does waits
/// for its record.
void Session::Private::recordLater(AuditLog::Entry entry)
{
    if (!audit)
        return;
    ++recordsWaiting;
    recorder.start([this, path = audit->path(), entry = std::move(entry)] {
        AuditLog log(path, session.m_clock);
        const auto written = log.append(entry);
        const bool last = --recordsWaiting == 0;
        // The lock is asked for at intervals: without a pause here a person's record would never find it free.
        if (!last)
            std::this_thread::sleep_for(turnOfOthers);
        QMetaObject::invokeMethod(&session, [this, written, last] {
            noteRecorded(written, true);
            if (last)
                recordLeftOut();
        }, Qt::QueuedConnection);
    });
}

/// In a storm not every transition gets a line of its own; how many did not, does.
void Session::Private::recordLeftOut()
{
    if (const int count = std::exchange(recordsLeftOut, 0); count > 0)
        recordLater({QStringLiteral("console"), {}, QStringLiteral("alert"), QStringLiteral("left-out"), QStringLiteral("{\"transitions\":%1}").arg(count)});
}

/// `tell`: nobody else waits for the answer.
void Session::Private::noteRecorded(const Result<AuditRecord> &written, bool tell)
{
    if (written) {
        if (std::exchange(session.m_storageError, std::nullopt))
            Q_EMIT session.lockChanged();
        return;
    }
    log(LogCategory::App).error("audit record not written: {}", written.error().detail.toStdString());
    if (session.m_storageError != written.error()) {
        session.m_storageError = written.error();
        if (tell)
            Q_EMIT session.failed(written.error());
        Q_EMIT session.lockChanged();
    }
}

/// What was in flight when an earlier console died: told, with how to look, and never run again by itself.
void Session::Private::tellUnfinishedRuns()
{
    if (!audit)
        return;
    recorder.start([this, path = audit->path()] {
        const AuditLog log(path, session.m_clock);
        const auto unfinished = unfinishedRuns(log);
        if (!unfinished || unfinished->empty())
            return;
        QMetaObject::invokeMethod(&session, [this, runs = *unfinished] {
            for (const UnfinishedRun &left : runs) {
                // A run that began here meanwhile has an intent and no end either; it is known, and not left behind.
                if (session.m_stores.runs.find(left.run))
                    continue;
                Run run;
                run.id = left.run;
                run.runbook = left.runbook;
                run.title = left.runbook;
                run.target = left.target;
                run.actor = left.actor;
                run.state = RunState::Stopped;
                run.startedAt = left.since;
                run.endedAt = left.since;
                run.firstRecord = left.seq;
                run.error = Error{Error::Kind::Blind, tr("Its end was never recorded: its outcome is unknown. Check the target; the last step that began was: %1").arg(left.step.isEmpty() ? tr("none") : left.command), left.runbook};
                observe({}, run);
            }
        }, Qt::QueuedConnection);
    });
}

} // namespace Watchfloor
