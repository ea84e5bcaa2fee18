#pragma once

#include "models/workspace/workspace.h"
#include "tests/support/testfiles.h"

#include <QDir>
#include <QTemporaryDir>

namespace Watchfloor::Testing {

inline const char *simpleSlo = R"(version: prometheus/v1
service: payment
slos:
  - name: availability
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(bad_total{service="payment"}[{{.window}}]))
        total_query: sum(rate(all_total{service="payment"}[{{.window}}]))
)";

inline const char *simpleRunbook = R"(---
runbook: rollback-payment
title: Roll payment back
match: ['alertname="HighErrorRate"']
target: payment
risk: disruptive
---
Only after a deploy.

```promql gate="errors are high"
up > 0
```
```sh step="Check out" timeout=60s
true
```
)";

/// A file of tests/data/workspace.
inline QByteArray dataFile(const char *name)
{
    const QByteArray text = contentOf(qEnvironmentVariable("WATCHFLOOR_SOURCE_DIR") + QStringLiteral("/tests/data/workspace/") + QString::fromLatin1(name));
    if (text.isEmpty())
        qFatal("cannot read %s", name);
    return text;
}

/// A folder with a workspace in it, gone with the object.
class WorkspaceFolder
{
public:
    QString path(const QString &name = {}) const { return QDir(m_folder.path()).filePath(name); }

    void write(const char *name, const QByteArray &text) const
    {
        const QString file = path(QString::fromLatin1(name));
        QDir().mkpath(QFileInfo(file).path());
        writeFile(file, text);
    }
    /// As an editor does: a new file takes the place of the old one.
    void replace(const char *name, const QByteArray &text) const
    {
        write("replacement~", text);
        const QString file = path(QString::fromLatin1(name));
        QFile::remove(file);
        if (!QFile::rename(path(QStringLiteral("replacement~")), file))
            qFatal("cannot replace %s", qPrintable(file));
    }
    WorkspaceDocument read(const QByteArray &text) const
    {
        write("watchfloor.yaml", text);
        return readWorkspace(m_folder.path());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace Watchfloor::Testing
