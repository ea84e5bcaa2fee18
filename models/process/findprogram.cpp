#include "models/process/process.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <array>

namespace Watchfloor {

namespace {

struct ProgramPackage
{
    QLatin1String program;
    QLatin1String package;
};

/// What Debian calls the package that has a program; the demo platform and runbooks name these.
constexpr std::array packages{
    ProgramPackage{QLatin1String("prometheus"), QLatin1String("prometheus")},
    ProgramPackage{QLatin1String("promtool"), QLatin1String("prometheus")},
    ProgramPackage{QLatin1String("prometheus-alertmanager"), QLatin1String("prometheus-alertmanager")},
    ProgramPackage{QLatin1String("amtool"), QLatin1String("prometheus-alertmanager")},
    ProgramPackage{QLatin1String("prometheus-node-exporter"), QLatin1String("prometheus-node-exporter")},
    ProgramPackage{QLatin1String("prometheus-redis-exporter"), QLatin1String("prometheus-redis-exporter")},
    ProgramPackage{QLatin1String("redis-server"), QLatin1String("redis-server")},
    ProgramPackage{QLatin1String("redis-cli"), QLatin1String("redis-tools")},
    ProgramPackage{QLatin1String("supervisord"), QLatin1String("supervisor")},
    ProgramPackage{QLatin1String("supervisorctl"), QLatin1String("supervisor")},
    ProgramPackage{QLatin1String("git"), QLatin1String("git")},
    ProgramPackage{QLatin1String("curl"), QLatin1String("curl")},
    ProgramPackage{QLatin1String("ssh"), QLatin1String("openssh-client")},
    ProgramPackage{QLatin1String("openssl"), QLatin1String("openssl")},
};

QString missingSentence(const QString &name)
{
    const auto found = std::find_if(packages.begin(), packages.end(),
                                    [&name](const ProgramPackage &package) { return package.program == name; });
    const QString missing = QStringLiteral("%1 is not on the PATH").arg(name);
    if (found == packages.end())
        return missing;
    return missing + QStringLiteral("; Debian has it in the package %1 (apt install %1)").arg(found->package);
}

} // namespace

Result<QString> findProgram(const QString &name)
{
    if (name.isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("no program is named"), {}};
    if (name.contains(u'/')) {
        const QFileInfo file(name);
        if (file.isFile() && file.isExecutable())
            return file.absoluteFilePath();
        return Error{Error::Kind::MissingTool, QStringLiteral("%1 is not a program").arg(name), name};
    }
    const QString path = QStandardPaths::findExecutable(name);
    if (path.isEmpty())
        return Error{Error::Kind::MissingTool, missingSentence(name), name};
    return path;
}

} // namespace Watchfloor
