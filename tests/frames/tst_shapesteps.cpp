#include "tests/frames/transformationtest.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Qt::StringLiterals;

/// Steps that turn labels, texts, rows and types into fields, and the way of several steps one after the other.
class TestShapeSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsBecomeFields_data();
    void labelsBecomeFields() { checkStep(); }
    void typesAreConverted_data();
    void typesAreConverted() { checkStep(); }
    void fieldsAreExtracted_data();
    void fieldsAreExtracted() { checkStep(); }
    void rowsBecomeFields_data();
    void rowsBecomeFields() { checkStep(); }
    void configurationComesFromData();
    void seriesBecomeTrends();
    void stepsFollowEachOther();
    void disabledAndUnknownStepsAreLeftOut();
    void aStepIsForItsQueriesOnly();
    void hostileOptionsChangeNothing_data();
    void hostileOptionsChangeNothing();
    void everyKnownStepTakesNothing();
};

void TestShapeSteps::labelsBecomeFields_data()
{
    addStepColumns();
    const std::vector two{series(u"one"_s, {1, 2}, {10, 20}, {{u"job"_s, u"api"_s}, {u"zone"_s, u"x"_s}}), series(u"two"_s, {1}, {30}, {{u"job"_s, u"web"_s}}, u"B"_s)};
    addStep("as columns", two, "labelsToFields", "{}", u"Time one job zone / 1 10 api x / 2 20 api x | Time two job / 1 30 web"_s);
    addStep("a label names the value", two, "labelsToFields", "{'valueLabel':'job'}", u"Time api zone / 1 10 x / 2 20 x | Time web / 1 30"_s);
    addStep("some labels", two, "labelsToFields", "{'keepLabels':['zone']}", u"Time one zone / 1 10 x / 2 20 x | Time two / 1 30"_s);
    addStep("as rows", two, "labelsToFields", "{'mode':'rows'}", u"label value / job api / zone x | label value / job web"_s);
    addStep("some as rows", two, "labelsToFields", "{'mode':'rows','keepLabels':['zone']}", u"label value / zone x | label value / zone -"_s);
    addStep("different labels of one frame", {frameOf({numbers(u"a"_s, {1}, {{u"k"_s, u"x"_s}}), numbers(u"b"_s, {2}, {{u"k"_s, u"y"_s}})})}, "labelsToFields", "{}",
            u"a b k_1 k_2 / 1 2 x y"_s);
    const Frame wide = frameOf({times({2, 1}), numbers(u"v"_s, {20, 10}, {{u"job"_s, u"a"_s}}), numbers(u"v"_s, {21, 11}, {{u"job"_s, u"b"_s}})});
    const Frame longOne = frameOf({times({1, 1, 2}), texts(u"job"_s, {u"a"_s, u"b"_s, u"a"_s}), numbers(u"v"_s, {10, 11, 20})});
    addStep("long out of wide", {wide}, "prepareTimeSeries", "{'format':'long'}", u"Time v job / 1 10 a / 1 11 b / 2 20 a / 2 21 b"_s);
    addStep("many out of long", {longOne}, "prepareTimeSeries", "{'format':'many'}", u"Time v_a / 1 10 / 2 20 | Time v_b / 1 11"_s);
    addStep("wide out of many", two, "prepareTimeSeries", "{'format':'wide'}", u"Time one two / 1 10 30 / 2 20 -"_s);
    addStep("wide where nothing is said", two, "prepareTimeSeries", "{}", u"Time one two / 1 10 30 / 2 20 -"_s);
}

