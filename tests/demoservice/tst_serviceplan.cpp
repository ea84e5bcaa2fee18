#include "app/demoservice/serviceplan.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestServicePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsRead();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void aMissingFileIsNotFound();
    void theCommitIsFound_data();
    void theCommitIsFound();
    void aSeedIsTakenOnce();
    void aBrokenSeedIsZero();

private:
    void write(const QString &path, const QByteArray &bytes);
    QTemporaryDir m_folder;
};

void TestServicePlan::write(const QString &path, const QByteArray &bytes)
{
    const QString whole = m_folder.filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
    QFile file(whole);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestServicePlan::everyMemberIsRead()
{
    const auto plan = parseServicePlan(R"({"version":"2.4.1","requestsPerSecond":40,"errorRatio":0.0471,"latencyMs":95,
        "ordersPerRequest":0.6,"memoryLimitBytes":268435456,"external":["stripe"],"other":null})",
                                       u"service.json"_s);
    QVERIFY(plan.ok());
    const ServicePlan expected{u"2.4.1"_s, 40, 0.0471, 95, 0.6, 268435456, {u"stripe"_s}};
    QCOMPARE(*plan == expected, true);
}

void TestServicePlan::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << u"object"_s;
    QTest::newRow("cut") << QByteArray(R"({"errorRatio":0.)") << u"object"_s;
    QTest::newRow("list") << QByteArray("[]") << u"object"_s;
    QTest::newRow("text for a number") << QByteArray(R"({"errorRatio":"much"})") << u"errorRatio"_s;
    QTest::newRow("ratio above one") << QByteArray(R"({"errorRatio":4.71})") << u"errorRatio"_s;
    QTest::newRow("endless traffic") << QByteArray(R"({"requestsPerSecond":1e300})") << u"requestsPerSecond"_s;
    QTest::newRow("no latency") << QByteArray(R"({"latencyMs":0})") << u"latencyMs"_s;
    QTest::newRow("version of a number") << QByteArray(R"({"version":2})") << u"version"_s;
    QTest::newRow("third parties of numbers") << QByteArray(R"({"external":[1]})") << u"external"_s;
}

void TestServicePlan::whatIsWrongIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    const auto plan = parseServicePlan(json, u"service.json"_s);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().kind, Error::Kind::Malformed);
    QCOMPARE(plan.error().where, u"service.json"_s);
    QVERIFY2(plan.error().detail.contains(word), qPrintable(plan.error().detail));
}

void TestServicePlan::aMissingFileIsNotFound()
{
    const auto plan = readServicePlan(m_folder.filePath(u"nowhere"_s));
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().kind, Error::Kind::NotFound);
}

void TestServicePlan::theCommitIsFound_data()
{
    const QByteArray commit = "e8a0f59c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f60";
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("detached") << commit + '\n' << QByteArray() << QByteArray() << u"e8a0f59"_s;
    QTest::newRow("on a branch") << QByteArray("ref: refs/heads/main\n") << commit + '\n' << QByteArray() << u"e8a0f59"_s;
    QTest::newRow("packed") << QByteArray("ref: refs/heads/main\n") << QByteArray()
                            << QByteArray("# pack-refs with: peeled\n" + commit + " refs/heads/main\n") << u"e8a0f59"_s;
    QTest::newRow("branch without a commit") << QByteArray("ref: refs/heads/main\n") << QByteArray() << QByteArray() << u"unknown"_s;
    QTest::newRow("no working copy") << QByteArray() << QByteArray() << QByteArray() << u"unknown"_s;
}

void TestServicePlan::theCommitIsFound()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, reference);
    QFETCH(QByteArray, packed);
    QFETCH(QString, expected);
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    if (!head.isEmpty())
        write(name + u"/.git/HEAD"_s, head);
    if (!reference.isEmpty())
        write(name + u"/.git/refs/heads/main"_s, reference);
    if (!packed.isEmpty())
        write(name + u"/.git/packed-refs"_s, packed);
    QCOMPARE(checkedOutCommit(m_folder.filePath(name)), expected);
}

void TestServicePlan::aSeedIsTakenOnce()
{
    write(u"seed.json"_s, R"({"good":1000,"errors":7,"atMs":1795241681000})");
    const QString path = m_folder.filePath(u"seed.json"_s);
    const CounterSeed expected{1000, 7, 1795241681000};
    QVERIFY(takeCounterSeed(path) == expected);
    QVERIFY(takeCounterSeed(path) == CounterSeed{});
}

void TestServicePlan::aBrokenSeedIsZero()
{
    write(u"broken.json"_s, R"({"good":"many",)");
    QVERIFY(takeCounterSeed(m_folder.filePath(u"broken.json"_s)) == CounterSeed{});
    QVERIFY(takeCounterSeed(QString()) == CounterSeed{});
}

WATCHFLOOR_TEST(TestServicePlan)
#include "tst_serviceplan.moc"
