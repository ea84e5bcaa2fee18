#include "tests/frames/transformationtest.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Qt::StringLiterals;

/// Steps that calculate: fields from fields, values of groups, one value of many, and counts.
class TestCalculationSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreCalculated_data();
    void fieldsAreCalculated() { checkStep(); }
    void framesAreReduced_data();
    void framesAreReduced() { checkStep(); }
    void rowsAreGrouped_data();
    void rowsAreGrouped() { checkStep(); }
    void valuesAreCounted_data();
    void valuesAreCounted() { checkStep(); }
    void groupsCanHoldTables();
};

void TestCalculationSteps::fieldsAreCalculated_data()
{
    addStepColumns();
    const std::vector table{frameOf({times({1, 2, 3, 4}), numbers(u"a"_s, {1, 2, noSample, 6}), numbers(u"b"_s, {10, 20, 30, 0})})};
    const std::vector two{series(u"x"_s, {1, 2}, {10, 20}), series(u"y"_s, {2, 3}, {1, 2})};
    const QString head = u"Time a b "_s;
    addStep("a row's total", table, "calculateField", "{'mode':'reduceRow','reduce':{'reducer':'sum'}}", head + u"Total / 1 1 10 11 / 2 2 20 22 / 3 - 30 30 / 4 6 0 6"_s);
    addStep("where nothing is said", table, "calculateField", "{}", head + u"Total / 1 1 10 11 / 2 2 20 22 / 3 - 30 30 / 4 6 0 6"_s);
    addStep("a row's maximum of some, named", table, "calculateField", "{'mode':'reduceRow','alias':'top','reduce':{'reducer':'max','include':['a']}}",
            head + u"top / 1 1 10 1 / 2 2 20 2 / 3 - 30 - / 4 6 0 6"_s);
    addStep("in place of the others", table, "calculateField", "{'mode':'reduceRow','replaceFields':true,'reduce':{'reducer':'mean'}}",
            u"Time Mean / 1 5.5 / 2 11 / 3 30 / 4 3"_s);
    addStep("two fields", table, "calculateField", "{'mode':'binary','binary':{'left':'b','operator':'-','right':'a'}}",
            head + u"b_-_a / 1 1 10 9 / 2 2 20 18 / 3 - 30 - / 4 6 0 -6"_s);
    addStep("a field and a number", table, "calculateField", "{'mode':'binary','binary':{'left':'a','operator':'*','right':'2.5'}}",
            head + u"a_*_2.5 / 1 1 10 2.5 / 2 2 20 5 / 3 - 30 - / 4 6 0 15"_s);
    addStep("division by zero", table, "calculateField", "{'mode':'binary','alias':'q','binary':{'left':'a','operator':'/','right':'b'}}",
            head + u"q / 1 1 10 0.1 / 2 2 20 0.1 / 3 - 30 - / 4 6 0 Infinity"_s);
    addStep("the newer way to write it", table, "calculateField",
            "{'mode':'binary','binary':{'left':{'matcher':{'id':'byName','options':'a'}},'operator':'+','right':{'fixed':'1'}}}",
            head + u"a_+_1 / 1 1 10 2 / 2 2 20 3 / 3 - 30 - / 4 6 0 7"_s);
    addStep("all numbers at once", table, "calculateField",
            "{'mode':'binary','replaceFields':true,'binary':{'left':{'matcher':{'id':'byType','options':'number'}},'operator':'*','right':{'fixed':'10'}}}",
            u"Time a_*_10 b_*_10 / 1 10 100 / 2 20 200 / 3 - 300 / 4 60 0"_s);
    addStep("an unknown field", table, "calculateField", "{'mode':'binary','binary':{'left':'zone','operator':'+','right':'a'}}",
            u"Time a b / 1 1 10 / 2 2 20 / 3 - 30 / 4 6 0"_s);
    addStep("one field", table, "calculateField", "{'mode':'unary','unary':{'operator':'floor','fieldName':'a'}}", head + u"floor(a) / 1 1 10 1 / 2 2 20 2 / 3 - 30 - / 4 6 0 6"_s);
    addStep("absolute value", {frameOf({numbers(u"a"_s, {-1.5, 2})})}, "calculateField", "{'mode':'unary','alias':'n','unary':{'operator':'abs','fieldName':'a'}}",
            u"a n / -1.5 1.5 / 2 2"_s);
    addStep("rounded", {frameOf({numbers(u"a"_s, {-1.5, 2.5})})}, "calculateField", "{'mode':'unary','alias':'n','unary':{'operator':'round','fieldName':'a'}}", u"a n / -1.5 -1 / 2.5 3"_s);
    addStep("a text of fields", table, "calculateField", "{'mode':'templateExpression','alias':'t','replaceFields':true,'template':{'expression':'$a of ${b:raw} $x'}}",
            u"t / 1_of_10_$x / 2_of_20_$x / _of_30_$x / 6_of_0_$x"_s);
    addStep("running total", table, "calculateField", "{'mode':'cumulativeFunctions','cumulative':{'field':'a','reducer':'sum'}}",
            head + u"cumulative_sum(a) / 1 1 10 1 / 2 2 20 3 / 3 - 30 3 / 4 6 0 9"_s);
    addStep("running mean", table, "calculateField", "{'mode':'cumulativeFunctions','alias':'m','cumulative':{'field':'b','reducer':'mean'}}",
            head + u"m / 1 1 10 10 / 2 2 20 15 / 3 - 30 20 / 4 6 0 15"_s);
    addStep("moving mean", table, "calculateField",
            "{'mode':'windowFunctions','alias':'m','window':{'field':'b','reducer':'mean','windowAlignment':'trailing','windowSizeMode':'fixed','windowSize':2}}",
            head + u"m / 1 1 10 10 / 2 2 20 15 / 3 - 30 25 / 4 6 0 15"_s);
    addStep("moving mean around each", table, "calculateField",
            "{'mode':'windowFunctions','alias':'m','window':{'field':'b','reducer':'mean','windowAlignment':'centered','windowSizeMode':'fixed','windowSize':3}}",
            head + u"m / 1 1 10 15 / 2 2 20 20 / 3 - 30 16.666666666666668 / 4 6 0 15"_s);
    addStep("moving variance over half of it", table, "calculateField",
            "{'mode':'windowFunctions','alias':'v','window':{'field':'b','reducer':'variance','windowAlignment':'trailing','windowSizeMode':'percentage','windowSize':0.5}}",
            head + u"v / 1 1 10 0 / 2 2 20 25 / 3 - 30 25 / 4 6 0 225"_s);
    addStep("row numbers", table, "calculateField", "{'mode':'index'}", head + u"Row / 1 1 10 0 / 2 2 20 1 / 3 - 30 2 / 4 6 0 3"_s);
    addStep("row numbers as shares", table, "calculateField", "{'mode':'index','replaceFields':true,'alias':'p','index':{'asPercentile':true}}", u"p / 0 / 0.25 / 0.5 / 0.75"_s);
    addStep("series become columns first", two, "calculateField", "{'mode':'binary','binary':{'left':'x','operator':'+','right':'y'}}",
            u"Time x y x_+_y / 1 10 - - / 2 20 1 21 / 3 - 2 -"_s);
    addStep("not where the other side is fixed", two, "calculateField", "{'mode':'binary','replaceFields':true,'binary':{'left':{'matcher':{'id':'byName','options':'x'}},'operator':'+','right':{'fixed':1}}}",
            u"Time x_+_1 / 1 11 / 2 21"_s);
}

