#include "app/workspacefinder.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

class TestWorkspaceFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlIsDiscovered();
    void urlWithoutAnAnswerStands();
    void fileIsReadOnTheLoop();
    void whatCannotBeReadIsNone_data();
    void whatCannotBeReadIsNone();

private:
    /// What is found; the outer optional is empty when nothing was called back in time.
    std::optional<std::optional<Workspace>> found(const QString &given);
};

std::optional<std::optional<Workspace>> TestWorkspaceFinder::found(const QString &given)
{
    FakeClock clock;
    WorkspaceFinder finder(clock);
    std::optional<std::optional<Workspace>> result;
    finder.find(given, [&result](std::optional<Workspace> workspace) { result = std::move(workspace); });
    const bool tooEarly = result.has_value();
    if (tooEarly || !QTest::qWaitFor([&result] { return result.has_value(); }, 10'000))
        return std::nullopt;
    return result;
}

void TestWorkspaceFinder::urlIsDiscovered()
{
    FaultServer server;
    server.on(u"/api/v1/targets"_s, Answer::json(R"({"status":"success","data":{"activeTargets":[
        {"labels":{"job":"services","service":"payment","instance":"payment"},"scrapePool":"services","scrapeUrl":"http://127.0.0.1:1/metrics",
         "health":"up","lastError":"","lastScrape":"2026-01-01T00:00:00Z"}],"droppedTargets":[]}})"));
    server.on(u"/api/v1/metadata"_s, Answer::json(R"({"status":"success","data":{"http_requests_total":[{"type":"counter","help":"","unit":""}]}})"));
    const auto result = found(server.url().toString());
    QVERIFY(result && *result);
    QCOMPARE((*result)->services.size(), size_t(1));
    QCOMPARE((*result)->services[0].name, u"payment"_s);
    QCOMPARE((*result)->dashboards.size(), size_t(1));
    QCOMPARE((*result)->dashboards[0].name, u"http"_s);
}

void TestWorkspaceFinder::urlWithoutAnAnswerStands()
{
    FaultServer server;
    const auto result = found(server.url().toString());
    QVERIFY(result && *result);
    QVERIFY((*result)->services.empty());
    QCOMPARE((*result)->sources.size(), size_t(1));
}

void TestWorkspaceFinder::fileIsReadOnTheLoop()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"watchfloor.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("workspace: Shop\nsources:\n  - {name: main, prometheus: {url: \"http://127.0.0.1:9090\"}}\n");
    file.close();
    const auto result = found(file.fileName());
    QVERIFY(result && *result);
    QCOMPARE((*result)->name, u"Shop"_s);
}

void TestWorkspaceFinder::whatCannotBeReadIsNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no such file") << u"absent.yaml"_s << QByteArray();
    QTest::newRow("no YAML") << u"broken.yaml"_s << QByteArray("a: [\n");
    QTest::newRow("unknown key") << u"unknown.yaml"_s << QByteArray("workspace: Shop\nwat: 1\n");
}

void TestWorkspaceFinder::whatCannotBeReadIsNone()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QTemporaryDir folder;
    if (!text.isEmpty()) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    const auto result = found(folder.filePath(name));
    QVERIFY(result);
    QVERIFY(!*result);
}

WATCHFLOOR_TEST(TestWorkspaceFinder)
#include "tst_workspacefinder.moc"
