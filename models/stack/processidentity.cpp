#include "models/stack/processidentity.h"

#include <QFile>
#include <QList>

namespace Watchfloor {

std::optional<ProcessIdentity> identityOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    // The program's name may hold blanks and brackets, so the fields are counted from the last bracket; the state is field 3.
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype startTime = 22 - 3;
    if (fields.size() <= startTime || fields[0] == "Z" || fields[0] == "X")
        return std::nullopt;
    return ProcessIdentity{.pid = pid, .startTicks = fields[startTime].toLongLong()};
}

bool isAlive(const ProcessIdentity &identity)
{
    return identityOf(identity.pid) == identity;
}

QByteArray identityText(const ProcessIdentity &identity)
{
    return QByteArray::number(identity.pid) + ' ' + QByteArray::number(identity.startTicks) + '\n';
}

std::optional<ProcessIdentity> parseIdentity(const QByteArray &text)
{
    const QList<QByteArray> words = text.trimmed().split(' ');
    if (words.size() != 2)
        return std::nullopt;
    bool pidGood = false;
    bool startGood = false;
    const ProcessIdentity identity{.pid = words[0].toLongLong(&pidGood), .startTicks = words[1].toLongLong(&startGood)};
    // 0, 1 and negative numbers mean groups, init or everybody to kill(2).
    if (!pidGood || !startGood || identity.pid < 2)
        return std::nullopt;
    return identity;
}

} // namespace Watchfloor
