#include "models/frames/fieldnames.h"
#include "tests/frames/framebuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestFieldNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreCalled_data();
    void fieldsAreCalled();
    void framesAreCalled_data();
    void framesAreCalled();
    void defaultsAndOverridesRename();
    void overridesFindFieldsBySeveralNames_data();
    void overridesFindFieldsBySeveralNames();
    void laterOverridesCountMore();
    void whatTheDataSaysCountsMoreThanDefaults();
};

void TestFieldNames::fieldsAreCalled_data()
{
    QTest::addColumn<std::vector<Frame>>("frames");
    QTest::addColumn<QString>("names");
    const Labels job{{u"job"_s, u"api"_s}};
    const Labels jobAndZone{{u"job"_s, u"api"_s}, {u"zone"_s, u"b"_s}};
    const auto value = [](const Labels &labels) { return numbers(u"Value"_s, {1}, labels); };
    Field legend = value(job);
    legend.legend = u"mine"_s;
    Field configured = legend;
    configured.config.displayName = u"theirs"_s;
    Field joinedTime = times({1});
    joinedTime.joined = true;
    QTest::newRow("nothing known") << std::vector{frameOf({times({1}), value({})})} << u"Time, Value"_s;
    QTest::newRow("the query's legend") << std::vector{frameOf({legend})} << u"mine"_s;
    QTest::newRow("the configuration before the legend") << std::vector{frameOf({configured})} << u"theirs"_s;
    QTest::newRow("one label name of all: its value") << std::vector{frameOf({value(job)})} << u"api"_s;
    QTest::newRow("several labels: all of them") << std::vector{frameOf({value(jobAndZone)})} << u"{job=\"api\", zone=\"b\"}"_s;
    QTest::newRow("a name of its own before labels") << std::vector{frameOf({numbers(u"cpu"_s, {1}, job)})} << u"cpu api"_s;
    QTest::newRow("the frame's name in place of Value") << std::vector{frameOf({value({})}, u"A"_s, u"load"_s)} << u"load"_s;
    QTest::newRow("frames' names where they differ")
        << std::vector{frameOf({value(job)}, u"A"_s, u"x"_s), frameOf({value(job)}, u"B"_s, u"y"_s)} << u"x api, y api"_s;
    QTest::newRow("not where they are the same")
        << std::vector{frameOf({value(job)}, u"A"_s, u"x"_s), frameOf({value(job)}, u"B"_s, u"x"_s)} << u"api, api"_s;
    QTest::newRow("labels differ over frames")
        << std::vector{frameOf({value(job)}), frameOf({value({{u"zone"_s, u"b"_s}})})} << u"{job=\"api\"}, {zone=\"b\"}"_s;
    QTest::newRow("equal names are counted") << std::vector{frameOf({numbers(u"a"_s, {1}), numbers(u"b"_s, {1}), numbers(u"a"_s, {1})})} << u"a 1, b, a 2"_s;
    QTest::newRow("times keep their name") << std::vector{frameOf({times({1}), times({1})})} << u"Time, Time"_s;
    QTest::newRow("but not out of a join") << std::vector{frameOf({times({1}), joinedTime})} << u"Time, Time 2"_s;
    QTest::newRow("a field without a name") << std::vector{frameOf({numbers({}, {1})})} << u"Value"_s;
}

void TestFieldNames::fieldsAreCalled()
{
    QFETCH(std::vector<Frame>, frames);
    QFETCH(QString, names);
    nameFields(frames);
    QStringList found;
    for (const Frame &frame : frames)
        for (const Field &field : frame.fields)
            found << field.displayName;
    QCOMPARE(found.join(u", "_s), names);
}

void TestFieldNames::framesAreCalled_data()
{
    QTest::addColumn<Frame>("frame");
    QTest::addColumn<QString>("name");
    QTest::newRow("its name") << frameOf({times({1})}, u"A"_s, u"load"_s) << u"load"_s;
    QTest::newRow("its only field") << frameOf({times({1}), numbers(u"Value"_s, {1}, {{u"a"_s, u"1"_s}})}) << u"1"_s;
    QTest::newRow("its query") << frameOf({times({1})}, u"B"_s) << u"Series (B)"_s;
    QTest::newRow("its fields") << frameOf({times({1}), numbers(u"x"_s, {1}), numbers(u"y"_s, {1})}) << u"x, y"_s;
}

void TestFieldNames::framesAreCalled()
{
    QFETCH(Frame, frame);
    QFETCH(QString, name);
    QCOMPARE(frameName(frame), name);
}

void TestFieldNames::defaultsAndOverridesRename()
{
    std::vector<Frame> frames{frameOf({times({1}), numbers(u"Value"_s, {1}, {{u"job"_s, u"api"_s}})}, u"A"_s, u"frame"_s)};
    FieldConfig defaults;
    defaults.displayName = u"${__field.labels.job} of ${__series.name} in $zone"_s;
    applyFieldConfig(frames, defaults, {}, [](const QString &text) { return QString(text).replace(u"$zone"_s, u"b"_s); });
    QCOMPARE(frames[0].fields[1].displayName, u"api of frame in b"_s);
}

