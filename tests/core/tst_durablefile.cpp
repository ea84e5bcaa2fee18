#include "models/core/durablefile.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/fsuid.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

/// Files beyond `bytes` cannot grow: the write stops half way, as on a disk that fills up.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

/// Root may write everywhere; this thread's file access is nobody's for a while.
class UnprivilegedFileAccess
{
public:
    UnprivilegedFileAccess()
        : m_before(setfsuid(geteuid() == 0 ? 65534 : geteuid()))
    {
    }
    ~UnprivilegedFileAccess() { setfsuid(uid_t(m_before)); }
    Q_DISABLE_COPY_MOVE(UnprivilegedFileAccess)

private:
    int m_before;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

}

class TestDurableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsAndMakesPrivateFiles();
    void appendTakesAPartBack();
    void appendOnAFullDevice();
    void replacesAsAWhole();
    void replaceKeepsTheOldOne_data();
    void replaceKeepsTheOldOne();
    void readOnlyFolder();
    void missingFolder();
    void kindsOfErrno_data();
    void kindsOfErrno();
};

void TestDurableFile::appendsAndMakesPrivateFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.jsonl"_s);
    QVERIFY(appendDurably(path, "one\n"));
    QVERIFY(appendDurably(path, "two\n"));
    QCOMPARE(contentOf(path), QByteArray("one\ntwo\n"));
    struct stat status{};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);
}

void TestDurableFile::appendTakesAPartBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.jsonl"_s);
    QVERIFY(appendDurably(path, "one\n"));
    {
        const FileSizeLimit limit(10);
        const auto appended = appendDurably(path, QByteArray(100, 'x'));
        QVERIFY(!appended);
        QCOMPARE(appended.error().where, path);
    }
    QCOMPARE(contentOf(path), QByteArray("one\n"));
    QVERIFY(appendDurably(path, "two\n"));
    QCOMPARE(contentOf(path), QByteArray("one\ntwo\n"));
}

void TestDurableFile::appendOnAFullDevice()
{
    const auto appended = appendDurably(u"/dev/full"_s, "record\n");
    QVERIFY(!appended);
    QCOMPARE(int(appended.error().kind), int(Error::Kind::DiskFull));
}

void TestDurableFile::replacesAsAWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"layout.json"_s);
    QVERIFY(replaceDurably(path, "old and long"));
    QVERIFY(replaceDurably(path, "new"));
    QCOMPARE(contentOf(path), QByteArray("new"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"layout.json"_s));
}

void TestDurableFile::replaceKeepsTheOldOne_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("disk fills up") << false;
    QTest::newRow("a folder stands there") << true;
}

void TestDurableFile::replaceKeepsTheOldOne()
{
    QFETCH(bool, isFolder);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"layout.json"_s);
    if (isFolder) {
        QVERIFY(QDir(folder.path()).mkpath(u"layout.json/inside"_s));
        QVERIFY(!replaceDurably(path, "new"));
        QVERIFY(QDir(path).exists());
    } else {
        QVERIFY(replaceDurably(path, "old"));
        const FileSizeLimit limit(10);
        QVERIFY(!replaceDurably(path, QByteArray(100, 'x')));
        QCOMPARE(contentOf(path), QByteArray("old"));
    }
    QVERIFY(!QFile::exists(path + u".new"_s));
}

void TestDurableFile::readOnlyFolder()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x"_s);
    QVERIFY(replaceDurably(path, "old"));
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0444), 0);
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0555), 0);
    {
        const UnprivilegedFileAccess nobody;
        const auto replaced = replaceDurably(path, "new");
        QVERIFY(!replaced);
        QCOMPARE(int(replaced.error().kind), int(Error::Kind::ReadOnly));
        const auto appended = appendDurably(path, "new");
        QVERIFY(!appended);
        QCOMPARE(int(appended.error().kind), int(Error::Kind::ReadOnly));
        const auto fresh = appendDurably(folder.filePath(u"y"_s), "new");
        QVERIFY(!fresh);
        QCOMPARE(int(fresh.error().kind), int(Error::Kind::ReadOnly));
    }
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
}

void TestDurableFile::missingFolder()
{
    const QTemporaryDir folder;
    for (const QString &name : {u"none/x"_s, u"file/x"_s}) {
        QVERIFY(replaceDurably(folder.filePath(u"file"_s), "f"));
        const auto replaced = replaceDurably(folder.filePath(name), "new");
        QVERIFY(!replaced);
        QCOMPARE(int(replaced.error().kind), int(Error::Kind::NotFound));
        QVERIFY(!appendDurably(folder.filePath(name), "new"));
    }
}

void TestDurableFile::kindsOfErrno_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("kind");
    QTest::newRow("ENOSPC") << ENOSPC << int(Error::Kind::DiskFull);
    QTest::newRow("EDQUOT") << EDQUOT << int(Error::Kind::DiskFull);
    QTest::newRow("EROFS") << EROFS << int(Error::Kind::ReadOnly);
    QTest::newRow("EACCES") << EACCES << int(Error::Kind::ReadOnly);
    QTest::newRow("ENOENT") << ENOENT << int(Error::Kind::NotFound);
    QTest::newRow("EIO") << EIO << int(Error::Kind::Io);
    QTest::newRow("EMFILE") << EMFILE << int(Error::Kind::Io);
}

void TestDurableFile::kindsOfErrno()
{
    QFETCH(int, number);
    QFETCH(int, kind);
    const Error error = fileError(number, u"/x"_s);
    QCOMPARE(int(error.kind), kind);
    QCOMPARE(error.where, u"/x"_s);
    QVERIFY(!error.detail.isEmpty());
}

WATCHFLOOR_TEST(TestDurableFile)
#include "tst_durablefile.moc"
