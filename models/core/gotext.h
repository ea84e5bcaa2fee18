#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Watchfloor {

/// A text as a Go program ranges over it: code points, each byte that is not UTF-8 one U+FFFD. Columns are counted in them.
struct GoText
{
    std::u32string runes;
    std::vector<size_t> broken = {}; ///< places in `runes` of the bytes that are not UTF-8, in order
    bool isUtf8() const { return broken.empty(); }
};

GoText goText(QByteArrayView utf8);
GoText goText(QStringView text);

QString toText(std::u32string_view runes);

/// unicode.IsSpace: Unicode's White_Space. Source: Go, package unicode.
bool isGoSpace(char32_t rune);

/// In double quotes with Go's escapes, what cannot be printed as \x, \u or \U. Source: Go, strconv.Quote.
QString goQuoted(QStringView text);

/// What a text in double quotes, these included, stands for; absent where an escape is unknown, a line ends inside, or the bytes
/// that it writes are not UTF-8. Source: Go language specification, interpreted string literals; strconv.Unquote.
std::optional<QString> goUnquoted(std::u32string_view quotedText);

/// JSON as Go's reader takes it: each byte that is not UTF-8, and each escaped half of a surrogate pair, is U+FFFD. Source: Go, encoding/json.
QByteArray goJson(QByteArrayView json);

} // namespace Watchfloor
