#include "models/workspace/workspacewatcher.h"

#include <QFileInfo>
#include <QSet>

namespace Watchfloor {

namespace {

// Editors write, rename and touch in one go; a reload in between would see half a file.
constexpr std::chrono::milliseconds settleTime{200};

} // namespace

WorkspaceWatcher::WorkspaceWatcher(const Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_file(workspace.file)
    , m_last(workspace)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &WorkspaceWatcher::read);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settle.start(); });
    watch(workspace);
}

/// Files for changes in place, folders for editors that replace a file and for files that come and go.
void WorkspaceWatcher::watch(const Workspace &workspace)
{
    if (m_file.isEmpty())
        return;
    QSet<QString> wanted(workspace.files.begin(), workspace.files.end());
    wanted.insert(m_file);
    for (const QString &file : QSet<QString>(wanted))
        wanted.insert(QFileInfo(file).absolutePath());
    const QStringList watchedNow = m_watcher.files() + m_watcher.directories();
    QStringList added;
    for (const QString &path : std::as_const(wanted))
        if (!watchedNow.contains(path) && QFileInfo::exists(path))
            added.append(path);
    QStringList removed;
    for (const QString &path : watchedNow)
        if (!wanted.contains(path))
            removed.append(path);
    if (!removed.isEmpty())
        m_watcher.removePaths(removed);
    if (!added.isEmpty())
        m_watcher.addPaths(added);
}

void WorkspaceWatcher::read()
{
    WorkspaceDocument document = readWorkspace(m_file);
    watch(document.workspace ? *document.workspace : m_last);
    if (!document.workspace) {
        m_isBroken = true;
        Q_EMIT broken(document.faults);
        return;
    }
    const bool wasBroken = std::exchange(m_isBroken, false);
    if (!wasBroken && *document.workspace == m_last)
        return;
    m_last = *document.workspace;
    Q_EMIT reloaded(m_last);
}

} // namespace Watchfloor
