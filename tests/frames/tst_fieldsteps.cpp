#include "tests/frames/transformationtest.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Qt::StringLiterals;

/// Steps that choose, order and rename fields, and those that choose and order rows.
class TestFieldSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreChosenAndNamed_data();
    void fieldsAreChosenAndNamed() { checkStep(); }
    void rowsAreChosenAndOrdered_data();
    void rowsAreChosenAndOrdered() { checkStep(); }
    void valuesAreMatched_data();
    void valuesAreMatched();
    void variablesAreFilledIn();
};

void TestFieldSteps::fieldsAreChosenAndNamed_data()
{
    addStepColumns();
    const std::vector table{frameOf({times({1}), texts(u"job"_s, {u"a"_s}), numbers(u"Value"_s, {5}), numbers(u"x"_s, {6})})};
    const std::vector two{series(u"web-1"_s, {1}, {5}), series(u"api-2"_s, {1}, {6}, {}, u"B"_s)};
    const std::vector labelled{frameOf({numbers(u"v"_s, {1}, {{u"z"_s, u"b"_s}}), numbers(u"v"_s, {2}, {{u"z"_s, u"a"_s}}), numbers(u"w"_s, {3})})};
    addStep("organize: exclude", table, "organize", "{'excludeByName':{'Time':true,'x':true,'job':false}}", u"job Value / a 5"_s);
    addStep("organize: include", table, "organize", "{'includeByName':{'x':true}}", u"x / 6"_s);
    addStep("organize: order, unnamed ones last", table, "organize", "{'indexByName':{'x':0,'Value':1}}", u"x Value Time job / 6 5 1 a"_s);
    addStep("organize: rename", table, "organize", "{'renameByName':{'Value':'Load','job':''}}", u"Time job Load x / 1 a 5 6"_s);
    addStep("organize: all at once", table, "organize", "{'excludeByName':{'Time':true},'indexByName':{'x':0},'renameByName':{'x':'X'}}", u"X job Value / 6 a 5"_s);
    addStep("organize: nothing left", table, "organize", "{'excludeByName':{'Time':true,'job':true,'Value':true,'x':true}}", {});
    addStep("organize: by itself, by name", table, "organize", "{'orderByMode':'auto','orderBy':[{'type':'name','desc':true}]}", u"Time x Value job / 1 6 5 a"_s);
    addStep("organize: by itself, by label", labelled, "organize", "{'orderByMode':'auto','orderBy':[{'type':'label','name':'z'}]}", u"w v_a v_b / 3 2 1"_s);
    addStep("organize: by itself, numbers in names", {frameOf({numbers(u"disk10"_s, {1}), numbers(u"Disk2"_s, {2})})}, "organize",
            "{'orderByMode':'auto','orderBy':[{'type':'name'}]}", u"Disk2 disk10 / 2 1"_s);
    addStep("organize: equal names are told apart", {frameOf({numbers(u"a"_s, {1}), numbers(u"a"_s, {2})})}, "organize",
            "{'renameByName':{'a 1':'one','a 2':'two'}}", u"one two / 1 2"_s);
    addStep("order", table, "order", "{'indexByName':{'Value':0}}", u"Value Time job x / 5 1 a 6"_s);
    addStep("rename", table, "rename", "{'renameByName':{'x':'y'}}", u"Time job Value y / 1 a 5 6"_s);
    addStep("renameByRegex", two, "renameByRegex", "{'regex':'(.*)-(.*)','renamePattern':'$2 of $1'}", u"Time 1_of_web / 1 5 | Time 2_of_api / 1 6"_s);
    addStep("renameByRegex: only the first", two, "renameByRegex", "{'regex':'/[a-z]/','renamePattern':'_'}", u"T_me _eb-1 / 1 5 | T_me _pi-2 / 1 6"_s);
    addStep("renameByRegex: everywhere", two, "renameByRegex", "{'regex':'/[0-9]/g','renamePattern':'[$&]'}", u"Time web-[1] / 1 5 | Time api-[2] / 1 6"_s);
    addStep("renameByRegex: by the name of a group", two, "renameByRegex", "{'regex':'/(?<n>[0-9])$/','renamePattern':'<$<n>>$$'}", u"Time web-<1>$ / 1 5 | Time api-<2>$ / 1 6"_s);
    addStep("renameByRegex: broken", two, "renameByRegex", "{'regex':'(','renamePattern':'x'}", u"Time web-1 / 1 5 | Time api-2 / 1 6"_s);
    addStep("filterFieldsByName: names", table, "filterFieldsByName", "{'include':{'names':['job','x']}}", u"job x / a 6"_s);
    addStep("filterFieldsByName: pattern", table, "filterFieldsByName", "{'include':{'pattern':'/^.o/'}}", u"job / a"_s);
    addStep("filterFieldsByName: names and pattern", table, "filterFieldsByName", "{'include':{'names':['x'],'pattern':'/^j/'}}", u"job x / a 6"_s);
    addStep("filterFieldsByName: exclude", table, "filterFieldsByName", "{'exclude':{'pattern':'/e$/'}}", u"job x / a 6"_s);
    addStep("filterFieldsByName: frames without fields go", two, "filterFieldsByName", "{'include':{'names':['web-1']}}", u"web-1 / 5"_s);
    addStep("filterFieldsByName: nothing said", table, "filterFieldsByName", "{}", u"Time job Value x / 1 a 5 6"_s);
    addStep("filterFields", table, "filterFields", "{'include':{'id':'byType','options':'number'}}", u"Value x / 5 6"_s);
    addStep("filterByRefId", two, "filterByRefId", "{'include':'B'}", u"Time api-2 / 1 6"_s);
    addStep("filterByRefId: several", two, "filterByRefId", "{'include':'A|B'}", u"Time web-1 / 1 5 | Time api-2 / 1 6"_s);
    addStep("filterByRefId: pattern", two, "filterByRefId", "{'include':'/^(?:A)$/'}", u"Time web-1 / 1 5"_s);
    addStep("filterFrames", two, "filterFrames", "{'include':{'id':'byName','options':'/^web/'}}", u"Time web-1 / 1 5"_s);
    addStep("filterFrames: exclude", two, "filterFrames", "{'exclude':{'id':'byRefId','options':'A'}}", u"Time api-2 / 1 6"_s);
    addStep("filterByRefId: exclude", two, "filterByRefId", "{'exclude':'A'}", u"Time api-2 / 1 6"_s);
}

