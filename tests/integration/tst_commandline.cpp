#include "models/core/format.h"
#include "models/stack/demoplatform.h"
#include "tests/integration/outside.h"
#include "tests/integration/shell.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace Watchfloor;
using Watchfloor::Testing::Outside;
using Watchfloor::Testing::Shell;
using namespace Qt::StringLiterals;

/// The built program as a shell or a script sees it, beside the demo platform's real servers.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatItIs();
    void endsInTwoWhenItIsMisused_data();
    void endsInTwoWhenItIsMisused();
    void checkPrintsEveryFaultWithItsPlace();
    void checkPassesTheDemoWorkspace();
    void statusIsOneObject();
    void statusFailsWhenAServerIsGone();
    void snapshotDrawsWithoutADisplay_data();
    void snapshotDrawsWithoutADisplay();
    void silencesAreShownPostedAndEnded();
    void dryRunRunsNothing();
    void runIsRecorded();
    void auditProvesItsChain();
    void cleanupTestCase();

private:
    using Ended = Shell::Ended;
    Ended watchfloor(const QStringList &arguments) const { return m_shell.watchfloor(arguments); }
    QString workspace() const { return m_platform->info().workspacePath; }

    SystemClock m_clock;
    Shell m_shell;
    const QTemporaryDir &m_home = m_shell.home();
    std::unique_ptr<DemoPlatform> m_platform;
};

