#include "models/session/datafolder.h"

#include "models/core/durablefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace Watchfloor {

QString dataFolderOf(const QString &workspacePath)
{
    const QString canonical = QFileInfo(workspacePath).canonicalFilePath();
    const QByteArray hash =
        QCryptographicHash::hash((canonical.isEmpty() ? workspacePath : canonical).toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/watchfloor/")
           + QString::fromLatin1(hash);
}

Result<QString> prepareDataFolder(const QString &workspacePath)
{
    const QString folder = dataFolderOf(workspacePath);
    if (!QDir().mkpath(folder))
        return fileError(errno ? errno : EACCES, folder);
    const QByteArray name = QFile::encodeName(folder);
    ::chmod(name.constData(), 0700);
    if (::access(name.constData(), W_OK) != 0)
        return fileError(errno, folder);
    return folder;
}

} // namespace Watchfloor
