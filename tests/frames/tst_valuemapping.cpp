#include "models/frames/valuemapping.h"
#include "tests/frames/framebuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestValueMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersBecomeTexts_data();
    void numbersBecomeTexts();
    void textsBecomeTexts_data();
    void textsBecomeTexts();
    void everyVersionIsRead_data();
    void everyVersionIsRead();
    void whatIsNoMappingIsRefused_data();
    void whatIsNoMappingIsRefused();
};

namespace {

const char *const typed = "[{'type':'value','options':{'0':{'text':'down','color':'red'},'1':{'text':'up'},'true':{'text':'yes'},'1.5':{'text':'between'}}},"
                          "{'type':'range','options':{'from':10,'to':20,'result':{'text':'some'}}},"
                          "{'type':'range','options':{'from':100,'to':null,'result':{'text':'many','color':'orange'}}},"
                          "{'type':'regex','options':{'pattern':'/^(.*)-prod$/','result':{'text':'$1!'}}},"
                          "{'type':'special','options':{'match':'null','result':{'text':'nothing'}}},"
                          "{'type':'special','options':{'match':'empty','result':{'text':'blank'}}},"
                          "{'type':'special','options':{'match':'false','result':{'text':'no'}}}]";

QString shown(const std::optional<MappedValue> &value)
{
    return value ? value->text + (value->color.isEmpty() ? QString() : u' ' + value->color) : u"none"_s;
}

} // namespace

void TestValueMapping::numbersBecomeTexts_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("flag");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a value with its colour") << 0. << false << u"down red"_s;
    QTest::newRow("a value without colour") << 1. << false << u"up"_s;
    QTest::newRow("a fraction by its text") << 1.5 << false << u"between"_s;
    QTest::newRow("a range at its start") << 10. << false << u"some"_s;
    QTest::newRow("a range at its end") << 20. << false << u"some"_s;
    QTest::newRow("between two ranges") << 50. << false << u"none"_s;
    QTest::newRow("an open range") << 1e9 << false << u"many orange"_s;
    QTest::newRow("no value") << noSample << false << u"nothing"_s;
    QTest::newRow("a flag by its word") << 1. << true << u"yes"_s;
    QTest::newRow("a flag as a special value") << 0. << true << u"no"_s;
}

void TestValueMapping::numbersBecomeTexts()
{
    QFETCH(double, value);
    QFETCH(bool, flag);
    QFETCH(QString, expected);
    QCOMPARE(shown(mapped(*valueMappings(json(typed)), value, flag)), expected);
}

void TestValueMapping::textsBecomeTexts_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a value") << u"1"_s << u"up"_s;
    QTest::newRow("a text that begins with a number is in its range") << u"12 apples"_s << u"some"_s;
    QTest::newRow("a pattern with a reference") << u"web-prod"_s << u"web!"_s;
    QTest::newRow("a pattern that does not fit") << u"web-test"_s << u"none"_s;
    QTest::newRow("empty") << u""_s << u"blank"_s;
    QTest::newRow("missing") << QString() << u"nothing"_s;
    QTest::newRow("the word") << u"false"_s << u"no"_s;
}

void TestValueMapping::textsBecomeTexts()
{
    QFETCH(QString, value);
    QFETCH(QString, expected);
    QCOMPARE(shown(mapped(*valueMappings(json(typed)), value)), expected);
}

void TestValueMapping::everyVersionIsRead_data()
{
    QTest::addColumn<QByteArray>("mappings");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("list of texts") << QByteArray("[{'op':'=','text':'N/A','value':'null'},{'op':'=','text':'OK','value':'1'}]") << 1. << u"OK"_s;
    QTest::newRow("null among texts") << QByteArray("[{'op':'=','text':'N/A','value':'null'}]") << noSample << u"N/A"_s;
    QTest::newRow("list of ranges") << QByteArray("[{'from':'1','to':'5','text':'few'}]") << 3. << u"few"_s;
    QTest::newRow("null among ranges") << QByteArray("[{'from':'null','to':'null','text':'N/A'}]") << noSample << u"N/A"_s;
    QTest::newRow("numbered value") << QByteArray("[{'id':0,'op':'=','type':1,'value':'2','text':'two'}]") << 2. << u"two"_s;
    QTest::newRow("numbered value as a number") << QByteArray("[{'id':0,'type':1,'value':2,'text':'two'}]") << 2. << u"two"_s;
    QTest::newRow("numbered range") << QByteArray("[{'id':0,'type':2,'from':'0','to':'9','text':'digit','value':''}]") << 7. << u"digit"_s;
    QTest::newRow("special null and nan") << QByteArray("[{'type':'special','options':{'match':'null+nan','result':{'text':'-','color':'gray'}}}]") << noSample << u"- gray"_s;
    QTest::newRow("special nan") << QByteArray("[{'type':'special','options':{'match':'nan','result':{'text':'NaN!'}}}]") << noSample << u"NaN!"_s;
    QTest::newRow("the first that fits counts")
        << QByteArray("[{'type':'range','options':{'from':0,'to':5,'result':{'text':'a'}}},{'type':'value','options':{'3':{'text':'b'}}}]") << 3. << u"a"_s;
    QTest::newRow("colour alone keeps the text") << QByteArray("[{'type':'value','options':{'3':{'color':'blue'}}}]") << 3. << u" blue"_s;
    QTest::newRow("nothing") << QByteArray("null") << 3. << u"none"_s;
}

void TestValueMapping::everyVersionIsRead()
{
    QFETCH(QByteArray, mappings);
    QFETCH(double, value);
    QFETCH(QString, expected);
    const auto read = valueMappings(json(mappings));
    QVERIFY(read);
    QCOMPARE(shown(mapped(*read, value)), expected);
}

void TestValueMapping::whatIsNoMappingIsRefused_data()
{
    QTest::addColumn<QByteArray>("mappings");
    QTest::newRow("a text") << QByteArray("'up'");
    QTest::newRow("an unknown type") << QByteArray("[{'type':'weather','options':{}}]");
    QTest::newRow("an unknown special value") << QByteArray("[{'type':'special','options':{'match':'blue','result':{}}}]");
    QTest::newRow("numbers") << QByteArray("[1,2]");
}

void TestValueMapping::whatIsNoMappingIsRefused()
{
    QFETCH(QByteArray, mappings);
    QVERIFY(!valueMappings(json(mappings)));
}

WATCHFLOOR_TEST(TestValueMapping)
#include "tst_valuemapping.moc"
