#include "models/text/yamledit.h"

#include <algorithm>

namespace Watchfloor {

namespace {

bool isBlankOrComment(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return text.isEmpty() || text.front() == '#';
}

qsizetype indentation(QByteArrayView line)
{
    qsizetype count = 0;
    while (count < line.size() && line[count] == ' ')
        ++count;
    return count;
}

} // namespace

YamlEdit::YamlEdit(QByteArray text)
    : m_text(std::move(text))
    , m_lines{0}
{
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1))
        m_lines.push_back(at + 1);
}

qsizetype YamlEdit::offsetOf(const YamlNode &node) const
{
    if (node.line() < 1 || size_t(node.line()) > m_lines.size())
        return m_text.size();
    qsizetype at = m_lines[size_t(node.line()) - 1];
    // Columns count characters.
    for (int column = 1; column < node.column() && at < m_text.size(); ++column) {
        ++at;
        while (at < m_text.size() && (uchar(m_text[at]) & 0xc0) == 0x80)
            ++at;
    }
    return at;
}

qsizetype YamlEdit::lineStart(qsizetype at) const
{
    return *std::prev(std::upper_bound(m_lines.begin(), m_lines.end(), at));
}

qsizetype YamlEdit::lineEnd(qsizetype at) const
{
    const qsizetype end = m_text.indexOf('\n', at);
    return end < 0 ? m_text.size() : end;
}

bool YamlEdit::isFlow(const YamlNode &node) const
{
    const qsizetype at = offsetOf(node);
    return at < m_text.size() && (m_text[at] == '{' || m_text[at] == '[');
}

qsizetype YamlEdit::inlineEnd(qsizetype start, bool inFlow) const
{
    if (start >= m_text.size())
        return start;
    qsizetype at = start;
    const char first = m_text[at];
    if (first == '"' || first == '\'') {
        for (++at; at < m_text.size(); ++at) {
            if (m_text[at] == '\\' && first == '"')
                ++at;
            else if (m_text[at] == first && first == '\'' && at + 1 < m_text.size() && m_text[at + 1] == '\'')
                ++at;
            else if (m_text[at] == first)
                return at + 1;
        }
        return at;
    }
    if (first == '{' || first == '[') {
        for (++at; at < m_text.size();) {
            const char c = m_text[at];
            if (c == '}' || c == ']')
                return at + 1;
            if (c == '#' && (m_text[at - 1] == ' ' || m_text[at - 1] == '\n'))
                at = lineEnd(at);
            else if (c == '{' || c == '[' || ((c == '"' || c == '\'') && QByteArrayView(" ,:[{\n").contains(m_text[at - 1])))
                at = inlineEnd(at, true);
            else
                ++at;
        }
        return at;
    }
    for (; at < m_text.size() && m_text[at] != '\n'; ++at) {
        if (m_text[at] == '#' && at > start && m_text[at - 1] == ' ')
            break;
        if (inFlow && (m_text[at] == ',' || m_text[at] == '}' || m_text[at] == ']'))
            break;
    }
    while (at > start && (m_text[at - 1] == ' ' || m_text[at - 1] == '\r'))
        --at;
    return at;
}

qsizetype YamlEdit::blockEnd(qsizetype at, qsizetype column, bool dashes) const
{
    qsizetype end = lineEnd(at);
    for (qsizetype next = end + 1; next < m_text.size(); next = lineEnd(next) + 1) {
        const QByteArrayView line = QByteArrayView(m_text).sliced(next, lineEnd(next) - next);
        if (isBlankOrComment(line))
            continue;
        const qsizetype indent = indentation(line);
        const bool dash = line.sliced(indent).startsWith("- ") || line.sliced(indent) == "-";
        if (indent < column || (indent == column && !(dashes && dash)))
            break;
        end = lineEnd(next);
    }
    return end;
}

qsizetype YamlEdit::blockTextEnd(qsizetype at, qsizetype column) const
{
    qsizetype end = lineEnd(at);
    for (qsizetype next = end + 1; next < m_text.size(); next = lineEnd(next) + 1) {
        const QByteArrayView line = QByteArrayView(m_text).sliced(next, lineEnd(next) - next);
        if (!line.trimmed().isEmpty() && indentation(line) <= column)
            break;
        end = line.trimmed().isEmpty() ? end : lineEnd(next);
    }
    return end;
}

qsizetype YamlEdit::afterColon(qsizetype keyStart) const
{
    qsizetype at = keyStart;
    if (at < m_text.size() && (m_text[at] == '"' || m_text[at] == '\''))
        at = inlineEnd(at, true);
    const qsizetype colon = m_text.indexOf(':', at);
    return colon < 0 ? m_text.size() : colon + 1;
}

