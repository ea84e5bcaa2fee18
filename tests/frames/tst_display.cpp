#include "models/frames/display.h"
#include "tests/frames/framebuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

FieldConfig configured(const char *properties)
{
    FieldConfig config;
    const QJsonObject object = json(properties).toObject();
    for (auto property = object.begin(); property != object.end(); ++property)
        if (!applyProperty(config, {property.key(), *property}))
            qFatal("no such property");
    return config;
}

const char *const limits = "{'unit':'percent','thresholds':{'mode':'absolute','steps':[{'color':'green','value':null},{'color':'orange','value':70},{'color':'red','value':90}]}}";

} // namespace

class TestDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreShown_data();
    void valuesAreShown();
    void coloursFollowTheirMode_data();
    void coloursFollowTheirMode();
    void statesFollowLimitsAndMappings_data();
    void statesFollowLimitsAndMappings();
    void seriesColoursFollowTheirMode_data();
    void seriesColoursFollowTheirMode();
    void percentIsOfTheRange();
    void timesAreDates();
    void nestedSeriesShowTheirValue();
};

void TestDisplay::valuesAreShown_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("text");
    QTest::newRow("number with unit") << numbers({}, {1536}) << QByteArray("{'unit':'bytes'}") << u"1.5 KiB"_s;
    QTest::newRow("decimals keep their zeros") << numbers({}, {1536}) << QByteArray("{'unit':'bytes','decimals':2}") << u"1.50 KiB"_s;
    QTest::newRow("no unit") << numbers({}, {3.25}) << QByteArray("{}") << u"3.25"_s;
    QTest::newRow("mapped text") << numbers({}, {1}) << QByteArray("{'unit':'s','mappings':[{'type':'value','options':{'1':{'text':'up'}}}]}") << u"up"_s;
    QTest::newRow("mapped colour keeps the text") << numbers({}, {2}) << QByteArray("{'unit':'percent','mappings':[{'type':'value','options':{'2':{'color':'red'}}}]}") << u"2%"_s;
    QTest::newRow("no value") << numbers({}, {noSample}) << QByteArray("{'noValue':'n/a'}") << u"n/a"_s;
    QTest::newRow("no value, nothing said") << numbers({}, {noSample}) << QByteArray("{}") << QString();
    QTest::newRow("no value mapped") << numbers({}, {noSample}) << QByteArray("{'noValue':'n/a','mappings':[{'type':'special','options':{'match':'null','result':{'text':'gone'}}}]}") << u"gone"_s;
    QTest::newRow("no number") << numbers({}, {notANumber}) << QByteArray("{'noValue':'n/a'}") << u"NaN"_s;
    QTest::newRow("no number mapped") << numbers({}, {notANumber})
                                      << QByteArray("{'mappings':[{'type':'special','options':{'match':'null','result':{'text':'gone'}}},{'type':'special','options':{'match':'nan','result':{'text':'none'}}}]}")
                                      << u"none"_s;
    QTest::newRow("flag") << flags({}, {1}) << QByteArray("{}") << u"True"_s;
    QTest::newRow("flag in another word") << flags({}, {0}) << QByteArray("{'unit':'bool_on_off'}") << u"Off"_s;
    QTest::newRow("text") << texts({}, {u"web"_s}) << QByteArray("{}") << u"web"_s;
    QTest::newRow("empty text") << texts({}, {u""_s}) << QByteArray("{'noValue':'-'}") << u"-"_s;
    QTest::newRow("text that is a number, with a unit") << texts({}, {u"90"_s}) << QByteArray("{'unit':'s','decimals':1}") << u"1.5 mins"_s;
    QTest::newRow("text that is a number, without") << texts({}, {u"90"_s}) << QByteArray("{}") << u"90"_s;
    QTest::newRow("text by a pattern") << texts({}, {u"web-1"_s}) << QByteArray("{'mappings':[{'type':'regex','options':{'pattern':'web-(.*)','result':{'text':'no. $1'}}}]}") << u"no. 1"_s;
}

void TestDisplay::valuesAreShown()
{
    QFETCH(Field, field);
    QFETCH(QByteArray, config);
    QFETCH(QString, text);
    field.config = configured(config);
    QCOMPARE(displayed(field, size_t(0)).text, text);
}

void TestDisplay::coloursFollowTheirMode_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("color");
    const QByteArray steps("'thresholds':{'mode':'absolute','steps':[{'color':'green','value':null},{'color':'red','value':80}]}");
    QTest::newRow("palette") << QByteArray("{'color':{'mode':'palette-classic'}}") << 5. << u"palette:3"_s;
    QTest::newRow("palette where nothing is said") << QByteArray("{}") << 5. << u"palette:3"_s;
    QTest::newRow("fixed") << QByteArray("{'color':{'mode':'fixed','fixedColor':'semi-dark-blue'}}") << 5. << u"semi-dark-blue"_s;
    QTest::newRow("below a limit") << QByteArray("{'color':{'mode':'thresholds'}," + steps + "}") << 5. << u"green"_s;
    QTest::newRow("at a limit") << QByteArray("{'color':{'mode':'thresholds'}," + steps + "}") << 80. << u"red"_s;
    QTest::newRow("limits without a mode") << QByteArray("{" + steps + "}") << 90. << u"red"_s;
    QTest::newRow("palette beside limits") << QByteArray("{'color':{'mode':'palette-classic'}," + steps + "}") << 90. << u"palette:3"_s;
    QTest::newRow("no value has the lowest colour") << QByteArray("{'color':{'mode':'thresholds'}," + steps + "}") << noSample << u"green"_s;
    QTest::newRow("a mapping before the mode")
        << QByteArray("{'color':{'mode':'fixed','fixedColor':'blue'},'mappings':[{'type':'value','options':{'5':{'color':'#123456'}}}]}") << 5. << u"#123456"_s;
    QTest::newRow("gradient at its start") << QByteArray("{'color':{'mode':'continuous-GrYlRd'},'min':0,'max':100}") << 0. << u"#73bf69"_s;
    QTest::newRow("gradient at its end") << QByteArray("{'color':{'mode':'continuous-GrYlRd'},'min':0,'max':100}") << 100. << u"#f2495c"_s;
    QTest::newRow("gradient beyond its end") << QByteArray("{'color':{'mode':'continuous-GrYlRd'},'min':0,'max':100}") << 900. << u"#f2495c"_s;
    QTest::newRow("gradient in its middle") << QByteArray("{'color':{'mode':'continuous-GrYlRd'},'min':0,'max':100}") << 50. << u"#e2c03d"_s;
    QTest::newRow("map") << QByteArray("{'color':{'mode':'continuous-viridis'},'min':0,'max':1}") << 0. << u"#440154"_s;
    QTest::newRow("shade") << QByteArray("{'color':{'mode':'shades','fixedColor':'#808080'}}") << 0. << u"#9e9e9e"_s;
}

