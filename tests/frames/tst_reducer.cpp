#include "models/frames/reducer.h"
#include "tests/frames/framebuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <cmath>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {
const double none = noSample;
}

class TestReducer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersUnderEveryReducer_data();
    void numbersUnderEveryReducer();
    void emptyFieldsHaveTheirOwnResults_data();
    void emptyFieldsHaveTheirOwnResults();
    void textsHaveEndsAndCounts_data();
    void textsHaveEndsAndCounts();
    void everyPercentileIsKnown();
    void namesAreThoseOfLegends_data();
    void namesAreThoseOfLegends();
    void unknownIdsAreNoNumber();
    void endsOfTimesStayTimes();
};

void TestReducer::numbersUnderEveryReducer_data()
{
    QTest::addColumn<QString>("reducer");
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("expected");
    const std::vector<double> gaps{none, 2, none, 6, 4, none};
    QTest::newRow("last not null") << u"lastNotNull"_s << gaps << 4.;
    QTest::newRow("current is last not null") << u"current"_s << gaps << 4.;
    QTest::newRow("last is what stands last") << u"last"_s << gaps << none;
    QTest::newRow("first not null") << u"firstNotNull"_s << gaps << 2.;
    QTest::newRow("first is what stands first") << u"first"_s << gaps << none;
    QTest::newRow("min") << u"min"_s << gaps << 2.;
    QTest::newRow("max") << u"max"_s << gaps << 6.;
    QTest::newRow("max of negative ones") << u"max"_s << std::vector<double>{-3, -1, none} << -1.;
    QTest::newRow("mean leaves gaps out") << u"mean"_s << gaps << 4.;
    QTest::newRow("avg is mean") << u"avg"_s << gaps << 4.;
    QTest::newRow("sum") << u"sum"_s << gaps << 12.;
    QTest::newRow("total is sum") << u"total"_s << gaps << 12.;
    QTest::newRow("count leaves gaps out") << u"count"_s << gaps << 3.;
    QTest::newRow("count all") << u"countAll"_s << gaps << 6.;
    QTest::newRow("range") << u"range"_s << gaps << 4.;
    QTest::newRow("difference of the ends") << u"diff"_s << gaps << 2.;
    QTest::newRow("difference in per cent of the first") << u"diffperc"_s << gaps << 100.;
    QTest::newRow("step may be negative") << u"step"_s << gaps << -2.;
    QTest::newRow("delta of a counter") << u"delta"_s << std::vector<double>{10, 15, 25} << 15.;
    QTest::newRow("delta leaves out the step after a reset") << u"delta"_s << std::vector<double>{10, 20, 3, 8, 9} << 11.;
    QTest::newRow("delta with the reset at the end") << u"delta"_s << std::vector<double>{10, 20, 3} << 10.;
    QTest::newRow("difference in per cent of nothing") << u"diffperc"_s << std::vector<double>{none} << 0.;
    QTest::newRow("min above zero") << u"logmin"_s << std::vector<double>{-1, 0, 3, 0.5} << 0.5;
    QTest::newRow("min above zero, older name") << u"minAbove0"_s << std::vector<double>{0, 3} << 3.;
    QTest::newRow("min above zero of none") << u"logmin"_s << std::vector<double>{-1, 0} << none;
    QTest::newRow("all zero") << u"allIsZero"_s << std::vector<double>{0, none, 0} << 1.;
    QTest::newRow("not all zero") << u"allIsZero"_s << std::vector<double>{0, 1} << 0.;
    QTest::newRow("nothing is not all zero") << u"allIsZero"_s << std::vector<double>{none} << 0.;
    QTest::newRow("all null") << u"allIsNull"_s << std::vector<double>{none, none} << 1.;
    QTest::newRow("not all null") << u"allIsNull"_s << gaps << 0.;
    QTest::newRow("changes skip gaps") << u"changeCount"_s << std::vector<double>{1, none, 1, 2, 2, 1} << 2.;
    QTest::newRow("distinct skip gaps") << u"distinctCount"_s << std::vector<double>{1, none, 1, 2} << 2.;
    QTest::newRow("variance of the population") << u"variance"_s << std::vector<double>{2, 4, none, 6} << 8. / 3;
    QTest::newRow("standard deviation") << u"stdDev"_s << std::vector<double>{1, 5, none} << 2.;
    QTest::newRow("median of an odd number") << u"median"_s << std::vector<double>{9, 1, none, 4} << 4.;
    QTest::newRow("median of an even number") << u"median"_s << std::vector<double>{9, 1, 3, 4} << 3.5;
    QTest::newRow("95th percentile is a value") << u"p95"_s << std::vector<double>{5, 1, 4, 2, 3} << 5.;
    QTest::newRow("half a place goes up") << u"p50"_s << std::vector<double>{1, 2, 3, 4} << 3.;
    QTest::newRow("1st percentile") << u"p1"_s << std::vector<double>{5, 1, none, 4} << 1.;
}

