#include "models/health/jsonpath.h"

#include "models/core/gotext.h"
#include "models/health/gonumber.h"
#include "models/metrics/boundedjson.h"

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

void appendString(QByteArray &to, const std::string &text)
{
    static constexpr char hex[] = "0123456789abcdef";
    to += '"';
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const char *shortForm = c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\b' ? "\\b" : c == '\f' ? "\\f" : c == '\n' ? "\\n"
                                : c == '\r' ? "\\r" : c == '\t' ? "\\t" : nullptr;
        if (shortForm) {
            to += shortForm;
        } else if (c < 0x20 || c == '<' || c == '>' || c == '&') {
            to += "\\u00";
            to += hex[c >> 4];
            to += hex[c & 0xf];
        } else if (c == 0xe2 && (text.compare(i, 3, "\u2028") == 0 || text.compare(i, 3, "\u2029") == 0)) {
            to += text[i + 2] == '\xa8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            to += char(c);
        }
    }
    to += '"';
}

/// JSON in one line, keys in order.
void appendJson(QByteArray &to, const Json &json)
{
    if (json.is_object()) {
        to += '{';
        const char *between = "";
        for (const auto &[key, value] : json.items()) {
            to += between;
            between = ",";
            appendString(to, key);
            to += ':';
            appendJson(to, value);
        }
        to += '}';
    } else if (json.is_array()) {
        to += '[';
        const char *between = "";
        for (const Json &entry : json) {
            to += between;
            between = ",";
            appendJson(to, entry);
        }
        to += ']';
    } else if (json.is_string()) {
        appendString(to, json.get_ref<const std::string &>());
    } else if (json.is_number()) {
        to += Go::realText(json.get<double>(), Go::RealStyle::Json);
    } else {
        to += json.is_null() ? "null" : json.get<bool>() ? "true" : "false";
    }
}

/// As a value prints in a list: "[a b]", "map[k:v]", "<nil>".
void appendPrinted(QByteArray &to, const Json &json)
{
    const char *between = "";
    if (json.is_object()) {
        to += "map[";
        for (const auto &[key, value] : json.items()) {
            to += between;
            between = " ";
            to += QByteArray::fromStdString(key);
            to += ':';
            appendPrinted(to, value);
        }
        to += ']';
    } else if (json.is_array()) {
        to += '[';
        for (const Json &entry : json) {
            to += between;
            between = " ";
            appendPrinted(to, entry);
        }
        to += ']';
    } else if (json.is_string()) {
        to += QByteArray::fromStdString(json.get_ref<const std::string &>());
    } else if (json.is_number()) {
        to += Go::realText(json.get<double>(), Go::RealStyle::General);
    } else {
        to += json.is_null() ? "<nil>" : json.get<bool>() ? "true" : "false";
    }
}

/// The first bracketed part of a key: "data[1][2]" has the name "data", the index "1", and "[2]" follows.
struct Bracket
{
    QByteArrayView name;
    QByteArrayView index;
    QByteArrayView after;
};

Bracket bracketOf(QByteArrayView key)
{
    qsizetype start = 0;
    int depth = 0;
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (key[i] == '[') {
            start = i;
            ++depth;
        } else if (key[i] == ']' && depth == 1) {
            return {key.first(start), key.sliced(start + 1, i - start - 1), key.sliced(i + 1)};
        }
    }
    return {key.first(start), {}, {}};
}

std::optional<size_t> indexOf(QByteArrayView text)
{
    const bool digits = std::all_of(text.begin() + (text.startsWith('+') || text.startsWith('-') ? 1 : 0), text.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const qlonglong index = text.toLongLong(&ok);
    return digits && ok && index >= 0 ? std::optional(size_t(index)) : std::nullopt;
}

const Json *memberOf(const Json &json, QByteArrayView name)
{
    if (!json.is_object())
        return nullptr;
    const auto found = json.find(std::string(name.data(), size_t(name.size())));
    return found == json.end() ? nullptr : &*found;
}

/// One key of a path, with its indices. A name means nothing in a list or a number: they stand for themselves.
const Json *atKey(QByteArrayView key, const Json &json)
{
    const Json *at = &json;
    while (at) {
        if (!key.endsWith(']') || !key.contains('['))
            return at->is_object() ? memberOf(*at, key) : at;
        const Bracket bracket = bracketOf(key);
        const auto index = indexOf(bracket.index);
        if (!index)
            return nullptr;
        if (!bracket.name.isEmpty())
            at = memberOf(*at, bracket.name);
        if (!at || !at->is_array() || *index >= at->size())
            return nullptr;
        at = &(*at)[*index];
        if (!bracket.after.startsWith('['))
            return at;
        key = bracket.after;
    }
    return nullptr;
}

/// The length of the first key: up to a dot outside of brackets.
qsizetype keyLength(QByteArrayView path)
{
    int depth = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        depth += path[i] == '[' ? 1 : path[i] == ']' ? -1 : 0;
        if (path[i] == '.' && depth == 0)
            return i;
    }
    return path.size();
}

Error nowhere(QByteArrayView key, const QString &why)
{
    return Error{Error::Kind::NotExpected, QStringLiteral("the path ends at \"%1\": %2").arg(QString::fromUtf8(key.first(std::min<qsizetype>(key.size(), 80))), why), {}};
}

}

Result<PathValue> valueAtPath(const nlohmann::json &json, QByteArrayView path)
{
    const Json *at = &json;
    while (true) {
        const qsizetype end = keyLength(path);
        const QByteArrayView key = path.first(end);
        const bool last = end == path.size();
        at = atKey(key, *at);
        if (!at || at->is_null())
            return nowhere(key, at ? QStringLiteral("it is null") : QStringLiteral("there is nothing"));
        PathValue value;
        if (at->is_object() && !last) {
            path = path.sliced(end + 1);
            continue;
        }
        if (at->is_string() && !last)
            return nowhere(key, QStringLiteral("it is a text"));
        if (at->is_object())
            appendJson(value.text, *at);
        else
            appendPrinted(value.text, *at);
        value.length = at->is_array() ? qsizetype(at->size()) : value.text.size();
        return value;
    }
}

Result<nlohmann::json> parseBodyJson(QByteArrayView body)
{
    Result<Json> json = parseBoundedJson(body);
    if (json)
        return json;
    const QByteArray mended = goJson(body);
    return mended == body ? json : parseBoundedJson(mended);
}

bool isJsonList(QByteArrayView body)
{
    return body.startsWith('[') && body.endsWith(']');
}

Result<PathValue> valueAtPath(QByteArrayView body, QByteArrayView path)
{
    if (path.isEmpty() && !isJsonList(body))
        return PathValue{body.toByteArray(), body.size()};
    const Result<Json> json = parseBodyJson(body);
    if (!json)
        return json.error();
    return valueAtPath(*json, path);
}

} // namespace Watchfloor
