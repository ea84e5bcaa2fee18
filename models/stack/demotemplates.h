#pragma once

#include "models/core/result.h"
#include "models/stack/stackinfo.h"

#include <map>
#include <vector>

namespace Watchfloor {

using TemplateValues = std::map<QString, QString>;

/// Fills every @NAME@ of `text`. A name without a value is an error that says where it stands, so that no half-filled
/// configuration is ever started.
Result<QString> filledTemplate(const QString &text, const TemplateValues &values, const QString &where);

/// A file of the platform, below its folder.
struct StackFile
{
    QString path; ///< relative
    QString text;
};

/// Ports and programs that are not in StackInfo but in the templates.
struct StackPorts
{
    quint16 prometheus = 0;
    quint16 alertmanager = 0;
    quint16 nodeExporter = 0;
    quint16 redisExporter = 0;
};

/// The values that the templates of this platform are filled with; those of one service come on top.
TemplateValues templateValues(const StackInfo &info, const StackPorts &ports, const StackTiming &timing, const QString &servicePath);

/// Every configuration file of the servers and of the console's workspace, filled.
Result<std::vector<StackFile>> stackFiles(const StackInfo &info, const TemplateValues &values);

} // namespace Watchfloor