void TestCalculationSteps::framesAreReduced_data()
{
    addStepColumns();
    const std::vector two{series(u"a"_s, {1, 2}, {10, 20}, {{u"job"_s, u"api"_s}}), series(u"b"_s, {1, 2}, {noSample, 5}, {{u"zone"_s, u"x"_s}})};
    addStep("a row a series", two, "reduce", "{'reducers':['max','lastNotNull','count']}", u"Field Max Last_* Count / a 20 20 2 / b 5 5 1"_s);
    addStep("the maximum where nothing is said", two, "reduce", "{}", u"Field Max / a 20 / b 5"_s);
    addStep("no reducers change nothing", two, "reduce", "{'reducers':[]}", u"Time a / 1 10 / 2 20 | Time b / 1 - / 2 5"_s);
    addStep("labels as columns", two, "reduce", "{'reducers':['min'],'labelsToFields':true}", u"Field job zone Min / Value api - 10 / Value - x 5"_s);
    addStep("some fields", two, "reduce", "{'reducers':['min'],'fields':{'id':'byName','options':'b'}}", u"Field Min / b 5"_s);
    addStep("texts", {frameOf({texts(u"job"_s, {u"x"_s, u"y"_s}), numbers(u"v"_s, {1, 2})})}, "reduce", "{'reducers':['last']}", u"Field Last / job y / v 2"_s);
    addStep("fields stay", two, "reduce", "{'mode':'reduceFields','reducers':['mean']}", u"a / 15 | b / 5"_s);
    addStep("fields stay, times too", {two[0]}, "reduce", "{'mode':'reduceFields','reducers':['last'],'includeTimeField':true}", u"Time a / 2 20"_s);
    addStep("fields stay, several reducers", {frameOf({numbers(u"v"_s, {1, 3})})}, "reduce", "{'mode':'reduceFields','reducers':['min','max']}", u"v_Min v_Max / 1 3"_s);
}

