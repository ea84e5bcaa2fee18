#include "widgets/episodes/episodelook.h"

namespace Watchfloor {

namespace {

AlertLook iconLook(const QString &name, Tone tone)
{
    return {{}, {}, name, tone, false};
}

} // namespace

AlertLook lookOf(const Episode &episode)
{
    if (episode.endedAt && !episode.firedAt)
        return iconLook(QStringLiteral("minus"), Tone::Hint);
    return lookOf(episode.state, episode.severity);
}

AlertLook lookOf(const EpisodeEvent &event, Severity severity)
{
    switch (event.kind) {
    case EpisodeEvent::Kind::State:
        return lookOf(event.state, severity);
    case EpisodeEvent::Kind::Acknowledged:
        return iconLook(QStringLiteral("check"), Tone::Healthy);
    case EpisodeEvent::Kind::Released:
        return iconLook(QStringLiteral("undo"), Tone::Warning);
    case EpisodeEvent::Kind::Escalated:
        return iconLook(QStringLiteral("arrow-up"), Tone::Warning);
    case EpisodeEvent::Kind::Notified:
        return iconLook(QStringLiteral("bell"), Tone::Secondary);
    case EpisodeEvent::Kind::Dismissed:
        return iconLook(QStringLiteral("close"), Tone::Secondary);
    }
    return {};
}

} // namespace Watchfloor
