#include "widgets/episodes/episodelook.h"

#include "widgets/theme/icons.h"

namespace Watchfloor {

namespace {

EpisodeLook iconLook(const QString &name, Tone tone)
{
    return {{}, {}, name, tone};
}

} // namespace

Tone severityTone(Severity severity)
{
    const State state = stateOf(severity);
    return state == State::Healthy ? Tone::Secondary : toneOf(state);
}

EpisodeLook lookOf(AlertState state, Severity severity)
{
    const State worst = stateOf(severity);
    const Tone tone = severityTone(severity);
    const bool harmless = worst == State::Healthy;
    switch (state) {
    case AlertState::Firing:
        return harmless ? iconLook(QStringLiteral("info"), Tone::Accent) : EpisodeLook{worst, GlyphStyle::Filled, {}, tone};
    case AlertState::Pending:
        return harmless ? iconLook(QStringLiteral("info"), Tone::Secondary) : EpisodeLook{worst, GlyphStyle::Outline, {}, Tone::Secondary};
    case AlertState::Acknowledged:
        return harmless ? iconLook(QStringLiteral("check-circle"), Tone::Secondary) : EpisodeLook{worst, GlyphStyle::Checked, {}, Tone::Primary};
    case AlertState::Silenced:
        return iconLook(QStringLiteral("bell-off"), Tone::Secondary);
    case AlertState::Inhibited:
        return iconLook(QStringLiteral("inhibited"), Tone::Secondary);
    case AlertState::Unseen:
        return {State::Blind, GlyphStyle::Filled, {}, Tone::Blind};
    case AlertState::Vanished:
        return iconLook(QStringLiteral("vanished"), Tone::Secondary);
    case AlertState::Recovered:
        return {State::Healthy, GlyphStyle::Filled, {}, Tone::Healthy};
    }
    return {};
}

EpisodeLook lookOf(const Episode &episode)
{
    if (episode.endedAt && !episode.firedAt)
        return iconLook(QStringLiteral("minus"), Tone::Hint);
    return lookOf(episode.state, episode.severity);
}

EpisodeLook lookOf(const EpisodeEvent &event, Severity severity)
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

void paintEpisodeLook(QPainter &painter, const QRectF &rect, const EpisodeLook &look, const Theme &theme)
{
    if (look.glyph)
        paintStateGlyph(painter, rect, *look.glyph, theme, look.style);
    else
        paintIcon(painter, rect.adjusted(-1, -1, 1, 1), look.iconName, theme.of(look.tone));
}

} // namespace Watchfloor
