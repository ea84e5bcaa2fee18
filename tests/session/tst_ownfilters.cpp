#include "models/session/ownfilterfile.h"
#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testfiles.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {
Workspace workspaceWithFilter()
{
    Workspace workspace;
    workspace.name = u"A"_s;
    workspace.filters = {{u"Production"_s, {u"env=production"_s}}};
    return workspace;
}

struct Console
{
    explicit Console(const QString &folder)
        : session(workspaceWithFilter(), clock, {folder, u"mk"_s, false})
        , failures(&session, &Commands::failed)
    {
    }
    QStringList names() const
    {
        QStringList names;
        for (const SavedFilter &filter : session.stores().filters.filters())
            names << filter.name + (filter.own ? u" own"_s : QString());
        return names;
    }
    FakeClock clock;
    Session session;
    QSignalSpy failures;
};
}

class TestOwnFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyComeBack()
    {
        const QTemporaryDir folder;
        {
            Console console(folder.path());
            QCOMPARE(console.names(), QStringList(u"Production"_s));
            console.session.saveFilter({u" Disks \u00DC "_s, {u"disk"_s, u"@age>10m"_s}});
            console.session.saveFilter({u"Other"_s, {u"x"_s}});
            console.session.saveFilter({u"Other"_s, {u"y"_s}});
            QVERIFY(console.failures.isEmpty());
        }
        Console console(folder.path());
        QCOMPARE(console.names(), QStringList({u"Production"_s, u"Disks \u00DC own"_s, u"Other own"_s}));
        QCOMPARE(console.session.stores().filters.find(u"Other"_s)->terms, QStringList(u"y"_s));
        console.session.removeFilter(u"Other"_s);
        console.session.removeFilter(u"Production"_s);
        QCOMPARE(console.names(), QStringList({u"Production"_s, u"Disks \u00DC own"_s}));
        QCOMPARE(loadOwnFilters(folder.path())->size(), size_t(1));
    }

    void anOwnOneStandsInTheWorkspacesPlace()
    {
        const QTemporaryDir folder;
        Console console(folder.path());
        console.session.saveFilter({u"Production"_s, {u"env=prod"_s}});
        QCOMPARE(console.names(), QStringList(u"Production own"_s));
        console.session.removeFilter(u"Production"_s);
        QCOMPARE(console.names(), QStringList(u"Production"_s));
        QCOMPARE(console.session.stores().filters.find(u"Production"_s)->terms, QStringList(u"env=production"_s));
    }

    void whatCannotBeReadIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("no name") << u"  "_s << QStringList(u"x"_s);
        QTest::newRow("two lines") << u"a\nb"_s << QStringList(u"x"_s);
        QTest::newRow("too long") << QString(200, u'a') << QStringList(u"x"_s);
        QTest::newRow("no terms") << u"a"_s << QStringList();
        QTest::newRow("bad term") << u"a"_s << QStringList(u"@state=burning"_s);
    }
    void whatCannotBeReadIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, terms);
        const QTemporaryDir folder;
        Console console(folder.path());
        console.session.saveFilter({name, terms});
        QCOMPARE(console.failures.size(), 1);
        QCOMPARE(console.names(), QStringList(u"Production"_s));
        QVERIFY(!QFile::exists(folder.filePath(u"filters.json"_s)));
    }

    void aDamagedFileIsSetAsideAndTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut") << QByteArray("[{\"name\": \"a\", \"ma");
        QTest::newRow("another kind") << QByteArray("{\"a\": 1}");
        QTest::newRow("empty") << QByteArray();
    }
    void aDamagedFileIsSetAsideAndTold()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"filters.json"_s), text);
        Console console(folder.path());
        console.session.start();
        QCOMPARE(console.failures.size(), 1);
        QVERIFY(console.failures.first().first().value<Error>().detail.contains(u"filters.json.damaged"));
        console.session.saveFilter({u"a"_s, {u"x"_s}});
        QVERIFY(QFile::exists(folder.filePath(u"filters.json.damaged"_s)));
        QCOMPARE(contentOf(folder.filePath(u"filters.json.damaged"_s)), text);
        QCOMPARE(loadOwnFilters(folder.path())->size(), size_t(1));
    }

    void aDamagedEntryIsLeftOut()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"filters.json"_s), R"([{"name": "a", "match": ["x"]}, {"name": 3, "match": ["x"]}, {"name": "b", "match": ["@state=burning"]}, 7, {"name": "c", "match": [1]}])");
        const auto filters = loadOwnFilters(folder.path());
        QVERIFY(filters);
        QCOMPARE(filters->size(), size_t(1));
        QCOMPARE(filters->front().name, u"a"_s);
        QVERIFY(filters->front().own);
    }

    void whatIsKeptNowhereIsSaid()
    {
        Console console({});
        console.session.saveFilter({u"a"_s, {u"x"_s}});
        QCOMPARE(console.names(), QStringList({u"Production"_s, u"a own"_s}));
        QCOMPARE(console.failures.size(), 1);
    }
};

WATCHFLOOR_TEST(TestOwnFilters)
#include "tst_ownfilters.moc"
