#pragma once

#include "models/episodes/episode.h"
#include "widgets/theme/glyphs.h"

#include <optional>

namespace Watchfloor {

/// How a life, or a state within it, is drawn: a glyph where a state's shape fits, else an icon.
struct EpisodeLook
{
    std::optional<State> glyph;
    GlyphStyle style = GlyphStyle::Filled;
    QString iconName;
    Tone tone = Tone::Secondary;
    bool operator==(const EpisodeLook &) const = default;
};

EpisodeLook lookOf(const Episode &episode);
EpisodeLook lookOf(AlertState state, Severity severity);
EpisodeLook lookOf(const EpisodeEvent &event, Severity severity);
/// The colour of a severity among the tones: an information is plain, never green.
Tone severityTone(Severity severity);
void paintEpisodeLook(QPainter &painter, const QRectF &rect, const EpisodeLook &look, const Theme &theme);

} // namespace Watchfloor