void TestFieldSteps::rowsAreChosenAndOrdered_data()
{
    addStepColumns();
    const std::vector table{frameOf({texts(u"job"_s, {u"b"_s, u"A"_s, u"a"_s, u""_s, u"B"_s}), numbers(u"v"_s, {3, noSample, 1, 5, 3})})};
    addStep("sortBy: numbers up, a missing one is zero", table, "sortBy", "{'sort':[{'field':'v'}]}", u"job v / A - / a 1 / b 3 / B 3 / '' 5"_s);
    addStep("sortBy: flags, true first", {frameOf({flags(u"f"_s, {0, 1, 0})})}, "sortBy", "{'sort':[{'field':'f'}]}", u"f / true / false / false"_s);
    addStep("limit: zero", table, "limit", "{'limitField':0}", u"job v"_s);
    addStep("sortBy: numbers down, a missing one is zero", table, "sortBy", "{'sort':[{'field':'v','desc':true}]}", u"job v / '' 5 / b 3 / B 3 / a 1 / A -"_s);
    addStep("sortBy: texts, empty last", table, "sortBy", "{'sort':[{'field':'job'}]}", u"job v / a 1 / A - / b 3 / B 3 / '' 5"_s);
    addStep("sortBy: texts down, empty first", table, "sortBy", "{'sort':[{'field':'job','desc':true}]}", u"job v / '' 5 / B 3 / b 3 / A - / a 1"_s);
    addStep("sortBy: an unknown field", table, "sortBy", "{'sort':[{'field':'zone'}]}", u"job v / b 3 / A - / a 1 / '' 5 / B 3"_s);
    addStep("sortBy: nothing said", table, "sortBy", "{}", u"job v / b 3 / A - / a 1 / '' 5 / B 3"_s);
    addStep("limit", table, "limit", "{'limitField':2}", u"job v / b 3 / A -"_s);
    addStep("limit: from the end", table, "limit", "{'limitField':-2}", u"job v / '' 5 / B 3"_s);
    addStep("limit: in quotes", table, "limit", "{'limitField':'1'}", u"job v / b 3"_s);
    addStep("limit: ten where nothing is said", {frameOf({numbers(u"v"_s, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})})}, "limit", "{}",
            u"v / 1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / 9 / 10"_s);
    addStep("filterByValue: any", table, "filterByValue",
            "{'type':'include','match':'any','filters':[{'fieldName':'v','config':{'id':'greater','options':{'value':4}}},"
            "{'fieldName':'job','config':{'id':'equal','options':{'value':'a'}}}]}",
            u"job v / a 1 / '' 5"_s);
    addStep("filterByValue: all", table, "filterByValue",
            "{'type':'include','match':'all','filters':[{'fieldName':'v','config':{'id':'greaterOrEqual','options':{'value':3}}},"
            "{'fieldName':'job','config':{'id':'regex','options':{'value':'^b'}}}]}",
            u"job v / b 3"_s);
    addStep("filterByValue: exclude", table, "filterByValue", "{'type':'exclude','match':'any','filters':[{'fieldName':'v','config':{'id':'isNull'}}]}",
            u"job v / b 3 / a 1 / '' 5 / B 3"_s);
    addStep("filterByValue: an unknown field is never met", table, "filterByValue", "{'type':'include','match':'any','filters':[{'fieldName':'zone','config':{'id':'isNull'}}]}",
            u"job v"_s);
    addStep("filterByValue: no filters", table, "filterByValue", "{'type':'exclude','match':'any','filters':[]}", u"job v / b 3 / A - / a 1 / '' 5 / B 3"_s);
}