void TestCalculationSteps::rowsAreGrouped_data()
{
    addStepColumns();
    const std::vector table{frameOf({texts(u"job"_s, {u"b"_s, u"a"_s, u"b"_s, u"a"_s, u"b"_s}), numbers(u"zone"_s, {1, 1, 2, 1, 1}), numbers(u"v"_s, {1, 2, 3, noSample, 5})})};
    addStep("by one field", table, "groupBy", "{'fields':{'job':{'operation':'groupby'},'v':{'operation':'aggregate','aggregations':['sum','count']}}}",
            u"job v_(sum) v_(count) / b 9 3 / a 2 1"_s);
    addStep("by two fields", table, "groupBy", "{'fields':{'job':{'operation':'groupby'},'zone':{'operation':'groupby'},'v':{'operation':'aggregate','aggregations':['max']}}}",
            u"job zone v_(max) / b 1 5 / a 1 2 / b 2 3"_s);
    addStep("texts are aggregated too", table, "groupBy", "{'fields':{'zone':{'operation':'groupby'},'job':{'operation':'aggregate','aggregations':['uniqueValues','distinctCount','first']}}}",
            u"zone job_(uniqueValues) job_(distinctCount) job_(first) / 1 b,_a 2 b / 2 b 1 b"_s);
    addStep("unknown reducers are left out", table, "groupBy", "{'fields':{'job':{'operation':'groupby'},'v':{'operation':'aggregate','aggregations':['weather']}}}", u"job / b / a"_s);
    addStep("nothing to group by", table, "groupBy", "{'fields':{'v':{'operation':'aggregate','aggregations':['sum']}}}",
            u"job zone v / b 1 1 / a 1 2 / b 2 3 / a 1 - / b 1 5"_s);
    addStep("a frame without the field goes", {table[0], frameOf({numbers(u"v"_s, {1})})}, "groupBy", "{'fields':{'job':{'operation':'groupby'}}}", u"job / b / a"_s);
    addStep("as a matrix", {frameOf({texts(u"host"_s, {u"x"_s, u"x"_s, u"y"_s}), texts(u"cpu"_s, {u"0"_s, u"1"_s, u"1"_s}), numbers(u"Value"_s, {1, 2, 3})})}, "groupingToMatrix",
            "{'columnField':'cpu','rowField':'host','valueField':'Value'}", u"host\\cpu 0 1 / x 1 2 / y - 3"_s);
    addStep("as a matrix without gaps", {frameOf({texts(u"host"_s, {u"x"_s, u"x"_s, u"y"_s}), texts(u"cpu"_s, {u"0"_s, u"1"_s, u"1"_s}), numbers(u"Value"_s, {1, 2, 3})})}, "groupingToMatrix",
            "{'columnField':'cpu','rowField':'host','valueField':'Value','emptyValue':'zero'}", u"host\\cpu 0 1 / x 1 2 / y 0 3"_s);
    addStep("a matrix of an unknown field", table, "groupingToMatrix", "{'columnField':'weather'}", u"job zone v / b 1 1 / a 1 2 / b 2 3 / a 1 - / b 1 5"_s);
    addStep("in parts, values as labels", table, "partitionByValues", "{'fields':['job']}", u"zone_b v_b / 1 1 / 2 3 / 1 5 | zone_a v_a / 1 2 / 1 -"_s);
    addStep("in parts, values as names", table, "partitionByValues", "{'fields':['job'],'keepFields':true,'naming':{'asLabels':false,'withNames':true}}",
            u"job zone v / b 1 1 / b 2 3 / b 1 5 | job zone v / a 1 2 / a 1 -"_s);
    addStep("in parts of nothing", table, "partitionByValues", "{'fields':['weather']}", u"job zone v / b 1 1 / a 1 2 / b 2 3 / a 1 - / b 1 5"_s);
}

