#include "app/workspacechoice.h"

#include "app/settings.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <iostream>

namespace Watchfloor {

Result<QString> chooseWorkspace(const QString &given)
{
    if (!given.isEmpty())
        return given;
    const QString here = QStringLiteral("watchfloor.yaml");
    if (QFileInfo::exists(here))
        return here;
    const QString last = loadSettings().lastWorkspace;
    if (!last.isEmpty() && QFileInfo::exists(last))
        return last;
    return Error{Error::Kind::NotFound,
                 QCoreApplication::translate("Watchfloor", "No workspace was named, there is no watchfloor.yaml here, and none was opened before. Name one, "
                                                           "give a Prometheus' URL, or try --demo."),
                 here};
}

std::optional<QUrl> givenUrl(const QString &given)
{
    if (!given.startsWith(u"http://") && !given.startsWith(u"https://"))
        return std::nullopt;
    const QUrl url(given, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

std::optional<Workspace> readOrExplain(const QString &path)
{
    WorkspaceDocument document = readWorkspace(path);
    for (const Fault &fault : document.faults)
        std::cerr << fault.toString().toStdString() << '\n';
    return std::move(document.workspace);
}

} // namespace Watchfloor
