#include "models/session/sessionprivate.h"

#include "models/core/durablefile.h"
#include "models/core/log.h"

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr auto startsTold = 1min; ///< between two records of the same starts
const QString endpointsFile = QStringLiteral("/endpoints.json");
const QString rulesFile = QStringLiteral("/rulestarts.json");

} // namespace

/// A damaged file is set aside and told.
KeptStarts Session::Private::recallStarts(const QString &file)
{
    if (session.m_options.dataFolder.isEmpty())
        return {};
    const QString path = session.m_options.dataFolder + file;
    auto left = loadKeptStarts(path);
    if (left)
        return *std::move(left);
    Error error = left.error();
    if (const auto aside = setAside(path))
        error.detail = Session::tr("Since when alerts were open before is not known; the damaged file is kept as %1.").arg(*aside);
    log(LogCategory::App).error("starts of the last console not read: {}", error.detail.toStdString());
    Q_EMIT session.failed(error);
    return {};
}

void Session::Private::keepStarts(const QString &file, const KeptStarts &now, KeptStarts &kept)
{
    if (now == kept || (now.since.empty() && kept.since.empty()))
        return;
    kept = now;
    recorder.start([this, path = session.m_options.dataFolder + file, now] {
        if (const auto saved = saveKeptStarts(path, now); !saved)
            QMetaObject::invokeMethod(&session, [this, error = saved.error()] { Q_EMIT session.failed(error); }, Qt::QueuedConnection);
    });
}

/// Their alerts go on where they were: with their acknowledgement, and without a second escalation.
void Session::Private::recallFailing()
{
    failing = recallStarts(endpointsFile);
    if (goesOn(failing.seenAt, session.m_clock.wall()))
        session.m_stores.health.recall(failing.since);
}

void Session::Private::keepFailing()
{
    if (!started || session.m_options.dataFolder.isEmpty())
        return;
    const KeptStarts now{session.m_stores.health.failing(), session.m_clock.wall()};
    if (now.since != failing.since || now.seenAt - failing.seenAt >= startsTold)
        keepStarts(endpointsFile, now, failing);
}

/// The same for the alerts of rules.
void Session::Private::recallRuleStarts()
{
    ruleStartsKept = recallStarts(rulesFile);
    ruleStarts.recall(ruleStartsKept, session.m_clock.wall());
}

void Session::Private::keepRuleStarts(bool isLast)
{
    const bool isDue = isLast || ruleStarts.seenAt() - ruleStartsKept.seenAt >= startsTold;
    if (started && !session.m_options.dataFolder.isEmpty() && (ruleStarts.takeMoved() || isDue))
        keepStarts(rulesFile, ruleStarts.kept(), ruleStartsKept);
}

/// Nobody saw it end: what it was acknowledged with ends too. Where it has a row, that tells what became of it.
void Session::Private::noteEndedRules()
{
    for (const QString &fingerprint : ruleStarts.takeEnded()) {
        if (session.m_stores.alerts.find(fingerprint))
            continue;
        if (hasRoomForRecord())
            recordLater({QStringLiteral("console"), {}, QStringLiteral("alert"), alertStateName(AlertState::Unseen),
                         QStringLiteral("{\"fingerprint\":%1,\"ended\":\"while no console saw it\"}").arg(quoted(fingerprint))});
        dropAcknowledgement(fingerprint);
    }
}

} // namespace Watchfloor