void TestCalculationSteps::valuesAreCounted_data()
{
    addStepColumns();
    const std::vector table{frameOf({numbers(u"a"_s, {1, 2, 2, 9, noSample}), numbers(u"b"_s, {4, 5, 11, 12, 13})})};
    addStep("buckets of a size", table, "histogram", "{'bucketSize':5}", u"xMin xMax a b / 0 5 3 1 / 5 10 1 1 / 10 15 0 3"_s);
    addStep("buckets with an offset", table, "histogram", "{'bucketSize':5,'bucketOffset':1}", u"xMin xMax a b / 1 6 3 2 / 6 11 1 0 / 11 16 0 3"_s);
    addStep("all in one", table, "histogram", "{'bucketSize':5,'combine':true}", u"xMin xMax Count / 0 5 4 / 5 10 2 / 10 15 3"_s);
    addStep("a size that is found", table, "histogram", "{'combine':true}", u"xMin xMax Count / 1 2 1 / 2 3 2 / 4 5 1 / 5 6 1 / 9 10 1 / 11 12 1 / 12 13 1 / 13 14 1"_s);
    addStep("fractions stay clean", {frameOf({numbers(u"a"_s, {0.1, 0.2, 0.3})})}, "histogram", "{'bucketSize':0.1}", u"xMin xMax a / 0.1 0.2 1 / 0.2 0.30000000000000004 2"_s);
    addStep("nothing to count", {frameOf({texts(u"t"_s, {u"x"_s})})}, "histogram", "{}", {});
    addStep("no values", {frameOf({numbers(u"a"_s, {noSample})})}, "histogram", "{}", u"xMin xMax a"_s);
    addStep("over time", {frameOf({times({0, 1000, 60000}), numbers(u"v"_s, {1, 7, 12})})}, "heatmap",
            "{'xBuckets':{'mode':'size','value':'1m'},'yBuckets':{'mode':'size','value':'10'}}",
            u"xMin yMin yMax count / 0 0 10 2 / 0 10 20 0 / 60000 0 10 0 / 60000 10 20 1"_s);
    addStep("over time, buckets that grow", {frameOf({times({0}), numbers(u"v"_s, {1})}), frameOf({times({0}), numbers(u"w"_s, {9})})}, "heatmap",
            "{'xBuckets':{'mode':'size','value':'1m'},'yBuckets':{'scale':{'type':'log','log':2}}}",
            u"xMin yMin yMax count / 0 1 2 1 / 0 2 4 0 / 0 4 8 0 / 0 8 16 1"_s);
}

void TestCalculationSteps::groupsCanHoldTables()
{
    const std::vector table{frameOf({texts(u"job"_s, {u"b"_s, u"a"_s, u"b"_s}), numbers(u"v"_s, {1, 2, 3}), numbers(u"w"_s, {4, 5, 6})})};
    const auto grouped = transformed(table, {{u"groupToNestedTable"_s, json("{'fields':{'job':{'operation':'groupby'},'v':{'operation':'aggregate','aggregations':['sum']}}}").toObject(), false, {}}});
    QCOMPARE(grouped.size(), size_t(1));
    QCOMPARE(grouped[0].fields.size(), size_t(3));
    QCOMPARE(grouped[0].fields[2].name, u"__nestedFrames"_s);
    QCOMPARE(asText(*grouped[0].fields[2].frames[0]), u"w / 4 / 6"_s);
    QVERIFY(!isKnownTransformation(u"groupToNestedTable"_s));
}

WATCHFLOOR_TEST(TestCalculationSteps)
#include "tst_calculationsteps.moc"
