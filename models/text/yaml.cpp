#include "models/text/yaml.h"

#include "models/text/yamllines.h"

#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

namespace Watchfloor {

namespace {
constexpr qsizetype bytesLimit = 4 * 1024 * 1024;
constexpr qint64 aliasedNodesLimit = 10'000;
constexpr size_t documentsLimit = 10'000;
constexpr size_t faultsLimit = 1'000;
constexpr size_t indexedFrom = 16;
constexpr qsizetype shownKeyLength = 64;

using Place = YamlPlace;
using Tree = YamlNode::Tree;
using TreePointer = std::shared_ptr<const Tree>;

QString childPath(const QString &path, const QString &key)
{
    const QString shown = key.left(shownKeyLength);
    return path.isEmpty() ? shown : path + QLatin1Char('.') + shown;
}

/// Reads from bytes that somebody else holds.
class ByteStream final : public std::streambuf
{
public:
    explicit ByteStream(const QByteArray &text)
    {
        // The get area of a streambuf is not const, though nothing is ever written to it.
        char *begin = const_cast<char *>(text.constData());
        setg(begin, begin, begin + text.size());
    }
};

/// Ends the reading; the fault is already written down.
struct Stop
{
};

/// Builds trees from yaml-cpp's events. Events, not YAML::Node: nodes hide duplicate keys and the places of keys, and aliases are
/// counted here before anything is multiplied.
class Builder final : public YAML::EventHandler
{
public:
    Builder(const YamlLines &lines, QString file, YamlFile &into)
        : m_lines(lines)
        , m_file(std::move(file))
        , m_into(into)
    {
    }

    void fault(Place place, const QString &message)
    {
        if (m_into.faults.size() < faultsLimit)
            m_into.faults.push_back({m_file, place.line, place.column, path(), message});
    }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        m_stack.clear();
        m_anchors.clear();
        m_root.reset();
        // After its first document yaml-cpp takes whatever follows for another one, for ever where it cannot be read.
        if (!m_into.documents.empty() && !m_lines.rest(mark).startsWith("---") && !m_lines.endsDocumentBefore(mark))
            stop(mark, QStringLiteral("not valid YAML: unexpected text after the end of the document"));
        if (m_into.documents.size() >= documentsLimit)
            stop(mark, QStringLiteral("more than %1 documents in one file").arg(documentsLimit));
    }

    void OnDocumentEnd() override
    {
        if (m_root)
            m_into.documents.push_back(YamlNode(m_root, {}));
    }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        finish(made(YamlNode::Kind::Null, mark), anchor);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.constFind(anchor);
        if (found == m_anchors.constEnd())
            stop(mark, QStringLiteral("an alias refers to the value that holds it"));
        m_aliasedNodes += (*found)->size;
        if (m_aliasedNodes > aliasedNodesLimit)
            stop(mark, QStringLiteral("aliases multiply to more than %1 values").arg(aliasedNodesLimit));
        if (int(m_stack.size()) + (*found)->height > yamlDepthLimit)
            stopTooDeep(mark);
        add(*found);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override
    {
        refuseTag(mark, tag);
        auto node = made(YamlNode::Kind::Scalar, mark);
        node->scalar = QString::fromUtf8(value.data(), qsizetype(value.size()));
        node->quoted = tag == "!";
        finish(std::move(node), anchor);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        refuseTag(mark, tag);
        push(made(YamlNode::Kind::Sequence, mark), mark, anchor);
    }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        refuseTag(mark, tag);
        push(made(YamlNode::Kind::Map, mark), mark, anchor);
    }

    void OnSequenceEnd() override { pop(); }

    void OnMapEnd() override
    {
        merge(*m_stack.back().node);
        pop();
    }

private:
    struct Frame
    {
        std::shared_ptr<Tree> node;
        YAML::anchor_t anchor = 0;
        QSet<QString> seen;
        std::optional<Tree::Child> key; ///< waits for its value
        bool dropped = false;           ///< the value that comes belongs to a key that was refused
    };