YamlEdit::Span YamlEdit::valueSpan(const YamlNode &map, const QString &key) const
{
    const qsizetype keyStart = offsetOf(map.keyNode(key));
    Span span{afterColon(keyStart), 0};
    qsizetype value = span.start;
    while (value < m_text.size() && m_text[value] == ' ')
        ++value;
    const bool inFlow = isFlow(map);
    const bool onThisLine = value < m_text.size() && m_text[value] != '\n' && m_text[value] != '\r' && m_text[value] != '#';
    const qsizetype end = inFlow ? 0 : blockEnd(keyStart, columnOf(keyStart), map.at(key).isSequence());
    const bool isBlockText = onThisLine && (m_text[value] == '|' || m_text[value] == '>');
    if (inFlow) {
        while (value < m_text.size() && (m_text[value] == '\n' || m_text[value] == ' '))
            ++value;
        span.end = inlineEnd(value, true);
    } else if (isBlockText) {
        span.end = blockTextEnd(keyStart, columnOf(keyStart));
    } else if (!onThisLine) {
        span.end = end;
    } else {
        span.end = inlineEnd(value, false);
        // A plain text that goes on in further lines ends with its block.
        if (m_text[value] != '"' && m_text[value] != '\'' && m_text[value] != '{' && m_text[value] != '[')
            span.end = end > lineEnd(value) ? end : span.end;
    }
    return span;
}

YamlEdit::Span YamlEdit::itemSpan(const YamlNode &sequence, size_t index) const
{
    const YamlNode item = sequence.items()[index];
    const qsizetype start = offsetOf(item);
    if (isFlow(sequence))
        return {start, inlineEnd(start, true)};
    if (isFlow(item) || (item.isScalar() && start < m_text.size() && (m_text[start] == '"' || m_text[start] == '\'')))
        return {start, inlineEnd(start, false)};
    const qsizetype dash = offsetOf(sequence);
    if (item.isScalar()) {
        const qsizetype end = blockEnd(start, columnOf(dash), false);
        return {start, end > lineEnd(start) ? end : inlineEnd(start, false)};
    }
    return {start, blockEnd(start, columnOf(dash), false)};
}

void YamlEdit::change(const YamlNode &node, const YamlValue &before, const YamlValue &after)
{
    if (before == after)
        return;
    if (after.kind == YamlValue::Kind::Map && before.kind == YamlValue::Kind::Map && node.isMap())
        changeMap(node, before, after);
    else if (after.kind == YamlValue::Kind::Sequence && before.kind == YamlValue::Kind::Sequence && node.isSequence())
        changeSequence(node, before, after);
}

void YamlEdit::changeMap(const YamlNode &node, const YamlValue &before, const YamlValue &after)
{
    for (const auto &[key, value] : after.entries) {
        const YamlValue *old = before.find(key);
        if (old && *old == value)
            continue;
        if (!node.has(key)) {
            addKey(node, key, value);
            continue;
        }
        const YamlNode child = node.at(key);
        const bool inside = old && old->kind == value.kind && ((value.kind == YamlValue::Kind::Map && child.isMap()) || (value.kind == YamlValue::Kind::Sequence && child.isSequence() && child.items().size() == old->items.size()));
        if (inside)
            change(child, *old, value);
        else
            splice(valueSpan(node, key), ' ' + flowText(value));
    }
    for (const auto &[key, value] : before.entries)
        if (!after.find(key) && node.has(key))
            removeKey(node, key);
}

