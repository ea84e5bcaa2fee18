#pragma once

#include "models/core/result.h"
#include "models/stack/processidentity.h"

#include <QString>

namespace Watchfloor {

/// The private folder of a running stack: wf-XXXXXX, readable by its user alone, with the identity of its owner and of every
/// server in it, so that whatever a crash left behind can be ended later, and nothing else.
class StackFolder
{
public:
    /// Where stacks are made: $XDG_RUNTIME_DIR, else /tmp.
    static QString defaultParent();
    /// More than this and supervisord cannot make its socket.
    static constexpr int longestPath = 80;

    StackFolder() = default;
    ~StackFolder();
    StackFolder(const StackFolder &) = delete;
    StackFolder &operator=(const StackFolder &) = delete;

    /// Makes a new folder below `parent` that belongs to this process. Invalid when its path would be too long or could not stand in
    /// the servers' configuration files.
    Result<void> create(const QString &parent);
    /// Removes it with all that is in it; false when something is left.
    bool remove();
    QString path() const { return m_path; }

    /// Writes a file below the folder and the folders that lead to it.
    Result<void> write(const QString &relativePath, const QByteArray &bytes) const;
    /// Remembers a server that runs in this folder.
    Result<void> record(const QString &server, qint64 pid) const;
    void forget(const QString &server) const;

private:
    QString m_path;
};

/// Kills the servers of stacks below `parent` whose owner is dead, told by pid and start time, and removes their folders. Returns how
/// many folders there were. Folders of other users and of living owners are not touched.
int endLeftovers(const QString &parent);

} // namespace Watchfloor
