#include "models/workspace/includes.h"
#include "tests/support/testregistry.h"
#include "tests/workspace/workspacefolder.h"

#include <QTest>

#include <sys/stat.h>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expandsPatterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one file") << "slos/a.yaml" << "slos/a.yaml";
        QTest::newRow("star") << "slos/*.yaml" << "slos/a.yaml slos/b.yaml";
        QTest::newRow("question mark") << "slos/?.yaml" << "slos/a.yaml slos/b.yaml";
        QTest::newRow("letters") << "slos/[b-z].yaml" << "slos/b.yaml";
        QTest::newRow("star does not cross folders") << "*.yaml" << "top.yaml";
        QTest::newRow("folders") << "*/*.yaml" << "slos/a.yaml slos/b.yaml";
        QTest::newRow("any depth") << "**/*.yaml" << "slos/a.yaml slos/b.yaml slos/deep/down/c.yaml top.yaml";
        QTest::newRow("here") << "./top.yaml" << "top.yaml";
        QTest::newRow("nothing") << "slos/*.json" << "";
        QTest::newRow("a folder is no file") << "slos" << "";
    }
    void expandsPatterns()
    {
        QFETCH(QString, pattern);
        WorkspaceFolder folder;
        for (const char *name : {"top.yaml", "slos/a.yaml", "slos/b.yaml", "slos/c.txt", "slos/deep/down/c.yaml"})
            folder.write(name, "x");
        const auto found = expandedGlob(folder.path(), pattern);
        QVERIFY(found.ok());
        QStringList names;
        const QDir root(QDir(folder.path()).canonicalPath());
        for (const QString &file : *found)
            names.append(root.relativeFilePath(file));
        QTEST(names.join(u' '), "expected");
    }

    void staysInsideTheFolder_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("absolute") << "/etc/passwd";
        QTest::newRow("above") << "../*.yaml";
        QTest::newRow("above in the middle") << "slos/../../x";
        QTest::newRow("home") << "~/x";
        QTest::newRow("empty") << "";
        QTest::newRow("ends in any depth") << "slos/**";
        QTest::newRow("ends in a slash") << "slos/";
        QTest::newRow("linked file") << "link.yaml";
        QTest::newRow("linked file by a star") << "*.yaml";
        QTest::newRow("linked folder") << "outside/*.yaml";
    }
    void staysInsideTheFolder()
    {
        QFETCH(QString, pattern);
        WorkspaceFolder other;
        other.write("secret.yaml", "x");
        WorkspaceFolder folder;
        folder.write("slos/a.yaml", "x");
        QVERIFY(QFile::link(other.path(QStringLiteral("secret.yaml")), folder.path(QStringLiteral("link.yaml"))));
        QVERIFY(QFile::link(other.path(), folder.path(QStringLiteral("outside"))));
        const auto found = expandedGlob(folder.path(), pattern);
        QVERIFY(!found.ok());
        QVERIFY(!found.error().detail.isEmpty());
    }

    void linksWithinTheFolderAreFollowed()
    {
        WorkspaceFolder folder;
        folder.write("real/a.yaml", "x");
        QVERIFY(QFile::link(folder.path(QStringLiteral("real")), folder.path(QStringLiteral("current"))));
        QCOMPARE(expandedGlob(folder.path(), QStringLiteral("current/*.yaml"))->size(), 1);
    }

    void anyDepthDoesNotRunInCircles()
    {
        WorkspaceFolder folder;
        folder.write("a/b.yaml", "x");
        QVERIFY(QFile::link(folder.path(), folder.path(QStringLiteral("a/loop"))));
        QCOMPARE(expandedGlob(folder.path(), QStringLiteral("**/*.yaml"))->size(), 1);
    }

    void onlyRegularFilesAreOpened()
    {
        WorkspaceFolder folder;
        const QString fifo = folder.path(QStringLiteral("fifo.yaml"));
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        QCOMPARE(readWorkspaceFile(fifo).error().kind, Error::Kind::Invalid);
        QCOMPARE(readWorkspaceFile(QStringLiteral("/dev/zero")).error().kind, Error::Kind::Invalid);
        QCOMPARE(readWorkspaceFile(folder.path()).error().kind, Error::Kind::Invalid);
        QCOMPARE(readWorkspaceFile(folder.path(QStringLiteral("none"))).error().kind, Error::Kind::NotFound);
        QVERIFY(expandedGlob(folder.path(), QStringLiteral("*.yaml"))->isEmpty());
    }

    void largeFilesAreNotRead()
    {
        WorkspaceFolder folder;
        QFile file(folder.path(QStringLiteral("large.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(qint64(2) << 30));
        QCOMPARE(readWorkspaceFile(file.fileName()).error().kind, Error::Kind::TooLarge);
    }

    void anEmptyFileIsEmpty()
    {
        WorkspaceFolder folder;
        folder.write("empty.yaml", "");
        QVERIFY(readWorkspaceFile(folder.path(QStringLiteral("empty.yaml")))->isEmpty());
    }
};

WATCHFLOOR_TEST(TestIncludes)
#include "tst_includes.moc"