void TestShapeSteps::typesAreConverted_data()
{
    addStepColumns();
    const std::vector table{frameOf({texts(u"t"_s, {u"1,234.5"_s, u"x"_s, u""_s, QString()}), numbers(u"n"_s, {0, 1, noSample, 1700000000})})};
    const auto convert = [](const char *field, const char *type, const char *more = "") {
        return QByteArray("{'conversions':[{'targetField':'") + field + "','destinationType':'" + type + "'" + more + "}]}";
    };
    addStep("text as number", table, "convertFieldType", convert("t", "number"), u"t n / 1234.5 0 / - 1 / - - / - 1700000000"_s);
    addStep("number as text", table, "convertFieldType", convert("n", "string"), u"t n / 1,234.5 0 / x 1 / '' - / - 1700000000"_s);
    addStep("number as flag", table, "convertFieldType", convert("n", "boolean"), u"t n / 1,234.5 false / x true / '' false / - true"_s);
    addStep("number as time", table, "convertFieldType", convert("n", "time"), u"t n / 1,234.5 0 / x 1 / '' - / - 1700000000"_s);
    addStep("seconds as time", table, "convertFieldType", convert("n", "time", ",'dateFormat':'X'"), u"t n / 1,234.5 0 / x 1000 / '' - / - 1700000000000"_s);
    addStep("text as time", {frameOf({texts(u"t"_s, {u"2023-11-14T22:13:20Z"_s, u"2023-11-14T23:13:20+01:00"_s, u"soon"_s})})}, "convertFieldType", convert("t", "time"),
            u"t / 1700000000000 / 1700000000000 / -"_s);
    addStep("text as time by a format", {frameOf({texts(u"t"_s, {u"14.11.2023 22:13"_s})})}, "convertFieldType", convert("t", "time", ",'dateFormat':'DD.MM.YYYY HH:mm'"),
            u"t / 1699999980000"_s);
    addStep("an unknown type", table, "convertFieldType", convert("t", "colour"), u"t n / 1,234.5 0 / x 1 / '' - / - 1700000000"_s);
    addStep("time as text", {frameOf({times({1700000000000})})}, "formatTime", "{'timeField':'Time','outputFormat':'YYYY-MM-DD HH:mm','timezone':'utc'}", u"Time / 2023-11-14_22:13"_s);
    const std::vector words{frameOf({texts(u"w"_s, {u" heLLo big World "_s.trimmed()}), texts(u"x"_s, {u"1"_s})})};
    const auto format = [](const char *name, const char *more = "") { return QByteArray("{'stringField':'w','outputFormat':'") + name + "'" + more + "}"; };
    addStep("upper case", words, "formatString", format("Upper Case"), u"w x / HELLO_BIG_WORLD 1"_s);
    addStep("lower case", words, "formatString", format("Lower Case"), u"w x / hello_big_world 1"_s);
    addStep("sentence case", words, "formatString", format("Sentence Case"), u"w x / HeLLo_big_World 1"_s);
    addStep("title case", words, "formatString", format("Title Case"), u"w x / Hello_Big_World 1"_s);
    addStep("pascal case", words, "formatString", format("Pascal Case"), u"w x / HelloBigWorld 1"_s);
    addStep("camel case", words, "formatString", format("Camel Case"), u"w x / helloBigWorld 1"_s);
    addStep("snake case", words, "formatString", format("Snake Case"), u"w x / hello_big_world 1"_s);
    addStep("kebab case", words, "formatString", format("Kebab Case"), u"w x / hello-big-world 1"_s);
    addStep("trim", {frameOf({texts(u"w"_s, {u"  a  "_s})})}, "formatString", format("Trim"), u"w / a"_s);
    addStep("part of it", words, "formatString", format("Substring", ",'substringStart':2,'substringEnd':5"), u"w x / LLo 1"_s);
    addStep("with words around", words, "formatString", format("Affix", ",'stringPrefix':'<{x}{y}:','stringSuffix':'>'"), u"w x / <1{y}:heLLo_big_World> 1"_s);
}

void TestShapeSteps::fieldsAreExtracted_data()
{
    addStepColumns();
    const std::vector jsonLines{frameOf({times({1, 2}), texts(u"line"_s, {QString::fromUtf8(QByteArray("{'a':1,'b':'x','c':{'d':[5,6]}}").replace('\'', '"')),
                                                                         QString::fromUtf8(QByteArray("{'a':2,'e':true}").replace('\'', '"'))})})};
    addStep("json", jsonLines, "extractFields", "{'source':'line','format':'json','replace':true}", u"a b c e / 1 x {\"d\":[5,6]} - / 2 - - true"_s);
    addStep("json with the time", jsonLines, "extractFields", "{'source':'line','format':'json','replace':true,'keepTime':true,'jsonPaths':[{'path':'a'}]}", u"Time a / 1 1 / 2 2"_s);
    addStep("paths and names", jsonLines, "extractFields", "{'source':'line','format':'json','replace':true,'jsonPaths':[{'path':'c.d[1]','alias':'second'},{'path':'a'}]}",
            u"second a / 6 1 / Not_Found 2"_s);
    const std::vector pairs{frameOf({texts(u"line"_s, {u"a=1, b:\"x y\" c"_s, u"level=info msg='it works'"_s})})};
    addStep("pairs", pairs, "extractFields", "{'source':'line','format':'kvp','replace':true}", u"a b c level msg / 1 x_y '' - - / - - - info it_works"_s);
    addStep("found by itself", pairs, "extractFields", "{'source':'line','replace':true}", u"a b c level msg / 1 x_y '' - - / - - - info it_works"_s);
    addStep("parts", {frameOf({texts(u"line"_s, {u"x; y"_s, u"y"_s})})}, "extractFields", "{'source':'line','format':'delimiter','delimiter':';','replace':true}", u"x y / 1 1 / - 1"_s);
    addStep("pattern", {frameOf({texts(u"line"_s, {u"GET /a"_s, u"?"_s})})}, "extractFields", "{'source':'line','format':'regexp','regExp':'/(?<verb>[A-Z]+) (?<path>.*)/'}",
            u"line verb path / GET_/a GET /a / ? - -"_s);
    addStep("no source", pairs, "extractFields", "{}", asText(pairs));
    addStep("an unknown source", pairs, "extractFields", "{'source':'zone'}", asText(pairs));
}