void TestFieldSteps::valuesAreMatched_data()
{
    QTest::addColumn<QString>("matcher");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("ofNumbers");
    QTest::addColumn<QString>("ofTexts");
    QTest::newRow("equal to a number") << u"equal"_s << QByteArray("{'value':2}") << u"2"_s << u"2"_s;
    QTest::newRow("equal to a text") << u"equal"_s << QByteArray("{'value':'2'}") << u"2"_s << u"2"_s;
    QTest::newRow("equal to a word") << u"equal"_s << QByteArray("{'value':'web'}") << QString() << u"web"_s;
    QTest::newRow("not equal") << u"notEqual"_s << QByteArray("{'value':2}") << u"1 3 -"_s << u"web - ''"_s;
    QTest::newRow("greater") << u"greater"_s << QByteArray("{'value':2}") << u"3"_s << QString();
    QTest::newRow("greater or equal") << u"greaterOrEqual"_s << QByteArray("{'value':2}") << u"2 3"_s << u"2"_s;
    QTest::newRow("lower") << u"lower"_s << QByteArray("{'value':'2'}") << u"1"_s << u"''"_s;
    QTest::newRow("lower or equal") << u"lowerOrEqual"_s << QByteArray("{'value':2}") << u"1 2"_s << u"2 ''"_s;
    QTest::newRow("between leaves out its ends") << u"between"_s << QByteArray("{'from':1,'to':3}") << u"2"_s << u"2"_s;
    QTest::newRow("null") << u"isNull"_s << QByteArray("{}") << u"-"_s << u"-"_s;
    QTest::newRow("not null") << u"isNotNull"_s << QByteArray("{}") << u"1 2 3"_s << u"web 2 ''"_s;
    QTest::newRow("pattern") << u"regex"_s << QByteArray("{'value':'^(2|w)'}") << u"2"_s << u"web 2"_s;
    QTest::newRow("substring") << u"substring"_s << QByteArray("{'value':'e'}") << QString() << u"web"_s;
    QTest::newRow("not substring") << u"notSubstring"_s << QByteArray("{'value':'e'}") << QString() << u"2 ''"_s;
    QTest::newRow("unknown") << u"weather"_s << QByteArray("{'value':1}") << QString() << QString();
}

void TestFieldSteps::valuesAreMatched()
{
    QFETCH(QString, matcher);
    QFETCH(QByteArray, options);
    QFETCH(QString, ofNumbers);
    QFETCH(QString, ofTexts);
    const auto kept = [&](const Field &field) {
        const QJsonObject config{{u"id"_s, matcher}, {u"options"_s, json(options)}};
        const QJsonObject filter{{u"fieldName"_s, u"x"_s}, {u"config"_s, config}};
        const QJsonObject step{{u"type"_s, u"include"_s}, {u"match"_s, u"any"_s}, {u"filters"_s, QJsonArray{filter}}};
        return transformedText({frameOf({field})}, u"filterByValue"_s, step).split(u" / "_s).mid(1).join(u' ');
    };
    QCOMPARE(kept(numbers(u"x"_s, {1, 2, 3, noSample})), ofNumbers);
    QCOMPARE(kept(texts(u"x"_s, {u"web"_s, u"2"_s, QString(), u""_s})), ofTexts);
}

void TestFieldSteps::variablesAreFilledIn()
{
    const std::vector table{frameOf({numbers(u"a"_s, {1, 5}), numbers(u"b"_s, {2, 6}), numbers(u"c"_s, {3, 7})})};
    const FillText fill = [](const QString &text) { return QString(text).replace(u"$fields"_s, u"{a,c}"_s).replace(u"$n"_s, u"2"_s); };
    const auto result = [&](const QString &id, const char *options) { return asText(transformed(table, {{id, json(options).toObject(), false, {}}}, fill)); };
    QCOMPARE(result(u"filterFieldsByName"_s, "{'byVariable':true,'include':{'variable':'$fields'}}"), u"a c / 1 3 / 5 7"_s);
    QCOMPARE(result(u"filterByValue"_s, "{'type':'include','match':'any','filters':[{'fieldName':'b','config':{'id':'greater','options':{'value':'$n'}}}]}"), u"a b c / 5 6 7"_s);
    QCOMPARE(result(u"calculateField"_s, "{'mode':'binary','alias':'x$n','binary':{'left':'a','operator':'*','right':{'fixed':'$n'}}}"), u"a b c x2 / 1 2 3 2 / 5 6 7 10"_s);
}

WATCHFLOOR_TEST(TestFieldSteps)
#include "tst_fieldsteps.moc"
