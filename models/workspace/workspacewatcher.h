#pragma once

#include "models/workspace/workspace.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace Watchfloor {

/// Reads the workspace again whenever one of its files changes. A broken one is reported and the last good one stays.
class WorkspaceWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceWatcher(const Workspace &workspace, QObject *parent = nullptr);

Q_SIGNALS:
    void reloaded(const Watchfloor::Workspace &workspace);
    void broken(const std::vector<Watchfloor::Fault> &faults);

private:
    void watch(const Workspace &workspace);
    void read();

    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QString m_file;
    Workspace m_last;
    bool m_isBroken = false;
};

} // namespace Watchfloor