void TestShapeSteps::rowsBecomeFields_data()
{
    addStepColumns();
    const std::vector table{frameOf({texts(u"name"_s, {u"cpu"_s, u"mem"_s}), numbers(u"v"_s, {1, 2}), texts(u"zone"_s, {u"x"_s, u"y"_s})})};
    addStep("first text and first number", table, "rowsToFields", "{}", u"cpu_x mem_y / 1 2"_s);
    addStep("chosen ones", table, "rowsToFields", "{'mappings':[{'fieldName':'zone','handlerKey':'field.name'},{'fieldName':'name','handlerKey':'__ignore'}]}", u"x y / 1 2"_s);
    addStep("no text", {frameOf({numbers(u"v"_s, {1})})}, "rowsToFields", "{}", u"v / 1"_s);
    addStep("turned", table, "transpose", "{}", u"Field cpu mem / v 1 2 / zone x y"_s);
    addStep("turned without titles", {frameOf({numbers(u"a"_s, {1, 2}), numbers(u"b"_s, {3, 4})})}, "transpose", "{'firstFieldName':'F','restFieldsName':'R'}", u"F R_1 R_2 / a 1 2 / b 3 4"_s);
}

void TestShapeSteps::configurationComesFromData()
{
    const std::vector frames{frameOf({numbers(u"max"_s, {50, 80}), texts(u"unit"_s, {u"s"_s, u"ms"_s}), numbers(u"limit"_s, {70, 75})}, u"config"_s),
                             frameOf({times({1}), numbers(u"v"_s, {1})})};
    const auto result = transformed(frames, {{u"configFromData"_s,
                                             json("{'configRefId':'config','mappings':[{'fieldName':'limit','handlerKey':'threshold1','handlerArguments':{'threshold':{'color':'orange'}}},"
                                                  "{'fieldName':'max','handlerKey':'max','reducerId':'first'}]}")
                                                 .toObject(),
                                             false,
                                             {}}});
    QCOMPARE(result.size(), size_t(1));
    const FieldConfig &config = result[0].fields[1].config;
    QCOMPARE(config.maximum, std::optional(50.));
    QCOMPARE(config.unit.id, u"ms"_s);
    QCOMPARE(config.thresholds.steps.size(), size_t(2));
    QCOMPARE(config.thresholds.steps[1].from, 75.);
    QCOMPARE(config.thresholds.steps[1].state, State::Warning);
    QVERIFY(result[0].fields[0].config == FieldConfig());
}

void TestShapeSteps::seriesBecomeTrends()
{
    const std::vector frames{series(u"a"_s, {1, 2}, {10, 20}, {{u"job"_s, u"api"_s}}), series(u"b"_s, {1, 2}, {5, 1}, {{u"zone"_s, u"x"_s}}),
                             frameOf({texts(u"t"_s, {u"x"_s}), numbers(u"v"_s, {1})}, u"B"_s)};
    const auto result = transformed(frames, {{u"timeSeriesTable"_s, json("{'A':{'stat':'max'}}").toObject(), false, {}}});
    QCOMPARE(asText(result), u"t v / x 1 | job zone Trend_#A / api '' 20 / '' x 5"_s);
    QCOMPARE(result[1].fields[2].number(0), 20.);
    QCOMPARE(asText(*result[1].fields[2].frames[1]), u"Time b / 1 5 / 2 1"_s);
}

