#include "models/stack/stackfolder.h"

#include "models/core/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr QLatin1String ownerFile("owner");
constexpr QLatin1String pidFolder("pids");
constexpr QLatin1String pattern("wf-XXXXXX");

std::optional<ProcessIdentity> recorded(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? parseIdentity(file.read(64)) : std::nullopt;
}

/// A directory of ours, not a link to one.
bool isOurFolder(const QString &path)
{
    struct stat facts{};
    return lstat(QFile::encodeName(path).constData(), &facts) == 0 && S_ISDIR(facts.st_mode) && facts.st_uid == geteuid();
}

void killSession(const ProcessIdentity &leader)
{
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const auto pid = pid_t(entry.toInt());
        if (pid > 1 && getsid(pid) == pid_t(leader.pid))
            ::kill(pid, SIGKILL);
    }
}

} // namespace

QString StackFolder::defaultParent()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo(runtime).isWritable() ? QDir::cleanPath(runtime) : u"/tmp"_s;
}

StackFolder::~StackFolder()
{
    remove();
}

Result<void> StackFolder::create(const QString &parent)
{
    const QString wanted = QDir(parent).absoluteFilePath(pattern);
    static const QRegularExpression plain(u"^[A-Za-z0-9/._-]+$"_s);
    if (!plain.match(wanted).hasMatch())
        return Error{Error::Kind::Invalid, u"the folder's path must consist of letters, digits and / . _ - alone"_s, parent};
    if (wanted.size() > longestPath)
        return Error{Error::Kind::Invalid, u"the folder's path would have %1 bytes, at most %2 are possible"_s.arg(wanted.size()).arg(longestPath), parent};
    QByteArray name = QFile::encodeName(wanted);
    if (mkdtemp(name.data()) == nullptr)
        return fileError(errno, parent);
    m_path = QFile::decodeName(name);
    const auto own = identityOf(getpid());
    return own ? write(ownerFile, identityText(*own)) : Result<void>(Error{Error::Kind::Io, u"/proc cannot be read"_s, u"/proc"_s});
}

bool StackFolder::remove()
{
    if (m_path.isEmpty())
        return true;
    // A server that is going down may still make a file while the folder is emptied.
    const bool gone = QDir(m_path).removeRecursively() || QDir(m_path).removeRecursively();
    m_path.clear();
    return gone;
}

Result<void> StackFolder::write(const QString &relativePath, const QByteArray &bytes) const
{
    const QString path = QDir(m_path).filePath(relativePath);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return Error{Error::Kind::Io, u"its folder cannot be made"_s, path};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size() || !file.flush())
        return Error{Error::Kind::Io, file.errorString(), path};
    return {};
}

Result<void> StackFolder::record(const QString &server, qint64 pid) const
{
    const auto identity = identityOf(pid);
    return identity ? write(pidFolder + u'/' + server, identityText(*identity)) : Result<void>();
}

void StackFolder::forget(const QString &server) const
{
    QFile::remove(m_path + u'/' + pidFolder + u'/' + server);
}

int endLeftovers(const QString &parent)
{
    int ended = 0;
    for (const QString &name : QDir(parent).entryList({u"wf-??????"_s}, QDir::Dirs | QDir::NoSymLinks)) {
        const QString folder = QDir(parent).filePath(name);
        const auto owner = recorded(folder + u'/' + ownerFile);
        if (!owner || isAlive(*owner) || !isOurFolder(folder))
            continue;
        const QDir pids(folder + u'/' + pidFolder);
        for (const QString &server : pids.entryList(QDir::Files)) {
            const auto identity = recorded(pids.filePath(server));
            if (!identity || !isAlive(*identity))
                continue;
            // First what it started, then itself, while its session still bears its number.
            killSession(*identity);
            ::kill(pid_t(identity->pid), SIGKILL);
        }
        QDir(folder).removeRecursively();
        ++ended;
    }
    return ended;
}

} // namespace Watchfloor
