#include "models/health/textpattern.h"

#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

namespace Watchfloor {

namespace {

/// What one place of a pattern takes.
struct Piece
{
    enum class Kind { Star, Any, Class };
    Kind kind = Kind::Class;
    bool negated = false;
    std::vector<std::pair<uint, uint>> ranges = {};

    bool takes(uint c) const
    {
        if (kind == Kind::Any)
            return true;
        const bool inside = std::any_of(ranges.begin(), ranges.end(), [c](const auto &range) { return c >= range.first && c <= range.second; });
        return inside != negated;
    }
};

class PatternReader
{
public:
    explicit PatternReader(const std::vector<uint> &text)
        : m_text(text)
    {
    }

    std::optional<std::vector<Piece>> read()
    {
        std::vector<Piece> pieces;
        while (m_at < m_text.size()) {
            const uint c = m_text[m_at++];
            Piece piece;
            if (c == '*') {
                piece.kind = Piece::Kind::Star;
            } else if (c == '?') {
                piece.kind = Piece::Kind::Any;
            } else if (c == '[') {
                if (!readClass(piece))
                    return std::nullopt;
            } else {
                if (c == '\\' && m_at == m_text.size())
                    return std::nullopt;
                const uint meant = c == '\\' ? m_text[m_at++] : c;
                piece.ranges.emplace_back(meant, meant);
            }
            pieces.push_back(std::move(piece));
        }
        return pieces;
    }

private:
    bool readClass(Piece &piece)
    {
        if (m_at < m_text.size() && m_text[m_at] == '^') {
            piece.negated = true;
            ++m_at;
        }
        while (m_at < m_text.size()) {
            if (m_text[m_at] == ']' && !piece.ranges.empty()) {
                ++m_at;
                return true;
            }
            const auto low = bound();
            if (!low)
                return false;
            std::optional<uint> high = low;
            if (m_at < m_text.size() && m_text[m_at] == '-') {
                ++m_at;
                high = bound();
            }
            if (!high)
                return false;
            piece.ranges.emplace_back(*low, *high);
        }
        return false;
    }

    /// One end of a range; a class goes on behind it.
    std::optional<uint> bound()
    {
        if (m_at == m_text.size() || m_text[m_at] == '-' || m_text[m_at] == ']')
            return std::nullopt;
        if (m_text[m_at] == '\\' && ++m_at == m_text.size())
            return std::nullopt;
        const uint c = m_text[m_at++];
        return m_at < m_text.size() ? std::optional(c) : std::nullopt;
    }

    const std::vector<uint> &m_text;
    size_t m_at = 0;
};

std::vector<uint> charactersOf(QStringView text)
{
    std::vector<uint> characters;
    characters.reserve(size_t(text.size()));
    for (const uint c : text.toUcs4())
        if (c != '/')
            characters.push_back(c);
    return characters;
}

std::optional<std::vector<Piece>> piecesOf(QStringView pattern)
{
    const std::vector<uint> characters = charactersOf(pattern);
    return PatternReader(characters).read();
}

}

/// Goes back only to the latest star, so that time is at most text by pattern.
bool matchesPattern(QStringView text, QStringView pattern)
{
    const auto pieces = piecesOf(pattern);
    if (!pieces)
        return false;
    const std::vector<uint> characters = charactersOf(text);
    size_t at = 0;
    size_t in = 0;
    std::optional<size_t> star;
    size_t resume = 0;
    while (at < characters.size()) {
        if (in < pieces->size() && (*pieces)[in].kind == Piece::Kind::Star) {
            star = in++;
            resume = at;
        } else if (in < pieces->size() && (*pieces)[in].takes(characters[at])) {
            ++in;
            ++at;
        } else if (star) {
            in = *star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    return std::all_of(pieces->begin() + std::ptrdiff_t(in), pieces->end(), [](const Piece &piece) { return piece.kind == Piece::Kind::Star; });
}

bool isPattern(QStringView pattern)
{
    return piecesOf(pattern).has_value();
}

} // namespace Watchfloor
