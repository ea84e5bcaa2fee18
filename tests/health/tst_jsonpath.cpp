#include "models/health/jsonpath.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

class TestJsonPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsLeadToTheirValue_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *path, const char *expected) { QTest::newRow(*path ? path : "root") << QString::fromUtf8(path) << QString::fromUtf8(expected); };
        row("a", "1");
        row("b.c", "text");
        row("b.d[0]", "true");
        row("b.d[1].e", "2.5");
        row("b.d[2][1]", "7");
        row("b.d[3]", "null");
        row("big", "18446744073709551615");
        row("ü", "ä");
    }
    void pathsLeadToTheirValue()
    {
        QFETCH(QString, path);
        QFETCH(QString, expected);
        const auto json = nlohmann::json::parse(R"({"a":1,"b":{"c":"text","d":[true,{"e":2.5},[6,7],null]},"big":18446744073709551615,"ü":"ä"})");
        const nlohmann::json *found = atJsonPath(json, path);
        QVERIFY(found);
        QCOMPARE(jsonText(*found), expected);
    }

    void pathsThatLeadNowhereGiveNothing_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"x", "a.b", "a[0]", "list[3]", "list[-1]", "list[x]", "list[", "list[0", "list[0]x", "list.", ".a", "list..a", "list.0"})
            QTest::newRow(path) << QString::fromUtf8(path);
    }
    void pathsThatLeadNowhereGiveNothing()
    {
        QFETCH(QString, path);
        const auto json = nlohmann::json::parse(R"({"a":1,"list":[1,2,3]})");
        QVERIFY(!atJsonPath(json, path));
    }

    void listsAtTheRootAreIndexed()
    {
        const auto json = nlohmann::json::parse(R"([{"id":4}])");
        QCOMPARE(jsonText(*atJsonPath(json, QStringLiteral("[0].id"))), QStringLiteral("4"));
        QCOMPARE(atJsonPath(json, QString()), &json);
    }
};

WATCHFLOOR_TEST(TestJsonPath)
#include "tst_jsonpath.moc"
