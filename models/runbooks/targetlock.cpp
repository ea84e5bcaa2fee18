#include "models/runbooks/targetlock.h"

#include "models/core/durablefile.h"
#include "models/core/format.h"

#include <QCryptographicHash>
#include <QDir>

#include <nlohmann/json.hpp>

#include <cerrno>
#include <unistd.h>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

using Json = nlohmann::json;

/// Whoever only asks who holds a target has its lock for a moment.
constexpr std::chrono::milliseconds patience(50);

/// Named by a hash, because a target is any text.
QString lockPath(const QString &folder, const QString &target)
{
    const QByteArray hash = QCryptographicHash::hash(target.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return folder + u'/' + QString::fromLatin1(hash) + u".lock"_s;
}

QByteArray written(const LockHolder &holder)
{
    const Json json{{"target", holder.target.toStdString()}, {"run", holder.run.toStdString()},
                    {"runbook", holder.runbook.toStdString()}, {"actor", holder.actor.toStdString()},
                    {"host", holder.host.toStdString()}, {"pid", holder.pid},
                    {"since", qint64(holder.since.time_since_epoch().count())}};
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QString textOf(const Json &json, const char *key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

qint64 numberOf(const Json &json, const char *key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<qint64>() : 0;
}

std::optional<LockHolder> readHolder(int descriptor)
{
    char bytes[4096];
    const ssize_t size = ::pread(descriptor, bytes, sizeof bytes, 0);
    if (size <= 0)
        return {};
    const Json json = Json::parse(bytes, bytes + size, nullptr, false);
    if (!json.is_object())
        return LockHolder{};
    return LockHolder{textOf(json, "target"), textOf(json, "run"), textOf(json, "runbook"), textOf(json, "actor"),
                      textOf(json, "host"), numberOf(json, "pid"), WallTime(std::chrono::milliseconds(numberOf(json, "since")))};
}

std::optional<LockHolder> readHolder(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return readHolder(file.handle());
}

} // namespace

TargetLock::TargetLock(FileLock lock, std::optional<LockHolder> leftBehind)
    : m_lock(std::move(lock))
    , m_leftBehind(std::move(leftBehind))
{
}

TargetLock::~TargetLock()
{
    if (m_lock.descriptor() >= 0 && ::ftruncate(m_lock.descriptor(), 0) != 0)
        return; // The name stays behind; the lock itself ends with the descriptor.
}

Result<TargetLock> TargetLock::acquire(const QString &folder, LockHolder holder)
{
    if (!QDir().mkpath(folder))
        return Error{Error::Kind::ReadOnly, u"the folder of the locks cannot be made"_s, folder};
    const QString path = lockPath(folder, holder.target);
    auto lock = FileLock::acquire(path, patience);
    if (!lock) {
        if (lock.error().kind != Error::Kind::Locked)
            return lock.error();
        const LockHolder other = readHolder(path).value_or(LockHolder{});
        return Error{Error::Kind::Locked,
                     u"held by %1 on %2 since %3 for %4"_s.arg(other.actor, other.host, Format::isoTime(other.since), other.runbook),
                     holder.target};
    }
    auto leftBehind = readHolder(lock->descriptor());
    const QByteArray bytes = written(holder);
    const int descriptor = lock->descriptor();
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, bytes.constData(), size_t(bytes.size()), 0) != bytes.size()
        || ::fdatasync(descriptor) != 0)
        return fileError(errno, path);
    return TargetLock(std::move(*lock), std::move(leftBehind));
}

std::optional<LockHolder> TargetLock::holder(const QString &folder, const QString &target)
{
    const QString path = lockPath(folder, target);
    if (!QFile::exists(path))
        return {};
    const auto lock = FileLock::acquire(path);
    if (lock || lock.error().kind != Error::Kind::Locked)
        return {};
    LockHolder unnamed;
    unnamed.target = target;
    return readHolder(path).value_or(unnamed);
}

} // namespace Watchfloor
