#include "models/runbooks/filelock.h"

#include "models/core/durablefile.h"

#include <QFile>

#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Watchfloor {

namespace {

constexpr std::chrono::milliseconds pause(5);

/// Somebody may have removed the file between open and flock; a lock on a nameless file keeps nobody out.
bool isStillAt(int descriptor, const QByteArray &name)
{
    struct stat held{};
    struct stat named{};
    return ::fstat(descriptor, &held) == 0 && ::stat(name.constData(), &named) == 0 && held.st_dev == named.st_dev
        && held.st_ino == named.st_ino;
}

void rest()
{
    const timespec time{0, std::chrono::nanoseconds(pause).count()};
    ::nanosleep(&time, nullptr);
}

} // namespace

Result<FileLock> FileLock::acquire(const QString &path, std::chrono::milliseconds patience)
{
    const QByteArray name = QFile::encodeName(path);
    std::chrono::milliseconds waited{};
    while (true) {
        FileLock lock(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (lock.m_descriptor < 0)
            return fileError(errno, path);
        if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) == 0) {
            if (isStillAt(lock.m_descriptor, name))
                return lock;
        } else if (errno != EWOULDBLOCK && errno != EINTR) {
            return fileError(errno, path);
        }
        if (waited >= patience)
            return Error{Error::Kind::Locked, QStringLiteral("held by another process"), path};
        rest();
        waited += pause;
    }
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace Watchfloor
