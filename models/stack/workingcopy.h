#pragma once

#include "models/process/process.h"
#include "models/stack/demoservices.h"

#include <vector>

namespace Watchfloor {

/// The environment git runs in: its own name and e-mail, and nothing of the user's configuration.
std::map<QString, QString> gitEnvironment();

/// git in a working copy.
Command gitCommand(const QString &directory, const QStringList &arguments);

/// The commands that make a service's working copy in `directory`, an existing folder, with its good releases on branch main; the
/// last is two days old at `nowSeconds`.
std::vector<Command> makeWorkingCopy(const DemoService &service, const QString &directory, qint64 nowSeconds);

/// The good releases as a stream for git fast-import.
QByteArray importStream(const DemoService &service, qint64 nowSeconds);

} // namespace Watchfloor
