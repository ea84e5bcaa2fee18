#include "models/frames/datalink.h"
#include "tests/frames/framebuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestDataLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void macrosAreFilled_data();
    void macrosAreFilled();
    void calculatedValuesCountMoreThanRows();
    void withoutContextMacrosStay();
    void addressesAreEncoded();
    void onlySafeAddressesAreTargets_data();
    void onlySafeAddressesAreTargets();
};

namespace {

Frame linkedFrame()
{
    Field value = numbers(u"cpu"_s, {0.5, 0.75}, {{u"job"_s, u"a b"_s}, {u"k8s.io/name"_s, u"x"_s}});
    value.config.unit = {u"percentunit"_s};
    value.displayName = u"CPU of a"_s;
    Field host = texts(u"host"_s, {u"h&1"_s, u"h2"_s});
    host.displayName = u"The host"_s;
    return frameOf({times({1000, 2000}), value, host}, u"A"_s, u"frame"_s);
}

MacroContext contextOf(const Frame &frame)
{
    MacroContext context{&frame, &frame.fields[1], frame.fields[1].displayName, 1, {}, {}};
    context.range = TimeRange{WallTime(std::chrono::milliseconds(1'700'000'000'000)), WallTime(std::chrono::milliseconds(1'700'000'060'000))};
    return context;
}

} // namespace

void TestDataLink::macrosAreFilled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("field name") << u"${__field.name}"_s << u"cpu"_s;
    QTest::newRow("shown name") << u"${__field.displayName}"_s << u"CPU of a"_s;
    QTest::newRow("label") << u"<${__field.labels.job}>"_s << u"<a b>"_s;
    QTest::newRow("label in brackets") << u"${__field.labels[\"job\"]}"_s << u"a b"_s;
    QTest::newRow("label with dots") << u"${__field.labels.k8s.io/name}"_s << u"x"_s;
    QTest::newRow("label that is not there") << u"<${__field.labels.zone}>"_s << u"<>"_s;
    QTest::newRow("all labels") << u"${__field.labels}"_s << u"job=\"a b\", k8s.io/name=\"x\""_s;
    QTest::newRow("series") << u"${__series.name}"_s << u"frame"_s;
    QTest::newRow("older series") << u"$__series_name"_s << u"frame"_s;
    QTest::newRow("raw value") << u"${__value.raw}"_s << u"0.75"_s;
    QTest::newRow("numeric value") << u"${__value.numeric}"_s << u"0.75"_s;
    QTest::newRow("text of the value") << u"${__value.text}"_s << u"75"_s;
    QTest::newRow("value as shown") << u"${__value}"_s << u"75%"_s;
    QTest::newRow("time of the value") << u"${__value.time}"_s << u"2000"_s;
    QTest::newRow("another field") << u"${__data.fields.host}"_s << u"h2"_s;
    QTest::newRow("another field in brackets") << u"${__data.fields[\"The host\"]}"_s << u"h2"_s;
    QTest::newRow("another field by its place") << u"${__data.fields[1].numeric}"_s << u"0.75"_s;
    QTest::newRow("an unknown field") << u"<${__data.fields.zone}>"_s << u"<>"_s;
    QTest::newRow("from") << u"${__from}"_s << u"1700000000000"_s;
    QTest::newRow("to in seconds") << u"${__to:date:seconds}"_s << u"1700000060"_s;
    QTest::newRow("from as a date") << u"${__from:date}"_s << u"2023-11-14T22:13:20.000Z"_s;
    QTest::newRow("from in a format") << u"${__from:date:YYYY-MM}"_s << u"2023-11"_s;
    QTest::newRow("range of an address") << u"?$__url_time_range"_s << u"?from=1700000000000&to=1700000060000"_s;
    QTest::newRow("encoded") << u"${__field.labels.job:percentencode}"_s << u"a%20b"_s;
    QTest::newRow("variables stay") << u"$zone ${zone:queryparam} [[zone]]"_s << u"$zone ${zone:queryparam} [[zone]]"_s;
    QTest::newRow("no macro") << u"5 $ {x}"_s << u"5 $ {x}"_s;
}

void TestDataLink::macrosAreFilled()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Frame frame = linkedFrame();
    QCOMPARE(filledMacros(text, contextOf(frame)), expected);
}

void TestDataLink::calculatedValuesCountMoreThanRows()
{
    const Frame frame = linkedFrame();
    MacroContext context = contextOf(frame);
    context.calculated = displayed(frame.fields[1], 0.625);
    QCOMPARE(filledMacros(u"${__value.raw} ${__value}"_s, context), u"0.625 62.5%"_s);
}

void TestDataLink::withoutContextMacrosStay()
{
    QCOMPARE(filledMacros(u"${__value.raw} ${__from} ${__field.name}"_s, {}), u"${__value.raw} ${__from} ${__field.name}"_s);
}

void TestDataLink::addressesAreEncoded()
{
    const Frame frame = linkedFrame();
    const DataLink link{u"Logs of ${__field.labels.job}"_s, u"https://logs/?q=${__field.labels.job}&h=${__data.fields.host}&${zone:queryparam}&\n$__url_time_range"_s, true};
    const ResolvedLink result = resolved(link, contextOf(frame), [](const QString &text) { return QString(text).replace(u"${zone:queryparam}"_s, u"var-zone=b"_s); });
    QCOMPARE(result.title, u"Logs of a b"_s);
    QCOMPARE(result.text, u"https://logs/?q=a%20b&h=h2&var-zone=b&from=1700000000000&to=1700000060000"_s);
    QVERIFY(result.newTab);
    QCOMPARE(result.target->host(), u"logs"_s);
}

void TestDataLink::onlySafeAddressesAreTargets_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("https") << u"https://example.org/x?a=b"_s << true;
    QTest::newRow("http with a port") << u"HTTP://example.org:8080/"_s << true;
    QTest::newRow("a place of the dashboards") << u"/d/uid/name?var-a=b"_s << true;
    QTest::newRow("a query") << u"?var-a=b"_s << true;
    QTest::newRow("a relative place") << u"d/uid"_s << true;
    QTest::newRow("script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("script in capitals and spaces") << u"  JaVaScRiPt:alert(1)"_s << false;
    QTest::newRow("script broken by a tab") << u"java\tscript:alert(1)"_s << false;
    QTest::newRow("data") << u"data:text/html,x"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("a program's own") << u"vscode://x"_s << false;
    QTest::newRow("mail") << u"mailto:a@b"_s << false;
    QTest::newRow("another host without a scheme") << u"//evil.example/x"_s << false;
    QTest::newRow("backslashes") << u"\\\\evil.example\\x"_s << false;
    QTest::newRow("http without a host") << u"http:///x"_s << false;
    QTest::newRow("http without slashes") << u"https:evil"_s << false;
    QTest::newRow("empty") << u" "_s << false;
    QTest::newRow("too long") << u"https://x/"_s + QString(20'000, u'a') << false;
}

void TestDataLink::onlySafeAddressesAreTargets()
{
    QFETCH(QString, address);
    QFETCH(bool, accepted);
    QCOMPARE(linkTarget(address).has_value(), accepted);
}

WATCHFLOOR_TEST(TestDataLink)
#include "tst_datalink.moc"
