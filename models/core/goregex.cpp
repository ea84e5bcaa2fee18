#include "models/core/goregex.h"

#include <re2/re2.h>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr int deepestNesting = 1'000;
constexpr int64_t usualMemory = int64_t(8) << 20;
/// Go bounds a compiled program at 128 MiB of larger instructions; this holds about as many of RE2's.
constexpr int64_t largestMemory = int64_t(64) << 20;

Error refused(const QString &why)
{
    return {Error::Kind::Malformed, QStringLiteral("not a regular expression: %1").arg(why), {}};
}

/// Where the class that opens at `at` ends: behind its closing bracket. An open one ends with the pattern.
size_t behindClass(const std::string &pattern, size_t at)
{
    ++at;
    if (at < pattern.size() && pattern[at] == '^')
        ++at;
    for (bool first = true; at < pattern.size(); first = false) {
        if (pattern[at] == ']' && !first)
            return at + 1;
        if (pattern.compare(at, 2, "[:") == 0) {
            const size_t end = pattern.find(":]", at + 2);
            at = end == std::string::npos ? at + 1 : end + 2;
        } else {
            at += pattern[at] == '\\' ? 2 : 1;
        }
    }
    return pattern.size();
}

/// Where the name of a group that opens at `at` begins; 0 where none does.
size_t groupNameAt(const std::string &pattern, size_t at)
{
    return pattern.compare(at, 3, "(?<") == 0 ? at + 3 : pattern.compare(at, 4, "(?P<") == 0 ? at + 4 : 0;
}

/// RE2 takes letters of every script here, Go does not.
bool isGroupName(std::string_view name)
{
    const auto belongs = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return !name.empty() && std::all_of(name.begin(), name.end(), belongs);
}

/// The pattern as this RE2 reads it, or why Go does not.
Result<std::string> translated(const std::string &pattern)
{
    std::string result;
    int depth = 0;
    for (size_t at = 0; at < pattern.size();) {
        size_t next = at + 1;
        if (pattern.compare(at, 2, "\\C") == 0)
            return refused(QStringLiteral("invalid escape sequence: \\C"));
        if (pattern.compare(at, 2, "\\Q") == 0) {
            const size_t end = pattern.find("\\E", at + 2);
            next = end == std::string::npos ? pattern.size() : end + 2;
        } else if (pattern[at] == '\\') {
            next = std::min(at + 2, pattern.size());
        } else if (pattern[at] == '[') {
            next = std::min(behindClass(pattern, at), pattern.size());
        } else if (pattern[at] == '(' && ++depth > deepestNesting) {
            return refused(QStringLiteral("nested deeper than %1").arg(deepestNesting));
        } else if (pattern[at] == ')') {
            --depth;
        }
        if (const size_t name = groupNameAt(pattern, at); name != 0) {
            const size_t end = pattern.find('>', name);
            if (end == std::string::npos || !isGroupName(std::string_view(pattern).substr(name, end - name)))
                return refused(QStringLiteral("invalid named capture"));
            result += "(?P<";
            next = name;
        } else {
            result.append(pattern, at, next - at);
        }
        at = next;
    }
    return result;
}

std::shared_ptr<const re2::RE2> compiled(const std::string &pattern, int64_t memory)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(memory);
    return std::make_shared<const re2::RE2>(pattern, options);
}

} // namespace

Result<std::shared_ptr<const re2::RE2>> compileGoRegex(QStringView pattern)
{
    const auto text = translated(pattern.toUtf8().toStdString());
    if (!text)
        return text.error();
    auto regex = compiled(*text, usualMemory);
    if (!regex->ok() && regex->error_code() == re2::RE2::ErrorPatternTooLarge)
        regex = compiled(*text, largestMemory);
    if (!regex->ok())
        return refused(QString::fromStdString(regex->error()).left(200));
    return regex;
}

} // namespace Watchfloor
