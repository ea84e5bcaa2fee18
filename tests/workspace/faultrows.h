#pragma once

#include "tests/workspace/workspacefolder.h"

#include <QTest>

namespace Watchfloor::Testing {

/// The columns of faultRow() and compareOnlyFault().
inline void addFaultColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("word");
}

/// A workspace with one fault: where it stands, and a word of what is said of it. Line 0, no path and no word: any.
inline void faultRow(const char *name, const QByteArray &text, int line, const char *path, const char *word)
{
    QTest::newRow(name) << text << line << QString::fromLatin1(path) << QString::fromUtf8(word);
}

/// Reads the workspace of the row.
inline void compareOnlyFault()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, path);
    QFETCH(QString, word);
    WorkspaceFolder folder;
    const WorkspaceDocument document = folder.read(text);
    QVERIFY(!document.workspace);
    QCOMPARE(document.faults.size(), size_t(1));
    const Fault &fault = document.faults.front();
    QCOMPARE(fault.file, folder.path(QStringLiteral("watchfloor.yaml")));
    if (line > 0)
        QCOMPARE(fault.line, line);
    if (!path.isEmpty())
        QCOMPARE(fault.path, path);
    QVERIFY2(fault.message.contains(word), qPrintable(fault.toString()));
    QVERIFY2(!fault.toString().contains(u"hunter2"), "a secret reached a message");
}

} // namespace Watchfloor::Testing
