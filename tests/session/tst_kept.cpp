#include "models/session/acknowledgementfile.h"
#include "models/session/datafolder.h"
#include "models/session/loopmonitor.h"
#include "tests/support/testfiles.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// What a session keeps on the disk, and what it measures of itself.
class TestKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgementsComeBack();
    void everythingOfAnAcknowledgementIsKept();
    void olderFilesAreRead();
    void noFileIsNoAcknowledgement();
    void damagedFileIsToldAndLeft();
    void folderFollowsTheWorkspace();
    void unwritableFolderIsAnError();
    void aHeldLoopIsMeasured();
};

void TestKept::acknowledgementsComeBack()
{
    const QTemporaryDir folder;
    const Acknowledgements kept{{QStringLiteral("abc"), {QStringLiteral("mk"), QStringLiteral("looking, \"soon\""), WallTime(std::chrono::milliseconds(1'000))}}};
    QVERIFY(saveAcknowledgements(folder.path(), kept).ok());
    const auto read = loadAcknowledgements(folder.path());
    QVERIFY(read.ok());
    QCOMPARE(read->size(), size_t(1));
    QCOMPARE(read->at(QStringLiteral("abc")), kept.at(QStringLiteral("abc")));
}

void TestKept::everythingOfAnAcknowledgementIsKept()
{
    QTemporaryDir folder;
    Acknowledgement taken{QStringLiteral("mk"), {}, WallTime(std::chrono::milliseconds(1'000))};
    taken.until = WallTime(std::chrono::milliseconds(9'000));
    taken.severity = Severity::Warning;
    taken.silence = QStringLiteral("eu/1\nus/2");
    const Acknowledgements kept{{QStringLiteral("abc"), taken}};
    QVERIFY(saveAcknowledgements(folder.path(), kept).ok());
    const auto read = loadAcknowledgements(folder.path());
    QVERIFY(read.ok());
    QCOMPARE(*read, kept);
}

void TestKept::olderFilesAreRead()
{
    QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("acknowledgements.json")),
              R"({"abc":{"at":1000,"comment":"","owner":"mk"},"def":{"at":1000,"owner":"mk","until":"x","severity":"odd","silences":[1,"am/2"]}})");
    const auto read = loadAcknowledgements(folder.path());
    QVERIFY(read.ok());
    Acknowledgement taken{QStringLiteral("mk"), {}, WallTime(std::chrono::milliseconds(1'000))};
    QCOMPARE(read->at(QStringLiteral("abc")), taken);
    taken.silence = QStringLiteral("am/2");
    QCOMPARE(read->at(QStringLiteral("def")), taken);
}

void TestKept::noFileIsNoAcknowledgement()
{
    const QTemporaryDir folder;
    const auto read = loadAcknowledgements(folder.path());
    QVERIFY(read.ok());
    QVERIFY(read->empty());
}

void TestKept::damagedFileIsToldAndLeft()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("acknowledgements.json"));
    writeFile(path, "{\"abc\": {\"own");
    const auto read = loadAcknowledgements(folder.path());
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, Error::Kind::Malformed);
    QVERIFY(QFile::exists(path));
}

void TestKept::folderFollowsTheWorkspace()
{
    QVERIFY(dataFolderOf(QStringLiteral("/a/watchfloor.yaml")) != dataFolderOf(QStringLiteral("/b/watchfloor.yaml")));
    QCOMPARE(dataFolderOf(QStringLiteral("/a/watchfloor.yaml")), dataFolderOf(QStringLiteral("/a/watchfloor.yaml")));
}

void TestKept::unwritableFolderIsAnError()
{
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", "/proc/nowhere");
    const auto folder = prepareDataFolder(QStringLiteral("/a/watchfloor.yaml"));
    qputenv("XDG_DATA_HOME", before);
    QVERIFY(!folder.ok());
}

void TestKept::aHeldLoopIsMeasured()
{
    LoopMonitor monitor;
    QTRY_VERIFY(monitor.shots() > 5);
    QTimer::singleShot(0, this, [] { std::this_thread::sleep_for(std::chrono::milliseconds(250)); });
    QTRY_VERIFY(monitor.worstRecently() >= std::chrono::milliseconds(40));
    QVERIFY(monitor.quantile(1.0) >= monitor.quantile(0.5));
    monitor.reset();
    QCOMPARE(monitor.shots(), qint64(0));
}

WATCHFLOOR_TEST(TestKept)
#include "tst_kept.moc"