    [[noreturn]] void stop(const YAML::Mark &mark, const QString &message)
    {
        fault(m_lines.place(mark), message);
        throw Stop();
    }
    [[noreturn]] void stopTooDeep(const YAML::Mark &mark)
    {
        stop(mark, QStringLiteral("nested deeper than %1 levels").arg(yamlDepthLimit));
    }

    void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!")
            fault(m_lines.place(mark), QStringLiteral("tags are not read: %1").arg(QString::fromStdString(tag).left(shownKeyLength)));
    }

    /// Where the reading stands, for faults.
    QString path() const
    {
        QString text;
        for (const Frame &frame : m_stack) {
            if (frame.node->kind == YamlNode::Kind::Sequence)
                text += QLatin1Char('[') + QString::number(frame.node->children.size()) + QLatin1Char(']');
            else if (frame.key)
                text = childPath(text, frame.key->key);
        }
        return text;
    }

    std::shared_ptr<Tree> made(YamlNode::Kind kind, const YAML::Mark &mark)
    {
        if (++m_nodes > yamlNodesLimit)
            stop(mark, QStringLiteral("more than %1 values in one file").arg(yamlNodesLimit));
        auto node = std::make_shared<Tree>();
        node->kind = kind;
        node->place = m_lines.place(mark);
        return node;
    }

    void push(std::shared_ptr<Tree> node, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (int(m_stack.size()) >= yamlDepthLimit)
            stopTooDeep(mark);
        m_stack.push_back({std::move(node), anchor, {}, {}, false});
    }

    void pop()
    {
        Frame frame = std::move(m_stack.back());
        m_stack.pop_back();
        if (frame.node->kind == YamlNode::Kind::Map && frame.node->children.size() > indexedFrom) {
            for (size_t at = 0; at < frame.node->children.size(); ++at)
                frame.node->index.insert(frame.node->children[at].key, at);
        }
        finish(std::move(frame.node), frame.anchor);
    }

    void finish(std::shared_ptr<Tree> node, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            m_anchors.insert(anchor, node);
        add(std::move(node));
    }

    void add(TreePointer node)
    {
        if (m_stack.empty()) {
            m_root = std::move(node);
            return;
        }
        Frame &frame = m_stack.back();
        if (frame.node->kind == YamlNode::Kind::Sequence)
            frame.node->append({{}, {}, false, std::move(node)});
        else if (frame.dropped)
            frame.dropped = false;
        else if (frame.key) {
            frame.key->value = placed(std::move(node), frame.key->keyPlace);
            frame.node->append(*std::exchange(frame.key, std::nullopt));
        } else {
            addKey(frame, *node);
        }
    }

    /// yaml-cpp marks a value that is not there where the next token starts; its key says better where it is missing.
    static TreePointer placed(TreePointer node, Place key)
    {
        if (node->kind != YamlNode::Kind::Null || node->place.line == key.line)
            return node;
        auto moved = std::make_shared<Tree>(*node);
        moved->place = key;
        return moved;
    }

    void addKey(Frame &frame, const Tree &key)
    {
        frame.dropped = true;
        if (key.kind != YamlNode::Kind::Scalar) {
            fault(key.place, QStringLiteral("a key must be a text"));
        } else if (frame.seen.contains(key.scalar)) {
            const Tree::Child *first = nullptr;
            for (const Tree::Child &child : frame.node->children)
                first = child.key == key.scalar ? &child : first;
            fault(key.place, QStringLiteral("\"%1\" stands here a second time, first in line %2")
                                 .arg(key.scalar.left(shownKeyLength)).arg(first ? first->keyPlace.line : 0));
        } else {
            frame.dropped = false;
            frame.seen.insert(key.scalar);
            frame.key = Tree::Child{key.scalar, key.place, key.quoted, {}};
        }
    }

    /// Follows <<, the merge key: what it brings yields to what stands there. Source: yaml.org/type/merge.html.
    void merge(Tree &map)
    {
        const auto found = std::find_if(map.children.begin(), map.children.end(),
                                        [](const Tree::Child &child) { return child.key == QLatin1String("<<") && !child.keyQuoted; });
        if (found == map.children.end())
            return;
        const Tree::Child mergeKey = *found;
        map.children.erase(found);
        std::vector<TreePointer> sources;
        if (mergeKey.value->kind == YamlNode::Kind::Sequence) {
            for (const Tree::Child &item : mergeKey.value->children)
                sources.push_back(item.value);
        } else {
            sources.push_back(mergeKey.value);
        }
        QSet<QString> &seen = m_stack.back().seen;
        for (const TreePointer &source : sources) {
            if (source->kind != YamlNode::Kind::Map) {
                fault(mergeKey.keyPlace, QStringLiteral("<< takes a map or a list of maps"));
                continue;
            }
            for (const Tree::Child &child : source->children) {
                if (!seen.contains(child.key)) {
                    seen.insert(child.key);
                    map.append(child);
                }
            }
        }
    }

    const YamlLines &m_lines;
    QString m_file;
    YamlFile &m_into;
    std::vector<Frame> m_stack;
    QHash<YAML::anchor_t, TreePointer> m_anchors;
    TreePointer m_root;
    qint64 m_nodes = 0;
    qint64 m_aliasedNodes = 0;
};

