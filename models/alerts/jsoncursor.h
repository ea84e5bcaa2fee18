#pragma once

#include <QByteArrayView>

#include <bitset>
#include <string>
#include <string_view>

namespace Watchfloor {

/// Reads JSON (RFC 8259) forward, value by value, without a tree: for bodies of which most is read once and much is passed over.
/// The body is UTF-8. A begin… or read… takes the next value when it is of that kind, and else takes nothing. After the first
/// fault there is nothing more to read.
class JsonCursor final
{
public:
    explicit JsonCursor(QByteArrayView body)
        : m_at(body.data())
        , m_end(body.data() + body.size())
    {
    }

    bool failed() const { return m_failed; }
    /// The whole body is read, and it was one value.
    bool atEnd();

    bool beginObject() { return begin('{'); }
    /// The name of the next member, good until the member after it; false behind the last.
    bool nextMember(std::string_view &name);
    bool beginArray() { return begin('['); }
    /// There is another element; false behind the last.
    bool nextElement() { return next(']'); }

    /// A text, good until the next is read.
    bool readText(std::string_view &text);
    /// true or false.
    bool readFlag(bool &flag);
    /// Passes over whatever value comes next, to its end.
    void skip();
    /// The bytes of the next value, checked; empty after a fault.
    std::string_view takeRaw();
    /// Passes over the next value when it is written as `raw`, an object, array or text that was read before.
    bool takeSame(std::string_view raw);

private:
    bool begin(char bracket);
    bool next(char bracket);
    void passBlanks();
    bool take(char c);
    bool takeWord(std::string_view word);
    void skipNumber();
    bool takeString(std::string_view &text, std::string &unescaped);
    bool takeEscape(std::string &unescaped);
    bool takeCodeUnit(char32_t &unit);
    bool fail();

    static constexpr size_t deepest = 64;

    const char *m_at;
    const char *m_end;
    size_t m_depth = 0;
    std::bitset<deepest + 1> m_begun; ///< of each level: a first element was there
    bool m_failed = false;
    std::string m_name; ///< what a name or text with escapes stands for
    std::string m_text;
};

} // namespace Watchfloor