void TestReducer::numbersUnderEveryReducer()
{
    QFETCH(QString, reducer);
    QFETCH(std::vector<double>, values);
    QFETCH(double, expected);
    QVERIFY(isKnownReducer(reducer));
    const double result = reduced(numbers(u"Value"_s, values), reducer);
    if (std::isnan(expected))
        QVERIFY(std::isnan(result));
    else
        QVERIFY2(std::fabs(result - expected) < 1e-12, qPrintable(QString::number(result)));
}

void TestReducer::emptyFieldsHaveTheirOwnResults_data()
{
    QTest::addColumn<double>("expected");
    for (const char *zero : {"sum", "count", "countAll", "allIsZero"})
        QTest::newRow(zero) << 0.;
    QTest::newRow("allIsNull") << 1.;
    for (const char *nothing : {"lastNotNull", "last", "first", "min", "max", "mean", "median", "p95", "diff", "range", "delta", "stdDev"})
        QTest::newRow(nothing) << none;
}

void TestReducer::emptyFieldsHaveTheirOwnResults()
{
    QFETCH(double, expected);
    const double result = reduced(numbers(u"Value"_s, {}), QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(std::isnan(expected) ? std::isnan(result) : result == expected);
}

void TestReducer::textsHaveEndsAndCounts_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("first") << u"b"_s;
    QTest::newRow("last") << QString();
    QTest::newRow("lastNotNull") << u"a"_s;
    QTest::newRow("firstNotNull") << u"b"_s;
    QTest::newRow("allValues") << u"b, a, a"_s;
    QTest::newRow("uniqueValues") << u"b, a"_s;
    QTest::newRow("count") << u"3"_s;
    QTest::newRow("countAll") << u"4"_s;
    QTest::newRow("distinctCount") << u"2"_s;
    QTest::newRow("changeCount") << u"1"_s;
    QTest::newRow("sum") << u"0"_s;
    QTest::newRow("max") << QString();
    QTest::newRow("mean") << QString();
}

void TestReducer::textsHaveEndsAndCounts()
{
    QFETCH(QString, expected);
    const Reduction result = reduction(texts(u"t"_s, {u"b"_s, u"a"_s, u"a"_s, QString()}), QString::fromLatin1(QTest::currentDataTag()));
    const QString text = result.type == FieldType::String ? result.text : std::isnan(result.number) ? QString() : QString::number(result.number);
    QCOMPARE(text, expected);
}

void TestReducer::everyPercentileIsKnown()
{
    std::vector<double> values;
    for (int i = 0; i <= 100; ++i)
        values.push_back(100 - i);
    for (int percent = 1; percent < 100; ++percent) {
        const QString id = u'p' + QString::number(percent);
        QVERIFY(isKnownReducer(id));
        QCOMPARE(reduced(numbers(u"Value"_s, values), id), double(percent));
    }
    for (const QString &id : {u"p0"_s, u"p100"_s, u"p"_s, u"px"_s, u"p05"_s})
        QVERIFY(!isKnownReducer(id));
}

void TestReducer::namesAreThoseOfLegends_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("lastNotNull") << u"Last *"_s;
    QTest::newRow("last") << u"Last"_s;
    QTest::newRow("firstNotNull") << u"First *"_s;
    QTest::newRow("mean") << u"Mean"_s;
    QTest::newRow("sum") << u"Total"_s;
    QTest::newRow("stdDev") << u"StdDev"_s;
    QTest::newRow("diffperc") << u"Difference percent"_s;
    QTest::newRow("p1") << u"1st %"_s;
    QTest::newRow("p11") << u"11th %"_s;
    QTest::newRow("p22") << u"22nd %"_s;
    QTest::newRow("p93") << u"93rd %"_s;
    QTest::newRow("p95") << u"95th %"_s;
    QTest::newRow("unheard") << u"unheard"_s;
}

void TestReducer::namesAreThoseOfLegends()
{
    QFETCH(QString, name);
    QCOMPARE(reducerName(QString::fromLatin1(QTest::currentDataTag())), name);
}

void TestReducer::unknownIdsAreNoNumber()
{
    QVERIFY(!isKnownReducer(u"unheard"_s));
    QVERIFY(std::isnan(reduced(numbers(u"Value"_s, {1, 2}), u"unheard"_s)));
}

void TestReducer::endsOfTimesStayTimes()
{
    QCOMPARE(reduction(times({1000, 2000}), u"last"_s).type, FieldType::Time);
    QCOMPARE(reduction(times({1000, 2000}), u"range"_s).type, FieldType::Number);
    QCOMPARE(reduction(flags(u"up"_s, {1, 0}), u"lastNotNull"_s).number, 0.);
    QCOMPARE(reduction(numbers(u"v"_s, {0}), u"allIsZero"_s).type, FieldType::Boolean);
}


WATCHFLOOR_TEST(TestReducer)
#include "tst_reducer.moc"
