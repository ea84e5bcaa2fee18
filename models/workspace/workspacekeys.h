#pragma once

#include <QStringList>

#include <map>

namespace Watchfloor {

/// Every map with fixed keys that watchfloor.yaml may hold, by its path ("sources[].prometheus"; "" is the file itself), and the keys
/// it may have. The reader refuses all others, and a test holds the JSON Schema to this table.
const std::map<QString, QStringList> &workspaceKeys();

/// The keys of one of them.
const QStringList &keysAt(const QString &path);

} // namespace Watchfloor