void TestDisplay::coloursFollowTheirMode()
{
    QFETCH(QByteArray, config);
    QFETCH(double, value);
    QFETCH(QString, color);
    Field field = numbers(u"v"_s, {value});
    field.config = configured(config);
    field.place = 3;
    QCOMPARE(displayed(field, value).color, color);
}

void TestDisplay::statesFollowLimitsAndMappings_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<double>("value");
    QTest::addColumn<State>("state");
    const QByteArray down("{'mappings':[{'type':'value','options':{'0':{'text':'down','color':'red'},'1':{'text':'up','color':'green'}}},"
                          "{'type':'special','options':{'match':'null','result':{'text':'fine','color':'green'}}}]}");
    QTest::newRow("below all limits") << QByteArray(limits) << 10. << State::Healthy;
    QTest::newRow("at the first limit") << QByteArray(limits) << 70. << State::Warning;
    QTest::newRow("beyond the last limit") << QByteArray(limits) << 95. << State::Critical;
    QTest::newRow("no value is blind") << QByteArray(limits) << noSample << State::Blind;
    QTest::newRow("no limits") << QByteArray("{}") << 95. << State::Healthy;
    QTest::newRow("a mapping's bad colour") << down << 0. << State::Critical;
    QTest::newRow("a mapping's good colour") << down << 1. << State::Healthy;
    QTest::newRow("a good colour of no value stays blind") << down << noSample << State::Blind;
}

void TestDisplay::statesFollowLimitsAndMappings()
{
    QFETCH(QByteArray, config);
    QFETCH(double, value);
    QFETCH(State, state);
    Field field = numbers(u"v"_s, {value});
    field.config = configured(config);
    QCOMPARE(displayed(field, value).state, state);
}

void TestDisplay::seriesColoursFollowTheirMode_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("color");
    const QByteArray steps("'thresholds':{'mode':'absolute','steps':[{'color':'green','value':null},{'color':'red','value':80}]}");
    QTest::newRow("palette") << QByteArray("{}") << u"palette:3"_s;
    QTest::newRow("fixed") << QByteArray("{'color':{'mode':'fixed','fixedColor':'blue'}}") << u"blue"_s;
    QTest::newRow("limits by the last value") << QByteArray("{'color':{'mode':'thresholds'}," + steps + "}") << u"green"_s;
    QTest::newRow("limits by the highest value") << QByteArray("{'color':{'mode':'thresholds','seriesBy':'max'}," + steps + "}") << u"red"_s;
}

void TestDisplay::seriesColoursFollowTheirMode()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, color);
    Field field = numbers(u"v"_s, {5, 95, 7});
    field.config = configured(config);
    field.place = 3;
    QCOMPARE(seriesColor(field), color);
}

void TestDisplay::percentIsOfTheRange()
{
    std::vector<Frame> frames{frameOf({numbers(u"a"_s, {0, 50}), numbers(u"b"_s, {100, 200})})};
    applyFieldConfig(frames, {}, {});
    QCOMPARE(displayed(frames[0].fields[0], 50.).percent, 0.25);
    applyFieldConfig(frames, configured("{'fieldMinMax':true}"), {});
    QCOMPARE(displayed(frames[0].fields[0], 50.).percent, 1.);
    applyFieldConfig(frames, configured("{'min':0,'max':1000}"), {});
    QCOMPARE(displayed(frames[0].fields[0], 50.).percent, 0.05);
    QCOMPARE(displayed(frames[0].fields[0], -7.).percent, 0.);
    QCOMPARE(displayed(frames[0].fields[0], noSample).percent, 0.);
}

void TestDisplay::timesAreDates()
{
    QCOMPARE(displayed(times({1700000000000}), size_t(0)).text, u"2023-11-14 22:13:20"_s);
    Field iso = times({1700000000000});
    iso.config.unit = {u"time:HH:mm"_s};
    QCOMPARE(displayed(iso, size_t(0)).text, u"22:13"_s);
}

void TestDisplay::nestedSeriesShowTheirValue()
{
    const auto frames = transformed({series(u"a"_s, {1, 2}, {3, 4})}, {{u"timeSeriesTable"_s, {}, false, {}}});
    QCOMPARE(frames.size(), size_t(1));
    const Field &trend = frames[0].fields.back();
    QCOMPARE(trend.frames.size(), size_t(1));
    QCOMPARE(displayed(trend, size_t(0)).number, 4.);
    QCOMPARE(trend.frames[0]->fields[1].size(), size_t(2));
}

WATCHFLOOR_TEST(TestDisplay)
#include "tst_display.moc"
