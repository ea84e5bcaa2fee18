#include "models/panels/dashboard.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *text : list)
        result.append(QString::fromLatin1(text));
    return result;
}

} // namespace

class TestInterpolation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsIn_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain name") << "up{a=\"$v\"}" << texts({"x"}) << "up{a=\"x\"}";
        QTest::newRow("braced name") << "up{a=\"${v}s\"}" << texts({"x"}) << "up{a=\"xs\"}";
        QTest::newRow("name ends at the first other character") << "up{a=\"$v-1\"}" << texts({"x"}) << "up{a=\"x-1\"}";
        QTest::newRow("longer name is another") << "up{a=\"$vv\"}" << texts({"x"}) << "up{a=\"$vv\"}";
        QTest::newRow("unclosed brace stays") << "up{a=\"${v\"}" << texts({"x"}) << "up{a=\"${v\"}";
        QTest::newRow("several become alternatives") << "up{a=~\"$v\"}" << texts({"x", "y"}) << "up{a=~\"(x|y)\"}";
        QTest::newRow("alternatives are escaped") << "up{a=~\"$v\"}" << texts({"a.b", "c"}) << "up{a=~\"(a\\\\.b|c)\"}";
        QTest::newRow("one value of a pattern is escaped") << "up{a=~\"$v\"}" << texts({"a.b"}) << "up{a=~\"a\\\\.b\"}";
        QTest::newRow("spaces before the quote") << "up{a =~ \"$v\"}" << texts({"a+b"}) << "up{a =~ \"a\\\\+b\"}";
        QTest::newRow("one value of an equality is not a pattern") << "up{a=\"$v\"}" << texts({"a.b"}) << "up{a=\"a.b\"}";
        QTest::newRow("a quote cannot leave its quotes") << "up{a=\"$v\"}" << texts({"x\"} or vector(1"}) << "up{a=\"x\\\"} or vector(1\"}";
        QTest::newRow("a backslash cannot either") << "up{a=\"$v\"}" << texts({"x\\"}) << "up{a=\"x\\\\\"}";
        QTest::newRow("nor a newline") << "up{a=\"$v\"}" << texts({"x\ny"}) << "up{a=\"x\\ny\"}";
        QTest::newRow("nor a back-tick") << "up{a=~`$v`}" << texts({"x`y"}) << "up{a=~`x\\y`}";
        QTest::newRow("single quotes") << "up{a='$v'}" << texts({"it's"}) << "up{a='it\\'s'}";
        QTest::newRow("after an escaped quote it is still text") << "up{a=\"\\\"$v\"}" << texts({"\""}) << "up{a=\"\\\"\\\"\"}";
        QTest::newRow("nothing chosen is everything") << "up{a=~\"$v\"}" << QStringList{} << "up{a=~\".*\"}";
        QTest::newRow("outside of quotes") << "topk($v, up)" << texts({"5"}) << "topk(5, up)";
        QTest::newRow("range") << "increase(x[$__range])" << QStringList{} << "increase(x[1h])";
        QTest::newRow("interval") << "rate(x[${__interval}])" << QStringList{} << "rate(x[15s])";
        QTest::newRow("rate interval holds four samples") << "rate(x[$__rate_interval])" << QStringList{} << "rate(x[1m])";
        QTest::newRow("a dollar alone") << "label_replace(up, \"a\", \"$1\", \"b\", \"(.*)$\")" << texts({"x"})
                                        << "label_replace(up, \"a\", \"$1\", \"b\", \"(.*)$\")";
        QTest::newRow("empty") << "" << texts({"x"}) << "";
    }
    void fillsIn()
    {
        QFETCH(QString, expression);
        QFETCH(QStringList, values);
        QTEST(interpolated(expression, {{QStringLiteral("v"), values}}, 1h, 15s), "expected");
    }

    void rateIntervalGrowsWithTheStep()
    {
        QCOMPARE(interpolated(QStringLiteral("$__rate_interval"), {}, 24h, 5min), QStringLiteral("5m15s"));
    }
};

WATCHFLOOR_TEST(TestInterpolation)
#include "tst_interpolation.moc"
