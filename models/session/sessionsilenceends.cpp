#include "models/session/sessionprivate.h"

namespace Watchfloor {

namespace {

constexpr std::chrono::milliseconds firstPause = std::chrono::seconds(2);
constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(5);

} // namespace

/// What an earlier console could not end. It is tried again from the start on.
void Session::Private::loadEnds()
{
    auto left = loadSilenceEnds(session.m_options.dataFolder);
    if (left) {
        silenceEnds = *std::move(left);
        return;
    }
    silenceEndError = left.error();
    if (const auto aside = setAsideSilenceEnds(session.m_options.dataFolder))
        silenceEndError->detail = Session::tr("Which silences were still to be ended is not known; look at those that mute now. The damaged file is kept as %1.").arg(*aside);
}

/// On the disk before anything else is done: a console that dies now leaves no mute that nobody ends.
void Session::Private::addEnds(const std::vector<SilenceEnd> &ends)
{
    bool isNew = false;
    for (const SilenceEnd &each : ends) {
        const auto isSame = [&each](const SilenceEnd &known) { return known.silence == each.silence; };
        if (std::any_of(silenceEnds.begin(), silenceEnds.end(), isSame) || silenceEnds.size() >= mostSilenceEnds)
            continue;
        silenceEnds.push_back(each);
        isNew = true;
    }
    if (isNew)
        saveEnds();
}

void Session::Private::saveEnds()
{
    areEndsMoved = false;
    if (session.m_options.dataFolder.isEmpty())
        return;
    if (const auto saved = saveSilenceEnds(session.m_options.dataFolder, silenceEnds); !saved)
        Q_EMIT session.failed(saved.error());
}

/// What was ended is taken off the file once a second: to end it twice does no harm.
void Session::Private::keepEnds()
{
    if (areEndsMoved)
        saveEnds();
}

void Session::Private::endSilences(const std::vector<SilenceEnd> &ends)
{
    addEnds(ends);
    for (const SilenceEnd &each : ends)
        endSilence(each, firstPause);
}

/// Ends one, and where that fails again and again until it is over by itself: it would mute what nobody has on any more. The
/// person is told once.
void Session::Private::endSilence(const SilenceEnd &end, std::chrono::milliseconds pause)
{
    // Its Alertmanager may be back in the workspace before its time is over.
    if (alertmanagers(end.silence.source).isEmpty())
        return endLater(end, Error{Error::Kind::NotFound, {}, end.silence.source}, pause);
    session.expireSilence(end.silence.source, end.silence.id, &session, [this, end, pause](const Result<QString> &ended) {
        if (ended)
            return leaveEnd(end, {});
        if (ended.error().kind != Error::Kind::NotFound)
            return endLater(end, ended.error(), pause);
        Q_EMIT session.failed(ended.error());
        leaveEnd(end, QStringLiteral("gone"));
    });
}

void Session::Private::endLater(const SilenceEnd &end, Error error, std::chrono::milliseconds pause)
{
    const auto left = end.end - session.m_clock.wall();
    if (left.count() <= 0)
        return leaveEnd(end, QStringLiteral("expired"));
    if (pause == firstPause) {
        error.detail = Session::tr("The silence behind the acknowledgement still mutes; it is ended as soon as that can be done.");
        Q_EMIT session.failed(error);
    }
    QTimer::singleShot(std::min(pause, left), &session, [this, end, pause] { endSilence(end, std::min(2 * pause, longestPause)); });
}

/// Nothing is left to be done about it; `outcome` where that is not what we did.
void Session::Private::leaveEnd(const SilenceEnd &end, const QString &outcome)
{
    areEndsMoved = std::erase(silenceEnds, end) > 0 || areEndsMoved;
    if (!outcome.isEmpty())
        recordLater({QStringLiteral("console"), {}, QStringLiteral("silence-expire"), outcome,
                     QStringLiteral("{\"id\":%1,\"at\":%2}").arg(quoted(end.silence.id), quoted(end.silence.source))});
}

} // namespace Watchfloor
