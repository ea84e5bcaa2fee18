#include "models/core/log.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCategoryHasALogger();
    void folderThatCannotBeIsAnError();
    void secretsNeverReachTheFile();
};

void TestLog::everyCategoryHasALogger()
{
    for (int category = 0; category <= int(LogCategory::Ui); ++category)
        QVERIFY(!log(LogCategory(category)).name().empty());
}

void TestLog::folderThatCannotBeIsAnError()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!openLog(folder.filePath(u"file/inside"_s), false));
}

void TestLog::secretsNeverReachTheFile()
{
    const QTemporaryDir folder;
    QVERIFY(openLog(folder.path(), false));
    log(LogCategory::Http).info("asked http://mk:hunter2@main:9090/x?token=abcdef with Authorization: Bearer eyJhbGciOi");
    log(LogCategory::Http).flush();
    QByteArray text;
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        text += file.readAll();
    }
    QVERIFY(text.contains("main:9090"));
    for (const char *secret : {"hunter2", "abcdef", "eyJhbGciOi"})
        QVERIFY2(!text.contains(secret), secret);
}

WATCHFLOOR_TEST(TestLog)
#include "tst_log.moc"
