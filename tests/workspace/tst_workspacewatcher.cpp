#include "models/workspace/workspacewatcher.h"
#include "tests/support/testregistry.h"
#include "tests/workspace/workspacefolder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

const QByteArray first = "workspace: A\nsources: [{name: main, prometheus: {url: http://p}}]\n";

} // namespace

class TestWorkspaceWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeInPlaceIsRead()
    {
        WorkspaceFolder folder;
        WorkspaceWatcher watcher(*folder.read(first).workspace);
        QSignalSpy reloaded(&watcher, &WorkspaceWatcher::reloaded);
        folder.write("watchfloor.yaml", "workspace: B\n");
        QVERIFY(reloaded.wait());
        QCOMPARE(reloaded.at(0).at(0).value<Workspace>().name, QStringLiteral("B"));
    }

    void aReplacedFileIsReadEveryTime()
    {
        WorkspaceFolder folder;
        WorkspaceWatcher watcher(*folder.read(first).workspace);
        QSignalSpy reloaded(&watcher, &WorkspaceWatcher::reloaded);
        for (const char *name : {"B", "C", "D"}) {
            folder.replace("watchfloor.yaml", QByteArray("workspace: ") + name + "\n");
            QVERIFY(reloaded.wait());
            QCOMPARE(reloaded.last().at(0).value<Workspace>().name, QString::fromLatin1(name));
        }
    }

    void anIncludedFileIsWatched()
    {
        WorkspaceFolder folder;
        folder.write("d/a.yaml", "dashboard: A\npanels: [{title: Up, queries: [up]}]\n");
        WorkspaceWatcher watcher(*folder.read(first + "dashboards: [d/*.yaml]\n").workspace);
        QSignalSpy reloaded(&watcher, &WorkspaceWatcher::reloaded);
        folder.write("d/b.yaml", "dashboard: B\npanels: [{title: Up, queries: [up]}]\n");
        QVERIFY(reloaded.wait());
        QCOMPARE(reloaded.last().at(0).value<Workspace>().dashboards.size(), size_t(2));
        folder.write("d/b.yaml", "dashboard: C\npanels: [{title: Up, queries: [up]}]\n");
        QVERIFY(reloaded.wait());
        QCOMPARE(reloaded.last().at(0).value<Workspace>().dashboards.at(1).title, QStringLiteral("C"));
    }

    void aBrokenFileIsToldAndMendedAgain()
    {
        WorkspaceFolder folder;
        WorkspaceWatcher watcher(*folder.read(first).workspace);
        QSignalSpy reloaded(&watcher, &WorkspaceWatcher::reloaded);
        QSignalSpy broken(&watcher, &WorkspaceWatcher::broken);
        folder.write("watchfloor.yaml", "workspace: [\n");
        QVERIFY(broken.wait());
        QVERIFY(!broken.at(0).at(0).value<std::vector<Fault>>().empty());
        QCOMPARE(reloaded.count(), 0);
        folder.replace("watchfloor.yaml", first);
        QVERIFY(reloaded.wait());
        QCOMPARE(reloaded.at(0).at(0).value<Workspace>().name, QStringLiteral("A"));
    }

    void aFileThatGoesAndComesBackIsRead()
    {
        WorkspaceFolder folder;
        WorkspaceWatcher watcher(*folder.read(first).workspace);
        QSignalSpy reloaded(&watcher, &WorkspaceWatcher::reloaded);
        QSignalSpy broken(&watcher, &WorkspaceWatcher::broken);
        QVERIFY(QFile::remove(folder.path(QStringLiteral("watchfloor.yaml"))));
        QVERIFY(broken.wait());
        folder.write("watchfloor.yaml", "workspace: B\n");
        QVERIFY(reloaded.wait());
        QCOMPARE(reloaded.at(0).at(0).value<Workspace>().name, QStringLiteral("B"));
    }

    void whatSaysTheSameIsNoReload()
    {
        WorkspaceFolder folder;
        WorkspaceWatcher watcher(*folder.read(first).workspace);
        QSignalSpy reloaded(&watcher, &WorkspaceWatcher::reloaded);
        folder.write("watchfloor.yaml", first + "# a remark\n");
        folder.write("notes.txt", "x");
        QVERIFY(!reloaded.wait(600));
        folder.write("watchfloor.yaml", "workspace: B\n");
        QVERIFY(reloaded.wait());
        QCOMPARE(reloaded.count(), 1);
    }
};

WATCHFLOOR_TEST(TestWorkspaceWatcher)
#include "tst_workspacewatcher.moc"
