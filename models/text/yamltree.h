#pragma once

#include "models/text/yaml.h"

#include <QHash>

namespace Watchfloor {

/// A line and a column of characters, both from 1; 0: nowhere.
struct YamlPlace
{
    int line = 0;
    int column = 0;
};

/// What was read, shared between a node and its aliases; paths are made on the way down, where they are asked for.
struct YamlNode::Tree
{
    struct Child
    {
        QString key; ///< empty in a sequence
        YamlPlace keyPlace;
        bool keyQuoted = false;
        std::shared_ptr<const Tree> value;
    };

    Kind kind = Kind::Null;
    bool quoted = false;
    YamlPlace place;
    QString scalar;
    std::vector<Child> children;
    QHash<QString, size_t> index; ///< of the larger maps only
    qint64 size = 1;              ///< nodes in it, aliases followed
    int height = 1;

    const Child *find(const QString &key) const
    {
        if (kind != Kind::Map)
            return nullptr;
        if (!index.isEmpty()) {
            const auto found = index.constFind(key);
            return found == index.constEnd() ? nullptr : &children[*found];
        }
        const auto found = std::find_if(children.begin(), children.end(), [&key](const Child &child) { return child.key == key; });
        return found == children.end() ? nullptr : &*found;
    }

    void append(Child child)
    {
        size += child.value->size;
        height = std::max(height, child.value->height + 1);
        children.push_back(std::move(child));
    }
};

} // namespace Watchfloor