void YamlEdit::changeSequence(const YamlNode &node, const YamlValue &before, const YamlValue &after)
{
    const std::vector<YamlNode> items = node.items();
    const auto &old = before.items;
    const auto &wanted = after.items;
    if (items.size() != old.size())
        return; // not the node that was read: the caller's check refuses it
    // What is the same at both ends stays where it is, with its comments.
    size_t first = 0;
    while (first < std::min(old.size(), wanted.size()) && old[first] == wanted[first])
        ++first;
    size_t tail = 0;
    while (tail < std::min(old.size(), wanted.size()) - first && old[old.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
        ++tail;
    const size_t oldEnd = old.size() - tail;
    const size_t wantedEnd = wanted.size() - tail;
    const size_t paired = std::min(oldEnd, wantedEnd);
    for (size_t i = first; i < paired; ++i) {
        if (items[i].isMap() && old[i].kind == YamlValue::Kind::Map && wanted[i].kind == YamlValue::Kind::Map)
            change(items[i], old[i], wanted[i]);
        else
            replaceItem(node, i, wanted[i]);
    }
    for (size_t i = paired; i < wantedEnd; ++i)
        insert(node, oldEnd, wanted[i]);
    if (paired < oldEnd)
        removeItems(node, paired, oldEnd - paired);
}

void YamlEdit::replaceItem(const YamlNode &sequence, size_t index, const YamlValue &value)
{
    splice(itemSpan(sequence, index), flowText(value));
}

void YamlEdit::addKey(const YamlNode &map, const QString &key, const YamlValue &value)
{
    const QByteArray entry = flowText(YamlValue::text(key)) + ": " + flowText(value);
    const qsizetype start = offsetOf(map);
    if (isFlow(map)) {
        qsizetype end = inlineEnd(start, true) - 1;
        while (end > start + 1 && (m_text[end - 1] == ' ' || m_text[end - 1] == '\n'))
            --end;
        splice({end, end}, (map.keys().isEmpty() ? QByteArray() : QByteArray(", ")) + entry);
        return;
    }
    const qsizetype column = columnOf(start);
    const QString last = map.keys().isEmpty() ? QString() : map.keys().back();
    const qsizetype end = last.isEmpty() ? start : blockEnd(offsetOf(map.keyNode(last)), column, map.at(last).isSequence());
    splice({end, end}, '\n' + QByteArray(column, ' ') + entry);
}

void YamlEdit::removeKey(const YamlNode &map, const QString &key)
{
    const QStringList keys = map.keys();
    const qsizetype place = keys.indexOf(key);
    const qsizetype start = offsetOf(map.keyNode(key));
    if (isFlow(map)) {
        const Span value = valueSpan(map, key);
        const bool isLast = place + 1 == keys.size();
        if (!isLast)
            splice({start, offsetOf(map.keyNode(keys[place + 1]))}, {});
        else if (place > 0)
            splice({valueSpan(map, keys[place - 1]).end, value.end}, {});
        else
            splice({start, value.end}, {});
        return;
    }
    const qsizetype end = blockEnd(start, columnOf(start), map.at(key).isSequence());
    const bool opensItem = !QByteArrayView(m_text).sliced(lineStart(start), columnOf(start)).trimmed().isEmpty();
    if (opensItem && place + 1 < keys.size())
        splice({start, offsetOf(map.keyNode(keys[place + 1]))}, {});
    else
        splice({lineStart(start) > 0 ? lineStart(start) - 1 : 0, end}, {});
}

void YamlEdit::append(const YamlNode &sequence, const YamlValue &item)
{
    const qsizetype start = offsetOf(sequence);
    if (isFlow(sequence)) {
        qsizetype end = inlineEnd(start, true) - 1;
        while (end > start + 1 && (m_text[end - 1] == ' ' || m_text[end - 1] == '\n'))
            --end;
        splice({end, end}, (sequence.items().empty() ? QByteArray() : QByteArray(", ")) + flowText(item));
        return;
    }
    const qsizetype column = columnOf(start);
    const qsizetype end = blockEnd(start, column, true);
    splice({end, end}, '\n' + QByteArray(column, ' ') + "- " + flowText(item));
}

void YamlEdit::insert(const YamlNode &sequence, size_t index, const YamlValue &item)
{
    const std::vector<YamlNode> items = sequence.items();
    if (index >= items.size())
        return append(sequence, item);
    if (isFlow(sequence)) {
        const qsizetype start = itemSpan(sequence, index).start;
        return splice({start, start}, flowText(item) + ", ");
    }
    const qsizetype column = columnOf(offsetOf(sequence));
    const QByteArray entry = QByteArray(column, ' ') + "- " + flowText(item);
    if (index == 0) {
        const qsizetype start = lineStart(itemSpan(sequence, 0).start);
        return splice({start, start}, entry + '\n');
    }
    const qsizetype end = blockEnd(itemSpan(sequence, index - 1).start, column, false);
    splice({end, end}, '\n' + entry);
}

void YamlEdit::remove(const YamlNode &sequence, size_t index)
{
    removeItems(sequence, index, 1);
}

void YamlEdit::removeItems(const YamlNode &sequence, size_t first, size_t count)
{
    const std::vector<YamlNode> items = sequence.items();
    const size_t last = first + count - 1;
    const Span span{itemSpan(sequence, first).start, itemSpan(sequence, last).end};
    if (isFlow(sequence)) {
        if (last + 1 < items.size())
            splice({span.start, offsetOf(items[last + 1])}, {});
        else if (first > 0)
            splice({itemSpan(sequence, first - 1).end, span.end}, {});
        else
            splice(span, {});
        return;
    }
    if (items.size() == count) {
        splice({offsetOf(sequence), span.end}, "[]");
        return;
    }
    const qsizetype start = lineStart(span.start);
    const qsizetype end = blockEnd(itemSpan(sequence, last).start, columnOf(offsetOf(sequence)), false);
    splice({start, std::min(end + 1, m_text.size())}, {});
}

QByteArray YamlEdit::result() const
{
    std::vector<Splice> ordered = m_splices;
    std::stable_sort(ordered.begin(), ordered.end(), [](const Splice &a, const Splice &b) { return a.span.start < b.span.start; });
    QByteArray text;
    qsizetype at = 0;
    for (const Splice &splice : ordered) {
        if (splice.span.start < at) // two changes of the same place: the caller's check finds what is missing
            continue;
        text += QByteArrayView(m_text).sliced(at, splice.span.start - at);
        text += splice.text;
        at = splice.span.end;
    }
    return text + m_text.mid(at);
}

} // namespace Watchfloor
