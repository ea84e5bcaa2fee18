#include "models/panels/interpolation.h"
#include "models/panels/variableformat.h"
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
        QTest::newRow("nor a back-tick") << "up{a=~`$v`}" << texts({"x`y"}) << "up{a=~`xy`}";
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

    void formats_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("several");
        QTest::newRow("none is glob") << "" << "a.b" << "{a.b,c'd}";
        QTest::newRow("glob") << ":glob" << "a.b" << "{a.b,c'd}";
        QTest::newRow("unknown is glob") << ":upper" << "a.b" << "{a.b,c'd}";
        QTest::newRow("raw") << ":raw" << "a.b" << "a.b,c'd";
        QTest::newRow("csv") << ":csv" << "a.b" << "a.b,c'd";
        QTest::newRow("pipe") << ":pipe" << "a.b" << "a.b|c'd";
        QTest::newRow("regex") << ":regex" << "a\\.b" << "(a\\.b|c'd)";
        QTest::newRow("json") << ":json" << "a.b" << "[\"a.b\",\"c'd\"]";
        QTest::newRow("lucene") << ":lucene" << "a.b" << "(\"a.b\" OR \"c'd\")";
        QTest::newRow("distributed") << ":distributed" << "a.b" << "a.b,v=c'd";
        QTest::newRow("html") << ":html" << "a.b" << "a.b, c&#39;d";
        QTest::newRow("text") << ":text" << "A" << "A + C";
        QTest::newRow("single quotes") << ":singlequote" << "'a.b'" << "'a.b','c\\'d'";
        QTest::newRow("double quotes") << ":doublequote" << "\"a.b\"" << "\"a.b\",\"c'd\"";
        QTest::newRow("SQL") << ":sqlstring" << "'a.b'" << "'a.b','c''d'";
        QTest::newRow("per cent") << ":percentencode" << "a.b" << "%7Ba.b%2Cc%27d%7D";
        QTest::newRow("URI") << ":uriencode" << "a.b" << "%7Ba.b,c%27d%7D";
        QTest::newRow("query parameter") << ":queryparam" << "var-v=a.b" << "var-v=a.b&var-v=c%27d";
        QTest::newRow("own query parameter") << ":customqueryparam:p:x-" << "p=x-a.b" << "p=x-a.b&p=x-c%27d";
        QTest::newRow("join") << ":join:+" << "a.b" << "a.b+c'd";
        QTest::newRow("date of no number") << ":date" << "NaN" << "NaN";
    }
    void formats()
    {
        QFETCH(QString, format);
        VariableValue value;
        value.values = texts({"a.b"});
        value.texts = texts({"A"});
        QTEST(filled(QStringLiteral("${v%1}").arg(format), lookupIn({{QStringLiteral("v"), value}})), "one");
        value.values = texts({"a.b", "c'd"});
        value.texts = texts({"A", "C"});
        QTEST(filled(QStringLiteral("${v%1}").arg(format), lookupIn({{QStringLiteral("v"), value}})), "several");
    }

    void aListOfOneIsAList_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("expected");
        QTest::newRow("json") << "json" << "[\"a b\"]";
        QTest::newRow("per cent") << "percentencode" << "%7Ba%20b%7D";
        QTest::newRow("lucene") << "lucene" << "(\"a\\ b\")";
        QTest::newRow("glob") << "glob" << "a b";
        QTest::newRow("regex") << "regex" << "a b";
    }
    void aListOfOneIsAList()
    {
        QFETCH(QString, format);
        VariableValue value = VariableValue::single(QStringLiteral("a b"));
        value.list = true;
        QTEST(formatted(QStringLiteral("v"), value, VariableFormat::read(format)), "expected");
    }

    void referencesTakeManyForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("dollar") << "$v" << "{a,b}";
        QTest::newRow("braces") << "${v}s" << "{a,b}s";
        QTest::newRow("brackets") << "[[v]]" << "{a,b}";
        QTest::newRow("brackets with a format") << "[[v:csv]]" << "a,b";
        QTest::newRow("a path") << "${v.1}" << "b";
        QTest::newRow("a path and a format") << "${v.1:singlequote}" << "'b'";
        QTest::newRow("the text") << "${v.text:csv}" << "A,B";
        QTest::newRow("unknown") << "$w ${w} ${w:csv} [[w]]" << "$w ${w} ${w:csv} [[w]]";
        QTest::newRow("longer name") << "$value" << "$value";
        QTest::newRow("none") << "$ ${} [[]] $$" << "$ ${} [[]] $$";
        QTest::newRow("open brace") << "${v" << "${v";
        QTest::newRow("next to each other") << "$v$v" << "{a,b}{a,b}";
        QTest::newRow("what is filled in is not filled again") << "$again" << "$v";
        QTest::newRow("empty") << "" << "";
    }
    void referencesTakeManyForms()
    {
        QFETCH(QString, text);
        VariableValue value;
        value.values = texts({"a", "b"});
        value.texts = texts({"A", "B"});
        const VariableValue again = VariableValue::single(QStringLiteral("$v"));
        QTEST(filled(text, lookupIn({{QStringLiteral("v"), value}, {QStringLiteral("again"), again}})), "expected");
    }

    void queriesAsGrafanaWritesThem_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<bool>("takesSeveral");
        QTest::addColumn<QString>("expected");
        QTest::newRow("literal") << "up{a=\"$v\"}" << texts({"a.b"}) << false << "up{a=\"a.b\"}";
        QTest::newRow("literal in a pattern") << "up{a=~\"$v\"}" << texts({"a.*"}) << false << "up{a=~\"a.*\"}";
        QTest::newRow("backslash of a literal") << "up{a=~\"$v\"}" << texts({"a\\d"}) << false << "up{a=~\"a\\\\d\"}";
        QTest::newRow("quote of a literal") << "up{a=\"$v\"}" << texts({"a\"b"}) << false << "up{a=\"a\\\"b\"}";
        QTest::newRow("one of several") << "up{a=~\"$v\"}" << texts({"a.b"}) << true << "up{a=~\"a\\\\.b\"}";
        QTest::newRow("one of several in an equality") << "up{a=\"$v\"}" << texts({"a.b"}) << true << "up{a=\"a\\\\.b\"}";
        QTest::newRow("several") << "up{a=~\"$v\"}" << texts({"a.b", "c|d"}) << true << "up{a=~\"(a\\\\.b|c\\\\|d)\"}";
        QTest::newRow("backslash of a pattern") << "up{a=~\"$v\"}" << texts({"a\\b"}) << true << "up{a=~\"a\\\\\\\\b\"}";
        QTest::newRow("quote of a pattern") << "up{a=~\"$v\"}" << texts({"a\"b"}) << true << "up{a=~\"a\\\\\\\"b\"}";
        QTest::newRow("signs that mean nothing") << "up{a=~\"$v\"}" << texts({"a-b/c:9090"}) << true << "up{a=~\"a-b/c:9090\"}";
        QTest::newRow("a format goes before") << "up{a=~\"${v:regex}\"}" << texts({"a.b", "c"}) << true << "up{a=~\"(a\\.b|c)\"}";
        QTest::newRow("pipe") << "up{a=~\"${v:pipe}\"}" << texts({"a", "b"}) << true << "up{a=~\"a|b\"}";
        QTest::newRow("old brackets") << "up{a=~\"[[v]]\"}" << texts({"a", "b"}) << true << "up{a=~\"(a|b)\"}";
        QTest::newRow("outside of quotes") << "$v{b=\"c\"}" << texts({"up"}) << false << "up{b=\"c\"}";
        QTest::newRow("a selector outside of quotes") << "up{$v}" << texts({"a=\"b\""}) << false << "up{a=\"b\"}";
        QTest::newRow("in back-ticks") << "up{a=~`$v`}" << texts({"a.b"}) << true << "up{a=~`a\\.b`}";
        QTest::newRow("in single quotes") << "up{a=~'$v'}" << texts({"a'b"}) << true << "up{a=~'a\\\\\\'b'}";
        QTest::newRow("macros of intervals stay") << "rate(x[$__rate_interval])" << texts({"a"}) << false << "rate(x[$__rate_interval])";
        QTest::newRow("group of label_replace stays") << "label_replace(up, \"a\", \"$1\", \"b\", \"(.*)\")" << texts({"a"}) << false
                                                      << "label_replace(up, \"a\", \"$1\", \"b\", \"(.*)\")";
    }
    void queriesAsGrafanaWritesThem()
    {
        QFETCH(QString, expression);
        QFETCH(QStringList, values);
        QFETCH(bool, takesSeveral);
        VariableValue value;
        value.values = values;
        value.several = takesSeveral;
        QTEST(filledQuery(expression, lookupIn({{QStringLiteral("v"), value}})), "expected");
    }

    void allOfThem_data()
    {
        QTest::addColumn<QString>("allValue");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("expected");
        QTest::newRow("every value") << "" << "up{a=~\"$v\"}" << "up{a=~\"(x|y)\"}";
        QTest::newRow("a value of its own") << ".+" << "up{a=~\"$v\"}" << "up{a=~\".+\"}";
        QTest::newRow("is not escaped") << "a|b.*" << "up{a=~\"$v\"}" << "up{a=~\"a|b.*\"}";
        QTest::newRow("in no format") << ".+" << "up{a=~\"${v:regex}\"}" << "up{a=~\".+\"}";
        QTest::newRow("refers to others") << "${w}-.*" << "up{a=~\"$v\"}" << "up{a=~\"z-.*\"}";
        QTest::newRow("refers to itself and ends") << "$v" << "up{a=~\"$v\"}" << "up{a=~\"$v\"}";
        QTest::newRow("as text") << ".+" << "${v:text}" << "All";
        QTest::newRow("in a URL") << ".+" << "${v:queryparam}" << "var-v=$__all";
    }
    void allOfThem()
    {
        QFETCH(QString, allValue);
        QFETCH(QString, expression);
        VariableValue value;
        value.values = texts({"x", "y"});
        value.all = true;
        value.allValue = allValue;
        value.several = true;
        const VariableValue other = VariableValue::single(QStringLiteral("z"));
        QTEST(filledQuery(expression, lookupIn({{QStringLiteral("v"), value}, {QStringLiteral("w"), other}})), "expected");
    }

    void builtIns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("from") << "$__from" << "1795230764000";
        QTest::newRow("to in seconds") << "${__to:date:seconds}" << "1795234364";
        QTest::newRow("ISO") << "${__from:date}" << "2026-11-21T03:12:44.000Z";
        QTest::newRow("ISO by name") << "${__from:date:iso}" << "2026-11-21T03:12:44.000Z";
        QTest::newRow("pattern with colons") << "${__from:date:YYYY-MM-DD HH:mm}" << "2026-11-21 03:12";
        QTest::newRow("as text") << "${__from:text}" << "2026-11-21 03:12:44";
        QTest::newRow("zone") << "$__timezone" << "UTC";
        QTest::newRow("dashboard") << "$__dashboard ${__dashboard.uid}" << "Payment abc";
        QTest::newRow("user") << "${__user.login}" << "mk";
        QTest::newRow("organisation") << "${__org.name} $__org" << "Shop 1";
        QTest::newRow("others stay") << "$__interval ${__field.name}" << "$__interval ${__field.name}";
    }
    void builtIns()
    {
        QFETCH(QString, text);
        BuiltInValues values;
        values.from = WallTime(1'795'230'764'000ms);
        values.to = values.from + 1h;
        values.zone = QTimeZone::utc();
        values.dashboard = QStringLiteral("Payment");
        values.dashboardUid = QStringLiteral("abc");
        values.user = QStringLiteral("mk");
        values.organisation = QStringLiteral("Shop");
        QTEST(filled(text, lookupIn({}, values), QStringLiteral("glob"), values.zone), "expected");
    }

    void namesAreFoundOnce()
    {
        QCOMPARE(referencedNames(QStringLiteral("$a ${b:csv} [[c]] ${a.text} $__interval")), texts({"a", "b", "c", "__interval"}));
        QVERIFY(referencedNames(QStringLiteral("no $ here")).isEmpty());
    }

    void choicesFitIntoAUrl()
    {
        VariableValue all;
        all.values = texts({"x"});
        all.all = true;
        VariableValue two;
        two.values = texts({"a b", "c&d"});
        QCOMPARE(urlParameters({{QStringLiteral("v"), two}, {QStringLiteral("z"), all}}), QStringLiteral("var-v=a%20b&var-v=c%26d&var-z=$__all"));
    }
};

WATCHFLOOR_TEST(TestInterpolation)
#include "tst_interpolation.moc"
