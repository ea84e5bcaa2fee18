#pragma once

#include "models/text/yaml.h"
#include "models/text/yamlvalue.h"

namespace Watchfloor {

/// Changes a YAML text by splicing: what does not change keeps its comments, order and layout. Nodes are those of readYaml() of the same text.
/// Source: YAML 1.2, chapters 7 and 8.
class YamlEdit
{
public:
    explicit YamlEdit(QByteArray text);

    /// Where `after` differs from `before`, the node is made to say so; both are what the node means, before and after.
    void change(const YamlNode &node, const YamlValue &before, const YamlValue &after);
    /// One more item at the end of a sequence.
    void append(const YamlNode &sequence, const YamlValue &item);
    void remove(const YamlNode &sequence, size_t index);

    /// The text with all changes in it. Callers read it again and compare: a layout that is not understood must not be written.
    QByteArray result() const;

private:
    struct Span
    {
        qsizetype start = 0;
        qsizetype end = 0;
    };
    struct Splice
    {
        Span span;
        QByteArray text;
    };

    qsizetype offsetOf(const YamlNode &node) const;
    qsizetype lineStart(qsizetype at) const;
    qsizetype lineEnd(qsizetype at) const;
    qsizetype columnOf(qsizetype at) const { return at - lineStart(at); }
    bool isFlow(const YamlNode &node) const;
    /// From the start of a flow node, quoted or plain scalar to its end.
    qsizetype inlineEnd(qsizetype start, bool inFlow) const;
    /// The end of everything indented more than `column` after the line of `at`; with `dashes`, lines of a sequence at that column too.
    qsizetype blockEnd(qsizetype at, qsizetype column, bool dashes) const;
    /// The end of a literal or folded text, in which a line that begins with # is a line as any other.
    qsizetype blockTextEnd(qsizetype at, qsizetype column) const;
    /// From behind the colon of a key to the end of its value.
    Span valueSpan(const YamlNode &map, const QString &key) const;
    qsizetype afterColon(qsizetype keyStart) const;
    Span itemSpan(const YamlNode &sequence, size_t index) const;
    void splice(Span span, QByteArray text) { m_splices.push_back({span, std::move(text)}); }
    void changeMap(const YamlNode &node, const YamlValue &before, const YamlValue &after);
    void changeSequence(const YamlNode &node, const YamlValue &before, const YamlValue &after);
    void addKey(const YamlNode &map, const QString &key, const YamlValue &value);
    void removeKey(const YamlNode &map, const QString &key);
    void insert(const YamlNode &sequence, size_t index, const YamlValue &item);
    void removeItems(const YamlNode &sequence, size_t first, size_t count);
    void replaceItem(const YamlNode &sequence, size_t index, const YamlValue &value);

    QByteArray m_text;
    std::vector<qsizetype> m_lines;
    std::vector<Splice> m_splices;
};

} // namespace Watchfloor
