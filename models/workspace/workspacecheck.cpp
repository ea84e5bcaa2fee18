#include "models/workspace/workspacecheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Watchfloor {

QByteArray faultsJson(const std::vector<Fault> &faults)
{
    QJsonArray errors;
    for (const Fault &fault : faults)
        errors.append(QJsonObject{{QStringLiteral("file"), fault.file},
                                  {QStringLiteral("line"), fault.line},
                                  {QStringLiteral("column"), fault.column},
                                  {QStringLiteral("path"), fault.path},
                                  {QStringLiteral("message"), fault.message}});
    return QJsonDocument(QJsonObject{{QStringLiteral("errors"), errors}}).toJson(QJsonDocument::Compact);
}

QString faultsText(const std::vector<Fault> &faults)
{
    QStringList lines;
    for (const Fault &fault : faults)
        lines.append(fault.toString());
    return lines.join(u'\n');
}

} // namespace Watchfloor
