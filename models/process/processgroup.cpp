#include "models/process/processgroup.h"

#include <QByteArray>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <dirent.h>
#include <memory>
#include <unistd.h>

namespace Watchfloor {

namespace {

struct ProcessStat
{
    char state = 0;
    qint64 group = 0;
    qint64 session = 0;
};

/// Fields 3, 5 and 6 of /proc/PID/stat (proc(5)). The name before them may hold spaces and brackets: the last bracket ends it.
ProcessStat statOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 4 || fields[0].isEmpty())
        return {};
    return {fields[0][0], fields[2].toLongLong(), fields[3].toLongLong()};
}

} // namespace

QList<qint64> groupMembers(qint64 leader)
{
    QList<qint64> members;
    if (leader <= 1)
        return members;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir("/proc"), &::closedir);
    while (const dirent *entry = folder ? ::readdir(folder.get()) : nullptr) {
        bool isNumber = false;
        const qint64 process = QByteArray(entry->d_name).toLongLong(&isNumber);
        if (!isNumber)
            continue;
        const ProcessStat stat = statOf(process);
        if ((stat.group == leader || stat.session == leader) && stat.state != 'Z' && stat.state != 'X')
            members << process;
    }
    return members;
}

void signalGroup(qint64 leader, int signal)
{
    if (leader <= 1)
        return;
    ::kill(-pid_t(leader), signal);
    for (const qint64 member : groupMembers(leader))
        if (::getpgid(pid_t(member)) != pid_t(leader))
            ::kill(pid_t(member), signal);
}

} // namespace Watchfloor