void TestCommandLine::initTestCase()
{
    QVERIFY(m_home.isValid());
    DemoPlatform::Options options;
    options.profile = StackProfile::Test;
    options.servicePath = qEnvironmentVariable("WATCHFLOOR_BINARY_DIR") + "/app/demoservice/watchfloor-demo-service"_L1;
    m_platform = std::make_unique<DemoPlatform>(options, m_clock);
    QString failure;
    connect(m_platform.get(), &DemoPlatform::failed, this, [&failure](const Error &error) { failure = Format::sentence(error); });
    m_platform->start();
    QTRY_VERIFY2_WITH_TIMEOUT(m_platform->isReady() || !failure.isEmpty(), "the platform does not start", 60'000);
    QVERIFY2(m_platform->isReady(), qPrintable(failure));
}

void TestCommandLine::saysWhatItIs()
{
    const Ended version = watchfloor({u"--version"_s});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.output.trimmed(), u"watchfloor "_s + QStringLiteral(WATCHFLOOR_VERSION));
    const Ended help = watchfloor({u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY(help.output.contains(u"snapshot"_s));
}

void TestCommandLine::endsInTwoWhenItIsMisused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown verb") << QStringList{u"check"_s, u"--wat"_s};
    QTest::newRow("run without a name") << QStringList{u"run"_s};
    QTest::newRow("size that is none") << QStringList{u"snapshot"_s, u"--size"_s, u"9x"_s, u"-o"_s, u"a.png"_s};
    QTest::newRow("missing file") << QStringList{u"check"_s, u"absent.yaml"_s};
    QTest::newRow("status of a missing file") << QStringList{u"status"_s, u"-w"_s, u"absent.yaml"_s};
    QTest::newRow("missing exposition") << QStringList{u"metrics"_s, u"absent.txt"_s};
}

void TestCommandLine::endsInTwoWhenItIsMisused()
{
    QFETCH(QStringList, arguments);
    const Ended ended = watchfloor(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY(!ended.output.isEmpty() || !ended.complaint.isEmpty());
}

void TestCommandLine::checkPrintsEveryFaultWithItsPlace()
{
    QFile file(m_home.filePath(u"broken.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("workspace: Broken\n"
               "sources:\n"
               "  - name: main\n"
               "    prometheus: {url: \"ftp://nowhere\"}\n"
               "services:\n"
               "  - {name: shop, depends: [ghost]}\n");
    file.close();
    const Ended ended = watchfloor({u"check"_s, file.fileName()});
    QCOMPARE(ended.code, 1);
    static const QRegularExpression place(u"broken\\.yaml:(\\d+):(\\d+)"_s);
    QSet<QString> lines;
    for (auto found = place.globalMatch(ended.output); found.hasNext();)
        lines.insert(found.next().captured(1));
    QVERIFY2(lines.contains(u"4"_s) && lines.contains(u"6"_s), qPrintable(ended.output));

    const auto json = watchfloor({u"check"_s, u"--json"_s, file.fileName()}).json();
    QVERIFY(json.is_object() && json["errors"].size() >= 2);
    QVERIFY(json["errors"][0]["line"].get<int>() > 0 && json["errors"][0]["column"].get<int>() > 0);
}

void TestCommandLine::checkPassesTheDemoWorkspace()
{
    const Ended ended = watchfloor({u"check"_s, workspace()});
    QVERIFY2(ended.code == 0, qPrintable(ended.output));
}

void TestCommandLine::statusIsOneObject()
{
    const auto isWell = [this] {
        const Ended ended = watchfloor({u"status"_s, u"--json"_s, u"-w"_s, workspace()});
        const auto json = ended.json();
        return ended.code == 0 && json.is_object() && json.value("state", "") == "healthy" && json["services"].size() == 8 && json["sources"].size() == 8
               && json["counts"].is_object() && json["alerts"].is_array();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isWell(), 40'000);
    const Ended words = watchfloor({u"status"_s, u"-w"_s, workspace()});
    QCOMPARE(words.code, 0);
    QVERIFY(words.output.contains(u"payment"_s));
}

void TestCommandLine::statusFailsWhenAServerIsGone()
{
    m_platform->killServer(u"alertmanager"_s);
    const Ended ended = watchfloor({u"status"_s, u"--json"_s, u"-w"_s, workspace()});
    QCOMPARE(ended.code, 1);
    const auto json = ended.json();
    const auto source = std::find_if(json["sources"].begin(), json["sources"].end(), [](const auto &one) { return one["name"] == "am-1"; });
    QVERIFY(source != json["sources"].end());
    QCOMPARE((*source)["state"].get<std::string>(), std::string("blind"));
    QVERIFY(!(*source)["error"].get<std::string>().empty());
    m_platform->restartServer(u"alertmanager"_s);
}

void TestCommandLine::snapshotDrawsWithoutADisplay_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("look");
    QTest::newRow("overview") << u"overview"_s << QSize(1280, 800) << u"dark"_s;
    QTest::newRow("an objective") << u"slos/payment-availability"_s << QSize(1024, 640) << u"light"_s;
    QTest::newRow("wall") << u"wall"_s << QSize(1920, 1080) << u"dark"_s;
}

void TestCommandLine::snapshotDrawsWithoutADisplay()
{
    QFETCH(QString, page);
    QFETCH(QSize, size);
    QFETCH(QString, look);
    const QString path = m_home.filePath(u"picture.png"_s);
    QFile::remove(path);
    const Ended ended = watchfloor({u"snapshot"_s, u"-w"_s, workspace(), u"--page"_s, page, u"--size"_s, u"%1x%2"_s.arg(size.width()).arg(size.height()),
                                    u"--theme"_s, look, u"-o"_s, path});
    QVERIFY2(ended.code == 0, qPrintable(ended.complaint));
    const QImage image(path);
    QCOMPARE(image.size(), size);
    const int lightness = image.pixelColor(4, size.height() / 2).lightness();
    QVERIFY(look == "dark"_L1 ? lightness < 90 : lightness > 160);
}

void TestCommandLine::silencesAreShownPostedAndEnded()
{
    const auto silence = [this](QStringList words) { return watchfloor(QStringList{u"silence"_s} + words + QStringList{u"-w"_s, workspace()}); };
    const QString matcher = u"alertname=NeverFires"_s;
    const Ended preview = silence({u"preview"_s, u"alertname=\"x\\ty\""_s, u"--json"_s});
    QVERIFY2(preview.json()["disagreements"].size() == 1, qPrintable(preview.output + preview.complaint));

    QCOMPARE(silence({u"add"_s, u"a!b"_s, u"--comment"_s, u"c"_s, u"--yes"_s}).code, 2);
    QCOMPARE(silence({u"add"_s, matcher, u"--yes"_s}).code, 2);
    QCOMPARE(silence({u"add"_s, matcher, u"--comment"_s, u"c"_s}).code, 2);
    QCOMPARE(silence({u"add"_s, matcher, u"--comment"_s, u"c"_s, u"--duration"_s, u"2h"_s, u"--until"_s, u"2026-11-21T18:00:00Z"_s}).code, 2);
    QCOMPARE(silence({u"add"_s, u"alertname=~.+"_s, u"--comment"_s, u"c"_s, u"--yes"_s}).code, 1);
    const auto isListed = [&](const QString &id, bool expired) {
        const auto json = silence(QStringList{u"list"_s, u"--json"_s} + (expired ? QStringList{u"--expired"_s} : QStringList{})).json();
        return json.is_object() && std::any_of(json["silences"].begin(), json["silences"].end(), [&](const auto &one) {
            return one["id"] == id.toStdString() && one["state"] == (expired ? "expired" : "active") && one["createdBy"] == "mk";
        });
    };
    const Ended added = silence({u"add"_s, matcher, u"--comment"_s, u"a test asks"_s, u"--duration"_s, u"10m"_s, u"--author"_s, u"mk"_s, u"--yes"_s, u"--json"_s});
    QVERIFY2(added.code == 0, qPrintable(added.output + added.complaint));
    const QString id = QString::fromStdString(added.json().value("id", ""));
    QVERIFY(isListed(id, false));
    QCOMPARE(silence({u"expire"_s, id}).code, 0);
    QVERIFY(!isListed(id, false));
    QVERIFY(isListed(id, true));
    QCOMPARE(silence({u"expire"_s, u"00000000-0000-0000-0000-000000000000"_s}).code, 1);
    QCOMPARE(watchfloor({u"alerts"_s, u"--filter"_s, u"a=~("_s, u"-w"_s, workspace()}).code, 2);
}

void TestCommandLine::dryRunRunsNothing()
{
    const QString key = u"unified_attrs:3"_s;
    const QString port = QString::number(m_platform->info().redisPort);
    QCOMPARE(Outside::output({u"redis-cli"_s, u"-p"_s, port, u"del"_s, key}), u"1"_s);
    const Ended ended = watchfloor({u"run"_s, u"warm-cache"_s, u"--dry-run"_s, u"-w"_s, workspace()});
    QVERIFY2(ended.code == 0, qPrintable(ended.output + ended.complaint));
    QVERIFY2(ended.output.contains(u"would run"_s) && ended.output.contains(u"unified_attrs"_s), qPrintable(ended.output));
    QCOMPARE(Outside::output({u"redis-cli"_s, u"-p"_s, port, u"exists"_s, key}), u"0"_s);
}

void TestCommandLine::runIsRecorded()
{
    const Ended refused = watchfloor({u"run"_s, u"rollback-payment"_s, u"-p"_s, u"commit=abcdef0"_s, u"--yes"_s, u"-w"_s, workspace()});
    QVERIFY2(refused.code == 1, qPrintable(refused.output + refused.complaint));
    const Ended ended = watchfloor({u"run"_s, u"warm-cache"_s, u"--yes"_s, u"--reason"_s, u"A test asks"_s, u"-w"_s, workspace()});
    QVERIFY2(ended.code == 0, qPrintable(ended.output + ended.complaint));
    QVERIFY(ended.output.contains(u"Total keys in namespace: 7"_s));
    const Ended list = watchfloor({u"audit"_s, u"list"_s, u"--json"_s, u"-w"_s, workspace()});
    QCOMPARE(list.code, 0);
    QVERIFY2(list.output.contains(u"run-start"_s) && list.output.contains(u"run-end"_s) && list.output.contains(u"A test asks"_s), qPrintable(list.output));
}

void TestCommandLine::auditProvesItsChain()
{
    const Ended fine = watchfloor({u"audit"_s, u"verify"_s, u"--json"_s, u"-w"_s, workspace()});
    QCOMPARE(fine.code, 0);
    QVERIFY(fine.json().value("ok", false));

    QDir folder(m_home.filePath(u"watchfloor"_s));
    const QStringList logs = folder.entryList({u"*"_s}, QDir::Dirs | QDir::NoDotAndDotDot).filter(QRegularExpression(u"^[0-9a-f]{16}$"_s));
    QCOMPARE(logs.size(), 1);
    QFile file(folder.filePath(logs.first() + "/audit.jsonl"_L1));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QVERIFY(text.contains("A test asks"));
    file.seek(0);
    file.write(text.replace("A test asks", "A fox asked"));
    file.close();
    const Ended broken = watchfloor({u"audit"_s, u"verify"_s, u"-w"_s, workspace()});
    QCOMPARE(broken.code, 1);
    QVERIFY(broken.output.contains(u"broken"_s));
}

void TestCommandLine::cleanupTestCase()
{
    bool stopped = false;
    connect(m_platform.get(), &DemoPlatform::stopped, this, [&stopped] { stopped = true; });
    m_platform->stop();
    QTRY_VERIFY_WITH_TIMEOUT(stopped, 30'000);
}

WATCHFLOOR_TEST(TestCommandLine)
#include "tst_commandline.moc"
