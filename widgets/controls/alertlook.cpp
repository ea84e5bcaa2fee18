#include "widgets/controls/alertlook.h"

#include "widgets/theme/icons.h"

namespace Watchfloor {

Tone toneOf(Severity severity)
{
    const auto glyph = glyphOf(severity);
    return glyph ? toneOf(*glyph) : Tone::Secondary;
}

std::optional<State> glyphOf(Severity severity)
{
    const State state = stateOf(severity);
    return state == State::Healthy ? std::nullopt : std::optional(state);
}

AlertLook lookOf(AlertState state, Severity severity)
{
    const State bySeverity = stateOf(severity);
    const Tone tone = toneOf(severity);
    const bool harmless = bySeverity == State::Healthy;
    switch (state) {
    case AlertState::Firing:
        return harmless ? AlertLook{{}, {}, QStringLiteral("info"), Tone::Accent, true} : AlertLook{bySeverity, GlyphStyle::Filled, {}, tone, true};
    case AlertState::Pending:
        return harmless ? AlertLook{{}, {}, QStringLiteral("info"), Tone::Secondary, false} : AlertLook{bySeverity, GlyphStyle::Outline, {}, Tone::Primary, false};
    case AlertState::Acknowledged:
        return harmless ? AlertLook{{}, {}, QStringLiteral("check-circle"), Tone::Secondary, false} : AlertLook{bySeverity, GlyphStyle::Checked, {}, Tone::Primary, false};
    case AlertState::Silenced:
        return {{}, {}, QStringLiteral("bell-off"), tone, false};
    case AlertState::Inhibited:
        return {{}, {}, QStringLiteral("inhibited"), tone, false};
    case AlertState::Unseen:
        return {State::Blind, GlyphStyle::Filled, {}, Tone::Blind, false};
    case AlertState::Vanished:
        return {{}, {}, QStringLiteral("vanished"), Tone::Secondary, false};
    case AlertState::Recovered:
        return {State::Healthy, GlyphStyle::Filled, {}, Tone::Healthy, false};
    }
    return {};
}

void paintAlertLook(QPainter &painter, const QRectF &rect, const AlertLook &look, const Theme &theme)
{
    if (look.glyph)
        paintStateGlyph(painter, rect, *look.glyph, theme, look.style);
    else
        paintIcon(painter, rect.adjusted(-1, -1, 1, 1), look.iconName, theme.of(look.tone));
}

std::optional<State> rowStateOf(AlertState state)
{
    if (state == AlertState::Unseen)
        return State::Blind;
    return state == AlertState::Vanished ? std::optional(State::Stale) : std::nullopt;
}

} // namespace Watchfloor
