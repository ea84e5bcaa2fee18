#include "models/health/jsonpath.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

namespace {

const QByteArray sample = R"( {"a":1,"b":{"c":"text","d":[true,{"e":2.5},[6,7],null]},"ü":"ä","list":[1,2,3],"million":1000000,"big":18446744073709551615,
                              "small":0.00001,"tag":"<b>&\u2028","nested":{"z":1e21,"a":"<&>","n":null},"mixed":[{"k":1,"a":[null,"x"]}],"a.b":5})";

}

class TestJsonPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsLeadToTheirValue_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<int>("length");
        const auto row = [](const char *path, const char *expected, int length = -1) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(expected) << (length < 0 ? int(qstrlen(expected)) : length);
        };
        row("a", "1");
        row("b.c", "text");
        row("b.d[0]", "true");
        row("b.d[1].e", "2.5");
        row("b.d[2][1]", "7");
        row("b.d[+1].e", "2.5");
        row("ü", "ä", 2);
        row("list", "[1 2 3]", 3);
        row("list.0", "[1 2 3]", 3);
        row("a.goes.nowhere", "1");
        row("list[0]x[5]", "1");
        row("million", "1e+06");
        row("big", "1.8446744073709552e+19");
        row("small", "1e-05");
        row("tag", "<b>&\u2028", 7);
        row("nested", R"({"a":"\u003c\u0026\u003e","n":null,"z":1e+21})");
        row("mixed", "[map[a:[<nil> x] k:1]]", 1);
        row("b.d", "[true map[e:2.5] [6 7] <nil>]", 4);
    }
    void pathsLeadToTheirValue()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, expected);
        QFETCH(int, length);
        const auto found = valueAtPath(QByteArrayView(sample), path);
        QVERIFY2(found.ok(), found.ok() ? "" : qPrintable(found.error().detail));
        QCOMPARE(found->text, expected);
        QCOMPARE(int(found->length), length);
    }

    void pathsThatLeadNowhereGiveAnError_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"x", "a[0]", "b.c.d", "b.d[3]", "list[3]", "list[-1]", "list[x]", "list[]", "list[ 1]", "list[[0]]", ".a", "b..c", "b.", "$.a", "nested.n", "a[0].b", "list[99999999999999999999]"})
            QTest::newRow(path) << QByteArray(path);
    }
    void pathsThatLeadNowhereGiveAnError()
    {
        QFETCH(QByteArray, path);
        const auto found = valueAtPath(QByteArrayView(sample), path);
        QVERIFY(!found.ok());
        QCOMPARE(found.error().kind, Error::Kind::NotExpected);
        QVERIFY(!found.error().detail.isEmpty());
    }

    void bodiesWithoutAnObjectAreReadToo_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("list at the root") << QByteArray(R"([{"id":4}])") << QByteArray("[0].id") << QByteArray("4");
        QTest::newRow("whole list") << QByteArray("[1,2]") << QByteArray() << QByteArray("[1 2]");
        QTest::newRow("list in list") << QByteArray("[[1],[2,3]]") << QByteArray("[1][0]") << QByteArray("2");
        QTest::newRow("name in a list") << QByteArray("[1,2]") << QByteArray("any") << QByteArray("[1 2]");
        QTest::newRow("whole object") << QByteArray("{ \"a\" : 1 }") << QByteArray() << QByteArray("{ \"a\" : 1 }");
        QTest::newRow("no JSON at all") << QByteArray("pong") << QByteArray() << QByteArray("pong");
        QTest::newRow("a text") << QByteArray("\"up\"") << QByteArray("any") << QByteArray("up");
        QTest::newRow("a number") << QByteArray("5") << QByteArray("any.more") << QByteArray("5");
        QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("bytes that are not UTF-8") << QByteArray("{\"a\":\"x\xe2\x28\"}") << QByteArray("a") << QByteArray("x\xef\xbf\xbd(");
        QTest::newRow("half of a pair") << QByteArray(R"({"a":"x\uD83dy"})") << QByteArray("a") << QByteArray("x\xef\xbf\xbdy");
        QTest::newRow("other half of a pair") << QByteArray(R"({"a":"\\\uDE42"})") << QByteArray("a") << QByteArray("\\\xef\xbf\xbd");
        QTest::newRow("two first halves") << QByteArray(R"({"a":"\ud83d\ud83d\ude42"})") << QByteArray("a") << QByteArray("\xef\xbf\xbd\xf0\x9f\x99\x82");
        QTest::newRow("no escape at all") << QByteArray(R"({"a":"\\ud83d","b":"\udc00"})") << QByteArray("a") << QByteArray("\\ud83d");
    }
    void bodiesWithoutAnObjectAreReadToo()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, expected);
        const auto found = valueAtPath(QByteArrayView(body), path);
        QVERIFY(found.ok());
        QCOMPARE(found->text, expected);
    }

    void bodiesThatAreNoJsonAreSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"", "<html>", "{\"a\":", "nul", "{\"a\":1}\"", "[1,2,]", "{\"a\":\"\\ud83d\"", "{\"a\":\xff}", "{\"a\":\"\\u12\"}"})
            QTest::newRow(*body ? body : "empty") << QByteArray(body);
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void bodiesThatAreNoJsonAreSaid()
    {
        QFETCH(QByteArray, body);
        const auto found = valueAtPath(QByteArrayView(body), "a");
        QVERIFY(!found.ok());
        QVERIFY(found.error().kind != Error::Kind::NotExpected);
    }
};

WATCHFLOOR_TEST(TestJsonPath)
#include "tst_jsonpath.moc"