void TestFieldNames::overridesFindFieldsBySeveralNames_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("meant");
    QTest::newRow("by the shown name") << u"byName"_s << QByteArray("'api'") << u"api"_s;
    QTest::newRow("by the field's name") << u"byName"_s << QByteArray("'Value'") << u"api web"_s;
    QTest::newRow("names") << u"byNames"_s << QByteArray("{'names':['web','x']}") << u"web"_s;
    QTest::newRow("all but names") << u"byNames"_s << QByteArray("{'mode':'exclude','names':['web'],'prefix':'All except:','readOnly':true}") << u"Time api Time web text"_s;
    QTest::newRow("pattern") << u"byRegexp"_s << QByteArray("'/^w/'") << u"web web text"_s;
    QTest::newRow("pattern of the whole name") << u"byRegexp"_s << QByteArray("'a.*'") << u"api"_s;
    QTest::newRow("pattern without case") << u"byRegexp"_s << QByteArray("'/WEB$/i'") << u"web"_s;
    QTest::newRow("broken pattern") << u"byRegexp"_s << QByteArray("'/('") << QString();
    QTest::newRow("pattern or names") << u"byRegexpOrNames"_s << QByteArray("{'pattern':'/^w/','names':['api']}") << u"api web web text"_s;
    QTest::newRow("query") << u"byFrameRefID"_s << QByteArray("'B'") << u"Time web web text"_s;
    QTest::newRow("type") << u"byType"_s << QByteArray("'string'") << u"web text"_s;
    QTest::newRow("types") << u"byTypes"_s << QByteArray("['string','time']") << u"Time Time web text"_s;
    QTest::newRow("value") << u"byValue"_s << QByteArray("{'reducer':'max','op':'gte','value':5}") << u"web"_s;
    QTest::newRow("value by a sign") << u"byValue"_s << QByteArray("{'reducer':'lastNotNull','op':'<','value':5}") << u"Time api Time"_s;
    QTest::newRow("all are zero") << u"byValue"_s << QByteArray("{'reducer':'allIsZero','op':'gte','value':0}") << QString();
    QTest::newRow("first") << u"first"_s << QByteArray("null") << u"Time Time"_s;
    QTest::newRow("first time") << u"firstTimeField"_s << QByteArray("null") << u"Time Time"_s;
    QTest::newRow("numeric") << u"numeric"_s << QByteArray("null") << u"api web"_s;
    QTest::newRow("time") << u"time"_s << QByteArray("null") << u"Time Time"_s;
    QTest::newRow("any of") << u"anyMatch"_s << QByteArray("[{'id':'byType','options':'string'},{'id':'byName','options':'api'}]") << u"api web text"_s;
    QTest::newRow("all of") << u"allMatch"_s << QByteArray("[{'id':'numeric'},{'id':'byFrameRefID','options':'B'}]") << u"web"_s;
    QTest::newRow("none of") << u"invertMatch"_s << QByteArray("{'id':'time'}") << u"api web web text"_s;
    QTest::newRow("everything") << u"alwaysMatch"_s << QByteArray("null") << u"Time api Time web web text"_s;
    QTest::newRow("unknown") << u"byWeather"_s << QByteArray("'rain'") << QString();
}

void TestFieldNames::overridesFindFieldsBySeveralNames()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, options);
    QFETCH(QString, meant);
    std::vector<Frame> frames{series(u"api"_s, {1}, {2}), series(u"web"_s, {1}, {7}, {}, u"B"_s)};
    frames[1].fields.push_back(texts(u"text"_s, {u"x"_s}));
    applyFieldConfig(frames, {}, {{fieldMatcher(id, json(options)), {{u"noValue"_s, u"hit"_s}}}});
    QStringList hit;
    for (const Frame &frame : frames)
        for (const Field &field : frame.fields)
            if (field.config.noValue == u"hit")
                hit << field.displayName;
    QCOMPARE(hit.join(u' '), meant);
}

void TestFieldNames::laterOverridesCountMore()
{
    std::vector<Frame> frames{series(u"api"_s, {1}, {2})};
    const FieldMatcher all = fieldMatcher(u"alwaysMatch"_s, {});
    applyFieldConfig(frames, {}, {{all, {{u"unit"_s, u"s"_s}, {u"displayName"_s, u"one"_s}}}, {all, {{u"displayName"_s, u"two"_s}}}});
    QCOMPARE(frames[0].fields[1].config.unit.id, u"s"_s);
    QCOMPARE(frames[0].fields[1].displayName, u"two"_s);
    QCOMPARE(frames[0].fields[1].place, 0);
}

void TestFieldNames::whatTheDataSaysCountsMoreThanDefaults()
{
    std::vector<Frame> frames{series(u"api"_s, {1}, {2})};
    frames[0].fields[1].config.unit = {u"bytes"_s};
    FieldConfig defaults;
    defaults.unit = {u"s"_s};
    defaults.decimals = 3;
    defaults.minimum = 10;
    defaults.maximum = 1;
    applyFieldConfig(frames, defaults, {});
    QCOMPARE(frames[0].fields[1].config.unit.id, u"bytes"_s);
    QCOMPARE(frames[0].fields[1].config.decimals, std::optional(3));
    QCOMPARE(frames[0].fields[1].config.minimum, std::optional(1.));
}

WATCHFLOOR_TEST(TestFieldNames)
#include "tst_fieldnames.moc"
