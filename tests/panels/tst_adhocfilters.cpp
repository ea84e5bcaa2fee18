#include "models/panels/adhocfilters.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

using Filters = std::vector<Variable::Filter>;
Q_DECLARE_METATYPE(Filters)

class TestAdHocFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void injects_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("expected");
        QTest::newRow("bare metric") << u"up"_s << u"up{a=\"b\"}"_s;
        QTest::newRow("empty braces") << u"up{}"_s << u"up{a=\"b\"}"_s;
        QTest::newRow("other conditions") << u"up{c=\"d\"}"_s << u"up{c=\"d\", a=\"b\"}"_s;
        QTest::newRow("trailing comma") << u"up{c=\"d\",}"_s << u"up{c=\"d\",a=\"b\"}"_s;
        QTest::newRow("no name") << u"{c=\"d\"}"_s << u"{c=\"d\", a=\"b\"}"_s;
        QTest::newRow("range") << u"rate(up[5m])"_s << u"rate(up{a=\"b\"}[5m])"_s;
        QTest::newRow("offset") << u"up offset 5m"_s << u"up{a=\"b\"} offset 5m"_s;
        QTest::newRow("every selector") << u"sum by (c) (rate(x{c=\"d\"}[5m])) / on (c) group_left (e) y"_s
                                        << u"sum by (c) (rate(x{c=\"d\", a=\"b\"}[5m])) / on (c) group_left (e) y{a=\"b\"}"_s;
        QTest::newRow("functions are no metrics") << u"histogram_quantile(0.9, sum by (le) (x))"_s << u"histogram_quantile(0.9, sum by (le) (x{a=\"b\"}))"_s;
        QTest::newRow("braces in texts are none") << u"label_replace(up{c=\"}\"}, \"d\", \"{$1}\", \"c\", \"(.*)\")"_s
                                                  << u"label_replace(up{c=\"}\", a=\"b\"}, \"d\", \"{$1}\", \"c\", \"(.*)\")"_s;
        QTest::newRow("said already") << u"up{a=\"b\"}"_s << u"up{a=\"b\"}"_s;
        QTest::newRow("said otherwise") << u"up{a=\"c\"}"_s << u"up{a=\"c\", a=\"b\"}"_s;
        QTest::newRow("no selector") << u"vector(1) + time()"_s << u"vector(1) + time()"_s;
        QTest::newRow("a metric named like a word") << u"sum:up:rate"_s << u"sum:up:rate{a=\"b\"}"_s;
        QTest::newRow("unreadable stays") << u"rate(up[5m]"_s << u"rate(up[5m]"_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }
    void injects()
    {
        QFETCH(QString, expression);
        QTEST(withFilters(expression, {{u"a"_s, u"="_s, {u"b"_s}}}), "expected");
    }

    void writes_data()
    {
        QTest::addColumn<Filters>("filters");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << Filters{} << u""_s;
        QTest::newRow("two") << Filters{{u"a"_s, u"="_s, {u"b"_s}}, {u"c"_s, u"!~"_s, {u"d|e"_s}}} << u"{a=\"b\", c!~\"d|e\"}"_s;
        QTest::newRow("one of several") << Filters{{u"a"_s, u"=|"_s, {u"b.c"_s, u"d"_s}}} << u"{a=~\"b\\\\.c|d\"}"_s;
        QTest::newRow("none of several") << Filters{{u"a"_s, u"!=|"_s, {u"b"_s, u"d"_s}}} << u"{a!~\"b|d\"}"_s;
        QTest::newRow("quotes") << Filters{{u"a"_s, u"="_s, {u"b\"} or up{x=\""_s}}} << u"{a=\"b\\\"} or up{x=\\\"\"}"_s;
        QTest::newRow("a name in any script") << Filters{{u"k8s.pod"_s, u"="_s, {u"b"_s}}} << u"{\"k8s.pod\"=\"b\"}"_s;
        QTest::newRow("no label") << Filters{{u""_s, u"="_s, {u"b"_s}}} << u""_s;
        QTest::newRow("no value") << Filters{{u"a"_s, u"="_s, {}}} << u""_s;
        QTest::newRow("an operator of others") << Filters{{u"a"_s, u"<"_s, {u"5"_s}}} << u""_s;
    }
    void writes()
    {
        QFETCH(Filters, filters);
        QTEST(filtersText(filters), "expected");
    }

    void nothingToSayChangesNothing()
    {
        QCOMPARE(withFilters(u"up"_s, {}), u"up"_s);
        QCOMPARE(withFilters(u"up"_s, {{u"a"_s, u"="_s, {}}}), u"up"_s);
    }
};

WATCHFLOOR_TEST(TestAdHocFilters)
#include "tst_adhocfilters.moc"
