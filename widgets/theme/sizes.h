#pragma once

namespace Watchfloor {

/// The seven sizes of type, in pixels; a wall multiplies by its scale.
enum class TextSize { Small = 11, Body = 13, Heading = 15, Title = 20, Figure = 28, Display = 44, Wall = 72 };

/// Lengths in pixels, all on a grid of 4.
namespace Size {
inline constexpr int unit = 4;
inline constexpr int gap = 8;          ///< between neighbours inside a card
inline constexpr int cardGap = 12;     ///< between cards
inline constexpr int cardPadding = 12;
inline constexpr int radius = 6;
inline constexpr int smallRadius = 4;  ///< chips, pills, key hints
inline constexpr int row = 28;
inline constexpr int compactRow = 24;
inline constexpr int header = 28;
inline constexpr int control = 32;     ///< height of buttons and fields
inline constexpr int smallControl = 24;
inline constexpr int icon = 16;
inline constexpr int largeIcon = 24;
inline constexpr int stripe = 3;       ///< a card's state stripe
inline constexpr int bar = 6;          ///< height of a budget bar
inline constexpr int hatchStep = 8;
} // namespace Size

} // namespace Watchfloor
