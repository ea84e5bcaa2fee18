#pragma once

#include "models/core/result.h"
#include "models/text/fault.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Watchfloor {

/// A node of a YAML document with its place. Cheap to copy. yaml-cpp stands behind it and nowhere else.
class YamlNode
{
public:
    enum class Kind { Null, Scalar, Sequence, Map };

    YamlNode();
    Kind kind() const;
    bool isMap() const { return kind() == Kind::Map; }
    bool isSequence() const { return kind() == Kind::Sequence; }
    bool isScalar() const { return kind() == Kind::Scalar; }
    bool isNull() const { return kind() == Kind::Null; }
    int line() const;
    int column() const;
    /// "sources[1].prometheus.url"
    const QString &path() const;

    QString scalar() const;
    /// A scalar in quotes or a block scalar: a text, whatever it looks like.
    bool isQuoted() const;
    /// Children of a sequence.
    std::vector<YamlNode> items() const;
    /// Names of a map, in their order.
    QStringList keys() const;
    bool has(const QString &key) const;
    /// Child of a map; Null with the parent's place when absent.
    YamlNode at(const QString &key) const;
    /// The key itself, for a fault that is the key's and not its value's; Null with the map's place when absent.
    YamlNode keyNode(const QString &key) const;

    struct Tree;
    YamlNode(std::shared_ptr<const Tree> tree, QString path);

private:
    std::shared_ptr<const Tree> m_tree; ///< never null
    QString m_path;
};

/// Reads every document of the text. Refused with a place: duplicate keys, aliases that multiply beyond 10,000 nodes, depth over 64,
/// more than 4 MiB, tags, bad syntax, bytes that are not UTF-8. Merge keys (<<) are followed. Where there are faults the documents
/// are what could be read before or beside them.
struct YamlFile
{
    std::vector<YamlNode> documents;
    std::vector<Fault> faults;
};
YamlFile readYaml(const QByteArray &text, const QString &file);

/// Takes typed values out of nodes and collects what is wrong with them; a value that cannot be read is the default.
class YamlReader
{
public:
    explicit YamlReader(QString file)
        : m_file(std::move(file))
    {
    }

    void fault(const YamlNode &node, const QString &message);
    /// A fault for each key of a map that is not one of `known`, with the nearest known one named.
    void expectKeys(const YamlNode &map, const QStringList &known);
    /// A fault unless the node is a map with the key and a value; the child, or Null.
    YamlNode require(const YamlNode &map, const QString &key);

    /// Absent and empty nodes are the fallback, without a fault, here and below.
    QString text(const YamlNode &node, const QString &fallback = {});
    double number(const YamlNode &node, double fallback = 0);
    int integer(const YamlNode &node, int fallback = 0);
    bool boolean(const YamlNode &node, bool fallback = false);
    std::chrono::milliseconds duration(const YamlNode &node, std::chrono::milliseconds fallback = {});
    /// 0.1 or "10%" as a ratio, from 0 to 1.
    double ratio(const YamlNode &node, double fallback = 0);
    /// A sequence of texts, or one text as a list of one.
    QStringList texts(const YamlNode &node);

    const std::vector<Fault> &faults() const { return m_faults; }
    const QString &file() const { return m_file; }

private:
    QString m_file;
    std::vector<Fault> m_faults;
};

} // namespace Watchfloor