void TestShapeSteps::stepsFollowEachOther()
{
    const std::vector frames{series(u"api"_s, {1, 2}, {10, 20}), series(u"web"_s, {1, 2}, {1, 5})};
    const std::vector<Transformation> steps{{u"reduce"_s, json("{'reducers':['lastNotNull','max']}").toObject(), false, {}},
                                            {u"calculateField"_s, json("{'mode':'binary','alias':'twice','binary':{'left':'Max','operator':'*','right':'2'}}").toObject(), false, {}},
                                            {u"organize"_s, json("{'excludeByName':{'Last *':true},'renameByName':{'Field':'Service'}}").toObject(), false, {}},
                                            {u"sortBy"_s, json("{'sort':[{'field':'twice'}]}").toObject(), false, {}}};
    QCOMPARE(asText(transformed(frames, steps)), u"Service Max twice / web 5 10 / api 20 40"_s);
}

void TestShapeSteps::disabledAndUnknownStepsAreLeftOut()
{
    const std::vector frames{series(u"api"_s, {1, 2}, {10, 20})};
    QCOMPARE(asText(transformed(frames, {{u"limit"_s, json("{'limitField':1}").toObject(), true, {}}, {u"weather"_s, {}, false, {}}})), asText(frames));
    QVERIFY(!isKnownTransformation(u"weather"_s));
    QVERIFY(isKnownTransformation(u"organize"_s));
    QVERIFY(isKnownTransformation(u"seriesToColumns"_s));
}

void TestShapeSteps::aStepIsForItsQueriesOnly()
{
    const std::vector frames{series(u"a"_s, {1, 2}, {1, 2}), series(u"b"_s, {1, 2}, {3, 4}, {}, u"B"_s), series(u"c"_s, {1, 2}, {5, 6}, {}, u"C"_s)};
    const auto result = transformed(frames, {{u"limit"_s, json("{'limitField':1}").toObject(), false, u"A|C"_s}});
    QCOMPARE(asText(result), u"Time a / 1 1 | Time b / 1 3 / 2 4 | Time c / 1 5"_s);
}

void TestShapeSteps::hostileOptionsChangeNothing_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::newRow("texts for objects") << QByteArray("{'fields':'x','mappings':'y','sort':'z','filters':7,'conversions':{},'reduce':[],'binary':true,'excludeByName':[1]}");
    QTest::newRow("numbers beyond reach") << QByteArray("{'limitField':1e300,'bucketSize':-1,'bucketCount':-5,'bucketOffset':1e308,'window':{'windowSize':1e300},'substringStart':-9}");
    QTest::newRow("nulls") << QByteArray("{'fields':null,'mode':null,'reducers':null,'source':null,'include':null}");
    QTest::newRow("patterns that run away") << QByteArray("{'regex':'/(a+)+$/','include':{'pattern':'/(a|aa)+$/'},'mode':'binary','xBuckets':{'mode':'size','value':'1e-30'}}");
}

void TestShapeSteps::hostileOptionsChangeNothing()
{
    QFETCH(QByteArray, options);
    const std::vector frames{series(QString(300, u'a') + u'!', {1, 2}, {10, 20}), frameOf({texts(u"t"_s, {u"x"_s}), numbers(u"v"_s, {1})})};
    for (const char *id : {"organize", "filterFieldsByName", "filterFields", "filterByRefId", "renameByRegex", "filterByValue", "sortBy", "limit", "joinByField", "joinByLabels",
                           "merge", "concatenate", "seriesToRows", "groupBy", "groupingToMatrix", "partitionByValues", "calculateField", "reduce", "labelsToFields",
                           "timeSeriesTable", "prepareTimeSeries", "convertFieldType", "formatTime", "formatString", "extractFields", "transpose", "rowsToFields",
                           "configFromData", "histogram", "heatmap"})
        for (const Frame &frame : transformed(frames, {{QString::fromLatin1(id), json(options).toObject(), false, {}}}))
            for (const Field &field : frame.fields)
                QCOMPARE(field.size(), frame.rows());
}

void TestShapeSteps::everyKnownStepTakesNothing()
{
    for (const char *id : {"organize", "reduce", "merge", "joinByField", "heatmap", "histogram", "transpose", "groupBy", "calculateField", "timeSeriesTable", "rowsToFields"}) {
        QVERIFY(isKnownTransformation(QString::fromLatin1(id)));
        QVERIFY(transformed({}, {{QString::fromLatin1(id), {}, false, {}}}).empty());
        const auto result = transformed({frameOf({})}, {{QString::fromLatin1(id), {}, false, {}}});
        QVERIFY(result.size() <= 1);
    }
}

WATCHFLOOR_TEST(TestShapeSteps)
#include "tst_shapesteps.moc"
