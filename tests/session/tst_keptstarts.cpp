#include "models/core/format.h"
#include "models/session/keptstartsfile.h"
#include "tests/session/shopfloor.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// The files that say since when endpoints fail and alerts of rules are active.
class TestKeptStarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void comeBack();
    void whatIsTooMuchIsLeftOut();
    void damagedIsToldAndSetAside_data();
    void damagedIsToldAndSetAside();
    void anEndpointGoesOnInTheNextConsole();
};

void TestKeptStarts::comeBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"starts.json"_s);
    QVERIFY(*loadKeptStarts(path) == KeptStarts());
    const KeptStarts starts{{{u"a/b \"c\""_s, WallTime(1'000ms)}, {u"d"_s, WallTime(2'000ms)}}, WallTime(9'000ms)};
    QVERIFY(saveKeptStarts(path, starts).ok());
    QVERIFY(*loadKeptStarts(path) == starts);
}

void TestKeptStarts::whatIsTooMuchIsLeftOut()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"starts.json"_s);
    KeptStarts starts{{}, WallTime(9'000ms)};
    for (size_t i = 0; i < mostKeptStarts + 10; ++i)
        starts.since.emplace(QString::number(i), WallTime(1'000ms));
    QVERIFY(saveKeptStarts(path, starts).ok());
    QCOMPARE(loadKeptStarts(path)->since.size(), mostKeptStarts);
}

void TestKeptStarts::damagedIsToldAndSetAside_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    for (const char *file : {"endpoints.json", "rulestarts.json"}) {
        QTest::addRow("%s, cut", file) << QString::fromLatin1(file) << QByteArray("{\"seenAt\": 12, \"si");
        QTest::addRow("%s, a list", file) << QString::fromLatin1(file) << QByteArray("[]");
        QTest::addRow("%s, never seen", file) << QString::fromLatin1(file) << QByteArray("{\"since\": {}}");
    }
}

void TestKeptStarts::damagedIsToldAndSetAside()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    ShopFloor floor;
    floor.folder.write(u"data/"_s + file, text);
    Session session(floor.workspace, floor.clock, floor.options());
    QSignalSpy failed(&session, &Commands::failed);
    session.start();
    QCOMPARE(failed.size(), 1);
    QVERIFY(Format::sentence(failed.front().front().value<Error>()).contains(file + u".damaged"_s));
    QCOMPARE(floor.folder.read(u"data/"_s + file + u".damaged"_s), text);
    QVERIFY(floor.folder.read(u"data/"_s + file).isEmpty());
}

void TestKeptStarts::anEndpointGoesOnInTheNextConsole()
{
    ShopFloor floor;
    FakeHealth health;
    health.fault = Answer::error(503);
    floor.workspace.endpoints = {endpointAt(u"payment"_s, health.server.url(u"/health"_s))};
    std::map<QString, WallTime> since;
    {
        const auto session = floor.start();
        QTRY_VERIFY(!session->stores().health.failing().empty());
        since = session->stores().health.failing();
    }
    QVERIFY(loadKeptStarts(floor.folder.data() + u"/endpoints.json"_s)->since == since);
    const auto session = floor.start();
    QTRY_VERIFY(session->stores().health.endpoints().front().latest.value);
    QVERIFY(session->stores().health.failing() == since);
}

WATCHFLOOR_TEST(TestKeptStarts)
#include "tst_keptstarts.moc"
