#include "models/stack/stackfolder.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestStackFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFolderIsPrivateAndGoesWithItsObject();
    void unsuitablePlacesAreRefused_data();
    void unsuitablePlacesAreRefused();
    void theParentIsTheRuntimeFolderWhereThereIsOne();
    void identitiesAreReadBack_data();
    void identitiesAreReadBack();
    void leftoversOfADeadOwnerEnd();
    void aReusedPidIsLeftAlone();
    void aLivingOwnersFolderIsLeftAlone();
    void whatIsNotAStackIsLeftAlone();

private:
    /// A folder as a killed console leaves it.
    QString abandoned(const QString &name, const QByteArray &serverIdentity);
    static void write(const QString &path, const QByteArray &bytes);
    static qint64 startSleeper(QProcess &process);
    std::unique_ptr<QTemporaryDir> m_parent;
};

void TestStackFolder::init()
{
    m_parent = std::make_unique<QTemporaryDir>(u"/tmp/tst-XXXXXX"_s);
    QVERIFY(m_parent->isValid());
}

void TestStackFolder::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QString TestStackFolder::abandoned(const QString &name, const QByteArray &serverIdentity)
{
    const QString folder = m_parent->filePath(name);
    QDir().mkpath(folder + u"/pids"_s);
    // A process cannot have started at tick 1 and be this one.
    write(folder + u"/owner"_s, identityText({.pid = getpid(), .startTicks = 1}));
    write(folder + u"/pids/server"_s, serverIdentity);
    return folder;
}

qint64 TestStackFolder::startSleeper(QProcess &process)
{
    process.setChildProcessModifier([] { ::setsid(); });
    // A child of its own in the same session, as supervisord has.
    process.start(u"sh"_s, {u"-c"_s, u"sleep 300 & echo started; wait"_s});
    return process.waitForReadyRead(10'000) ? process.processId() : 0;
}

void TestStackFolder::aFolderIsPrivateAndGoesWithItsObject()
{
    QString path;
    {
        StackFolder folder;
        QVERIFY(folder.create(m_parent->path()).ok());
        path = folder.path();
        QVERIFY(folder.write(u"a/b/c.txt"_s, "text").ok());
        QVERIFY(QFile::exists(path + u"/a/b/c.txt"_s));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    }
    QVERIFY(!QFile::exists(path));
}

void TestStackFolder::unsuitablePlacesAreRefused_data()
{
    QTest::addColumn<QString>("below");
    QTest::addColumn<QString>("word");
    QTest::newRow("too long for supervisord's socket") << QString(70, u'x') << u"80"_s;
    QTest::newRow("a blank") << u"my folder"_s << u"letters"_s;
    QTest::newRow("a quote") << u"it's"_s << u"letters"_s;
    QTest::newRow("a percent sign") << u"100%"_s << u"letters"_s;
    QTest::newRow("not ASCII") << u"Überwachung"_s << u"letters"_s;
}

void TestStackFolder::unsuitablePlacesAreRefused()
{
    QFETCH(QString, below);
    QFETCH(QString, word);
    const QString parent = m_parent->filePath(below);
    QVERIFY(QDir().mkpath(parent));
    StackFolder folder;
    const auto created = folder.create(parent);
    QVERIFY(!created.ok());
    QCOMPARE(created.error().kind, Error::Kind::Invalid);
    QVERIFY2(created.error().detail.contains(word), qPrintable(created.error().detail));
    QVERIFY(QDir(parent).isEmpty());
}

void TestStackFolder::theParentIsTheRuntimeFolderWhereThereIsOne()
{
    qputenv("XDG_RUNTIME_DIR", m_parent->path().toUtf8());
    QCOMPARE(StackFolder::defaultParent(), m_parent->path());
    qputenv("XDG_RUNTIME_DIR", m_parent->filePath(u"nowhere"_s).toUtf8());
    QCOMPARE(StackFolder::defaultParent(), u"/tmp"_s);
    qunsetenv("XDG_RUNTIME_DIR");
    QCOMPARE(StackFolder::defaultParent(), u"/tmp"_s);
}

void TestStackFolder::identitiesAreReadBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("as written") << identityText({.pid = 4711, .startTicks = 815}) << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("a pid alone") << QByteArray("4711\n") << false;
    QTest::newRow("everybody") << QByteArray("-1 815\n") << false;
    QTest::newRow("our own group") << QByteArray("0 815\n") << false;
    QTest::newRow("init") << QByteArray("1 815\n") << false;
    QTest::newRow("words") << QByteArray("a b\n") << false;
}

void TestStackFolder::identitiesAreReadBack()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    const auto identity = parseIdentity(text);
    QCOMPARE(identity.has_value(), good);
    if (good)
        QVERIFY((*identity == ProcessIdentity{.pid = 4711, .startTicks = 815}));
}

void TestStackFolder::leftoversOfADeadOwnerEnd()
{
    QProcess sleeper;
    const qint64 pid = startSleeper(sleeper);
    QVERIFY(pid > 1);
    const QString folder = abandoned(u"wf-dead01"_s, identityText(*identityOf(pid)));
    QCOMPARE(endLeftovers(m_parent->path()), 1);
    QVERIFY(sleeper.waitForFinished(10'000));
    QCOMPARE(sleeper.exitStatus(), QProcess::CrashExit);
    QVERIFY(!QFile::exists(folder));
}

void TestStackFolder::aReusedPidIsLeftAlone()
{
    QProcess sleeper;
    const qint64 pid = startSleeper(sleeper);
    QVERIFY(pid > 1);
    ProcessIdentity other = *identityOf(pid);
    --other.startTicks;
    abandoned(u"wf-dead02"_s, identityText(other));
    QCOMPARE(endLeftovers(m_parent->path()), 1);
    QVERIFY(identityOf(pid).has_value());
    QVERIFY(!sleeper.waitForFinished(200));
    // The session's number is the sleeper's, so this ends what it started too.
    ::kill(pid_t(-pid), SIGKILL);
    QVERIFY(sleeper.waitForFinished(10'000));
}

void TestStackFolder::aLivingOwnersFolderIsLeftAlone()
{
    StackFolder folder;
    QVERIFY(folder.create(m_parent->path()).ok());
    QCOMPARE(endLeftovers(m_parent->path()), 0);
    QVERIFY(QFile::exists(folder.path()));
}

void TestStackFolder::whatIsNotAStackIsLeftAlone()
{
    QVERIFY(QDir().mkpath(m_parent->filePath(u"wf-foreign"_s)));
    QVERIFY(QDir().mkpath(m_parent->filePath(u"wf-abcdef"_s)));
    write(m_parent->filePath(u"wf-abcdef/owner"_s), "not an identity");
    QCOMPARE(endLeftovers(m_parent->path()), 0);
    QVERIFY(QFile::exists(m_parent->filePath(u"wf-foreign"_s)));
    QVERIFY(QFile::exists(m_parent->filePath(u"wf-abcdef/owner"_s)));
}

WATCHFLOOR_TEST(TestStackFolder)
#include "tst_stackfolder.moc"