TreePointer nullTree(Place place = {})
{
    static const TreePointer placeless = std::make_shared<Tree>();
    if (place.line == 0)
        return placeless;
    auto tree = std::make_shared<Tree>();
    tree->place = place;
    return tree;
}
}

YamlNode::YamlNode()
    : m_tree(nullTree())
{
}

YamlNode::YamlNode(std::shared_ptr<const Tree> tree, QString path)
    : m_tree(std::move(tree))
    , m_path(std::move(path))
{
}

YamlNode::Kind YamlNode::kind() const { return m_tree->kind; }
int YamlNode::line() const { return m_tree->place.line; }
int YamlNode::column() const { return m_tree->place.column; }
const QString &YamlNode::path() const { return m_path; }
QString YamlNode::scalar() const { return m_tree->scalar; }
bool YamlNode::isQuoted() const { return m_tree->quoted; }
bool YamlNode::has(const QString &key) const { return m_tree->find(key) != nullptr; }

std::vector<YamlNode> YamlNode::items() const
{
    std::vector<YamlNode> items;
    if (!isSequence())
        return items;
    items.reserve(m_tree->children.size());
    for (const Tree::Child &child : m_tree->children)
        items.emplace_back(child.value, m_path + QLatin1Char('[') + QString::number(items.size()) + QLatin1Char(']'));
    return items;
}

QStringList YamlNode::keys() const
{
    QStringList keys;
    if (isMap()) {
        for (const Tree::Child &child : m_tree->children)
            keys.append(child.key);
    }
    return keys;
}

YamlNode YamlNode::at(const QString &key) const
{
    const Tree::Child *child = m_tree->find(key);
    return child ? YamlNode(child->value, childPath(m_path, key)) : YamlNode(nullTree(m_tree->place), m_path);
}

YamlNode YamlNode::keyNode(const QString &key) const
{
    const Tree::Child *child = m_tree->find(key);
    if (!child)
        return YamlNode(nullTree(m_tree->place), m_path);
    auto tree = std::make_shared<Tree>();
    tree->kind = Kind::Scalar;
    tree->scalar = key;
    tree->place = child->keyPlace;
    return YamlNode(std::move(tree), childPath(m_path, key));
}

YamlFile readYaml(const QByteArray &text, const QString &file)
{
    YamlFile read;
    if (text.size() > bytesLimit) {
        read.faults.push_back({file, 0, 0, {}, QStringLiteral("the file is larger than %1 MiB").arg(bytesLimit / 1024 / 1024)});
        return read;
    }
    const YamlLines lines(text);
    if (const auto fault = yamlRefusal(lines, file)) {
        read.faults.push_back(*fault);
        return read;
    }
    ByteStream bytes(text);
    std::istream stream(&bytes);
    Builder builder(lines, file, read);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop &) {
    } catch (const YAML::Exception &exception) {
        builder.fault(lines.place(exception.mark), QStringLiteral("not valid YAML: %1").arg(QString::fromStdString(exception.msg)));
    }
    return read;
}

} // namespace Watchfloor
