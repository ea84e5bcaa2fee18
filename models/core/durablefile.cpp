#include "models/core/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace Watchfloor {

namespace {

/// Closes on every way out.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }

private:
    int m_number;
};

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

Result<void> syncFolderOf(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const Descriptor descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor || ::fsync(descriptor.get()) != 0)
        return fileError(errno, folder);
    return {};
}

} // namespace

Error fileError(int errnoValue, const QString &path)
{
    const auto kind = [errnoValue] {
        switch (errnoValue) {
        case ENOSPC:
        case EDQUOT:
            return Error::Kind::DiskFull;
        case EACCES:
        case EPERM:
        case EROFS:
            return Error::Kind::ReadOnly;
        case ENOENT:
        case ENOTDIR:
            return Error::Kind::NotFound;
        default:
            return Error::Kind::Io;
        }
    }();
    return {kind, QString::fromLocal8Bit(std::strerror(errnoValue)), path};
}

Result<void> appendDurably(const QString &path, const QByteArray &bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const bool isNew = ::access(name.constData(), F_OK) != 0;
    const Descriptor descriptor(::open(name.constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600));
    if (!descriptor)
        return fileError(errno, path);
    const off_t before = ::lseek(descriptor.get(), 0, SEEK_END);
    if (!writeAll(descriptor.get(), bytes) || ::fdatasync(descriptor.get()) != 0) {
        Error error = fileError(errno, path);
        // A part of a record, or one that nobody believes in, is worse than none; what stood before is untouched either way.
        if (before >= 0 && ::ftruncate(descriptor.get(), before) != 0)
            error.detail += QStringLiteral("; what was written of it could not be taken back");
        return error;
    }
    return isNew ? syncFolderOf(path) : Result<void>();
}

Result<void> replaceDurably(const QString &path, const QByteArray &bytes)
{
    const QByteArray temporary = QFile::encodeName(path + QStringLiteral(".new"));
    {
        const Descriptor descriptor(::open(temporary.constData(), O_WRONLY | O_TRUNC | O_CREAT | O_CLOEXEC, 0600));
        if (!descriptor)
            return fileError(errno, path);
        if (!writeAll(descriptor.get(), bytes) || ::fdatasync(descriptor.get()) != 0) {
            const int failure = errno;
            ::unlink(temporary.constData());
            return fileError(failure, path);
        }
    }
    if (::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0) {
        const int failure = errno;
        ::unlink(temporary.constData());
        return fileError(failure, path);
    }
    return syncFolderOf(path);
}

Result<QString> setAside(const QString &path)
{
    QString aside = path + QStringLiteral(".damaged");
    for (int i = 2; QFile::exists(aside); ++i)
        aside = QStringLiteral("%1.damaged%2").arg(path).arg(i);
    QFile file(path);
    if (!file.rename(aside))
        return Error{Error::Kind::Io, file.errorString(), path};
    return aside;
}

} // namespace Watchfloor
